#include "core/domain/events.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

class TestEvents : public QObject
{
    Q_OBJECT

private slots:
    void everyFactComesBackAsItWas_data()
    {
        QTest::addColumn<Fact>("fact");
        QTest::addColumn<QString>("type");
        const QDateTime due = QDateTime::fromString(u"2026-11-21T16:05:07.123+08:00"_s, Qt::ISODateWithMs);
        const Gap gap{u"marriage"_s, u"结婚证"_s, {u"出生登记"_s}, u"未提交，请提交"_s};
        QTest::newRow("opened") << Fact(CaseOpened{u"id"_s, u"N"_s, {u"p"_s, u"1"_s, u"m"_s}}) << u"case.opened"_s;
        QTest::newRow("answered") << Fact(SituationAnswered{u"area"_s, u"120"_s}) << u"situation.answered"_s;
        QTest::newRow("dropped") << Fact(ItemDropped{u"card"_s}) << u"item.dropped"_s;
        QTest::newRow("kept") << Fact(ItemKept{u"card"_s}) << u"item.kept"_s;
        QTest::newRow("path") << Fact(PathChosen{u"fire"_s, u"commitment"_s}) << u"path.chosen"_s;
        QTest::newRow("field with a rare name") << Fact(FieldEntered{u"applicant-name"_s, u"李𬭚"_s}) << u"field.entered"_s;
        QTest::newRow("field from a card")
            << Fact(FieldEntered{u"applicant-name"_s, u"李𬭚"_s, FieldSource::CardReader}) << u"field.entered"_s;
        QTest::newRow("signature") << Fact(SignatureGiven{{PaperKind::DeliveryRecord, 2}, {u"ab12"_s, 4711, u"李𬭚"_s}})
                                   << u"signature.given"_s;
        QTest::newRow("people")
            << Fact(PeopleEntered{u"employees"_s,
                                  {{2, {{u"employee-name"_s, u"李四"_s}, {u"employee-id"_s, u"X"_s}}}, {5, {{u"employee-name"_s, u"王五"_s}}}}})
            << u"people.entered"_s;
        QTest::newRow("people removed") << Fact(PeopleRemoved{u"employees"_s, {2, 7}}) << u"people.removed"_s;
        QTest::newRow("original seen") << Fact(VerdictGiven{u"m"_s, {.kind = VerdictKind::OriginalSeen}}) << u"verdict.given"_s;
        QTest::newRow("exempt") << Fact(VerdictGiven{
            u"m"_s, {.kind = VerdictKind::Exempt, .from = Material::Acquisition::ELicence, .identifier = u"1.2.156"_s}})
                                << u"verdict.given"_s;
        QTest::newRow("deferred") << Fact(VerdictGiven{
            u"m"_s, {.kind = VerdictKind::Deferred, .due = QDate(2026, 11, 30), .signedByApplicant = true}})
                                  << u"verdict.given"_s;
        QTest::newRow("not conforming") << Fact(VerdictGiven{
            u"m"_s, {.kind = VerdictKind::NotConforming, .checkpoint = u"valid"_s, .reason = u"已过期"_s}})
                                        << u"verdict.given"_s;
        QTest::newRow("taken back") << Fact(VerdictTakenBack{u"m"_s}) << u"verdict.taken-back"_s;
        QTest::newRow("notice") << Fact(NoticeIssued{{gap}, {u"户口簿"_s}, {u"a"_s, u"b"_s}}) << u"notice.issued"_s;
        QTest::newRow("容缺受理承诺书") << Fact(LetterIssued{
            Letter::Kind::Deferral, u"李𬭚"_s, {{u"m"_s, u"租赁合同"_s, QDate(2026, 11, 30)}, {u"n"_s, u"户口簿"_s, QDate(2026, 12, 1)}}})
                                      << u"letter.issued"_s;
        QTest::newRow("告知承诺书") << Fact(LetterIssued{Letter::Kind::Commitment, u"李四"_s, {{u"m"_s, u"检测报告"_s, {}}}})
                                << u"letter.issued"_s;
        QTest::newRow("letter signed") << Fact(LetterSigned{Letter::Kind::Commitment, 2, u"后果"_s}) << u"letter.signed"_s;
        QTest::newRow("filed") << Fact(CaseFiled{due}) << u"case.filed"_s;
        QTest::newRow("print") << Fact(PrintRequested{u"x"_s, {PaperKind::FilingReceipt}, 2}) << u"print.requested"_s;
        QTest::newRow("spooled") << Fact(PrintSpooled{u"x"_s, u"A4, 12"_s}) << u"print.spooled"_s;
        QTest::newRow("print with a reason")
            << Fact(PrintRequested{u"x"_s, {PaperKind::FilingReceipt}, 2, u"申请人遗失"_s, 3}) << u"print.requested"_s;
        QTest::newRow("spooled as a job") << Fact(PrintSpooled{u"x"_s, u"A4, 12"_s, u"A4"_s, 12}) << u"print.spooled"_s;
        QTest::newRow("printed") << Fact(PrintDone{u"x"_s}) << u"print.printed"_s;
        QTest::newRow("in hand") << Fact(PrintConfirmed{u"x"_s}) << u"print.confirmed"_s;
        QTest::newRow("failed") << Fact(PrintFailed{u"x"_s, u"stopped"_s}) << u"print.failed"_s;
        QTest::newRow("abandoned") << Fact(CaseAbandoned{u"本人改日再来"_s}) << u"case.abandoned"_s;
        QTest::newRow("joined") << Fact(CaseJoined{u"410300001"_s}) << u"case.joined"_s;
        const PaperRef acceptance{PaperKind::AcceptanceNotice, 1, u"item"_s};
        QTest::newRow("numbered") << Fact(PaperNumbered{acceptance, u"湖卫"_s, 2026, 7, u"湖卫受〔2026〕7号"_s})
                                  << u"paper.numbered"_s;
        QTest::newRow("number voided") << Fact(PaperNumberVoided{acceptance, u"湖卫"_s, 2026, 7, u"印错"_s})
                                       << u"paper.number-voided"_s;
        QTest::newRow("from a newer program") << Fact(UnknownFact{u"drone.landed"_s, {{u"where"_s, u"roof"_s}}}) << u"drone.landed"_s;
    }
    void everyFactComesBackAsItWas()
    {
        QFETCH(Fact, fact);
        QFETCH(QString, type);
        QCOMPARE(typeName(fact), type);
        const auto back = factFromJson(type, toJson(fact));
        QVERIFY(back.has_value());
        QVERIFY(*back == fact);
    }
    void whatAnOlderOrNewerProgramWroteOfAFieldIsRead()
    {
        QJsonObject body{{u"field"_s, u"applicant-name"_s}, {u"value"_s, u"李四"_s}};
        const Fact typed = FieldEntered{u"applicant-name"_s, u"李四"_s};
        QCOMPARE(toJson(typed), body); // the bytes of an older program stay what they were
        QVERIFY(factFromJson(u"field.entered"_s, body) == typed);
        body.insert(u"source"_s, u"mind-reader"_s);
        QVERIFY(factFromJson(u"field.entered"_s, body) == typed);
    }
    void aMomentKeepsItsOffset()
    {
        const QDateTime local(QDate(2026, 11, 21), QTime(16, 5));
        const QString text = toJson(CaseFiled{local}).value(u"pushDue"_s).toString();
        QCOMPARE(QDateTime::fromString(text, Qt::ISODateWithMs).offsetFromUtc(), local.offsetFromUtc());
        QCOMPARE(text.right(6), u"+08:00"_s); // tests run in the zone of China
    }

