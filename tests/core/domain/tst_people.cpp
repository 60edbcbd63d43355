#include "core/domain/agent.h"
#include "core/domain/codes.h"
#include "core/domain/parties.h"
#include "core/domain/people.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using support::Sitting;
using Why = Refusal::Why;

namespace {

Field field(const QString &id, const QString &label, Field::Kind kind, Field::Role role, bool required = true)
{
    return {.id = id, .label = label, .kind = kind, .role = role, .required = required, .choices = {}, .example = {}, .when = {}};
}

/// The bookshop with its employees: name and number, and a phone where the health item asks for it.
Sitting employer()
{
    Sitting sitting;
    for (const Field &one : {field(u"employee-name"_s, u"职工姓名"_s, Field::Kind::PersonName, Field::Role::Subject),
                             field(u"employee-id"_s, u"职工证件号码"_s, Field::Kind::IdNumber, Field::Role::Subject),
                             field(u"employee-phone"_s, u"职工联系电话"_s, Field::Kind::Phone, Field::Role::Subject)})
        sitting.guide.fields.insert(one.id, one);
    for (Item &item : sitting.guide.matter.items)
        item.fields << u"employee-name"_s << u"employee-id"_s;
    sitting.guide.matter.items[2].fields << u"employee-phone"_s;
    sitting.guide.matter.rosters
        = {{u"employees"_s, u"职工"_s, {u"employee-name"_s, u"employee-id"_s, u"employee-phone"_s}, {}}};
    addAgentRule(sitting.guide);
    sitting.open();
    for (const Command &command :
         {Command(AnswerSituation{u"premises"_s, u"rented"_s}), Command(AnswerSituation{u"landlord"_s, u"person"_s}),
          Command(AnswerSituation{u"area"_s, u"80"_s}), Command(ChoosePath{u"fire"_s, u"commitment"_s}),
          Command(EnterField{u"applicant-name"_s, u"张三"_s}), Command(EnterField{u"applicant-id"_s, u"41030219900307001X"_s}),
          Command(GiveVerdict{u"licence"_s, {.kind = VerdictKind::OriginalSeen}}),
          Command(GiveVerdict{u"lease"_s, {.kind = VerdictKind::OriginalSeen}})})
        sitting.perform(command);
    return sitting;
}

Person person(int number, const QString &name, const QString &id = {})
{
    Person made{.number = number, .values = {}};
    if (!name.isEmpty())
        made.values.insert(u"employee-name"_s, name);
    if (!id.isEmpty())
        made.values.insert(u"employee-id"_s, id);
    return made;
}

/// A sound number, another for each \a serial.
QString idOf(int serial)
{
    const QString digits = u"41120219900101"_s + u"%1"_s.arg(serial, 3, 10, QLatin1Char('0'));
    return digits + mod11_2(digits);
}

const QString idLi = idOf(900);

QStringList names(const Sitting &sitting)
{
    QStringList list;
    for (const Person &one : peopleOf(sitting.file, sitting.guide.matter.rosters.front()))
        list << QString::number(one.number) + one.values.value(u"employee-name"_s);
    return list;
}

QStringList subjects(const QList<Refusal> &refusals, Why why)
{
    QStringList list;
    for (const Refusal &refusal : refusals) {
        if (refusal.why == why)
            list << refusal.subject;
    }
    return list;
}

QList<Refusal> obstacles(const Sitting &sitting)
{
    return obstaclesToFiling(sitting.file, sitting.guide, sitting.rules, sitting.now);
}

}

