#include "tests/core/journal/plainhub.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

double perSecond(qint64 count, const QElapsedTimer &timer)
{
    return double(count) * 1e9 / double(timer.nsecsElapsed());
}

}

/// bench_feed [CASES] [EVENTS OF EACH] [SLICE]: events a second that an outbox reads in batches of 500, and that another window takes
/// in in slices.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int cases = app.arguments().value(1, u"2000"_s).toInt();
    const int events = app.arguments().value(2, u"20"_s).toInt();
    const int slice = app.arguments().value(3, u"500"_s).toInt();
    world::PlainHub hub;
    world::Window writer(hub), reader(hub);
    for (int i = 0; i < cases; ++i) {
        world::Clerk clerk(writer.profile.clock);
        QList<domain::Fact> facts{domain::CaseOpened{clerk.id(), world::freshNumber(*writer.journal, writer.profile.clock.now().date()), {}}};
        for (int j = 1; j < events; ++j)
            facts.append(domain::FieldEntered{u"field-%1"_s.arg(j), QString(20, u'字')});
        if (!clerk.record(*writer.journal, facts))
            return 1;
    }
    QElapsedTimer timer;
    timer.start();
    qint64 read = 0;
    while (hub.push(*writer.outbox) > 0) { }
    std::printf("read, placed and acknowledged in batches of 500: %.0f events/s\n", perSecond(hub.feed.size(), timer));
    const auto acknowledged = writer.outbox->acknowledged().value().first();
    for (qint64 back = 0; back < hub.feed.size(); back += 500) {
        if (!writer.outbox->acknowledge(acknowledged.first, back, {{back, back, {}}}))
            return 1;
        timer.restart();
        read += writer.outbox->unsent(500, 1 << 20)->events.size();
        static qint64 spent = 0;
        spent += timer.nsecsElapsed();
        if (back + 500 >= hub.feed.size())
            std::printf("read in batches of 500: %.0f events/s\n", double(read) * 1e9 / double(spent));
    }
    timer.restart();
    reader.pull(slice);
    std::printf("taken in in slices of %d: %.0f events/s (%d events of %d cases)\n", slice, perSecond(hub.feed.size(), timer),
                int(hub.feed.size()), cases);
    return 0;
}
