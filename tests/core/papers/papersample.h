#pragma once

#include "core/domain/casenumber.h"
#include "core/papers/casepapers.h"

/// Cases to print: one as a window has them every day, one with everything as long as it can get.
namespace papersample {

using namespace Qt::StringLiterals;

struct Printable {
    domain::Guide guide;
    domain::Case file;
    domain::Plan plan;
    base::HallSettings hall;
    domain::IssuedNotice notice;
    domain::Filing filing;

    papers::CaseFacts facts(int copy = 1, bool draft = false) const { return {file, plan, guide, hall, copy, draft}; }
};

inline QDateTime moment()
{
    return QDateTime(QDate(2026, 11, 21), QTime(14, 5), Qt::OffsetFromUTC, 8 * 3600);
}

/// \a name repeated and cut to exactly \a length characters.
inline QString stretched(const QString &name, int length)
{
    return name.repeated(length / int(name.size()) + 1).left(length);
}

inline base::HallSettings hall()
{
    return {.regionCode = u"411202"_s,
            .hallName = u"湖滨区政务服务中心"_s,
            .windowName = u"综合受理01号窗口"_s,
            .windowCode = u"001"_s,
            .clerk = u"王芳"_s,
            .phone = u"0398-2123456"_s,
            .address = u"三门峡市湖滨区样例路1号一层大厅"_s,
            .officeHours = u"工作日 9:00–12:00，13:30–17:30"_s,
            .publicUrl = u"https://yics.example.gov.cn"_s};
}

inline void addMaterial(Printable &sample, const QString &id, const QString &name, domain::Material::Form form,
                        int originals, int copies, const QStringList &itemNames, const domain::Verdict &verdict)
{
    QStringList itemIds;
    for (const domain::Plan::ItemLine &line : sample.plan.items) {
        if (itemNames.contains(line.item.name))
            itemIds << line.item.id;
    }
    sample.plan.materials.append(
        {{.id = id, .name = name, .form = form, .originals = originals, .copies = copies}, itemIds, itemNames, {}});
    sample.file.verdicts.insert(id, verdict);
}

inline void addItem(Printable &sample, const QString &name, const QString &department, int days)
{
    domain::Plan::ItemLine line{
        .item = {.id = u"item-%1"_s.arg(sample.plan.items.size()), .name = name, .department = department}};
    line.chosen = true;
    line.applies = domain::Truth::Yes;
    line.promisedDays = days;
    sample.plan.items.append(line);
}

inline Printable newborn()
{
    using Form = domain::Material::Form;
    using Kind = domain::VerdictKind;
    using Way = domain::Material::Acquisition;
    Printable sample;
    sample.guide.ref = {u"sanmenxia-personal"_s, u"2026.11.1"_s, u"newborn"_s};
    sample.guide.packTitle = u"三门峡市个人“一件事一次办”事项清单（第一批）"_s;
    sample.guide.sourceDocument = u"三政办〔2023〕32号 附件2"_s;
    sample.guide.matter.name = u"新生儿出生"_s;
    sample.guide.matter.lead = u"卫生健康部门"_s;
    sample.guide.matter.status = domain::MatterStatus::Sample;
    sample.hall = hall();
    sample.file.number = domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, moment().date(), 1}.text();
    sample.file.fields = {{u"applicant-name"_s, u"张三丰"_s},
                          {u"applicant-id"_s, u"41120219900307123X"_s},
                          {u"applicant-phone"_s, u"13812345678"_s}};
    addItem(sample, u"出生医学证明签发"_s, u"卫生健康部门"_s, 0);
    addItem(sample, u"预防接种证办理"_s, u"卫生健康部门"_s, 0);
    addItem(sample, u"本市户口登记（国内出生）"_s, u"公安部门"_s, 1);
    addItem(sample, u"城乡居民参保登记"_s, u"医保部门"_s, 3);
    addItem(sample, u"社会保障卡申领"_s, u"人力资源社会保障部门"_s, 10);
    const QStringList names{u"出生医学证明签发"_s, u"本市户口登记（国内出生）"_s};
    addMaterial(sample, u"ids"_s, u"父母有效身份证件"_s, Form::OriginalShown, 2, 1, names,
                {.kind = Kind::OriginalSeen});
    addMaterial(sample, u"form"_s, u"出生医学证明首次签发登记表"_s, Form::FilledForm, 1, 0, names,
                {.kind = Kind::OriginalSeen});
    addMaterial(sample, u"birth"_s, u"出生医学证明"_s, Form::Electronic, 0, 0, names,
                {.kind = Kind::Exempt, .from = Way::ELicence, .identifier = u"1.2.156"_s});
    addMaterial(sample, u"book"_s, u"落户方居民户口簿"_s, Form::OriginalShown, 1, 0, names,
                {.kind = Kind::OriginalSeen});
    addMaterial(sample, u"marriage"_s, u"父母结婚证"_s, Form::OriginalShown, 1, 0, names,
                {.kind = Kind::Exempt, .from = Way::Shared});
    addMaterial(sample, u"photo"_s, u"新生儿近期免冠照片"_s, Form::Copy, 0, 2, {u"社会保障卡申领"_s},
                {.kind = Kind::CopyKept});
    sample.notice = {.number = 1, .at = moment(), .clerk = u"王芳"_s, .gaps = {}, .secondTelling = {}};
    sample.notice.gaps = {{u"ids"_s, u"父母有效身份证件"_s, names, u"证件已过有效期，请携带有效期内的居民身份证原件"_s},
                          {u"book"_s,
                           u"落户方居民户口簿"_s,
                           {u"本市户口登记（国内出生）"_s},
                           u"未提供，请携带户口簿原件（首页和户主页）"_s},
                          {u"photo"_s,
                           u"新生儿近期免冠照片"_s,
                           {u"社会保障卡申领"_s},
                           u"照片背景不是白色，请按社会保障卡相片标准重新拍摄，规格358×441像素，2张"_s}};
    sample.filing = {.at = moment(), .clerk = u"王芳"_s, .pushDue = moment().addSecs(7200)};
    return sample;
}

