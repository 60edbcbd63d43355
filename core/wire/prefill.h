#pragma once

#include "core/base/result.h"

#include <QString>

namespace wire {

// What was filled in at home comes to a window: POST /sync/v1/prefill. The hub makes it a case of the window's hall, which comes with the
// feed. The same window may ask again with the same code and gets the same answer.

struct PrefillWish {
    QString code; ///< ten digits, see core/domain/prefillcode.h
    bool operator==(const PrefillWish &) const = default;
};

struct PrefillAnswer {
    enum class Result {
        Found,
        Unknown, ///< no such code, or it expired
        Used, ///< another window has it
        Full, ///< the hub opens no more cases today
    };
    Result result = Result::Unknown;
    QString caseId; ///< Found
    QString number; ///< Found; of the case
    bool operator==(const PrefillAnswer &) const = default;
};

QByteArray toJson(const PrefillWish &wish);
base::Result<PrefillWish> prefillWishFrom(const QByteArray &body);
QByteArray toJson(const PrefillAnswer &answer);
base::Result<PrefillAnswer> prefillAnswerFrom(const QByteArray &body);

}
