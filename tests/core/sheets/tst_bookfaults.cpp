#include "core/guides/inspection.h"
#include "core/guides/packreader.h"
#include "core/sheets/book.h"
#include "core/sheets/reasons.h"
#include "core/sheets/tables.h"
#include "plainbook.h"
#include "tests/core/guides/samplepack.h"

#include <QJsonArray>
#include <QTest>

#include <xlsxwriter.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using sheets::Cell;
using sheets::Grid;

namespace {

Cell text(const QString &content)
{
    return {.kind = Cell::Kind::Text, .text = content};
}

Cell number(double value, Cell::Kind kind = Cell::Kind::Number)
{
    return {.kind = kind, .text = {}, .number = value};
}

}

/// What people do to a book. The sample's book is changed in one place, and the fault names that place.
class TestBookFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aCellAtFaultIsNamed_data();
    void aCellAtFaultIsNamed();
    void whatIsMeantIsTaken_data();
    void whatIsMeantIsTaken();
    void aBookAtFaultIsNamed_data();
    void aBookAtFaultIsNamed();
    void everyFaultIsListedInTheOrderOfTheBook();
    void theOrderOfSheetsAndColumnsIsFree();
    void everyReasonOfTheReaderIsChinese();

private:
    Grid &grid(const QString &sheet) { return *std::ranges::find(m_changed, sheet, &Grid::name); }

    /// Where the column \a heading of \a sheet stands.
    int columnOf(const QString &sheet, const QString &heading)
    {
        const QMap<int, Cell> headings = grid(sheet).rows.value(0);
        for (auto it = headings.begin(); it != headings.end(); ++it) {
            if (it->text == heading)
                return it.key();
        }
        qFatal("no column %s", qPrintable(heading));
    }

    /// The cell of \a sheet in the row \a line as people count and the column \a heading.
    Cell &cell(const QString &sheet, int line, const QString &heading)
    {
        return grid(sheet).rows[line - 1][columnOf(sheet, heading)];
    }

    QStringList faultsOf(const QByteArray &book) const
    {
        QStringList faults;
        for (const base::Error &fault : sheets::readBook(book, u"本"_s).faults)
            faults.append(fault.place + u": "_s + fault.detail);
        return faults;
    }

    QList<Grid> m_sound;
    QList<Grid> m_changed;
};

void TestBookFaults::initTestCase()
{
    const base::Result<domain::GuidePack> pack = guides::readPack(bytesOf(samplePack()), u"a.json"_s);
    QVERIFY(pack);
    const base::Result<QByteArray> book = sheets::writeBook(*pack);
    QVERIFY(book);
    const base::Result<QList<Grid>> grids = sheets::readGrids(*book);
    QVERIFY(grids);
    m_sound = *grids;
    const sheets::BookContent content = sheets::readBook(support::bookOf(m_sound), u"本"_s);
    QVERIFY(content.pack && *content.pack == *pack);
}

