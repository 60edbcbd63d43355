#include "core/domain/issuedpapers.h"
#include "tests/ui/case/casedesk.h"
#include "ui/case/casehead.h"
#include "ui/case/caserows.h"
#include "ui/case/itemspane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keybutton.h"
#include "ui/words/words.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using Why = Refusal::Why;
using State = CaseItem::State;

namespace {

const QString rented = u"rented"_s;
const QString fire = u"fire"_s;

QList<LifeCommand> untilAccepted()
{
    return {CompleteScans{3}, PushToDepartments{}, AcceptItem{rented, u"1"_s, false}, AcceptItem{fire, u"2"_s, false}};
}

QList<LifeCommand> untilHere()
{
    const Outcome granted{
        .granted = true, .certificate = u"样书零字第1号"_s, .eLicence = {}, .physical = true, .reason = {}};
    return untilAccepted()
        + QList<LifeCommand>{SupplyMaterial{u"lease"_s, {.kind = VerdictKind::OriginalSeen}},
                             DecideItem{rented, granted}, DecideItem{fire, granted}, ReceiveResult{rented, u"A3"_s, {}},
                             ReceiveResult{fire, u"A3"_s, {}}};
}

}

class TestCasePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }
    void init() { m_filed = std::make_unique<FiledCase>(); }
    void cleanup() { m_filed.reset(); }

    void fromFilingToArchiveByKeys();
    void anIllegalActSaysWhy_data();
    void anIllegalActSaysWhy();
    void whatIsMissingIsSaidAtItsField_data();
    void whatIsMissingIsSaidAtItsField();
    void graveActsAskTwice_data();
    void graveActsAskTwice();
    void escLeavesTheFormThenThePage();
    void lettersAreTextWhileAFormAsks();
    void deliveryByCourierAsksForTheParcel();
    void aDenialAsksForItsReason();
    void refusedItemsPapersGoBack();
    void theTimeLineSaysEveryFact();
    void personsAreMasked();
    void papersArePrintedAgain();
    void tellingBeginsWithWhatIsDue();
    void onlyWhatWasEntrustedIsAcceptedHere();
    void anActOffersItsPaper();
    void noTextIsCut_data();
    void noTextIsCut();
    void archivedNothingIsPossible();

private:
    std::unique_ptr<FiledCase> m_filed;
};

/// The lease is due on the 26th: on the working day before, T offers the reminder.
void TestCasePage::tellingBeginsWithWhatIsDue()
{
    m_filed->clock().set(QDateTime(QDate(2026, 11, 25), QTime(9, 0)));
    CaseDesk desk(*m_filed);
    desk.press({Qt::Key_T, Qt::Key_Return});
    QCOMPARE(m_filed->file().life.contacts.size(), 1);
    QCOMPARE(m_filed->file().life.contacts.first().about, Contact::About::Supplement);
}

void TestCasePage::onlyWhatWasEntrustedIsAcceptedHere()
{
    CaseDesk desk(*m_filed);
    desk.press({Qt::Key_1, Qt::Key_I});
    QCOMPARE(desk.item(rented).state, State::Filed); // the key says why
    desk.press({Qt::Key_2, Qt::Key_I, Qt::Key_Return});
    QCOMPARE(desk.item(fire).state, State::Accepted);
}

