#include "core/domain/decide.h"
#include "core/domain/issuedpapers.h"
#include "core/domain/paperacts.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::OffsetFromUTC, 8 * 3600).addSecs(60 * minute);
}

/// A case after \a facts, one a minute.
Case after(const QList<Fact> &facts)
{
    Case file;
    int minute = 0;
    for (const Fact &fact : facts)
        file = apply(std::move(file), {at(minute++), u"王芳"_s, fact});
    return file;
}

const Fact opened = CaseOpened{u"c1"_s, u"411202001A1202611210001Q"_s, {u"p"_s, u"1"_s, u"m"_s}};
const Fact named = FieldEntered{applicantNameField, u"张三"_s};
const Fact filed = CaseFiled{at(200)};

Fact life(const LifeFact &fact)
{
    return fact;
}
Fact verdict(const QString &material, VerdictKind kind)
{
    return VerdictGiven{material, {.kind = kind, .due = QDate(2026, 11, 26)}};
}
Fact delivered(const QStringList &items)
{
    return life(ItemsDelivered{items, {.way = Collection::Window, .collector = u"张三"_s}});
}
Fact printed(const PaperRef &paper)
{
    return PrintRequested{u"p"_s, paper, 1};
}

const QList<Fact> granted{opened,
                          named,
                          filed,
                          life(ItemAccepted{u"a"_s, {}}),
                          life(ItemAccepted{u"b"_s, {}}),
                          life(ItemDecided{u"a"_s, {}}),
                          life(ItemDecided{u"b"_s, {}})};
const QList<Fact> arrived
    = granted + QList<Fact>{life(ResultArrived{u"a"_s, u"架"_s, {}}), life(ResultArrived{u"b"_s, u"架"_s, {}})};
const QList<Fact> deferred{opened,
                           named,
                           verdict(u"x"_s, VerdictKind::Deferred),
                           verdict(u"y"_s, VerdictKind::Deferred),
                           filed,
                           life(DeferralPromised{u"x"_s, QDate(2026, 11, 26)}),
                           life(DeferralPromised{u"y"_s, QDate(2026, 11, 26)})};

}