void TestBookFaults::aCellAtFaultIsNamed_data()
{
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<Cell>("content");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &sheet, int line, const QString &heading, const Cell &content,
                        const QString &fault) { QTest::newRow(name) << sheet << line << heading << content << fault; };
    const QString noDay = u"应为日期，如 2026-11-21"_s;

    row("wrong word", u"材料"_s, 2, u"形式"_s, text(u"原件"_s),
        u"“原件”不在可选的词中，应为：核验原件、收取原件、复印件、申请表、电子查验"_s);
    row("wrong word in a list", u"材料"_s, 2, u"获取方式"_s, text(u"数据共享\n来函"_s), u"“来函”不在可选的词中"_s);
    row("neither yes nor no", u"材料"_s, 2, u"可容缺"_s, text(u"可以"_s), u"“可以”应为：是、否"_s);
    row("number in words", u"材料"_s, 2, u"原件份数"_s, text(u"两份"_s), u"“两份”应为数字"_s);
    row("half a copy", u"材料"_s, 2, u"复印件份数"_s, number(1.5), u"应为整数"_s);
    row("too many copies", u"材料"_s, 2, u"复印件份数"_s, number(100), u"100不在 0 与 99 之间"_s);
    row("a day that is none", u"材料"_s, 2, u"起始日期"_s, text(u"2025-02-30"_s), noDay);
    row("a day in another notation", u"材料"_s, 2, u"起始日期"_s, text(u"2025/2/3"_s), noDay);
    row("a day as one number", u"材料"_s, 2, u"起始日期"_s, number(20250203), noDay);
    row("a day long ago", u"材料"_s, 2, u"起始日期"_s, number(2, Cell::Kind::Day), noDay);
    row("ends before it begins", u"材料"_s, 2, u"截止日期"_s, text(u"2019-12-31"_s), u"早于起始日期"_s);
    row("a date for a text", u"材料"_s, 2, u"名称"_s, number(46000, Cell::Kind::Day), u"应为文字，而这里是日期"_s);
    row("a fraction for a text", u"材料"_s, 2, u"名称"_s, number(2026.1), u"应为文字，而这里是数字"_s);
    row("a truth for a text", u"材料"_s, 2, u"名称"_s, number(1, Cell::Kind::Flag), u"逻辑值"_s);
    row("formula", u"材料"_s, 2, u"原件份数"_s, {.kind = Cell::Kind::Formula, .text = u"2"_s},
        u"不读取公式：请改填公式的结果"_s);
    row("formula with a text", u"材料"_s, 2, u"名称"_s, {.kind = Cell::Kind::Formula, .text = u"甲"_s},
        u"不读取公式"_s);
    row("two lines where one belongs", u"材料"_s, 2, u"名称"_s, text(u"身份\n证"_s), u"含有换行"_s);
    row("required left empty", u"材料"_s, 2, u"名称"_s, text({}), u"没有填写"_s);
    row("required left blank", u"材料"_s, 2, u"形式"_s, text(u"  "_s), u"没有填写"_s);
    row("id in Chinese", u"地点"_s, 2, u"编号"_s, text(u"大厅"_s), u"不是编号：应为小写字母、数字和连字符"_s);
    row("id given twice", u"材料"_s, 3, u"编号"_s, text(u"id-card"_s), u"“id-card”重复"_s);
    row("unknown sample", u"材料"_s, 3, u"样本"_s, text(u"none"_s), u"“样本”表中没有 “none”"_s);
    row("unknown material", u"材料要求"_s, 3, u"材料"_s, text(u"none"_s), u"“材料”表中没有 “none”"_s);
    row("unknown field in a list", u"联办事项"_s, 2, u"字段"_s, text(u"applicant-name\nnone"_s),
        u"“字段”表中没有 “none”"_s);
    row("unknown matter", u"联办事项"_s, 5, u"一件事编号"_s, text(u"none"_s), u"“一件事”表中没有 none"_s);
    row("unknown item", u"材料要求"_s, 2, u"事项编号"_s, text(u"none"_s), u"“联办事项”表中没有 birth / none"_s);
    row("unknown matter of a way", u"受理方式"_s, 2, u"一件事编号"_s, text(u"none"_s), u"“一件事”表中没有 none"_s);
    row("belongs to nothing", u"选项"_s, 2, u"情形编号"_s, text({}), u"没有填写属于哪一行"_s);
    row("condition that is none", u"联办事项"_s, 2, u"适用条件"_s, text(u"面积大"_s),
        u"第 1 个字：应为情形编号、“非”或“(”，而这里是“面积大”"_s);
    row("condition on an unknown situation", u"联办事项"_s, 2, u"适用条件"_s, text(u"insured=one 且 x=y"_s),
        u"这件事中没有情形 “x”"_s);
    row("condition on an unknown option", u"联办事项"_s, 2, u"适用条件"_s, text(u"insured=two"_s),
        u"情形 “insured”没有选项 “two”"_s);
    row("condition on an unknown parameter", u"办理方式"_s, 2, u"适用条件"_s, text(u"area≥{x}"_s),
        u"“参数”表中没有 “x”"_s);
    row("item that waits for itself", u"联办事项"_s, 2, u"前置事项"_s, text(u"second"_s),
        u"前后循环：certificate → second → "_s);
    row("situation that waits for itself", u"情形"_s, 3, u"适用条件"_s, text(u"area≥1"_s), u"前后循环：area → area"_s);
    row("alone in its group", u"联办事项"_s, 3, u"互斥组"_s, text(u"other"_s), u"互斥组 “other”中没有其他事项"_s);
    row("sequence out of order", u"一件事"_s, 3, u"序号"_s, number(1), u"序号 1 不大于上一行的 1"_s);
    row("code of the region", u"指南包"_s, 6, u"内容"_s, text(u"41"_s), u"应为六位数字"_s);
    row("version in words", u"指南包"_s, 4, u"内容"_s, text(u"第一版"_s), u"应为一至四个数字"_s);
    row("heading misspelt", u"材料"_s, 1, u"名称"_s, text(u"名字"_s), u"“名字”不是本表的栏目，应为：编号、名称"_s);
    row("heading given twice", u"材料"_s, 1, u"名称"_s, text(u"编号"_s), u"栏目“编号”重复"_s);
    row("row of the pack misspelt", u"指南包"_s, 4, u"项目"_s, text(u"版次"_s), u"“版次”不是本表的栏目"_s);
    row("longer than a guide may say", u"常见问题"_s, 2, u"回答"_s, text(QString(2001, u'长')), u"超过 2000 个字"_s);
}

