#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>

namespace wire {

// Looking up shared data and e-licences: POST /lookup/v1/licences. A hub asks what it does not have in the same form of the system
// that it was given as its upstream (app/hub/README.md).

/// What is asked about one person or firm, for one case.
struct LookUpWish {
    bool isShared = false; ///< shared data; else an e-licence
    QString material; ///< id in the guide
    QString materialName; ///< as the guide calls it
    QString holderName; ///< person data
    QString holderNumber; ///< identity number or credit code; may be empty; person data
    QString purpose; ///< in words; never empty
    QString caseNumber;
    QString clerk; ///< who asks; empty: not said
    bool operator==(const LookUpWish &) const = default;
};

struct LookUpAnswer {
    enum class Result {
        Found,
        NotFound,
        Withheld, ///< it is there and not given out for this
        Unreachable, ///< whoever has it could not be asked: \c why
    };
    Result result = Result::NotFound;
    QString code; ///< Found, as the next three: GB/T 36904 identifier of an e-licence; for shared data the number of the look-up
    QString name; ///< of the licence or the data
    QString holder; ///< person data
    QString issuer;
    QDate from; ///< null: not said
    QDate until; ///< the last day; null: no end
    QString why; ///< Unreachable: in words, without person data
    bool operator==(const LookUpAnswer &) const = default;
};

QByteArray toJson(const LookUpWish &wish);
base::Result<LookUpWish> lookUpWishFrom(const QByteArray &body);
QByteArray toJson(const LookUpAnswer &answer);
/// Texts are cut to a line; keys that are not of the contract are not looked at. Error::Document with the place, never with what
/// stood there.
base::Result<LookUpAnswer> lookUpAnswerFrom(const QByteArray &body);

}
