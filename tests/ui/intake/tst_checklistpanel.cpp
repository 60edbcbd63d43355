#include "tests/ui/intake/bench.h"
#include "tests/support/keys.h"
#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;
using domain::VerdictKind;

namespace {

std::optional<domain::Verdict> verdictOn(const SampleCase &sample, const QString &material)
{
    const auto it = sample.file().verdicts.constFind(material);
    return it == sample.file().verdicts.cend() ? std::nullopt : std::optional(*it);
}

}

class TestChecklistPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

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

    void deferralPresetsTheLastDay()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        ChecklistPanel &panel = bench.panel();
        panel.takeFocus(u"marriage"_s);
        Keys keys;
        const QDate latest = domain::latestDeferral(sample.plan(), u"marriage"_s, sample.today(), sample.calendar());
        keys.press({Qt::Key_4, Qt::Key_Up, Qt::Key_Return});
        QVERIFY(!verdictOn(sample, u"marriage"_s));
        QVERIFY(!panel.refusal().isEmpty()); // a day too late
        keys.press({Qt::Key_Down, Qt::Key_Return});
        QCOMPARE(verdictOn(sample, u"marriage"_s)->due, latest);
    }

    void aCommitmentIsOneKey()
    {
        SampleCase sample;
        sample.answerAll();
        Bench<ChecklistPanel> bench(sample);
        ChecklistPanel &panel = bench.panel();
        panel.takeFocus(u"marriage"_s);
        Keys().press(Qt::Key_P);
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

QTEST_MAIN(TestChecklistPanel)
#include "tst_checklistpanel.moc"