void TestCasePage::fromFilingToArchiveByKeys()
{
    CaseDesk desk(*m_filed);
    const CaseLife &life = m_filed->file().life;
    QStringList standings{desk.part<CaseHead>().standing()};
    const auto stood = [&] { standings << desk.part<CaseHead>().standing(); };

    desk.press({Qt::Key_S, Qt::Key_3, Qt::Key_Return});
    QVERIFY(life.scansCompleteAt.isValid());
    stood();
    desk.press({Qt::Key_P, Qt::Key_Return, Qt::Key_H});
    desk.type(u"李四"_s);
    desk.press({Qt::Key_Return});
    QVERIFY(life.pushedAt.isValid());
    QCOMPARE(life.handedOverTo, u"李四"_s);
    stood();
    desk.press({Qt::Key_1, Qt::Key_A, Qt::Key_Return, Qt::Key_2, Qt::Key_I});
    desk.type(u"受〔2026〕2号"_s);
    desk.press({Qt::Key_Return});
    QCOMPARE(desk.item(rented).state, State::Accepted);
    QCOMPARE(desk.item(fire).number, u"受〔2026〕2号"_s);
    stood();
    desk.press({Qt::Key_V, Qt::Key_Return, Qt::Key_1, Qt::Key_Z, Qt::Key_Return});
    QVERIFY(desk.item(fire).preReviewedAt.isValid());
    QVERIFY(desk.item(rented).isPaused());
    QCOMPARE(desk.item(rented).pauses.last().step, lawfulSteps().front());
    desk.press({Qt::Key_U, Qt::Key_Return, Qt::Key_J, Qt::Key_Return});
    QVERIFY(!desk.item(rented).isPaused());
    QCOMPARE(life.reviews.value(0).items, (QStringList{rented, fire}));
    desk.press({Qt::Key_K});
    desk.tabTo(u"reason"_s);
    desk.type(u"合格"_s);
    desk.press({Qt::Key_Return, Qt::Key_M, Qt::Key_Return});
    QCOMPARE(life.reviews.value(0).result, u"合格"_s);
    QVERIFY(life.supplements.value(u"lease"_s).suppliedAt.isValid());
    desk.press({Qt::Key_D});
    desk.tabTo(u"certificate"_s);
    desk.type(u"样书零字第1号"_s);
    desk.press({Qt::Key_Return, Qt::Key_2, Qt::Key_D, Qt::Key_Return});
    QCOMPARE(desk.item(rented).outcome->certificate, u"样书零字第1号"_s);
    QCOMPARE(desk.item(fire).state, State::Decided);
    stood();
    desk.press({Qt::Key_1, Qt::Key_E});
    desk.type(u"发证窗口 A3"_s);
    desk.press({Qt::Key_Return, Qt::Key_2, Qt::Key_E, Qt::Key_Return});
    QCOMPARE(desk.item(fire).custody.value(0).holder, u"发证窗口 A3"_s); // offered from the last one
    desk.press({Qt::Key_T, Qt::Key_4, Qt::Key_1, Qt::Key_Return, Qt::Key_C, Qt::Key_2, Qt::Key_Return});
    QCOMPARE(life.contacts.value(0).about, Contact::About::Result);
    QVERIFY(!life.collection.together);
    desk.press({Qt::Key_G, Qt::Key_2});
    desk.tabTo(u"signed"_s);
    desk.press({Qt::Key_Space, Qt::Key_Return});
    QVERIFY(desk.item(rented).delivery && desk.item(fire).delivery);
    QCOMPARE(desk.item(fire).delivery->collector, u"张𬭚"_s); // nobody typed: the applicant
    stood();
    desk.press({Qt::Key_F, Qt::Key_Return});
    QVERIFY(desk.item(rented).proofSentAt.isValid() && desk.item(fire).proofSentAt.isValid());
    stood();
    desk.press({Qt::Key_X, Qt::Key_Return, Qt::Key_Return});
    QCOMPARE(life.archivedBy, m_filed->work().guide().matter.lead);
    stood();
    QCOMPARE(QSet<QString>(standings.begin(), standings.end()).size(), standings.size());
}

