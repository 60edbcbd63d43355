#include "core/domain/codes.h"
#include "core/journal/journal.h"
#include "tests/support/filing.h"
#include "tests/support/office.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using desk::ShelfEntry;
using desk::ShelfKind;
using desk::ShelfTally;
using support::must;

namespace {

const QString applicant = u"司徒样例"_s;

QStringList itemsOf(const desk::CaseWork &work)
{
    QStringList ids;
    for (const auto &[line, item] : domain::itemsOf(work.file(), work.guide()))
        ids << line.item.id;
    return ids;
}

void arriveAll(desk::CaseWork &work, const QString &place = u"A-03"_s)
{
    for (const QString &id : itemsOf(work))
        must(work, ReceiveResult{id, u"发证窗口"_s, u"邮车 钱某某"_s, place});
}

Delivery taken()
{
    return {.way = Collection::Window, .collector = applicant, .relation = themselves, .signedFor = true};
}

QList<ShelfEntry> linesOf(const Office &office, ShelfKind kind = ShelfKind::All)
{
    return office.onShelf.page(kind, {}, 1000).value().lines;
}

/// All, expected, waiting, late, forgotten, refusals, to prove.
ShelfTally tally(const Office &office)
{
    return office.onShelf.counts().value();
}

/// Everything that says where a line stands.
QStringList told(const QList<ShelfEntry> &lines)
{
    QStringList texts;
    for (const ShelfEntry &line : lines)
        texts << QStringList{line.number, line.result.item, QString::number(int(line.state)), line.result.name, line.applicant,
                             line.result.custody.holder, line.result.custody.place, line.result.custody.givenBy,
                             line.result.certificate, line.result.due.toString(Qt::ISODate)}
                     .join(u'|');
    return texts;
}

}

/// The shelf of the issuance window over a real journal.
class TestIssuance : public QObject
{
    Q_OBJECT

private slots:
    void aResultGoesItsWay();
    void theRecordIsSignedBeforeTheHandOver();
    void lateAndForgottenComeWithTime();
    void itIsFoundByEveryNumberOnIt_data();
    void itIsFoundByEveryNumberOnIt();
    void aWholeRunIsReceivedAtOnce();
    void allProofsAreSentAtOnce();
    void refusalsWaitToo();
    void pagesJoinWithoutGapOrRepetition();
    void theShelfIsTheSameAfterARebuild();
    void nothingOfAPersonIsInPlainText();
    void aCaseInHandReadsWhatWasWritten();
};

void TestIssuance::aResultGoesItsWay()
{
    Office office;
    QCOMPARE(tally(office), (ShelfTally{0, 0, 0, 0, 0, 0, 0}));
    const auto work = office.open(applicant);
    support::decideAll(*work);
    const int n = int(itemsOf(*work).size());
    QVERIFY(n > 1);
    QCOMPARE(tally(office), (ShelfTally{n, n, 0, 0, 0, 0, 0}));
    const QString first = itemsOf(*work).first();
    must(*work, ReceiveResult{first, u"发证窗口"_s, u"邮车 钱某某"_s, u"A-03"_s});
    QCOMPARE(tally(office), (ShelfTally{n, n - 1, 1, 0, 0, 0, 0}));
    QCOMPARE(linesOf(office, ShelfKind::Waiting).first().state, ShelfState::Held);
    for (const QString &id : itemsOf(*work).mid(1))
        must(*work, ReceiveResult{id, u"发证窗口"_s, {}});
    QCOMPARE(tally(office), (ShelfTally{n, 0, n, 0, 0, 0, 0}));
    const ShelfEntry ready = linesOf(office, ShelfKind::Waiting).first();
    QCOMPARE(ready.state, ShelfState::Ready);
    QCOMPARE(ready.result.due.date(), office.clock.now().date()); // the same-day clock
    QCOMPARE(ready.applicant, maskedName(applicant));
    QCOMPARE(ready.result.custody.place, u"A-03"_s);
    QCOMPARE(ready.result.custody.givenBy, u"邮车 钱某某"_s);
    must(*work, TellCitizen{Contact::About::Result, Contact::Way::Phone, {}});
    QCOMPARE(linesOf(office, ShelfKind::Waiting).first().state, ShelfState::Told);
    must(*work, DeliverItems{itemsOf(*work), taken()});
    QCOMPARE(tally(office), (ShelfTally{n, 0, 0, 0, 0, 0, n}));
    must(*work, SendProof{itemsOf(*work)});
    QCOMPARE(tally(office), (ShelfTally{0, 0, 0, 0, 0, 0, 0}));
}

