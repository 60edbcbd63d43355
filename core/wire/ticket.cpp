#include "core/wire/ticket.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTicket = 600;

base::Fail noTicket(const QString &why)
{
    return base::Fail({base::Error::Kind::Document, why, u"enrolment code"_s});
}

bool isHubAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty() && url.userInfo().isEmpty()
        && !url.hasQuery() && !url.hasFragment() && !text.endsWith(u'/');
}

}

QString toText(const Ticket &ticket)
{
    QUrlQuery query;
    const auto add = [&](const QString &name, const QString &value) {
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(u"hub"_s, ticket.hub);
    add(u"code"_s, ticket.code);
    add(u"region"_s, ticket.regionCode);
    add(u"window"_s, ticket.windowCode);
    return u"yichuang-hub:enrol?"_s + query.toString(QUrl::FullyEncoded);
}

base::Result<Ticket> ticketFrom(const QString &text)
{
    const QString line = text.trimmed();
    if (line.size() > longestTicket || !line.startsWith("yichuang-hub:enrol?"_L1))
        return noTicket(u"is no line yichuang-hub:enrol?…"_s);
    const QUrlQuery query(line.section(u'?', 1));
    const auto value = [&](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    Ticket ticket{value(u"hub"_s), value(u"code"_s), value(u"region"_s), value(u"window"_s)};
    static const QRegularExpression code(u"^[0-9A-Za-z -]{8,40}$"_s);
    static const QRegularExpression region(u"^[0-9]{6}$"_s);
    static const QRegularExpression window(u"^[0-9]{3}$"_s);
    if (!isHubAddress(ticket.hub))
        return noTicket(u"has no address of a hub"_s);
    if (!code.match(ticket.code).hasMatch() || !region.match(ticket.regionCode).hasMatch() || !window.match(ticket.windowCode).hasMatch())
        return noTicket(u"has no code, region or window"_s);
    return ticket;
}

}
