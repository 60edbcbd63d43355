#include "app/hub/backup.h"
#include "core/base/durablefile.h"
#include "core/hub/book.h"
#include "tests/app/hub/hubprogram.h"
#include "tests/app/hub/store/byhand.h"
#include "tests/app/hub/store/storetest.h"

#include <QDir>

#include <thread>

using namespace hubworld;

/// A hub is copied while it is at work, breaks, and is put back: nothing is lost, no number is given twice.
class TestHubBackup final : public StoreTest
{
    Q_OBJECT

private slots:
    void putBackNothingIsLost()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        one.open({domain::FieldEntered{u"note"_s, u"一"_s}});
        REQUIRE_ANSWER(one.pushAll());
        const wire::SerialBlock before = numbers(one, u"w1"_s);
        QUrl dump;
        QTemporaryDir elsewhere;
        QString copy;
        {
            // Somebody writes all the while; what comes after the moment of the copy is not in it.
            std::atomic<bool> isOver = false;
            std::thread writer([&] {
                while (!isOver) {
                    one.open();
                    std::ignore = one.pushAll();
                }
            });
            if (isServer()) {
                dump = server().throughDump(room->url());
            } else {
                const auto backup = hub::backUp(here(), center->engine, elsewhere.path());
                copy = backup ? backup->folder : QString();
                if (!backup)
                    qWarning("%s %s", qPrintable(backup.error().place), qPrintable(backup.error().detail));
            }
            isOver = true;
            writer.join();
        }
        QVERIFY(isServer() ? !dump.isEmpty() : !copy.isEmpty());
        one.open();
        REQUIRE_ANSWER(one.pushAll());
        const wire::SerialBlock after = numbers(one, u"w2"_s);
        const QString epoch = one.pull()->epoch;
        const QByteArrayList all = one.events;
        center.reset(); // and everything on this disk is gone

