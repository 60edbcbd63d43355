#include "core/desk/hublookup.h"
#include "core/desk/licencelookup.h"
#include "core/sync/httpline.h"
#include "tests/core/desk/hall.h"
#include "tests/support/cardservice.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;
using Came = LookUp::Outcome;
using How = support::CardService::Say::How;
using Say = support::CardService::Say;

namespace {

const QByteArray soundCode = "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0";
const QString holderName = u"测试·样例"_s;

QByteArray found(const QByteArray &code, const QByteArray &holder = "测试·样例", const QByteArray &to = "null")
{
    return R"({"result": "found", "licence": {"code": ")" + code + R"(", "name": "结婚证", "holder": ")" + holder
        + R"(", "issuer": "样例民政部门", "from": "2020-05-20", "to": )" + to + "}}";
}

}

/// Licences asked of a hub over a socket for a real case: verdicts, the record, and what is never believed.
class TestLicenceLookUp : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<Hall>();
        auto opened = m_hall->reception->open(newborn(*m_hall));
        QVERIFY(opened);
        m_work = std::move(*opened);
        QVERIFY(support::fillIn(*m_work));
        QVERIFY(m_work->plan().material(m_material));
        QCOMPARE(lookUpWays(m_work->plan().material(m_material)->material).size(), 2);
        m_hub = std::make_unique<support::CardService>();
        m_line = std::make_unique<syncing::HttpLine>(QUrl(u"http://127.0.0.1:%1"_s.arg(m_hub->httpPort())));
        m_source = std::make_unique<desk::HubLookUp>(desk::HubLookUp::Needs{
            .isSetUp = [] { return true; },
            .ask = [this](const syncing::Call &call, QObject *context, desk::HubLink::Answered done) {
                m_line->send(call, context, [done](const syncing::Reply &reply) { done(syncing::outcomeOf(reply)); });
            },
            .duty = m_duty,
            .within = 700ms});
    }
    void cleanup()
    {
        m_source.reset();
        m_line.reset();
        m_hub.reset();
        m_work.reset();
        m_hall.reset();
    }

    void outcomes_data()
    {
        QTest::addColumn<QList<Say>>("answers"); ///< shared data first, then e-licences
        QTest::addColumn<QList<Came>>("recorded");
        QTest::addColumn<LicenceFault>("fault");
        const auto row = [](const char *name, const QList<Say> &answers, const QList<Came> &recorded, LicenceFault fault = LicenceFault::None) {
            QTest::newRow(name) << answers << recorded << fault;
        };
        const Say none{R"({"result": "none"})"};
        const Say refused{R"({"result": "refused"})"};
        row("shared", {{found("CX-2026-1")}}, {Came::Found});
        row("not shared, an e-licence", {none, {found(soundCode)}}, {Came::NotFound, Came::Found});
        row("sharing refused, an e-licence", {refused, {found(soundCode)}}, {Came::Refused, Came::Found});
        row("nowhere", {none, none}, {Came::NotFound, Came::NotFound});
        row("nobody answers: not asked twice", {{{}, How::Silent}}, {Came::Unreachable});
        row("whoever the hub asks is out", {{R"({"result": "unreachable", "why": "x"})"}}, {Came::Unreachable});
        row("too much", {{QByteArray(100'000, ' ')}}, {Came::NotCredible});
        row("half", {{found("CX-2026-1"), How::Half}}, {Came::Unreachable});
        row("somebody else's page", {{"<html>", How::Whole, 403}}, {Came::NotCredible});
        row("elsewhere", {{"http://127.0.0.1:1/", How::Redirect}}, {Came::NotCredible});
        row("a byte now and then", {{found("CX-2026-1"), How::Dripping}}, {Came::Unreachable});
        row("no answer", {{"?"}}, {Came::NotCredible});
        row("another holder", {{found("CX-2026-1", "李样例")}}, {Came::NotCredible}, LicenceFault::OtherHolder);
        row("expired", {{found("CX-2026-1", "测试·样例", "\"2026-01-31\"")}}, {Came::NotCredible}, LicenceFault::Expired);
        row("wrong check character", {none, {found(QByteArray(soundCode).chopped(1) + '1')}}, {Came::NotFound, Came::NotCredible},
            LicenceFault::WrongCheckDigit);
        row("an e-licence without a code", {none, {found("CX-2026-1")}}, {Came::NotFound, Came::NotCredible}, LicenceFault::Malformed);
    }
    void outcomes()
    {
        QFETCH(QList<Say>, answers);
        QFETCH(QList<Came>, recorded);
        m_hub->say(answers);
        desk::LicenceLookUp lookUp(*m_work, *m_source);
        const desk::LookUpEnd end = endOf(lookUp);
        QCOMPARE(end.outcome, recorded.back());
        QTEST(end.fault, "fault");
        QCOMPARE(recordedOutcomes(), recorded);
        QCOMPARE(m_hub->heard().size(), recorded.size());
        QVERIFY(lookUp.underWay().isEmpty());
        const bool isFound = recorded.back() == Came::Found;
        QCOMPARE(end.taken, isFound);
        QCOMPARE(m_work->file().verdicts.contains(m_material), isFound);
        if (isFound) {
            const Verdict verdict = m_work->file().verdicts.value(m_material);
            QCOMPARE(verdict.kind, VerdictKind::Exempt);
            QCOMPARE(verdict.from, recorded.size() == 1 ? Material::Acquisition::Shared : Material::Acquisition::ELicence);
            QCOMPARE(verdict.identifier, end.found.identifier);
        }
        // Case, clerk, purpose and whose stand on record, and outlive the program.
        m_work.reset();
        m_hall->reopen();
        auto again = m_hall->reception->resumeByNumber(m_number);
        QVERIFY(again);
        const LookUp &first = (*again)->file().life.lookUps.front();
        QCOMPARE(first.holder, holderName);
        QVERIFY(first.purpose.contains(u"新生儿出生"_s));
        QVERIFY(!first.clerk.isEmpty() && first.answeredAt.isValid());
    }

    void recordedBeforeItIsAsked()
    {
        m_hub->say({{{}, How::Silent}});
        desk::LicenceLookUp lookUp(*m_work, *m_source);
        QVERIFY(lookUp.ask(m_material, lookUp.holders().front()));
        QCOMPARE(m_work->file().life.lookUps.size(), 1);
        QCOMPARE(m_work->file().life.lookUps.front().outcome, Came::Open);
        QVERIFY(m_hub->heard().isEmpty());
        QCOMPARE(lookUp.underWay(), m_material);
    }

    void onAFullDiskNothingIsAsked()
    {
        desk::LicenceLookUp lookUp(*m_work, *m_source);
        {
            const FullDisk disk;
            QVERIFY(!lookUp.ask(m_material, lookUp.holders().front()));
        }
        QTest::qWait(200);
        QVERIFY(m_hub->heard().isEmpty() && lookUp.underWay().isEmpty());
    }

    void whatTheClerkFoundMeanwhileStands()
    {
        m_hub->say({{found("CX-2026-1")}});
        desk::LicenceLookUp lookUp(*m_work, *m_source);
        const desk::LookUpEnd end
            = endOf(lookUp, [&] { QVERIFY(m_work->perform(GiveVerdict{m_material, {.kind = VerdictKind::OriginalSeen}})); });
        QCOMPARE(end.outcome, Came::Found);
        QVERIFY(!end.taken);
        QCOMPARE(m_work->file().verdicts.value(m_material).kind, VerdictKind::OriginalSeen);
    }

    void cancelledOrLeft_data()
    {
        QTest::addColumn<bool>("left");
        QTest::newRow("cancelled") << false;
        QTest::newRow("the case is left") << true;
    }
    void cancelledOrLeft()
    {
        QFETCH(bool, left);
        m_hub->say({{{}, How::Silent}});
        auto lookUp = std::make_unique<desk::LicenceLookUp>(*m_work, *m_source);
        QVERIFY(lookUp->ask(m_material, lookUp->holders().front()));
        if (left)
            lookUp.reset();
        else
            lookUp->cancel();
        QCOMPARE(recordedOutcomes(), QList<Came>{Came::Cancelled});
        QVERIFY(!m_work->file().verdicts.contains(m_material));
    }

    void oneQuestionAtATime()
    {
        m_hub->say({{{}, How::Silent}, {found("CX-2026-1")}});
        desk::LicenceLookUp lookUp(*m_work, *m_source);
        QVERIFY(lookUp.ask(m_material, lookUp.holders().front()));
        QTRY_COMPARE(m_hub->heard().size(), 1);
        QCOMPARE(endOf(lookUp).outcome, Came::Found);
        QCOMPARE(recordedOutcomes(), (QList<Came>{Came::Cancelled, Came::Found}));
    }

    void whatMayNotBeAskedIsSaid()
    {
        desk::LicenceLookUp lookUp(*m_work, *m_source);
        const auto why = [&](const QString &material, const desk::LicenceHolder &holder) {
            const desk::Done done = lookUp.ask(material, holder);
            return done ? Refusal::Why::NotOpen : done.error().refusals.front().why;
        };
        QCOMPARE(why(m_material, {}), Refusal::Why::HolderMissing);
        QCOMPARE(why(u"none"_s, lookUp.holders().front()), Refusal::Why::UnknownMaterial);
        QCOMPARE(why(u"insurance-form"_s, lookUp.holders().front()), Refusal::Why::NotExemptable);
        QVERIFY(m_hub->heard().isEmpty() && m_work->file().life.lookUps.isEmpty());
    }

private:
    desk::LookUpEnd endOf(desk::LicenceLookUp &lookUp, const std::function<void()> &meanwhile = [] {})
    {
        m_number = m_work->file().number;
        std::optional<desk::LookUpEnd> got;
        const auto connection = connect(&lookUp, &desk::LicenceLookUp::ended, this, [&](const desk::LookUpEnd &end) {
            if (end.outcome != Came::Cancelled)
                got = end;
        });
        if (!lookUp.ask(m_material, lookUp.holders().front()))
            qFatal("not asked");
        meanwhile();
        if (!QTest::qWaitFor([&] { return got.has_value(); }, 8000))
            qFatal("no end");
        disconnect(connection);
        return *got;
    }
    QList<Came> recordedOutcomes() const
    {
        QList<Came> outcomes;
        for (const LookUp &lookUp : m_work->file().life.lookUps)
            outcomes << lookUp.outcome;
        return outcomes;
    }

    const QString m_material = u"marriage-certificate"_s;
    QString m_number;
    std::unique_ptr<Hall> m_hall;
    std::unique_ptr<desk::CaseWork> m_work;
    std::unique_ptr<support::CardService> m_hub;
    std::unique_ptr<syncing::HttpLine> m_line;
    const desk::OnDuty m_duty{base::HallSettings{.clerk = u"王芳"_s}};
    std::unique_ptr<desk::HubLookUp> m_source;
};
QTEST_GUILESS_MAIN(TestLicenceLookUp)
#include "tst_licencelookup.moc"
