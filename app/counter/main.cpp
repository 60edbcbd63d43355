#include "app/counter/console.h"
#include "app/counter/counter.h"
#include "app/counter/gate.h"
#include "app/counter/printerwatch.h"
#include "app/counter/privacy.h"
#include "app/counter/problem.h"
#include "app/counter/singleinstance.h"
#include "app/counter/upkeep.h"
#include "app/counter/wiping.h"
#include "core/base/datafolder.h"
#include "core/base/durablefile.h"
#include "core/devices/queuedprinter.h"
#include "core/people/recovery.h"
#include "ui/hub/hubwords.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/wedge/wedgescanner.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

struct Options {
    QString profile;
    QString language;
    QString list; ///< file to import instead of opening the window
    QString consent;
    bool verify = false; ///< checks journal and audit trail and ends
    QString exportAudit; ///< file for the audit trail; the program ends
    bool setUpRecovery = false; ///< writes a new recovery code and ends
    bool rotateKey = false; ///< says what a new key means and ends
    bool retention = false; ///< says what is past its time and ends
    bool isMeant = false; ///< and does it
    QString backUp; ///< folder for a safety copy; the program ends
    QString restore; ///< safety copy that becomes the profile; the program ends
    QString key; ///< file with the key of a profile that nobody opens any more
    QString join; ///< a hub's address and code; the window joins it and the program ends

    bool opensWindow() const
    {
        const bool isUpkeep = verify || setUpRecovery || retention || !exportAudit.isEmpty() || !backUp.isEmpty() || !restore.isEmpty();
        return !isUpkeep && key.isEmpty() && list.isEmpty() && join.isEmpty();
    }
};

Options readOptions(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"One-window terminal for government service halls"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    parser.addOptions({{u"profile"_s, u"Folder with the cases and settings of this window."_s, u"folder"_s, usual},
                       {u"language"_s, u"Language of the window: zh_CN or en."_s, u"language"_s, u"zh_CN"_s},
                       {u"dishonesty-list"_s, u"Import the list of those who may promise nothing, and end."_s, u"file"_s},
                       {u"join"_s, u"Join a hub, and end: “ADDRESS CODE”, or the line of its QR code."_s, u"words"_s},
                       {u"verify"_s, u"Check journal and audit trail, and end: what was changed, cut off or put back is named."_s},
                       {u"export-audit"_s, u"Write the audit trail to a table (.csv or .xlsx), and end."_s, u"file"_s},
                       {u"set-up-recovery"_s, u"Write the code that opens safety copies from now on, once, and end."_s},
                       {u"retention"_s, u"Say which cases and audit lines are past their time, and end; with --do they are forgotten for ever."_s},
                       {u"rotate-key"_s, u"Say what a new key of the profile means, and end; with --do everything is sealed anew under one."_s},
                       {u"do"_s, u"With --retention and --rotate-key: not only say it."_s},
                       {u"back-up"_s, u"Make a safety copy, and end."_s, u"folder"_s},
                       {u"restore"_s, u"Make a safety copy the profile, which is not there yet; the code is read from the standard input."_s,
                        u"file"_s},
                       {u"take-key"_s, u"Put back the key that “yichuang-hub recover-profile” opened, and end."_s, u"file"_s},
                       {u"consent"_s, u"Who lets in a list that no trusted publisher signed, and why: “NAME: REASON”."_s,
                        u"words"_s}});
    parser.process(application);
    return {.profile = QDir(parser.value(u"profile"_s)).absolutePath(),
            .language = parser.value(u"language"_s),
            .list = parser.value(u"dishonesty-list"_s),
            .consent = parser.value(u"consent"_s),
            .verify = parser.isSet(u"verify"_s),
            .exportAudit = parser.value(u"export-audit"_s),
            .setUpRecovery = parser.isSet(u"set-up-recovery"_s),
            .rotateKey = parser.isSet(u"rotate-key"_s),
            .retention = parser.isSet(u"retention"_s),
            .isMeant = parser.isSet(u"do"_s),
            .backUp = parser.value(u"back-up"_s),
            .restore = parser.value(u"restore"_s),
            .key = parser.value(u"take-key"_s),
            .join = parser.value(u"join"_s)};
}

