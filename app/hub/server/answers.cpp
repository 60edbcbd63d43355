#include "app/hub/server/answers.h"

#include "core/wire/messages.h"

#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/serializer.hpp>

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace hub {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;

namespace {

beast::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return QChar::isLetterOrNumber(uint(uchar(c))) ? uchar(c) < 128 : c == '-' || c == '_';
    });
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

}

Response problemAnswer(int status, Code code, const QString &detail, int retryAfter)
{
    QJsonObject problem = QJsonDocument::fromJson(wire::toJson(wire::Problem{code, detail, retryAfter, {}})).object();
    problem.insert("status"_L1, status);
    Response response{status, wire::problemType, QJsonDocument(problem).toJson(QJsonDocument::Compact)};
    if (retryAfter > 0)
        response.headers.insert("Retry-After", QByteArray::number(retryAfter));
    return response;
}

Response refusal(int status)
{
    switch (status) {
    case 413:
        return problemAnswer(status, Code::TooLarge, u"the body is too large"_s);
    case 414:
    case 431:
        return problemAnswer(status, Code::TooLarge, u"address or headers are too long"_s);
    case 503:
        return problemAnswer(status, Code::Busy, u"too much is asked for at once"_s, 5);
    default:
        return problemAnswer(status, Code::BadRequest, u"this is no request of HTTP/1.1 that is answered here"_s);
    }
}

bool hasSoundHeaders(const Response &response)
{
    const auto sound = [](const QByteArray &text) {
        return std::none_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x20 || c == 0x7f; });
    };
    for (auto it = response.headers.begin(); it != response.headers.end(); ++it) {
        if (!isToken(it.key()) || !sound(it.value()))
            return false;
    }
    return sound(response.type) && response.status >= 200 && response.status <= 599;
}

QByteArray headText(const Response &response, bool isHead, bool stays)
{
    http::response<http::empty_body> head;
    head.version(11);
    head.result(unsigned(response.status));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    head.set(http::field::date, view(QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1()));
    if (!response.type.isEmpty())
        head.set(http::field::content_type, view(response.type));
    if (mayHaveBody(response.status))
        head.set(http::field::content_length, std::to_string(response.body.size()));
    for (auto it = response.headers.begin(); it != response.headers.end(); ++it) {
        const bool isLength = it.key().compare("content-length", Qt::CaseInsensitive) == 0;
        if (!isLength || (isHead && response.body.isEmpty())) // only a HEAD can speak of a body that is not there
            head.set(view(it.key()), view(it.value()));
    }
    head.set("X-Content-Type-Options", "nosniff");
    if (!stays)
        head.set(http::field::connection, "close");

    QByteArray text;
    http::response_serializer<http::empty_body> serializer(head);
    beast::error_code error;
    while (!serializer.is_done()) {
        serializer.next(error, [&](beast::error_code &, const auto &buffers) {
            size_t size = 0;
            for (const auto buffer : beast::buffers_range_ref(buffers)) {
                text.append(static_cast<const char *>(buffer.data()), qsizetype(buffer.size()));
                size += buffer.size();
            }
            serializer.consume(size);
        });
        if (error)
            break;
    }
    return text;
}

}
