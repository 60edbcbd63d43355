#pragma once

#include "app/hub/web/fields.h"
#include "core/hub/http.h"

namespace web {

/// A request to a page, read.
struct Asked {
    const hub::Request &request;
    QStringList path; ///< what stands for the braces of the route, in their order
    Fields query;
    Fields form = {}; ///< of the body, where the route has one
    QHash<QByteArray, QByteArray> cookies = {};
};

/// What a route does with a body.
enum class Body {
    None, ///< there is none
    Form, ///< application/x-www-form-urlencoded, read into Asked::form
    Raw, ///< left to the route
};

/// One kind of request that is answered.
struct Route {
    QByteArray method; ///< GET answers HEAD too
    QByteArray pattern; ///< e.g. "/g/{pack}/{version}/{matter}": a part in braces is any word, and what stands before or behind the
                        ///< braces in that part must be there
    std::function<hub::Response(const Asked &)> answer; ///< called from several threads at once
    Body body = Body::None;
    qsizetype mostBody = 64 * 1024; ///< bytes
};

/// What stands for the braces of \a pattern in \a path (without query); nothing when it does not fit. Error::Document when it fits and a
/// word is no text (see decoded()).
std::optional<base::Result<QStringList>> wordsIn(const QByteArray &path, const QByteArray &pattern);

/// Whether a browser says that \a request was made by a page that is not ours (Fetch Metadata, else Origin): then it changes nothing.
bool isFromElsewhere(const hub::Request &request);

}
