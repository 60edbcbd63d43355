#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "tests/core/desk/hall.h"
#include "tests/support/cardservice.h"
#include "tests/support/keys.h"
#include "tests/support/sampleguide.h"
#include "ui/home/homepage.h"
#include "ui/intake/checklistmodel.h"
#include "ui/intake/checklistview.h"
#include "ui/intake/intakepage.h"
#include "ui/intake/lookupstrip.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QLabel>

using namespace Qt::StringLiterals;
using Came = domain::LookUp::Outcome;
using How = support::CardService::Say::How;

namespace {

const QString marriage = u"marriage-certificate"_s;
const QByteArray none = R"({"result": "none"})";

QByteArray found(const QByteArray &holder)
{
    return R"({"result": "found", "licence": {"code": "CX-2026-1", "name": "结婚证", "holder": ")" + holder
        + R"(", "issuer": "样例民政部门", "from": "2020-05-20", "to": null}})";
}

}

/// One key at a material asks the hub, played over a socket, through the counter's own window.
class TestLookingUp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        if (!m_pictures.isEmpty())
            speak(*qApp, u"zh_CN"_s);
    }
    void cleanup()
    {
        m_counter.reset();
        m_workplace.reset();
        m_hub.reset();
        m_folder.reset();
    }

    void foundIsExempt()
    {
        open(true);
        m_hub->say({{found("测试·样例")}});
        goTo(marriage);
        Keys keys;
        keys.press(Qt::Key_8);
        QVERIFY(strip().isVisible());
        QVERIFY(m_hub->heard().isEmpty()); // several are named: whose is it?
        shoot(u"lookup-whose"_s);
        keys.press(Qt::Key_1);
        shoot(u"lookup-asking"_s);
        QTRY_VERIFY(verdict(marriage));
        QCOMPARE(verdict(marriage)->kind, domain::VerdictKind::Exempt);
        QCOMPARE(verdict(marriage)->identifier, u"CX-2026-1"_s);
        QCOMPARE(QApplication::focusWidget(), &list());
        QVERIFY(strip().isVisible());
        shoot(u"lookup-found"_s);
        keys.press(Qt::Key_Backspace);
        QVERIFY(!verdict(marriage) && !strip().isVisible());
        keys.press(Qt::Key_1);
        QCOMPARE(verdict(marriage)->kind, domain::VerdictKind::OriginalSeen);
    }

    void whatIsNotTakenIsSaid_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<How>("how");
        QTest::addColumn<Came>("came");
        QTest::newRow("nothing") << none << How::Whole << Came::NotFound;
        QTest::newRow("refused") << QByteArray(R"({"result": "refused"})") << How::Whole << Came::Refused;
        QTest::newRow("beyond") << QByteArray(R"({"result": "unreachable", "why": "x"})") << How::Whole << Came::Unreachable;
        QTest::newRow("half") << found("测试·样例") << How::Half << Came::Unreachable;
        QTest::newRow("lies") << found("李样例") << How::Whole << Came::NotCredible;
        QTest::newRow("huge") << QByteArray(1 << 20, '{') << How::Whole << Came::NotCredible;
    }
    void whatIsNotTakenIsSaid()
    {
        QFETCH(QByteArray, answer);
        QFETCH(How, how);
        QFETCH(Came, came);
        open(true);
        m_hub->say({{answer, how}});
        goTo(marriage);
        Keys keys;
        keys.press({Qt::Key_8, Qt::Key_Return}); // the first who is named
        QTRY_VERIFY(!lookUps().isEmpty() && lookUps().back().outcome != Came::Open && QApplication::focusWidget() == &list());
        QCOMPARE(lookUps().back().outcome, came);
        QVERIFY(!verdict(marriage));
        QVERIFY(strip().isVisible() && says(u"结婚证"_s, strip()));
        shoot(u"lookup-"_s + QLatin1String(QTest::currentDataTag()));
        keys.press(Qt::Key_1); // the paper instead
        QCOMPARE(verdict(marriage)->kind, domain::VerdictKind::OriginalSeen);
    }

    void theClerkGoesOnMeanwhile()
    {
        open(true);
        m_hub->say({{{}, How::Silent}});
        goTo(marriage);
        Keys keys;
        keys.press({Qt::Key_8, Qt::Key_1});
        QTRY_COMPARE(m_hub->heard().size(), 1);
        const int row = list().currentIndex().row();
        keys.press(Qt::Key_Up);
        QCOMPARE(list().currentIndex().row(), row - 1);
        QVERIFY(!strip().isVisible());
        keys.press(Qt::Key_1);
        QVERIFY(lookUps().back().outcome == Came::Open);
        goTo(marriage);
        QVERIFY(strip().isVisible());
    }

    void escStopsAndStays()
    {
        open(true);
        m_hub->say({{{}, How::Silent}});
        goTo(marriage);
        Keys keys;
        keys.press({Qt::Key_8, Qt::Key_Escape}); // not even asked
        QVERIFY(lookUps().isEmpty());
        QCOMPARE(QApplication::focusWidget(), &list());
        keys.press({Qt::Key_8, Qt::Key_1});
        QTRY_COMPARE(m_hub->heard().size(), 1);
        keys.press(Qt::Key_Escape);
        QCOMPARE(lookUps().back().outcome, Came::Cancelled);
        QVERIFY(m_counter->work());
        QCOMPARE(QApplication::focusWidget(), &list());
    }

    /// Leaving the case ends its question; the next case hears nothing of it.
    void anAnswerBelongsToItsCase()
    {
        open(true);
        m_hub->say({{found("测试·样例"), How::Dripping}});
        goTo(marriage);
        Keys keys;
        keys.press({Qt::Key_8, Qt::Key_1});
        QTRY_COMPARE(m_hub->heard().size(), 1);
        const QString number = m_counter->work()->file().number;
        list().setFocus();
        keys.press(Qt::Key_Escape);
        QVERIFY(!m_counter->work());
        const auto left = m_workplace->reception().resumeByNumber(number);
        QVERIFY(left && (*left)->file().life.lookUps.back().outcome == Came::Cancelled);
        resume(newCase());
        QVERIFY(!strip().isVisible());
        QTest::qWait(300);
        QVERIFY(m_counter->work()->file().verdicts.isEmpty());
    }

    void withoutAHubItSaysSo()
    {
        open(false);
        goTo(marriage);
        Keys().press(Qt::Key_8);
        QVERIFY(lookUps().isEmpty());
        QVERIFY(m_pictures.isEmpty() ? says(u"There is no hub"_s, m_counter->window()) : says(u"未设置中心端"_s, m_counter->window()));
        shoot(u"lookup-no-hub"_s);
    }

    void whatOnlyTheApplicantHasIsSaid()
    {
        open(true);
        goTo(u"insurance-form"_s);
        Keys().press(Qt::Key_L);
        QVERIFY(lookUps().isEmpty() && m_hub->heard().isEmpty());
        QVERIFY(says(u"城乡居民基本医疗保险参保登记表"_s, m_counter->window()));
    }