void TestCasePage::anIllegalActSaysWhy_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Refusal>("refusal");
    const QString rentedName = u"出版物零售业务经营许可（租赁）"_s;
    const auto row = [](const char *name, Qt::Key key, Why why, const QString &subject) {
        QTest::newRow(name) << key << Refusal{why, subject, {}};
    };
    row("push without scans", Qt::Key_P, Why::ScansMissing, {});
    row("accept before the push", Qt::Key_A, Why::NotPushed, rentedName);
    row("accept here what was not entrusted", Qt::Key_I, Why::NotAuthorised, rentedName);
    row("refuse before the push", Qt::Key_R, Why::NotPushed, rentedName);
    row("decide before acceptance", Qt::Key_D, Why::NotAccepted, rentedName);
    row("pause before acceptance", Qt::Key_Z, Why::NotAccepted, rentedName);
    row("joint review before acceptance", Qt::Key_J, Why::NotAccepted, rentedName);
    row("record a review that was not called", Qt::Key_K, Why::UnknownReview, {});
    row("lapse before the day", Qt::Key_L, Why::NotDueYet, u"2026-11-26"_s);
    row("a result before the decision", Qt::Key_E, Why::NoResult, rentedName);
    row("hand over before the decision", Qt::Key_G, Why::NoResult, rentedName);
    row("proof before delivery", Qt::Key_F, Why::NotDelivered, rentedName);
    row("papers that are still needed", Qt::Key_B, Why::StillNeeded, u"营业执照"_s);
    row("archive what is open", Qt::Key_X, Why::ItemOpen, rentedName);
}

void TestCasePage::anIllegalActSaysWhy()
{
    QFETCH(Qt::Key, key);
    QFETCH(Refusal, refusal);
    CaseDesk desk(*m_filed);
    const Case before = m_filed->file();
    desk.press({key});
    QVERIFY2(desk.refusal().endsWith(words::sentence(refusal)), qPrintable(desk.refusal()));
    QVERIFY(!desk.part<ActsPane>().isAsking());
    QCOMPARE(m_filed->file(), before);
    for (int i = 0; i < actCount; ++i) {
        if (entryOf(static_cast<Act>(i)).key == key)
            QVERIFY(!desk.part<ActsPane>().isOpen(static_cast<Act>(i)));
    }
}

void TestCasePage::whatIsMissingIsSaidAtItsField_data()
{
    QTest::addColumn<QList<LifeCommand>>("before");
    QTest::addColumn<QList<Qt::Key>>("keys");
    QTest::addColumn<QString>("field");
    QTest::addColumn<Why>("why");
    using Strokes = QList<Qt::Key>;
    QTest::newRow("paper for nobody") << QList<LifeCommand>{} << Strokes{Qt::Key_H} << u"receiver"_s
                                      << Why::ReceiverMissing;
    QTest::newRow("refusal without reasons")
        << untilAccepted().first(2) << Strokes{Qt::Key_R} << u"reason"_s << Why::ReasonMissing;
    QTest::newRow("a result nowhere") << untilHere().first(7) << Strokes{Qt::Key_E} << u"receiver"_s
                                      << Why::ReceiverMissing;
    QTest::newRow("courier without an address")
        << QList<LifeCommand>{} << Strokes{Qt::Key_C, Qt::Key_1, Qt::Key_2} << u"address"_s << Why::AddressMissing;
    QTest::newRow("not signed for") << untilHere() << Strokes{Qt::Key_G} << u"signed"_s << Why::DeliveryNotSigned;
}

void TestCasePage::whatIsMissingIsSaidAtItsField()
{
    QFETCH(QList<LifeCommand>, before);
    QFETCH(QList<Qt::Key>, keys);
    QFETCH(QString, field);
    QFETCH(Why, why);
    m_filed->perform(before);
    CaseDesk desk(*m_filed);
    const Case file = m_filed->file();
    for (const Qt::Key key : keys)
        desk.press({key});
    desk.press({Qt::Key_Return});
    QCOMPARE(desk.faults(), QStringList{words::sentence(Refusal{why, {}, {}})});
    QCOMPARE(QApplication::focusWidget()->objectName(), field);
    QCOMPARE(m_filed->file(), file);
}

void TestCasePage::graveActsAskTwice_data()
{
    QTest::addColumn<QList<LifeCommand>>("before");
    QTest::addColumn<int>("daysLater");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<State>("after");
    QTest::newRow("withdrawal") << QList<LifeCommand>{} << 0 << Qt::Key_W << QString() << State::Withdrawn;
    QTest::newRow("refusal") << untilAccepted().first(2) << 0 << Qt::Key_R << u"不属于本机关职权"_s << State::Refused;
    QTest::newRow("lapse") << untilAccepted() << 4 << Qt::Key_L << QString() << State::Lapsed;
}