    void aBodyThatDoesNotFitIsDamage_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("body");
        QTest::newRow("field missing") << u"item.dropped"_s << QJsonObject{};
        QTest::newRow("number for a text") << u"item.dropped"_s << QJsonObject{{u"item"_s, 7}};
        QTest::newRow("unknown verdict") << u"verdict.given"_s << QJsonObject{{u"material"_s, u"m"_s}, {u"kind"_s, u"maybe"_s}};
        QTest::newRow("absurd due date")
            << u"verdict.given"_s
            << QJsonObject{{u"material"_s, u"m"_s}, {u"kind"_s, u"deferred"_s}, {u"due"_s, u"2026-99-99"_s}};
        QTest::newRow("gap that is no object")
            << u"notice.issued"_s
            << QJsonObject{{u"gaps"_s, QJsonArray{1}}, {u"secondTelling"_s, QJsonArray{}}, {u"asked"_s, QJsonArray{}}};
        QTest::newRow("negative copy") << u"print.requested"_s
                                       << QJsonObject{{u"print"_s, u"x"_s},
                                                      {u"paper"_s, u"filing-receipt"_s},
                                                      {u"paperNumber"_s, 1},
                                                      {u"copy"_s, -1}};
    }
    void aBodyThatDoesNotFitIsDamage()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, body);
        const auto fact = factFromJson(type, body);
        QVERIFY(!fact.has_value());
        QCOMPARE(fact.error().kind, base::Error::Kind::Damaged);
    }
};
QTEST_APPLESS_MAIN(TestEvents)
#include "tst_events.moc"