private:
    void open(bool withHub)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_hub = std::make_unique<support::CardService>();
        const QString profile = m_folder->filePath(u"profile"_s);
        QVERIFY(QDir().mkpath(profile));
        m_hub->only("/lookup/");
        const QUrl address(u"http://127.0.0.1:%1"_s.arg(m_hub->httpPort()));
        if (withHub)
            QVERIFY(desk::keepHubPlace(profile, {address, u"11111111-2222-3333-4444-555555555555"_s, {QByteArray(32, 'k')}, u"411202-1"_s}));
        auto workplace = Workplace::open({profile, base::dataFolder(), m_clock, m_keyStore, m_printer, m_runner});
        QVERIFY2(workplace.has_value(), qPrintable(workplace ? QString() : workplace.error().detail));
        m_workplace = std::move(*workplace);
        m_counter = std::make_unique<Counter>(*m_workplace);
        m_counter->window().resize(1366, 768);
        m_counter->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&m_counter->window()));
        resume(newCase());
    }
    /// The number of a case whose form is filled in; two are named.
    QString newCase()
    {
        const domain::GuidePack *pack = m_workplace->guides().shelf().pack(u"sanmenxia-personal"_s);
        auto work = m_workplace->reception().open({pack->id, pack->version, u"newborn"_s});
        if (!work || !support::fillIn(**work))
            qFatal("no case");
        return (*work)->file().number;
    }
    void resume(const QString &number)
    {
        Keys keys;
        keys.type(number);
        keys.press(Qt::Key_Return);
        QVERIFY(qobject_cast<IntakePage *>(m_counter->window().page()));
    }
    ChecklistView &list() const { return *m_counter->window().findChild<ChecklistView *>(); }
    LookUpStrip &strip() const { return *m_counter->window().findChild<LookUpStrip *>(); }
    void goTo(const QString &material)
    {
        const auto *model = qobject_cast<ChecklistModel *>(list().model());
        list().setFocus();
        list().goTo(model->rowOf(material));
        QVERIFY(list().currentIndex().isValid());
    }
    const QList<domain::LookUp> &lookUps() const { return m_counter->work()->file().life.lookUps; }
    std::optional<domain::Verdict> verdict(const QString &material) const
    {
        const auto &verdicts = m_counter->work()->file().verdicts;
        return verdicts.contains(material) ? std::optional(verdicts.value(material)) : std::nullopt;
    }
    static bool says(const QString &words, const QWidget &where)
    {
        const QList<QLabel *> labels = where.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    void shoot(const QString &name) const
    {
        if (m_pictures.isEmpty())
            return;
        QTest::qWait(300);
        QVERIFY(m_counter->window().grab().save(m_pictures + u'/' + name + u".png"_s));
    }

    const QString m_pictures = qEnvironmentVariable("YICHUANG_PICTURES"); ///< folder for pictures to look at; empty: none
    std::unique_ptr<QTemporaryDir> m_folder;
    support::FakeClock m_clock;
    support::NoKeyStore m_keyStore;
    support::FakePrinter m_printer;
    devices::CupsPrintSystem m_printSystem;
    devices::PrintRunner m_runner{m_printSystem};
    std::unique_ptr<support::CardService> m_hub;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Counter> m_counter;
};
QTEST_MAIN(TestLookingUp)
#include "tst_lookingup.moc"
