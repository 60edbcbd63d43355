#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "core/devices/queuedprinter.h"
#include "tests/shift/hands.h"
#include "tests/shift/hubvisit.h"
#include "tests/shift/script.h"
#include "tests/shift/supervisor.h"
#include "tests/support/fakes.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

struct Options {
    QString out;
    QString hub; ///< empty: none is joined
};

Options readOptions(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plays a clerk's shift through the real windows"_s);
    parser.addHelpOption();
    parser.addOption({u"out"_s, u"Folder for screenshots, papers and the journal."_s, u"folder"_s, u"out/shift"_s});
    parser.addOption({u"join"_s, u"A hub to join at the end: “ADDRESS CODE”."_s, u"words"_s});
    parser.process(application);
    return {QDir(parser.value(u"out"_s)).absolutePath(), parser.value(u"join"_s)};
}

}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"yichuang-shift"_s);
    theme::apply(application);
    speak(application, u"zh_CN"_s);
    const Options options = readOptions(application);
    const QString &out = options.out;
    QDir().mkpath(out);

    const base::SystemClock clock;
    support::NoKeyStore keyStore; // the shift must not touch that of whoever plays it
    devices::CupsPrinter usualPrinter;
    devices::CupsPrintSystem printSystem;
    devices::PrintRunner runner(printSystem);
    devices::QueuedPrinter printer(runner);
    const auto workplace = Workplace::open({out + u"/profile"_s, base::dataFolder(), clock, keyStore, printer, runner, nullptr,
                                            u"shift"_s});
    if (!workplace) {
        QTextStream(stderr) << workplace.error().place << ": " << workplace.error().detail << Qt::endl;
        return 2;
    }
    Counter counter(**workplace);
    counter.setSaveFolder(out);
    counter.showPrinter(usualPrinter.status());
    counter.window().resize(1366, 768);
    counter.window().show();
    if (!QTest::qWaitForWindowActive(&counter.window()))
        return 2;
    Hands hands(counter.window(), out);
    const bool isPlayed = playShift(counter, hands);
    const bool good = playSupervisor(counter, hands) && isPlayed;
    return (options.hub.isEmpty() || playHub(counter, hands, options.hub)) && good ? 0 : 1;
}
