#include "tests/app/hub/store/storetest.h"

#include <QCryptographicHash>

using namespace hubworld;
using Code = wire::Problem::Code;

/// Pictures in pieces, and the library.
class TestHubFiles : public StoreTest
{
    Q_OBJECT

private slots:
    void aPictureComesInPieces()
    {
        Window one(*center), two(*center, u"002"_s), far(*center, u"003"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        REQUIRE_ANSWER(far.enrol(u"shanzhou"_s));
        const QString caseId = one.open();
        const QByteArray picture = somePicture(2'500'000);
        const QByteArray target = targetOf(picture, caseId);
        QCOMPARE(wire::problemFrom(one.ask("HEAD", target).body).code, Code::Unknown); // its case comes first
        REQUIRE_ANSWER(one.pushAll());
        QCOMPARE(stateOf(one.ask("HEAD", target)), (wire::BlobState{false, 0}));
        QCOMPARE(stateOf(put(one, target, picture, 0, 1'000'000)), (wire::BlobState{false, 1'000'000}));
        QCOMPARE(stateOf(put(one, target, picture, 0, 1'000'000)), (wire::BlobState{false, 1'000'000})); // once more
        QCOMPARE(put(one, target, picture, 2'000'000, 500'000).status, 400); // a gap
        QCOMPARE(put(one, target, picture, 900'000, 500'000).status, 400); // half known
        QCOMPARE(wire::problemFrom(two.ask("GET", target).body).code, Code::BadRequest); // more than a piece
        QCOMPARE(two.ask("GET", target, {}, {{"range", "bytes=0-9"}}).status, 404); // not whole yet
        QCOMPARE(stateOf(put(one, target, picture, 1'000'000, 1'048'576)), (wire::BlobState{false, 2'048'576}));
        QCOMPARE(stateOf(put(one, target, picture, 2'048'576, 451'424)), (wire::BlobState{true, 2'500'000}));
        QCOMPARE(stateOf(one.ask("HEAD", target)), (wire::BlobState{true, 2'500'000}));
        QCOMPARE(stateOf(put(one, target, picture, 0, 1'000'000)), (wire::BlobState{true, 2'500'000}));

        QByteArray read;
        while (read.size() < picture.size()) {
            const QByteArray range = "bytes=" + QByteArray::number(read.size()) + '-' + QByteArray::number(read.size() + 777'776);
            const hub::Response part = two.ask("GET", target, {}, {{"range", range}});
            QCOMPARE(part.status, 206);
            QVERIFY(part.headers.value("Content-Range").endsWith("/2500000"));
            read += part.body;
        }
        QCOMPARE(read, picture);
        QCOMPARE(far.ask("GET", target, {}, {{"range", "bytes=0-9"}}).status, 404);
        QCOMPARE(two.ask("GET", target, {}, {{"range", "bytes=2500000-"}}).status, 400);
        QCOMPARE(two.ask("GET", target, {}, {{"range", "bytes=0-1,5-6"}}).status, 400);
        QVERIFY(hub::eraseCase(center->engine, caseId));
        QCOMPARE(one.ask("HEAD", target).status, 404);
    }

    void aPictureIsWhatItsNameSays()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const QString caseId = one.open();
        REQUIRE_ANSWER(one.pushAll());
        const QByteArray picture = somePicture(300'000);
        const QByteArray target = targetOf(picture, caseId);
        QByteArray damaged = picture;
        damaged[5] = char(damaged[5] ^ 1);
        QCOMPARE(stateOf(put(one, target, damaged, 0, 200'000)), (wire::BlobState{false, 200'000}));
        QCOMPARE(put(one, target, damaged, 200'000, 100'000).status, 400);
        QCOMPARE(stateOf(one.ask("HEAD", target)), (wire::BlobState{false, 0})); // begun again
        QCOMPARE(stateOf(put(one, target, picture, 0, 300'000)), (wire::BlobState{true, 300'000}));
    }

    void aBadPieceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("size");
        const QByteArray length = "&length=300000";
        QTest::newRow("no range") << QByteArray() << length << 100;
        QTest::newRow("a range of another size") << QByteArray("bytes 0-100/300000") << length << 100;
        QTest::newRow("a range of another length") << QByteArray("bytes 0-99/300001") << length << 100;
        QTest::newRow("behind the end") << QByteArray("bytes 299950-300049/300000") << length << 100;
        QTest::newRow("signs") << QByteArray("bytes +0-99/300000") << length << 100;
        QTest::newRow("no length") << QByteArray("bytes 0-99/300000") << QByteArray() << 100;
        QTest::newRow("a negative length") << QByteArray("bytes 0-99/-5") << QByteArray("&length=-5") << 100;
        QTest::newRow("larger than all pictures") << QByteArray("bytes 0-99/68719476736") << QByteArray("&length=68719476736") << 100;
        QTest::newRow("larger than a piece") << QByteArray("bytes 0-1048576/2000000") << QByteArray("&length=2000000") << 1'048'577;
    }
    void aBadPieceIsRefused()
    {
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, query);
        QFETCH(int, size);
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const QString caseId = one.open();
        REQUIRE_ANSWER(one.pushAll());
        const QByteArray target = "/sync/v1/blobs/" + QByteArray(64, 'a') + "?case=" + caseId.toLatin1() + query;
        const int status = one.ask("PUT", target, QByteArray(size, 'x'), {{"content-range", range}}).status;
        QVERIFY2(status == 400 || status == 413, QByteArray::number(status));
        QCOMPARE(one.ask("PUT", "/sync/v1/blobs/../../etc/passwd?case=x&length=1", "x", {{"content-range", "bytes 0-0/1"}}).status, 404);
    }

    void whatNobodyWentOnSendingGoesAfterAWeek()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const QString caseId = one.open();
        REQUIRE_ANSWER(one.pushAll());
        const QByteArray whole = somePicture(1000), part = somePicture(2000);
        put(one, targetOf(whole, caseId), whole, 0, 1000);
        put(one, targetOf(part, caseId), part, 0, 1500);
        center->clock.time = center->clock.time.addDays(6);
        QCOMPARE(center->office().sweep().value(), 0);
        center->clock.time = center->clock.time.addDays(2);
        QCOMPARE(center->office().sweep().value(), 1);
        QCOMPARE(stateOf(one.ask("HEAD", targetOf(part, caseId))), (wire::BlobState{false, 0}));
        QCOMPARE(stateOf(one.ask("HEAD", targetOf(whole, caseId))), (wire::BlobState{true, 1000}));
    }

    void theLibraryReachesEveryHall()
    {
        Window one(*center), far(*center, u"003"_s);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        REQUIRE_ANSWER(far.enrol(u"shanzhou"_s));
        const hub::Bookshelf library = center->office().library();
        const QByteArray pack = somePicture(1'500'000);
        QVERIFY(library.publish({.kind = u"pack"_s, .name = u"sanmenxia-personal"_s, .version = u"2026.2"_s, .signature = "signed"}, pack));
        QVERIFY(library.publish({.kind = u"pack"_s, .name = u"sanmenxia-personal"_s, .version = u"2026.2"_s, .signature = "signed"}, pack));
        QCOMPARE(library.publish({.kind = u"pack"_s, .name = u"sanmenxia-personal"_s, .version = u"2026.2"_s}, pack + "x").error().kind,
                 base::Error::Kind::Document);
        QVERIFY(!library.publish({.kind = u"../pack"_s, .name = u"a"_s, .version = u"1"_s}, pack));
        for (Window *window : {&one, &far}) {
            const QList<wire::Entry> entries = window->pullAll();
            QCOMPARE(entries.size(), 1);
            QCOMPARE(entries[0].kind, wire::Entry::Kind::Library);
        }
        const auto files = answerOf<QList<wire::LibraryFile>>(one.ask("GET", "/sync/v1/library"), wire::libraryFrom);
        REQUIRE_ANSWER(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().signature, QByteArray("signed"));
        const QByteArray target = "/sync/v1/library/pack/sanmenxia-personal/2026.2";
        QByteArray read;
        while (read.size() < files->first().bytes) {
            const QByteArray range = "bytes=" + QByteArray::number(read.size()) + '-' + QByteArray::number(read.size() + 999'999);
            const hub::Response part = one.ask("GET", target, {}, {{"range", range}});
            QCOMPARE(part.status, 206);
            read += part.body;
        }
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(read, QCryptographicHash::Sha256).toHex()), files->first().sha256);
        QCOMPARE(one.ask("GET", target).status, 400); // larger than a piece
        QCOMPARE(one.ask("GET", target + ".9").status, 404);
        QVERIFY(library.withdraw({u"pack"_s, u"sanmenxia-personal"_s, u"2026.2"_s}));
        QVERIFY(!library.withdraw({u"pack"_s, u"sanmenxia-personal"_s, u"2026.2"_s}));
        QCOMPARE(one.pullAll().size(), 2);
        QCOMPARE(one.ask("GET", target).status, 404);
    }

private:
    static QByteArray somePicture(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        quint32 state = quint32(size);
        for (char &byte : bytes)
            byte = char((state = state * 1664525 + 1013904223) >> 24);
        return bytes;
    }
    static QByteArray targetOf(const QByteArray &picture, const QString &caseId)
    {
        return "/sync/v1/blobs/" + QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex() + "?case=" + caseId.toLatin1()
            + "&length=" + QByteArray::number(picture.size());
    }
    static hub::Response put(Window &window, const QByteArray &target, const QByteArray &picture, qint64 from, qint64 size)
    {
        const QByteArray range = "bytes " + QByteArray::number(from) + '-' + QByteArray::number(from + size - 1) + '/'
            + QByteArray::number(picture.size());
        return window.ask("PUT", target, picture.mid(from, size), {{"content-range", range}});
    }
    static wire::BlobState stateOf(const hub::Response &response)
    {
        return {response.headers.value("Yichuang-Complete") == "true", response.headers.value("Yichuang-Have", "-1").toLongLong()};
    }
};

QTEST_GUILESS_MAIN(TestHubFiles)
#include "tst_hubfiles.moc"
