#include "tests/app/hub/store/hubworld.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

// Not a test: events per second that a hub takes in through its door, each batch durable before the answer. The events are made and
// signed before the clock runs; reading the request, signatures, judging, sealing and the commit are inside.
//   bench_hub [EVENTS] [BATCH] [postgres] [sm]
// With sm hub and window are of the national suite. Before it: how often a second either algorithm signs and checks a request.

using namespace hubworld;

namespace {

constexpr int actsOfACase = 20;

/// Requests with \a events in batches, of linear histories.
QList<hub::Request> requestsOf(Window &window, int events, int batch)
{
    const QString words(200, u'字'); // an event of about 0.9 KB
    for (int i = 0; i < events; i += actsOfACase) {
        const QString caseId = window.open();
        for (int act = 1; act < actsOfACase; ++act)
            window.write(caseId, domain::FieldEntered{u"field-%1"_s.arg(act), words + QString::number(i + act)});
    }
    QList<hub::Request> requests;
    for (int from = 0; from < events; from += batch) {
        const QByteArray body = wire::packed(wire::toLines(window.pushOf(from, batch)));
        requests.append(window.request("POST", "/sync/v1/push", body, {{"content-encoding", "deflate"}}));
    }
    return requests;
}

/// Time that passed and time that this process worked.
struct Took {
    double seconds = 0;
    double working = 0;
};

template <class Act>
Took measured(const Act &act)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    act();
    return {double(timer.nsecsElapsed()) * 1e-9, double(std::clock() - before) / CLOCKS_PER_SEC};
}

void printSignatures(people::Algorithm algorithm)
{
    constexpr int times = 2000;
    const auto key = people::WindowKey::fromSeed(base::Secret::random(32), algorithm);
    const QByteArray message(150, 'm');
    QByteArray signature;
    const Took signing = measured([&] {
        for (int i = 0; i < times; ++i)
            signature = key.sign(wire::requestPurpose, message);
    });
    bool isWell = true;
    const Took checking = measured([&] {
        for (int i = 0; i < times; ++i)
            isWell = people::isSignedBy(key.publicKey(), wire::requestPurpose, message, signature) && isWell;
    });
    std::printf("%s: signs %.0f/s, checks %.0f/s on a core of its own%s\n", qPrintable(people::algorithmName(algorithm)), times / signing.working,
                times / checking.working, isWell ? "" : ", wrongly");
}

void print(const char *what, int events, const Took &took)
{
    std::printf("%s %.0f/s; %.1f microseconds of work each, which makes %.0f/s on a core of its own\n", what, events / took.seconds,
                took.working * 1e6 / events, events / took.working);
}

}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const int events = qMax(actsOfACase, arguments.value(1, u"50000"_s).toInt()) / actsOfACase * actsOfACase;
    const int batch = qBound(1, arguments.value(2, u"500"_s).toInt(), wire::mostEvents);
    std::unique_ptr<Postgres> server;
    if (arguments.contains(u"postgres"_s))
        server = std::make_unique<Postgres>();
    const Room room(server ? Kind::Postgres : Kind::Sqlite, server.get());
    for (const people::Algorithm algorithm : {people::Algorithm::Ed25519, people::Algorithm::Sm2})
        printSignatures(algorithm);
    const bool isNational = arguments.contains(u"sm"_s);
    Hub hub(room, isNational ? journal::Suite::Sm4CtrHmacSm3 : journal::Suite::XChaCha20Poly1305);
    Window window(hub, u"001"_s, u"A1"_s, isNational ? people::Algorithm::Sm2 : people::Algorithm::Ed25519);
    if (!window.enrol(u"hubin"_s))
        return 1;
    const QList<hub::Request> requests = requestsOf(window, events, batch);
    std::printf("%d events of %lld bytes in batches of %d\n", events, static_cast<long long>(window.events.constLast().size()), batch);
    bool isWell = true;
    print("pushed", events, measured([&] {
              for (const hub::Request &request : requests)
                  isWell = hub.ask(request).status == 200 && isWell;
          }));
    print("pulled", events, measured([&] { isWell = window.pullAll().size() == events && isWell; }));
    return isWell ? 0 : 1;
}