class TestPeople : public QObject
{
    Q_OBJECT

private slots:
    void theListBecomesWhatTheCommandSays_data()
    {
        QTest::addColumn<QList<Person>>("before");
        QTest::addColumn<QList<Person>>("command");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QStringList>("facts");
        const QList<Person> three{person(0, u"甲"_s), person(0, u"乙"_s), person(0, u"丙"_s)};
        QTest::newRow("the first stands in the form")
            << QList<Person>{} << QList<Person>{person(0, u"甲"_s)} << QStringList{u"1甲"_s} << QStringList{u"field.entered"_s};
        QTest::newRow("all others in one fact") << QList<Person>{} << three << QStringList{u"1甲"_s, u"2乙"_s, u"3丙"_s}
                                                << QStringList{u"field.entered"_s, u"people.entered"_s};
        QTest::newRow("one is changed")
            << three << QList<Person>{person(1, u"甲"_s), person(2, u"丁"_s), person(3, u"丙"_s)}
            << QStringList{u"1甲"_s, u"2丁"_s, u"3丙"_s} << QStringList{u"people.entered"_s};
        QTest::newRow("nothing is changed") << three << QList<Person>{person(1, u"甲"_s), person(2, u"乙"_s), person(3, u"丙"_s)}
                                            << QStringList{u"1甲"_s, u"2乙"_s, u"3丙"_s} << QStringList{};
        QTest::newRow("one is removed") << three << QList<Person>{person(1, u"甲"_s), person(3, u"丙"_s)}
                                        << QStringList{u"1甲"_s, u"3丙"_s} << QStringList{u"people.removed"_s};
        QTest::newRow("the first goes, the next stands in the form")
            << three << QList<Person>{person(2, u"乙"_s), person(3, u"丙"_s)} << QStringList{u"1乙"_s, u"3丙"_s}
            << QStringList{u"field.entered"_s, u"people.removed"_s};
        QTest::newRow("all go") << three << QList<Person>{} << QStringList{}
                                << QStringList{u"field.entered"_s, u"people.removed"_s};
        QTest::newRow("a number is never given twice")
            << three << QList<Person>{person(1, u"甲"_s), person(2, u"乙"_s), person(2, u"丁"_s), person(77, u"戊"_s)}
            << QStringList{u"1甲"_s, u"2乙"_s, u"4丁"_s, u"5戊"_s} << QStringList{u"people.removed"_s, u"people.entered"_s};
        QTest::newRow("empty people are nobody") << QList<Person>{} << QList<Person>{person(0, {}), person(0, u" 甲 "_s)}
                                                 << QStringList{u"1甲"_s} << QStringList{u"field.entered"_s};
    }
    void theListBecomesWhatTheCommandSays()
    {
        QFETCH(QList<Person>, before);
        QFETCH(QList<Person>, command);
        QFETCH(QStringList, facts);
        Sitting sitting = employer();
        QVERIFY(sitting.perform(ListPeople{u"employees"_s, before}));
        const qsizetype known = sitting.events.size();
        const Case file = sitting.file;
        QVERIFY(sitting.perform(ListPeople{u"employees"_s, command}));
        QTEST(names(sitting), "after");
        QStringList types;
        for (const Event &event : sitting.events.mid(known))
            types << typeName(event.fact);
        QCOMPARE(types, facts);
        // and back, as undo does it
        QVERIFY(sitting.perform(ListPeople{u"employees"_s, peopleOf(file, sitting.guide.matter.rosters.front())}));
        QCOMPARE(sitting.file.fields, file.fields);
        QCOMPARE(sitting.file.people, file.people);
    }

    void whatNoListMayHave_data()
    {
        QTest::addColumn<ListPeople>("command");
        QTest::addColumn<Why>("why");
        QList<Person> many;
        for (int i = 0; i <= mostPeople; ++i)
            many.append(person(0, u"甲"_s));
        QTest::newRow("an unknown list") << ListPeople{u"owners"_s, {person(0, u"甲"_s)}} << Why::UnknownRoster;
        QTest::newRow("501 people") << ListPeople{u"employees"_s, many} << Why::TooManyPeople;
        QTest::newRow("a field of the applicant")
            << ListPeople{u"employees"_s, {{0, {{u"applicant-name"_s, u"甲"_s}}}}} << Why::UnknownField;
    }
    void whatNoListMayHave()
    {
        QFETCH(ListPeople, command);
        QFETCH(Why, why);
        Sitting sitting = employer();
        const Case before = sitting.file;
        QVERIFY(!sitting.perform(command));
        QVERIFY(sitting.refusedBecause(why));
        QCOMPARE(sitting.file, before);
    }