/// What was printed to be signed leaves no trace, and says what the record of the act says: but for its mark, the remark that it
/// was signed, and the stamp of the code.
void TestIssuance::theRecordIsSignedBeforeTheHandOver()
{
    Office office;
    const auto work = office.open(applicant);
    support::decideAll(*work);
    DeliverItems delivery{itemsOf(*work), taken()};
    delivery.delivery.signedFor = false;
    const auto refused = work->recordToSign(delivery);
    QVERIFY(!refused);
    QCOMPARE(refused.error().refusals.value(0).why, Refusal::Why::NotArrived);
    arriveAll(*work);
    const Case before = work->file();
    const qsizetype acts = work->history().value().size();
    const papers::Paper toSign = work->recordToSign(delivery).value();
    QCOMPARE(toSign.mark, u"待签收"_s);
    QVERIFY(toSign.texts().join(u'|').contains(applicant));
    QVERIFY(!toSign.texts().join(u'|').contains(u"已当面签收"_s));
    QCOMPARE(work->file(), before);
    QCOMPARE(work->history().value().size(), acts);
    QVERIFY(!desk::Issuance::lastRecord(*work)); // who does not sign has got nothing
    QCOMPARE(work->obstaclesTo(LifeCommand(delivery)).value(0).why, Refusal::Why::DeliveryNotSigned);

    must(*work, DeliverItems{delivery.items, taken()});
    const PaperRef record = desk::Issuance::lastRecord(*work).value();
    QCOMPARE(record.number, 1);
    const auto alike = [](const papers::Paper &paper) {
        QString all = paper.texts().join(u'\n');
        for (const QString &differs : {u"待签收"_s, u"领取人签名后交付"_s, u"已当面签收"_s})
            all.remove(differs);
        return all.split(u'\n', Qt::SkipEmptyParts);
    };
    const papers::Paper done = work->issuedPaper(record, 1).value();
    QVERIFY(done.texts().join(u'|').contains(u"已当面签收"_s));
    QCOMPARE(alike(done), alike(toSign));
    QCOMPARE(work->recordToSign(delivery).error().refusals.value(0).why, Refusal::Why::AlreadyDelivered);
}

void TestIssuance::lateAndForgottenComeWithTime()
{
    Office office;
    const auto late = office.open(applicant);
    support::decideAll(*late);
    arriveAll(*late);
    const auto forgotten = office.open(applicant);
    support::decideAll(*forgotten);
    arriveAll(*forgotten);
    must(*forgotten, TellCitizen{Contact::About::Result, Contact::Way::Phone, {}});
    const int n = int(itemsOf(*late).size());
    QCOMPARE(tally(office), (ShelfTally{2 * n, 0, 2 * n, 0, 0, 0, 0}));
    office.clock.set(office.clock.now().addDays(1));
    QCOMPARE(tally(office), (ShelfTally{2 * n, 0, n, n, 0, 0, 0}));
    QCOMPARE(linesOf(office, ShelfKind::Late).first().caseId, late->file().id);
    office.clock.set(office.clock.now().addDays(33)); // thirty days end on a Saturday before a holiday
    QCOMPARE(tally(office), (ShelfTally{2 * n, 0, 0, n, n, 0, 0}));
    const ShelfEntry line = linesOf(office, ShelfKind::Forgotten).first();
    QCOMPARE(line.caseId, forgotten->file().id);
    QCOMPARE(line.days, 34);
    must(*forgotten, TellCitizen{Contact::About::Result, Contact::Way::Phone, {}}); // told again: another thirty days
    QCOMPARE(tally(office), (ShelfTally{2 * n, 0, n, n, 0, 0, 0}));
}

