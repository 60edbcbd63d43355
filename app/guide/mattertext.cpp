#include "app/guide/mattertext.h"

#include "core/domain/conditionwords.h"
#include "core/guides/guidewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::GuidePack;
using domain::Item;
using domain::Material;
using domain::MaterialUse;
using domain::Matter;
using domain::Provenance;
using domain::Situation;

namespace {

QString formText(const Material &material)
{
    QString copies = material.copies > 0 ? u"复印件%1份"_s.arg(material.copies) : QString();
    const auto withCopies = [&](const QString &first) { return copies.isEmpty() ? first : first + u"、"_s + copies; };
    switch (material.form) {
    case Material::Form::OriginalShown:
        return withCopies(u"原件%1份（核验后退还）"_s.arg(material.originals));
    case Material::Form::OriginalKept:
        return withCopies(u"原件%1份（收取）"_s.arg(material.originals));
    case Material::Form::Copy:
        return copies;
    case Material::Form::FilledForm:
        return u"表单（系统生成，申请人签字）"_s;
    case Material::Form::Electronic:
        break;
    }
    return u"电子查验"_s;
}

QString acquisitionText(const QList<Material::Acquisition> &ways)
{
    QStringList words;
    for (const Material::Acquisition way : ways)
        words << guides::wordFor(way);
    return words.join(u" → "_s);
}

QString periodText(const Provenance &provenance)
{
    QString text;
    if (!provenance.from.isNull())
        text += u"自%1起"_s.arg(provenance.from.toString(Qt::ISODate));
    if (!provenance.until.isNull())
        text += u"至%1止"_s.arg(provenance.until.toString(Qt::ISODate));
    return text;
}

template <class Entry>
const Entry *byId(const QList<Entry> &entries, const QString &id)
{
    const auto it = std::ranges::find(entries, id, &Entry::id);
    return it == entries.end() ? nullptr : &*it;
}

class MatterText
{
public:
    MatterText(const GuidePack &pack, const Matter &matter) : m_pack(pack), m_matter(matter) { }

    QString text()
    {
        writeHead();
        if (!m_matter.situations.isEmpty())
            line(0, u"情形"_s);
        for (const Situation &situation : m_matter.situations)
            writeSituation(situation);
        line(0, u"联办事项"_s);
        for (const Item &item : m_matter.items)
            writeItem(item);
        if (!m_matter.cautions.isEmpty())
            line(0, u"特殊注意事项"_s);
        for (const QString &caution : m_matter.cautions)
            line(1, u"· "_s + caution);
        return m_text;
    }

private:
    void line(qsizetype indent, const QString &text) { m_text += QString(indent * 2, u' ') + text + u'\n'; }

    /// Nothing is written about what is not known.
    void fact(int indent, const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            line(indent, label + u"："_s + value);
    }

    void writeWhen(int indent, const domain::Condition &when)
    {
        fact(indent, u"仅当"_s, domain::conditionWords(when, m_matter, m_pack));
    }

    void writeProvenance(int indent, const Provenance &provenance)
    {
        if (!provenance.source.isEmpty())
            line(indent, u"来源：%1；可信度：%2"_s.arg(provenance.source, guides::wordFor(provenance.confidence)));
        fact(indent, u"有效"_s, periodText(provenance));
    }

    void writeHead()
    {
        const QString mark = m_matter.mark == u'-' ? QString() : QString(m_matter.mark);
        line(0, u"%1. %2%3"_s.arg(QString::number(m_matter.sequence), mark, m_matter.name));
        fact(0, u"原文疑有误，应为"_s, m_matter.misprint);
        fact(0, u"地区"_s, m_pack.regionName + u"，"_s + m_matter.audience);
        fact(0, u"牵头部门"_s, m_matter.lead);
        fact(0, u"清单来源"_s, m_pack.sourceDocument);
        fact(0, u"指南版本"_s, m_pack.id + u' ' + m_pack.version);
        fact(0, u"状态"_s, guides::wordFor(m_matter.status));
        fact(0, u"常用说法"_s, m_matter.keywords.join(u"、"_s));
    }

