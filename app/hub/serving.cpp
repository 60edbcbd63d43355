#include "app/hub/serving.h"

#include "app/hub/api/apidoor.h"
#include "app/hub/errands.h"
#include "app/hub/frontdoor.h"
#include "app/hub/issuer.h"
#include "app/hub/prefilling.h"
#include "app/hub/web/site.h"
#include "core/base/datafolder.h"
#include "core/hub/administration.h"
#include "core/hub/feedwatch.h"
#include "core/hub/lookupdoor.h"
#include "core/hub/syncdoor.h"
#include "core/offices/reportdoor.h"
#include "core/offices/staffdoor.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>
#include <QTimer>

#include <csignal>

#include <malloc.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace hub {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto housekeeping = 1h;
constexpr auto tending = 5s;
constexpr int daysAside = 30;

sigset_t heardSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, number);
    return set;
}

/// As many files as the system lets us have: a connection is one.
void takeAllFileNumbers()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

QString addressOf(const ServerSettings &settings, quint16 port)
{
    const bool isV6 = settings.address.contains(u':');
    return u"%1://%2:%3"_s.arg(settings.certificate.isEmpty() ? u"http"_s : u"https"_s,
                               isV6 ? u"[%1]"_s.arg(settings.address) : settings.address)
        .arg(port);
}

int failed(const JsonLog &log, const base::Error &error)
{
    log.write(LogLevel::Error, error.detail, {{"place"_L1, error.place}});
    return 1;
}

void keepHouse(const Engine &engine, const offices::Postbox &postbox, const offices::Applications &applications, const JsonLog &log)
{
    const Administration administration(engine);
    const auto partials = administration.sweep();
    const auto aside = administration.clearAside(engine.now().addDays(-daysAside), u"hub"_s);
    const base::Result<> swept = postbox.sweep().and_then([&] { return offices::ApiTokens(engine).sweep(); }).and_then([&] {
        return applications.sweep().map([](int) { });
    });
    if (!swept)
        log.write(LogLevel::Warning, swept.error().detail);
    if (!partials || !aside)
        log.write(LogLevel::Warning, (!partials ? partials.error() : aside.error()).detail);
    else if (*partials + *aside > 0)
        log.write(LogLevel::Info, u"old things were given up"_s, {{"pictures"_L1, *partials}, {"events"_L1, *aside}});
}

}

Signals::Signals()
{
    const sigset_t set = heardSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr); // threads made later do the same
    m_file = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

Signals::~Signals()
{
    ::close(m_file);
}

int Signals::take()
{
    signalfd_siginfo info{};
    return ::read(m_file, &info, sizeof info) == sizeof info ? int(info.ssi_signo) : 0;
}

int serve(const ServeWish &wish, Signals &told, QTextStream &out)
{
    mallopt(M_ARENA_MAX, 2); // many threads, little memory each: one heap for every thread would cost more than it saves
    takeAllFileNumbers();
    const JsonLog log(wish.log);
    std::unique_ptr<Server> server;
    const FeedGrown grown = [&server](const QString &hall, qint64 hubSeq) {
        if (server)
            server->feedGrown(hall, hubSeq);
    };
    const auto premises = Premises::open(wish.place, grown);
    if (!premises)
        return failed(log, premises.error());
    Store &store = (*premises)->store();
    const Engine &engine = (*premises)->engine();

    Figures figures;
    const auto upstream = upstreamOf(wish.upstream);
    if (!upstream)
        return failed(log, upstream.error());
    Prefilling prefilling(engine);
    SyncDoor windows(engine, wish.publicUrl,
                     [&](const Device &device, const wire::PrefillWish &asked) { return prefilling.answer(device, asked); });
    offices::StaffDoor staff(engine);
    LookUpDoor lookUps(engine, upstream->get());
    const auto site = web::Site::open(engine, {.share = base::dataFolder(),
                                               .hall = wish.place.folder + "/hall.ini"_L1,
                                               .publicUrl = wish.publicUrl,
                                               .unsentOf = [&windows](const QString &device) { return windows.unsentOf(device); }});
    if (!site)
        return failed(log, site.error());
    std::unique_ptr<HttpIssuer> issuer;
    if (!wish.issuing.url.isEmpty()) {
        const auto system = counterpartOf(wish.issuing.url, wish.issuing.tokenFile, u"--issue-url"_s);
        if (!system)
            return failed(log, system.error());
        issuer = std::make_unique<HttpIssuer>(*system);
    }
    const web::Site::Offices behind = (*site)->offices();
    prefilling.serve(behind.applications);
    offices::Postbox postbox({.engine = engine, .guides = behind.guides, .cases = behind.cases, .routing = behind.routing, .asksForLicences = issuer != nullptr});
    api::ApiDoor systems({.engine = engine,
                          .desk = behind.desk,
                          .postbox = postbox,
                          .progress = behind.progress,
                          .ratings = behind.ratings,
                          .description = base::dataFolder() + "/openapi/departments.json"_L1});
    offices::ReportDoor reports({.engine = engine, .guides = behind.guides, .rules = behind.rules});
    FrontDoor door({staff, windows, lookUps, reports, systems, (*site)->door()}, store, figures, [&server] { return server->occupation(); },
                   {.dataFolder = wish.place.folder, .openApi = base::dataFolder() + "/openapi/hub.json"_L1});
    server = std::make_unique<Server>(door, wish.server, [&](const Answered &answered) {
        figures.count(answered);
        log.tell(answered);
    });
    if (const base::Result<> started = server->start(); !started)
        return failed(log, started.error());
    const QString address = addressOf(wish.server, server->port());
    out << address << '\n';
    out.flush();
    log.write(LogLevel::Info, u"the hub answers"_s, {{"address"_L1, address}});
    {
        const FeedWatch others(store, grown);
        const Errands errands(postbox, behind.licences, issuer.get());
        QTimer clock;
        QObject::connect(&clock, &QTimer::timeout, &clock, [&] { keepHouse(engine, postbox, behind.applications, log); });
        clock.start(housekeeping);
        QTimer tender;
        QObject::connect(&tender, &QTimer::timeout, &tender, [&] {
            if (const base::Result<> tended = (*site)->tend().and_then([&] { return reports.tend(); }); !tended)
                log.write(LogLevel::Warning, tended.error().detail, {{"place"_L1, tended.error().place}});
        });
        tender.start(tending);
        const QSocketNotifier heard(told.file(), QSocketNotifier::Read);
        QObject::connect(&heard, &QSocketNotifier::activated, &clock, [&] {
            if (told.take() != SIGHUP)
                return QCoreApplication::quit();
            const base::Result<> again = server->readCertificateAgain();
            log.write(again ? LogLevel::Info : LogLevel::Error,
                      again ? u"the certificate was read again"_s : again.error().detail);
        });
        QCoreApplication::exec();
    }
    log.write(LogLevel::Info, u"the hub ends"_s);
    server->stop();
    log.write(LogLevel::Info, u"the hub has ended"_s);
    return 0;
}

}
