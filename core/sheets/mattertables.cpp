#include "core/sheets/columns.h"

namespace sheets {

using namespace Qt::StringLiterals;
namespace words = guides::words;

namespace {

const QString ofMatter = u"matters"_s;

QList<Column> matterColumns()
{
    return QList<Column>{
               column(Kind::Id, u"id"_s, u"编号*"_s, u"本表内不重复"_s),
               column(Kind::Text, u"code"_s, u"一件事编码"_s, u"平台上的编码；不填：不详"_s),
               column(Kind::Whole, u"sequence"_s, u"序号*"_s, u"清单中的序号，从小到大"_s),
               wordOf<char16_t>(words::marks, Kind::Word, u"mark"_s, u"标记*"_s, u"*：国家；#：省；-：无"_s),
               column(Kind::Text, u"name"_s, u"名称*"_s, u"逐字照录清单"_s),
               column(Kind::Text, u"lead"_s, u"牵头部门*"_s, u"逐字照录清单"_s),
               wordOf<domain::MatterStatus>(
                   words::statuses, Kind::Word, u"status"_s, u"状态*"_s,
                   u"仅清单：只有清单各行，不能受理；样例：内容未经牵头部门确认；正式：已由牵头部门发布"_s),
               column(Kind::Lines, u"keywords"_s, u"别名"_s, u"群众的说法，每行一个，如 娃上户口"_s),
               column(Kind::Text, u"serves"_s, u"服务对象"_s, u"哪些人可以办"_s),
               column(Kind::Lines, u"conditions"_s, u"申请条件"_s, u"每行一条"_s),
               column(Kind::Lines, u"intermediaries"_s, u"中介服务"_s, u"没有的写“无”；不填：不详"_s),
               column(Kind::Lines, u"process"_s, u"办理流程"_s, u"每行一步；不填：按一般流程"_s),
               wordOf<domain::Collection>(words::collections, Kind::Words, u"service.collection"_s, u"领取方式"_s,
                                          u"与“指南包”不同时填写"_s),
               column(Kind::Lines, u"service.consultation"_s, u"咨询方式"_s, u"与“指南包”不同时填写，每行一条"_s),
               column(Kind::Lines, u"service.complaints"_s, u"监督投诉渠道"_s, u"与“指南包”不同时填写，每行一条"_s),
               column(Kind::Lines, u"service.progress"_s, u"办理进程查询"_s, u"与“指南包”不同时填写，每行一条"_s),
               column(Kind::Text, u"attention.appointment"_s, u"是否须预约"_s, u"不填：不详"_s),
               column(Kind::Text, u"attention.inPerson"_s, u"是否须本人到场"_s, u"不填：不详"_s),
               column(Kind::Text, u"attention.allParties"_s, u"是否须各方到场"_s,
                      u"所有当事人是否都须到场；不填：不详"_s),
               column(Kind::Text, u"attention.photos"_s, u"照片要求"_s, u"照片或现场拍照，仪容提醒；不填：不详"_s),
               column(Kind::Lines, u"cautions"_s, u"其他注意事项"_s, u"每行一条"_s)}
    + provenanceColumns(false)
        + QList<Column>{column(Kind::Text, u"document"_s, u"清单文件"_s, u"与“指南包”不同时填写"_s),
                        column(Kind::Text, u"misprint"_s, u"勘误"_s, u"清单有错字时，正确的写法"_s)};
}

QList<Table> situationTables()
{
    return {{.sheet = u"情形"_s,
             .list = u"situations"_s,
             .owners = {ofMatter},
             .idHeading = u"情形编号"_s,
             .columns
             = QList<Column>{column(Kind::Id, u"id"_s, u"编号*"_s, u"同一件事内不重复；条件中用它"_s),
                             column(Kind::Text, u"question"_s, u"问题*"_s, u"问办事人的话"_s),
                             column(Kind::Text, u"help"_s, u"说明"_s, u"为什么问，依据清单的哪条注"_s),
                             wordOf<domain::Situation::Kind>(words::situationKinds, Kind::Word, u"kind"_s, u"类型*"_s,
                                                             u"选择：在“选项”表中列出选项；数字：填写单位"_s),
                             column(Kind::Text, u"unit"_s, u"单位"_s, u"类型为“数字”时填写，如 平方米"_s),
                             column(Kind::When, u"when"_s, u"适用条件"_s, u"满足时才问；不填：总是问"_s)}
                 + provenanceColumns(true)},
            {.sheet = u"选项"_s,
             .list = u"options"_s,
             .owners = {ofMatter, u"situations"_s},
             .idHeading = {},
             .columns = {column(Kind::Id, u"id"_s, u"编号*"_s, u"同一情形内不重复"_s),
                         column(Kind::Text, u"label"_s, u"名称*"_s, u"办事人选择的话"_s)}}};
}

QList<Column> itemColumns()
{
    return QList<Column>{
               column(Kind::Id, u"id"_s, u"编号*"_s, u"同一件事内不重复"_s),
               column(Kind::Text, u"code"_s, u"实施编码"_s, u"平台上的编码（GB/T 39554.1）；不填：不详"_s),
               column(Kind::Text, u"name"_s, u"名称*"_s, u"逐字照录清单"_s),
               column(Kind::Text, u"department"_s, u"部门*"_s, u"逐字照录清单"_s),
               column(Kind::Text, u"level"_s, u"层级*"_s, u"逐字照录清单，如 市、县级"_s),
               column(Kind::Text, u"note"_s, u"备注"_s, u"逐字照录清单"_s),
               column(Kind::Text, u"misprint"_s, u"勘误"_s, u"清单有错字时，正确的写法"_s),
               column(Kind::When, u"when"_s, u"适用条件"_s,
                      u"如 insured=none 且 (area≥200 或 非 area<{fire-area})；不填：总是办理"_s),
               column(Kind::Id, u"exclusive"_s, u"互斥组"_s, u"同一件事内同组的事项只办其中一个"_s),
               referenceTo(u"联办事项"_s, Kind::References, u"after"_s, u"前置事项"_s,
                           u"须先办结的事项编号，每行一个"_s),
               column(Kind::Text, u"basis"_s, u"设定依据"_s, u"法律依据"_s),
               column(Kind::Lines, u"conditions"_s, u"申请条件"_s, u"每行一条"_s),
               column(Kind::Whole, u"promisedDays"_s, u"承诺时限"_s, u"受理后的工作日数；0：当场办结；不填：不详"_s),
               column(Kind::Whole, u"statutoryDays"_s, u"法定时限"_s, u"受理后的工作日数；不填：不详"_s),
               column(Kind::Text, u"fee"_s, u"收费"_s, u"如 不收费"_s),
               column(Kind::Text, u"feeBasis"_s, u"收费依据"_s, u"收费或不收费的依据"_s),
               column(Kind::Text, u"outcome"_s, u"办理结果"_s, u"证照或批文的名称"_s),
               referenceTo(u"样本"_s, Kind::Reference, u"outcomeSample"_s, u"结果样本"_s, u"“样本”表中的编号"_s),
               column(Kind::Text, u"place"_s, u"申请地点"_s, u"不在大厅窗口申请时填写"_s),
               referenceTo(u"字段"_s, Kind::References, u"fields"_s, u"字段"_s, u"申请表需要的字段编号，每行一个"_s)}
    + provenanceColumns(false);
}

QList<Table> itemTables()
{
    const QStringList ofItem{ofMatter, u"items"_s};
    return {{.sheet = u"联办事项"_s,
             .list = u"items"_s,
             .owners = {ofMatter},
             .idHeading = u"事项编号"_s,
             .columns = itemColumns()},
            {.sheet = u"办理方式"_s,
             .list = u"paths"_s,
             .owners = ofItem,
             .idHeading = {},
             .columns
             = {column(Kind::Id, u"id"_s, u"编号*"_s, u"同一事项内不重复"_s),
                column(Kind::Text, u"name"_s, u"名称*"_s, u"如 告知承诺"_s),
                column(Kind::When, u"when"_s, u"适用条件"_s, u"满足时才可以选；不填：总是可以"_s),
                column(Kind::Whole, u"promisedDays"_s, u"承诺时限"_s, u"受理后的工作日数；0：当场办结；不填：不详"_s),
                column(Kind::Whole, u"statutoryDays"_s, u"法定时限"_s, u"受理后的工作日数；不填：不详"_s)}},
            {.sheet = u"材料要求"_s,
             .list = u"materials"_s,
             .owners = ofItem,
             .idHeading = {},
             .columns
             = QList<Column>{referenceTo(u"材料"_s, Kind::Reference, u"material"_s, u"材料*"_s, u"“材料”表中的编号"_s),
                             column(Kind::When, u"when"_s, u"适用条件"_s, u"满足时才需要；不填：总是需要"_s),
                             column(Kind::Id, u"path"_s, u"限办理方式"_s, u"只在这种办理方式下需要；不填：都需要"_s),
                             column(Kind::Text, u"note"_s, u"说明"_s, u"除材料自己的说明以外的话"_s)}
                 + provenanceColumns(false)},
            {.sheet = u"特别环节"_s,
             .list = u"special"_s,
             .owners = ofItem,
             .idHeading = {},
             .columns = {column(Kind::Text, u"name"_s, u"名称*"_s, u"如 现场核查、专家评审、公示；不计入承诺时限"_s),
                         column(Kind::Whole, u"days"_s, u"工作日"_s, u"最多几个工作日；不填：不详"_s),
                         column(Kind::Text, u"note"_s, u"说明"_s, u"怎样进行"_s)}}};
}

QList<Table> proseTables()
{
    return {
        {.sheet = u"受理方式"_s,
         .list = u"service.ways"_s,
         .owners = {ofMatter},
         .isOfPackToo = true,
         .idHeading = {},
         .columns = {wordOf<domain::Way::Kind>(words::wayKinds, Kind::Word, u"kind"_s, u"种类*"_s, u"怎样递交申请"_s),
                     referenceTo(u"地点"_s, Kind::Reference, u"place"_s, u"地点"_s, u"“地点”表中的编号"_s),
                     column(Kind::Text, u"address"_s, u"网址"_s, u"网址，或者应用和其中的路径"_s),
                     column(Kind::Text, u"note"_s, u"说明"_s, u"给办事人的说明"_s)}},
        {.sheet = u"多人名单"_s,
         .list = u"rosters"_s,
         .owners = {ofMatter},
         .idHeading = {},
         .columns = QList<Column>{column(Kind::Id, u"id"_s, u"编号*"_s, u"同一件事内不重复"_s),
                                  column(Kind::Text, u"title"_s, u"称谓*"_s, u"名单中的人怎么称呼，如 职工、卖方"_s),
                                  referenceTo(u"字段"_s, Kind::References, u"fields"_s, u"字段*"_s,
                                              u"每人填写的字段编号，每行一个，第一个是姓名"_s)}
             + provenanceColumns(true)},
        {.sheet = u"常见错误"_s,
         .list = u"mistakes"_s,
         .owners = {ofMatter},
         .idHeading = {},
         .columns = QList<Column>{column(Kind::Text, u"wrong"_s, u"错误做法*"_s, u"群众常犯的错误"_s),
                                  column(Kind::Text, u"right"_s, u"正确做法*"_s, u"应当怎样"_s)}
             + provenanceColumns(false)},
        {.sheet = u"常见问题"_s,
         .list = u"faq"_s,
         .owners = {ofMatter},
         .idHeading = {},
         .columns = QList<Column>{column(Kind::Text, u"question"_s, u"问题*"_s, u"群众常问的话"_s),
                                  column(Kind::Text, u"answer"_s, u"回答*"_s, u"一句话说清楚"_s)}
             + provenanceColumns(false)}};
}

}

QList<Table> matterTables()
{
    const Table matters{
        .sheet = u"一件事"_s, .list = ofMatter, .owners = {}, .idHeading = u"一件事编号"_s, .columns = matterColumns()};
    return QList<Table>{matters} + situationTables() + itemTables() + proseTables();
}

}
