#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "tests/shift/hands.h"
#include "tests/shift/script.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// A desktop without a key store: the shift must not touch that of whoever plays it.
class NoKeyStore final : public people::KeyStore
{
public:
    base::Result<base::Secret> read(const QString &) override { return base::Fail(none()); }
    base::Result<> write(const QString &, const base::Secret &) override { return base::Fail(none()); }

private:
    static base::Error none() { return {base::Error::Kind::Secret, u"the shift keeps its key in a file"_s, {}}; }
};

QString outFolder(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plays a clerk's shift through the real windows"_s);
    parser.addHelpOption();
    parser.addOption({u"out"_s, u"Folder for screenshots, papers and the journal."_s, u"folder"_s, u"out/shift"_s});
    parser.process(application);
    return QDir(parser.value(u"out"_s)).absolutePath();
}

}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"yichuang-shift"_s);
    theme::apply(application);
    speak(application, u"zh_CN"_s);
    const QString out = outFolder(application);
    QDir().mkpath(out);

    const base::SystemClock clock;
    NoKeyStore keyStore;
    devices::CupsPrinter printer;
    const auto workplace = Workplace::open({out + u"/profile"_s, base::dataFolder(), clock, keyStore, printer});
    if (!workplace) {
        QTextStream(stderr) << workplace.error().place << ": " << workplace.error().detail << Qt::endl;
        return 2;
    }
    Counter counter(**workplace);
    counter.setSaveFolder(out);
    counter.showPrinter(printer.status());
    counter.window().resize(1366, 768);
    counter.window().show();
    if (!QTest::qWaitForWindowActive(&counter.window()))
        return 2;
    Hands hands(counter.window(), out);
    return playShift(counter, hands) ? 0 : 1;
}
