#include "core/guides/comparison.h"
#include "core/guides/packreader.h"
#include "samplepack.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using guides::Difference;
using guides::differencesBetween;

namespace {

domain::GuidePack packOf(const QJsonValue &json)
{
    const base::Result<domain::GuidePack> pack = guides::readPack(bytesOf(json.toObject()), u"a.json"_s);
    if (!pack)
        qFatal("%s: %s", qPrintable(pack.error().place), qPrintable(pack.error().detail));
    return *pack;
}

QString linesOf(const QList<Difference> &differences)
{
    QStringList lines;
    for (const Difference &difference : differences)
        lines << difference.matterId + u'|' + difference.text + (difference.changesChecklist ? u"|*"_s : QString());
    return lines.join(u'\n');
}


QJsonValue valueAt(QJsonValue json, QString path)
{
    for (const QString &step : path.replace(u"["_s, u".["_s).remove(u']').split(u'.', Qt::SkipEmptyParts))
        json = step.startsWith(u'[') ? json.toArray().at(step.mid(1).toLongLong()) : json.toObject().value(step);
    return json;
}

/// Other values for what stands at one place, sensible ones and others; the reader says which of them are sound.
QJsonArray othersFor(const QJsonValue &value)
{
    QJsonArray others;
    if (value.isString()) {
        others = {value.toString() + u'改', value.toString() + u'x', u"2026-12-01"_s, u"2027-06-30"_s, u"学"_s, QString()};
        for (const auto *word : {"window", "online", "selfService", "post", "courier", "electronic", "deferral", "commitment",
                                 "text", "personName", "number", "applicant", "matter", "originalShown", "originalKept",
                                 "copy", "filledForm", "shared", "elicence", "held", "low", "medium", "high", "official",
                                 "*", "#", "-", "catalogue", "sample", "个人", "企业", "one", "none", "form", "id-card",
                                 "fire-area", "open", "first", "certificate", "insurance", "applicant-name",
                                 "411202", "2026.12.1"})
            others.append(QString::fromUtf8(word));
    } else if (value.isDouble()) {
        others = {value.toDouble() + 1, 0};
    } else if (value.isBool()) {
        others = {!value.toBool()};
    } else if (value.isArray()) {
        QJsonArray backwards;
        for (const QJsonValue &entry : value.toArray())
            backwards.prepend(entry);
        QJsonArray shorter = value.toArray();
        shorter.removeFirst();
        others = {backwards, shorter, QJsonArray(), QJsonArray{u"又一条"_s}};
    } else if (value.isNull()) {
        others = {u"2028-01-01"_s, 5};
    }
    return others;
}

}

class TestDifference : public QObject
{
    Q_OBJECT

private slots:
    void aChangeIsSaid_data();
    void aChangeIsSaid();
    void theSameHasNoDifference();
    void everyChangeIsTold();
    void oneMatterIsAskedFor();
    void oneMatterThatIsNewOrGone();
    void whatNoRuleNamesIsStillTold();
};

