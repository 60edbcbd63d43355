#include "core/wire/messages.h"
#include "core/wire/signing.h"

#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace wire;

namespace {

const Writer writer{u"2f1c5e7a-0c44-4a35-9d0d-6f0e3c6f2b11"_s, 3};
const QDateTime hubTime = QDateTime::fromMSecsSinceEpoch(1'795'000'000'123, Qt::UTC);
const domain::Judgement differs{domain::Standing::InConflict, u"field-differs"_s};
const people::WindowCard card{u"样例市政务服务中心"_s, u"综合受理01号窗口"_s, {QByteArray(32, 'k')}};

Push somePush()
{
    return {.writer = writer,
            .first = 7,
            .events = {R"({"a":"张\n三"})", R"({"b":2})"},
            .tip = QByteArray(32, 't'),
            .signature = QByteArray(64, 's')};
}

PullAnswer somePull()
{
    return {.entries
            = {{.kind = Entry::Kind::Event, .hubSeq = 11, .caseId = {}, .judgement = differs, .bytes = R"({"e":1})"},
               {.kind = Entry::Kind::Purge, .hubSeq = 12, .caseId = u"case-1"_s},
               {.kind = Entry::Kind::Backfill, .hubSeq = 13, .caseId = u"case-2"_s},
               {.kind = Entry::Kind::Library, .hubSeq = 14},
               {.kind = Entry::Kind::Own,
                .hubSeq = 15,
                .caseId = {},
                .judgement = differs,
                .bytes = {},
                .run = {.incarnation = 2, .first = 7, .count = 3, .tip = QByteArray(32, 't')}}},
            .next = {14, QByteArray(8, 'c')},
            .more = true,
            .startAgain = false,
            .epoch = u"epoch-1"_s,
            .hubTime = hubTime};
}

Enrolment someEnrolment()
{
    return {.code = u"7KQ2-MM41"_s,
            .writer = writer,
            .mark = u"A7"_s,
            .regionCode = u"411200"_s,
            .windowCode = u"001"_s,
            .card = card,
            .program = u"0.1.0"_s};
}

/// A kind of message: its bytes, and what reading them and writing them again gives.
struct Kind {
    const char *name;
    QByteArray bytes;
    std::function<base::Result<QByteArray>(const QByteArray &)> again;
};

template <class T>
Kind json(const char *name, const T &value, base::Result<T> (*from)(const QByteArray &))
{
    return {name, toJson(value),
            [from](const QByteArray &body) { return from(body).map([](const T &read) { return toJson(read); }); }};
}

QList<Kind> kinds()
{
    const QByteArray signature(64, 's');
    return {
        {"push", toLines(somePush()),
         [](const QByteArray &body) { return pushFrom(body).map([](const Push &p) { return toLines(p); }); }},
        {"pull", toLines(somePull()),
         [](const QByteArray &body) {
             return pullAnswerFrom(body).map([](const PullAnswer &p) { return toLines(p); });
         }},
        {"enrolment", toJson(someEnrolment(), signature),
         [](const QByteArray &body) {
             return enrolmentFrom(body).map([](const SignedEnrolment &e) { return toJson(e.enrolment, e.signature); });
         }},
        json("push answer",
             PushAnswer{.acknowledged = 8,
                        .verdicts = {{7, 20, {}}, {8, 21, differs}},
                        .forked = true,
                        .epoch = u"e"_s,
                        .hubTime = hubTime},
             pushAnswerFrom),
        json("enrolled",
             Enrolled{.hub = u"h"_s,
                      .epoch = u"e"_s,
                      .hubKey = {QByteArray(32, 'h')},
                      .hall = u"411200-1"_s,
                      .publicUrl = {},
                      .windows = {card},
                      .hubTime = hubTime},
             enrolledFrom),
        json("library",
             QList<LibraryFile>{{u"pack"_s, u"sanmenxia"_s, u"2026.11.2"_s, QString(64, u'0'), 12345, "sig"}},
             libraryFrom),
        json("receipts", ReceiptList{QDate(2026, 11, 22), {{u"411200"_s, hubTime, 2}}}, receiptListFrom),
        json("differences", ReceiptDifferences{{u"1"_s}, {u"2"_s, u"3"_s}}, receiptDifferencesFrom),
        json("lease wish", LeaseWish{u"case"_s, u"item"_s}, leaseWishFrom),
        json("lease", Lease{true, hubTime, u"01"_s}, leaseFrom),
        json("serial wish", SerialWish{u"三政务"_s, u"acceptance-notice"_s, 2026, 50, u"w-1"_s, 7}, serialWishFrom),
        json("serials", SerialBlock{51, 100}, serialBlockFrom),
    };
}

}

class TestMessages : public QObject
{
    Q_OBJECT

private slots:
    void everyMessageComesBackAsItWas()
    {
        for (const Kind &kind : kinds()) {
            const base::Result<QByteArray> again = kind.again(kind.bytes);
            QVERIFY2(again, kind.name);
            QCOMPARE(*again, kind.bytes);
        }
    }

    void eventsTravelAsTheirExactBytes()
    {
        QCOMPARE(pushFrom(toLines(somePush())).value(), somePush());
        QCOMPARE(pullAnswerFrom(toLines(somePull())).value(), somePull());
        QVERIFY(toLines(somePush()).endsWith("{\"a\":\"张\\n三\"}\n{\"b\":2}\n"));
    }

    void whatIsCutOffIsNeverHalfRead()
    {
        for (const Kind &kind : kinds()) {
            for (qsizetype length = 0; length < kind.bytes.size(); ++length)
                QVERIFY2(!kind.again(kind.bytes.left(length)), kind.name);
        }
    }

