#include "tests/core/journal/world.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

/// A clerk who never stops: opens cases in the profile folder given, works on each a little, and says after every act which
/// case now has how many events. Made to be killed.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto say = [](const QString &id, qsizetype events) {
        std::printf("%s %lld\n", qPrintable(id), qlonglong(events));
        std::fflush(stdout);
    };
    const world::Clock clock;
    const auto journal = journal::Journal::open(app.arguments().value(1), base::Secret(QByteArray(32, 'k')), clock);
    if (!journal) {
        std::fprintf(stderr, "%s\n", qPrintable(journal.error().detail));
        return 1;
    }
    for (;;) {
        world::Clerk clerk(clock);
        if (!clerk.open(**journal))
            return 2;
        say(clerk.id(), clerk.events.size());
        for (int i = 0; i < 8; ++i) {
            if (!clerk.enter(**journal, u"note"_s, QString(100, u'记')))
                return 3;
            say(clerk.id(), clerk.events.size());
        }
        if (!clerk.record(**journal, {world::nextPaperNumber(**journal)}))
            return 4;
        say(clerk.id(), clerk.events.size());
    }
}
