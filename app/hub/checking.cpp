#include "app/hub/checking.h"

#include "core/hub/bookshelf.h"
#include "core/hub/eventhead.h"
#include "core/hub/feed.h"
#include "core/hub/history.h"

#include <QCryptographicHash>
#include <QHash>

namespace hub {

using namespace Qt::StringLiterals;
using Kind = wire::Entry::Kind;

namespace {

constexpr int entriesAtOnce = 500;
constexpr int mostFaults = 100;

QString nameOf(const wire::Writer &writer)
{
    return u"%1/%2"_s.arg(writer.device).arg(writer.incarnation);
}

/// One writer's chain, as it is put together from the feeds.
struct Chain {
    Stream stream;
    QByteArray hashes; ///< of its events, one behind the other; zeroes: not met
    QByteArray prevs; ///< what each event says of the one before; zeroes: not met, or erased
};

class Checking final
{
public:
    explicit Checking(const Engine &engine) : m_engine(engine) { }

    base::Result<Check> run()
    {
        const base::Result<> done = readStreams().and_then([this] { return walkFeeds(); }).and_then([this] { return readLibrary(); });
        if (!done)
            return base::Fail(done.error());
        for (const Chain &chain : std::as_const(m_chains))
            follow(chain);
        return m_check;
    }

private:
    void fault(const QString &words)
    {
        if (m_check.faults.size() < mostFaults)
            m_check.faults.append(words);
    }

    base::Result<> readStreams()
    {
        const auto streams
            = within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.records().streams(); });
        if (!streams)
            return base::Fail(streams.error());
        for (const Stream &stream : *streams) {
            const qsizetype size = qsizetype(stream.last) * journal::hashSize;
            m_chains.insert(nameOf(stream.writer), {stream, QByteArray(size, '\0'), QByteArray(size, '\0')});
        }
        m_check.writers = int(streams->size());
        return {};
    }

    base::Result<> walkFeeds()
    {
        const auto halls = within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.devices().halls(); });
        if (!halls)
            return base::Fail(halls.error());
        for (const QString &hall : *halls) {
            if (const base::Result<> walked = walk(hall); !walked)
                return walked;
        }
        return {};
    }

    base::Result<> walk(const QString &hall)
    {
        wire::Cursor at;
        for (;;) {
            const auto lines = within(m_engine.store, Store::For::Reading, [&](Transaction &rows) {
                return rows.records().entriesAfter(hall, at.hubSeq, entriesAtOnce, wire::bodyBytes);
            });
            if (!lines)
                return base::Fail(lines.error());
            for (const PulledLine &line : *lines) {
                look(hall, at.check, line);
                at = {line.entry.place, line.entry.check};
            }
            if (lines->isEmpty())
                return {};
        }
    }

    void look(const QString &hall, const QByteArray &before, const PulledLine &line)
    {
        ++m_check.entries;
        const QString where = u"hall %1, place %2"_s.arg(hall).arg(line.entry.place);
        if (line.entry.kind == Kind::Library)
            return; // does not say of which file it tells, so its mark is taken as it stands
        const bool isEvent = line.entry.kind == Kind::Event;
        const QByteArray about = isEvent ? line.event.hash : line.caseUuid.toUtf8();
        if (markAfter(before, line.entry.place, line.entry.kind, about) != line.entry.check)
            fault(u"%1: the mark does not follow from those before"_s.arg(where));
        if (isEvent)
            lookAtEvent(where, line);
    }

    void lookAtEvent(const QString &where, const PulledLine &line)
    {
        const auto chain = m_chains.find(nameOf(line.writer));
        if (chain == m_chains.end() || line.event.seq < 1)
            return fault(u"%1: an event of a writer that is not there"_s.arg(where));
        if (line.event.seq > chain->stream.last)
            return; // came while this was running
        const qsizetype place = qsizetype(line.event.seq - 1) * journal::hashSize;
        const bool isMet = chain->hashes.mid(place, journal::hashSize) != QByteArray(journal::hashSize, '\0');
        if (isMet && chain->hashes.mid(place, journal::hashSize) != line.event.hash)
            fault(u"%1: two events of %2 have the number %3"_s.arg(where, nameOf(line.writer)).arg(line.event.seq));
        if (isMet)
            return; // moved with its case to another hall
        chain->hashes.replace(place, journal::hashSize, line.event.hash);
        if (line.caseKey.bytes.isEmpty()) {
            ++m_check.erased;
            return;
        }
        const auto bytes = keyOf(line.caseUuid, line.caseKey, m_engine.key).and_then([&](const base::Secret &key) {
            return journal::unseal(line.event.sealed, key, placeOfEvent(line.writer, line.event.seq, line.caseUuid));
        });
        if (!bytes)
            return fault(u"%1: cannot be opened: %2"_s.arg(where, bytes.error().detail));
        if (journal::hashOf(*bytes) != line.event.hash)
            return fault(u"%1: is not what its writer wrote"_s.arg(where));
        const base::Result<EventHead> head = readHead(*bytes);
        if (!head || head->writer != line.writer || head->seq != line.event.seq || head->caseId != line.caseUuid)
            return fault(u"%1: stands in the wrong place"_s.arg(where));
        ++m_check.events;
        chain->prevs.replace(place, journal::hashSize, head->prev);
    }

    /// From the first event of a writer to its last.
    void follow(const Chain &chain)
    {
        const QByteArray none(journal::hashSize, '\0');
        QByteArray before = none;
        for (qint64 seq = 1; seq <= chain.stream.last; ++seq) {
            const qsizetype place = qsizetype(seq - 1) * journal::hashSize;
            const QByteArray hash = chain.hashes.mid(place, journal::hashSize);
            const QByteArray prev = chain.prevs.mid(place, journal::hashSize);
            const QString where = u"writer %1, number %2"_s.arg(nameOf(chain.stream.writer)).arg(seq);
            if (hash == none)
                fault(u"%1: stands in no feed"_s.arg(where));
            else if (prev != before && prev != none)
                fault(u"%1: does not follow the one before"_s.arg(where));
            before = hash;
        }
        if (chain.stream.last > 0 && before != chain.stream.hash)
            fault(u"writer %1: its last event is another one"_s.arg(nameOf(chain.stream.writer)));
    }

    base::Result<> readLibrary()
    {
        const Bookshelf shelf(m_engine);
        const auto files = shelf.list();
        if (!files)
            return base::Fail(files.error());
        for (const wire::LibraryFile &file : *files) {
            ++m_check.files;
            QCryptographicHash hash(QCryptographicHash::Sha256);
            for (qint64 at = 0; at < file.bytes; at += wire::pieceBytes) {
                const auto piece = shelf.read({file.kind, file.name, file.version}, at, wire::pieceBytes);
                hash.addData(piece.value_or(QByteArray()));
            }
            if (QString::fromLatin1(hash.result().toHex()) != file.sha256)
                fault(u"library %1 %2 %3: is not what was published"_s.arg(file.kind, file.name, file.version));
        }
        return {};
    }

    const Engine &m_engine;
    QHash<QString, Chain> m_chains; ///< by the name of the writer
    Check m_check;
};

}

base::Result<Check> checkStore(const Engine &engine)
{
    return Checking(engine).run();
}

}