    void filingNamesPersonAndField()
    {
        Sitting sitting = employer();
        QVERIFY(sitting.perform(ListPeople{u"employees"_s,
                                           {person(0, u"李四"_s, idLi), person(0, u"王五"_s), person(0, u"赵六"_s, u"123"_s),
                                            person(0, u"孙七"_s, idLi), person(0, {}, idOf(1))}}));
        const QList<Refusal> reasons = obstacles(sitting);
        QCOMPARE(subjects(reasons, Why::FieldMissing),
                 (QStringList{u"职工 2 王五：职工证件号码"_s, u"职工 5：职工姓名"_s}));
        QCOMPARE(subjects(reasons, Why::FieldInvalid), QStringList{u"职工 3 赵六：职工证件号码"_s});
        QCOMPARE(subjects(reasons, Why::PersonTwice), QStringList{u"职工 4 孙七"_s});
        QVERIFY(std::ranges::any_of(reasons, [](const Refusal &r) { return r.id == u"employees/3/employee-id"_s; }));
        QVERIFY(!sitting.perform(FileCase{}));
        QVERIFY(sitting.perform(ListPeople{u"employees"_s, {person(1, u"李四"_s, idLi), person(0, u"王五"_s, idOf(2))}}));
        QCOMPARE(obstacles(sitting), QList<Refusal>{});
        QVERIFY(sitting.perform(FileCase{}));
        QVERIFY(!sitting.perform(ListPeople{u"employees"_s, {}}));
        QVERIFY(sitting.refusedBecause(Why::NotInIntake));
    }

    void columnsAreThoseTheItemsAskFor()
    {
        Sitting sitting = employer();
        QVERIFY(sitting.perform(ListPeople{u"employees"_s, {person(0, u"李四"_s, idLi), person(0, u"王五"_s, idOf(2))}}));
        QCOMPARE(sitting.plan().roster(u"employees"_s)->columns.size(), 2);
        QVERIFY(sitting.perform(AnswerSituation{u"area"_s, u"300"_s})); // the health item asks for phones
        QCOMPARE(sitting.plan().roster(u"employees"_s)->columns.size(), 3);
        // of the first a phone is required, as the form says; of the others it may be left out
        QCOMPARE(subjects(obstacles(sitting), Why::FieldMissing).filter(u"职工"_s), QStringList{u"职工联系电话"_s});
    }

    void fiveHundredPeopleAreQuick()
    {
        Sitting sitting = employer();
        QList<Person> many;
        for (int i = 0; i < mostPeople; ++i)
            many.append(person(0, u"职工"_s, idOf(i)));
        QVERIFY(sitting.perform(ListPeople{u"employees"_s, many}));
        QCOMPARE(sitting.plan().roster(u"employees"_s)->people.size(), mostPeople);
        QCOMPARE(obstacles(sitting), QList<Refusal>{});
        QBENCHMARK {
            QCOMPARE(obstacles(sitting).size(), 0);
        }
    }

    void anAgentNeedsLetterScopeAndValidity()
    {
        Sitting sitting = employer();
        QVERIFY(sitting.perform(EnterField{u"employee-name"_s, u"李四"_s}));
        QVERIFY(sitting.perform(EnterField{u"employee-id"_s, idLi}));
        QCOMPARE(obstacles(sitting), QList<Refusal>{});
        QVERIFY(!sitting.plan().agentActs);
        QVERIFY(sitting.perform(EnterField{agentActsField, u"yes"_s}));
        QVERIFY(sitting.plan().agentActs);
        QCOMPARE(subjects(obstacles(sitting), Why::FieldMissing),
                 (QStringList{u"代理人姓名"_s, u"代理人证件号码"_s, u"委托事项和权限"_s, u"委托期限（日期或“办结”）"_s}));
        QCOMPARE(subjects(obstacles(sitting), Why::VerdictMissing), QStringList{u"授权委托书"_s});
        for (const auto &[id, value] : std::initializer_list<std::pair<QString, QString>>{
                 {agentNameField, u"王五"_s}, {u"agent-id"_s, idOf(3)}, {agentScopeField, u"代办出版物许可"_s}, {agentUntilField, u"20261231"_s}})
            QVERIFY(sitting.perform(EnterField{id, value}));
        QVERIFY(!sitting.perform(FileCase{}));
        QVERIFY(sitting.perform(GiveVerdict{u"agent-letter"_s, {.kind = VerdictKind::OriginalSeen}}));
        QVERIFY(sitting.perform(FileCase{}));
        QCOMPARE(sitting.plan().material(u"agent-letter"_s)->itemIds, (QStringList{u"rented"_s, u"fire"_s}));
    }