/// When each paper exists, kind by kind and state by state.
class TestIssuedPapers : public QObject
{
    Q_OBJECT

private slots:
    void whenEachExists_data()
    {
        QTest::addColumn<QList<Fact>>("facts");
        QTest::addColumn<PaperRef>("paper");
        QTest::addColumn<bool>("exists");
        const auto row = [](const char *name, const QList<Fact> &facts, const PaperRef &paper, bool exists) {
            QTest::newRow(name) << facts << paper << exists;
        };
        using Kind = PaperKind;
        const Fact letter = LetterIssued{Letter::Kind::Deferral, u"张三"_s, {{u"x"_s, u"甲"_s, QDate(2026, 11, 26)}}};
        const Fact notice = NoticeIssued{{{u"x"_s, u"甲"_s, {}, u"缺"_s}}, {}, {u"x"_s}};
        row("notice: none yet", {opened, named}, {Kind::CorrectionNotice}, false);
        row("notice: issued", {opened, named, notice}, {Kind::CorrectionNotice}, true);
        row("notice: the second before it is issued", {opened, named, notice}, {Kind::CorrectionNotice, 2, {}}, false);
        row("notice: number 0", {opened, named, notice}, {Kind::CorrectionNotice, 0, {}}, false);
        row("receipt: in intake", {opened, named}, {Kind::FilingReceipt}, false);
        row("receipt: filed", {opened, named, filed}, {Kind::FilingReceipt}, true);
        row("form: nobody named", {opened}, {Kind::ApplicationForm}, false);
        row("form: in intake", {opened, named}, {Kind::ApplicationForm}, true);
        row("form: filed", {opened, named, filed}, {Kind::ApplicationForm}, true);
        row("cover: no case", {}, {Kind::CoverSheet}, false);
        row("cover: in intake", {opened}, {Kind::CoverSheet}, true);
        row("deferral letter: nothing deferred", {opened, named}, {Kind::DeferralLetter}, false);
        row("deferral letter: deferred, no letter yet", deferred.first(3), {Kind::DeferralLetter}, false);
        row("deferral letter: issued", deferred.first(3) + QList<Fact>{letter}, {Kind::DeferralLetter}, true);
        row("deferral letter: no second one", deferred.first(3) + QList<Fact>{letter}, {Kind::DeferralLetter, 2, {}}, false);
        row("deferral letter: issued again", deferred.first(3) + QList<Fact>{letter, letter}, {Kind::DeferralLetter, 2, {}},
            true);
        row("deferral letter: all supplied",
            deferred
                + QList<Fact>{letter, verdict(u"x"_s, VerdictKind::OriginalSeen), life(MaterialSupplied{u"x"_s}),
                              verdict(u"y"_s, VerdictKind::OriginalSeen), life(MaterialSupplied{u"y"_s})},
            {Kind::DeferralLetter}, true);
        row("commitment letter: nothing promised", {opened, named}, {Kind::CommitmentLetter}, false);
        row("commitment letter: promised, no letter yet", {opened, named, verdict(u"x"_s, VerdictKind::Committed)},
            {Kind::CommitmentLetter}, false);
        row("commitment letter: issued", {opened, named, LetterIssued{Letter::Kind::Commitment, u"张三"_s, {{u"x"_s, u"甲"_s, {}}}}},
            {Kind::CommitmentLetter}, true);
        row("handover: in intake", {opened, named}, {Kind::HandoverSheet}, false);
        row("handover: before the way", {opened, named, filed}, {Kind::HandoverSheet}, true);
        row("acceptance: not decided", {opened, named, filed}, {Kind::AcceptanceNotice, 1, u"a"_s}, false);
        row("acceptance: accepted", granted.first(4), {Kind::AcceptanceNotice, 1, u"a"_s}, true);
        row("acceptance: of another item", granted.first(4), {Kind::AcceptanceNotice, 1, u"b"_s}, false);
        row("acceptance: still there after the decision", granted, {Kind::AcceptanceNotice, 1, u"a"_s}, true);
        const QList<Fact> refused{opened, named, filed, life(ItemRefused{u"a"_s, {}, u"不属于"_s})};
        row("refusal: refused", refused, {Kind::RefusalDecision, 1, u"a"_s}, true);
        row("refusal: no acceptance with it", refused, {Kind::AcceptanceNotice, 1, u"a"_s}, false);
        row("refusal: of an accepted item", granted, {Kind::RefusalDecision, 1, u"a"_s}, false);
        row("supplement: nothing brought", deferred, {Kind::SupplementReceipt}, false);
        row("supplement: one brought", deferred + QList<Fact>{life(MaterialSupplied{u"x"_s})},
            {Kind::SupplementReceipt}, true);
        row("supplement: two in one visit are one paper",
            deferred + QList<Fact>{life(MaterialSupplied{u"x"_s}), life(MaterialSupplied{u"y"_s})},
            {Kind::SupplementReceipt}, false);
        row("supplement: named by the last of the visit",
            deferred + QList<Fact>{life(MaterialSupplied{u"x"_s}), life(MaterialSupplied{u"y"_s})},
            {Kind::SupplementReceipt, 2, {}}, true);
        row("return: nothing given back", {opened, named, filed}, {Kind::ReturnSlip}, false);
        row("return: given back", {opened, named, filed, life(PapersGivenBack{{u"x"_s}, u"张三"_s})},
            {Kind::ReturnSlip}, true);
        row("collection: decided, not here yet", granted, {Kind::CollectionNotice}, false);
        row("collection: one is here", arrived.first(8), {Kind::CollectionNotice}, true);
        row("collection: an electronic one is here at once",
            granted.first(5) + QList<Fact>{life(ItemDecided{u"a"_s, {.physical = false}})}, {Kind::CollectionNotice},
            true);
        row("collection: both are here, one paper", arrived, {Kind::CollectionNotice, 2, {}}, true);
        row("collection: the first was never printed", arrived, {Kind::CollectionNotice}, false);
        row("collection: the first was printed",
            arrived.first(8) + QList<Fact>{printed({Kind::CollectionNotice}), arrived[8]}, {Kind::CollectionNotice},
            true);
        row("delivery: not yet", arrived, {Kind::DeliveryRecord}, false);
        row("delivery: both at once are one", arrived + QList<Fact>{delivered({u"a"_s, u"b"_s})},
            {Kind::DeliveryRecord, 2, {}}, false);
        row("delivery: one after the other are two", arrived + QList<Fact>{delivered({u"b"_s}), delivered({u"a"_s})},
            {Kind::DeliveryRecord, 2, {}}, true);
    }
    void whenEachExists()
    {
        QFETCH(QList<Fact>, facts);
        QFETCH(PaperRef, paper);
        const Case file = after(facts);
        QTEST(isIssued(file, paper), "exists");
        QTEST(papersOf(file).contains(paper), "exists");
    }

