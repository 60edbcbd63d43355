#include "tests/core/domain/phases.h"

#include <QJsonArray>

using namespace domain;
using namespace phases;
using namespace Qt::StringLiterals;
using Why = Refusal::Why;

/// Results on their way to the applicant: who has them, who may take them, and how.
class TestHandOver : public QObject
{
    Q_OBJECT

private slots:
    void togetherOrSeparately();
    void deliveryNeedsItsProofs_data();
    void deliveryNeedsItsProofs();
    void togetherLeavesNothingBehind();
    void custodyIsAChain();
    void bodiesOfAnOlderProgramAreRead();
};

void TestHandOver::togetherOrSeparately()
{
    Sitting sitting = readyToFile(true);
    proceed(sitting, Phase::Arrived);
    QVERIFY(!sitting.perform(LifeCommand{DeliverItems{{item}, inPerson()}}));
    QVERIFY(sitting.refusedBecause(Why::ItemOpen));
    QVERIFY(sitting.perform(LifeCommand{ChooseCollection{{false, Collection::Window, {}}}}));
    QVERIFY(sitting.perform(LifeCommand{DeliverItems{{item}, inPerson()}}));
    QVERIFY(!sitting.perform(LifeCommand{ChooseCollection{{false, Collection::Courier, {}}}}));
    QVERIFY(sitting.refusedBecause(Why::AddressMissing));
}

void TestHandOver::deliveryNeedsItsProofs_data()
{
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<QList<Why>>("refused");
    const auto row = [](const char *name, void (*change)(Delivery &), const QList<Why> &refused) {
        Delivery delivery = inPerson();
        change(delivery);
        QTest::newRow(name) << delivery << refused;
    };
    row("at the window", [](Delivery &) {}, {});
    row("nobody named", [](Delivery &d) { d.collector.clear(); }, {Why::CollectorMissing});
    row("no relation", [](Delivery &d) { d.relation.clear(); }, {Why::RelationMissing});
    row("not signed for", [](Delivery &d) { d.signedFor = false; }, {Why::DeliveryNotSigned});
    row("the applicant, with their number", [](Delivery &d) { d.identity = u"41030219900307001x"_s; }, {});
    row("the applicant, a number with a slip", [](Delivery &d) { d.identity = u"410302199003070011"_s; },
        {Why::CollectorIdentityInvalid});
    const auto agent = [](Delivery &d) {
        d.relation = u"代理人"_s;
        d.identity = u"11010519491231002X"_s;
        d.authority = u"授权委托书 2026-11-20"_s;
    };
    row("an agent", agent, {});
    row("an agent who shows no document", [](Delivery &d) { d = inPerson(); d.relation = u"代理人"_s; d.authority = u"委托书"_s; },
        {Why::CollectorIdentityMissing});
    row("an agent without a letter",
        [](Delivery &d) { d.relation = u"代理人"_s; d.identity = u"11010519491231002X"_s; }, {Why::AuthorityMissing});
    row("an agent with a passport",
        [](Delivery &d) { d.relation = u"亲属"_s; d.identity = u"E12345678"_s; d.authority = u"户口簿"_s; }, {});
    row("the legal representative", [](Delivery &d) { d.relation = legalRepresentative; d.identity = u"11010519491231002X"_s; }, {});
    row("at a terminal, unsigned", [](Delivery &d) { d.way = Collection::SelfService; d.signedFor = false; }, {});
    row("by courier", [](Delivery &d) { d = {.way = Collection::Courier, .tracking = u"SF100"_s, .company = u"邮政"_s}; }, {});
    row("by courier without a number", [](Delivery &d) { d = {.way = Collection::Courier, .company = u"邮政"_s}; },
        {Why::TrackingMissing});
    row("by courier, of whom nobody knows", [](Delivery &d) { d = {.way = Collection::Courier, .tracking = u"SF100"_s}; },
        {Why::CourierMissing});
    row("with a wrong e-licence", [](Delivery &d) { d.eLicence = u"1.2.156.1"_s; }, {Why::ELicenceInvalid});
    row("a paper electronically", [](Delivery &d) { d = {.way = Collection::Electronic}; }, {Why::NotElectronic});
}

