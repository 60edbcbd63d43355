#include "core/journal/journal.h"

#include "core/base/durablefile.h"
#include "core/domain/decide.h"
#include "core/journal/digests.h"
#include "core/journal/identity.h"
#include "core/journal/logging.h"
#include "core/journal/opening.h"
#include "core/journal/projections.h"
#include "core/journal/shelfstore.h"

#include <QLockFile>

#include <sodium.h>

#include <utility>

namespace journal {

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

Q_LOGGING_CATEGORY(lcJournal, "yichuang.journal")

struct Journal::Parts {
    Parts(std::unique_ptr<QLockFile> heldLock, Opened opened, const base::Secret &key)
        : lock(std::move(heldLock)), database(std::move(opened.database)), setAside(opened.setAside),
          profileKey(key), keys(*database, key), events(*database, keys), projections(*database, keys),
          digests(*database, keys), shelf(*database, keys)
    {
    }

    std::unique_ptr<QLockFile> lock; ///< given up last
    std::unique_ptr<Database> database;
    QString setAside;
    base::Secret profileKey;
    CaseKeys keys;
    EventStore events;
    Projections projections;
    Digests digests;
    ShelfStore shelf;
    Digesting digesting;
    Written written;
    QString refreshed; ///< last case that refreshDigests() looked at
    Identity identity;
    Writer writer;
    /// Where the last act left off, so that the next one on the same case need not look. Only ever what is committed.
    struct Last {
        Tail tail;
        base::Secret key;
        std::optional<CaseDigest> digest; ///< as it was written last; nothing: not known
    };
    std::optional<Last> last;

    base::Result<Last> lastOf(const QString &caseId);
    std::optional<CaseDigest> digestOf(const domain::Case &file) const;
    /// Writes \a digest unless it is as \a before. Inside a transaction.
    base::Result<> putDigest(const domain::Case &file, const std::optional<CaseDigest> &digest,
                             const std::optional<CaseDigest> &before, const base::Secret &key);
    /// Work list, summary and shelf. Inside a transaction.
    base::Result<> writeDigest(const domain::Case &file, const CaseDigest &digest, const base::Secret &key);
    base::Result<> refresh(const QString &caseId);
};

/// Inside a transaction.
base::Result<Journal::Parts::Last> Journal::Parts::lastOf(const QString &caseId)
{
    if (std::optional<Last> known = std::exchange(last, {}); known && known->tail.caseId == caseId)
        return *known;
    const base::Result<base::Secret> key = keys.findOrMake(caseId);
    if (!key)
        return base::Fail(key.error());
    return events.tailOf(writer, caseId).map([&](const Tail &tail) { return Last{tail, *key, {}}; });
}

std::optional<CaseDigest> Journal::Parts::digestOf(const domain::Case &file) const
{
    return digesting.digest ? digesting.digest(file) : std::nullopt;
}

base::Result<> Journal::Parts::putDigest(const domain::Case &file, const std::optional<CaseDigest> &digest,
                                         const std::optional<CaseDigest> &before, const base::Secret &key)
{
    // Most acts of an intake leave nothing new to do and nobody else to find.
    if (!digest || digest == before)
        return {};
    return writeDigest(file, *digest, key);
}

base::Result<> Journal::Parts::writeDigest(const domain::Case &file, const CaseDigest &digest, const base::Secret &key)
{
    return digests.put(file, digest, digesting.basis, key).and_then([&] { return shelf.put(file, digest.shelf, key); });
}

namespace {

/// One program at a time: two would set aside or renumber under each other's hands.
base::Result<std::unique_ptr<QLockFile>> lockFolder(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + u"/journal.lock"_s);
    lock->setStaleLockTime(0);
    if (lock->tryLock())
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return base::Fail({Kind::Busy, u"another program works with this profile"_s, folder});
    return base::Fail({Kind::Storage, u"folder not writable"_s, folder});
}

/// Uses up the numbers that \a events give to a case or its papers.
base::Result<> useNumbers(Projections &projections, const QString &caseId, const QList<domain::Event> &events)
{
    base::Result<> used;
    for (const domain::Event &event : events) {
        if (const auto *opened = std::get_if<domain::CaseOpened>(&event.fact); opened && used)
            used = projections.useNumber(opened->number);
        if (const auto *numbered = std::get_if<domain::PaperNumbered>(&event.fact); numbered && used)
            used = projections.useNumber(caseId, *numbered);
        if (const auto *voided = std::get_if<domain::PaperNumberVoided>(&event.fact); voided && used)
            used = projections.voidNumber(*voided);
    }
    return used;
}

}

