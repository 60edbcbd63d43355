#include "core/domain/copysteps.h"
#include "core/domain/decidelife.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using State = CopyLine::State;
using Fault = CopyLine::Fault;
using Source = CopySource::Kind;
using Step = CopyStep::Kind;

class TestCopySheet : public QObject
{
    Q_OBJECT

private slots:
    void steps_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<CopyStep>("step");
        QTest::addColumn<QString>("expected"); ///< empty: the fault below
        QTest::addColumn<Fault>("fault");
        const auto turns = [](const char *name, const QString &value, const CopyStep &step, const QString &expected) {
            QTest::newRow(name) << value << step << expected << Fault::None;
        };
        const auto fails = [](const char *name, const QString &value, const CopyStep &step, Fault fault) {
            QTest::newRow(name) << value << step << QString() << fault;
        };
        turns("upper case", u"abc-1x 张"_s, {Step::Upper}, u"ABC-1X 张"_s);
        turns("lower case", u"ABC"_s, {Step::Lower}, u"abc"_s);
        turns("digits of a phone", u"0398-281 0000"_s, {Step::Digits}, u"03982810000"_s);
        turns("full-width digits", u"１３８"_s, {Step::Digits}, u"138"_s);
        fails("no digit at all", u"无"_s, {Step::Digits}, Fault::NothingThere);
        turns("date without dashes", u"2026-03-01"_s, {Step::Date, u"yyyyMMdd"_s}, u"20260301"_s);
        turns("date in words", u"2026-03-01"_s, {Step::Date, u"yyyy'年'M'月'd'日'"_s}, u"2026年3月1日"_s);
        turns("moment", u"2026-11-21T12:00:00+08:00"_s, {Step::Date, u"yyyy/MM/dd HH:mm"_s}, u"2026/11/21 12:00"_s);
        fails("no such day", u"2026-02-30"_s, {Step::Date, u"yyyyMMdd"_s}, Fault::NoDate);
        fails("validity until it is done", u"办结"_s, {Step::Date, u"yyyyMMdd"_s}, Fault::NoDate);
        turns("a man", u"41030219900307001X"_s, {Step::Sex}, u"男"_s);
        turns("a woman", u"11010519491231002x"_s, {Step::Sex}, u"女"_s);
        turns("born", u"11010519491231002X"_s, {Step::BirthDate}, u"1949-12-31"_s);
        fails("wrong check digit", u"110105194912310020"_s, {Step::Sex}, Fault::NoIdentityNumber);
        fails("a passport has no sex", u"E12345678"_s, {Step::BirthDate}, Fault::NoIdentityNumber);
        turns("code of a table", u"女"_s, {Step::Table, u"sex"_s}, u"2"_s);
        fails("not in the table", u"未说明"_s, {Step::Table, u"sex"_s}, Fault::NotInTable);
        fails("no such table", u"女"_s, {Step::Table, u"none"_s}, Fault::NotInTable);
        turns("fits to the character", u"𠮷野家"_s, {Step::Most, u"3"_s}, u"𠮷野家"_s);
        fails("a character too long", u"𠮷野家店"_s, {Step::Most, u"3"_s}, Fault::TooLong);
        turns("county", u"河南省三门峡市湖滨区黄河路1号"_s, {Step::County}, u"湖滨区"_s);
        fails("no province said", u"黄河路1号"_s, {Step::Province}, Fault::NoSuchPart);
    }
    void steps()
    {
        QFETCH(QString, value);
        QFETCH(CopyStep, step);
        QFETCH(QString, expected);
        const auto result = changed(value, step, m_map);
        QCOMPARE(result.value_or(QString()), expected);
        if (expected.isEmpty())
            QTEST(result.error(), "fault");
    }

    void addresses_data()
    {
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const QStringList &parts) { QTest::newRow(qPrintable(parts.join(u'|'))) << parts; };
        row({u"河南省"_s, u"三门峡市"_s, u"湖滨区"_s, u"黄河路1号2单元301"_s});
        row({u"河南省"_s, u"洛阳市"_s, u"瀍河回族区"_s, u"启明南路8号"_s});
        row({u"河南省"_s, u"郑州市"_s, u"中牟县"_s, u"官渡镇1号"_s});
        row({u""_s, u"三门峡市"_s, u"陕州区"_s, u"神泉路"_s});
        row({u"河南省"_s, u"新乡市"_s, u"辉县市"_s, u"共城大道1号"_s});
        row({u"河南省"_s, u"洛阳市"_s, u"嵩县"_s, u"市场街3号"_s});
        row({u"河南省"_s, u"南阳市"_s, u"镇平县"_s, u"石佛寺镇"_s});
        row({u"北京市"_s, u""_s, u"朝阳区"_s, u"建国路1号"_s});
        row({u"湖北省"_s, u"恩施土家族苗族自治州"_s, u"巴东县"_s, u"信陵镇"_s});
        row({u"新疆维吾尔自治区"_s, u"喀什地区"_s, u"疏附县"_s, u"托克扎克镇"_s});
        row({u"内蒙古自治区"_s, u"锡林郭勒盟"_s, u"正蓝旗"_s, u"上都镇"_s});
        row({u"河南省"_s, u"三门峡市"_s, u"城乡一体化示范区"_s, u"禹王路"_s});
        row({u""_s, u""_s, u""_s, u"建设路阳光小区3号楼"_s});
        row({u""_s, u""_s, u""_s, u""_s});
    }
    /// Every part is where it belongs, and nothing gets lost between them.
    void addresses()
    {
        QFETCH(QStringList, parts);
        const AddressParts split = addressParts(parts.join(QString()));
        QCOMPARE((QStringList{split.province, split.city, split.county, split.street}), parts);
    }

    void blanks_data()
    {
        QTest::addColumn<CopyBlank>("blank");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, CopyBlank blank, State state, const QString &value, const QString &shown) {
            blank.label = QLatin1String(name);
            QTest::newRow(name) << blank << state << value << shown;
        };
        const CopySource name{Source::Field, u"applicant-name"_s};
        const CopySource number{Source::Field, u"applicant-id"_s};
        const CopySource phone{Source::Field, u"applicant-phone"_s};
        const auto from = [](Source kind) { return CopyBlank{.label = {}, .from = {{kind}}, .steps = {}}; };
        row("name", {.from = {name}}, State::Ready, u"张𬭚"_s, u"张𬭚"_s);
        row("number is masked", {.from = {number}}, State::Ready, u"41030219900307001X"_s, u"410***********001X"_s);
        row("sex is not", {.from = {number}, .steps = {{Step::Sex}, {Step::Table, u"sex"_s}}}, State::Ready, u"1"_s, u"1"_s);
        row("unless the map says so", {.from = {name}, .secret = true}, State::Ready, u"张𬭚"_s, u"***"_s);
        row("by hand", {.from = {phone}}, State::ByHand, {}, {});
        row("passed over", {.from = {phone}, .missing = CopyBlank::Missing::Skip}, State::Passed, {}, {});
        row("fallback", {.from = {phone}, .steps = {{Step::Digits}}, .missing = CopyBlank::Missing::Fallback, .fallback = u"无"_s},
            State::Ready, u"无"_s, u"无"_s);
        row("the next source counts", {.from = {phone, name}}, State::Ready, u"张𬭚"_s, u"张𬭚"_s);
        row("what does not fit stays with the clerk", {.from = {number}, .steps = {{Step::Most, u"15"_s}}}, State::ByHand,
            u"41030219900307001X"_s, u"410***********001X"_s);
        row("party", {.from = {{Source::PartyIdentity}}}, State::Ready, u"41030219900307001X"_s, u"410***********001X"_s);
        row("nobody in that role", {.from = {{Source::PartyName, {}, Field::Role::Agent}}}, State::ByHand, {}, {});
        row("case number", from(Source::CaseNumber), State::Ready, m_case.number, m_case.number);
        row("filed", {.from = {{Source::FiledAt}}, .steps = {{Step::Date, u"yyyy-MM-dd"_s}}}, State::Ready, u"2026-11-21"_s, u"2026-11-21"_s);
        row("clerk", from(Source::Clerk), State::Ready, u"王芳"_s, u"王芳"_s);
        row("matter", from(Source::MatterName), State::Ready, u"开书店"_s, u"开书店"_s);
        row("lead", from(Source::LeadDepartment), State::Ready, u"新闻出版部门"_s, u"新闻出版部门"_s);
        row("items applied for", from(Source::ItemNames), State::Ready, u"出版物零售业务经营许可（租赁）"_s,
            u"出版物零售业务经营许可（租赁）"_s);
        row("no code known", from(Source::ItemCodes), State::ByHand, {}, {});
        row("the same in every case", {.from = {{Source::Text, u"01"_s}}}, State::Ready, u"01"_s, u"01"_s);
    }
    void blanks()
    {
        QFETCH(CopyBlank, blank);
        CopyMap map = m_map;
        map.screens = {{.title = u"基本信息"_s, .blanks = {blank}}};
        const CopySheet sheet = sheetOf(map);
        QCOMPARE(sheet.lines.size(), 1);
        QTEST(sheet.lines[0].state, "state");
        QTEST(sheet.lines[0].value, "value");
        QTEST(sheet.lines[0].shown(), "shown");
        QCOMPARE(sheet.lines[0].fault == Fault::None, sheet.lines[0].state != State::ByHand);
        QCOMPARE(sheet.nameOf(0), u"基本信息 › "_s + blank.label);
    }

    void aScreenForEachPersonOfAList()
    {
        m_guide.matter.rosters = {{.id = u"owners"_s, .title = u"股东"_s, .fields = {u"applicant-name"_s, u"applicant-id"_s}, .provenance = {}}};
        Case file = m_case;
        file.people.insert(u"owners"_s, {{2, {{u"applicant-name"_s, u"李四"_s}}}, {5, {{u"applicant-name"_s, u"王五"_s}}}});
        CopyMap map = m_map;
        map.screens = {{.title = u"单位"_s, .roster = {}, .blanks = {{.label = u"编号"_s, .from = {{Source::CaseNumber}}, .steps = {}}}},
                       {.title = u"股东"_s, .roster = u"owners"_s,
                        .blanks = {{.label = u"姓名"_s, .from = {{Source::Field, u"applicant-name"_s}}, .steps = {}}}},
                       {.title = u"没有的名单"_s, .roster = u"none"_s, .blanks = {{.label = u"姓名"_s, .from = {{Source::Clerk}}, .steps = {}}}}};
        const CopySheet sheet = copySheetOf(map, file, asFiledOf(file, m_guide, {}), m_guide);
        QCOMPARE(sheet.screens, (QStringList{u"单位"_s, u"股东 1"_s, u"股东 2"_s, u"股东 3"_s}));
        QStringList values;
        for (const CopyLine &line : sheet.lines)
            values << line.value;
        QCOMPARE(values, (QStringList{m_case.number, u"张𬭚"_s, u"李四"_s, u"王五"_s}));
        QCOMPARE(sheet.lines.back().screen, 3);
    }

private:
    CopySheet sheetOf(const CopyMap &map) const { return copySheetOf(map, m_case, asFiledOf(m_case, m_guide, {}), m_guide); }
    static support::Sitting filed()
    {
        support::Sitting sitting = support::readyToFile(false);
        if (!sitting.perform(FileCase{}))
            qFatal("not filed");
        return sitting;
    }

    Case m_case = filed().file;
    Guide m_guide = filed().guide;
    const CopyMap m_map{.id = u"province"_s, .system = u"省平台"_s, .tables = {{u"sex"_s, {{u"男"_s, u"1"_s}, {u"女"_s, u"2"_s}}}}, .screens = {}};
};
QTEST_APPLESS_MAIN(TestCopySheet)
#include "tst_copysheet.moc"
