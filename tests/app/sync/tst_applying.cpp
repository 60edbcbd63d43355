#include "core/desk/prefill.h"
#include "core/domain/prefillcode.h"
#include "tests/app/hub/web/browser.h"
#include "tests/app/sync/linkedwindow.h"
#include "tests/support/filing.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using desk::Prefill;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy

}

/// A citizen with a browser, a real hub and a real window: applied, told what is missing, supplemented, filed; and filled in at home for a
/// window.
class TestApplying final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_window = std::make_unique<LinkedWindow>(m_folder.filePath(u"window"_s), u"001"_s);
        m_hub = std::make_unique<HubProgram>(m_folder.filePath(u"hub"_s), QStringList{u"--public-url"_s, u"https://hub.example"_s});
        QVERIFY2(m_hub->answers(), m_hub->log().constData());
        const QString pack = qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides/sanmenxia-personal.json"_s;
        QCOMPARE(m_hub->command({u"publish"_s, pack}).code, 0);
        QVERIFY(m_window->join(*m_hub, QUrl(u"http://127.0.0.1:%1"_s.arg(m_hub->port()))));
        const domain::GuideRef ref = newborn(*m_window->hall);
        m_guide = *m_window->hall->shelf.guide(ref);
        m_start = "/apply/" + ref.pack.toLatin1() + '/' + ref.version.toLatin1() + '/' + ref.matter.toLatin1();
    }

    void submittedToldSupplementedFiled()
    {
        Browser browser = visitor();
        fillOut(browser);
        const QString material = QRegularExpression(u"id=\"m-([a-z0-9-]+)\""_s).match(browser.page("/application/materials")).captured(1);
        QCOMPARE(browser.send(material, Browser::pictureBytes("JPEG")).status, 303);
        QCOMPARE(browser.post("/application/submit", "true=1").status, 303);
        QVERIFY(QTest::qWaitFor([&] { return !theCase().isEmpty(); }, longWait));
        const QString id = theCase();
        QVERIFY(QTest::qWaitFor([&] { return isWaiting(id); }, longWait));
        const domain::Case file = m_window->caseOf(id);
        QCOMPARE(file.fields.value(domain::applicantNameField), u"测试·样例"_s);
        QCOMPARE(file.life.scans.size(), 1);
        QVERIFY(QTest::qWaitFor([&] { return m_window->link->stillToCome(id) == base::Result<QStringList>(QStringList()); }, longWait));

        giveVerdicts(id, domain::VerdictKind::Missing, domain::IssueNotice{});
        QVERIFY(QTest::qWaitFor([&] { return browser.page("/application").contains(u"补充后再次提交"_s); }, longWait));
        QVERIFY(browser.get("/application/notice.pdf").body.startsWith("%PDF"));
        QCOMPARE(browser.send(material, Browser::pictureBytes("PNG", 3)).status, 303);
        QCOMPARE(browser.post("/application/submit", "true=1").status, 303);
        QVERIFY(QTest::qWaitFor([&] { return isWaiting(id); }, longWait));
        QCOMPARE(m_window->caseOf(id).life.scans.size(), 2);

        giveVerdicts(id, domain::VerdictKind::CopyKept, domain::FileCase{});
        QVERIFY(QTest::qWaitFor([&] { return browser.page("/application").contains(u"已经收件"_s); }, longWait));
        QVERIFY(browser.get("/application/receipt.pdf").body.startsWith("%PDF"));
        const QString progress = QRegularExpression(u"href=\"(/c/[^\"]+)\""_s).match(browser.page("/application")).captured(1);
        QVERIFY(visitor().page(progress.toLatin1()).contains(u"各事项进度"_s));
        QVERIFY(m_window->caseOf(id).conflicts.isEmpty());
    }

    void filledInAtHomeForTheWindow()
    {
        Browser browser = visitor();
        fillOut(browser);
        QCOMPARE(browser.post("/application/window", {}).status, 303);
        const auto code = domain::readPrefillCode(
            QRegularExpression(u"digits\">([0-9-]+)<"_s).match(browser.page("/application/window")).captured(1));
        QVERIFY(code);
        Prefill prefill(*m_window->link, m_window->hall->profile->journal());
        QSignalSpy arrived(&prefill, &Prefill::arrived), failed(&prefill, &Prefill::failed);
        prefill.fetch(u"0000000000"_s);
        QVERIFY(QTest::qWaitFor([&] { return failed.count() == 1; }, longWait));
        QCOMPARE(failed.takeFirst().constFirst().value<Prefill::Why>(), Prefill::Why::Unknown);
        for (int time = 1; time <= 2; ++time) { // whoever presses Enter twice has the same case
            prefill.fetch(*code);
            QVERIFY(QTest::qWaitFor([&] { return arrived.count() == time; }, longWait));
        }
        QCOMPARE(arrived[0], arrived[1]);
        const domain::Case file = m_window->caseOf(arrived[0].constFirst().toString());
        QCOMPARE(file.fields.value(domain::applicantNameField), u"测试·样例"_s);
        QVERIFY(!file.answers.isEmpty() && file.stage == domain::Stage::Intake && !file.life.awaitsReview);
        QVERIFY(browser.page("/application").contains(u"窗口正在办理"_s));

        m_hub->end();
        prefill.fetch(*code);
        QVERIFY(QTest::qWaitFor([&] { return failed.count() == 1; }, longWait));
        QCOMPARE(failed.takeFirst().constFirst().value<Prefill::Why>(), Prefill::Why::Unreachable);
    }

    void withoutAHub()
    {
        LinkedWindow alone(m_folder.filePath(u"alone"_s), u"002"_s);
        Prefill prefill(*alone.link, alone.hall->profile->journal());
        QSignalSpy failed(&prefill, &Prefill::failed);
        prefill.fetch(u"0000000000"_s);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.takeFirst().constFirst().value<Prefill::Why>(), Prefill::Why::NoHub);
    }

private:
    Browser visitor()
    {
        return Browser([this](const hub::Request &request) {
            RawClient line(m_hub->port());
            hub::Request sent = request;
            sent.headers.remove("host"); // the line has its own
            return askedOver(line, sent);
        });
    }
    void fillOut(Browser &browser)
    {
        QCOMPARE(browser.post(m_start, "hall=411202-1&agree=1&sensitive=1").status, 303);
        QVERIFY(browser.answer(m_guide));
        QCOMPARE(browser.fillIn(m_guide), QByteArray("/application/materials"));
    }
    /// The id of the one case that the window has; empty: none yet.
    QString theCase() const
    {
        const auto rows = m_window->hall->profile->journal().cases(false, 2);
        return rows && !rows->isEmpty() ? rows->constFirst().id : QString();
    }
    bool isWaiting(const QString &id) const { return m_window->caseOf(id).life.awaitsReview; }
    /// What the clerk does, one act after the other.
    void giveVerdicts(const QString &id, domain::VerdictKind kind, const domain::Command &then)
    {
        const auto work = m_window->hall->reception->resume(id);
        QVERIFY(work);
        for (const domain::Plan::MaterialLine &line : (*work)->plan().materials)
            QVERIFY((*work)->perform(domain::GiveVerdict{line.material.id, {.kind = kind}}));
        QVERIFY((*work)->perform(then));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<HubProgram> m_hub;
    std::unique_ptr<LinkedWindow> m_window;
    domain::Guide m_guide;
    QByteArray m_start;
};

QTEST_MAIN(TestApplying)
#include "tst_applying.moc"