void TestDifference::aChangeIsSaid_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value"); // empty: taken out
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const char *path, const char *value, const QString &line) {
        QTest::newRow(name) << QString::fromLatin1(path) << QByteArray(value) << line;
    };
    const QString birth = u"birth|"_s;
    row("version", "version", R"("2026.12.1")", u"|版本由“2026.11.1”改为“2026.12.1”"_s);
    row("first day", "from", R"("2026-12-01")", u"|施行日期由“2026-11-21”改为“2026-12-01”"_s);
    row("last day", "until", R"("2026-12-31")", u"|失效日期由“不限”改为“2026-12-31”"_s);
    row("publisher", "publisher", R"("甲")", u"|发布单位由“样例”改为“甲”"_s);
    row("footnote gone", "footnotes", "[]", u"|删去清单附注“注：带*的为国家事项。”"_s);
    row("place phone", "places[0].phone", R"("0398-1111111")",
        u"|办理地点“政务服务中心”的电话由“0398-0000000”改为“0398-1111111”"_s);
    row("way note", "service.ways[0].note", R"("周末")", u"|增加办理渠道“窗口办理 周末”"_s);
    row("collection gone", "service.collection", R"(["window"])", u"|删去领取方式“邮寄送达”"_s);
    row("parameter", "parameters[0].value", "200", u"|地区参数“场所面积”由300改为200|*"_s);
    row("parameter set", "parameters[1].value", "7", u"|地区参数“未定”由未设定改为7|*"_s);
    row("sample row", "samples[0].rows[0].value", R"("李四")", u"|样本“申请表样表”栏目“姓名”有修改"_s);
    row("letter paragraph", "letters[0].paragraphs[1]", R"("逾期视为撤回。")",
        u"|承诺书“容缺受理承诺书”的条款由“逾期自愿退件。”改为“逾期视为撤回。”"_s);
    row("field required", "fields[0].required", "false", u"|填写项“申请人姓名”改为选填|*"_s);
    row("field choice", "fields[1].choices[2]", R"("学生")", u"|填写项“险种”增加选项“学生”|*"_s);
    row("field condition", "fields[1].when", "",
        u"|填写项“险种”的填写条件由““父母是否参保？”为“一方已参加””改为“任何情形”|*"_s);
    row("deferrable", "materials[0].deferrable", "true", u"|材料“身份证”改为可容缺|*"_s);
    row("no commitment", "materials[0].committable", "false", u"|材料“身份证”改为不可告知承诺|*"_s);
    row("copies", "materials[0].copies", "2", u"|材料“身份证”的复印件份数由1份改为2份|*"_s);
    row("form", "materials[0].form", R"("originalKept")", u"|材料“身份证”的形式由核验原件改为收取原件|*"_s);
    row("sharing ends", "materials[0].acquisition", R"(["elicence", "applicant"])",
        u"|材料“身份证”删去获取方式“数据共享”|*"_s);
    row("checkpoint text", "materials[0].checkpoints[0].text", R"("清晰")",
        u"|材料“身份证”的审查要点“在有效期内”的内容由“在有效期内”改为“清晰”|*"_s);
    row("material ends", "materials[0].until", R"("2026-12-31")",
        u"|材料“身份证”的截止日期由“2030-12-31”改为“2026-12-31”|*"_s);
    row("material renamed", "materials[0].name", R"("居民身份证")", u"|材料“身份证”的名称由“身份证”改为“居民身份证”|*"_s);
    row("matter gone", "matters[1]", "", u"school|事项“幼儿入园”不再办理|*"_s);
    row("matter new", "matters[2]",
        R"({"id": "new", "sequence": 3, "mark": "#", "name": "新", "lead": "甲", "status": "catalogue",
            "items": [{"id": "a", "name": "乙", "department": "甲", "level": "县级"}]})",
        u"new|新增事项“新”|*"_s);
    row("lead", "matters[0].lead", R"("民政部门")", birth + u"牵头部门由“卫生健康部门”改为“民政部门”"_s);
    row("question", "matters[0].situations[0].question", R"("参保了吗？")",
        birth + u"情形问题“父母是否参保？”的问法由“父母是否参保？”改为“参保了吗？”|*"_s);
    row("option", "matters[0].situations[0].options[2]", R"({"id": "both", "label": "双方"})",
        birth + u"情形问题“父母是否参保？”增加选项“双方”|*"_s);
    row("condition of a question", "matters[0].situations[1].when", R"({"answer": "insured", "is": "one"})",
        birth + u"情形问题“面积？”的适用条件由“并非：“父母是否参保？”为“均未参加””改为““父母是否参保？”为“一方已参加””|*"_s);
    row("item gone", "matters[1].items",
        R"([{"id": "household", "name": "户籍信息查询", "department": "公安部门", "level": "市、县级"},
            {"id": "more", "name": "入园登记", "department": "教育部门", "level": "县级"}])",
        u"school|增加联办事项“入园登记”|*"_s);
    row("promise", "matters[0].items[0].promisedDays", "3",
        birth + u"事项“出生医学证明签发”的承诺时限由即时改为3个工作日"_s);
    row("fee", "matters[0].items[0].fee", R"("10元")", birth + u"事项“出生医学证明签发”的收费由“不收费”改为“10元”"_s);
    row("outcome", "matters[0].items[0].outcome", "", birth + u"事项“出生医学证明签发”删去办理结果“《出生医学证明》”"_s);
    row("prerequisite gone", "matters[0].items[2].after", R"(["certificate"])",
        birth + u"事项“参保二”删去前置事项“参保一”|*"_s);
    row("path time", "matters[0].items[0].paths[0].promisedDays", "2",
        birth + u"事项“出生医学证明签发”的办理方式“告知承诺”的承诺时限由1个工作日改为2个工作日"_s);
    row("path new", "matters[0].items[0].paths[1]", R"({"id": "general", "name": "一般程序"})",
        birth + u"事项“出生医学证明签发”增加办理方式“一般程序”|*"_s);
    row("special step", "matters[0].items[0].special[1].days", "3",
        birth + u"事项“出生医学证明签发”增加特别环节“公示（3个工作日）”"_s);
    row("material from a day", "matters[0].items[1].materials",
        R"([{"material": "form", "from": "2026-12-01", "when": {"answer": "insured", "is": "none"}}])",
        birth + u"事项“参保一”自2026-12-01起增加材料“申请表”（条件：“父母是否参保？”为“均未参加”）|*"_s);
    row("material of an item gone", "matters[0].items[0].materials[1]", "",
        birth + u"事项“出生医学证明签发”删去材料“申请表”|*"_s);
    row("condition of a material", "matters[0].items[0].materials[0].when", "",
        birth + u"事项“出生医学证明签发”的材料“身份证”的适用条件由““父母是否参保？”为“一方已参加””改为“任何情形”|*"_s);
    row("blank of an item", "matters[0].items[1].fields", R"(["applicant-name"])",
        birth + u"事项“参保一”增加填写项“申请人姓名”|*"_s);
    row("faq", "matters[0].faq[0].answer", R"("不可以。")", birth + u"常见问题“能代办吗？”有修改"_s);
    row("attention", "matters[0].attention.inPerson", R"("须本人")", birth + u"本人到场要求由“可代办”改为“须本人”"_s);
    row("caution", "matters[0].cautions[1]", R"("带笔")", birth + u"增加特殊注意事项“带笔”"_s);
    row("own service", "matters[0].service.collection", R"(["courier"])", birth + u"删去领取方式“窗口领取”"_s);
}

