#include "tests/shift/script.h"

#include "app/counter/counter.h"
#include "tests/shift/afterfiling.h"
#include "tests/shift/deceased.h"
#include "tests/shift/employer.h"
#include "tests/shift/hands.h"

#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// Made-up people and firms; the numbers are right in form and belong to nobody.
const QMap<QString, QString> facts{
    {u"申请人（监护人）姓名"_s, u"李𬭚"_s},
    {u"申请人证件号码"_s, u"41030720000229123X"_s},
    {u"申请人联系电话"_s, u"13812345678"_s},
    {u"新生儿姓名"_s, u"王瀍"_s},
    {u"新生儿性别"_s, u"1"_s},
    {u"出生日期"_s, u"20261112"_s},
    {u"出生医学证明编号"_s, u"Z410012345"_s},
    {u"新生儿民族"_s, u"汉族"_s},
    {u"落户地址"_s, u"三门峡市湖滨区样例路1号"_s},
    {u"父亲姓名"_s, u"王样例"_s},
    {u"父亲证件号码"_s, u"411202196312310015"_s},
    {u"企业（个体工商户）名称"_s, u"三门峡市湖滨区样例便利店"_s},
    {u"统一社会信用代码"_s, u"91411200MADEM0126X"_s},
    {u"法定代表人（负责人、经营者）姓名"_s, u"赵样例"_s},
    {u"法定代表人（负责人、经营者）证件号码"_s, u"411281202505100018"_s},
    {u"联系电话"_s, u"0398-2912345"_s},
    {u"经营场所地址"_s, u"三门峡市湖滨区样例路2号"_s},
    {u"申请人姓名"_s, u"古丽巴哈尔·阿卜杜热合曼"_s},
    {u"卖方（原户主）姓名"_s, u"孙样例"_s},
    {u"卖方证件号码"_s, u"410307200002290018"_s},
    {u"房屋坐落"_s, u"洛阳市瀍河回族区样例街3号院1号楼101"_s},
    {u"不动产权证书号"_s, u"豫（2020）洛阳市不动产权第0000000号"_s},
    {u"成交价格（元）"_s, u"800000"_s},
    {u"用电户号"_s, u"4100000001"_s},
    {u"用水户号"_s, u"4100000002"_s},
    {u"燃气户号"_s, u"4100000003"_s},
    {u"供热户号"_s, u"4100000004"_s},
};

/// From greeting to paper, without the typing of names and numbers.
constexpr int mostKeys = 60;

/// What the shift says about itself while it goes on.
QTextStream &say()
{
    static QTextStream out(stdout);
    return out;
}

bool expect(bool fulfilled, const QString &what)
{
    say() << (fulfilled ? "  ok      " : "  MISSING ") << what << Qt::endl;
    return fulfilled;
}

void answer(Hands &hands, const QString &digits)
{
    for (const QChar digit : digits)
        hands.press(digit.unicode());
}

/// Opens the \a row-th matter found for \a query.
void choose(Hands &hands, const QString &query, int row)
{
    hands.search(query);
    for (int i = 0; i < row; ++i)
        hands.press(Qt::Key_Down);
}

