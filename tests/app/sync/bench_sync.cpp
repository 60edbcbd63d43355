#include "core/desk/hublink.h"
#include "core/desk/profile.h"
#include "core/sync/httpline.h"
#include "tests/app/hub/hubprogram.h"
#include "tests/app/sync/hallsettings.h"
#include "tests/core/journal/world.h"
#include "tests/support/fakes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <unistd.h>

#include <cstdio>
#include <ctime>

// Not a test: how many events of 0.9 KB a second a window brings to a hub, and another fetches from it, each in its own process or thread
// over a socket and durable on both ends; and beside it what pouchdb-node and pouchdb-server do. Processor time is that of the process of
// the windows and of the hub's (without a PostgreSQL server's).
//   bench_sync [EVENTS] [no-peer]

using namespace Qt::StringLiterals;

namespace {

constexpr int actsOfACase = 20;
constexpr int patience = 300'000; // milliseconds

/// Processor time that \a process has spent, in seconds.
double workOf(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(sysconf(_SC_CLK_TCK));
}

/// What an act took: seconds that passed, and seconds of work on both sides.
struct Took {
    double seconds = 0, window = 0, hub = 0;
};

void print(const char *what, const char *name, int events, const Took &took)
{
    std::printf("ours, %-10s %s %.0f/s; processor time of each event: window %.1f, hub %.1f microseconds\n", name, what,
                events / took.seconds, took.window * 1e6 / events, took.hub * 1e6 / events);
}

/// A window with its profile and its link, no screen.
struct BenchWindow {
    BenchWindow(const QString &room, const QString &code) : folder(room + u'/' + code), windowCode(code)
    {
        writeHallSettings(folder, code);
        profile = std::move(*desk::Profile::open(folder, keyStore, clock));
        link.emplace(desk::HubLinkNeeds{.profileFolder = folder,
                                        .profileKey = profile->keys().profile,
                                        .windowKey = profile->keys().window,
                                        .journal = profile->journal(),
                                        .hall = profile->hall(),
                                        .program = u"bench"_s,
                                        .line = [](const QUrl &hub) { return std::make_unique<syncing::HttpLine>(hub); }});
        outbox = journal::Outbox::open(folder, profile->keys().profile).value();
    }
    /// Cases with \a events altogether; the bytes of one.
    qsizetype write(int events)
    {
        const QString words(230, u'字');
        world::Clock steady;
        for (int i = 0; i < events; i += actsOfACase) {
            world::Clerk clerk(steady);
            QList<domain::Fact> facts{domain::CaseOpened{clerk.id(), world::freshNumber(profile->journal(), steady.now().date()), {}}};
            for (int act = 1; act < actsOfACase; ++act)
                facts.append(domain::FieldEntered{u"field-%1"_s.arg(act), words + QString::number(i + act)});
            if (!clerk.record(profile->journal(), facts))
                qFatal("not written");
        }
        return outbox->unsent(2, 1 << 20)->events.constLast().size();
    }
    /// Joins; what it takes from then until \a isDone.
    template <class Done>
    Took timed(const HubProgram &hub, const QStringList &store, const Done &isDone)
    {
        const auto code = hub.command(store + QStringList{u"enrol-code"_s, u"--hall"_s, u"bench"_s, u"--region"_s, u"411202"_s, u"--window-code"_s, windowCode});
        QElapsedTimer timer;
        Took before;
        QObject::connect(&*link, &desk::HubLink::enrolled, [&] {
            before = {0, double(std::clock()) / CLOCKS_PER_SEC, workOf(hub.pid())};
            timer.start();
        });
        link->enrol(QUrl(hub.address()), QString::fromLatin1(code.out).trimmed());
        const bool done = QTest::qWaitFor([&] { return timer.isValid() && isDone(*outbox); }, patience);
        if (!done)
            qFatal("it does not end");
        return {double(timer.nsecsElapsed()) * 1e-9, double(std::clock()) / CLOCKS_PER_SEC - before.window, workOf(hub.pid()) - before.hub};
    }

    QString folder, windowCode;
    base::SystemClock clock;
    support::NoKeyStore keyStore;
    std::unique_ptr<desk::Profile> profile;
    std::optional<desk::HubLink> link;
    std::unique_ptr<journal::Outbox> outbox;
};

void measure(const char *name, const QStringList &store, int events)
{
    QTemporaryDir room;
    HubProgram hub(room.filePath(u"hub"_s), store);
    if (!hub.answers())
        qFatal("no hub: %s", hub.log().constData());
    BenchWindow writer(room.path(), u"001"_s), reader(room.path(), u"002"_s);
    const qsizetype bytes = writer.write(events);
    const Took pushed = writer.timed(hub, store, [&](journal::Outbox &outbox) { return outbox.acknowledged()->constLast().second >= events; });
    const Took pulled = reader.timed(hub, store, [&](journal::Outbox &outbox) { return outbox.state()->cursor.hubSeq >= events; });
    std::printf("ours, %-10s %d events of %lld bytes (WAL and synchronous=FULL in the window, durable commits in the hub)\n", name, events,
                static_cast<long long>(bytes));
    print("pushed", name, events, pushed);
    print("pulled", name, events, pulled);
    std::fflush(stdout);
}

int measurePeer(int documents)
{
    std::printf("pouchdb-node to pouchdb-server, the same number of documents (LevelDB, not synced at each write):\n");
    std::fflush(stdout);
    const int code = QProcess::execute(QStringLiteral(PEER_SCRIPT), {QString::number(documents)});
    if (code != 0)
        std::printf("no figures of the peer: %s gave %d\n", PEER_SCRIPT, code);
    return code;
}

}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const int events = qMax(1, app.arguments().value(1, u"10000"_s).toInt() / actsOfACase) * actsOfACase;
    measure("SQLite", {}, events);
    if (Postgres server(true); server.missing().isEmpty())
        measure("PostgreSQL", {u"--store"_s, server.freshDatabase().toString(QUrl::FullyEncoded)}, events);
    else
        std::printf("%s\n", qPrintable(server.missing()));
    return app.arguments().contains(u"no-peer"_s) ? 0 : measurePeer(events);
}
