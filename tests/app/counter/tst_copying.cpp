#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "tests/core/desk/hall.h"
#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "tests/support/sampleguide.h"
#include "ui/case/casepage.h"
#include "ui/copycard/copycardwindow.h"
#include "ui/copycard/copymodel.h"
#include "ui/intake/intakepage.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QClipboard>
#include <QLabel>
#include <QListView>

using namespace Qt::StringLiterals;

/// The copy card through the counter's own window: one key from the page of a case, the shipped systems, and no value of a
/// citizen left behind when the case is left.
class TestCopying : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        if (!m_pictures.isEmpty())
            speak(*qApp, u"zh_CN"_s);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto workplace
            = Workplace::open({m_folder->filePath(u"profile"_s), base::dataFolder(), m_clock, m_keyStore, m_printer, m_runner});
        QVERIFY2(workplace.has_value(), qPrintable(workplace ? QString() : workplace.error().detail));
        m_workplace = std::move(*workplace);
        m_counter = std::make_unique<Counter>(*m_workplace);
        m_counter->window().resize(1366, 768);
        m_counter->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&m_counter->window()));
        QGuiApplication::clipboard()->clear();
    }
    void cleanup()
    {
        m_counter.reset();
        m_workplace.reset();
        m_folder.reset();
    }

    void oneKeyFromThePageOfACase()
    {
        openFiled(u"newborn"_s);
        QVERIFY(!card());
        shoot(m_counter->window(), u"copy-case-page"_s);
        Keys keys;
        keys.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(card() && QTest::qWaitForWindowActive(card()));
        QCOMPARE(card()->run()->sheet().system, u"出生登记系统（样例）"_s);
        shoot(*card(), u"copy-begin"_s);
        keys.press({Qt::Key_Space, Qt::Key_Space, Qt::Key_Space});
        QCOMPARE(clipboard(), u"20260301"_s);
        shoot(*card(), u"copy-by-hand"_s);
        QVERIFY(!m_counter->work()->file().life.copyings.isEmpty());
        while (!card()->run()->isAtEnd())
            keys.press(Qt::Key_Space);
        shoot(*card(), u"copy-end"_s);
        keys.press(Qt::Key_F2);
        QCOMPARE(card()->run()->sheet().system, u"省级统一受理平台（样例）"_s);
        keys.press({Qt::Key_PageDown, Qt::Key_Space});
        shoot(*card(), u"copy-masked"_s);
        keys.press(Qt::Key_Space);
        QCOMPARE(clipboard(), u"11010519491231002X"_s);
        shoot(*card(), u"copy-under-way"_s);
        keys.press(Qt::Key_F2); // whatever nobody wrote down
        QCOMPARE(card()->run()->sheet().system, u"按申请表顺序"_s);
        shoot(*card(), u"copy-form-order"_s);
    }

    void leavingTheCaseLeavesNothingBehind()
    {
        openFiled(u"newborn"_s);
        const QString id = m_counter->work()->file().id;
        Keys keys;
        keys.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(QTest::qWaitForWindowActive(card()));
        keys.press({Qt::Key_F2, Qt::Key_PageDown, Qt::Key_Space, Qt::Key_Space});
        QCOMPARE(clipboard(), u"11010519491231002X"_s);
        m_counter->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_counter->window()));
        shoot(m_counter->window(), u"copy-time-line"_s);
        QTest::keyClick(m_counter->window().page(), Qt::Key_Escape);
        QVERIFY(!m_counter->work());
        QVERIFY(!card() && clipboard().isEmpty());
        const auto again = m_workplace->reception().resume(id);
        QVERIFY(again);
        QStringList blanks;
        for (const domain::Copying &copying : (*again)->file().life.copyings)
            blanks += copying.blanks;
        QCOMPARE(blanks, (QStringList{u"申请人信息 › 姓名（名称）"_s, u"申请人信息 › 证件号码"_s}));
    }

    void closingTheWindowClosesTheCard()
    {
        openFiled(u"newborn"_s);
        Keys().press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(card());
        m_counter->window().close();
        QVERIFY(!card());
    }

    void beforeFilingItIsRefusedInWords()
    {
        Keys keys;
        keys.type(u"xse"_s);
        keys.press(Qt::Key_Return);
        QVERIFY(qobject_cast<IntakePage *>(m_counter->window().page()));
        keys.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!card());
        const auto labels = m_counter->window().findChildren<QLabel *>();
        const QString said = words::sentence(domain::Refusal{domain::Refusal::Why::NotFiled, {}, {}});
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(said); }));
    }

    void eachPersonOfAListHasAScreen()
    {
        const domain::GuidePack *pack = m_workplace->guides().shelf().pack(u"sanmenxia-enterprise"_s);
        auto work = m_workplace->reception().open({pack->id, pack->version, u"hiring"_s});
        QVERIFY(work);
        QVERIFY(support::fillIn(**work));
        domain::Person first{1, {}}, second{0, {}};
        for (const domain::Field &column : (*work)->plan().roster(u"employees"_s)->columns)
            first.values.insert(column.id, support::factFor(column));
        second.values = first.values;
        second.values.insert({{u"employee-name"_s, u"李样例"_s}, {u"employee-id"_s, u"41030219900307001X"_s}});
        QVERIFY((*work)->perform(domain::ListPeople{u"employees"_s, {first, second}}));
        support::file(**work);
        QVERIFY(open((*work)->file().number));
        Keys().press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(QTest::qWaitForWindowActive(card()));
        QCOMPARE(card()->run()->sheet().system, u"社会保险增员系统（样例）"_s);
        QVERIFY(card()->run()->sheet().screens.contains(u"职工 2"_s));
        Keys().press({Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_Space, Qt::Key_Space, Qt::Key_Space});
        QCOMPARE(clipboard(), u"1"_s);
        shoot(*card(), u"copy-list"_s);
    }

private:
    void openFiled(const QString &matter)
    {
        const domain::GuidePack *pack = m_workplace->guides().shelf().pack(u"sanmenxia-personal"_s);
        auto work = m_workplace->reception().open({pack->id, pack->version, matter});
        QVERIFY(work);
        support::file(**work);
        const QString number = (*work)->file().number;
        work->reset();
        QVERIFY(open(number));
    }
    bool open(const QString &number)
    {
        Keys keys;
        keys.type(number);
        keys.press(Qt::Key_Return);
        return qobject_cast<CasePage *>(m_counter->window().page()) != nullptr;
    }
    static CopyCardWindow *card()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<CopyCardWindow *>(widget); found && found->isVisible())
                return found;
        }
        return nullptr;
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    void shoot(QWidget &window, const QString &name) const
    {
        if (m_pictures.isEmpty())
            return;
        QTest::qWait(300);
        QVERIFY(window.grab().save(m_pictures + u'/' + name + u".png"_s));
    }

    const QString m_pictures = qEnvironmentVariable("YICHUANG_PICTURES"); ///< folder for pictures to look at; empty: none
    std::unique_ptr<QTemporaryDir> m_folder;
    support::FakeClock m_clock;
    support::NoKeyStore m_keyStore;
    support::FakePrinter m_printer;
    devices::CupsPrintSystem m_printSystem;
    devices::PrintRunner m_runner{m_printSystem};
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Counter> m_counter;
};
QTEST_MAIN(TestCopying)
#include "tst_copying.moc"
