#include "app/hub/server/requestreader.h"

#include <boost/beast/http/error.hpp>

namespace hub {

namespace http = boost::beast::http;

namespace {

QByteArray bytesOf(boost::beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// RFC 9110, 15.5: what is wrong with a request that Beast does not take.
int statusOf(const boost::beast::error_code &error)
{
    if (error == http::error::header_limit)
        return 431;
    if (error == http::error::body_limit)
        return 413;
    return 400;
}

}

RequestReader::RequestReader(const ServerLimits &limits) : m_limits(limits)
{
    header_limit(std::uint32_t(limits.headerBytes));
    body_limit(std::uint64_t(limits.bodyBytes));
}

size_t RequestReader::read(std::span<const char> bytes)
{
    size_t done = 0;
    const bool headWasDone = m_headIsDone;
    while (done < bytes.size() && !is_done() && m_fault == 0 && m_headIsDone == headWasDone) {
        Code error;
        const size_t taken = put(boost::asio::const_buffer(bytes.data() + done, bytes.size() - done), error);
        done += taken;
        if (error == http::error::need_more || (!error && taken == 0))
            break;
        if (error && m_fault == 0)
            m_fault = statusOf(error);
    }
    return done;
}

void RequestReader::refuse(int status, Code &error)
{
    m_fault = status;
    error = http::error::bad_value;
}

void RequestReader::on_request_impl(http::verb, Text method, Text target, int version, Code &error)
{
    m_version = version;
    m_request.method = bytesOf(method);
    m_request.target = bytesOf(target);
    if (target.size() > size_t(m_limits.targetBytes))
        refuse(414, error);
    else if (method.size() > 16 || method == "CONNECT")
        refuse(405, error);
    else if (!target.starts_with('/'))
        refuse(400, error);
}

void RequestReader::on_response_impl(int, Text, int, Code &error)
{
    refuse(400, error);
}

void RequestReader::on_field_impl(Field, Text name, Text value, Code &)
{
    if (m_headIsDone)
        return; // behind the body anybody between could have added it
    QByteArray &kept = m_request.headers[bytesOf(name).toLower()];
    // RFC 9110, 5.3: the same name again is a list.
    kept = kept.isNull() ? bytesOf(value) : kept + ", " + bytesOf(value);
    if (kept.isNull())
        kept = QByteArray("");
}

void RequestReader::on_header_impl(Code &error)
{
    m_headIsDone = true;
    m_expect = m_request.headers.value("expect").toLower();
    const QByteArray host = m_request.headers.value("host");
    if ((host.isEmpty() && m_version > 10) || host.contains(','))
        refuse(400, error); // RFC 9112, 3.2
    else if (!m_expect.isEmpty() && !wantsContinue())
        refuse(417, error);
}

void RequestReader::on_body_init_impl(const boost::optional<std::uint64_t> &length, Code &error)
{
    m_announced = length ? qint64(qMin<std::uint64_t>(*length, std::numeric_limits<qint64>::max())) : -1;
    if (m_announced > m_limits.bodyBytes)
        refuse(413, error);
}

std::size_t RequestReader::on_body_impl(Text body, Code &)
{
    m_request.body.append(body.data(), qsizetype(body.size()));
    return body.size();
}

void RequestReader::on_chunk_header_impl(std::uint64_t, Text, Code &) { }

std::size_t RequestReader::on_chunk_body_impl(std::uint64_t, Text body, Code &error)
{
    return on_body_impl(body, error);
}

void RequestReader::on_finish_impl(Code &) { }

}
