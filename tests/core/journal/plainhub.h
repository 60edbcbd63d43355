#pragma once

#include "core/journal/outbox.h"
#include "tests/core/journal/world.h"

#include <QDir>

/// A hub in a list: gives places, judges by the rules, hands out its feed. And windows beside it.
namespace world {

class PlainHub
{
public:
    /// Takes what \a outbox has to send and tells it the places; the number of events, or -1 when a stream forked.
    int push(journal::Outbox &outbox, int most = 500)
    {
        const journal::Unsent unsent = outbox.unsent(most, 1 << 20).value();
        QList<journal::PlaceGiven> places;
        qint64 seq = unsent.first;
        for (const QByteArray &bytes : unsent.events) {
            const QString name = domain::writerOf(unsent.writer.device, unsent.writer.incarnation) + u'#' + QString::number(seq);
            if (m_places.contains(name) && feed[m_places[name] - 1].bytes != bytes)
                return -1;
            if (!m_places.contains(name)) {
                feed.append({.hubSeq = feed.size() + 1, .bytes = bytes});
                m_places[name] = feed.size();
            }
            places.append({seq++, m_places[name], {}});
        }
        if (!unsent.events.isEmpty() && !outbox.acknowledge(unsent.writer, seq - 1, places).value())
            return -1;
        return int(unsent.events.size());
    }
    void order(journal::FeedEntry::Kind kind, const QString &caseId)
    {
        feed.append({.kind = kind, .hubSeq = feed.size() + 1, .caseId = caseId});
    }
    /// Is put back to an older copy, of \a size entries.
    void putBack(qsizetype size)
    {
        feed.resize(size);
        m_places.removeIf([&](const auto &place) { return place.value() > size; });
    }
    /// The last number that it has of \a writer.
    qint64 lastOf(const journal::WriterName &writer) const
    {
        qint64 seq = 0;
        while (m_places.contains(domain::writerOf(writer.device, writer.incarnation) + u'#' + QString::number(seq + 1)))
            ++seq;
        return seq;
    }
    QDateTime now() const { return QDateTime(QDate(2026, 11, 21), QTime(1, 30), Qt::UTC); }

    QList<journal::FeedEntry> feed;

private:
    QHash<QString, qint64> m_places; ///< by writer and number
};

/// One window with its journal and its outbox.
struct Window {
    explicit Window(PlainHub &itsHub) : hub(itsHub) { start(); }

    void start()
    {
        outbox.reset();
        journal.reset();
        auto opened = profile.open();
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        journal = std::move(*opened);
        outbox = journal::Outbox::open(profile.folder, profile.key).value();
    }
    void push()
    {
        while (hub.push(*outbox) > 0) { }
    }
    /// Hears that the hub was put back, and asks it what it still has.
    void askAnew(const QString &epoch)
    {
        bool well = outbox->forgetPlaces(epoch).has_value();
        const QList<std::pair<journal::WriterName, qint64>> writers = outbox->acknowledged().value();
        for (const auto &[writer, upTo] : writers)
            well = well && outbox->acknowledge(writer, qMin(upTo, hub.lastOf(writer)), {}).has_value();
        if (!well)
            qFatal("places were not forgotten");
    }
    /// Takes in what is new in the feed, \a most entries at a time.
    journal::TakenIn pull(int most = 500)
    {
        journal::TakenIn all;
        for (qint64 from = outbox->state()->cursor.hubSeq; from < hub.feed.size(); from = outbox->state()->cursor.hubSeq) {
            const QList<journal::FeedEntry> page = hub.feed.mid(from, most);
            auto taken = journal->takeIn(page, journal::FeedCursor{page.last().hubSeq, "check"}, hub.now());
            if (!taken)
                qFatal("%s", qPrintable(taken.error().detail));
            all.changed += taken->changed;
            all.purged += taken->purged;
            all.conflicts += taken->conflicts;
            all.faults += taken->faults;
            all.renewed = all.renewed || taken->renewed;
        }
        return all;
    }
    /// The applicant as the case list has it.
    QString listed(const QString &id) const
    {
        const QList<journal::CaseRow> rows = journal->cases(false, 1000).value();
        const auto row = std::ranges::find(rows, id, &journal::CaseRow::id);
        return row == rows.end() ? QString() : row->applicant;
    }
    domain::Merged caseOf(const QString &id) const { return domain::merge(journal->historyOf(id).value()); }
    /// Writes \a facts on a case as it stands here.
    base::Result<> act(const QString &id, const QList<domain::Fact> &facts)
    {
        QList<domain::Placed> history = journal->historyOf(id).value();
        QList<domain::Event> events;
        for (const domain::Fact &fact : facts) {
            events.append({profile.clock.now(), u"窗口人员"_s, fact});
            history.append(domain::following(history, events.last()));
        }
        return journal->append(id, events, domain::merge(history).file);
    }
    QString openCase()
    {
        Clerk clerk(profile.clock);
        if (!clerk.open(*journal))
            qFatal("not opened");
        return clerk.id();
    }

    PlainHub &hub;
    Profile profile;
    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<journal::Outbox> outbox;
};

}