void TestCasePage::graveActsAskTwice()
{
    QFETCH(QList<LifeCommand>, before);
    QFETCH(int, daysLater);
    QFETCH(Qt::Key, key);
    QFETCH(QString, typed);
    QFETCH(State, after);
    m_filed->perform(before);
    m_filed->clock().set(FiledCase::morning.addDays(daysLater));
    CaseDesk desk(*m_filed);
    desk.press({key});
    if (!typed.isEmpty()) {
        desk.tabTo(u"reason"_s);
        desk.type(typed);
    }
    const State stands = desk.item(rented).state;
    desk.press({Qt::Key_Return});
    QCOMPARE(desk.item(rented).state, stands);
    QCOMPARE(desk.faults().size(), 1);
    desk.press({Qt::Key_Escape, key});
    if (!typed.isEmpty()) {
        desk.tabTo(u"reason"_s);
        desk.type(typed);
    }
    desk.press({Qt::Key_Return});
    QCOMPARE(desk.item(rented).state, stands); // left in between: it asks anew
    desk.press({Qt::Key_Return});
    QCOMPARE(desk.item(rented).state, after);
}

void TestCasePage::escLeavesTheFormThenThePage()
{
    CaseDesk desk(*m_filed);
    const QSignalSpy left(&desk.page(), &CasePage::leaveRequested);
    desk.press({Qt::Key_F5});
    const QWidget *const before = QApplication::focusWidget();
    desk.press({Qt::Key_H, Qt::Key_Escape});
    QCOMPARE(left.size(), 0);
    QVERIFY(!desk.part<ActsPane>().isAsking());
    QCOMPARE(QApplication::focusWidget(), before);
    desk.press({Qt::Key_Escape});
    QCOMPARE(left.size(), 1);
}

void TestCasePage::lettersAreTextWhileAFormAsks()
{
    CaseDesk desk(*m_filed);
    desk.press({Qt::Key_C, Qt::Key_S, Qt::Key_X}); // on a choice that takes no letters
    QVERIFY(desk.part<ActsPane>().isAsking());
    QVERIFY(!m_filed->file().life.scansCompleteAt.isValid());
    desk.press({Qt::Key_Escape, Qt::Key_H, Qt::Key_S, Qt::Key_Return});
    QCOMPARE(m_filed->file().life.handedOverTo, u"s"_s);
}

void TestCasePage::deliveryByCourierAsksForTheParcel()
{
    m_filed->perform(untilHere());
    CaseDesk desk(*m_filed);
    desk.press({Qt::Key_G, Qt::Key_2, Qt::Key_2, Qt::Key_Return});
    QCOMPARE(desk.faults(), (QStringList{words::sentence(Refusal{Why::CourierMissing, {}, {}}),
                                         words::sentence(Refusal{Why::TrackingMissing, {}, {}})}));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"company"_s);
    desk.type(u"邮政速递"_s);
    desk.tabTo(u"tracking"_s);
    desk.type(u"SF100"_s);
    desk.press({Qt::Key_Return});
    QCOMPARE(desk.item(rented).delivery->tracking, u"SF100"_s);
    QCOMPARE(desk.item(rented).delivery->company, u"邮政速递"_s);
    QVERIFY(desk.item(fire).delivery); // everything was wanted together
    QVERIFY(desk.item(rented).delivery->collector.isEmpty());
}

void TestCasePage::aDenialAsksForItsReason()
{
    m_filed->perform(untilAccepted());
    CaseDesk desk(*m_filed);
    desk.press({Qt::Key_D, Qt::Key_2});
    desk.tabTo(u"reason"_s);
    desk.type(u"场所不符合条件"_s);
    desk.press({Qt::Key_Return});
    QVERIFY(!desk.item(rented).outcome->granted);
    QCOMPARE(desk.item(rented).outcome->reason, u"场所不符合条件"_s);
    desk.press({Qt::Key_2, Qt::Key_D, Qt::Key_Return}); // what it waits for came to nothing
    QCOMPARE(desk.faults(),
             QStringList{words::sentence(Refusal{Why::PrerequisiteFailed, u"出版物零售业务经营许可（租赁）"_s, {}})});
}

