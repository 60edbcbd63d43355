#include "core/papers/guidefacts.h"

#include <algorithm>

namespace papers {

using namespace Qt::StringLiterals;
using domain::Item;
using domain::Material;
using domain::MaterialUse;

namespace {

struct NeededFor {
    int item; ///< from 0
    const MaterialUse *use;
};

/// The materials of a matter in the order in which its items ask for them, each once.
class MaterialList
{
public:
    explicit MaterialList(const GuideFacts &from) : m_from(from)
    {
        const QList<Item> &items = from.guide.matter.items;
        for (int i = 0; i < items.size(); ++i) {
            for (const MaterialUse &use : items[i].materials) {
                const auto found = from.guide.materials.constFind(use.material);
                if (found == from.guide.materials.cend())
                    continue;
                const Material &material = *found;
                if (!isCurrent(use.provenance, from.day) || !isCurrent(material.provenance, from.day))
                    continue;
                if (!m_ids.contains(use.material))
                    m_ids << use.material;
                m_uses[use.material] << NeededFor{i, &use};
            }
        }
    }

    const QStringList &ids() const { return m_ids; }

    QJsonArray rows() const
    {
        QJsonArray rows;
        for (const QString &id : m_ids)
            rows << row(m_from.guide.materials[id]);
        return rows;
    }

private:
    QJsonObject row(const Material &material) const
    {
        QStringList points;
        for (const domain::Checkpoint &point : material.checkpoints)
            points << point.text;
        const QList<NeededFor> uses = m_uses[material.id];
        QJsonObject row{
            {u"material"_s, material.name},
            {u"issuer"_s, material.issuer},
            {u"basis"_s, material.basis},
            {u"format"_s, material.format},
            {u"deferrable"_s, material.deferrable},
            {u"committable"_s, material.committable},
            {u"points"_s, textRows(points)},
            {u"note"_s, material.note},
            {u"uses"_s, useRows(uses)},
            {u"useNotes"_s, useNotes(uses)},
            {u"always"_s, std::ranges::any_of(uses, [this](const NeededFor &one) { return isAlways(one); })},
            {u"onlyWhen"_s, onlyWhen(uses)},
            {u"everyUseWhen"_s, everyUseWhen(uses)},
            {u"sampleTitle"_s, m_from.guide.samples.value(material.sample).title}};
        addSources(row, material);
        addProvenance(row, material.provenance, m_from.day);
        return row;
    }

    bool isAlways(const NeededFor &one) const
    {
        const Item &item = m_from.guide.matter.items[one.item];
        return one.use->path.isEmpty() && one.use->when.kind == domain::Condition::Kind::Always
            && item.when.kind == domain::Condition::Kind::Always && item.exclusive.isEmpty();
    }

    /// The one condition under which all that need it do; empty: none, or not one.
    QString onlyWhen(const QList<NeededFor> &uses) const
    {
        QStringList conditions;
        for (const NeededFor &one : uses) {
            const Item &item = m_from.guide.matter.items[one.item];
            const bool hasOwn = one.use->when.kind != domain::Condition::Kind::Always;
            conditions << whenText(hasOwn ? one.use->when : item.when, m_from.guide);
        }
        conditions.removeDuplicates();
        return conditions.size() == 1 ? conditions.first() : QString();
    }

    /// What all uses say by themselves; empty: nothing, or not the same.
    QString everyUseWhen(const QList<NeededFor> &uses) const
    {
        const bool isOne
            = std::ranges::all_of(uses, [&](const NeededFor &one) { return one.use->when == uses.first().use->when; });
        return isOne ? whenText(uses.first().use->when, m_from.guide) : QString();
    }

    /// Uses under the same conditions in one row.
    QJsonArray useRows(const QList<NeededFor> &uses) const
    {
        const bool isSaidOnce = !everyUseWhen(uses).isEmpty();
        QJsonArray rows;
        for (const NeededFor &one : uses) {
            const domain::Path *path = m_from.guide.matter.items[one.item].path(one.use->path);
            QJsonObject row{{u"useWhen"_s, isSaidOnce ? QString() : whenText(one.use->when, m_from.guide)},
                            {u"usePath"_s, path ? path->name : QString()}};
            addProvenance(row, one.use->provenance, m_from.day);
            addNumber(rows, row, one.item + 1);
        }
        return rows;
    }

    /// What the uses say beside the note of the material, each once.
    static QJsonArray useNotes(const QList<NeededFor> &uses)
    {
        QJsonArray rows;
        for (const NeededFor &one : uses) {
            if (!one.use->note.isEmpty())
                addNumber(rows, {{u"useNote"_s, one.use->note}}, one.item + 1);
        }
        return rows;
    }

    /// Adds \a number to the row that is otherwise like \a row.
    static void addNumber(QJsonArray &rows, QJsonObject row, int number)
    {
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QJsonObject other = rows[i].toObject();
            const QString numbers = other.take(u"numbers"_s).toString();
            other.remove(u"isFirst"_s);
            if (other == row) {
                row.insert(u"numbers"_s, u"%1、%2"_s.arg(numbers).arg(number));
                row.insert(u"isFirst"_s, i == 0);
                rows[i] = row;
                return;
            }
        }
        row.insert(u"numbers"_s, QString::number(number));
        row.insert(u"isFirst"_s, rows.isEmpty());
        rows << row;
    }

