#include "core/domain/agent.h"
#include "core/domain/codes.h"
#include "core/domain/people.h"
#include "tests/support/keys.h"
#include "tests/ui/intake/counter.h"
#include "ui/intake/applicantform.h"
#include "ui/intake/checklistpanel.h"
#include "ui/intake/intakepage.h"
#include "ui/intake/peoplepanel.h"
#include "ui/intake/peopletableview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Why = domain::Refusal::Why;

namespace {

QString idOf(int serial)
{
    const QString digits = u"41120219900101"_s + u"%1"_s.arg(serial, 3, 10, QLatin1Char('0'));
    return digits + domain::mod11_2(digits);
}

QString listOf(int count, int from = 100)
{
    QString text = u"序号\t部门\t姓名\t身份证号\t手机\t劳动合同开始日期\t月工资\t档案现存放单位\n"_s;
    for (int i = 0; i < count; ++i)
        text += u"%1\t生产\t职工%2\t%3\t13800138000\t2026-12-01\t4500\t某中心\n"_s.arg(i + 1).arg(QChar(0x4e00 + from + i)).arg(idOf(from + i));
    return text;
}

/// The page at work in a window as large as the smallest screen leaves it.
class PeopleDesk
{
public:
    PeopleDesk(const QString &pack, const QString &matter) : m_work(m_counter.open(pack, matter))
    {
        m_page.resize(1282, 700);
        m_page.QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
        m_page.show(m_work.get());
        while (!m_work->obstaclesToFiling().isEmpty() && m_work->obstaclesToFiling().front().why == Why::SituationOpen)
            m_keys.press(Qt::Key_1);
    }
    ~PeopleDesk() { m_page.show(nullptr); }

    IntakePage &page() { return m_page; }
    desk::CaseWork &work() { return *m_work; }
    Keys &keys() { return m_keys; }
    PeoplePanel &panel() { return *m_page.findChild<PeoplePanel *>(); }
    PeopleTableView &table() { return *m_page.findChild<PeopleTableView *>(); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    QStringList names()
    {
        QStringList list;
        const domain::Roster &roster = m_work->guide().matter.rosters.front();
        for (const domain::Person &person : domain::peopleOf(m_work->file(), roster))
            list << person.values.value(roster.fields.front());
        return list;
    }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        m_keys.press(Qt::Key_V, Qt::ControlModifier);
    }

private:
    Counter m_counter;
    std::unique_ptr<desk::CaseWork> m_work;
    IntakePage m_page;
    Keys m_keys;
};

}

class TestPeoplePanel : public QObject
{
    Q_OBJECT

private slots:
    void employeesAreTypedOneAfterTheOther();
    void aListIsLookedAtAndTakenOverInOneAct();
    void aFaultyListIsNotTaken();
    void bothSidesOfASale();
    void anAgentComesAndGoesByOneKey();
    void whereThereIsNoListNothingChanges();
};

void TestPeoplePanel::employeesAreTypedOneAfterTheOther()
{
    PeopleDesk desk(u"sanmenxia-enterprise"_s, u"hiring"_s);
    desk.keys().press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(desk.panel().isVisible());
    QVERIFY(desk.panel().isAncestorOf(QApplication::focusWidget()));
    const QAbstractItemModelTester rules(desk.table().model());
    desk.keys().type(u"李"_s); // begins to edit
    QVERIFY(desk.table().isAncestorOf(QApplication::focusWidget()));
    desk.keys().press(Qt::Key_Return);
    desk.keys().type(idOf(1));
    desk.keys().press(Qt::Key_Return);
    QCOMPARE(desk.names(), QStringList{u"李"_s});
    QCOMPARE(desk.work().file().fields.value(u"employee-id"_s), idOf(1));
    QCOMPARE(desk.cell(0, 1), domain::maskedNumber(idOf(1))); // masked outside of editing
    QCOMPARE(desk.cell(1, 0), u"type the next one …"_s);
    desk.keys().press(Qt::Key_Escape); // out of the cell
    QVERIFY(desk.panel().isVisible());
    desk.table().setCurrentIndex(desk.table().model()->index(1, 0));
    desk.keys().type(u"王"_s);
    desk.keys().press(Qt::Key_Return);
    desk.keys().press(Qt::Key_Escape);
    QCOMPARE(desk.names(), (QStringList{u"李"_s, u"王"_s}));
    desk.table().setCurrentIndex(desk.table().model()->index(0, 0));
    desk.keys().press(Qt::Key_Delete);
    QCOMPARE(desk.names(), QStringList{u"王"_s});
    QCOMPARE(desk.work().file().fields.value(u"employee-name"_s), u"王"_s);
    desk.keys().press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.names(), (QStringList{u"李"_s, u"王"_s}));
    desk.keys().press(Qt::Key_Escape);
    QVERIFY(!desk.panel().isVisible());
    QVERIFY(desk.page().findChild<ChecklistPanel *>()->isVisible());
}