void TestBookFaults::aCellAtFaultIsNamed()
{
    QFETCH(QString, sheet);
    QFETCH(int, line);
    QFETCH(QString, heading);
    QFETCH(Cell, content);
    QFETCH(QString, fault);
    m_changed = m_sound;
    const int column = columnOf(sheet, heading);
    cell(sheet, line, heading) = content;
    const QStringList faults = faultsOf(support::bookOf(m_changed));
    const QString name = sheets::cellName(line - 1, column);
    const bool isNamed = std::ranges::any_of(faults, [&](const QString &said) {
        return said.startsWith(u"本: %1 第 %2 行"_s.arg(sheet).arg(line)) && said.contains(u"（%1）: "_s.arg(name))
            && said.contains(fault);
    });
    QVERIFY2(isNamed, qPrintable(faults.join(u'\n')));
    for (const QString &said : faults)
        QVERIFY2(!said.contains(u"is missing"_s) && !said.contains(u"pack"_s), qPrintable(said));
}

void TestBookFaults::whatIsMeantIsTaken_data()
{
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<Cell>("content");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const QString &sheet, int line, const QString &heading, const Cell &content,
                        const char *path, const QByteArray &value) {
        QTest::newRow(name) << sheet << line << heading << content << QString::fromLatin1(path) << value;
    };
    row("number typed as text", u"材料"_s, 2, u"原件份数"_s, text(u"2"_s), "materials[0].originals", "2");
    row("number in full-width digits", u"材料"_s, 2, u"原件份数"_s, text(u"１２"_s), "materials[0].originals", "12");
    row("text typed as number", u"地点"_s, 2, u"电话"_s, number(12345), "places[0].phone", R"("12345")");
    row("region typed as number", u"指南包"_s, 6, u"内容"_s, number(410300), "region.code", R"("410300")");
    row("real date", u"材料"_s, 2, u"起始日期"_s, number(45658, Cell::Kind::Day), "materials[0].from",
        R"("2025-01-01")");
    row("real date that looks like a number", u"材料"_s, 2, u"起始日期"_s, number(45658), "materials[0].from",
        R"("2025-01-01")");
    row("date with a time", u"材料"_s, 2, u"起始日期"_s, number(45658.75, Cell::Kind::Day), "materials[0].from",
        R"("2025-01-01")");
    row("date as text", u"材料"_s, 2, u"起始日期"_s, text(u" 2025-01-01 "_s), "materials[0].from", R"("2025-01-01")");
    row("a truth for yes", u"材料"_s, 2, u"可容缺"_s, number(1, Cell::Kind::Flag), "materials[0].deferrable", "true");
    row("the word of the format", u"材料"_s, 2, u"形式"_s, text(u"copy"_s), "materials[0].form", R"("copy")");
    row("spaces around", u"材料"_s, 2, u"名称"_s, text(u" 身份证　"_s), "materials[0].name", R"("身份证")");
    row("words in one line", u"材料"_s, 2, u"获取方式"_s, text(u"申请人提交、数据共享"_s), "materials[0].acquisition",
        R"(["applicant", "shared"])");
    row("ids in one line", u"联办事项"_s, 4, u"前置事项"_s, text(u"certificate, first"_s), "matters[0].items[2].after",
        R"(["certificate", "first"])");
    row("empty lines in a list", u"一件事"_s, 2, u"别名"_s, text(u"\n娃上户口\r\n\n出生\n"_s), "matters[0].keywords",
        R"(["娃上户口", "出生"])");
    row("condition with other signs", u"联办事项"_s, 2, u"适用条件"_s, text(u"（area＞＝１００）"_s),
        "matters[0].items[0].when", R"({"answer": "area", "atLeast": 100})");
    row("rows with only spaces", u"材料"_s, 9, u"名称"_s, text(u"  "_s), "title", R"("样例市个人事项清单")");
}

