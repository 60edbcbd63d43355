#pragma once

#include "core/hub/http.h"
#include "core/wire/protocol.h"

namespace hub {

/// The answer of the server itself, where no handler is asked: application/problem+json. \a retryAfter in seconds; 0: not said.
Response problemAnswer(int status, wire::Problem::Code code, const QString &detail, int retryAfter = 0);
/// The one for a request that was not read to its end because of \a status (400, 405, 413, 414, 417, 431, 503).
Response refusal(int status);

/// Whether every header of \a response may stand in an answer: no line break, no other control character, no name that is none.
bool hasSoundHeaders(const Response &response);
/// Status line and headers (RFC 9112) with the empty line behind them. \a stays: the connection is kept.
QByteArray headText(const Response &response, bool isHead, bool stays);

}
