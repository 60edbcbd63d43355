#pragma once

#include "app/hub/server/server.h"

#include <boost/beast/http/basic_parser.hpp>

#include <optional>
#include <span>

namespace hub {

/// Reads one request from the bytes as they come, within the limits. Beast tells what is a request and what is none.
class RequestReader final : public boost::beast::http::basic_parser<true>
{
public:
    explicit RequestReader(const ServerLimits &limits);

    /// Reads on with \a bytes, which begin where the last call stopped. How many of them are done with; the rest is to be given again
    /// with what follows, or belongs to the next request. Stops behind the headers once.
    size_t read(std::span<const char> bytes);

    /// The status to refuse it with; 0: nothing is wrong so far.
    int fault() const { return m_fault; }
    bool wantsContinue() const { return m_expect == "100-continue"; }
    qint64 announced() const { return m_announced; } ///< length of the body; -1: it does not say
    Request &request() { return m_request; }
    const Request &request() const { return m_request; }

private:
    using Text = boost::beast::string_view;
    using Code = boost::beast::error_code;
    using Field = boost::beast::http::field;

    void on_request_impl(boost::beast::http::verb verb, Text method, Text target, int version, Code &error) override;
    void on_response_impl(int status, Text reason, int version, Code &error) override;
    void on_field_impl(Field field, Text name, Text value, Code &error) override;
    void on_header_impl(Code &error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, Code &error) override;
    std::size_t on_body_impl(Text body, Code &error) override;
    void on_chunk_header_impl(std::uint64_t size, Text extensions, Code &error) override;
    std::size_t on_chunk_body_impl(std::uint64_t left, Text body, Code &error) override;
    void on_finish_impl(Code &error) override;

    void refuse(int status, Code &error);

    const ServerLimits &m_limits;
    Request m_request;
    QByteArray m_expect;
    qint64 m_announced = 0;
    bool m_headIsDone = false;
    int m_version = 11;
    int m_fault = 0;
};

}
