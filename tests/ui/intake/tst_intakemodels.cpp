#include "tests/ui/intake/samplecase.h"
#include "ui/intake/checklistmodel.h"
#include "ui/intake/itemsmodel.h"
#include "ui/intake/situationsmodel.h"
#include "ui/words/words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

QVariant roleOf(const QAbstractItemModel &model, int row, int role, int column = 0)
{
    return model.data(model.index(row, column), role);
}

}

class TestIntakeModels : public QObject
{
    Q_OBJECT

private slots:
    void situationsTellTheirOptionsAndAnswer()
    {
        SampleCase sample;
        SituationsModel model;
        const QAbstractItemModelTester rules(&model, strict);
        model.show(sample.plan().questions);
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(roleOf(model, 0, OptionRole::Options).toStringList().size(), 3);
        QCOMPARE(roleOf(model, 0, OptionRole::Chosen).toInt(), -1);
        QCOMPARE(model.openCount(), 7);

        sample.perform(domain::AnswerSituation{u"place"_s, u"b"_s});
        model.show(sample.plan().questions);
        QCOMPARE(roleOf(model, 0, OptionRole::Chosen).toInt(), 1);
        QCOMPARE(roleOf(model, 0, OptionRole::Detail).toString(), u"市外助产机构"_s);
        QCOMPARE(model.nextOpen(0), 1);
        QCOMPARE(model.openCount(), 6);
    }

    void aNumberIsADraftUntilItIsGiven()
    {
        SampleCase sample;
        SituationsModel model;
        const QAbstractItemModelTester rules(&model, strict);
        model.show(sample.plan().questions);
        model.setDraft(6, u"120"_s);
        QCOMPARE(roleOf(model, 6, OptionRole::Entry).toString(), u"120"_s);
        QCOMPARE(model.openCount(), 7);
        model.dropDraft();
        QVERIFY(!model.draft(6));
    }

    void theSameQuestionsKeepTheirRows()
    {
        SampleCase sample;
        SituationsModel model;
        model.show(sample.plan().questions);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        sample.perform(domain::AnswerSituation{u"place"_s, u"a"_s});
        model.show(sample.plan().questions);
        QCOMPARE(resets.size(), 0);
    }

    void itemsSayWhyTheyAreOff()
    {
        SampleCase sample;
        ItemsModel model;
        const QAbstractItemModelTester rules(&model, strict);
        model.show(sample.plan().items);
        const int cross = model.rowOf(u"cross"_s);
        QCOMPARE(roleOf(model, cross, OptionRole::Mark).value<RowMark>(), RowMark::Undecided);

        sample.answerAll();
        model.show(sample.plan().items);
        QCOMPARE(roleOf(model, cross, OptionRole::Mark).value<RowMark>(), RowMark::Off);
        QVERIFY(!roleOf(model, cross, OptionRole::Box).isValid());
        const int card = model.rowOf(u"card"_s);
        QCOMPARE(roleOf(model, card, OptionRole::Box).toBool(), true);

        sample.perform(domain::DropItem{u"card"_s});
        model.show(sample.plan().items);
        QCOMPARE(roleOf(model, card, OptionRole::Box).toBool(), false);
        QVERIFY(roleOf(model, card, OptionRole::Detail).toString()
                != roleOf(model, cross, OptionRole::Detail).toString());
    }

    void anItemWithMoreThanOnePathIsOpenUntilOneIsChosen()
    {
        SampleCase sample;
        ItemsModel model;
        model.show(sample.plan().items);
        const int household = model.rowOf(u"household"_s);
        QCOMPARE(model.openCount(), 1);
        QCOMPARE(model.nextOpen(-1), household);
        QCOMPARE(roleOf(model, household, OptionRole::Options).toStringList(),
                 QStringList({u"一般程序"_s, u"告知承诺"_s}));
        sample.perform(domain::ChoosePath{u"household"_s, u"promise"_s});
        model.show(sample.plan().items);
        QCOMPARE(model.openCount(), 0);
        QCOMPARE(roleOf(model, household, OptionRole::Chosen).toInt(), 1);
    }

    void theChecklistIsMergedAndCounts()
    {
        SampleCase sample;
        sample.answerAll();
        ChecklistModel model;
        const QAbstractItemModelTester rules(&model, strict);
        model.show(sample.plan().materials, sample.file().verdicts);
        QCOMPARE(model.rowCount(), 14);
        QCOMPARE(model.openCount(), 14);
        QVERIFY(!roleOf(model, 0, ChecklistModel::Kind, ChecklistModel::Verdict).isValid());

        sample.perform(domain::GiveVerdict{u"id-cards"_s, {.kind = domain::VerdictKind::Missing}});
        model.show(sample.plan().materials, sample.file().verdicts);
        QCOMPARE(model.openCount(), 13);
        QCOMPARE(model.gapCount(), 1);
        QCOMPARE(model.nextOpen(-1), 1);
        QCOMPARE(roleOf(model, 0, Qt::DisplayRole, ChecklistModel::Verdict).toString(),
                 words::name(domain::VerdictKind::Missing));
    }

    void aGapNamesItsCheckpoint()
    {
        SampleCase sample;
        sample.answerAll();
        domain::Verdict verdict{.kind = domain::VerdictKind::NotConforming};
        verdict.checkpoint = u"valid"_s;
        QVERIFY(sample.perform(domain::GiveVerdict{u"id-cards"_s, verdict}).isEmpty());
        ChecklistModel model;
        model.show(sample.plan().materials, sample.file().verdicts);
        QCOMPARE(roleOf(model, 0, ChecklistModel::Detail, ChecklistModel::Verdict).toString(),
                 u"证件已过有效期，请携带有效证件"_s);
    }

    void formAndCopiesAreCounted_data()
    {
        QTest::addColumn<QString>("material");
        QTest::addColumn<QString>("twos");
        QTest::newRow("two originals and a copy") << u"id-cards"_s << u"×2"_s;
        QTest::newRow("two copies") << u"guardian"_s << u"×2"_s;
        QTest::newRow("one form") << u"issue-form"_s << QString();
    }
    void formAndCopiesAreCounted()
    {
        QFETCH(QString, material);
        QFETCH(QString, twos);
        const QString text = askedForm(sampleGuide().materials.value(material));
        QVERIFY(!text.isEmpty());
        QCOMPARE(text.contains(u'×'), !twos.isEmpty());
        QVERIFY(text.contains(twos));
    }
};

QTEST_GUILESS_MAIN(TestIntakeModels)
#include "tst_intakemodels.moc"