void TestIssuance::itIsFoundByEveryNumberOnIt_data()
{
    QTest::addColumn<QString>("typed"); // N: case number
    QTest::addColumn<int>("lines"); // -1: all of the case
    QTest::newRow("the case number") << u"N"_s << -1;
    QTest::newRow("the code of the receipt") << u"yichuang:c/N"_s << -1;
    QTest::newRow("the label of the shelf place") << u"a-03"_s << -1;
    QTest::newRow("a certificate") << u"样证 I号 N"_s << 1;
    QTest::newRow("four digits of the number") << u"0001"_s << -1;
    QTest::newRow("the name") << u"司徒"_s << -1;
    QTest::newRow("another shelf place") << u"A-04"_s << 0;
    QTest::newRow("nothing") << u"  "_s << 0;
}

void TestIssuance::itIsFoundByEveryNumberOnIt()
{
    QFETCH(QString, typed);
    QFETCH(int, lines);
    Office office;
    QTRY_VERIFY(office.search.isComplete());
    const auto work = office.open(applicant);
    support::decideAll(*work);
    arriveAll(*work);
    const auto other = office.open(u"李𬭚"_s);
    support::decideAll(*other);
    arriveAll(*other, u"B-01"_s);
    typed.replace(u'I', itemsOf(*work).first()).replace(u'N', work->file().number);
    const auto found = office.onShelf.find(typed).value();
    QCOMPARE(found.lines.size(), lines < 0 ? itemsOf(*work).size() : qsizetype(lines));
    for (const ShelfEntry &line : found.lines)
        QCOMPARE(line.caseId, work->file().id);
    if (lines == 0)
        return;
    must(*work, DeliverItems{itemsOf(*work), {.way = Collection::Courier, .tracking = u"EMS 100-2"_s, .company = u"邮政"_s}});
    QCOMPARE(office.onShelf.find(u"ems1002"_s)->lines.size(), itemsOf(*work).size());
    must(*work, SendProof{itemsOf(*work)});
    for (const QString &later : {u"ems1002"_s, work->file().number})
        QCOMPARE(office.onShelf.find(later)->finished, QStringList{work->file().id});
}

void TestIssuance::aWholeRunIsReceivedAtOnce()
{
    Office office;
    const auto one = office.open(applicant);
    support::decideAll(*one);
    const auto two = office.open(u"李𬭚"_s);
    support::decideAll(*two);
    const QSignalSpy acted(&office.issuance, &desk::Issuance::acted);
    const QList<ShelfEntry> run{linesOf(office).first(), linesOf(office).last()};
    QVERIFY(run.first().caseId != run.last().caseId);
    const ReceiveResult arrival{{}, u"发证窗口"_s, u"市级部门 邮车"_s, u"A-05"_s};
    const auto outcome = office.issuance.receive(run, arrival);
    QCOMPARE(outcome.done, 2);
    QVERIFY(outcome.undone.isEmpty());
    QCOMPARE(acted.size(), 2);
    QCOMPARE(tally(office)[size_t(ShelfKind::Waiting)], 2);
    const auto again = office.issuance.receive(run, arrival); // the parcel is scanned once more
    QCOMPARE(again.done, 0);
    QCOMPARE(again.undone.size(), 2);
    QCOMPARE(again.undone.first().second.refusals.first().why, Refusal::Why::AlreadyThere);
    // A mistake is put right by a move, which stays in the chain.
    const auto moved = office.issuance.receive({run.first()}, {{}, u"二楼发证窗口"_s, u"王芳"_s, {}, u"赵六"_s});
    QCOMPARE(moved.done, 1);
    const auto file = (*office.issuance.open(run.first().caseId))->file();
    QCOMPARE(file.life.items.value(run.first().result.item).custody.size(), 2);
    QCOMPARE(file.life.items.value(run.first().result.item).custody.last().takenBy, u"赵六"_s);
}

void TestIssuance::allProofsAreSentAtOnce()
{
    Office office;
    for (const QString &name : {applicant, u"李𬭚"_s, u"王瀍"_s}) {
        const auto work = office.open(name);
        support::decideAll(*work);
        arriveAll(*work);
        must(*work, DeliverItems{itemsOf(*work), taken()});
    }
    const int owed = tally(office)[size_t(ShelfKind::ToProve)];
    QVERIFY(owed > 3);
    const QList<ShelfEntry> lines = linesOf(office, ShelfKind::ToProve);
    QCOMPARE(office.issuance.prove({lines.first()}).done, 1);
    QCOMPARE(tally(office)[size_t(ShelfKind::ToProve)], owed - 1);
    const auto rest = office.issuance.proveAll();
    QVERIFY(rest && rest->undone.isEmpty());
    QCOMPARE(rest->done, owed - 1);
    QCOMPARE(tally(office)[0], 0);
    const auto again = office.issuance.prove({lines.first()});
    QCOMPARE(again.undone.first().second.refusals.first().why, Refusal::Why::AlreadyDone);
}

