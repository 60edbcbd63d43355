#include "tests/ui/intake/keys.h"
#include "tests/ui/intake/samplecase.h"
#include "ui/intake/applicantform.h"
#include "ui/intake/checklistpanel.h"
#include "ui/intake/itemspanel.h"
#include "ui/intake/optionlist.h"
#include "ui/intake/situationspanel.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::VerdictKind;

namespace {

constexpr auto goodId = "11010519491231002X";
constexpr auto wrongId = "110105194912310021";

void showOn(SituationsPanel &panel, const SampleCase &sample)
{
    panel.show(sample.plan());
}
void showOn(ItemsPanel &panel, const SampleCase &sample)
{
    panel.show(sample.plan());
}
void showOn(ApplicantForm &form, const SampleCase &sample)
{
    form.show(sample.plan(), sample.file().stage);
}
void showOn(ChecklistPanel &panel, const SampleCase &sample)
{
    panel.show(sample.plan(), sample.file(), sample.today());
}

/// One panel at work on a sample case as the page employs it: commands are decided, the panel is shown again, refusals come
/// back to it.
template <class Panel>
class Bench
{
public:
    explicit Bench(SampleCase &sample) : m_panel(new Panel(&m_window))
    {
        QObject::connect(m_panel, &Panel::wanted, m_panel, [this, &sample](const domain::Command &command) {
            const QList<domain::Refusal> refusals = sample.perform(command);
            showOn(*m_panel, sample);
            if (!refusals.isEmpty())
                m_panel->refuse(words::sentence(refusals.front()));
        });
        showOn(*m_panel, sample);
        m_panel->resize(600, 420);
        m_window.resize(600, 420);
        m_window.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
        m_panel->takeFocus();
    }
    Panel &panel() { return *m_panel; }

private:
    QWidget m_window;
    Panel *const m_panel;
};

std::optional<domain::Verdict> verdictOn(const SampleCase &sample, const QString &material)
{
    const auto it = sample.file().verdicts.constFind(material);
    return it == sample.file().verdicts.cend() ? std::nullopt : std::optional(*it);
}

}