bool newborn(Counter &counter, Hands &hands)
{
    say() << "newborn: the marriage certificate is not there, the household register is torn" << Qt::endl;
    hands.countFromHere();
    choose(hands, u"xse"_s, 0);
    hands.shoot(u"newborn-found"_s);
    hands.press(Qt::Key_Return);
    hands.shoot(u"newborn-opened"_s);
    answer(hands, u"1111111"_s);
    hands.fillForm(facts);
    hands.giveVerdicts({u"1"_s, u"6 1"_s, u"3 GX20261121000123"_s, u"7"_s, u"1"_s, u"3 YB20261121000456"_s});
    hands.shoot(u"newborn-gaps"_s);
    hands.press(Qt::Key_F8);
    hands.press(Qt::Key_S, Qt::ControlModifier);
    hands.shoot(u"newborn-notice"_s);
    const desk::CaseWork *work = counter.work();
    bool good = expect(work && work->file().notices.size() == 1 && work->file().notices[0].gaps.size() == 2,
                       u"one notice that names both gaps"_s);
    good = expect(hands.keysBesideFacts() <= mostKeys,
                  u"%1 key presses beside the facts, at most %2"_s.arg(hands.keysBesideFacts()).arg(mostKeys))
        && good;
    if (!good)
        return false;

    const QString number = work->file().number;
    hands.press(Qt::Key_Escape);
    hands.shoot(u"newborn-left"_s);
    say() << "newborn: the parents are back; the code of the notice is scanned" << Qt::endl;
    hands.type(u"yichuang:c/"_s + number);
    hands.press(Qt::Key_Return);
    for (int gap = 0; gap < 2; ++gap) {
        hands.press(Qt::Key_F7);
        hands.press(Qt::Key_1);
    }
    hands.shoot(u"newborn-complete"_s);
    hands.press(Qt::Key_F9);
    hands.press(Qt::Key_S, Qt::ControlModifier);
    hands.shoot(u"newborn-receipt"_s);
    work = counter.work();
    good = expect(work && work->file().number == number && work->file().filing, u"the same case filed"_s);
    hands.press(Qt::Key_Escape);
    return good;
}

bool supermarket(Counter &counter, Hands &hands)
{
    say() << "supermarket: 300 m², rented, books too, fire inspection by commitment" << Qt::endl;
    choose(hands, u"开超市"_s, 0);
    hands.press(Qt::Key_Return);
    answer(hands, u"11"_s);
    hands.type(u"300"_s);
    hands.press(Qt::Key_Return);
    answer(hands, u"1121"_s);
    hands.shoot(u"supermarket-answered"_s);
    hands.fillForm(facts);
    QStringList verdicts;
    const desk::CaseWork *work = counter.work();
    if (!expect(work != nullptr, u"the case is open"_s))
        return false;
    for (const auto &line : work->plan().materials) {
        if (line.material.deferrable)
            verdicts << u"4"_s;
        else if (line.material.committable)
            verdicts << u"5"_s;
        else
            verdicts << (line.material.exemptable() ? u"3 DZ20261121000789"_s : u"1"_s);
    }
    hands.giveVerdicts(verdicts);
    hands.shoot(u"supermarket-checked"_s);
    hands.press(Qt::Key_F9);
    hands.shoot(u"supermarket-letters"_s);
    hands.press(Qt::Key_F11);
    hands.shoot(u"supermarket-signed"_s);
    hands.press(Qt::Key_F9);
    hands.press(Qt::Key_S, Qt::ControlModifier);
    hands.shoot(u"supermarket-receipt"_s);
    const bool good = expect(counter.work()->file().filing.has_value(), u"filed with 容缺 and 告知承诺"_s);
    const QString number = counter.work()->file().number;
    hands.press(Qt::Key_Escape);
    say() << "supermarket: the departments accept and decide, the owner takes the results" << Qt::endl;
    return expect(playAfterFiling(counter, hands, number), u"from filing to the archive"_s) && good;
}

