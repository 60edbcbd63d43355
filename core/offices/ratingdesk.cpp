#include "core/offices/ratingdesk.h"

#include "core/base/text.h"
#include "core/hub/book.h"
#include "core/hub/history.h"
#include "core/journal/envelope.h"

namespace offices {

using namespace Qt::StringLiterals;

namespace {

bool isVisit(const papers::Stamp &stamp)
{
    return stamp.kind == domain::PaperKind::FilingReceipt || stamp.kind == domain::PaperKind::SupplementReceipt;
}

/// A copy of a receipt stands for the same visit.
QString visitOf(const papers::Stamp &stamp)
{
    return u"%1/%2"_s.arg(stamp.kind == domain::PaperKind::FilingReceipt ? u"filing"_s : u"supplement"_s).arg(stamp.number);
}

QByteArray placeOfWords(const QString &number, const QString &visit, const char *what)
{
    return "hub rating " + QByteArray(what) + '|' + number.toUtf8() + '|' + visit.toUtf8();
}

base::Result<journal::Sealed> sealedWords(hub::Transaction &rows, const hub::HubKey &hubKey, const QString &number, const QString &words,
                                          const QByteArray &place)
{
    if (words.isEmpty())
        return journal::Sealed();
    const auto line = rows.records().caseWithNumber(number);
    if (!line)
        return base::Fail(line.error());
    if (!*line)
        return base::Fail({base::Error::Kind::Missing, u"there is no such case"_s, number});
    return hub::keyOf(**line, hubKey).map([&](const base::Secret &key) { return journal::seal(words.toUtf8(), key, place); });
}

/// Empty when nothing was written, or the case was erased, and its words with it.
QString openedWords(hub::Transaction &rows, const hub::HubKey &hubKey, const QString &number, const journal::Sealed &sealed,
                    const QByteArray &place)
{
    if (sealed.bytes.isEmpty())
        return {};
    const auto line = rows.records().caseWithNumber(number);
    if (!line || !*line)
        return {};
    const base::Result<QByteArray> words
        = hub::keyOf(**line, hubKey).and_then([&](const base::Secret &key) { return journal::unseal(sealed, key, place); });
    return words ? QString::fromUtf8(*words) : QString();
}

}

base::Result<bool> RatingDesk::mayRate(const ProgressDesk::Shown &shown) const
{
    if (!isVisit(shown.stamp))
        return false;
    return within(m_engine.store, hub::Store::For::Reading, [&](hub::Transaction &rows) {
        return rows.ratings().isRated(shown.progress.number, visitOf(shown.stamp)).map([](bool is) { return !is; });
    });
}

base::Result<RatingDesk::Outcome> RatingDesk::rate(const ProgressDesk::Shown &shown, domain::Satisfaction level, const QString &words) const
{
    if (!isVisit(shown.stamp))
        return Outcome::NoVisit;
    const QDateTime now = m_engine.clock.now();
    hub::RatingLine line{.number = shown.progress.number,
                         .visit = visitOf(shown.stamp),
                         .hall = shown.hall,
                         .device = shown.device,
                         .level = int(level),
                         .at = now.toUTC()};
    if (domain::wantsRectification(level)) {
        const domain::LimitEnd end = domain::rectificationEnd(now.date(), m_rules.calendar);
        line.due = end.day;
        line.provisional = end.provisional;
    }
    const QByteArray place = placeOfWords(line.number, line.visit, "words");
    return within(m_engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) -> base::Result<Outcome> {
        const auto sealed = sealedWords(rows, m_engine.key, line.number, base::cleanLine(words, longestWords), place);
        if (!sealed)
            return base::Fail(sealed.error());
        line.words = *sealed;
        const auto isNew = rows.ratings().add(line);
        const auto rated = rows.records().caseWithNumber(line.number);
        if (!isNew || !rated)
            return base::Fail(!isNew ? isNew.error() : rated.error());
        if (!*isNew || !*rated)
            return Outcome::AlreadyRated;
        const hub::Happening given{.caseRow = (*rated)->id,
                                   .cause = journal::hashOf(place),
                                   .item = {},
                                   .what = u"rating.given"_s,
                                   .words = QString::number(line.level),
                                   .at = line.at};
        return rows.outbox().add(given).map([] { return Outcome::Taken; });
    });
}

base::Result<QList<RatingDesk::Entry>> RatingDesk::entries(bool openOnly, int most, const QString &by) const
{
    return within(m_engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) -> base::Result<QList<Entry>> {
        if (const base::Result<> noted = hub::writeDown(m_engine, rows, by, u"ratings-read"_s, openOnly ? u"open"_s : u"all"_s); !noted)
            return base::Fail(noted.error());
        const base::Result<QList<hub::RatingLine>> lines = rows.ratings().ratings(openOnly, most);
        if (!lines)
            return base::Fail(lines.error());
        QList<Entry> entries;
        for (const hub::RatingLine &line : *lines) {
            Entry entry{.line = line};
            entry.words = openedWords(rows, m_engine.key, line.number, line.words, placeOfWords(line.number, line.visit, "words"));
            entry.result = openedWords(rows, m_engine.key, line.number, line.result, placeOfWords(line.number, line.visit, "result"));
            if (line.due.isValid())
                entry.daysLeft = m_rules.calendar.workdaysBetween(m_engine.clock.now().date(), line.due);
            entries << entry;
        }
        return entries;
    });
}

base::Result<> RatingDesk::rectify(qint64 id, const QString &result, const QString &by) const
{
    const QString words = base::cleanLine(result, longestWords);
    if (words.isEmpty())
        return base::Fail({base::Error::Kind::Document, u"say what was done about it"_s, {}});
    return within(m_engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) -> base::Result<> {
        const auto line = rows.ratings().rating(id);
        if (!line)
            return base::Fail(line.error());
        if (!*line || !(*line)->due.isValid() || (*line)->rectifiedAt.isValid())
            return base::Fail({base::Error::Kind::Missing, u"there is no such task, or it is closed"_s, QString::number(id)});
        const auto sealed = sealedWords(rows, m_engine.key, (*line)->number, words, placeOfWords((*line)->number, (*line)->visit, "result"));
        if (!sealed)
            return base::Fail(sealed.error());
        return rows.ratings().setRectified(id, m_engine.now(), *sealed).and_then([&] {
            return hub::writeDown(m_engine, rows, by, u"rating-put-right"_s, (*line)->number, QString::number(id));
        });
    });
}

}