/// The exit code of what was to be done instead of opening the window; nothing where that was nothing.
std::optional<int> doUpkeep(const upkeep::Place &place, const Options &options)
{
    if (options.verify)
        return upkeep::verify(place);
    if (!options.exportAudit.isEmpty())
        return upkeep::exportAudit(place, options.exportAudit);
    if (options.setUpRecovery)
        return upkeep::setUpRecovery(place);
    if (options.rotateKey)
        return upkeep::rotateKey(place, options.isMeant);
    if (options.retention)
        return upkeep::retention(place, options.isMeant);
    if (!options.backUp.isEmpty())
        return upkeep::backUp(place, options.backUp);
    if (!options.restore.isEmpty())
        return upkeep::restore(place, options.restore);
    return std::nullopt;
}

/// 0 when the list is in use from now on; else says why not.
int importList(const base::Result<std::unique_ptr<Workplace>> &workplace, const Options &options)
{
    const base::Result<> done = workplace ? (*workplace)->importDishonestyList(options.list, options.consent)
                                          : base::Result<>(base::Fail(workplace.error()));
    QTextStream out(done ? stdout : stderr);
    if (done)
        out << options.list << u": imported, in use from now on"_s << Qt::endl;
    else
        out << done.error().place << u": "_s << done.error().detail << Qt::endl;
    return done ? 0 : 1;
}

/// 0 when this window belongs to the hub from now on; else says why not.
int joinHub(QApplication &application, const base::Result<std::unique_ptr<Workplace>> &workplace, const QString &words)
{
    QTextStream err(stderr);
    if (!workplace) {
        err << workplace.error().place << u": "_s << workplace.error().detail << Qt::endl;
        return 1;
    }
    desk::HubLink &hub = (*workplace)->hub();
    const QString line = words.simplified();
    const desk::HubInvitation invitation = desk::readInvitation(line.section(u' ', 0, 0), line.section(u' ', 1));
    QObject::connect(&hub, &desk::HubLink::enrolled, &application, [] { QCoreApplication::exit(0); });
    QObject::connect(&hub, &desk::HubLink::enrolmentFailed, &application, [&err](const syncing::Trouble &trouble) {
        err << hubwords::sentence(trouble) << Qt::endl;
        QCoreApplication::exit(1);
    });
    QObject::connect(&hub, &desk::HubLink::storageFailed, &application, [&err](const base::Error &error) {
        err << error.place << u": "_s << error.detail << Qt::endl;
        QCoreApplication::exit(1);
    });
    QMetaObject::invokeMethod(&hub, [&] { hub.enrol(invitation.url, invitation.code); }, Qt::QueuedConnection);
    return QApplication::exec();
}

/// Who is let in at the console, for what the program does behind the whole workplace.
base::Result<std::optional<Entrance>> passConsole(const upkeep::Place &place, desk::ProfileAct act)
{
    if (!QFileInfo::exists(place.profile + u"/journal.db"_s))
        return Entrance{}; // a window that joins its hub at its first start
    return console::enter(place, act).map([](const console::Entered &entered) {
        return std::optional(Entrance{entered.profile->keys().opener, entered.member, {}, {}});
    });
}

/// Who is let through to a profile whose key its staff keeps; an empty entrance for every other. Nothing: the window was closed.
base::Result<std::optional<Entrance>> passGate(QApplication &application, const QString &profile, const base::Clock &clock)
{
    const base::Result<bool> isKept = people::isKeptByStaff(profile);
    if (!isKept)
        return base::Fail(isKept.error());
    if (!*isKept)
        return Entrance{};
    const base::Result<base::HallSettings> hall = base::readSettings(profile + u"/hall.ini"_s);
    if (!hall)
        return base::Fail(hall.error());
    base::Result<people::StaffBook> book = people::StaffBook::open(profile);
    if (!book)
        return base::Fail(book.error());
    // The gate's window is the last one that closes, and not the end of the program: a quit of its own would wait for the next loop.
    QApplication::setQuitOnLastWindowClosed(false);
    std::optional<Entrance> entrance;
    {
        Gate gate(std::move(*book), clock, hall->hallName + u" · "_s + hall->windowName);
        QObject::connect(&gate, &Gate::entered, &gate, [] { QApplication::exit(0); });
        QObject::connect(&application, &QApplication::lastWindowClosed, &gate, [] { QApplication::exit(0); });
        gate.window().show();
        QApplication::exec();
        entrance = gate.entrance();
    }
    QApplication::setQuitOnLastWindowClosed(true);
    return entrance;
}