bool house(Counter &counter, Hands &hands)
{
    say() << "second-hand house in Luoyang: the buyer asks first; then everything is there but the water bill" << Qt::endl;
    choose(hands, u"ershoufangzhuanyi"_s, 1); // the hall's own city comes first
    hands.press(Qt::Key_F6);
    hands.shoot(u"house-consulted"_s);
    answer(hands, u"1111111"_s);
    hands.press(Qt::Key_S, Qt::ControlModifier);
    hands.shoot(u"house-list"_s);
    if (!expect(counter.consultation() && !counter.work(), u"the list is given out, there is no case"_s))
        return false;
    hands.press(Qt::Key_Escape);
    hands.shoot(u"house-kept"_s);
    say() << "second-hand house: now the buyer wants it done" << Qt::endl;
    hands.press(Qt::Key_F6);
    hands.press(Qt::Key_F9);
    hands.shoot(u"house-opened"_s);
    hands.fillForm(facts);
    const desk::CaseWork *work = counter.work();
    if (!expect(work && work->guide().ref.pack == u"luoyang-personal", u"the matter of Luoyang is open"_s))
        return false;
    QStringList verdicts;
    for (const auto &line : work->plan().materials)
        verdicts << (line.material.id == u"water-account" ? u"7"_s : u"1"_s);
    hands.giveVerdicts(verdicts);
    hands.shoot(u"house-gap"_s);
    hands.press(Qt::Key_F9);
    bool good = expect(!counter.work()->file().filing, u"no filing while the water bill is missing"_s);
    hands.shoot(u"house-refused"_s);
    hands.press(Qt::Key_F8);
    hands.press(Qt::Key_S, Qt::ControlModifier);
    good = expect(counter.work()->file().notices.size() == 1, u"the notice is issued"_s) && good;
    say() << "second-hand house: the buyer pays by phone at the window" << Qt::endl;
    hands.press(Qt::Key_F7);
    hands.press(Qt::Key_1);
    hands.press(Qt::Key_F9);
    hands.press(Qt::Key_S, Qt::ControlModifier);
    hands.shoot(u"house-receipt"_s);
    good = expect(counter.work()->file().filing.has_value(), u"filed"_s) && good;
    hands.press(Qt::Key_Escape);
    return good;
}

bool readGuides(Hands &hands)
{
    say() << "guides: a colleague asks what a supermarket needs; the leaflet goes along" << Qt::endl;
    hands.press(Qt::Key_3, Qt::ControlModifier);
    hands.search(u"开超市"_s);
    hands.press(Qt::Key_Return);
    hands.shoot(u"guide-full"_s);
    hands.press(Qt::Key_F3);
    hands.shoot(u"guide-leaflet"_s);
    const auto papers = [&hands] { return QDir(hands.folder()).entryList({u"*-concise.pdf"_s}).size(); };
    const qsizetype before = papers();
    hands.press(Qt::Key_S, Qt::ControlModifier);
    return expect(papers() == before + 1, u"the leaflet is saved"_s);
}

/// What next, and a case that is found by its name, each opened by Enter.
bool playLists(Counter &counter, Hands &hands)
{
    hands.press(Qt::Key_4, Qt::ControlModifier);
    hands.shoot(u"what-next"_s);
    hands.press(Qt::Key_Right);
    hands.shoot(u"what-next-kind"_s);
    hands.press(Qt::Key_2);
    hands.shoot(u"what-next-none"_s);
    hands.press(Qt::Key_F1);
    hands.shoot(u"what-next-keys"_s);
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_Return);
    bool good = expect(counter.work(), u"the next task opens its case"_s);
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_2, Qt::ControlModifier);
    hands.search(u"2026"_s);
    hands.shoot(u"cases-found"_s);
    hands.press(Qt::Key_Return);
    good = expect(counter.work(), u"a case that was searched for opens"_s) && good;
    hands.press(Qt::Key_Escape);
    return good;
}

}

bool playShift(Counter &counter, Hands &hands)
{
    bool good = newborn(counter, hands);
    good = supermarket(counter, hands) && good;
    good = playEmployer(counter, hands) && good;
    good = playDeceased(counter, hands) && good;
    good = house(counter, hands) && good;
    hands.press(Qt::Key_2, Qt::ControlModifier);
    hands.press(Qt::Key_F4);
    hands.shoot(u"cases"_s);
    hands.press(Qt::Key_Return);
    hands.shoot(u"house-filed"_s);
    good = expect(counter.work() && counter.work()->file().filing, u"the newest case opens from the list"_s) && good;
    hands.press(Qt::Key_Escape);
    good = expect(!counter.work(), u"and is left again"_s) && good;
    good = playLists(counter, hands) && good;
    hands.press(Qt::Key_F1);
    hands.shoot(u"keys"_s);
    hands.press(Qt::Key_Escape);
    return readGuides(hands) && good;
}