void TestDifference::aChangeIsSaid()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, value);
    QFETCH(QString, line);
    QJsonValue changed = withValue(samplePack(), path, value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : jsonOf(value));
    if (value.isEmpty() && path.endsWith(u']')) { // an entry of a list
        const QString list = path.left(path.lastIndexOf(u'['));
        QJsonArray shorter = valueAt(samplePack(), list).toArray();
        shorter.removeAt(path.mid(list.size() + 1).chopped(1).toLongLong());
        changed = withValue(samplePack(), list, shorter);
    }
    const QString lines = linesOf(differencesBetween(packOf(samplePack()), packOf(changed)));
    QVERIFY2(lines.split(u'\n').contains(line), qPrintable(lines));
    QVERIFY2(!lines.contains(u"其他内容"_s), qPrintable(lines));
}

void TestDifference::theSameHasNoDifference()
{
    const domain::GuidePack pack = packOf(samplePack());
    QCOMPARE(linesOf(differencesBetween(pack, pack)), QString());
    QCOMPARE(linesOf(differencesBetween(pack, pack, u"birth"_s)), QString());
}

/// Every place of the pack put to every other value that the reader takes: something is said, in words of its own.
void TestDifference::everyChangeIsTold()
{
    const QJsonObject json = samplePack();
    const domain::GuidePack pack = packOf(json);
    int changes = 0;
    for (const QString &path : pathsIn(json, {})) {
        QJsonArray others = othersFor(valueAt(json, path));
        others.append(QJsonValue(QJsonValue::Undefined));
        for (const QJsonValue &other : std::as_const(others)) {
            const auto changed = guides::readPack(bytesOf(withValue(json, path, other).toObject()), u"b.json"_s);
            if (!changed || *changed == pack)
                continue;
            ++changes;
            for (const auto &differences : {differencesBetween(pack, *changed), differencesBetween(*changed, pack)}) {
                const QString lines = linesOf(differences);
                QVERIFY2(!differences.isEmpty(), qPrintable(path));
                QVERIFY2(!lines.contains(u"其他内容"_s), qPrintable(path + u": "_s + lines));
                for (const Difference &difference : differences)
                    QVERIFY2(!difference.text.contains(u"“”"_s), qPrintable(path + u": "_s + lines));
            }
        }
    }
    QVERIFY(changes > 400);
}