/// 0 when the key in \a file opens the profile and lies in it again; else says why not.
int takeKey(const upkeep::Place &place, const QString &file)
{
    constexpr qint64 largestKey = 32;
    const base::Result<> taken = base::readPlain(file, largestKey).and_then([&](const QByteArray &bytes) {
        const base::Secret key(bytes);
        return desk::Profile::open(place.profile, place.keyStore, place.clock, key).and_then([&](const std::unique_ptr<desk::Profile> &profile) {
            const bool isItsOwn = profile->keys().opener == key; // a profile that opens without it has another
            return isItsOwn ? people::takeKeyBack(place.profile, key)
                            : base::Result<>(base::Fail({base::Error::Kind::Secret, u"is not the key of this profile"_s, file}));
        });
    });
    QTextStream out(taken ? stdout : stderr);
    out << (taken ? file + u": the profile opens again; sign in at the hub now"_s : taken.error().place + u": "_s + taken.error().detail) << Qt::endl;
    return taken ? 0 : 1;
}

int tellAtConsole(const base::Error &error)
{
    QTextStream(stderr) << error.place << u": "_s << error.detail << Qt::endl;
    return 1;
}

int showProblem(const base::Error &error)
{
    Problem problem(error);
    problem.show();
    QApplication::exec();
    return 1;
}

/// The window, from the gate to its end, or what is done at its console instead; the exit code. Afterwards nobody has the profile open any
/// more. \a wipe: what the hub ordered meanwhile.
int work(QApplication &application, const Options &options, const upkeep::Place &place, std::optional<desk::WipeRecord> &wipe)
{
    devices::CupsPrinter usualPrinter;
    devices::CupsPrintSystem printSystem;
    devices::PrintRunner runner(printSystem);
    devices::QueuedPrinter printer(runner);
    SingleInstance instance(options.profile);

    const bool isAtConsole = !options.list.isEmpty() || !options.join.isEmpty();
    const desk::ProfileAct act = options.list.isEmpty() ? desk::ProfileAct::JoinHub : desk::ProfileAct::ImportList;
    auto entrance = isAtConsole ? passConsole(place, act) : passGate(application, options.profile, place.clock);
    if (!entrance)
        return isAtConsole ? tellAtConsole(entrance.error()) : showProblem(entrance.error());
    if (!*entrance)
        return 0;
    const auto workplace = Workplace::open({options.profile, base::dataFolder(), place.clock, place.keyStore, printer, runner, nullptr,
                                            QApplication::applicationVersion(), (*entrance)->opener, (*entrance)->welcome});
    if (!options.list.isEmpty())
        return importList(workplace, options);
    if (!options.join.isEmpty())
        return joinHub(application, workplace, options.join);
    if (!workplace && workplace.error().kind == base::Error::Kind::Busy && instance.raiseOther())
        return 0;
    if (!workplace)
        return showProblem(workplace.error());

    instance.listen();
    Counter counter(**workplace);
    const WedgeScanner handScanner(application, (*workplace)->hall().publicUrl);
    PrinterWatch watch(usualPrinter);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &counter.window(), &MainWindow::raiseToFront);
    QObject::connect(&handScanner, &WedgeScanner::scanned, &counter, &Counter::takeScanned);
    QObject::connect(&watch, &PrinterWatch::seen, &counter, &Counter::showPrinter);
    QObject::connect(&counter, &Counter::paperProduced, &watch, &PrinterWatch::look);
    QObject::connect(&printer, &devices::QueuedPrinter::failed, &counter, &Counter::tellFailedPrint);
    QObject::connect(&counter, &Counter::wipeDue, &application, [] { QApplication::exit(0); }); // asks no window
    counter.window().show();
    if (!(*entrance)->name.isEmpty() && !(*workplace)->duty().member())
        (*workplace)->staff().signIn((*entrance)->name, (*entrance)->password);
    entrance->reset(); // the password goes, too
    runner.look();
    watch.look();
    const int code = QApplication::exec();
    wipe = counter.wipe();
    return code;
}

}

int main(int argc, char *argv[])
{
    keepMemoryPrivate();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"yichuang"_s);
    QApplication::setApplicationVersion(QStringLiteral(YICHUANG_VERSION));
    const Options options = readOptions(application);
    theme::apply(application);
    speak(application, options.language);

    const base::SystemClock clock;
    people::SystemKeyStore keyStore;
    const upkeep::Place place{options.profile, keyStore, clock};
    const auto standing = desk::readWipe(options.profile);
    if (!standing)
        return showProblem(standing.error());
    if (*standing)
        return finishWipe(place, **standing, !options.opensWindow());
    if (!options.key.isEmpty())
        return takeKey(place, options.key);
    if (const std::optional<int> done = doUpkeep(place, options))
        return *done;
    std::optional<desk::WipeRecord> wipe;
    const int code = work(application, options, place, wipe);
    return wipe ? finishWipe(place, *wipe, false) : code;
}
