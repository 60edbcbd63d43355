#include "core/domain/cardfill.h"
#include "core/domain/collectors.h"
#include "core/domain/parties.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using Kind = Field::Kind;
using Role = Field::Role;

/// What a card says goes to the fields of the right person, and never over something else without asking.
class TestCardFill : public QObject
{
    Q_OBJECT

private:
    static PersonCard card()
    {
        return {.name = u"测试样"_s,
                .sex = u"女"_s,
                .ethnicity = u"汉"_s,
                .birth = QDate(1949, 12, 31),
                .address = u"样例市样例路1号"_s,
                .number = u"11010519491231002X"_s};
    }

    /// A form with one of everything: the form of a house, an enterprise with its people, a child.
    static Plan form()
    {
        Plan plan;
        const auto add = [&](const QString &id, const QString &label, Kind kind, Role role, const QStringList &choices = {}) {
            plan.fields.append({.field = {.id = id, .label = label, .kind = kind, .role = role, .choices = choices}, .value = {}});
        };
        add(u"applicant-name"_s, u"申请人姓名"_s, Kind::PersonName, Role::Applicant);
        add(u"applicant-id"_s, u"申请人证件号码"_s, Kind::IdNumber, Role::Applicant);
        add(u"applicant-phone"_s, u"申请人联系电话"_s, Kind::Phone, Role::Applicant);
        add(u"household-address"_s, u"户籍地址"_s, Kind::Address, Role::Applicant);
        add(u"home-address"_s, u"现居住地址"_s, Kind::Address, Role::Applicant);
        add(u"family-members"_s, u"查询的家庭成员姓名"_s, Kind::Text, Role::Applicant);
        add(u"birth-date"_s, u"出生日期"_s, Kind::Date, Role::Applicant);
        add(u"enterprise-name"_s, u"企业名称"_s, Kind::Text, Role::Enterprise);
        add(u"enterprise-code"_s, u"统一社会信用代码"_s, Kind::CreditCode, Role::Enterprise);
        add(u"legal-person-name"_s, u"法定代表人（负责人）姓名"_s, Kind::PersonName, Role::Enterprise);
        add(u"legal-person-id"_s, u"法定代表人证件号码"_s, Kind::IdNumber, Role::Enterprise);
        add(u"child-name"_s, u"孩子姓名"_s, Kind::PersonName, Role::Subject);
        add(u"child-sex"_s, u"孩子性别"_s, Kind::Choice, Role::Subject, {u"男"_s, u"女"_s});
        add(u"child-ethnicity"_s, u"孩子民族"_s, Kind::Text, Role::Subject);
        add(u"seller-name"_s, u"卖方（原户主）姓名"_s, Kind::PersonName, Role::OtherParty);
        add(u"seller-id"_s, u"卖方证件号码"_s, Kind::IdNumber, Role::OtherParty);
        add(u"seller-spouse-name"_s, u"卖方配偶姓名"_s, Kind::PersonName, Role::OtherParty);
        add(u"agent-name"_s, u"代理人姓名"_s, Kind::PersonName, Role::Agent);
        add(u"agent-id"_s, u"代理人证件号码"_s, Kind::IdNumber, Role::Agent);
        add(u"house-place"_s, u"房屋坐落"_s, Kind::Address, Role::Matter);
        return plan;
    }

