#include "core/sheets/tables.h"

#include "core/sheets/columns.h"

#include <algorithm>

namespace sheets {

using namespace Qt::StringLiterals;
namespace words = guides::words;

namespace {

Table headTable()
{
    return {.sheet = u"指南包"_s,
            .list = {},
            .owners = {},
            .idHeading = {},
            .columns = {
                column(Kind::Id, u"pack"_s, u"指南包编号*"_s, u"小写字母、数字和连字符，如 sanmenxia-personal"_s),
                column(Kind::Text, u"title"_s, u"标题*"_s, u"清单的全称"_s),
                column(Kind::Text, u"version"_s, u"版本*"_s,
                       u"一至四个数字，用点分开，如 2026.11.1；内容改动后必须用新的版本号"_s),
                column(Kind::Text, u"publisher"_s, u"发布单位*"_s, u"发布这个版本的单位"_s),
                column(Kind::Text, u"region.code"_s, u"行政区划代码*"_s, u"六位数字（GB/T 2260）"_s),
                column(Kind::Text, u"region.name"_s, u"行政区划名称*"_s, u"如 三门峡市"_s),
                wordOf<QStringView>(words::audiences, Kind::Word, u"audience"_s, u"服务对象类别*"_s,
                                    u"全部事项面向个人还是企业"_s),
                column(Kind::Text, u"source"_s, u"清单文件*"_s, u"清单各行出自的文件，如 三政办〔2023〕32号 附件2"_s),
                column(Kind::Day, u"from"_s, u"生效日期*"_s, u"第一天，如 2026-11-21"_s),
                column(Kind::Day, u"until"_s, u"失效日期"_s, u"最后一天；不填：未定"_s),
                column(Kind::Id, u"base"_s, u"基础指南包"_s, u"仅县（区）补充包填写：所补充的市级指南包编号"_s),
                column(Kind::Lines, u"drops"_s, u"不办理的事项"_s,
                       u"仅县（区）补充包填写：每行一个“一件事编号”或“一件事编号/事项编号”"_s),
                wordOf<domain::Collection>(words::collections, Kind::Words, u"service.collection"_s, u"领取方式"_s,
                                           u"全部事项通用的领取方式"_s),
                column(Kind::Lines, u"service.consultation"_s, u"咨询方式"_s, u"每行一条"_s),
                column(Kind::Lines, u"service.complaints"_s, u"监督投诉渠道"_s, u"每行一条"_s),
                column(Kind::Lines, u"service.progress"_s, u"办理进程查询"_s, u"每行一条"_s),
                column(Kind::Lines, u"footnotes"_s, u"清单的注"_s, u"清单下方的注，逐字照录，每行一条，不含“注”字"_s),
            }};
}

Table parameterTable()
{
    return {.sheet = u"参数"_s,
            .list = u"parameters"_s,
            .owners = {},
            .idHeading = u"参数编号"_s,
            .columns = {column(Kind::Id, u"id"_s, u"编号*"_s, u"在条件中写作 {编号}"_s),
                        column(Kind::Text, u"name"_s, u"名称*"_s, u"各地不同的标准，如 需办理消防安全检查的场所面积"_s),
                        column(Kind::Number, u"value"_s, u"数值"_s, u"本地的标准；不填：尚未设定"_s)}};
}

Table placeTable()
{
    return {.sheet = u"地点"_s,
            .list = u"places"_s,
            .owners = {},
            .idHeading = u"地点编号"_s,
            .columns
            = QList<Column>{column(Kind::Id, u"id"_s, u"编号*"_s, u"本表内不重复"_s),
                            column(Kind::Text, u"name"_s, u"名称*"_s, u"如 政务服务中心一楼综合窗口"_s),
                            column(Kind::Text, u"address"_s, u"地址"_s, u"门牌地址"_s),
                            column(Kind::Text, u"hours"_s, u"办理时间"_s, u"如 工作日 9:00—12:00，13:00—17:00"_s),
                            column(Kind::Text, u"phone"_s, u"电话"_s, u"咨询电话"_s),
                            column(Kind::Text, u"note"_s, u"说明"_s, u"给办事人的说明"_s)}
                + provenanceColumns(true)};
}

QList<Table> sampleTables()
{
    return {{.sheet = u"样本"_s,
             .list = u"samples"_s,
             .owners = {},
             .idHeading = u"样本编号"_s,
             .columns = QList<Column>{column(Kind::Id, u"id"_s, u"编号*"_s, u"本表内不重复"_s),
                                      column(Kind::Text, u"title"_s, u"标题*"_s, u"如 结婚证（样本）"_s),
                                      column(Kind::Text, u"note"_s, u"说明"_s, u"样本下方的说明"_s),
                                      column(Kind::Text, u"link"_s, u"官方网址"_s,
                                             u"主管部门公布正式表格的网址，以 https:// 开头"_s)}
                 + provenanceColumns(true)},
            {.sheet = u"样本内容"_s,
             .list = u"rows"_s,
             .owners = {u"samples"_s},
             .idHeading = {},
             .columns = {column(Kind::Text, u"label"_s, u"栏目*"_s, u"表格上的栏目名"_s),
                         column(Kind::Text, u"value"_s, u"示例值"_s, u"虚构的内容，不得使用真人信息；不填：留空"_s)}}};
}

QList<Table> letterTables()
{
    return {
        {.sheet = u"承诺书"_s,
         .list = u"letters"_s,
         .owners = {},
         .idHeading = u"承诺书编号"_s,
         .columns = QList<Column>{column(Kind::Id, u"id"_s, u"编号*"_s, u"本表内不重复"_s),
                                  wordOf<domain::Letter::Kind>(words::letterKinds, Kind::Word, u"kind"_s, u"种类*"_s,
                                                               u"容缺受理：材料后补；告知承诺：以承诺代替证明"_s),
                                  column(Kind::Text, u"title"_s, u"标题*"_s, u"如 容缺受理承诺书"_s),
                                  column(Kind::Lines, u"paragraphs"_s, u"正文"_s,
                                         u"每行一段；空白处写 {空白编号}，见“承诺书空白”"_s)}
             + provenanceColumns(true)},
        {.sheet = u"承诺书空白"_s,
         .list = u"blanks"_s,
         .owners = {u"letters"_s},
         .idHeading = {},
         .columns = {column(Kind::Id, u"id"_s, u"编号*"_s, u"正文中写作 {编号}"_s),
                     column(Kind::Text, u"label"_s, u"名称*"_s, u"填写什么"_s),
                     column(Kind::Text, u"example"_s, u"示例"_s, u"虚构的内容，用于示范文本"_s)}}};
}

Table fieldTable()
{
    return {.sheet = u"字段"_s,
            .list = u"fields"_s,
            .owners = {},
            .idHeading = u"字段编号"_s,
            .columns
            = {column(Kind::Id, u"id"_s, u"编号*"_s, u"同一编号就是同一字段，各事项共用，只填一次"_s),
               column(Kind::Text, u"label"_s, u"名称*"_s, u"申请表上的栏目名"_s),
               wordOf<domain::Field::Kind>(words::fieldKinds, Kind::Word, u"kind"_s, u"类型*"_s, u"填写内容的类型"_s),
               wordOf<domain::Field::Role>(words::roles, Kind::Word, u"role"_s, u"属于*"_s, u"是谁的信息"_s),
               column(Kind::Flag, u"required"_s, u"必填"_s, u"不填：是"_s),
               column(Kind::Lines, u"choices"_s, u"可选值"_s, u"类型为“选择”时填写，每行一个，至少两个"_s),
               column(Kind::Text, u"example"_s, u"示例"_s, u"虚构的内容，用于填写样例"_s),
               column(Kind::When, u"when"_s, u"适用条件"_s, u"满足时才需要填写；不填：总是需要"_s)}};
}

QList<Table> materialTables()
{
    return {
        {.sheet = u"材料"_s,
         .list = u"materials"_s,
         .owners = {},
         .idHeading = u"材料编号"_s,
         .columns
         = QList<Column>{column(Kind::Id, u"id"_s, u"编号*"_s, u"同一编号就是同一材料，各事项共用，只交一次"_s),
                         column(Kind::Text, u"name"_s, u"名称*"_s, u"材料的全称"_s),
                         column(Kind::Text, u"issuer"_s, u"来源部门"_s, u"谁出具"_s),
                         column(Kind::Text, u"basis"_s, u"依据"_s, u"要求提交的法律依据"_s),
                         wordOf<domain::Material::Form>(
                             words::forms, Kind::Word, u"form"_s, u"形式*"_s,
                             u"核验原件：看后退还；收取原件：留存；申请表：由系统生成后签字；电子查验：不收纸质"_s),
                         column(Kind::Whole, u"originals"_s, u"原件份数"_s, u"0—99；不填：0"_s),
                         column(Kind::Whole, u"copies"_s, u"复印件份数"_s, u"0—99；不填：0"_s),
                         column(Kind::Text, u"format"_s, u"规格"_s, u"纸张大小、照片要求等"_s),
                         wordOf<domain::Material::Acquisition>(words::acquisitions, Kind::Words, u"acquisition"_s,
                                                               u"获取方式"_s, u"按先后顺序"_s),
                         column(Kind::Flag, u"deferrable"_s, u"可容缺"_s, u"不填：否"_s),
                         column(Kind::Flag, u"committable"_s, u"可告知承诺"_s, u"不填：否"_s),
                         column(Kind::Text, u"note"_s, u"说明"_s, u"给办事人的说明"_s),
                         referenceTo(u"样本"_s, Kind::Reference, u"sample"_s, u"样本"_s, u"“样本”表中的编号"_s)}
             + provenanceColumns(true)},
        {.sheet = u"审查要点"_s,
         .list = u"checkpoints"_s,
         .owners = {u"materials"_s},
         .idHeading = {},
         .columns = {column(Kind::Id, u"id"_s, u"编号*"_s, u"同一材料内不重复"_s),
                     column(Kind::Text, u"text"_s, u"要求*"_s, u"必须怎样，如 在有效期内"_s),
                     column(Kind::Text, u"fault"_s, u"不符时的告知*"_s, u"一次性告知书上的话，说明问题和怎样补正"_s)}}};
}

QList<Table> allTables()
{
    return QList<Table>{headTable(), parameterTable(), placeTable()} + sampleTables() + letterTables()
        + QList<Table>{fieldTable()} + materialTables() + matterTables();
}

}

QList<Column> provenanceColumns(bool isRequired)
{
    const QString mark = isRequired ? u"*"_s : QString();
    return {column(Kind::Text, u"source"_s, u"来源"_s + mark, u"法律、文件，或者“常识”"_s),
            wordOf<domain::Confidence>(words::confidences, Kind::Word, u"confidence"_s, u"可信程度"_s + mark,
                                       u"官方：主管部门已确认；与“来源”一起填写"_s),
            column(Kind::Day, u"from"_s, u"起始日期"_s, u"从这一天起有效；不填：一直有效"_s),
            column(Kind::Day, u"until"_s, u"截止日期"_s, u"最后有效的一天；不填：未定"_s)};
}

double widthOf(Kind kind)
{
    switch (kind) {
    case Kind::Text:
    case Kind::Lines:
    case Kind::When:
        return 30;
    case Kind::Id:
    case Kind::Reference:
    case Kind::References:
        return 22;
    default:
        return 12;
    }
}

const QList<Table> &tables()
{
    static const QList<Table> all = allTables();
    return all;
}

const Table &ownerTable(const QStringList &owners)
{
    const auto isIt = [&](const Table &table) { return table.owners + QStringList{table.list} == owners; };
    return *std::ranges::find_if(tables(), isIt);
}

QList<Column> columnsOf(const Table &table)
{
    QList<Column> columns;
    for (qsizetype depth = 1; depth <= table.owners.size(); ++depth) {
        const Table &owner = ownerTable(table.owners.first(depth));
        Column id = referenceTo(owner.sheet, Kind::Reference, {}, owner.idHeading,
                                table.isOfPackToo ? u"属于“%1”表的哪一行；不填：全部事项通用"_s.arg(owner.sheet)
                                                  : u"属于“%1”表的哪一行"_s.arg(owner.sheet));
        id.isRequired = !table.isOfPackToo;
        columns.append(id);
    }
    return columns + table.columns;
}

}
