#include "tests/core/journal/plainhub.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::PaperKind;
using domain::PrintConfirmed;
using domain::PrintDone;
using domain::PrintRequested;
using journal::ReceiptDay;
using world::PlainHub;
using world::Window;

namespace {

const QDate firstDay(2026, 11, 21); // of world::Clock

/// A fact from its word and the id of the print, e.g. "receipt p"; "receipts": two identical ones.
domain::Fact factOf(const QString &text)
{
    const QString word = text.section(u' ', 0, 0);
    const QString print = text.section(u' ', 1);
    if (word == u"done"_s)
        return PrintDone{print};
    if (word == u"confirmed"_s)
        return PrintConfirmed{print};
    if (word == u"failed"_s)
        return domain::PrintFailed{print, u"no paper"_s};
    const PaperKind kind = word == u"other"_s ? PaperKind::DeliveryRecord : PaperKind::FilingReceipt;
    return PrintRequested{.print = print, .paper = {kind}, .pieces = word == u"receipts"_s ? 2 : 1};
}

QList<int> counts(Window &window)
{
    QList<int> receipts;
    for (const ReceiptDay &day : window.outbox->receiptDays(100).value_or(QList<ReceiptDay>()))
        receipts << day.receipts;
    return receipts;
}

}

/// What a journal says was printed on a day, and what it keeps of the hub's answer.
class TestReceipts : public QObject
{
    Q_OBJECT

private slots:
    void whatCameOutCounts_data()
    {
        QTest::addColumn<QStringList>("facts");
        QTest::addColumn<int>("receipts");
        QTest::addColumn<int>("pieces");
        QTest::newRow("printed") << QStringList{u"receipt p"_s, u"done p"_s} << 1 << 1;
        QTest::newRow("taken in hand") << QStringList{u"receipt p"_s, u"confirmed p"_s} << 1 << 1;
        QTest::newRow("both") << QStringList{u"receipt p"_s, u"done p"_s, u"confirmed p"_s} << 1 << 1;
        QTest::newRow("twice on a day") << QStringList{u"receipt p"_s, u"done p"_s, u"receipts q"_s, u"done q"_s} << 1 << 3;
        QTest::newRow("asked for only") << QStringList{u"receipt p"_s} << 0 << 0;
        QTest::newRow("failed") << QStringList{u"receipt p"_s, u"failed p"_s} << 0 << 0;
        QTest::newRow("another paper") << QStringList{u"other p"_s, u"done p"_s} << 0 << 0;
    }
    void whatCameOutCounts()
    {
        QFETCH(QStringList, facts);
        QFETCH(int, receipts);
        QFETCH(int, pieces);
        PlainHub hub;
        Window a(hub), b(hub);
        const QString id = a.openCase();
        for (const QString &fact : std::as_const(facts)) {
            REQUIRE_OK(a.act(id, {factOf(fact)}));
            counts(a); // whenever it is asked, the end is the same
        }
        const QList<journal::ReceiptPrinted> printed = a.outbox->receiptsOf(firstDay).value();
        QCOMPARE(printed.size(), receipts);
        QCOMPARE(counts(a), receipts == 0 ? QList<int>() : QList<int>{receipts});
        if (receipts == 0)
            return;
        QCOMPARE(printed[0].number, a.caseOf(id).file.number);
        QCOMPARE(printed[0].pieces, pieces);
        a.push();
        b.pull();
        QCOMPARE(counts(b), QList<int>()); // printed elsewhere
    }

    void aDayIsToldUntilItChanges()
    {
        PlainHub hub;
        Window a(hub);
        const QString id = a.openCase();
        REQUIRE_OK(a.act(id, {factOf(u"receipt p"_s), factOf(u"done p"_s)}));
        ReceiptDay day = a.outbox->receiptDays(1)->first();
        QCOMPARE(day.day, firstDay);
        QVERIFY(day.revision > day.told && !day.toldAt.isValid());
        day.told = day.revision;
        day.toldAt = QDateTime(firstDay, QTime(18, 0));
        day.unknownToHub = {u"N1"_s, u"N2"_s};
        day.notListed = {u"N3"_s};
        REQUIRE_OK(a.outbox->receiptsTold(day));
        a.start(); // kept
        QCOMPARE(a.outbox->receiptDays(1).value(), QList<ReceiptDay>{day});

        const QString late = a.openCase();
        REQUIRE_OK(a.act(late, {factOf(u"receipt q"_s), factOf(u"done q"_s)}));
        QVERIFY(a.outbox->receiptDays(1)->first().revision > day.told);
        QCOMPARE(counts(a), QList<int>{2});

        a.profile.clock.advance(24 * 3600);
        REQUIRE_OK(a.outbox->noteDay(firstDay.addDays(1)));
        REQUIRE_OK(a.outbox->noteDay(firstDay.addDays(1)));
        QCOMPARE(counts(a), (QList<int>{0, 2}));
        REQUIRE_OK(a.act(id, {factOf(u"receipt r"_s), factOf(u"done r"_s)}));
        QCOMPARE(counts(a), (QList<int>{1, 2}));

        REQUIRE_OK(a.outbox->forgetPlaces(u"epoch-2"_s)); // the hub may have lost the list
        for (const ReceiptDay &again : a.outbox->receiptDays(10).value_or(QList<ReceiptDay>()))
            QVERIFY(again.revision > again.told);
    }
};

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