    void writeSituation(const Situation &situation)
    {
        QStringList options;
        for (const Situation::Option &option : situation.options)
            options << option.label;
        const bool isNumber = situation.kind == Situation::Kind::Number;
        line(1, u"· "_s + situation.question);
        fact(2, u"回答"_s, isNumber ? u"数字（%1）"_s.arg(situation.unit) : options.join(u" / "_s));
        writeWhen(2, situation.when);
        fact(2, u"说明"_s, situation.help);
        writeProvenance(2, situation.provenance);
    }

    void writeItem(const Item &item)
    {
        line(1, u"%1. %2 — %3 — %4"_s.arg(QString::number(++m_items), item.name, item.department, item.level));
        fact(2, u"备注"_s, item.note);
        fact(2, u"原文疑有误，应为"_s, item.misprint);
        writeWhen(2, item.when);
        fact(2, u"择一办理"_s, otherNames(item));
        fact(2, u"前置事项"_s, namesOf(item.after));
        fact(2, u"设定依据"_s, item.basis);
        writeTimes(item);
        fact(2, u"收费"_s, item.fee);
        fact(2, u"办理结果"_s, item.outcome);
        fact(2, u"办理地点"_s, item.place);
        writeProvenance(2, item.provenance);
        for (const MaterialUse &use : item.materials)
            writeUse(item, use);
        fact(2, u"填写"_s, fieldLabels(item.fields));
    }

    void writeTimes(const Item &item)
    {
        if (item.promisedDays >= 0 || item.statutoryDays >= 0)
            fact(2, u"时限"_s, timesText(item.promisedDays, item.statutoryDays));
        for (const domain::Path &path : item.paths) {
            fact(2, u"办理方式"_s, u"%1（%2）"_s.arg(path.name, timesText(path.promisedDays, path.statutoryDays)));
            writeWhen(3, path.when);
        }
    }

    static QString timesText(int promised, int statutory)
    {
        return u"承诺%1，法定%2"_s.arg(guides::wordForDays(promised), guides::wordForDays(statutory));
    }

    void writeUse(const Item &item, const MaterialUse &use)
    {
        const Material *material = byId(m_pack.materials, use.material);
        if (!material)
            return;
        line(2, u"材料：%1 — %2"_s.arg(material->name, formText(*material)));
        writeWhen(3, use.when);
        if (const domain::Path *path = item.path(use.path))
            fact(3, u"办理方式"_s, path->name);
        fact(3, u"补充说明"_s, use.note);
        fact(3, u"本事项要求"_s, periodText(use.provenance));
        writeMaterial(*material);
    }

    void writeMaterial(const Material &material)
    {
        fact(3, u"材料来源"_s, material.issuer);
        fact(3, u"获取顺序"_s, acquisitionText(material.acquisition));
        fact(3, u"格式要求"_s, material.format);
        fact(3, u"材料依据"_s, material.basis);
        if (material.deferrable)
            line(3, u"可容缺受理"_s);
        if (material.committable)
            line(3, u"可书面承诺告知"_s);
        for (const domain::Checkpoint &point : material.checkpoints)
            fact(3, u"审查要点"_s, u"%1（不符时：%2）"_s.arg(point.text, point.fault));
        fact(3, u"说明"_s, material.note);
        writeProvenance(3, material.provenance);
    }

    QString otherNames(const Item &item) const
    {
        QStringList names;
        for (const Item &other : m_matter.items) {
            if (!item.exclusive.isEmpty() && other.exclusive == item.exclusive && other.id != item.id)
                names << other.name;
        }
        return names.isEmpty() ? QString() : u"不与下列事项同时办理："_s + names.join(u"；"_s);
    }

    QString namesOf(const QStringList &ids) const
    {
        QStringList names;
        for (const QString &id : ids) {
            const Item *item = m_matter.item(id);
            names << (item ? item->name : id);
        }
        return names.join(u"；"_s);
    }

    QString fieldLabels(const QStringList &ids) const
    {
        QStringList labels;
        for (const QString &id : ids) {
            const domain::Field *field = byId(m_pack.fields, id);
            labels << (field ? field->label : id);
        }
        return labels.join(u"、"_s);
    }

    const GuidePack &m_pack;
    const Matter &m_matter;
    QString m_text;
    int m_items = 0;
};

}

QString matterText(const GuidePack &pack, const Matter &matter)
{
    return MatterText(pack, matter).text();
}