/// 40 gaps and 40 materials with names of 60 characters and reasons of 300, characters that other software gets wrong, second
/// telling, deferral and commitment.
inline Printable longest()
{
    using Form = domain::Material::Form;
    using Kind = domain::VerdictKind;
    Printable sample = newborn();
    sample.plan.items.clear();
    sample.plan.materials.clear();
    sample.notice.gaps.clear();
    sample.hall.hallName = stretched(u"瀍河回族区政务服务中心（含便民服务分中心）"_s, 60);
    sample.hall.address = stretched(u"洛阳市瀍河回族区样例大道与样例路交叉口"_s, 100);
    sample.hall.publicUrl = u"https://"_s + stretched(u"yicsbanshi.example.gov.cn/"_s, 110) + u"x"_s;
    sample.file.fields[u"applicant-name"_s] = u"阿卜杜勒·穆罕默德𬭚𠮷瀍生人民齐"_s;
    sample.file.fields[u"enterprise-name"_s] = stretched(u"三门峡𬭚瀍一二三商贸有限责任公司"_s, 60);
    sample.file.fields[u"enterprise-code"_s] = u"91411200MADEM0126X"_s;
    for (int i = 1; i <= 12; ++i)
        addItem(sample, u"%1号"_s.arg(i) + stretched(u"公众聚集场所投入使用营业前消防安全检查人民生齐"_s, 57),
                u"人力资源社会保障部门"_s, i);
    const QList<Kind> kinds{Kind::OriginalSeen, Kind::CopyKept, Kind::Deferred, Kind::Committed};
    for (int i = 1; i <= 40; ++i) {
        const QString name = u"%1"_s.arg(i, 2, 10, QLatin1Char('0'))
            + stretched(u"户口簿身份证行政许可申请书𬭚𠮷瀍人一"_s, 58);
        const QStringList items{sample.plan.items[i % 12].item.name, sample.plan.items[(i + 5) % 12].item.name};
        const Kind kind = kinds[i % 4];
        addMaterial(sample, u"m%1"_s.arg(i), name, Form::OriginalShown, 1, 1, items,
                    {.kind = kind, .due = QDate(2026, 12, 1), .signedByApplicant = true});
        sample.notice.gaps.append(
            {u"m%1"_s.arg(i), name, items, stretched(u"复印件不清楚（第%1项），请重新提供。"_s.arg(i), 300)});
    }
    sample.notice.number = 2;
    sample.notice.secondTelling = {sample.plan.materials[0].material.name, sample.plan.materials[1].material.name};
    return sample;
}

}