void TestBookFaults::whatIsMeantIsTaken()
{
    QFETCH(QString, sheet);
    QFETCH(int, line);
    QFETCH(QString, heading);
    QFETCH(Cell, content);
    QFETCH(QString, path);
    QFETCH(QByteArray, value);
    m_changed = m_sound;
    cell(sheet, line, heading) = content;
    const sheets::BookContent read = sheets::readBook(support::bookOf(m_changed), u"本"_s);
    QVERIFY2(read.pack, read.pack ? "" : qPrintable(read.faults.first().place + read.faults.first().detail));
    const auto expected
        = guides::readPack(bytesOf(withValue(samplePack(), path, jsonOf(value)).toObject()), u"a.json"_s);
    QVERIFY(expected);
    QVERIFY(*read.pack == *expected);
}

void TestBookFaults::aBookAtFaultIsNamed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("fault");
    QTest::newRow("no sheet") << u"drop sheet"_s << u"本: 特别环节: 缺少这个工作表"_s;
    QTest::newRow("a sheet too many") << u"add sheet"_s << u"本: Sheet1: 不认识的工作表：请删除，或者改回原来的名称"_s;
    QTest::newRow("no column") << u"drop column"_s << u"本: 材料: 缺少“名称”列"_s;
    QTest::newRow("no row of the pack") << u"drop row"_s << u"本: 指南包: 缺少“版本”行"_s;
    QTest::newRow("a column too many") << u"add column"_s << u"本: 材料 第 1 行（Z1）: “备用”不是本表的栏目"_s;
    QTest::newRow("something beside the columns") << u"stray"_s << u"本: 材料 第 2 行（Z2）: 这一列没有标题"_s;
    QTest::newRow("merged cells") << u"merge"_s << u"本: 材料 第 3 行（B3）: 不允许合并单元格"_s;
}