Journal::Journal(std::unique_ptr<Parts> parts) : m(std::move(parts)) { }
Journal::~Journal() = default;

base::Result<std::unique_ptr<Journal>> Journal::open(const QString &folder, const base::Secret &profileKey,
                                                     const base::Clock &clock)
{
    if (sodium_init() < 0 || profileKey.size() != keySize)
        return base::Fail({Kind::Secret, u"no key of %1 bytes"_s.arg(keySize), folder});
    if (const base::Result<> made = base::makePrivateFolder(folder); !made)
        return base::Fail(made.error());
    base::Result<std::unique_ptr<QLockFile>> lock = lockFolder(folder);
    if (!lock)
        return base::Fail(lock.error());
    base::Result<Opened> opened = openFile(folder, profileKey, clock);
    if (!opened)
        return base::Fail(opened.error());
    const base::Result<Settled> settled = settleIdentity(folder, *opened->database, clock);
    if (!settled)
        return base::Fail(settled.error());
    auto parts = std::make_unique<Parts>(std::move(*lock), std::move(*opened), profileKey);
    parts->identity = settled->identity;
    parts->writer = settled->writer;
    return std::unique_ptr<Journal>(new Journal(std::move(parts)));
}

const Identity &Journal::identity() const
{
    return m->identity;
}

QString Journal::setAside() const
{
    return m->setAside;
}

base::Result<> Journal::append(const QString &caseId, const QList<domain::Event> &events, const domain::Case &after)
{
    Q_ASSERT(after.id == caseId);
    if (events.isEmpty())
        return {};
    const std::optional<CaseDigest> digest = m->digestOf(after);
    Transaction transaction(*m->database);
    if (const base::Result<> begun = transaction.begin(); !begun)
        return begun;
    const base::Result<Parts::Last> last = m->lastOf(caseId);
    if (!last)
        return base::Fail(last.error());
    const base::Result<Tail> tail = m->events.append(m->writer, last->tail, last->key, after.guide.version, events);
    if (!tail)
        return base::Fail(tail.error());
    return useNumbers(m->projections, caseId, events)
        .and_then([&] { return m->projections.put(after, tail->head, last->key); })
        .and_then([&] { return m->putDigest(after, digest, last->digest, last->key); })
        .and_then([&] { return transaction.commit(); })
        .map([&] {
            m->last = Parts::Last{*tail, last->key, digest};
            if (digest && m->written)
                m->written(after, *digest, true);
        });
}

void Journal::setDigesting(Digesting digesting, Written written)
{
    m->digesting = std::move(digesting);
    m->written = std::move(written);
    m->refreshed.clear();
    m->last.reset();
}

base::Result<bool> Journal::refreshDigests(int most)
{
    const base::Result<Digests::Stale> stale = m->digests.staleAfter(m->refreshed, m->digesting.basis, most);
    if (!stale)
        return base::Fail(stale.error());
    for (const QString &caseId : stale->cases) {
        if (const base::Result<> done = m->refresh(caseId); !done)
            return base::Fail(done.error());
    }
    if (!stale->last.isEmpty())
        m->refreshed = stale->last;
    return !stale->last.isEmpty();
}

base::Result<> Journal::Parts::refresh(const QString &caseId)
{
    const base::Result<QList<domain::Event>> history = events.eventsOf(caseId);
    if (!history)
        return base::Fail(history.error());
    domain::Case file;
    for (const domain::Event &event : *history)
        file = domain::apply(std::move(file), event);
    const std::optional<CaseDigest> digest = digestOf(file);
    if (!digest)
        return {};
    const base::Result<std::optional<base::Secret>> key = keys.find(caseId);
    if (!key || !*key)
        return key ? base::Result<>() : base::Fail(key.error());
    Transaction transaction(*database);
    return transaction.begin()
        .and_then([&] { return writeDigest(file, *digest, **key); })
        .and_then([&] { return transaction.commit(); })
        .map([&] {
            if (written)
                written(file, *digest, false);
        });
}

