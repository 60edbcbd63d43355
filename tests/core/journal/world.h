#pragma once

#include "core/domain/casenumber.h"
#include "core/domain/decide.h"
#include "core/journal/journal.h"

#include <QTemporaryDir>
#include <QTimeZone>
#include <QUuid>

#include <algorithm>

/// What tests of the journal need of the world around it.
namespace world {

using namespace Qt::StringLiterals;

/// A clock that the test sets.
class Clock final : public base::Clock
{
public:
    QDateTime now() const override { return time; }
    void advance(qint64 seconds) { time = time.addSecs(seconds); }

    QDateTime time{QDate(2026, 11, 21), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600};
};

/// The profile of one window in a folder of its own.
struct Profile {
    Profile() { folder = dir.path() + u"/profile"_s; }

    base::Result<std::unique_ptr<journal::Journal>> open() { return journal::Journal::open(folder, key, clock); }

    QTemporaryDir dir;
    QString folder;
    base::Secret key = base::Secret(QByteArray(32, 'k'));
    Clock clock;
};

/// A number as this journal would give it next.
inline QString freshNumber(const journal::Journal &journal, QDate day)
{
    const domain::CaseNumber number{.region = u"411202"_s,
                                    .window = u"001"_s,
                                    .device = journal.identity().mark,
                                    .day = day,
                                    .serial = journal.nextSerial(day).value_or(0)};
    return number.text();
}

inline const journal::PaperSeries acceptances{u"湖卫"_s, u"acceptance-notice"_s, 2026};

/// The legal number that a paper of this journal would get next.
inline domain::PaperNumbered nextPaperNumber(const journal::Journal &journal)
{
    const int serial = journal.highestSerial(acceptances, 1, 1'000'000).value_or(0) + 1;
    return {{domain::PaperKind::AcceptanceNotice, 1, u"item"_s}, acceptances.organ, acceptances.year, serial,
            u"湖卫受〔2026〕%1号"_s.arg(serial)};
}

/// The serials that \a journal has in its table; empty when the table and the events differ or a number is missing.
inline QList<int> paperSerials(const journal::Journal &journal)
{
    const QList<journal::UsedSeries> used = journal.seriesUsed().value_or(QList<journal::UsedSeries>());
    QList<int> named;
    for (const journal::CaseRow &row : journal.cases(false, 1'000'000).value_or(QList<journal::CaseRow>())) {
        for (const domain::Event &event : journal.eventsOf(row.id).value_or(QList<domain::Event>())) {
            if (const auto *numbered = std::get_if<domain::PaperNumbered>(&event.fact))
                named << numbered->serial;
        }
    }
    std::ranges::sort(named);
    const QList<int> serials = used.isEmpty() ? QList<int>() : used.first().serials;
    for (qsizetype i = 0; i < serials.size(); ++i) {
        if (serials[i] != i + 1)
            return {};
    }
    return serials == named ? serials : QList<int>();
}

/// A clerk who works on one case and writes every act down.
class Clerk
{
public:
    explicit Clerk(const Clock &clock, QString id = QUuid::createUuid().toString(QUuid::WithoutBraces))
        : m_clock(&clock), m_id(std::move(id))
    {
    }

    base::Result<> open(journal::Journal &journal)
    {
        return record(journal,
                      {domain::CaseOpened{m_id,
                                          freshNumber(journal, m_clock->now().date()),
                                          {u"sanmenxia-personal"_s, u"2026.1"_s, u"xin-sheng-er"_s}}});
    }
    base::Result<> enter(journal::Journal &journal, const QString &field, const QString &value)
    {
        return record(journal, {domain::FieldEntered{field, value}});
    }
    base::Result<> record(journal::Journal &journal, const QList<domain::Fact> &facts)
    {
        QList<domain::Event> fresh;
        domain::Case after = file;
        for (const domain::Fact &fact : facts) {
            fresh.append({m_clock->now(), u"窗口人员甲"_s, fact});
            after = domain::apply(std::move(after), fresh.constLast());
        }
        const base::Result<> appended = journal.append(m_id, fresh, after);
        if (appended) {
            file = after;
            events += fresh;
        }
        return appended;
    }
    QString id() const { return m_id; }

    domain::Case file;
    QList<domain::Event> events; ///< those that the journal took

private:
    const Clock *m_clock;
    QString m_id;
};

/// A case as its events in \a journal make it.
inline domain::Case replay(const journal::Journal &journal, const QString &id)
{
    domain::Case file;
    for (const domain::Event &event : journal.eventsOf(id).value_or(QList<domain::Event>()))
        file = domain::apply(std::move(file), event);
    return file;
}

}

/// Stops the test with the error's own words when a Result is one.
#define REQUIRE_OK(result)                                                                                             \
    do {                                                                                                               \
        const auto &required = (result);                                                                               \
        QVERIFY2(required.has_value(),                                                                                 \
                 required ? "" : qPrintable(required.error().detail + QLatin1Char(' ') + required.error().place));     \
    } while (false)