void TestBookFaults::aBookAtFaultIsNamed()
{
    QFETCH(QString, change);
    QFETCH(QString, fault);
    m_changed = m_sound;
    constexpr int farColumn = 25;
    if (change == u"drop sheet"_s)
        m_changed.removeIf([](const Grid &grid) { return grid.name == u"特别环节"_s; });
    else if (change == u"add sheet"_s)
        m_changed.append({.name = u"Sheet1"_s, .rows = {}, .merged = {}});
    else if (change == u"drop column"_s)
        cell(u"材料"_s, 1, u"名称"_s) = text({});
    else if (change == u"drop row"_s)
        grid(u"指南包"_s).rows.remove(3);
    else if (change == u"add column"_s)
        grid(u"材料"_s).rows[0][farColumn] = text(u"备用"_s);
    else if (change == u"stray"_s)
        grid(u"材料"_s).rows[1][farColumn] = text(u"待核"_s);
    const auto merge = [&](lxw_workbook *, lxw_worksheet *sheet, const QString &name) {
        if (change == u"merge"_s && name == u"材料"_s)
            worksheet_merge_range(sheet, 2, 1, 3, 1, "x", nullptr);
    };
    const QStringList faults = faultsOf(support::bookOf(m_changed, merge));
    const bool isSaid = std::ranges::any_of(faults, [&](const QString &said) { return said.startsWith(fault); });
    QVERIFY2(isSaid, qPrintable(faults.join(u'\n')));
}

void TestBookFaults::everyFaultIsListedInTheOrderOfTheBook()
{
    m_changed = m_sound;
    cell(u"常见问题"_s, 2, u"回答"_s) = text({});
    cell(u"材料"_s, 3, u"形式"_s) = text(u"x"_s);
    cell(u"材料"_s, 2, u"样本"_s) = text(u"y"_s);
    cell(u"指南包"_s, 4, u"内容"_s) = text(u"z"_s);
    QCOMPARE(
        faultsOf(support::bookOf(m_changed)),
        (QStringList{
            u"本: 指南包 第 4 行“版本”（B4）: “z”应为一至四个数字，用点分开，如 2026.11.1"_s,
            u"本: 材料 第 2 行“样本”（M2）: “样本”表中没有 “y”"_s,
            u"本: 材料 第 3 行“形式”（E3）: “x”不在可选的词中，应为：核验原件、收取原件、复印件、申请表、电子查验"_s,
            u"本: 常见问题 第 2 行“回答”（C2）: 没有填写"_s}));
}

void TestBookFaults::theOrderOfSheetsAndColumnsIsFree()
{
    m_changed = m_sound;
    std::ranges::reverse(m_changed);
    Grid &materials = grid(u"材料"_s);
    for (QMap<int, Cell> &row : materials.rows) {
        QMap<int, Cell> turned;
        for (auto it = row.begin(); it != row.end(); ++it)
            turned.insert(40 - it.key(), *it);
        row = turned;
    }
    const sheets::BookContent content = sheets::readBook(support::bookOf(m_changed), u"本"_s);
    QVERIFY2(content.pack, qPrintable(faultsOf(support::bookOf(m_changed)).join(u'\n')));
    QVERIFY(*content.pack == *guides::readPack(bytesOf(samplePack()), u"a.json"_s));
}

void TestBookFaults::everyReasonOfTheReaderIsChinese()
{
    const QJsonArray wrongs
        = jsonOf(R"([null, true, -1, 1.5, 1e308, "", "-", " x", "x\ny", "insured", "1948-01-01", [], ["a", "a"], {},
        {"not": {"answer": "x", "is": "y"}}, {"answer": "area", "is": "one"}, {"answer": "insured", "below": {"parameter": "x"}}])")
              .toArray();
    int reasons = 0;
    for (const QString &path : pathsIn(samplePack())) {
        for (const QJsonValue &wrong : wrongs) {
            for (const base::Error &fault :
                 guides::faultsIn(bytesOf(withValue(samplePack(), path, wrong).toObject()), u"a"_s)) {
                if (fault.detail == u"is not a guide pack"_s || fault.detail.contains(u"is newer than"_s))
                    continue;
                const QString chinese = sheets::chineseReason(fault.detail);
                QVERIFY2(chinese != fault.detail && !chinese.contains(u'%'), qPrintable(fault.detail));
                ++reasons;
            }
        }
    }
    QVERIFY(reasons > 3000);
}

QTEST_GUILESS_MAIN(TestBookFaults)
#include "tst_bookfaults.moc"
