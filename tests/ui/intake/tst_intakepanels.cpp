#include "tests/ui/intake/bench.h"
#include "tests/support/keys.h"
#include "ui/intake/caseheader.h"
#include "ui/intake/optionlist.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"

#include <QLineEdit>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto goodId = "11010519491231002X";
constexpr auto wrongId = "110105194912310021";

}

class TestIntakePanels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    /// The header says that nobody stands at the window, from when on and until when somebody looks; later only how it came.
    void whatCameOnlineIsSaid()
    {
        const domain::ClockRules clocks{domain::WorkCalendar(), *domain::OfficeHours::parse(u"08:30-12:00 14:00-17:30"_s), false};
        CaseHeader header;
        const auto shown = [&] {
            QStringList texts;
            for (const Badge *badge : header.findChildren<Badge *>()) {
                if (!badge->isHidden())
                    texts << badge->face().text;
            }
            return texts.join(u'|');
        };
        SampleCase sample;
        header.show(sample.file(), sampleGuide(), clocks, false);
        QVERIFY(!shown().contains(u"nline"_s));
        domain::Case file = sample.file();
        file.life.submittedAt = QDateTime(QDate(2026, 11, 23), QTime(9, 30));
        file.life.awaitsReview = true;
        header.show(file, sampleGuide(), clocks, false);
        QVERIFY2(shown().contains(u"09:30"_s) && shown().contains(u"11:30"_s), qPrintable(shown()));
        file.life.awaitsReview = false;
        header.show(file, sampleGuide(), clocks, false);
        QVERIFY2(shown().contains(u"Came online"_s) && !shown().contains(u"11:30"_s), qPrintable(shown()));
    }

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
};

QTEST_MAIN(TestIntakePanels)
#include "tst_intakepanels.moc"
