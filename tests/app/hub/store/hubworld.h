#pragma once

#include "app/hub/store/sqlstore.h"
#include "core/hub/administration.h"
#include "core/hub/moving.h"
#include "core/hub/syncdoor.h"
#include "core/journal/envelope.h"
#include "core/wire/messages.h"
#include "core/wire/signing.h"
#include "tests/app/hub/store/postgres.h"

#include <QTemporaryDir>
#include <QUuid>

#include <mutex>

/// A hub without a socket, and windows that speak to it as the real ones do.
namespace hubworld {

using namespace Qt::StringLiterals;

inline QString freshUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// A clock that the test sets.
class Clock final : public base::Clock
{
public:
    QDateTime now() const override { return time; }

    QDateTime time{QDate(2026, 11, 21), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600};
};

enum class Kind { Sqlite, Postgres };

/// A place for stores of one kind.
class Room
{
public:
    explicit Room(Kind kind, Postgres *server = nullptr) : m_kind(kind), m_server(server)
    {
        if (kind == Kind::Postgres)
            m_url = server->freshDatabase();
    }
    base::Result<std::unique_ptr<hub::SqlStore>> open() const
    {
        return m_kind == Kind::Sqlite ? hub::SqlStore::openFile(folder()) : hub::SqlStore::openServer(m_url);
    }
    QString folder() const { return m_folder.filePath(u"hub"_s); }
    QUrl url() const { return m_url; }
    /// Nobody has it open: a copy that can be put back later.
    void takeCopy();
    void putCopyBack();

private:
    Kind m_kind;
    Postgres *m_server;
    QTemporaryDir m_folder;
    QUrl m_url, m_copy;
};

/// Engine and door before a store of \a room.
class Hub
{
public:
    explicit Hub(const Room &room, journal::Suite suite = journal::Suite::XChaCha20Poly1305) : Hub(room.open(), suite) { }
    explicit Hub(base::Result<std::unique_ptr<hub::SqlStore>> opened, journal::Suite suite = journal::Suite::XChaCha20Poly1305);

    hub::Response ask(const hub::Request &request) { return door->handle(request); }
    hub::Administration office() const { return hub::Administration(engine); }

    Clock clock;
    hub::HubKey key;
    QList<std::pair<QString, qint64>> grown; ///< what was told of the feeds
    std::mutex telling;
    std::unique_ptr<hub::SqlStore> store;
    hub::Engine engine;
    std::unique_ptr<hub::SyncDoor> door;
};

/// A window: its key, its chain, and the events it has written.
class Window
{
public:
    explicit Window(Hub &hub, QString windowCode = u"001"_s, QString mark = u"A1"_s,
                    people::Algorithm algorithm = people::Algorithm::Ed25519);

    /// A new code is made for it and used.
    wire::Answer<wire::Enrolled> enrol(const QString &hall);
    wire::Answer<wire::Enrolled> enrolWith(const QString &code);

    /// Writes an event on a case having seen \a parents, which the next one on it is taken to follow.
    void write(const QString &caseId, const domain::Fact &fact);
    void write(const QString &caseId, const domain::Fact &fact, const QList<journal::Hash> &parents);
    /// A case with \a facts behind its opening; its id.
    QString open(const QList<domain::Fact> &facts = {});
    /// As if nothing had been written behind the first \a events: what a copy of its journal would do.
    void goBackTo(qsizetype events);
    void beginIncarnation(int incarnation);

    wire::Push pushOf(qsizetype from, qsizetype count = -1) const; ///< of its events, by index
    wire::Answer<wire::PushAnswer> push(const wire::Push &push);
    wire::Answer<wire::PushAnswer> pushAll() { return push(pushOf(0)); }
    wire::Answer<wire::PullAnswer> pull(const wire::Cursor &cursor = {}, int most = 500, int wait = 0);
    /// Everything from \a cursor on, in as many answers as it takes.
    QList<wire::Entry> pullAll(wire::Cursor *cursor = nullptr, int most = 500);

    /// A request as this window signs it.
    hub::Request request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                         const QHash<QByteArray, QByteArray> &headers = {}) const;
    hub::Response ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                      const QHash<QByteArray, QByteArray> &headers = {}) const
    {
        return m_hub->ask(request(method, target, body, headers));
    }

    wire::Enrolment card() const;
    wire::Writer writer{freshUuid(), 1};
    QString windowCode, mark;
    people::WindowKey key;
    QByteArrayList events; ///< of the present incarnation
    QHash<QString, QList<journal::Hash>> tips; ///< case → what it has seen last

private:
    Hub *m_hub;
    int m_serial = 0;
};

template <class Value, class Read>
wire::Answer<Value> answerOf(const hub::Response &response, const Read &read)
{
    if (response.status != 200)
        return wire::Refused(wire::problemFrom(response.body));
    const base::Result<Value> value = read(response.body);
    if (!value)
        return wire::Refused({wire::Problem::Code::Failed, value.error().detail, 0, {}});
    return *value;
}

/// The bytes of the events among \a entries.
QByteArrayList bytesOf(const QList<wire::Entry> &entries);

}

/// Stops the test with the words of what was refused or failed.
#define REQUIRE_ANSWER(answer)                                                                                         \
    do {                                                                                                               \
        const auto &required = (answer);                                                                               \
        QVERIFY2(required.has_value(), required ? "" : qPrintable(required.error().detail));                           \
    } while (false)