void TestHandOver::deliveryNeedsItsProofs()
{
    QFETCH(Delivery, delivery);
    QFETCH(QList<Why>, refused);
    Sitting sitting = readyToFile(false);
    proceed(sitting, Phase::Arrived);
    QCOMPARE(sitting.perform(LifeCommand{DeliverItems{{item}, delivery}}), refused.isEmpty());
    QList<Why> reasons;
    for (const Refusal &refusal : sitting.refusals)
        reasons << refusal.why;
    QCOMPARE(reasons, refused);
    if (refused.isEmpty()) {
        QCOMPARE(sitting.file.life.items.value(item).delivery->clerk, u"王芳"_s);
        QCOMPARE(sitting.file.life.items.value(item).delivery->at, sitting.now);
    }
}

/// Everything together: what is open is named, and so is what is here and would stay behind.
void TestHandOver::togetherLeavesNothingBehind()
{
    Sitting sitting = readyToFile(true);
    proceed(sitting, Phase::Arrived);
    const LifeCommand one = DeliverItems{{item}, inPerson()};
    QVERIFY(!sitting.perform(one));
    QCOMPARE(sitting.refusals, (QList<Refusal>{{Why::ItemOpen, u"公众聚集场所投入使用、营业前消防安全检查"_s, u"fire"_s}}));
    QVERIFY(sitting.perform(LifeCommand{AcceptItem{u"fire"_s, {}, false}}));
    QVERIFY(sitting.perform(LifeCommand{DecideItem{u"fire"_s, granted()}}));
    QVERIFY(!sitting.perform(one));
    QCOMPARE(sitting.refusals, (QList<Refusal>{{Why::ItemLeftOut, u"公众聚集场所投入使用、营业前消防安全检查"_s, u"fire"_s}}));
    const LifeCommand both = DeliverItems{{item, u"fire"_s}, inPerson()};
    QVERIFY(!sitting.perform(both));
    QVERIFY(sitting.refusedBecause(Why::NotArrived));
    QVERIFY(sitting.perform(LifeCommand{ReceiveResult{u"fire"_s, u"发证窗口"_s, {}}}));
    QVERIFY(sitting.perform(both));
    QVERIFY(!sitting.perform(both));
    QVERIFY(sitting.refusedBecause(Why::AlreadyDelivered));
}

void TestHandOver::custodyIsAChain()
{
    Sitting sitting = readyToFile(false);
    proceed(sitting, Phase::Decided);
    QVERIFY(sitting.perform(LifeCommand{ReceiveResult{item, u"发证窗口"_s, u"市级部门 邮车"_s, u"A-03"_s, {}}}));
    const QDateTime arrived = sitting.now;
    sitting.now = sitting.now.addSecs(600);
    QVERIFY(sitting.perform(LifeCommand{ReceiveResult{item, u"二楼发证窗口"_s, u"王芳"_s, {}, u"赵六"_s}}));
    QCOMPARE(sitting.file.life.items.value(item).custody,
             (QList<Custody>{{arrived, u"发证窗口"_s, u"市级部门 邮车"_s, u"A-03"_s, u"王芳"_s},
                             {sitting.now, u"二楼发证窗口"_s, u"王芳"_s, {}, u"赵六"_s}}));
}

/// What was written before there were places, couriers and authorities.
void TestHandOver::bodiesOfAnOlderProgramAreRead()
{
    const auto arrived = factFromJson(u"result.arrived"_s, {{u"item"_s, item}, {u"holder"_s, u"A3"_s}, {u"givenBy"_s, u"甲"_s}});
    QVERIFY(arrived && *arrived == Fact(LifeFact(ResultArrived{item, u"A3"_s, u"甲"_s})));
    const auto delivered = factFromJson(u"items.delivered"_s, {{u"items"_s, QJsonArray{item}},
                                                               {u"way"_s, u"window"_s},
                                                               {u"collector"_s, u"张三"_s},
                                                               {u"relation"_s, u"代理人"_s},
                                                               {u"identity"_s, QString()},
                                                               {u"signed"_s, true},
                                                               {u"tracking"_s, QString()}});
    Delivery expected = inPerson();
    expected.relation = u"代理人"_s;
    QVERIFY(delivered && *delivered == Fact(LifeFact(ItemsDelivered{{item}, expected})));
    QVERIFY(!factFromJson(u"result.arrived"_s,
                          {{u"item"_s, item}, {u"holder"_s, u"A3"_s}, {u"givenBy"_s, u"甲"_s}, {u"place"_s, 7}}));
}

QTEST_GUILESS_MAIN(TestHandOver)
#include "tst_handover.moc"