    static void fill(Plan &plan, const QString &field, const QString &value)
    {
        const auto line = std::ranges::find_if(plan.fields, [&](const auto &each) { return each.field.id == field; });
        QVERIFY(line != plan.fields.end());
        line->value = value;
    }

private slots:
    void theCardIsThatOfThePersonUnderTheCursor_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("whom");
        QTest::addColumn<QStringList>("filled");
        const QStringList applicant{u"applicant-name=测试样"_s, u"applicant-id=11010519491231002X"_s,
                                    u"household-address=样例市样例路1号"_s, u"birth-date=1949-12-31"_s};
        const QStringList legal{u"legal-person-name=测试样"_s, u"legal-person-id=11010519491231002X"_s};
        QTest::newRow("name") << u"applicant-name"_s << u"申请人"_s << applicant;
        QTest::newRow("phone") << u"applicant-phone"_s << u"申请人"_s << applicant;
        QTest::newRow("nowhere") << QString() << u"申请人"_s << applicant;
        QTest::newRow("the matter") << u"house-place"_s << u"申请人"_s << applicant;
        QTest::newRow("the enterprise itself") << u"enterprise-name"_s << u"法定代表人"_s << legal;
        QTest::newRow("its legal representative") << u"legal-person-id"_s << u"法定代表人"_s << legal;
        QTest::newRow("a child") << u"child-sex"_s << u"孩子"_s
                                 << QStringList{u"child-name=测试样"_s, u"child-sex=女"_s, u"child-ethnicity=汉族"_s};
        QTest::newRow("the seller") << u"seller-id"_s << u"卖方"_s << QStringList{u"seller-name=测试样"_s, u"seller-id=11010519491231002X"_s};
        QTest::newRow("the seller's spouse") << u"seller-spouse-name"_s << u"卖方配偶"_s << QStringList{u"seller-spouse-name=测试样"_s};
        QTest::newRow("the agent") << u"agent-id"_s << u"代理人"_s << QStringList{u"agent-name=测试样"_s, u"agent-id=11010519491231002X"_s};
    }
    void theCardIsThatOfThePersonUnderTheCursor()
    {
        QFETCH(QString, field);
        const CardFilling filling = fillingOf(form(), field, card());
        QTEST(filling.whom, "whom");
        QStringList filled;
        for (const EnterField &entry : entryOf(filling, false).fields) {
            QVERIFY(entry.source == FieldSource::CardReader);
            filled << entry.field + u'=' + entry.value;
        }
        QTEST(filled, "filled");
    }

    void nothingIsOverwrittenUnasked()
    {
        Plan plan = form();
        fill(plan, u"applicant-name"_s, u"测试洋"_s);
        fill(plan, u"applicant-id"_s, u"11010519491231002X"_s);
        const CardFilling filling = fillingOf(plan, {}, card());
        QCOMPARE(filling.contradicted(), (QList<CardValue>{{u"applicant-name"_s, u"申请人姓名"_s, u"测试洋"_s, u"测试样"_s, true}}));
        QVERIFY(entryOf(filling, false).fields.isEmpty()); // the form names somebody else
        fill(plan, u"applicant-name"_s, u"测试样"_s);
        fill(plan, u"birth-date"_s, u"1949-12-30"_s);
        QCOMPARE(entryOf(fillingOf(plan, {}, card()), false).fields.size(), 3); // all but the day
        QCOMPARE(entryOf(filling, true).fields.size(), 4);
        QCOMPARE(entryOf(filling, true).fields.front().value, u"测试样"_s);
    }

    void aFormWithoutPersonsTakesNothing()
    {
        Plan plan;
        plan.fields.append({.field = {.id = u"unit-name"_s, .label = u"单位名称"_s, .kind = Kind::Text, .role = Role::Enterprise}, .value = {}});
        QVERIFY(fillingOf(plan, u"unit-name"_s, card()).values.isEmpty());
        QVERIFY(fillingOf(Plan(), {}, card()).values.isEmpty());
    }

    void somebodyOfAList()
    {
        const Plan plan = form();
        const Plan::RosterLine sellers{.roster = {.id = u"sellers"_s, .title = u"卖方"_s, .fields = {u"seller-name"_s, u"seller-id"_s}},
                                       .columns = {plan.field(u"seller-name"_s)->field, plan.field(u"seller-id"_s)->field},
                                       .people = {}};
        const Person second{.number = 2, .values = {{u"seller-name"_s, u"别人"_s}}};
        const CardFilling filling = fillingOf(sellers, second, card());
        QCOMPARE(filling.whom, u"卖方"_s);
        QCOMPARE(filling.contradicted().size(), 1);
        QVERIFY(filling.isSomebodyElse());
        QCOMPARE(fillingOf(sellers, {}, card()).contradicted().size(), 0);
    }

    void theSourceOfAFieldIsKept()
    {
        support::Sitting sitting;
        sitting.open();
        QVERIFY(sitting.perform(AnswerSituation{u"premises"_s, u"owned"_s}));
        const auto source = [&] { return sitting.plan().field(u"applicant-name"_s)->source; };
        QVERIFY(sitting.perform(EnterField{u"applicant-name"_s, u"测试样"_s}));
        QVERIFY(source() == FieldSource::Typed);
        const qsizetype before = sitting.events.size();
        QVERIFY(sitting.perform(entryOf(fillingOf(sitting.plan(), {}, card()), false)));
        QCOMPARE(sitting.events.size(), before + 2); // the name once more, from a surer source, and the number
        QVERIFY(source() == FieldSource::CardReader);
        QVERIFY(sitting.perform(entryOf(fillingOf(sitting.plan(), {}, card()), true)));
        QVERIFY(sitting.perform(EnterField{u"applicant-name"_s, u"测试样"_s})); // typed, the same
        QCOMPARE(sitting.events.size(), before + 2);
        QVERIFY(source() == FieldSource::CardReader);
        QVERIFY(sitting.perform(EnterField{u"applicant-name"_s, u"测试洋"_s}));
        QVERIFY(source() == FieldSource::Typed);
        QVERIFY(sitting.perform(EnterField{u"applicant-name"_s, {}, FieldSource::CardReader}));
        QVERIFY(sitting.file.fieldSources.size() == 1); // the number
        QVERIFY(!sitting.perform(EnterFields{{{u"applicant-name"_s, u"测试样"_s}, {u"no-such-field"_s, u"x"_s}}}));
        QVERIFY(sitting.refusedBecause(Refusal::Why::UnknownField));
        QVERIFY(sitting.plan().field(u"applicant-name"_s)->value.isEmpty()); // all or nothing
    }

    void whoCollectsIsCompared_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("number");
        QTest::addColumn<CollectorCheck>("check");
        using Match = CollectorCheck::Match;
        QTest::newRow("the applicant") << u"测试样"_s << u"11010519491231002X"_s << CollectorCheck{Match::Entitled, themselves};
        QTest::newRow("the applicant under a new name") << u"测试新"_s << u"11010519491231002X"_s << CollectorCheck{Match::Entitled, themselves};
        QTest::newRow("the legal representative") << u"法样"_s << u"41030219900307001X"_s << CollectorCheck{Match::Entitled, legalRepresentative};
        QTest::newRow("the agent, of whom only the name is known") << u"代样"_s << u"410302199003070028"_s << CollectorCheck{Match::ByName, u"代理人"_s};
        QTest::newRow("a namesake") << u"测试样"_s << u"410302199003070028"_s << CollectorCheck{Match::OtherNumber, {}};
        QTest::newRow("a stranger") << u"生人"_s << u"410302199003070028"_s << CollectorCheck{Match::Stranger, {}};
        QTest::newRow("the seller has no right to it") << u"卖样"_s << u"410302199003070036"_s << CollectorCheck{Match::Stranger, {}};
    }
    void whoCollectsIsCompared()
    {
        QFETCH(QString, name);
        QFETCH(QString, number);
        Plan plan = form();
        fill(plan, u"applicant-name"_s, u"测试样"_s);
        fill(plan, u"applicant-id"_s, u"11010519491231002X"_s);
        fill(plan, u"enterprise-name"_s, u"样例有限公司"_s);
        fill(plan, u"legal-person-name"_s, u"法样"_s);
        fill(plan, u"legal-person-id"_s, u"41030219900307001X"_s);
        fill(plan, u"agent-name"_s, u"代样"_s);
        fill(plan, u"seller-name"_s, u"卖样"_s);
        fill(plan, u"seller-id"_s, u"410302199003070036"_s);
        QTEST(checkCollector(plan, {.name = name, .number = number}), "check");
    }
};

QTEST_APPLESS_MAIN(TestCardFill)
#include "tst_cardfill.moc"