    const GuideFacts &m_from;
    QStringList m_ids;
    QMap<QString, QList<NeededFor>> m_uses;
};

QJsonObject fieldRow(const domain::Field &field, const domain::Guide &guide)
{
    return {{u"label"_s, field.label},
            {u"required"_s, field.required},
            {u"choices"_s, textRows(field.choices)},
            {u"example"_s, field.example},
            {u"fieldWhen"_s, whenText(field.when, guide)}};
}

/// The blanks of the one form, by whom they are about.
QJsonArray fieldGroups(const domain::Guide &guide)
{
    using Role = domain::Field::Role;
    static const QList<std::pair<Role, QString>> roles{
        {Role::Applicant, u"roleApplicant"_s},   {Role::Subject, u"roleSubject"_s},
        {Role::OtherParty, u"roleOtherParty"_s}, {Role::Agent, u"roleAgent"_s},
        {Role::Enterprise, u"roleEnterprise"_s}, {Role::Matter, u"roleMatter"_s}};
    QStringList ids;
    for (const Item &item : guide.matter.items)
        ids << item.fields;
    ids.removeDuplicates();
    QJsonArray groups;
    for (const auto &[role, word] : roles) {
        QJsonArray fields;
        for (const QString &id : std::as_const(ids)) {
            const auto field = guide.fields.constFind(id);
            if (field != guide.fields.cend() && field->role == role)
                fields << fieldRow(*field, guide);
        }
        QJsonObject group{{u"fields"_s, fields}};
        for (const auto &[other, flag] : roles)
            group.insert(flag, other == role);
        if (!fields.isEmpty())
            groups << group;
    }
    return groups;
}

QJsonObject sampleRow(const domain::Sample &sample, QDate day)
{
    QJsonArray rows;
    for (const domain::Sample::Row &row : sample.rows)
        rows << QJsonObject{{u"label"_s, row.label}, {u"value"_s, row.value}};
    QJsonObject made{
        {u"title"_s, sample.title}, {u"rows"_s, rows}, {u"sampleNote"_s, sample.note}, {u"link"_s, sample.link}};
    addProvenance(made, sample.provenance, day);
    return made;
}

QJsonArray sampleRows(QStringList ids, const GuideFacts &from)
{
    ids.removeDuplicates();
    QJsonArray rows;
    for (const QString &id : std::as_const(ids)) {
        const auto sample = from.guide.samples.constFind(id);
        if (sample != from.guide.samples.cend() && isCurrent(sample->provenance, from.day))
            rows << sampleRow(*sample, from.day);
    }
    return rows;
}

QJsonArray paragraphs(const domain::Letter &letter, bool filled)
{
    QStringList texts = letter.paragraphs;
    for (QString &text : texts) {
        for (const domain::Letter::Blank &blank : letter.blanks)
            text.replace(u'{' + blank.id + u'}', filled ? blank.example : u"＿"_s.repeated(8));
    }
    return textRows(texts);
}

/// Those that a material of the matter has a use for.
QJsonArray letterRows(const GuideFacts &from, const QStringList &materials)
{
    const auto anyMaterial = [&](bool Material::*allowed) {
        return std::ranges::any_of(materials, [&](const QString &id) { return from.guide.materials[id].*allowed; });
    };
    QJsonArray rows;
    for (const domain::Letter &letter : from.guide.letters) {
        const bool isDeferral = letter.kind == domain::Letter::Kind::Deferral;
        if (!anyMaterial(isDeferral ? &Material::deferrable : &Material::committable)
            || !isCurrent(letter.provenance, from.day))
            continue;
        QJsonObject row{{u"title"_s, letter.title},
                        {u"blank"_s, paragraphs(letter, false)},
                        {u"filled"_s, paragraphs(letter, true)}};
        addProvenance(row, letter.provenance, from.day);
        rows << row;
    }
    return rows;
}

}

void addMaterialsAndForms(QJsonObject &facts, const GuideFacts &from)
{
    const MaterialList list(from);
    const auto any = [&](auto isSo) {
        return std::ranges::any_of(list.ids(), [&](const QString &id) { return isSo(from.guide.materials[id]); });
    };
    facts.insert(u"materials"_s, list.rows());
    facts.insert(u"materialCount"_s, list.ids().size());
    facts.insert(u"mayDefer"_s, any([](const Material &material) { return material.deferrable; }));
    facts.insert(u"mayCommit"_s, any([](const Material &material) { return material.committable; }));
    facts.insert(u"fieldGroups"_s, fieldGroups(from.guide));
    facts.insert(u"letters"_s, letterRows(from, list.ids()));
    QStringList outcomes;
    for (const Item &item : from.guide.matter.items)
        outcomes << item.outcomeSample;
    facts.insert(u"outcomeSamples"_s, sampleRows(outcomes, from));
    QStringList forms;
    for (const QString &id : list.ids())
        forms << from.guide.materials[id].sample;
    facts.insert(u"materialSamples"_s, sampleRows(forms, from));
    QJsonArray downloads;
    for (const QJsonValue &sample : sampleRows(forms + outcomes, from)) {
        if (!sample[u"link"_s].toString().isEmpty())
            downloads << sample;
    }
    facts.insert(u"downloads"_s, downloads);
}

}