base::Result<QList<TaskLine>> Journal::tasks(const TaskQuery &query, const TaskPlace &after, int most) const
{
    return m->digests.tasks(query, after, most);
}

base::Result<TaskCounts> Journal::taskCounts(const TaskQuery &query) const
{
    return m->digests.counts(query);
}

base::Result<QList<ShelfLine>> Journal::shelf(const ShelfQuery &query, const TaskPlace &after, int most) const
{
    return m->shelf.lines(query, after, most);
}

base::Result<ShelfCounts> Journal::shelfCounts(const QDateTime &now) const
{
    return m->shelf.counts(now);
}

base::Result<QStringList> Journal::casesWithCode(const QString &code, int most) const
{
    return m->shelf.casesWithCode(code, most);
}

SummaryReader Journal::summaries() const
{
    return [file = m->database->file(), key = m->profileKey](const auto &visit) {
        Database database(file);
        CaseKeys keys(database, key);
        return database.open().and_then([&] { return Digests(database, keys).eachSummary(visit); });
    };
}

base::Result<base::Secret> Journal::keyFor(const QString &caseId, const QByteArray &purpose) const
{
    const auto key = m->keys.find(caseId);
    if (!key)
        return base::Fail(key.error());
    if (!*key)
        return base::Fail({Kind::Missing, u"no such case"_s, caseId});
    return CaseKeys::derived(**key, purpose);
}

base::Result<CaseTrail> Journal::casesWith(const QString &type, const QDateTime &since, qint64 before, int most) const
{
    return m->events.casesWith(type, since, before, most);
}

base::Result<QList<domain::Event>> Journal::eventsOf(const QString &caseId) const
{
    return m->events.eventsOf(caseId);
}

base::Result<std::optional<QString>> Journal::caseWithNumber(const QString &number) const
{
    return m->projections.caseWithNumber(number);
}

base::Result<QList<CaseRow>> Journal::cases(bool unfinishedOnly, int most) const
{
    return m->projections.cases(unfinishedOnly, most);
}

base::Result<QList<MatterUse>> Journal::mattersUsed() const
{
    return m->projections.mattersUsed();
}

base::Result<int> Journal::nextSerial(QDate day) const
{
    return m->projections.nextSerial(m->identity.mark, day);
}

base::Result<int> Journal::highestSerial(const PaperSeries &series, int from, int to) const
{
    return m->projections.highestSerial(series, from, to);
}

base::Result<QList<UsedSeries>> Journal::seriesUsed() const
{
    return m->projections.seriesUsed();
}

base::Result<QList<GivenNumber>> Journal::numbersOf(const PaperSeries &series, int after, int most) const
{
    return m->projections.numbersOf(series, after, most);
}

base::Result<> Journal::rebuildProjections()
{
    Transaction transaction(*m->database);
    base::Result<> done = transaction.begin().and_then([this] { return m->projections.clear(); }).and_then([this] {
        return m->digests.clear();
    }).and_then([this] { return m->shelf.clear(); });
    domain::Case file;
    Hash head;
    const auto finishCase = [&]() -> base::Result<> {
        if (file.id.isEmpty())
            return {};
        return m->keys.findOrMake(file.id).and_then([&](const base::Secret &key) {
            return m->projections.put(file, head, key).and_then([&] {
                return m->putDigest(file, m->digestOf(file), {}, key);
            });
        });
    };
    if (done) {
        done = m->events.eachByCase([&](const Envelope &envelope, const Hash &hash) -> base::Result<> {
            base::Result<> put;
            if (envelope.caseId != file.id) {
                put = finishCase();
                file = {};
            }
            file = domain::apply(std::move(file), envelope.event);
            head = hash;
            return put ? useNumbers(m->projections, file.id, {envelope.event}) : put;
        });
    }
    return done.and_then(finishCase).and_then([&] { return transaction.commit(); });
}

base::Result<qint64> Journal::verify() const
{
    return m->events.verify();
}

}
