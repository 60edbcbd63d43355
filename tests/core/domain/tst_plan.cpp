#include "tests/support/sampleguide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

class TestPlan : public QObject
{
    Q_OBJECT

    const QDate today{2026, 11, 21};
    const Guide guide = support::sampleGuide();

    Plan planWith(const Answers &answers) const
    {
        Case file;
        file.answers = answers;
        return planOf(file, guide, today);
    }
    static QStringList materialsOf(const Plan &plan)
    {
        QStringList ids;
        for (const auto &line : plan.materials)
            ids << line.material.id;
        return ids;
    }

private slots:
    void answersSelectItemsAndMaterials_data()
    {
        QTest::addColumn<Answers>("answers");
        QTest::addColumn<QStringList>("items");
        QTest::addColumn<QStringList>("materials");
        QTest::newRow("nothing answered: only what always applies")
            << Answers{} << QStringList{u"fire"_s} << QStringList{u"licence"_s};
        QTest::newRow("own premises, small") << Answers{{u"premises"_s, u"owned"_s}, {u"area"_s, u"80"_s}}
                                             << QStringList{u"owned"_s, u"fire"_s} << QStringList{u"licence"_s, u"deed"_s};
        QTest::newRow("200 m² need the health permit")
            << Answers{{u"premises"_s, u"owned"_s}, {u"area"_s, u"200"_s}}
            << QStringList{u"owned"_s, u"health"_s, u"fire"_s} << QStringList{u"licence"_s, u"deed"_s, u"air-report"_s};
        QTest::newRow("rented from a firm")
            << Answers{{u"premises"_s, u"rented"_s}, {u"area"_s, u"80"_s}, {u"landlord"_s, u"firm"_s}}
            << QStringList{u"rented"_s, u"fire"_s} << QStringList{u"licence"_s, u"lease"_s, u"landlord-licence"_s};
        QTest::newRow("an answer to a question that is no longer asked does not count")
            << Answers{{u"premises"_s, u"owned"_s}, {u"area"_s, u"80"_s}, {u"landlord"_s, u"firm"_s}}
            << QStringList{u"owned"_s, u"fire"_s} << QStringList{u"licence"_s, u"deed"_s};
    }
    void answersSelectItemsAndMaterials()
    {
        QFETCH(Answers, answers);
        const Plan plan = planWith(answers);
        QStringList chosen;
        for (const auto &line : plan.items) {
            if (line.chosen)
                chosen << line.item.id;
        }
        QTEST(chosen, "items");
        QTEST(materialsOf(plan), "materials");
    }
    void questionsFollowAnswers()
    {
        QCOMPARE(planWith({{u"premises"_s, u"owned"_s}}).questions.size(), 2);
        QCOMPARE(planWith({{u"premises"_s, u"rented"_s}}).questions.size(), 3);
    }
    void materialsAndFieldsAreMergedByIdentity()
    {
        const Plan plan = planWith({{u"premises"_s, u"owned"_s}, {u"area"_s, u"300"_s}});
        QCOMPARE(plan.material(u"licence"_s)->itemIds, QStringList({u"owned"_s, u"health"_s, u"fire"_s}));
        QCOMPARE(plan.fields.size(), 3);
        QCOMPARE(plan.fields.front().field.id, u"applicant-name"_s);
        QCOMPARE(plan.fields.front().fault, FieldFault::Missing);
    }
    void thePathChangesMaterialsAndTime()
    {
        Case file;
        file.answers = {{u"premises"_s, u"owned"_s}, {u"area"_s, u"80"_s}};
        QVERIFY(planOf(file, guide, today).item(u"fire"_s)->path.isEmpty());
        file.paths = {{u"fire"_s, u"general"_s}};
        const Plan plan = planOf(file, guide, today);
        QVERIFY(materialsOf(plan).contains(u"floor-plan"_s));
        QCOMPARE(plan.item(u"fire"_s)->promisedDays, 13);
    }
    void aLawThatChangedChangesTheList()
    {
        Guide changed = guide;
        changed.matter.items[0].materials[1].provenance.until = today.addDays(-1);
        Case file;
        file.answers = {{u"premises"_s, u"owned"_s}, {u"area"_s, u"80"_s}};
        QVERIFY(!materialsOf(planOf(file, changed, today)).contains(u"deed"_s));
        QVERIFY(materialsOf(planOf(file, changed, today.addDays(-1))).contains(u"deed"_s));
    }
    void thePromiseIsTheLongestWayThroughTheItems()
    {
        Case file;
        file.answers = {{u"premises"_s, u"owned"_s}, {u"area"_s, u"300"_s}};
        QCOMPARE(planOf(file, guide, today).promisedDays(), -1); // the way of the fire inspection is open
        file.paths = {{u"fire"_s, u"general"_s}};
        QCOMPARE(planOf(file, guide, today).promisedDays(), 5 + 13); // licence, then fire; the health permit runs beside
        file.paths = {{u"fire"_s, u"commitment"_s}};
        QCOMPARE(planOf(file, guide, today).promisedDays(), 10);
    }
};
QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
