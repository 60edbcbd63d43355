#include "core/guides/mattercheck.h"

#include "core/guides/circles.h"
#include "core/guides/conditioncheck.h"

#include <algorithm>

namespace guides {

using namespace Qt::StringLiterals;
using domain::Confidence;
using domain::Item;
using domain::MaterialUse;
using domain::Matter;
using domain::MatterStatus;
using domain::Path;
using domain::Situation;

namespace {

template <class Entry>
QSet<QString> idsOf(const QList<Entry> &entries)
{
    QSet<QString> ids;
    for (const Entry &entry : entries)
        ids.insert(entry.id);
    return ids;
}

template <class Entry>
QHash<QString, const Entry *> byId(const QList<Entry> &entries)
{
    QHash<QString, const Entry *> index;
    for (const Entry &entry : entries)
        index.insert(entry.id, &entry);
    return index;
}

/// Checks one matter against its pack.
class MatterCheck
{
public:
    MatterCheck(const Matter &matter, const PackIndex &pack, Inspection &inspection)
        : m_matter(matter), m_pack(pack), m_inspection(inspection), m_situations(byId(matter.situations)),
          m_items(byId(matter.items))
    {
    }

    void run()
    {
        checkUniqueIds("situations", m_matter.situations, m_inspection);
        checkUniqueIds("items", m_matter.items, m_inspection);
        eachAt("situations", m_matter.situations, m_inspection,
               [this](qsizetype, const Situation &situation) { checkSituation(situation); });
        eachAt("items", m_matter.items, m_inspection, [this](qsizetype, const Item &item) { checkItem(item); });
        checkUniqueIds("rosters", m_matter.rosters, m_inspection);
        eachAt("rosters", m_matter.rosters, m_inspection,
               [this](qsizetype, const domain::Roster &roster) { checkRoster(roster); });
        checkService(m_matter.service, m_pack, m_inspection);
        checkProse();
        checkCircles("situations", "when", m_matter.situations,
                     [](const Situation &situation) { return domain::situationsIn(situation.when); });
        checkCircles("items", "after", m_matter.items, [](const Item &item) { return item.after; });
    }

private:
    void checkWhen(const domain::Condition &when)
    {
        const Inspection::Step step = m_inspection.into("when");
        checkCondition(when, m_situations, m_pack.parameters, m_inspection);
    }

    void checkSituation(const Situation &situation)
    {
        checkWhen(situation.when);
        checkUniqueIds("options", situation.options, m_inspection);
        const bool isChoice = situation.kind == Situation::Kind::Choice;
        if (isChoice && situation.options.size() < 2)
            m_inspection.faultAt("options", u"a choice needs two or more"_s);
        if (!isChoice && !situation.options.isEmpty())
            m_inspection.faultAt("options", u"a number has no options"_s);
        if (isChoice != situation.unit.isEmpty())
            m_inspection.faultAt("unit", isChoice ? u"a choice has no unit"_s : u"a number needs its unit"_s);
        checkConfidence(situation.provenance.confidence);
    }

    void checkItem(const Item &item)
    {
        checkWhen(item.when);
        checkUniqueIds("paths", item.paths, m_inspection);
        eachAt("paths", item.paths, m_inspection, [this](qsizetype, const Path &path) { checkWhen(path.when); });
        eachAt("after", item.after, m_inspection, [this](qsizetype, const QString &id) {
            if (!m_items.contains(id))
                m_inspection.fault(u"no item %1 in this matter"_s.arg(quoted(id)));
        });
        eachAt("materials", item.materials, m_inspection,
               [&](qsizetype index, const MaterialUse &use) { checkUse(item, index, use); });
        eachAt("fields", item.fields, m_inspection, [this](qsizetype, const QString &id) { checkField(id); });
        checkExclusive(item);
        checkSource(item);
        if (!item.outcomeSample.isEmpty() && !m_pack.samples.contains(item.outcomeSample))
            m_inspection.faultAt("outcomeSample", u"no sample %1 in this pack"_s.arg(quoted(item.outcomeSample)));
    }

    /// Its columns are fields of the matter, each in one roster only, beginning with the name of a person.
    void checkRoster(const domain::Roster &roster)
    {
        const auto isAsked = [this](const QString &id) {
            return std::ranges::any_of(m_matter.items, [&](const Item &item) { return item.fields.contains(id); });
        };
        eachAt("fields", roster.fields, m_inspection, [&](qsizetype, const QString &id) {
            if (!isAsked(id))
                m_inspection.fault(u"no item of this matter asks for the field %1"_s.arg(quoted(id)));
            else if (std::exchange(m_rosterOf[id], roster.id) != QString())
                m_inspection.fault(u"the field %1 stands in two rosters or twice in one"_s.arg(quoted(id)));
        });
        const domain::Field *first = m_pack.fields.value(roster.fields.value(0));
        if (!first || first->kind != domain::Field::Kind::PersonName)
            m_inspection.faultAt("fields", u"the first is to be the name of a person"_s);
        checkConfidence(roster.provenance.confidence);
    }

