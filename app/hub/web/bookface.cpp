#include "app/hub/web/bookface.h"

#include "app/hub/web/adminwords.h"
#include "app/hub/web/deskwords.h"
#include "core/hub/book.h"

namespace web {

using namespace Qt::StringLiterals;
using hub::Response;
using offices::Doing;

namespace {

constexpr int mostOfBook = 300;

/// The beginning of the day \a text (YYYY-MM-DD) where \a now is, \a days later; null: it is none.
QDateTime beginningOf(const QString &text, const QDateTime &now, int days)
{
    const QDate day = QDate::fromString(text, Qt::ISODate).addDays(days);
    return day.isValid() ? QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, now.offsetFromUtc()).toUTC() : QDateTime();
}

}

QList<Route> BookFace::routes() const
{
    const auto only = [this](auto answer) { return m.gate.only(Doing::ReadAudit, this, answer); };
    return {
        {"GET", "/admin/book", only(&BookFace::book)},
        {"GET", "/admin/book/check", only(&BookFace::check)},
        {"GET", "/admin/book.csv", only(&BookFace::table)},
    };
}

Response BookFace::book(const Asked &asked, const Visitor &visitor) const
{
    const QDateTime now = m.engine.clock.now();
    const auto wanted = [&](const QString &name) { return asked.query.value(name).trimmed(); };
    const hub::AuditFilter filter{.account = wanted(u"account"_s),
                                  .act = wanted(u"act"_s),
                                  .subject = wanted(u"subject"_s),
                                  .from = beginningOf(wanted(u"from"_s), now, 0),
                                  .before = beginningOf(wanted(u"to"_s), now, 1)};
    const auto lines = m.accounts.book(mostOfBook, filter);
    if (!lines)
        return problemPage(m.pages, lines.error());
    QJsonArray rows;
    for (const hub::AuditLine &line : *lines)
        rows << QJsonObject{{"place"_L1, line.place > 0 ? QString::number(line.place) : u"-"_s},
                            {"at"_L1, shownMoment(line.at, now)},
                            {"account"_L1, line.account},
                            {"act"_L1, actInChinese(line.act)},
                            {"actWord"_L1, line.act},
                            {"subject"_L1, line.subject},
                            {"saying"_L1, line.words}};
    return m.gate.show(visitor, {.title = u"操作记录"_s,
                                 .name = u"adminbook"_s,
                                 .words = {{"rows"_L1, rows},
                                           {"account"_L1, filter.account},
                                           {"act"_L1, filter.act},
                                           {"subject"_L1, filter.subject},
                                           {"from"_L1, filter.from.isValid() ? wanted(u"from"_s) : QString()},
                                           {"until"_L1, filter.before.isValid() ? wanted(u"to"_s) : QString()},
                                           {"full"_L1, lines->size() == mostOfBook},
                                           {"most"_L1, QString::number(mostOfBook)}}});
}

Response BookFace::check(const Asked &, const Visitor &visitor) const
{
    const auto check = hub::checkBook(m.engine);
    if (!check)
        return problemPage(m.pages, check.error());
    return m.gate.show(visitor, {.title = u"核验操作记录"_s,
                                 .name = u"admincheck"_s,
                                 .words = {{"sound"_L1, check->isSound()},
                                           {"older"_L1, QString::number(check->older)},
                                           {"chained"_L1, QString::number(check->chained)},
                                           {"faulty"_L1, QString::number(check->faulty)},
                                           {"fault"_L1, check->fault}}});
}

Response BookFace::table(const Asked &, const Visitor &visitor) const
{
    if (const base::Result<> noted = m.accounts.note(visitor.person.name, u"book-exported"_s, {}); !noted)
        return problemPage(m.pages, noted.error());
    QByteArray table = hub::tableHead();
    const base::Result<> read = hub::eachLine(m.engine, [&](const hub::AuditLine &line) -> base::Result<> {
        table += hub::tableLine(line);
        return {};
    });
    if (!read)
        return problemPage(m.pages, read.error());
    return {200, "text/csv; charset=utf-8", table, {{"Content-Disposition", "attachment; filename=\"book.csv\""}}};
}

}