void TestPeoplePanel::aListIsLookedAtAndTakenOverInOneAct()
{
    PeopleDesk desk(u"sanmenxia-enterprise"_s, u"hiring"_s);
    desk.keys().press(Qt::Key_L, Qt::ControlModifier);
    const qint64 events = desk.work().file().events;
    QSignalSpy changes(&desk.work(), &desk::CaseWork::changed);
    desk.paste(listOf(500));
    QCOMPARE(desk.work().file().events, events); // only looked at
    QCOMPARE(desk.table().model()->rowCount(), 500);
    desk.keys().press(Qt::Key_Return);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(desk.names().size(), 500);
    QCOMPARE(desk.work().plan().roster(u"employees"_s)->people.back().faults.size(), 0);
    desk.keys().press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.names().size(), 0);
}

void TestPeoplePanel::aFaultyListIsNotTaken()
{
    PeopleDesk desk(u"sanmenxia-enterprise"_s, u"hiring"_s);
    desk.keys().press(Qt::Key_L, Qt::ControlModifier);
    desk.paste(listOf(3));
    desk.keys().press(Qt::Key_Return);
    QCOMPARE(desk.names().size(), 3);
    desk.paste(listOf(5, 102).replace(idOf(106), u"123"_s)); // the first is there already, the last is wrong
    QCOMPARE(desk.cell(0, 2), domain::maskedNumber(idOf(102)));
    QCOMPARE(desk.cell(1, 2), u"123"_s);
    QCOMPARE(desk.cell(0, 0), u"Entered in this case already."_s); // faults come first
    QVERIFY(desk.cell(1, 0).startsWith(u"身份证号"_s));
    desk.keys().press(Qt::Key_Return);
    QCOMPARE(desk.names().size(), 3);
    QVERIFY(desk.panel().refusal().contains(u"nothing was taken over"_s));
    const QSignalSpy rows(&desk.page(), &IntakePage::rowsToSave);
    desk.keys().press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(rows.size(), 1);
    const auto again = desk::tableOfFile(rows[0][0].toByteArray(), u"a"_s);
    QVERIFY(again);
    QCOMPARE(again->rows.size(), 3); // headings and two people
    desk.keys().press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.names().size(), 6);
    desk.paste(u"姓名\t名字\n甲\t乙\n"_s);
    QVERIFY(desk.panel().refusal().startsWith(u"Two columns mean the same"_s));
    QCOMPARE(desk.names().size(), 6);
}

void TestPeoplePanel::bothSidesOfASale()
{
    PeopleDesk desk(u"sanmenxia-personal"_s, u"second-hand-house"_s);
    QCOMPARE(desk.work().plan().rosters.size(), 2);
    desk.keys().press(Qt::Key_L, Qt::ControlModifier);
    desk.paste(u"张三\t%1\t13800138000\n李四\t%2\t\n"_s.arg(idOf(1), idOf(2)));
    desk.keys().press(Qt::Key_Return);
    QCOMPARE(desk.work().file().fields.value(domain::applicantNameField), u"张三"_s);
    desk.keys().press(Qt::Key_L, Qt::ControlModifier); // the other side
    desk.paste(u"王五\t%1\t13800138000\n赵六\t%2\t\n"_s.arg(idOf(3), idOf(4)));
    desk.keys().press(Qt::Key_Return);
    QCOMPARE(desk.work().file().fields.value(u"seller-name"_s), u"王五"_s);
    QCOMPARE(desk.work().plan().roster(u"buyers"_s)->people.size(), 2);
    QCOMPARE(desk.work().plan().roster(u"sellers"_s)->people.size(), 2);
}

void TestPeoplePanel::anAgentComesAndGoesByOneKey()
{
    PeopleDesk desk(u"sanmenxia-personal"_s, u"after-death"_s); // whose guide knows no agent
    const qsizetype materials = desk.work().plan().materials.size();
    desk.keys().press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(desk.work().plan().agentActs);
    QCOMPARE(desk.work().plan().materials.size(), materials + 1);
    QCOMPARE(QApplication::focusWidget(), desk.page().findChild<ApplicantForm *>()->editor(domain::agentNameField));
    desk.keys().type(u"赵六"_s);
    desk.keys().press(Qt::Key_Return);
    QCOMPARE(desk.work().file().fields.value(domain::agentNameField), u"赵六"_s);
    desk.keys().press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!desk.work().plan().agentActs);
    QCOMPARE(desk.work().plan().materials.size(), materials);

    PeopleDesk asked(u"sanmenxia-enterprise"_s, u"hiring"_s); // whose guide asks by a situation
    QVERIFY(!asked.work().plan().agentActs);
    asked.keys().press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(asked.work().file().answers.value(u"agent"_s), u"entrusted"_s);
    QVERIFY(asked.work().plan().material(u"authorization-letter"_s));
    QVERIFY(!asked.work().plan().material(u"agent-letter"_s));
    QVERIFY(asked.work().plan().field(domain::agentScopeField));
    asked.keys().press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(asked.work().file().answers.value(u"agent"_s), u"self"_s);
}

void TestPeoplePanel::whereThereIsNoListNothingChanges()
{
    PeopleDesk desk(u"sanmenxia-personal"_s, u"newborn"_s);
    desk.keys().press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!desk.panel().isVisible());
    QVERIFY(desk.page().findChild<ChecklistPanel *>()->isVisible());
}

QTEST_MAIN(TestPeoplePanel)
#include "tst_peoplepanel.moc"