void TestDifference::oneMatterIsAskedFor()
{
    QJsonValue changed = withValue(samplePack(), u"version"_s, u"2027.1"_s);
    changed = withValue(changed, u"matters[0].lead"_s, u"甲"_s);
    changed = withValue(changed, u"matters[1].lead"_s, u"乙"_s);
    changed = withValue(changed, u"materials[0].copies"_s, 2);
    changed = withValue(changed, u"parameters[0].value"_s, 250);
    changed = withValue(changed, u"parameters[1].value"_s, 9);
    const domain::GuidePack old = packOf(samplePack());
    const domain::GuidePack now = packOf(changed);
    QCOMPARE(linesOf(differencesBetween(old, now, u"school"_s)), u"school|牵头部门由“教育部门”改为“乙”"_s);
    QCOMPARE(linesOf(differencesBetween(old, now, u"birth"_s)),
             u"|地区参数“场所面积”由300改为250|*\n|材料“身份证”的复印件份数由1份改为2份|*\nbirth|牵头部门由“卫生健康部门”改为“甲”"_s);
}

void TestDifference::oneMatterThatIsNewOrGone()
{
    const domain::GuidePack both = packOf(samplePack());
    domain::GuidePack one = both;
    one.matters.removeFirst();
    QCOMPARE(linesOf(differencesBetween(both, one, u"birth"_s)), u"birth|事项“新生儿出生”不再办理|*"_s);
    QCOMPARE(linesOf(differencesBetween(one, both, u"birth"_s)), u"birth|新增事项“新生儿出生”|*"_s);
    QCOMPARE(linesOf(differencesBetween(one, both, u"nowhere"_s)), QString());
}

/// A member that somebody adds later, without a rule of its own.
void TestDifference::whatNoRuleNamesIsStillTold()
{
    const domain::Place old{.id = u"hall"_s, .name = u"大厅"_s, .phone = u"1"_s};
    domain::Place now = old;
    now.phone = u"2"_s;
    guides::DifferenceList list;
    guides::Comparison<domain::Place> place(old, now, u"办理地点“大厅”"_s, list);
    place.text(&domain::Place::name, u"名称"_s);
    place.rest();
    QCOMPARE(linesOf(list.take()), u"|办理地点“大厅”的其他内容有修改|*"_s);
    guides::Comparison<domain::Place> told(old, now, u"办理地点“大厅”"_s, list);
    told.text(&domain::Place::phone, u"电话"_s);
    told.rest();
    QCOMPARE(linesOf(list.take()), u"|办理地点“大厅”的电话由“1”改为“2”"_s);
}

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
