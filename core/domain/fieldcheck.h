#pragma once

#include "core/domain/guide.h"

namespace domain {

/// What is wrong with what was typed into a field.
enum class FieldFault {
    None,
    Missing,
    Malformed,
    WrongCheckDigit,
    ImpossibleDate,
    FutureDate,
    NotAChoice,
    Expired,
};

/// The fault of \a value in \a field, seen on \a day. A field that is not required may be empty. Unknown region prefixes of
/// identity numbers are no fault (people keep the code of the day): see idNumberRegionKnown().
FieldFault fieldFault(const Field &field, const QString &value, QDate day);

/// \a typed as it is stored in \a field: cleaned, codes normalised.
QString fieldValue(const Field &field, const QString &typed);

}