void TestCasePage::refusedItemsPapersGoBack()
{
    CaseDesk desk(*m_filed);
    desk.press({Qt::Key_W, Qt::Key_2, Qt::Key_Return, Qt::Key_Return, Qt::Key_B});
    desk.type(u"张三"_s);
    desk.press({Qt::Key_Return});
    QCOMPARE(m_filed->file().life.returns.size(), 1);
    QCOMPARE(m_filed->file().life.returns[0].materials, (QStringList{u"licence"_s, u"lease"_s}));
    desk.press({Qt::Key_B});
    QVERIFY(desk.refusal().contains(words::sentence(Refusal{Why::AlreadyDone, {}, {}})));
}

void TestCasePage::theTimeLineSaysEveryFact()
{
    m_filed->perform(untilHere());
    CaseDesk desk(*m_filed);
    const QList<desk::JudgedEvent> history = m_filed->work().history().value();
    const RowsPane *time = nullptr;
    for (const RowsPane *pane : desk.page().findChildren<RowsPane *>()) {
        if (pane->model().rowCount() == history.size())
            time = pane;
    }
    QVERIFY(time);
    const auto rowAt = [&](int row) { return time->model().index(row).data(PaneModel::RowRole).value<PaneRow>(); };
    QVERIFY(rowAt(0).text.contains(u"A3"_s)); // the newest first
    for (int row = 0; row < history.size(); ++row) {
        QVERIFY(!rowAt(row).text.isEmpty());
        QVERIFY(rowAt(row).detail.contains(history.first().event.actor));
    }
}

void TestCasePage::personsAreMasked()
{
    m_filed->perform(untilHere());
    m_filed->perform({ChooseCollection{{true, Collection::Window, u"样例市样例区样例路1号"_s}},
                      DeliverItems{{rented, fire},
                                   {.way = Collection::Window,
                                    .collector = u"李代理"_s,
                                    .relation = u"代理人"_s,
                                    .identity = u"411281202505100018"_s,
                                    .signedFor = true,
                                    .authority = u"授权委托书"_s}}});
    CaseDesk desk(*m_filed);
    QStringList shown;
    for (const QLabel *label : desk.page().findChildren<QLabel *>())
        shown << label->text() << label->toolTip();
    for (const RowsPane *pane : desk.page().findChildren<RowsPane *>()) {
        for (int row = 0; row < pane->model().rowCount(); ++row)
            shown << pane->model().index(row).data().toString();
    }
    const QString all = shown.join(u'\n');
    QVERIFY(all.contains(u"李**"_s));
    QVERIFY(desk.part<ItemsPane>().details().contains(u"0018"_s));
    for (const QString &secret :
         {u"李代理"_s, u"411281202505100018"_s, u"张𬭚"_s, u"41030219900307001X"_s, u"样例路1号"_s})
        QVERIFY2(!all.contains(secret), qPrintable(secret));
}

void TestCasePage::papersArePrintedAgain()
{
    CaseDesk desk(*m_filed);
    const QSignalSpy prints(&desk.page(), &CasePage::printRequested);
    const QSignalSpy saves(&desk.page(), &CasePage::saveRequested);
    desk.press(Qt::Key_P, Qt::ControlModifier);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.press({Qt::Key_F6, Qt::Key_Down, Qt::Key_Return});
    QCOMPARE(prints.size(), 2);
    QCOMPARE(saves.size(), 1);
    QCOMPARE(prints[0][0].value<PaperRef>().kind, PaperKind::FilingReceipt);
    QVERIFY(isIssued(m_filed->file(), prints[1][0].value<PaperRef>()));
}

