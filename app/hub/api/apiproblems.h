#pragma once

#include "core/base/result.h"
#include "core/hub/http.h"

#include <QStringList>

namespace api {

/// Why there is no answer to a request.
enum class Problem {
    BadRequest,
    NotIdentified,
    NotAllowed,
    NotThere,
    WrongMethod,
    Refused, ///< the rules are against it now
    CursorGone,
    TooLarge,
    NotJson,
    KeyUsed, ///< the key came with another request before
    TooOften,
    Failed,
    Busy,
};

/// What is to be said beside the kind of a problem.
struct About {
    QString detail = {}; ///< in Chinese, what to do; empty: what is always said
    QStringList reasons = {}; ///< Refused: sentences of the desk
    QString field = {}; ///< BadRequest: which one
    int retryAfter = 0; ///< seconds
};

/// \a problem as RFC 9457 has it: type, title and detail in Chinese, status, and what \a about has.
hub::Response problem(Problem problem, const About &about = {});
/// What a failing store is to those who ask; its words stay in the log.
hub::Response problem(const base::Error &error);

}