class TestIntakePanels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void oneDigitAnswersAndGoesOn()
    {
        SampleCase sample;
        Bench<SituationsPanel> bench(sample);
        Keys keys;
        keys.press({Qt::Key_2, Qt::Key_1});
        QCOMPARE(sample.file().answers.value(u"place"_s), u"b"_s);
        QCOMPARE(sample.file().answers.value(u"married"_s), u"a"_s);
        QVERIFY(!sample.file().answers.contains(u"follow"_s));
    }

    void aDigitWithoutAnOptionDoesNothing()
    {
        SampleCase sample;
        Bench<SituationsPanel> bench(sample);
        Keys().press({Qt::Key_9, Qt::Key_0});
        QVERIFY(sample.file().answers.isEmpty());
    }

    void anAnswerIsTakenBackByBackspace()
    {
        SampleCase sample;
        Bench<SituationsPanel> bench(sample);
        Keys().press({Qt::Key_2, Qt::Key_Up, Qt::Key_Backspace});
        QVERIFY(!sample.file().answers.contains(u"place"_s));
    }

    void aNumberIsTypedAndGivenByEnter()
    {
        SampleCase sample;
        Bench<SituationsPanel> bench(sample);
        SituationsPanel &panel = bench.panel();
        panel.takeFocus(u"area"_s);
        Keys().press({Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_Backspace, Qt::Key_Return});
        QCOMPARE(sample.file().answers.value(u"area"_s), u"12"_s);
    }

    void aNumberThatWasOnlyTypedIsGivenOnLeaving()
    {
        SampleCase sample;
        Bench<SituationsPanel> bench(sample);
        SituationsPanel &panel = bench.panel();
        panel.takeFocus(u"area"_s);
        Keys().press({Qt::Key_9, Qt::Key_5, Qt::Key_Up});
        QCOMPARE(sample.file().answers.value(u"area"_s), u"95"_s);
    }

    void enterWithEverythingAnsweredGoesOn()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<SituationsPanel> bench(sample);
        SituationsPanel &panel = bench.panel();
        const QSignalSpy passed(&panel, &SituationsPanel::passed);
        Keys().press(Qt::Key_Return);
        QCOMPARE(passed.size(), 1);
    }

    void spaceDropsAndKeepsAnItem()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ItemsPanel> bench(sample);
        ItemsPanel &panel = bench.panel();
        panel.takeFocus(u"card"_s);
        Keys keys;
        keys.press(Qt::Key_Space);
        QVERIFY(sample.file().dropped.contains(u"card"_s));
        keys.press(Qt::Key_Space);
        QVERIFY(!sample.file().dropped.contains(u"card"_s));
    }

    void anItemThatDoesNotApplyCannotBeKept()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ItemsPanel> bench(sample);
        ItemsPanel &panel = bench.panel();
        panel.takeFocus(u"cross"_s);
        Keys().press(Qt::Key_Space);
        QVERIFY(panel.refusal().contains(u"跨省通办户口迁移"_s));
    }

    void aDigitChoosesThePath()
    {
        SampleCase sample;
        Bench<ItemsPanel> bench(sample);
        Keys().press(Qt::Key_2); // the only item with an open path is taken up first
        QCOMPARE(sample.file().paths.value(u"household"_s), u"promise"_s);
    }

    void aFieldIsGivenNormalisedOnEnter()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ApplicantForm> bench(sample);
        ApplicantForm &form = bench.panel();
        form.takeFocus(u"applicant-id"_s);
        Keys keys;
        keys.type(u"110105 19491231-002x"_s);
        keys.press(Qt::Key_Return);
        QCOMPARE(sample.file().fields.value(u"applicant-id"_s), QLatin1String(goodId));
        QCOMPARE(qobject_cast<QLineEdit *>(form.editor(u"applicant-id"_s))->text(), QLatin1String(goodId));
        QCOMPARE(QApplication::focusWidget(), form.editor(u"applicant-phone"_s));
    }

    void aPauseGivesWhatIsTyped()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ApplicantForm> bench(sample);
        ApplicantForm &form = bench.panel();
        form.takeFocus(u"applicant-name"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
        QTRY_COMPARE(sample.file().fields.value(u"applicant-name"_s), u"a"_s);
        QCOMPARE(QApplication::focusWidget(), form.editor(u"applicant-name"_s));
    }

    void aWrongCheckDigitIsSaidUnderTheField()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ApplicantForm> bench(sample);
        ApplicantForm &form = bench.panel();
        form.takeFocus(u"applicant-id"_s);
        Keys keys;
        keys.type(QLatin1String(wrongId));
        keys.press(Qt::Key_Tab);
        QCOMPARE(form.faultText(u"applicant-id"_s), words::sentence(domain::FieldFault::WrongCheckDigit));
        QCOMPARE(sample.file().fields.value(u"applicant-id"_s), QLatin1String(wrongId)); // kept: nothing is lost
    }

    void anUnfinishedNumberIsNoFaultWhileItIsTyped()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ApplicantForm> bench(sample);
        ApplicantForm &form = bench.panel();
        form.takeFocus(u"applicant-id"_s);
        Keys keys;
        keys.type(u"110105"_s);
        form.flush();
        QVERIFY(form.faultText(u"applicant-id"_s).isEmpty());
        keys.press(Qt::Key_Return);
        QVERIFY(!form.faultText(u"applicant-id"_s).isEmpty());
    }

    void anUnknownRegionWarnsOnly()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ApplicantForm> bench(sample);
        ApplicantForm &form = bench.panel();
        form.takeFocus(u"applicant-id"_s);
        Keys keys;
        keys.type(u"170105194912310020"_s); // no province has the number 17
        keys.press(Qt::Key_Return);
        const auto &lines = sample.plan().fields;
        const auto line = std::ranges::find(lines, u"applicant-id"_s, [](const auto &l) { return l.field.id; });
        QCOMPARE(line->fault, domain::FieldFault::None);
        QVERIFY(!form.faultText(u"applicant-id"_s).isEmpty());
    }

    void aDigitChoosesAWordAndGoesOn()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ApplicantForm> bench(sample);
        ApplicantForm &form = bench.panel();
        form.takeFocus(u"relation"_s);
        Keys().press(Qt::Key_2);
        QCOMPARE(sample.file().fields.value(u"relation"_s), u"母亲"_s);
        QVERIFY(QApplication::focusWidget() != form.editor(u"relation"_s));
    }

    void rareCharactersAndLongNamesStayWhole()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ApplicantForm> bench(sample);
        ApplicantForm &form = bench.panel();
        form.takeFocus(u"applicant-name"_s);
        const QString name = u"阿卜杜热合曼·麦麦提图尔荪𬭚瀍"_s;
        Keys keys;
        keys.type(name);
        keys.press(Qt::Key_Return);
        QCOMPARE(sample.file().fields.value(u"applicant-name"_s), name);
    }

    void anEnormousPasteIsCutAndDoesNoHarm()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ApplicantForm> bench(sample);
        ApplicantForm &form = bench.panel();
        form.takeFocus(u"address"_s);
        Keys keys;
        keys.type(QString(10'000'000, u'三'));
        keys.press(Qt::Key_Return);
        QCOMPARE(sample.file().fields.value(u"address"_s).size(), 200);
    }

    void whatCouldNotBeSavedStaysInTheField()
    {
        SampleCase sample;
        sample.answerAll();
        ApplicantForm form;
        form.show(sample.plan(), sample.file().stage);
        const QString diskFull = words::sentence(base::Error{base::Error::Kind::Storage, {}, {}});
        connect(&form, &ApplicantForm::wanted, &form, [&] { form.refuse(diskFull); });
        auto *name = qobject_cast<QLineEdit *>(form.editor(u"applicant-name"_s));
        name->setText(u"测试"_s);
        form.flush();
        QCOMPARE(name->text(), u"测试"_s);
        QCOMPARE(form.refusal(), diskFull);
        const QSignalSpy again(&form, &ApplicantForm::wanted);
        form.flush(); // is given once more at the next chance
        QCOMPARE(again.size(), 1);
    }

    void aClickOnAnOptionAnswers()
    {
        SampleCase sample;
        Bench<SituationsPanel> bench(sample);
        auto *list = bench.panel().findChild<OptionList *>();
        const QRect row = list->visualRect(list->currentIndex());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 60, row.bottom() - 16));
        QCOMPARE(sample.file().answers.value(u"place"_s), u"c"_s);
    }

    void aClickOnAnotherRowOnlyGoesThere()
    {
        SampleCase sample;
        Bench<SituationsPanel> bench(sample);
        auto *list = bench.panel().findChild<OptionList *>();
        const QRect row = list->visualRect(list->model()->index(2, 0));
        QTest::mousePress(list->viewport(), Qt::LeftButton, {}, row.center());
        QCoreApplication::processEvents(); // the rows move
        QTest::mouseRelease(list->viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(sample.file().answers.isEmpty());
        QCOMPARE(list->currentRow(), 2);
    }

    void aClickOnTheBoxDropsTheItem()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ItemsPanel> bench(sample);
        auto *list = bench.panel().findChild<OptionList *>();
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 15, row.top() + 12));
        QVERIFY(sample.file().dropped.contains(u"certificate"_s));
    }

    void theLastFieldGoesOnToTheNextStep()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ApplicantForm> bench(sample);
        ApplicantForm &form = bench.panel();
        const QSignalSpy passed(&form, &ApplicantForm::passed);
        form.takeFocus(sample.plan().fields.back().field.id);
        Keys().press(Qt::Key_Return);
        QCOMPARE(passed.size(), 1);
    }

    void oneKeyAVerdict_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<VerdictKind>("kind");
        QTest::newRow("1 original seen") << Qt::Key_1 << VerdictKind::OriginalSeen;
        QTest::newRow("Y original seen") << Qt::Key_Y << VerdictKind::OriginalSeen;
        QTest::newRow("2 copy kept") << Qt::Key_2 << VerdictKind::CopyKept;
        QTest::newRow("C copy kept") << Qt::Key_C << VerdictKind::CopyKept;
        QTest::newRow("7 missing") << Qt::Key_7 << VerdictKind::Missing;
        QTest::newRow("M missing") << Qt::Key_M << VerdictKind::Missing;
    }
    void oneKeyAVerdict()
    {
        QFETCH(Qt::Key, key);
        QFETCH(VerdictKind, kind);
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        Keys keys;
        keys.press(key);
        QCOMPARE(verdictOn(sample, u"id-cards"_s)->kind, kind);
        keys.press(Qt::Key_1); // the selection went on to the next material
        QCOMPARE(verdictOn(sample, u"issue-form"_s)->kind, VerdictKind::OriginalSeen);
    }

    void backspaceTakesTheVerdictBack()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        Keys().press({Qt::Key_1, Qt::Key_Up, Qt::Key_Backspace});
        QVERIFY(!verdictOn(sample, u"id-cards"_s));
    }

    void exemptAsksForTheIdentifier()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        ChecklistPanel &panel = bench.panel();
        const QWidget *list = QApplication::focusWidget();
        Keys keys;
        keys.press({Qt::Key_3, Qt::Key_Return}); // without the number
        QVERIFY(!verdictOn(sample, u"id-cards"_s));
        QCOMPARE(panel.refusal(), words::sentence(domain::Refusal{domain::Refusal::Why::IdentifierMissing, {}, {}}));
        keys.type(u"DZ-2026-0001"_s);
        keys.press({Qt::Key_Down, Qt::Key_Return}); // second way: e-licence
        const auto verdict = verdictOn(sample, u"id-cards"_s);
        QCOMPARE(verdict->kind, VerdictKind::Exempt);
        QCOMPARE(verdict->from, domain::Material::Acquisition::ELicence);
        QCOMPARE(verdict->identifier, u"DZ-2026-0001"_s);
        QVERIFY(panel.refusal().isEmpty());
        QCOMPARE(QApplication::focusWidget(), list);
    }

    void deferralPresetsTheLastDayAndNeedsTheSignature()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        ChecklistPanel &panel = bench.panel();
        panel.takeFocus(u"marriage"_s);
        Keys keys;
        keys.press({Qt::Key_4, Qt::Key_Return});
        QVERIFY(!verdictOn(sample, u"marriage"_s));
        QVERIFY(!panel.refusal().isEmpty());
        keys.press({Qt::Key_Space, Qt::Key_Return});
        QCOMPARE(verdictOn(sample, u"marriage"_s)->due,
                 domain::latestDeferral(sample.plan(), u"marriage"_s, sample.today()));
    }

    void commitmentNeedsTheSignature()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        ChecklistPanel &panel = bench.panel();
        panel.takeFocus(u"marriage"_s);
        Keys().press({Qt::Key_P, Qt::Key_Space, Qt::Key_Return});
        QCOMPARE(verdictOn(sample, u"marriage"_s)->kind, VerdictKind::Committed);
    }

    void whatTheGuideDoesNotAllowIsRefusedInWords_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<domain::Refusal::Why>("why");
        QTest::newRow("not exemptable") << Qt::Key_3 << domain::Refusal::Why::NotExemptable;
        QTest::newRow("not deferrable") << Qt::Key_4 << domain::Refusal::Why::NotDeferrable;
        QTest::newRow("not committable") << Qt::Key_5 << domain::Refusal::Why::NotCommittable;
    }
    void whatTheGuideDoesNotAllowIsRefusedInWords()
    {
        QFETCH(Qt::Key, key);
        QFETCH(domain::Refusal::Why, why);
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        ChecklistPanel &panel = bench.panel();
        panel.takeFocus(u"issue-form"_s);
        const QWidget *list = QApplication::focusWidget();
        Keys().press(key);
        QCOMPARE(panel.refusal(), words::sentence(domain::Refusal{why, u"《出生医学证明》首次签发登记表"_s, {}}));
        QVERIFY(!verdictOn(sample, u"issue-form"_s));
        QCOMPARE(QApplication::focusWidget(), list);
    }

    void oneDigitSaysWhatDoesNotConform()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        Keys().press({Qt::Key_6, Qt::Key_2});
        QCOMPARE(verdictOn(sample, u"id-cards"_s)->checkpoint, u"same-person"_s);
    }

    void anotherReasonIsWritten()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        Keys keys;
        keys.press({Qt::Key_N, Qt::Key_0});
        keys.type(u"照片与本人不符"_s);
        keys.press(Qt::Key_Return);
        QCOMPARE(verdictOn(sample, u"id-cards"_s)->reason, u"照片与本人不符"_s);
    }

    void aMaterialWithoutCheckpointsAsksForTheReasonAtOnce()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        ChecklistPanel &panel = bench.panel();
        panel.takeFocus(u"proxy"_s);
        Keys keys;
        keys.press(Qt::Key_6);
        keys.type(u"没有签名"_s);
        keys.press(Qt::Key_Return);
        QCOMPARE(verdictOn(sample, u"proxy"_s)->reason, u"没有签名"_s);
    }

    void escLeavesTheStripAndChangesNothing()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        const QWidget *list = QApplication::focusWidget();
        Keys().press({Qt::Key_3, Qt::Key_Escape});
        QVERIFY(sample.file().verdicts.isEmpty());
        QCOMPARE(QApplication::focusWidget(), list);
    }
};

QTEST_MAIN(TestIntakePanels)
#include "tst_intakepanels.moc"