    void spoiltBytesAreAnErrorOrAnotherMessageAndNothingElse()
    {
        QRandomGenerator random(20261122);
        for (const Kind &kind : kinds()) {
            for (int i = 0; i < 2000; ++i) {
                QByteArray bytes = kind.bytes;
                for (int hits = random.bounded(1, 4); hits > 0; --hits)
                    bytes[random.bounded(bytes.size())] = char(random.bounded(256));
                const base::Result<QByteArray> again = kind.again(bytes);
                QVERIFY(again || !again.error().detail.isEmpty());
                if (again)
                    QVERIFY2(kind.again(*again), kind.name);
            }
        }
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        const QByteArray good = toJson(SerialWish{u"三政务"_s, u"acceptance-notice"_s, 2026, 50, u"w-1"_s, 7});
        const auto with = [&](const char *old, const char *now) { return QByteArray(good).replace(old, now); };
        QTest::newRow("year that is none") << with("2026", "1999") << u"year"_s;
        QTest::newRow("half a number") << with(":50", ":50.5") << u"count"_s;
        QTest::newRow("too many") << with(":50", ":1001") << u"count"_s;
        QTest::newRow("a number where a text belongs") << with("\"acceptance-notice\"", "7") << u"paper"_s;
        QTest::newRow("missing") << with("organ", "organs") << u"organ"_s;
        QTest::newRow("empty") << with("三政务", "") << u"organ"_s;
        QTest::newRow("endless") << with("三政务", QByteArray(5000, 'x').constData()) << u"organ"_s;
        QTest::newRow("no object") << QByteArray("[]") << u"byte 0"_s;
    }
    void faultsAreNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, place);
        const auto wish = serialWishFrom(body);
        QVERIFY(!wish);
        QCOMPARE(wish.error().place, place);
    }

    void placesInsideListsAreNamed()
    {
        QByteArray body = toJson(PushAnswer{
            .acknowledged = 8, .verdicts = {{7, 20, {}}, {8, 21, differs}}, .epoch = u"e"_s, .hubTime = hubTime});
        body.replace("accepted_conflict", "perhaps");
        QCOMPARE(pushAnswerFrom(body).error().place, u"verdicts[1].verdict"_s);
    }

    void tooManyEventsAreRefused()
    {
        Push push = somePush();
        push.events = QByteArrayList(mostEvents + 1, "{}");
        QVERIFY(!pushFrom(toLines(push)));
        push.events.removeLast();
        QVERIFY(pushFrom(toLines(push)));
        push.events = {QByteArray(eventBytes + 1, 'x')};
        QVERIFY(!pushFrom(toLines(push)));
    }

    void cursors()
    {
        const Cursor cursor{9'007'199'254'740'991, QByteArray(16, '\xfe')};
        QCOMPARE(cursorFrom(toText(cursor)).value(), cursor);
        QCOMPARE(cursorFrom(toText({})).value(), Cursor());
        for (const QByteArray bad : {"", "7", "-1.", "x.", "7.%%%", "99999999999999999999."})
            QVERIFY2(!cursorFrom(bad), bad);
    }

    void problemsComeBack()
    {
        const Problem problem{Problem::Code::WrongTime, u"15 years"_s, 3, hubTime};
        QCOMPARE(problemFrom(toJson(problem)), problem);
        QCOMPARE(problemFrom("<html>").code, Problem::Code::Failed);
        QCOMPARE(httpStatus(Problem::Code::Busy), 429);
    }

    void packing()
    {
        QByteArray body;
        for (int i = 0; i < 20'000; ++i)
            body += QByteArray::number(i);
        QVERIFY(packed(body).size() < body.size() / 2);
        QCOMPARE(unpacked(packed(body)).value(), body);
        QCOMPARE(unpacked(packed({})).value(), QByteArray());
        QVERIFY(!unpacked(packed(body).chopped(1)));
        QVERIFY(!unpacked(packed(body) + "x"));
        QVERIFY(!unpacked("no such thing"));
        QVERIFY2(!unpacked(packed(QByteArray(64 * 1024 * 1024, '\0'))), "64 MiB in 280 KiB");
        QVERIFY(unpacked(packed(body), body.size()));
        QVERIFY(!unpacked(packed(body), body.size() - 1));
    }

    /// What is signed is the same for ever: signatures of yesterday must hold tomorrow.
    void whatIsSigned()
    {
        const RequestHead head{.method = "POST",
                               .target = "/sync/v1/push?x=1",
                               .writer = writer,
                               .time = QDateTime::fromSecsSinceEpoch(1'795'000'000, Qt::UTC),
                               .signature = {}};
        QCOMPARE(requestToSign(head, "body"),
                 "[\"POST\",\"/sync/v1/push?x=1\",\"2f1c5e7a-0c44-4a35-9d0d-6f0e3c6f2b11\",3,1795000000,"
                 "\"bfc4d85b5328076166b7e3779b2dde9c0a2dde14eb0c5fc827cc4201d7fdabf1\"]"_ba);
        QCOMPARE(tipToSign(writer, 12, QByteArray(2, '\x0f')),
                 "[\"2f1c5e7a-0c44-4a35-9d0d-6f0e3c6f2b11\",3,12,\"0f0f\"]"_ba);
        Enrolment other = someEnrolment();
        other.card.window = u"综合受理02号窗口"_s;
        QVERIFY(enrolmentToSign(other) != enrolmentToSign(someEnrolment()));
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
