#include "tests/shift/employer.h"

#include "app/counter/counter.h"
#include "core/domain/codes.h"
#include "tests/shift/hands.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int employees = 40;

QString numberOf(int serial)
{
    const QString digits = u"41120219900101"_s + u"%1"_s.arg(serial, 3, 10, QLatin1Char('0'));
    return digits + domain::mod11_2(digits);
}

/// As somebody copies it from a spreadsheet: columns in their own order, two rows with a fault.
QString brought()
{
    QString list = u"序号\t部门\t身份证号码\t姓名\t手机号\t劳动合同开始日期\t月工资\n"_s;
    for (int i = 1; i <= employees; ++i) {
        const QString number = i == 7 ? numberOf(6) : i == 23 ? numberOf(23).left(17) : numberOf(i);
        list += u"%1\t生产\t%2\t样例%3\t138000%4\t2026-12-01\t4500\n"_s.arg(i).arg(number, QString(QChar(0x7530 + i)))
                    .arg(i, 5, 10, QLatin1Char('0'));
    }
    return list;
}

const QMap<QString, QString> employerFacts{
    {u"企业（个体工商户）名称"_s, u"三门峡市样例制造有限公司"_s}, {u"统一社会信用代码"_s, u"91411200MADEM0126X"_s},
    {u"法定代表人（负责人、经营者）姓名"_s, u"赵样例"_s},         {u"联系电话"_s, u"0398-2912345"_s},
    {u"经办人姓名"_s, u"钱样例"_s},                               {u"经办人证件号码"_s, u"410307200002290018"_s},
    {u"委托事项和权限"_s, u"代办员工录用全部事项"_s},             {u"委托期限（日期或“办结”）"_s, u"办结"_s},
};

bool expectIn(const char *what, bool fulfilled)
{
    QTextStream(stdout) << (fulfilled ? "  ok      " : "  MISSING ") << what << Qt::endl;
    return fulfilled;
}

}

bool playEmployer(Counter &counter, Hands &hands)
{
    QTextStream(stdout) << "hiring: forty employees from a spreadsheet, an agent with a letter" << Qt::endl;
    hands.search(u"员工录用"_s);
    hands.press(Qt::Key_Return);
    for (const int key : {Qt::Key_2, Qt::Key_1, Qt::Key_2, Qt::Key_1})
        hands.press(key);
    const desk::CaseWork *work = counter.work();
    if (!expectIn("the case is open", work))
        return false;
    hands.press(Qt::Key_L, Qt::ControlModifier);
    hands.shoot(u"hiring-list-empty"_s);
    QGuiApplication::clipboard()->setText(brought());
    hands.press(Qt::Key_V, Qt::ControlModifier);
    hands.shoot(u"hiring-list-looked-at"_s);
    hands.press(Qt::Key_Return);
    bool good = expectIn("a list with faults is not taken over", work->file().people.isEmpty());
    hands.press(Qt::Key_Return, Qt::ControlModifier);
    hands.shoot(u"hiring-list"_s);
    good = expectIn("all others in one act", work->file().people.value(u"employees"_s).size() == employees - 3) && good;
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_J, Qt::ControlModifier);
    hands.press(Qt::Key_F4);
    hands.fillForm(employerFacts);
    hands.shoot(u"hiring-agent"_s);
    QStringList verdicts;
    for (qsizetype i = 0; i < work->plan().materials.size(); ++i)
        verdicts << u"1"_s;
    hands.giveVerdicts(verdicts);
    hands.press(Qt::Key_F9);
    hands.press(Qt::Key_S, Qt::ControlModifier);
    hands.shoot(u"hiring-receipt"_s);
    good = expectIn("filed for all of them", work->file().filing.has_value()) && good;
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_2, Qt::ControlModifier);
    hands.search(u"样例申"_s);
    hands.shoot(u"hiring-found-by-an-employee"_s);
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_1, Qt::ControlModifier);
    return good;
}