void TestCasePage::anActOffersItsPaper()
{
    m_filed->perform(untilAccepted().first(2));
    CaseDesk desk(*m_filed);
    const QSignalSpy prints(&desk.page(), &CasePage::printRequested);
    InlineMessage &offer = desk.part<InlineMessage>();
    desk.press({Qt::Key_H});
    desk.type(u"李四"_s);
    desk.press({Qt::Key_Return});
    desk.press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(!offer.isVisible());
    desk.press({Qt::Key_1, Qt::Key_A, Qt::Key_Return});
    desk.press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(prints[0][0].value<PaperRef>(), (PaperRef{PaperKind::HandoverSheet}));
    QCOMPARE(prints[1][0].value<PaperRef>(), (PaperRef{PaperKind::AcceptanceNotice, 1, rented}));
    const QSignalSpy leaving(&desk.page(), &CasePage::leaveRequested);
    desk.press({Qt::Key_2, Qt::Key_A, Qt::Key_Return, Qt::Key_Escape});
    QVERIFY2(!offer.isVisible() && leaving.isEmpty(), "Esc first closes the offer");
}

void TestCasePage::noTextIsCut_data()
{
    QTest::addColumn<QList<LifeCommand>>("before");
    QTest::addColumn<QList<Qt::Key>>("keys");
    using Strokes = QList<Qt::Key>;
    QTest::newRow("filed") << QList<LifeCommand>{} << Strokes{};
    QTest::newRow("a reason against") << QList<LifeCommand>{} << Strokes{Qt::Key_P};
    QTest::newRow("results are here") << untilHere() << Strokes{};
    QTest::newRow("the longest form") << untilHere() << Strokes{Qt::Key_G};
    QTest::newRow("its fault") << untilHere() << Strokes{Qt::Key_G, Qt::Key_Return};
    QTest::newRow("a decision") << untilAccepted() << Strokes{Qt::Key_D};
    QTest::newRow("a question") << untilAccepted() << Strokes{Qt::Key_W, Qt::Key_Return};
}

void TestCasePage::noTextIsCut()
{
    QFETCH(QList<LifeCommand>, before);
    QFETCH(QList<Qt::Key>, keys);
    m_filed->perform(before);
    CaseDesk desk(*m_filed);
    for (const Qt::Key key : keys)
        desk.press({key});
    QTest::qWait(1);
    QCOMPARE(desk.page().size(), QSize(1282, 700)); // the page asks for no more room
    for (const QLabel *label : desk.page().findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= needed, qPrintable(label->text()));
        QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
    for (const KeyButton *button : desk.page().findChildren<KeyButton *>()) {
        const QRect inParent(button->pos(), button->sizeHint());
        QVERIFY2(!button->isVisible() || button->parentWidget()->rect().contains(inParent), qPrintable(button->text()));
    }
    for (const QWidget *editor : desk.part<ActForm>().findChildren<QWidget *>()) {
        if (editor->isVisible() && !editor->objectName().isEmpty() && editor->parentWidget()->layout())
            QVERIFY2(editor->height() >= editor->minimumSizeHint().height(), qPrintable(editor->objectName()));
    }
}

void TestCasePage::archivedNothingIsPossible()
{
    m_filed->perform({WithdrawItems{{}, {}}, ArchiveCase{u"新闻出版部门"_s}});
    CaseDesk desk(*m_filed);
    for (int i = 0; i < actCount; ++i) {
        if (static_cast<Act>(i) == Act::Settle) // looked at whenever it comes up
            continue;
        if (static_cast<Act>(i) == Act::SeeNumber) // who looks is written down at any time
            continue;
        const QKeyCombination key = entryOf(static_cast<Act>(i)).key;
        desk.press(key.key(), key.keyboardModifiers());
        QVERIFY2(desk.refusal().endsWith(words::sentence(Refusal{Why::Archived, {}, {}})), qPrintable(desk.refusal()));
    }
}

QTEST_MAIN(TestCasePage)
#include "tst_casepage.moc"
