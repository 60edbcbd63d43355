#include "core/desk/handoverlease.h"
#include "core/wire/messages.h"
#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "tests/support/office.h"
#include "ui/case/actform.h"
#include "ui/issuance/issuancepage.h"
#include "ui/theme/theme.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr int longWait = 20'000; // milliseconds

/// What the hub says when it is asked for a lease.
enum class Says { Nothing, Yes, Elsewhere, HandedOver, NotReached };

/// The way to a hub that answers questions about leases, and nothing else.
class LeaseLine final : public syncing::Line
{
public:
    explicit LeaseLine(std::shared_ptr<std::atomic<Says>> says) : m_says(std::move(says)) { }
    void send(const syncing::Call &call, QObject *context, Done done) override
    {
        const Says says = call.target == "/sync/v1/leases" ? m_says->load() : Says::NotReached;
        if (says == Says::Nothing)
            return;
        syncing::Reply reply;
        if (says != Says::NotReached) {
            const bool isElsewhere = says == Says::Elsewhere;
            reply.status = 200;
            reply.body = wire::toJson(wire::Lease{.granted = says == Says::Yes,
                                                  .until = QDateTime::currentDateTimeUtc().addSecs(60),
                                                  .holder = isElsewhere ? u"综合受理七号窗口"_s : QString()});
        }
        QMetaObject::invokeMethod(context, [done = std::move(done), reply] { done(reply); }, Qt::QueuedConnection);
    }
    void breakOff() override { }

private:
    std::shared_ptr<std::atomic<Says>> m_says;
};

}

/// A result that another window keeps: the page asks the hub, shows that it waits, and says what came of it.
class TestLeasedHandover : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }
    void init();
    void cleanup();
    void theHubIsAsked_data();
    void theHubIsAsked();
    void escGivesItUp();

private:
    QStringList faults() const { return m_page->findChild<ActForm *>()->faults(); }
    bool isAsking() const { return m_page->findChild<ActForm *>()->isVisible(); }
    bool isHandedOver() const
    {
        return m_work->readAgain() && m_work->file().life.items.value(m_item).delivery.has_value();
    }
    /// F5, the paper is signed, Enter.
    void handOver()
    {
        m_keys.press(Qt::Key_F5);
        for (int i = 0; i < 12 && QApplication::focusWidget()->objectName() != u"signed"_s; ++i)
            m_keys.press(Qt::Key_Tab);
        m_keys.press({Qt::Key_Space, Qt::Key_Return});
    }
    void shoot(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("YICHUANG_SHOTS"); !folder.isEmpty())
            m_page->grab().save(folder + u'/' + name + u".png"_s);
    }

    std::shared_ptr<std::atomic<Says>> m_says;
    std::unique_ptr<Office> m_office;
    std::unique_ptr<desk::HubLink> m_link;
    std::unique_ptr<desk::HandoverLease> m_lease;
    std::unique_ptr<desk::CaseWork> m_work;
    std::unique_ptr<IssuancePage> m_page;
    QString m_item;
    Keys m_keys;
};

void TestLeasedHandover::init()
{
    m_says = std::make_shared<std::atomic<Says>>(Says::Nothing);
    m_office = std::make_unique<Office>();
    m_work = m_office->open(u"欧阳样例"_s);
    support::decideAll(*m_work);
    for (const auto &[line, item] : itemsOf(m_work->file(), m_work->guide())) {
        m_item = line.item.id;
        support::must(*m_work, ReceiveResult{m_item, u"出证窗口"_s, {}, u"A-03"_s});
    }
    QVERIFY(desk::keepHubPlace(m_office->profileFolder, {QUrl(u"http://127.0.0.1:1"_s), u"hub"_s, {QByteArray(32, 'k')}, u"411202-1"_s}));
    m_link = std::make_unique<desk::HubLink>(
        desk::HubLinkNeeds{.profileFolder = m_office->profileFolder,
                           .profileKey = m_office->profile->keys().profile,
                           .windowKey = m_office->profile->keys().window,
                           .journal = m_office->profile->journal(),
                           .hall = m_office->profile->hall(),
                           .program = u"test"_s,
                           .line = [says = m_says](const QUrl &) { return std::make_unique<LeaseLine>(says); }});
    m_link->start();
    m_lease = std::make_unique<desk::HandoverLease>(*m_link, m_office->profile->journal(), u"综合受理一号窗口"_s);
    m_office->issuance.leaseBy(*m_lease);
    m_page = std::make_unique<IssuancePage>(m_office->onShelf, m_office->issuance, u"综合受理一号窗口"_s);
    m_page->resize(1282, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
}

void TestLeasedHandover::cleanup()
{
    m_page.reset();
    m_work.reset();
    m_lease.reset();
    m_link.reset();
    m_office.reset();
}

void TestLeasedHandover::theHubIsAsked_data()
{
    QTest::addColumn<int>("says");
    QTest::addColumn<QString>("words");
    QTest::newRow("yes") << int(Says::Yes) << QString();
    QTest::newRow("another window is at it") << int(Says::Elsewhere) << u"综合受理七号窗口 is handing this result over"_s;
    QTest::newRow("handed over already") << int(Says::HandedOver) << u"Another window has handed this result over"_s;
    QTest::newRow("not reached") << int(Says::NotReached) << u"recorded at 出证窗口"_s;
}

void TestLeasedHandover::theHubIsAsked()
{
    QFETCH(int, says);
    QFETCH(QString, words);
    m_says->store(Says(says));
    handOver();
    if (words.isEmpty()) {
        QTRY_VERIFY_WITH_TIMEOUT(!isAsking(), longWait);
        QVERIFY(isHandedOver());
        return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(faults().join(u' ').contains(words), longWait);
    QVERIFY(isAsking());
    QVERIFY(!isHandedOver());
    shoot(u"lease-%1"_s.arg(says));
    m_says->store(Says::Yes); // Enter once more
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!isAsking(), longWait);
    QVERIFY(isHandedOver());
}

void TestLeasedHandover::escGivesItUp()
{
    handOver();
    QVERIFY2(faults().join(u' ').contains(u"The hub is asked"_s), qPrintable(faults().join(u' ')));
    QVERIFY(m_lease->isAsking());
    shoot(u"lease-asking"_s);
    m_keys.press(Qt::Key_Return); // is not asked twice
    QVERIFY(m_lease->isAsking());
    m_keys.press(Qt::Key_Escape);
    QVERIFY(!isAsking());
    QVERIFY(!m_lease->isAsking());
    QVERIFY(!isHandedOver());
}

QTEST_MAIN(TestLeasedHandover)
#include "tst_leasedhandover.moc"
