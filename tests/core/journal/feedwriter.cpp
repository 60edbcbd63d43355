#include "tests/core/journal/plainhub.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

/// A window that acts, has its acts acknowledged and takes in those of others, without end, in the profile folder given. Says after
/// each step how far it is. Made to be killed. The feed of the other window is in the file given, one event a line.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const world::Clock clock;
    const auto journal = journal::Journal::open(app.arguments().value(1), base::Secret(QByteArray(32, 'k')), clock);
    const auto outbox = journal::Outbox::open(app.arguments().value(1), base::Secret(QByteArray(32, 'k')));
    if (!journal || !outbox)
        return 1;
    const world::PlainHub hub;
    QFile file(app.arguments().value(2));
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    QList<journal::FeedEntry> feed;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            feed.append({.hubSeq = 1'000'000 + feed.size() + 1, .bytes = line});
    }
    for (;;) {
        world::Clerk clerk(clock);
        if (!clerk.open(**journal) || !clerk.enter(**journal, u"note"_s, QString(50, u'记')))
            return 3;
        std::printf("acted\n");
        const journal::Unsent unsent = (*outbox)->unsent(10, 1 << 20).value();
        QList<journal::PlaceGiven> places;
        for (qsizetype i = 0; i < unsent.events.size(); ++i)
            places.append({unsent.first + i, unsent.first + i, {}});
        if (!(*outbox)->acknowledge(unsent.writer, unsent.first + unsent.events.size() - 1, places).value())
            return 4;
        std::printf("acknowledged %lld\n", qlonglong(unsent.first + unsent.events.size() - 1));
        const qint64 cursor = (*outbox)->state()->cursor.hubSeq;
        const qint64 from = cursor > 0 ? cursor - 1'000'000 : 0;
        const QList<journal::FeedEntry> page = feed.mid(from, 7);
        if (!page.isEmpty() && !(*journal)->takeIn(page, journal::FeedCursor{page.last().hubSeq, "c"}, hub.now()))
            return 5;
        std::printf("taken %lld\n", qlonglong(from + page.size()));
        std::fflush(stdout);
    }
}
