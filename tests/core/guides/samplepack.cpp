#include "samplepack.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

QJsonObject samplePack()
{
    return jsonOf(R"json({
  "format": 1, "pack": "sample-city", "title": "样例市个人事项清单", "version": "2026.11.1", "publisher": "样例",
  "region": {"code": "411200", "name": "样例市"}, "audience": "个人", "source": "样例〔2026〕1号",
  "from": "2026-11-21", "until": null,
  "service": {"ways": [{"kind": "window", "place": "hall", "note": "工作日"}, {"kind": "online", "address": "https://example.org"}],
              "collection": ["window", "courier"], "consultation": ["窗口咨询"], "complaints": ["12345"], "progress": ["扫码查询"]},
  "places": [{"id": "hall", "name": "政务服务中心", "address": "样例路1号", "hours": "工作日", "phone": "0398-0000000", "note": "一楼",
              "source": "样例", "confidence": "low"}],
  "samples": [{"id": "form-sample", "title": "申请表样表", "rows": [{"label": "姓名", "value": "张三"}, {"label": "签字"}],
               "note": "仅供参考", "link": "https://example.org/form", "source": "常识", "confidence": "low"}],
  "letters": [{"id": "later", "kind": "deferral", "title": "容缺受理承诺书", "paragraphs": ["本人{name}承诺按期补交。", "逾期自愿退件。"],
               "blanks": [{"id": "name", "label": "姓名", "example": "张三"}], "source": "常识", "confidence": "medium"}],
  "parameters": [{"id": "fire-area", "name": "场所面积", "value": 300}, {"id": "open", "name": "未定"}],
  "fields": [
    {"id": "applicant-name", "label": "申请人姓名", "kind": "personName", "role": "applicant", "required": true,
     "example": "张三"},
    {"id": "insurance", "label": "险种", "kind": "choice", "role": "matter", "required": false, "choices": ["职工", "居民"],
     "when": {"answer": "insured", "is": "one"}}
  ],
  "materials": [
    {"id": "id-card", "name": "身份证", "issuer": "公安部门", "basis": "居民身份证法", "form": "originalShown", "originals": 1,
     "copies": 1, "format": "A4", "acquisition": ["shared", "elicence", "applicant"], "deferrable": false,
     "committable": true, "checkpoints": [{"id": "valid", "text": "在有效期内", "fault": "证件已过有效期"}], "note": "可出示电子证照",
     "source": "常识", "confidence": "high", "from": "2020-01-01", "until": "2030-12-31"},
    {"id": "form", "name": "申请表", "form": "filledForm", "sample": "form-sample", "source": "常识", "confidence": "low"}
  ],
  "matters": [
    {"id": "birth", "code": "YJS-001", "sequence": 1, "mark": "*", "name": "新生儿出生", "lead": "卫生健康部门", "status": "sample",
     "keywords": ["娃上户口"],
     "situations": [
       {"id": "insured", "question": "父母是否参保？", "help": "清单注", "kind": "choice",
        "options": [{"id": "one", "label": "一方已参加"}, {"id": "none", "label": "均未参加"}],
        "source": "清单", "confidence": "official"},
       {"id": "area", "question": "面积？", "kind": "number", "unit": "平方米",
        "when": {"not": {"answer": "insured", "is": "none"}}, "source": "清单", "confidence": "official"}
     ],
     "items": [
       {"id": "certificate", "code": "000001", "name": "出生医学证明签发", "department": "卫生健康部门", "level": "县级", "note": "注", "misprint": "应为",
        "when": {"any": [{"answer": "area", "atLeast": 200}, {"answer": "area", "below": {"parameter": "fire-area"}},
                         {"all": [{"answer": "insured", "is": "one"}]}]},
        "basis": "母婴保健法", "conditions": ["本院出生"],
        "special": [{"name": "现场核查", "days": 5, "note": "不计入时限"}, {"name": "公示"}], "promisedDays": 0, "statutoryDays": 30, "fee": "不收费", "feeBasis": "取消收费文件",
        "outcome": "《出生医学证明》", "outcomeSample": "form-sample",
        "place": "助产机构",
        "paths": [{"id": "commitment", "name": "告知承诺", "when": {"answer": "insured", "is": "one"}, "promisedDays": 1,
                   "statutoryDays": 13}],
        "materials": [{"material": "id-card", "when": {"answer": "insured", "is": "one"}, "path": "commitment",
                       "note": "双方", "from": "2025-05-10", "until": null}, {"material": "form"}],
        "fields": ["applicant-name", "insurance"], "source": "常识", "confidence": "medium"},
       {"id": "first", "name": "参保一", "department": "医保部门", "level": "市、县级", "exclusive": "insurance",
        "after": ["certificate"], "source": "常识", "confidence": "medium"},
       {"id": "second", "name": "参保二", "department": "医保部门", "level": "市、县级", "exclusive": "insurance",
        "after": ["first", "certificate"], "fields": ["applicant-name", "insurance"], "source": "常识", "confidence": "medium"}
     ],
     "rosters": [{"id": "parents", "title": "父母", "fields": ["applicant-name", "insurance"], "source": "常识", "confidence": "low"}],
     "serves": "新生儿父母", "conditions": ["在本市出生"], "intermediaries": ["无"], "process": ["收件", "办结"],
     "service": {"collection": ["window"]},
     "attention": {"appointment": "不需要", "inPerson": "可代办", "allParties": "不需要", "photos": "不需要"},
     "cautions": ["须本人到场"], "mistakes": [{"wrong": "漏带身份证", "right": "请带原件", "source": "常识", "confidence": "low"}],
     "faq": [{"question": "能代办吗？", "answer": "可以。"}], "source": "常识", "confidence": "low", "document": "样例〔2026〕2号",
     "misprint": "应为"},
    {"id": "school", "sequence": 2, "mark": "-", "name": "幼儿入园", "lead": "教育部门", "status": "catalogue",
     "items": [{"id": "household", "name": "户籍信息查询", "department": "公安部门", "level": "市、县级", "note": ""}]}
  ],
  "footnotes": ["注：带*的为国家事项。"]
})json")
        .toObject();
}

namespace {

QJsonValue edited(const QJsonValue &json, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    if (step.startsWith(u'[')) {
        QJsonArray list = json.toArray();
        const qsizetype index = step.mid(1).toLongLong();
        const QJsonValue entry = edited(list.at(index), path, value);
        if (index == list.size())
            list.append(entry);
        else
            list.replace(index, entry);
        return list;
    }
    QJsonObject object = json.toObject();
    const QJsonValue entry = edited(object.value(step), path, value);
    if (entry.isUndefined())
        object.remove(step);
    else
        object.insert(step, entry);
    return object;
}

}

QJsonValue withValue(const QJsonValue &json, const QString &path, const QJsonValue &value)
{
    QString steps = path;
    steps.replace(u"["_s, u".["_s).remove(u']');
    return edited(json, steps.split(u'.', Qt::SkipEmptyParts), value);
}

QJsonValue jsonOf(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

QStringList pathsIn(const QJsonValue &json, const QString &path)
{
    QStringList paths;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        paths << pathsIn(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key());
    const QJsonArray list = json.toArray();
    for (qsizetype index = 0; index < list.size(); ++index)
        paths << pathsIn(list.at(index), path + u"[%1]"_s.arg(index));
    return path.isEmpty() ? paths : paths << path;
}

QByteArray bytesOf(const QJsonObject &pack)
{
    return QJsonDocument(pack).toJson();
}
