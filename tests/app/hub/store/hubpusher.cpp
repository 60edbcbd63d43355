#include "tests/app/hub/store/steadywindow.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

// Pushes the events of one steady window without end, and says after each answer how far the hub has acknowledged. To be killed.
//   hubpusher WINDOW FOLDER|postgresql://…

using namespace hubworld;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QString place = app.arguments().value(2);
    Hub hub(place.startsWith("postgresql:"_L1) ? hub::SqlStore::openServer(QUrl(place)) : hub::SqlStore::openFile(place));
    Window window = steadyWindow(hub, app.arguments().value(1).toInt());
    qint64 acknowledged = 0;
    for (;;) {
        // Some of it again, as after a lost answer.
        const qint64 from = qMax<qint64>(0, acknowledged - QRandomGenerator::global()->bounded(3));
        const qint64 count = 1 + QRandomGenerator::global()->bounded(12);
        writeUntil(window, from + count);
        const auto answer = window.push(window.pushOf(from, count));
        if (!answer || answer->forked)
            return 1;
        acknowledged = answer->acknowledged;
        std::printf("%lld\n", static_cast<long long>(acknowledged));
        std::fflush(stdout);
        writeUntil(window, acknowledged);
    }
}