void TestIssuance::refusalsWaitToo()
{
    Office office;
    const auto work = office.open(applicant);
    support::file(*work);
    must(*work, CompleteScans{1});
    must(*work, PushToDepartments{});
    const QString item = itemsOf(*work).first();
    must(*work, RefuseItem{item, u"不受字1号"_s, u"不属于本机关职权"_s});
    QCOMPARE(tally(office), (ShelfTally{1, 1, 0, 0, 0, 1, 0}));
    must(*work, ReceiveResult{item, u"发证窗口"_s, {}, u"R-1"_s});
    const QList<ShelfEntry> lines = linesOf(office, ShelfKind::Refusals);
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.first().result.refusal && lines.first().result.onPaper);
    QCOMPARE(office.onShelf.find(u"不受字1号"_s)->lines.size(), 1);
}

void TestIssuance::pagesJoinWithoutGapOrRepetition()
{
    Office office;
    for (int i = 0; i < 7; ++i) {
        const auto work = office.open(applicant);
        support::decideAll(*work);
        if (i % 2)
            arriveAll(*work);
    }
    const QStringList whole = told(linesOf(office));
    QCOMPARE(whole.size(), tally(office)[0]);
    QStringList joined;
    desk::ShelfList::Place place;
    for (bool isLast = false; !isLast;) {
        const auto page = office.onShelf.page(ShelfKind::All, place, 3).value();
        joined += told(page.lines);
        place = page.end;
        isLast = page.isLast;
    }
    QCOMPARE(joined, whole);
}

void TestIssuance::theShelfIsTheSameAfterARebuild()
{
    Office office;
    for (int i = 0; i < 4; ++i) {
        const auto work = office.open(applicant);
        support::decideAll(*work);
        if (i > 0)
            arriveAll(*work);
        if (i > 1)
            must(*work, DeliverItems{itemsOf(*work), taken()});
        if (i > 2)
            must(*work, SendProof{itemsOf(*work)});
    }
    const QStringList before = told(linesOf(office));
    const ShelfTally counted = tally(office);
    QVERIFY(!before.isEmpty());
    QVERIFY(office.profile->journal().rebuildProjections().has_value());
    QCOMPARE(told(linesOf(office)), before);
    QCOMPARE(tally(office), counted);
}

void TestIssuance::nothingOfAPersonIsInPlainText()
{
    Office office;
    const auto work = office.open(applicant);
    support::decideAll(*work);
    arriveAll(*work, u"ZZ-架位"_s);
    must(*work, DeliverItems{itemsOf(*work), {.way = Collection::Courier, .tracking = u"SF7777777"_s, .company = u"样例速递"_s,
                                              .address = u"样例市样例区样例路9号"_s}});
    QByteArray bytes;
    const QDir folder(office.folder.filePath(u"profile"_s));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    QVERIFY(bytes.contains(work->file().number.toUtf8()));
    for (const QString &secret : {applicant, u"钱某某"_s, u"SF7777777"_s, u"样例路9号"_s, u"ZZ-架位"_s, u"样证"_s})
        QVERIFY2(!bytes.contains(secret.toUtf8()), qPrintable(secret));
}

void TestIssuance::aCaseInHandReadsWhatWasWritten()
{
    Office office;
    const auto inHand = office.open(applicant);
    support::decideAll(*inHand);
    const QString item = itemsOf(*inHand).first();
    QVERIFY(office.issuance.perform(inHand->file().id, ReceiveResult{item, u"发证窗口"_s, {}}));
    QVERIFY(inHand->file().life.items.value(item).custody.isEmpty());
    QVERIFY(inHand->readAgain().has_value());
    QCOMPARE(inHand->file().life.items.value(item).custody.size(), 1);
    must(*inHand, ReceiveResult{item, u"二楼"_s, {}});
    QVERIFY(office.profile->journal().verify().has_value());
}

QTEST_GUILESS_MAIN(TestIssuance)
#include "tst_issuance.moc"
