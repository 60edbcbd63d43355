#include "core/domain/clearing.h"
#include "core/journal/envelope.h"
#include "tests/core/journal/plainhub.h"
#include "tests/core/journal/rawdatabase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::FieldEntered;
using domain::Standing;
using journal::FeedEntry;
using world::PlainHub;
using world::Window;

namespace {

/// The bytes of somebody's event, with \a change made in them.
QByteArray changed(const QByteArray &bytes, const QString &key, const QJsonValue &value)
{
    QJsonObject json = QJsonDocument::fromJson(bytes).object();
    json[key] = value;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QFileInfo &file : QDir(from).entryInfoList(QDir::Files)) {
        if (file.fileName() != u"journal.lock"_s)
            QVERIFY(QFile::copy(file.filePath(), to + u'/' + file.fileName()));
    }
}

}

/// What comes from a hub, and what goes to it.
class TestTakeIn : public QObject
{
    Q_OBJECT

private slots:
    void twoWindowsSeeTheSame()
    {
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        a.push();
        QCOMPARE(b.pull().changed, QStringList{id});
        QCOMPARE(b.journal->cases(false, 10)->size(), 1);
        // Both at once, neither online.
        REQUIRE_OK(a.act(id, {FieldEntered{u"applicant-name"_s, u"张三"_s}}));
        REQUIRE_OK(b.act(id, {FieldEntered{u"applicant-name"_s, u"李四"_s}, FieldEntered{u"phone"_s, u"1"_s}}));
        a.push();
        const journal::TakenIn taken = b.pull();
        QCOMPARE(taken.conflicts.size(), 1);
        QCOMPARE(taken.conflicts[0].conflict.shown, u"张三"_s);
        b.push();
        QCOMPARE(a.pull().conflicts.size(), 1);
        QVERIFY(a.caseOf(id).file == b.caseOf(id).file);
        QCOMPARE(a.caseOf(id).file.fields.value(u"phone"_s), u"1"_s);
        QCOMPARE(a.journal->cases(false, 10)->first().applicant, u"张三"_s);
        QCOMPARE(b.journal->cases(false, 10)->first().applicant, u"张三"_s);
        // Somebody settles it; the act joins both lines.
        const QString conflict = a.caseOf(id).file.conflicts[0].id;
        REQUIRE_OK(a.act(id, {domain::ConflictCleared{conflict, true, u"问过"_s}}));
        QCOMPARE(a.journal->historyOf(id)->last().seen.size(), 2);
        a.push();
        b.pull();
        QVERIFY(a.caseOf(id).file == b.caseOf(id).file);
        QCOMPARE(b.caseOf(id).file.fields.value(u"applicant-name"_s), u"李四"_s);
        QCOMPARE(b.journal->cases(false, 10)->first().applicant, u"李四"_s);
        for (Window *window : {&a, &b}) {
            QCOMPARE(window->journal->verify().value(), qint64(hub.feed.size()));
            QCOMPARE(window->outbox->figures()->events, 0);
            REQUIRE_OK(window->journal->rebuildProjections());
            QCOMPARE(window->journal->cases(false, 10)->first().applicant, u"李四"_s);
            window->start();
            QCOMPARE(window->journal->identity().incarnation, 1);
        }
    }

    void whatIsThereHasNoEffect()
    {
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        a.push();
        b.pull();
        const domain::Case before = b.caseOf(id).file;
        const auto again = b.journal->takeIn(hub.feed, {}, hub.now());
        REQUIRE_OK(again);
        QVERIFY(again->changed.isEmpty() && again->faults.isEmpty());
        QVERIFY(b.caseOf(id).file == before);
        QVERIFY(a.pull().changed.isEmpty()); // our own, with their places
        QCOMPARE(a.outbox->state()->cursor.hubSeq, hub.feed.size());
    }

