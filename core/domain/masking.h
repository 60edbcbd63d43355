#pragma once

#include "core/domain/codes.h"
#include "core/domain/guide.h"

namespace domain {

/// What a field of \a kind may show of \a value where numbers are masked: identity numbers and phones in part, everything else whole.
inline QString withMaskedNumbers(Field::Kind kind, const QString &value)
{
    switch (kind) {
    case Field::Kind::IdNumber:
        return maskedNumber(value);
    case Field::Kind::Phone:
        return maskedPhone(value);
    default:
        return value;
    }
}

}
