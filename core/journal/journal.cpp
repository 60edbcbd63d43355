#include "core/journal/journal.h"

#include "core/base/durablefile.h"
#include "core/domain/merging.h"
#include "core/journal/journalparts.h"
#include "core/journal/logging.h"
#include "core/journal/profileplaces.h"

#include <sodium.h>

#include <utility>

namespace journal {

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

Q_LOGGING_CATEGORY(lcJournal, "yichuang.journal")

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
    // What counts in reports is the larger part and changes with few acts.
    const bool isCounted = before && before->report == digest->report;
    return writeLists(file, *digest, key).and_then([&] {
        return isCounted ? base::Result<>() : reports.put(file.id, digest->report, key);
    });
}

base::Result<> Journal::Parts::writeDigest(const domain::Case &file, const CaseDigest &digest, const base::Secret &key)
{
    return writeLists(file, digest, key).and_then([&] { return reports.put(file.id, digest.report, key); });
}

base::Result<> Journal::Parts::writeLists(const domain::Case &file, const CaseDigest &digest, const base::Secret &key)
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

/// As useNumbers(), when they may be used already.
base::Result<> takeNumbers(Projections &projections, const QString &caseId, const domain::Event &event)
{
    base::Result<bool> taken = true;
    if (const auto *opened = std::get_if<domain::CaseOpened>(&event.fact))
        taken = projections.takeNumber(caseId, opened->number);
    if (const auto *numbered = std::get_if<domain::PaperNumbered>(&event.fact))
        taken = projections.takeNumber(caseId, *numbered);
    if (const auto *voided = std::get_if<domain::PaperNumberVoided>(&event.fact))
        return projections.voidNumber(*voided);
    return taken ? base::Result<>() : base::Fail(taken.error());
}

}

Journal::Journal(std::unique_ptr<Parts> parts) : m(std::move(parts)) { }
Journal::~Journal() = default;

base::Result<std::unique_ptr<Journal>> Journal::open(const QString &folder, const base::Secret &profileKey,
                                                     const base::Clock &clock)
{
    if (sodium_init() < 0 || !isKey(profileKey))
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
    auto parts = std::make_unique<Parts>(std::move(*lock), std::move(*opened), profileKey, folder, clock);
    parts->identity = settled->identity;
    parts->writer = settled->writer;
    // A trail that was tampered with keeps nobody from working: it is said, and verify() names the place.
    if (const base::Result<> begun = parts->audit.begin(); !begun)
        parts->auditFault = begun.error();
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
        .and_then([&] { return m->projections.put(after, tail->heads.last(), last->key); })
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
    const base::Result<QList<domain::Placed>> history = events.historyOf(caseId);
    if (!history)
        return base::Fail(history.error());
    const domain::Case file = domain::merge(*history).file;
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
    return historyOf(caseId).map([](const QList<domain::Placed> &history) {
        QList<domain::Event> events;
        for (const domain::Placed &placed : history)
            events.append(placed.event);
        return events;
    });
}

base::Result<QList<domain::Placed>> Journal::historyOf(const QString &caseId) const
{
    const base::Result<bool> isPurged = m->sync.isPurged(caseId);
    if (!isPurged)
        return base::Fail(isPurged.error());
    return *isPurged ? QList<domain::Placed>() : m->events.historyOf(caseId);
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
    }).and_then([this] { return m->shelf.clear(); }).and_then([this] { return m->reports.clear(); });
    QString caseId;
    QList<domain::Placed> history;
    QList<Parts::Rewritten> rewritten;
    const auto finishCase = [&]() -> base::Result<> {
        if (history.isEmpty())
            return {};
        const base::Result<bool> isPurged = m->sync.isPurged(caseId);
        if (!isPurged || *isPurged)
            return isPurged ? base::Result<>() : base::Fail(isPurged.error());
        rewritten.clear();
        return m->rewrite(caseId, history, rewritten);
    };
    if (done) {
        done = m->events.eachByCase([&](const Envelope &envelope, const Hash &hash) -> base::Result<> {
            base::Result<> finished;
            if (envelope.caseId != caseId) {
                finished = finishCase();
                history.clear();
            }
            caseId = envelope.caseId;
            history.append(placedOf(envelope, hash));
            return finished ? takeNumbers(m->projections, caseId, envelope.event) : finished;
        });
    }
    return done.and_then(finishCase).and_then([&] { return transaction.commit(); });
}

base::Result<std::optional<QByteArray>> Journal::keptValue(const QString &name) const
{
    const auto row = m->database->row("SELECT suite, sealed FROM meta WHERE name = :name", {{u":name"_s, name}});
    if (!row)
        return base::Fail(row.error());
    if (!*row)
        return std::nullopt;
    return unseal({(*row)->at(0).toInt(), (*row)->at(1).toByteArray()}, m->profileKey, profileplaces::meta(name)).map([](QByteArray value) {
        return std::optional(std::move(value));
    });
}

base::Result<> Journal::keepValue(const QString &name, const QByteArray &value)
{
    const Sealed sealed = seal(value, m->profileKey, profileplaces::meta(name));
    return m->database->run("INSERT OR REPLACE INTO meta (name, suite, sealed) VALUES (:name, :suite, :sealed)",
                            {{u":name"_s, name}, {u":suite"_s, sealed.suite}, {u":sealed"_s, sealed.bytes}});
}

AuditTrail &Journal::audit()
{
    return m->audit;
}

const std::optional<base::Error> &Journal::auditFault() const
{
    return m->auditFault;
}

base::Result<qint64> Journal::verify() const
{
    return m->events.verify();
}

}
