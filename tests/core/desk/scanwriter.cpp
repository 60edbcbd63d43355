#include "core/domain/scans.h"
#include "tests/core/desk/scandesk.h"

#include <QGuiApplication>
#include <QTemporaryFile>

#include <cstdio>
#include <random>

using namespace scandesk;

namespace {

void say(const char *what, const QString &name, const QString &scan = {})
{
    std::printf("%s %s %s\n", what, qPrintable(name), qPrintable(scan));
    std::fflush(stdout);
}

/// A JPEG of this program only; what matters is its bytes.
QByteArray freshPicture(std::mt19937 &chance)
{
    static const QByteArray jpeg = samplepages::jpeg(samplepages::text(10, 60));
    QByteArray comment;
    for (int i = 0; i < 60'000; ++i)
        comment += char(1 + chance() % 200);
    return jpeg.left(2) + "\xff\xfe" + char((comment.size() + 2) >> 8) + char((comment.size() + 2) & 0xff) + comment + jpeg.mid(2);
}

}

/// A document camera that never stops and a program that takes in what it writes: SCANWRITER PROFILE CAMERA [CASE]. Says what it
/// does before (made) and after (taken, worked). Made to be killed.
int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Hall hall(arguments.value(1));
    const QString camera = arguments.value(2);
    const auto opened = arguments.size() > 3 ? hall.reception->resume(arguments[3]) : hall.reception->open(newborn(hall));
    if (!opened)
        return 1;
    desk::CaseWork &work = **opened;
    if (arguments.size() == 3)
        answerAll(work);
    say("case", work.file().id);
    const auto scans = std::move(*desk::ScanRoom(hall.profile->journal(), arguments[1] + u"/scans"_s).of(work));
    scans->setTarget(work.plan().materials.front().material.id);
    std::mt19937 chance(std::random_device{}());
    const auto feed = [&] {
        const QByteArray bytes = freshPicture(chance);
        const QString scan = scans::ScanStore::addressOf(bytes);
        write(camera + u'/' + scan + u".jpg"_s, bytes);
        say("made", scan + u".jpg"_s, scan);
        scans->take({{.name = {}, .file = camera + u'/' + scan + u".jpg"_s, .bytes = {}, .image = {}, .removeFile = true}});
    };
    QObject::connect(scans.get(), &desk::CaseScans::arrived, scans.get(), [&](const desk::Arrival &arrival) {
        if (arrival.outcome != desk::Arrival::Outcome::Taken)
            std::exit(2);
        const bool isWorked = work.file().life.scans.last().from.size() > 0;
        say(isWorked ? "worked" : "taken", QStringLiteral("-"), arrival.scan);
        if (chance() % 5 == 0 && !isWorked)
            scans->edit(arrival.scan, {.quarterTurns = 1, .cut = {}});
        else
            feed();
    });
    for (int i = 0; i < 3; ++i)
        feed();
    return QCoreApplication::exec();
}