    /// What is not sent yet stays on top, whatever comes.
    void ownActsStayOnTop()
    {
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        a.push();
        b.pull();
        REQUIRE_OK(b.act(id, {FieldEntered{u"x"_s, u"b"_s}}));
        REQUIRE_OK(a.act(id, {FieldEntered{u"y"_s, u"a"_s}}));
        a.push();
        b.pull();
        const QList<domain::Placed> history = b.journal->historyOf(id).value();
        QCOMPARE(std::get<FieldEntered>(history.last().event.fact).field, u"x"_s);
        REQUIRE_OK(a.act(id, {FieldEntered{u"z"_s, u"a"_s}}));
        b.push();
        a.pull();
        QCOMPARE(std::get<FieldEntered>(a.journal->historyOf(id)->last().event.fact).field, u"z"_s);
    }

    void poisonIsolatesItsCase_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("isFault");
        QTest::newRow("a type of a newer program") << u"type"_s << QJsonValue(u"drone.landed"_s) << false;
        QTest::newRow("a body that does not fit") << u"body"_s << QJsonValue(QJsonObject{}) << false;
        QTest::newRow("a newer envelope") << u"v"_s << QJsonValue(2) << false;
        QTest::newRow("no case") << u"case"_s << QJsonValue(u"../../etc"_s) << true;
        QTest::newRow("no writer") << u"dev"_s << QJsonValue(7) << true;
        QTest::newRow("a time before time") << u"at"_s << QJsonValue(-5) << true;
        QTest::newRow("an offset of weeks") << u"off"_s << QJsonValue(9'000'000) << true;
        QTest::newRow("no number") << u"seq"_s << QJsonValue(0) << true;
    }
    void poisonIsolatesItsCase()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(bool, isFault);
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        REQUIRE_OK(a.act(id, {FieldEntered{u"x"_s, u"1"_s}}));
        const QString other = a.openCase();
        a.push();
        hub.feed[1].bytes = changed(hub.feed[1].bytes, key, value);
        const journal::TakenIn taken = b.pull();
        QCOMPARE(taken.faults.size(), isFault ? 1 : 0);
        QCOMPARE(b.outbox->figures()->faults, isFault ? 1 : 0);
        QCOMPARE(taken.changed, (QStringList{id, other}));
        QCOMPARE(b.caseOf(id).file.newer, !isFault);
        QVERIFY(!b.caseOf(other).file.newer);
        REQUIRE_OK(b.journal->verify());
        REQUIRE_OK(b.journal->rebuildProjections());
        QCOMPARE(b.journal->cases(false, 10)->size(), 2);
    }

    void theSameNumberWithOtherContentIsKeptAside()
    {
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        REQUIRE_OK(a.act(id, {FieldEntered{u"x"_s, u"1"_s}}));
        a.push();
        b.pull();
        const domain::Case before = b.caseOf(id).file;
        const QByteArray forged = changed(hub.feed[1].bytes, u"actor"_s, u"别人"_s);
        const auto taken = b.journal->takeIn({{.hubSeq = 3, .bytes = forged}}, {}, hub.now());
        REQUIRE_OK(taken);
        QCOMPARE(taken->faults.size(), 1);
        QCOMPARE(taken->faults[0].kind, journal::FeedFault::Kind::Forked);
        QVERIFY(!taken->renewed);
        QVERIFY(b.caseOf(id).file == before);
        QCOMPARE(RawDatabase(b.profile.folder + u"/journal.db"_s).column("SELECT count(*) FROM feed_fault"), QStringList{u"1"_s});
    }

    /// A profile that was put back from a copy writes under numbers that the hub knows: nothing of either is lost.
    void aRestoredCopyBeginsAnew_data()
    {
        QTest::addColumn<bool>("pullsFirst");
        QTest::newRow("the feed tells it") << true;
        QTest::newRow("the hub refuses what it sends") << false;
    }
    void aRestoredCopyBeginsAnew()
    {
        QFETCH(bool, pullsFirst);
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        a.push();
        a.outbox.reset();
        a.journal.reset();
        QTemporaryDir backup;
        copyFolder(a.profile.folder, backup.path() + u"/profile"_s);
        a.start();
        REQUIRE_OK(a.act(id, {FieldEntered{u"lost"_s, u"1"_s}, FieldEntered{u"lost-too"_s, u"2"_s}}));
        a.push();
        a.outbox.reset();
        a.journal.reset();
        QDir(a.profile.folder).removeRecursively();
        copyFolder(backup.path() + u"/profile"_s, a.profile.folder);
        a.start();
        const QString mark = a.journal->identity().mark;
        REQUIRE_OK(a.act(id, {FieldEntered{u"after"_s, u"3"_s}, FieldEntered{u"lost"_s, u"4"_s}, FieldEntered{u"more"_s, u"5"_s}}));
        if (pullsFirst) {
            QVERIFY(a.pull().renewed);
        } else {
            QCOMPARE(hub.push(*a.outbox), -1);
            REQUIRE_OK(a.journal->renew(1));
        }
        QCOMPARE(a.journal->identity().incarnation, 2);
        QVERIFY(a.journal->identity().mark != mark);
        a.push();
        a.pull();
        b.pull();
        QVERIFY(a.caseOf(id).file == b.caseOf(id).file);
        const domain::Case file = a.caseOf(id).file;
        QCOMPARE(file.fields.value(u"after"_s), u"3"_s);
        QCOMPARE(file.fields.value(u"lost-too"_s), u"2"_s);
        QCOMPARE(file.fields.value(u"more"_s), u"5"_s);
        QCOMPARE(a.outbox->figures()->events, 0);
        REQUIRE_OK(a.journal->verify());
        a.start();
        QCOMPARE(a.journal->identity().incarnation, 2);
        QVERIFY(a.caseOf(id).file == file);
    }

    void aCaseLeavesTheHall()
    {
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        a.push();
        b.pull();
        REQUIRE_OK(a.act(id, {FieldEntered{u"x"_s, u"1"_s}})); // not sent yet
        hub.order(FeedEntry::Kind::Purge, id);
        for (Window *window : {&a, &b}) {
            QCOMPARE(window->pull().purged, QStringList{id});
            QVERIFY(window->journal->cases(false, 10)->isEmpty());
            QVERIFY(window->journal->historyOf(id)->isEmpty());
            QCOMPARE(window->journal->caseWithNumber(u"x"_s).value(), std::nullopt);
            REQUIRE_OK(window->journal->verify());
            REQUIRE_OK(window->journal->rebuildProjections());
            QVERIFY(window->journal->cases(false, 10)->isEmpty());
        }
        // Of others' nothing can be read any more; ours goes to the hub first, and is kept for a while.
        QCOMPARE(b.journal->keyFor(id, "scans").error().kind, base::Error::Kind::Missing);
        REQUIRE_OK(a.journal->keyFor(id, "scans"));
        a.push();
        QCOMPARE(a.outbox->figures()->events, 0);
        REQUIRE_OK(a.journal->takeIn({}, {}, hub.now().addDays(31)));
        QVERIFY(!a.journal->keyFor(id, "scans"));
        REQUIRE_OK(a.journal->verify());

        // It comes back, with everything.
        hub.order(FeedEntry::Kind::Backfill, id);
        const qsizetype events = hub.feed.size();
        for (qsizetype i = 0; i < events; ++i) {
            if (hub.feed[i].kind == FeedEntry::Kind::Event)
                hub.feed.append(hub.feed[i]);
        }
        for (Window *window : {&a, &b}) {
            const auto taken = window->journal->takeIn(hub.feed.mid(window->outbox->state()->cursor.hubSeq), {}, hub.now());
            REQUIRE_OK(taken);
            QCOMPARE(window->caseOf(id).file.fields.value(u"x"_s), u"1"_s);
            QCOMPARE(window->journal->cases(false, 10)->size(), 1);
            REQUIRE_OK(window->journal->verify());
        }
        REQUIRE_OK(a.act(id, {FieldEntered{u"x"_s, u"2"_s}}));
        REQUIRE_OK(a.journal->verify());
    }

    void theOutboxSendsInPortions()
    {
        PlainHub hub;
        Window a(hub);
        const QString id = a.openCase();
        for (int i = 0; i < 9; ++i)
            REQUIRE_OK(a.act(id, {FieldEntered{u"x"_s, QString(100, QChar(u'a' + i))}}));
        QCOMPARE(a.outbox->unsent(4, 1 << 20)->events.size(), 4);
        QCOMPARE(a.outbox->unsent(100, 1)->events.size(), 1);
        const journal::Unsent all = a.outbox->unsent(100, 1 << 20).value();
        QCOMPARE(all.events.size(), 10);
        QCOMPARE(journal::hashOf(all.events.last()), all.tip);
        const journal::SyncFigures figures = a.outbox->figures().value();
        QCOMPARE(figures.events, 10);
        QCOMPARE(figures.oldest, a.profile.clock.now());
        QCOMPARE(a.outbox->queue(5)->size(), 1);
        QCOMPARE(a.outbox->queue(5)->first().number, a.journal->cases(false, 1)->first().number);
        QCOMPARE(a.outbox->acknowledge(all.writer, 10, {}).value(), true); // nothing was compared: they may be somebody else's
        QCOMPARE(a.outbox->unsent(100, 1 << 20)->first, 1);
        QCOMPARE(a.outbox->acknowledge(all.writer, 4, {{3, 103, {}}, {4, 104, {}}}).value(), true);
        QCOMPARE(a.outbox->unsent(100, 1 << 20)->first, 5);
        // More than was ever written here: what was not compared yet is sent, and only then there is nothing more to say.
        QCOMPARE(a.outbox->acknowledge(all.writer, 11, {}).value(), true);
        QCOMPARE(a.outbox->unsent(100, 1 << 20)->first, 5);
        QCOMPARE(a.outbox->acknowledge(all.writer, 11, {{5, 105, {}}, {6, 106, {}}}).value(), true);
        QCOMPARE(a.outbox->unsent(100, 1 << 20)->first, 7);
        QCOMPARE(a.outbox->acknowledge(all.writer, 11, {{10, 110, {}}}).value(), false);
        QCOMPARE(a.outbox->acknowledge(all.writer, 2, {}).value(), true); // a hub that was put back
        QCOMPARE(a.outbox->unsent(100, 1 << 20)->first, 3);
    }

    void picturesHaveLanesOfTheirOwn()
    {
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        const QString scan(64, u'a');
        REQUIRE_OK(a.act(id, {domain::LifeFact{domain::ScanAttached{.scan = scan, .kind = u"jpeg"_s, .bytes = 5000}}}));
        QCOMPARE(a.outbox->figures()->pictures, 1);
        QCOMPARE(a.outbox->figures()->pictureBytes, 5000);
        QVERIFY(a.outbox->picturesToSend(10)->isEmpty()); // its event goes first
        a.push();
        QCOMPARE(a.outbox->queue(5)->first().why, journal::Waiting::ForPictures);
        const QList<journal::LanePicture> waiting = a.outbox->picturesToSend(10).value();
        QCOMPARE(waiting, (QList<journal::LanePicture>{{id, scan, 5000}}));
        REQUIRE_OK(a.outbox->pictureSent(waiting[0]));
        QVERIFY(a.outbox->picturesToSend(10)->isEmpty() && a.outbox->queue(5)->isEmpty());
        b.pull();
        QCOMPARE(b.outbox->figures()->toFetch, 1);
        REQUIRE_OK(b.outbox->pictureFetched(b.outbox->picturesToFetch(10)->first()));
        QCOMPARE(b.outbox->figures()->toFetch, 0);
        REQUIRE_OK(a.outbox->forgetPlaces(u"epoch-2"_s)); // the hub may have lost it
        QCOMPARE(a.outbox->picturesToSend(10)->size(), 1);
        QCOMPARE(a.outbox->state()->epoch, u"epoch-2"_s);
        QCOMPARE(a.outbox->state()->cursor.hubSeq, 0);
    }

    /// The order of two names was that of the hub; after it was put back they come to it the other way round.
    void listsFollowTheOrderOfAHubThatWasPutBack()
    {
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        a.push();
        a.pull();
        b.pull();
        REQUIRE_OK(a.act(id, {FieldEntered{domain::applicantNameField, u"甲"_s}}));
        REQUIRE_OK(b.act(id, {FieldEntered{domain::applicantNameField, u"乙"_s}}));
        b.push();
        for (Window *window : {&a, &b, &a}) {
            window->push();
            window->pull();
        }
        const QString first = a.caseOf(id).file.fields.value(domain::applicantNameField);
        QCOMPARE(a.listed(id), first);
        hub.putBack(0);
        for (Window *window : {&a, &b}) {
            window->askAnew(u"epoch-2"_s);
            window->push();
        }
        for (Window *window : {&a, &b}) {
            window->pull();
            const QString now = window->caseOf(id).file.fields.value(domain::applicantNameField);
            QVERIFY(now != first);
            QCOMPARE(window->listed(id), now);
        }
    }

    /// Three windows act, send and take in at random, with slices of any size and repeated, and the hub is put back now and then; in the
    /// end all have the same.
    void everyoneComesToTheSame()
    {
        const quint32 seed = qEnvironmentVariable("YICHUANG_SEED", QString::number(QRandomGenerator::global()->generate())).toUInt();
        const int rounds = qEnvironmentVariable("YICHUANG_ROUNDS", u"120"_s).toInt();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        PlainHub hub;
        std::vector<std::unique_ptr<Window>> windows;
        for (int i = 0; i < 3; ++i)
            windows.push_back(std::make_unique<Window>(hub));
        QStringList cases{windows[0]->openCase(), windows[1]->openCase()};
        for (int round = 0; round < rounds; ++round) {
            if (random.bounded(25) == 0) {
                hub.putBack(random.bounded(int(hub.feed.size()) + 1));
                for (const auto &window : windows)
                    window->askAnew(u"epoch-%1"_s.arg(round));
            }
            Window &window = *windows[size_t(random.bounded(3))];
            if (random.bounded(15) == 0)
                cases << window.openCase();
            const QString id = cases[random.bounded(cases.size())];
            switch (random.bounded(5)) {
            case 0:
                hub.push(*window.outbox, random.bounded(1, 5));
                break;
            case 1:
                window.pull(random.bounded(1, 7));
                break;
            case 2: {
                const int from = random.bounded(int(hub.feed.size()) + 1);
                REQUIRE_OK(window.journal->takeIn(hub.feed.mid(from < window.outbox->state()->cursor.hubSeq ? from : 0,
                                                               window.outbox->state()->cursor.hubSeq), {}, hub.now()));
                break;
            }
            default:
                if (!window.journal->historyOf(id)->isEmpty())
                    REQUIRE_OK(window.act(id, {FieldEntered{random.bounded(2) ? u"field"_s : domain::applicantNameField, QString::number(round)}}));
            }
        }
        for (int i = 0; i < 2; ++i) {
            for (const auto &window : windows) {
                window->push();
                window->pull();
            }
        }
        for (const auto &window : windows) {
            for (const QString &id : std::as_const(cases)) {
                QCOMPARE(window->journal->historyOf(id).value(), windows[0]->journal->historyOf(id).value());
                QVERIFY(window->caseOf(id).file == windows[0]->caseOf(id).file);
                QCOMPARE(window->listed(id), domain::applicantName(window->caseOf(id).file));
            }
            QCOMPARE(window->journal->verify().value(), qint64(hub.feed.size()));
            QCOMPARE(window->outbox->figures()->events, 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestTakeIn)
#include "tst_takein.moc"