    void validityOfALetter_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<FieldFault>("fault");
        QTest::newRow("not said") << QString() << FieldFault::Missing;
        QTest::newRow("until it is done") << u"办结"_s << FieldFault::None;
        QTest::newRow("today") << u"2026-11-21"_s << FieldFault::None;
        QTest::newRow("yesterday") << u"2026-11-20"_s << FieldFault::Expired;
        QTest::newRow("no day") << u"2026-02-30"_s << FieldFault::ImpossibleDate;
        QTest::newRow("for ever") << u"2126-11-21"_s << FieldFault::ImpossibleDate;
    }
    void validityOfALetter()
    {
        QFETCH(QString, typed);
        QTEST(validityFault(typed, QDate(2026, 11, 21)), "fault");
    }

    void anAgentTheGuideAsksAboutKeepsItsOwnLetter()
    {
        Sitting sitting = employer();
        sitting.guide.fields[agentNameField].when = support::answerIs(u"premises"_s, u"rented"_s);
        sitting.guide.matter.items[1].fields << agentNameField;
        const Plan plan = sitting.plan();
        QVERIFY(plan.agentActs);
        QVERIFY(plan.field(agentScopeField) && plan.field(agentUntilField));
        QVERIFY(!plan.material(u"agent-letter"_s)); // the guide has its own
        const AgentSwitch turn = agentSwitch(sitting.guide);
        QCOMPARE(turn.situation, u"premises"_s);
        QCOMPARE(turn.whenActing, u"rented"_s);
        QCOMPARE(turn.whenNot, u"owned"_s);
        QCOMPARE(agentSwitch(employer().guide).situation, QString());
    }

    void eachSidesAgentHasALetterOfTheirOwn()
    {
        Sitting sitting = employer();
        Field seller = field(u"seller-agent-name"_s, u"卖方代理人姓名"_s, Field::Kind::PersonName, Field::Role::Agent);
        seller.when = support::answerIs(u"premises"_s, u"rented"_s);
        const Field guardian = field(u"minor-guardian-name"_s, u"监护人姓名"_s, Field::Kind::PersonName, Field::Role::Agent);
        for (const Field &name : {seller, guardian}) {
            sitting.guide.fields[name.id] = name;
            sitting.guide.matter.items[1].fields << name.id;
        }
        addAgentRule(sitting.guide);
        QCOMPARE(subjects(obstacles(sitting), Why::FieldMissing).mid(2),
                 (QStringList{u"卖方代理人姓名"_s, u"卖方代理人的委托事项和权限"_s, u"卖方代理人的委托期限（日期或“办结”）"_s, u"监护人姓名"_s}));
        QVERIFY(!sitting.plan().agentActs); // nobody acts for the applicant
        QVERIFY(sitting.perform(EnterField{u"seller-agent-until"_s, u"2020-01-01"_s}));
        QCOMPARE(sitting.plan().field(u"seller-agent-until"_s)->fault, FieldFault::Expired);
        QVERIFY(sitting.perform(EnterField{u"seller-agent-until"_s, untilDone}));
        QCOMPARE(sitting.plan().field(u"seller-agent-until"_s)->fault, FieldFault::None);
    }

    void theFormStandsInBlocks()
    {
        using Role = Field::Role;
        using Kind = Field::Kind;
        Plan plan;
        const auto add = [&](const QString &id, const QString &label, Kind kind, Role role) {
            plan.fields.append({field(id, label, kind, role), {}, FieldFault::None});
        };
        add(u"house"_s, u"房屋坐落"_s, Kind::Address, Role::Matter);
        add(u"mother-name"_s, u"母亲姓名"_s, Kind::PersonName, Role::OtherParty);
        add(u"father-name"_s, u"父亲姓名"_s, Kind::PersonName, Role::OtherParty);
        add(u"deceased-name"_s, u"逝者姓名"_s, Kind::PersonName, Role::Subject);
        add(u"mother-id"_s, u"母亲证件号码"_s, Kind::IdNumber, Role::OtherParty);
        add(u"shop-name"_s, u"企业（个体工商户）名称"_s, Kind::Text, Role::Enterprise);
        add(u"school-name"_s, u"毕业院校"_s, Kind::Text, Role::Applicant);
        add(u"applicant-phone"_s, u"联系电话"_s, Kind::Phone, Role::Applicant);
        add(u"death-date"_s, u"死亡日期"_s, Kind::Date, Role::Subject);
        const QStringList rest{u"deceased-name"_s, u"death-date"_s, u"mother-name"_s, u"mother-id"_s, u"father-name"_s, u"house"_s};
        const auto order = [&] {
            putInBlocks(plan.fields);
            QStringList ids;
            for (const Plan::FieldLine &line : std::as_const(plan.fields))
                ids << line.field.id;
            return ids;
        };
        // Nobody applies by name: what is asked of the applicant belongs to the enterprise.
        QCOMPARE(order(), (QStringList{u"shop-name"_s, u"school-name"_s, u"applicant-phone"_s}) + rest);
        QCOMPARE(formBlocks(plan),
                 (QList<FormBlock>{{Role::Enterprise, u"企业"_s, {u"shop-name"_s, u"school-name"_s, u"applicant-phone"_s}},
                                   {Role::Subject, u"逝者"_s, rest.mid(0, 2)},
                                   {Role::OtherParty, u"母亲、父亲"_s, rest.mid(2, 3)},
                                   {Role::Matter, {}, rest.mid(5)}}));
        add(applicantNameField, u"申请人（监护人）姓名"_s, Kind::PersonName, Role::Applicant);
        QCOMPARE(order(), (QStringList{u"school-name"_s, u"applicant-phone"_s, applicantNameField, u"shop-name"_s}) + rest);
        QCOMPARE(formBlocks(plan).front().title, u"申请人"_s);
        QCOMPARE(formBlocks(plan).size(), 5);
    }

    void everybodyIsNamed()
    {
        Sitting sitting = employer();
        QVERIFY(sitting.perform(ListPeople{u"employees"_s, {person(0, u"李四"_s, idLi), person(0, u"王五"_s, idOf(2))}}));
        QVERIFY(sitting.perform(EnterField{agentActsField, u"yes"_s}));
        QVERIFY(sitting.perform(EnterField{agentNameField, u"赵六"_s}));
        const QList<Party> parties = partiesOf(sitting.plan());
        QCOMPARE(parties,
                 (QList<Party>{{Field::Role::Applicant, u"申请人"_s, u"张三"_s, u"41030219900307001X"_s, {}},
                               {Field::Role::Subject, u"职工"_s, u"李四"_s, idLi, {}},
                               {Field::Role::Subject, u"职工"_s, u"王五"_s, idOf(2), {}},
                               {Field::Role::Agent, u"代理人"_s, u"赵六"_s, {}, {}}}));
        QCOMPARE(subjectsOf(parties).size(), 2);
    }

    void personsOfOneRoleAreToldApart()
    {
        Plan plan;
        const auto add = [&](const QString &id, const QString &label, Field::Kind kind, const QString &value) {
            plan.fields.append({field(id, label, kind, Field::Role::OtherParty), value, FieldFault::None});
        };
        add(u"mother-name"_s, u"母亲姓名"_s, Field::Kind::PersonName, u"李四"_s);
        add(u"mother-id"_s, u"母亲证件号码"_s, Field::Kind::IdNumber, idLi);
        add(u"father-name"_s, u"父亲姓名"_s, Field::Kind::PersonName, u"张三"_s);
        add(u"father-id"_s, u"父亲证件号码"_s, Field::Kind::IdNumber, idOf(4));
        add(u"seller-name"_s, u"卖方（原户主）姓名"_s, Field::Kind::PersonName, u"王五"_s);
        add(u"host-name"_s, u"户主姓名"_s, Field::Kind::PersonName, {}); // nobody
        const QList<Party> parties = partiesOf(plan);
        QCOMPARE(parties.size(), 3);
        QCOMPARE(parties[0].identity, idLi);
        QCOMPARE(parties[1].identity, idOf(4));
        QCOMPARE(parties[2].title, u"卖方"_s);
    }
};

QTEST_APPLESS_MAIN(TestPeople)
#include "tst_people.moc"
