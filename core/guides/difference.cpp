#include "core/guides/difference.h"

#include "core/guides/matterdifference.h"
#include "core/guides/shareddifference.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::GuidePack;
using domain::Matter;

namespace {

/// Longest part of a text that is repeated in a sentence, in UTF-16 units.
constexpr qsizetype longestCitation = 120;

void compareMatters(Comparison<GuidePack> &pack, DifferenceList &list)
{
    const GuidePack &old = pack.old();
    const GuidePack &now = pack.now();
    if (!pack.differs(&GuidePack::matters))
        return;
    const Pairing pairs = paired(old.matters, now.matters, [](const Matter &matter) { return matter.id; });
    for (const qsizetype at : pairs.removed) {
        list.standIn(&old.matters[at]);
        list.say({}, u"事项%1不再办理"_s.arg(cited(old.matters[at].name)), Effect::Checklist);
    }
    for (const qsizetype at : pairs.added) {
        list.standIn(&now.matters[at]);
        list.say({}, u"新增事项%1"_s.arg(cited(now.matters[at].name)), Effect::Checklist);
    }
    for (const auto &[before, after] : pairs.both) {
        list.standIn(&now.matters[after]);
        if (!(old.matters[before] == now.matters[after]))
            MatterComparison({old, old.matters[before]}, {now, now.matters[after]}, list).run();
    }
    list.standIn(nullptr);
    if (pairs.isMoved)
        list.say({}, u"事项顺序有调整"_s, Effect::Words);
}

/// The entries of \a all that \a wanted names, in their order.
template <class Entry>
QList<Entry> chosen(const QList<Entry> &all, const QMap<QString, Entry> &wanted)
{
    QList<Entry> some;
    for (const Entry &entry : all) {
        if (wanted.contains(entry.id))
            some.append(entry);
    }
    return some;
}

void addParameters(QStringList &names, const domain::Condition &condition)
{
    if (!condition.parameter.isEmpty())
        names.append(condition.parameter);
    for (const domain::Condition &part : condition.parts)
        addParameters(names, part);
}

QStringList parametersIn(const domain::Guide &guide)
{
    QStringList names;
    for (const domain::Situation &situation : guide.matter.situations)
        addParameters(names, situation.when);
    for (const domain::Item &item : guide.matter.items) {
        addParameters(names, item.when);
        for (const domain::Path &path : item.paths)
            addParameters(names, path.when);
        for (const domain::MaterialUse &use : item.materials)
            addParameters(names, use.when);
    }
    for (const domain::Field &field : guide.fields)
        addParameters(names, field.when);
    return names;
}

/// A pack with nothing but the matter of \a guide and what it refers to in \a pack.
GuidePack onlyMatter(const GuidePack &pack, const domain::Guide &guide)
{
    GuidePack small;
    small.matters = {guide.matter};
    small.service = pack.service;
    small.materials = chosen(pack.materials, guide.materials);
    small.fields = chosen(pack.fields, guide.fields);
    small.places = chosen(pack.places, guide.places);
    small.samples = chosen(pack.samples, guide.samples);
    for (const QString &id : parametersIn(guide)) {
        small.parameterNames.insert(id, pack.parameterNames.value(id));
        if (pack.parameters.contains(id))
            small.parameters.insert(id, pack.parameters.value(id));
    }
    return small;
}

}

void DifferenceList::standIn(const Matter *matter)
{
    m_matterId = matter ? matter->id : QString();
    m_matterName = matter ? matter->name : QString();
}

void DifferenceList::say(const QString &subject, const QString &what, Effect effect)
{
    m_differences.append({.matterId = m_matterId,
                          .matterName = m_matterName,
                          .text = subject + what,
                          .changesChecklist = effect == Effect::Checklist});
}

QString cited(const QString &text)
{
    const QString shown = text.size() > longestCitation ? text.first(longestCitation) + u'…' : text;
    return u"“%1”"_s.arg(shown);
}

QList<Difference> differencesBetween(const GuidePack &old, const GuidePack &now)
{
    DifferenceList list;
    Comparison<GuidePack> pack(old, now, {}, list);
    compareShared(pack, list);
    compareMatters(pack, list);
    pack.rest();
    return list.take();
}

QList<Difference> differencesBetween(const GuidePack &old, const GuidePack &now, const QString &matterId)
{
    const std::optional<domain::Guide> before = domain::guideOf(old, matterId);
    const std::optional<domain::Guide> after = domain::guideOf(now, matterId);
    if (before && after)
        return differencesBetween(onlyMatter(old, *before), onlyMatter(now, *after));
    GuidePack left;
    GuidePack right;
    if (before)
        left.matters = {before->matter};
    if (after)
        right.matters = {after->matter};
    return differencesBetween(left, right);
}

}