    void noPaperIsListedTwice()
    {
        const Case file = after(arrived + QList<Fact>{printed({PaperKind::FilingReceipt}), delivered({u"a"_s})});
        const QList<PaperRef> papers = papersOf(file);
        for (const PaperRef &paper : papers)
            QCOMPARE(papers.count(paper), 1);
    }

    void deliveriesAreInTheOrderInWhichTheyHappened()
    {
        const Case file = after(arrived + QList<Fact>{delivered({u"b"_s}), delivered({u"a"_s})});
        const QList<DeliveryAct> acts = deliveriesOf(file);
        QCOMPARE(acts.size(), 2);
        QCOMPARE(acts[0].items, QStringList{u"b"_s});
        QCOMPARE(acts[1].items, QStringList{u"a"_s});
    }

    void whatWasPrintedIsFollowedByAnotherEdition()
    {
        const PaperRef first{PaperKind::ApplicationForm};
        QCOMPARE(editionOf(after({opened, named, named}), first.kind), 1);
        const QList<Fact> changed{opened, named, printed(first), FieldEntered{u"applicant-phone"_s, u"1"_s}};
        QCOMPARE(editionOf(after(changed), first.kind), 2);
        QVERIFY(isIssued(after(changed), first));
        QVERIFY(isIssued(after(changed), {PaperKind::ApplicationForm, 2, {}}));
        QCOMPARE(editionOf(after(changed + QList<Fact>{named}), first.kind), 2); // nobody has the second yet
        QCOMPARE(editionOf(after({opened, named, filed, printed(first), verdict(u"x"_s, VerdictKind::OriginalSeen)}),
                           first.kind),
                 1);
    }

    void aVoidedNumberStandsNoMore()
    {
        const PaperRef notice{PaperKind::AcceptanceNotice, 1, u"a"_s};
        const Fact numbered = PaperNumbered{notice, u"湖卫"_s, 2026, 7, u"湖卫受〔2026〕7号"_s};
        QVERIFY(!numberOf(after(granted), notice));
        const Case one = after(granted + QList<Fact>{numbered, printed(notice)});
        QCOMPARE(numberOf(one, notice)->serial, 7);
        QVERIFY(!numberOf(one, {PaperKind::AcceptanceNotice, 1, u"b"_s}));
        const Fact voided = PaperNumberVoided{notice, u"湖卫"_s, 2026, 7, u"印错"_s};
        const Case none = after(granted + QList<Fact>{numbered, printed(notice), voided});
        QVERIFY(!numberOf(none, notice));
        QCOMPARE(none.numbers[0].voidReason, u"印错"_s);
        QCOMPARE(lastVoided(none, notice), none.numbers[0].voidedAt);
    }

    void aNumberIsVoidedOnlyWithAReason()
    {
        const PaperRef notice{PaperKind::AcceptanceNotice, 1, u"a"_s};
        const Case file = after(
            granted + QList<Fact>{PaperNumbered{notice, u"湖卫"_s, 2026, 7, u"湖卫受〔2026〕7号"_s}, printed(notice)});
        const auto ruling = [&](const PaperRef &paper, const QString &reason) {
            return decide(file, VoidPaperNumber{paper, reason}, {},
                          {WorkCalendar(), *OfficeHours::parse(u"09:00-12:00"_s), true}, at(300));
        };
        QCOMPARE(ruling(notice, u" "_s).error().first().why, Refusal::Why::ReasonMissing);
        QCOMPARE(ruling({PaperKind::AcceptanceNotice, 1, u"b"_s}, u"印错"_s).error().first().why,
                 Refusal::Why::NoSuchPaper);
        QCOMPARE(ruling(notice, u"印错"_s).value(),
                 (QList<Fact>{PaperNumberVoided{notice, u"湖卫"_s, 2026, 7, u"印错"_s}}));
    }
};

QTEST_APPLESS_MAIN(TestIssuedPapers)
#include "tst_issuedpapers.moc"