        base::Result<std::unique_ptr<hub::SqlStore>> store = base::Fail({base::Error::Kind::Storage, {}, {}});
        if (isServer()) {
            store = hub::SqlStore::openServer(dump);
        } else {
            const hub::Place fresh{elsewhere.filePath(u"fresh"_s), {}};
            const auto restored = hub::putBack(fresh, copy, keyFile(elsewhere));
            QVERIFY2(restored, restored ? "" : qPrintable(restored.error().place + restored.error().detail));
            QVERIFY(restored->check.events >= 2 && restored->bookLines >= 1);
            QVERIFY(!hub::putBack(fresh, copy, {})); // there is one now
            store = hub::SqlStore::openFile(fresh.folder);
        }
        QVERIFY(store);
        center = std::make_unique<Hub>(std::move(store));
        if (isServer())
            QVERIFY(center->office().newEpoch());
        Window again = reconnected(one);
        QVERIFY(again.pull()->epoch != epoch);
        wire::Push push = again.pushOf(0);
        REQUIRE_ANSWER(again.push(push));
        QCOMPARE(bytesOf(again.pullAll()), all);
        const wire::SerialBlock next = numbers(again, u"w3"_s);
        QVERIFY2(next.from > after.to && next.from > before.to, qPrintable(QString::number(next.from)));
        const auto book = hub::checkBook(center->engine);
        QVERIFY(book && book->isSound());
    }

    /// A city's hub goes back to a moment by PostgreSQL's own means, which know nothing of us; windows send again what came after it.
    void backToAMoment()
    {
        if (!isServer())
            QSKIP("the embedded store goes back to its copies");
        const auto hubAt = [](const QUrl &url) { return std::make_unique<Hub>(hub::SqlStore::openServer(url)); };
        center.reset();
        QVERIFY(server().beginArchive());
        center = hubAt(room->url());
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        one.open({domain::FieldEntered{u"note"_s, u"一"_s}});
        REQUIRE_ANSWER(one.pushAll());
        const wire::SerialBlock before = numbers(one, u"w1"_s);
        const QString moment = server().moment();
        QVERIFY(!moment.isEmpty());
        const qsizetype sent = one.events.size();
        one.open({domain::FieldEntered{u"note"_s, u"二"_s}});
        REQUIRE_ANSWER(one.pushAll());
        const wire::SerialBlock after = numbers(one, u"w2"_s);
        const QString epoch = one.pull()->epoch;
        QCOMPARE(one.pullAll().size(), one.events.size());
        center.reset();
        QVERIFY(server().closeSegment());

        Postgres second(server(), moment);
        QVERIFY2(second.missing().isEmpty(), qPrintable(second.missing()));
        center = hubAt(second.hereFor(room->url()));
        Window again = reconnected(one);
        QCOMPARE(bytesOf(again.pullAll()), one.events.first(sent)); // exactly up to the moment
        QVERIFY(center->office().newEpoch());
        QVERIFY(again.pull()->epoch != epoch);
        REQUIRE_ANSWER(again.pushAll());
        QCOMPARE(bytesOf(again.pullAll()), one.events);
        const wire::SerialBlock next = numbers(again, u"w3"_s);
        QVERIFY2(next.from > after.to && next.from > before.to, qPrintable(QString::number(next.from)));
        const auto book = hub::checkBook(center->engine);
        QVERIFY(book && book->isSound());
        center.reset(); // before its server
    }

    /// What a copy may not be taken for.
    void whatIsNotPutBack_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("kind");
        using Kind = base::Error::Kind;
        QTest::newRow("a byte is another") << u"byte"_s << int(Kind::Document);
        QTest::newRow("cut off") << u"cut"_s << int(Kind::Document);
        QTest::newRow("without its sums") << u"sums"_s << int(Kind::Document);
        QTest::newRow("with another key") << u"key"_s << int(Kind::Secret);
        QTest::newRow("without a key") << u"no key"_s << int(Kind::Secret);
        QTest::newRow("nothing is there") << u"empty"_s << int(Kind::Document);
    }
    void whatIsNotPutBack()
    {
        if (isServer())
            QSKIP("copies of folders are of the embedded store");
        QFETCH(QString, what);
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        one.open();
        REQUIRE_ANSWER(one.pushAll());
        QTemporaryDir elsewhere;
        const auto backup = hub::backUp(here(), center->engine, elsewhere.path());
        QVERIFY(backup);
        QStringList files = QDir(backup->folder).entryList(QDir::Files);
        files.sort();
        QCOMPARE(files, (QStringList{u"SHA256SUMS"_s, u"hub.db"_s}));
        QFile store(backup->folder + u"/hub.db"_s);
        if (what == "byte"_L1) {
            QVERIFY(store.open(QIODevice::ReadWrite) && store.seek(store.size() / 2) && store.write("\x7f") == 1);
            store.close();
        } else if (what == "cut"_L1) {
            QVERIFY(store.resize(store.size() - 4096));
        } else if (what == "sums"_L1) {
            QVERIFY(QFile::remove(backup->folder + u"/SHA256SUMS"_s));
        }
        const QString from = what == "empty"_L1 ? elsewhere.filePath(u"none"_s) : backup->folder;
        const QString key = what == "no key"_L1 ? QString() : keyFile(elsewhere, what == "key"_L1 ? 'x' : 'h');
        const auto restored = hub::putBack({elsewhere.filePath(u"fresh"_s), {}}, from, key);
        QVERIFY(!restored);
        QFETCH(int, kind);
        QVERIFY(!QFile::exists(elsewhere.filePath(u"fresh/hub.db"_s)));
        QVERIFY2(int(restored.error().kind) == kind, qPrintable(restored.error().place + u": "_s + restored.error().detail));
    }

    /// A book that was changed is not copied as if nothing were wrong.
    void aChangedBookIsNamed()
    {
        if (isServer())
            QSKIP("by hand only in the embedded store");
        QVERIFY(center->office().makeCode(u"hubin"_s, u"411202"_s, u"001"_s));
        changeByHand(*room, {u"DROP TRIGGER audit_never_changes"_s, u"UPDATE audit SET account = 'x'"_s});
        QTemporaryDir elsewhere;
        const auto backup = hub::backUp(here(), center->engine, elsewhere.path());
        QVERIFY(!backup && backup.error().kind == base::Error::Kind::Damaged && backup.error().detail.startsWith(u"line 1 of the book"_s));
    }

    /// The same as somebody at the machine does it, beside a hub at work.
    void atTheConsole()
    {
        if (isServer())
            QSKIP("pg_dump has a console of its own");
        QTemporaryDir folder;
        const QString data = folder.filePath(u"hub"_s), fresh = folder.filePath(u"fresh"_s), copies = folder.filePath(u"copies"_s);
        HubProgram atWork(data);
        QVERIFY2(atWork.answers(), atWork.log().constData());
        QCOMPARE(atWork.command({u"add-admin"_s, u"root"_s}).code, 0);
        const auto copied = atWork.command({u"backup"_s, copies});
        QVERIFY2(copied.code == 0 && copied.err.contains("hub.key is not in it"), copied.err.constData());
        const QString copy = QString::fromUtf8(copied.out.trimmed());
        QVERIFY(!QFile::exists(copy + u"/hub.key"_s));
        QCOMPARE(QFile::permissions(copy + u"/hub.db"_s) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(HubProgram::commandOn(fresh, {u"restore"_s, copy}).code, 1); // without its key
        const QString again = folder.filePath(u"again"_s);
        const auto restored = HubProgram::commandOn(again, {u"restore"_s, copy, u"--key"_s, data + u"/hub.key"_s});
        QVERIFY2(restored.code == 0, restored.err.constData());
        QVERIFY(HubProgram::commandOn(again, {u"accounts"_s}).out.contains("root\t"));
        QCOMPARE(HubProgram::commandOn(again, {u"book"_s, u"verify"_s}).code, 0);
        QVERIFY(HubProgram::commandOn(again, {u"book"_s}).out.contains("new-epoch"));
        QCOMPARE(HubProgram::commandOn(again, {u"restore"_s, copy}).code, 1); // there is a hub
    }

private:
    hub::Place here() const { return {room->folder(), {}}; }
    static wire::SerialBlock numbers(Window &window, const QString &wish)
    {
        const auto block = window.ask("POST", "/sync/v1/serials", wire::toJson(wire::SerialWish{u"湖卫"_s, u"acceptance-notice"_s, 2026, 5, wish}));
        return wire::serialBlockFrom(block.body).value();
    }
    /// The key of the hub in a file of its own.
    static QString keyFile(const QTemporaryDir &folder, char byte = 'h')
    {
        const QString file = folder.filePath(u"kept.key"_s);
        if (!base::writeDurably(file, QByteArray(32, byte)))
            qFatal("no key");
        return file;
    }
    /// The same window before the hub as it is now.
    Window reconnected(const Window &window)
    {
        Window fresh(*center, window.windowCode, window.mark);
        fresh.writer = window.writer;
        fresh.key = window.key;
        fresh.events = window.events;
        fresh.tips = window.tips;
        return fresh;
    }
};

QTEST_GUILESS_MAIN(TestHubBackup)
#include "tst_hubbackup.moc"