    void checkProse()
    {
        const bool isWorkedOut = m_matter.status != MatterStatus::Catalogue;
        const bool hasProse = !m_matter.faq.isEmpty() || !m_matter.mistakes.isEmpty() || !m_matter.conditions.isEmpty();
        if (isWorkedOut && hasProse && m_matter.provenance.source.isEmpty())
            m_inspection.faultAt("source", u"is missing: the matter tells more than catalogue rows"_s);
        if (!m_matter.provenance.source.isEmpty())
            checkConfidence(m_matter.provenance.confidence);
    }

    void checkUse(const Item &item, qsizetype index, const MaterialUse &use)
    {
        checkWhen(use.when);
        const auto material = m_pack.materials.constFind(use.material);
        if (material == m_pack.materials.constEnd())
            m_inspection.faultAt("material", u"no material %1 in this pack"_s.arg(quoted(use.material)));
        else
            checkConfidence((*material)->provenance.confidence);
        if (!use.path.isEmpty() && !item.path(use.path))
            m_inspection.faultAt("path", u"no path %1 in this item"_s.arg(quoted(use.path)));
        if (item.materials.indexOf(use) < index)
            m_inspection.fault(u"stands twice in the list"_s);
    }

    /// Fields are defined for the whole pack, situations for a matter: here both meet.
    void checkField(const QString &id)
    {
        const auto field = m_pack.fields.constFind(id);
        if (field == m_pack.fields.constEnd())
            m_inspection.fault(u"no field %1 in this pack"_s.arg(quoted(id)));
        else if ((*field)->when.kind != domain::Condition::Kind::Always)
            checkFieldWhen(**field);
    }

    void checkFieldWhen(const domain::Field &field)
    {
        Inspection condition{{}};
        checkCondition(field.when, m_situations, m_pack.parameters, condition);
        for (const base::Error &fault : condition.faults())
            m_inspection.fault(u"the condition of field %1 does not fit: %2"_s.arg(quoted(field.id), fault.detail));
    }

    void checkExclusive(const Item &item)
    {
        const auto isOther = [&](const Item &other) { return &other != &item && other.exclusive == item.exclusive; };
        if (!item.exclusive.isEmpty() && std::ranges::none_of(m_matter.items, isOther))
            m_inspection.faultAt("exclusive", u"no other item is in the group %1"_s.arg(quoted(item.exclusive)));
    }

    void checkSource(const Item &item)
    {
        const bool isWorkedOut = m_matter.status != MatterStatus::Catalogue;
        if (isWorkedOut && item.provenance.source.isEmpty())
            m_inspection.faultAt("source", u"is missing: the matter is more than catalogue rows"_s);
        checkConfidence(item.provenance.confidence);
    }

    /// Only what the lead department released may look official.
    void checkConfidence(Confidence confidence)
    {
        if (m_matter.status == MatterStatus::Official && confidence != Confidence::Official)
            m_inspection.fault(u"is not of confidence official, but the matter is of status official"_s);
    }

    template <class Entry, class Needs>
    void checkCircles(QUtf8StringView key, QUtf8StringView reason, const QList<Entry> &entries, Needs needsOf)
    {
        QMap<QString, QStringList> needs;
        for (const Entry &entry : entries)
            needs.insert(entry.id, needsOf(entry));
        for (const QStringList &circle : circlesIn(needs)) {
            const auto first = std::ranges::find(entries, circle.front(), &Entry::id);
            const Inspection::Step step = m_inspection.into(key);
            const Inspection::Step entryStep = m_inspection.into(first - entries.begin());
            m_inspection.faultAt(reason, u"waits for itself: "_s + (circle + circle.first(1)).join(u" → "_s));
        }
    }

    const Matter &m_matter;
    const PackIndex &m_pack;
    Inspection &m_inspection;
    const Situations m_situations;
    const QHash<QString, const Item *> m_items;
    QHash<QString, QString> m_rosterOf; ///< field → roster
};

}

PackIndex::PackIndex(const domain::GuidePack &pack)
    : materials(byId(pack.materials)), fields(byId(pack.fields)),
      parameters(pack.parameterNames.keyBegin(), pack.parameterNames.keyEnd()), places(idsOf(pack.places)), samples(idsOf(pack.samples))
{
}

void checkService(const domain::Service &service, const PackIndex &pack, Inspection &inspection)
{
    const Inspection::Step step = inspection.into("service"_L1);
    eachAt("ways", service.ways, inspection, [&](qsizetype, const domain::Way &way) {
        if (!way.place.isEmpty() && !pack.places.contains(way.place))
            inspection.faultAt("place", u"no place %1 in this pack"_s.arg(quoted(way.place)));
    });
}

void checkMatter(const Matter &matter, const PackIndex &pack, Inspection &inspection)
{
    MatterCheck(matter, pack, inspection).run();
}

}
