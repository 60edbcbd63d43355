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

#include <cstdio>

// Not a test: how many events of 0.9 KB a second a window brings to a hub, and another fetches from it, each in its own process or thread
// over a socket and durable on both ends; and beside it what pouchdb-node and pouchdb-server do.
//   bench_sync [EVENTS] [no-peer]

using namespace Qt::StringLiterals;

namespace {

constexpr int actsOfACase = 20;
constexpr int patience = 300'000; // milliseconds

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
    /// Joins, and seconds from then until \a isDone.
    template <class Done>
    double timed(const HubProgram &hub, const QStringList &store, const Done &isDone)
    {
        const auto code = hub.command(store + QStringList{u"enrol-code"_s, u"--hall"_s, u"bench"_s, u"--region"_s, u"411202"_s, u"--window-code"_s, windowCode});
        QElapsedTimer timer;
        QObject::connect(&*link, &desk::HubLink::enrolled, [&] { timer.start(); });
        link->enrol(QUrl(hub.address()), QString::fromLatin1(code.out).trimmed());
        const bool done = QTest::qWaitFor([&] { return timer.isValid() && isDone(*outbox); }, patience);
        if (!done)
            qFatal("it does not end");
        return double(timer.nsecsElapsed()) * 1e-9;
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
    const double pushed = writer.timed(hub, store, [&](journal::Outbox &outbox) { return outbox.acknowledged()->constLast().second >= events; });
    const double pulled = reader.timed(hub, store, [&](journal::Outbox &outbox) { return outbox.state()->cursor.hubSeq >= events; });
    std::printf("ours, %-10s %d events of %lld bytes: pushed %.0f/s, pulled %.0f/s (WAL and synchronous=FULL in the window, durable commits in the hub)\n",
                name, events, static_cast<long long>(bytes), events / pushed, events / pulled);
    std::fflush(stdout);
}

int measurePeer(int documents)
{
    std::printf("pouchdb-node to pouchdb-server, the same number of documents (LevelDB, not synced at each write):\n");
    std::fflush(stdout);
    return QProcess::execute(qEnvironmentVariable("YICHUANG_SOURCE") + u"/tests/app/sync/peer/run.sh"_s, {QString::number(documents)});
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
