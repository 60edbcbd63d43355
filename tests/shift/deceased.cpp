#include "tests/shift/deceased.h"

#include "app/counter/counter.h"
#include "core/domain/parties.h"
#include "tests/shift/hands.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

const QMap<QString, QString> deceasedFacts{
    {u"申请人姓名"_s, u"周样例"_s},         {u"申请人（监护人）姓名"_s, u"周样例"_s}, {u"申请人证件号码"_s, u"41030720000229123X"_s},
    {u"申请人联系电话"_s, u"13812345678"_s}, {u"申请人与逝者的关系"_s, u"1"_s},       {u"逝者姓名"_s, u"周示范"_s},
    {u"逝者证件号码"_s, u"411202196312310015"_s}, {u"死亡日期"_s, u"20261112"_s},     {u"死亡地点"_s, u"三门峡市湖滨区样例路1号"_s},
    {u"死亡证明编号"_s, u"SW410012345"_s},
};

bool holds(const char *what, bool fulfilled)
{
    QTextStream(stdout) << (fulfilled ? "  ok      " : "  MISSING ") << what << Qt::endl;
    return fulfilled;
}

}

bool playDeceased(Counter &counter, Hands &hands)
{
    QTextStream(stdout) << "after death: the applicant is not the person concerned" << Qt::endl;
    hands.search(u"公民身后"_s);
    hands.press(Qt::Key_Return);
    for (const int key : {Qt::Key_1, Qt::Key_1, Qt::Key_1, Qt::Key_3, Qt::Key_2, Qt::Key_2, Qt::Key_2})
        hands.press(key);
    const desk::CaseWork *work = counter.work();
    if (!holds("the case is open", work))
        return false;
    hands.fillForm(deceasedFacts);
    hands.press(Qt::Key_F4);
    hands.shoot(u"deceased-form"_s);
    const QList<domain::Party> subjects = domain::subjectsOf(domain::partiesOf(work->plan()));
    bool good = holds("the deceased is the person concerned", subjects.size() == 1 && subjects[0].name == u"周示范"_s);
    hands.press(Qt::Key_F5);
    hands.giveVerdicts(QStringList(work->plan().materials.size(), u"1"_s));
    hands.press(Qt::Key_F9);
    hands.press(Qt::Key_S, Qt::ControlModifier);
    hands.shoot(u"deceased-receipt"_s);
    good = holds("filed", work->file().filing.has_value()) && good;
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_4, Qt::ControlModifier);
    hands.shoot(u"deceased-what-next"_s);
    hands.press(Qt::Key_1, Qt::ControlModifier);
    return good;
}
