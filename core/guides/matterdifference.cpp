#include "core/guides/matterdifference.h"

#include "core/domain/conditionwords.h"
#include "core/guides/shareddifference.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::Attention;
using domain::Faq;
using domain::Item;
using domain::MaterialUse;
using domain::Matter;
using domain::Mistake;
using domain::Path;
using domain::Situation;
using domain::SpecialStep;

namespace {

template <class Entry>
QString keyOf(const Entry &entry)
{
    return entry.id;
}

QString materialName(const domain::GuidePack &pack, const QString &id)
{
    const auto it = std::ranges::find(pack.materials, id, &domain::Material::id);
    return cited(it == pack.materials.end() ? id : it->name);
}

QString fieldLabel(const domain::GuidePack &pack, const QString &id)
{
    const auto it = std::ranges::find(pack.fields, id, &domain::Field::id);
    return it == pack.fields.end() ? id : it->label;
}

/// From which day a use of a material is asked for, as the beginning of what is said of it; empty: from the day of the pack.
QString sinceText(const MaterialUse &use)
{
    return use.provenance.from.isNull() ? QString() : u"自%1起"_s.arg(use.provenance.from.toString(Qt::ISODate));
}

QString stepText(const SpecialStep &step)
{
    return step.days < 0 ? step.name : u"%1（%2）"_s.arg(step.name, wordForDays(step.days));
}

}

void MatterComparison::run()
{
    Comparison<Matter> matter(m_old.matter, m_now.matter, {}, m_list);
    matter.text(&Matter::id, u"代码"_s);
    matter.text(&Matter::name, u"名称"_s);
    matter.text(&Matter::code, u"一件事编码"_s);
    matter.value(&Matter::sequence, u"序号"_s, [](int sequence) { return QString::number(sequence); });
    matter.value(&Matter::mark, u"标记"_s, wordForMark);
    matter.text(&Matter::lead, u"牵头部门"_s);
    matter.differs(&Matter::audience); // the pack's, told with the pack
    matter.value(&Matter::status, u"状态"_s, [](domain::MatterStatus status) { return cited(wordFor(status)); });
    matter.texts(&Matter::keywords, u"常用说法"_s);
    matter.entries(
        &Matter::situations, u"情形问题"_s, Effect::Checklist, keyOf<Situation>,
        [](const Situation &situation) { return situation.question; },
        [this](const Situation &old, const Situation &now) { compareSituation(old, now); });
    matter.entries(
        &Matter::items, u"联办事项"_s, Effect::Checklist, keyOf<Item>, [](const Item &item) { return item.name; },
        [this](const Item &old, const Item &now) { compareItem(old, now); });
    matter.words(&Matter::rosters, u"多人名单"_s, [](const domain::Roster &roster) { return roster.title; });
    compareProse(matter);
    matter.rest();
}

void MatterComparison::compareProse(Comparison<Matter> &matter)
{
    matter.text(&Matter::serves, u"服务对象"_s);
    matter.texts(&Matter::conditions, u"申请条件"_s);
    matter.texts(&Matter::intermediaries, u"中介服务"_s);
    matter.texts(&Matter::process, u"办理流程"_s);
    if (matter.differs(&Matter::service))
        compareService(matter.old().service, matter.now().service, {}, m_list);
    if (matter.differs(&Matter::attention)) {
        Comparison<Attention> attention(matter.old().attention, matter.now().attention, {}, m_list);
        attention.text(&Attention::appointment, u"预约要求"_s);
        attention.text(&Attention::inPerson, u"本人到场要求"_s);
        attention.text(&Attention::allParties, u"当事人到场要求"_s);
        attention.text(&Attention::photos, u"照片要求"_s);
        attention.rest();
    }
    matter.texts(&Matter::cautions, u"特殊注意事项"_s);
    matter.words(&Matter::mistakes, u"常见错误示例"_s, [](const Mistake &mistake) { return mistake.wrong; });
    matter.words(&Matter::faq, u"常见问题"_s, [](const Faq &faq) { return faq.question; });
    matter.text(&Matter::document, u"清单来源"_s);
    matter.text(&Matter::misprint, u"勘误"_s);
    matter.provenance(&Matter::provenance, Effect::Words);
}

void MatterComparison::compareSituation(const Situation &old, const Situation &now)
{
    using Option = Situation::Option;
    const QString subject = u"情形问题"_s + cited(old.question);
    Comparison<Situation> situation(old, now, subject, m_list);
    situation.text(&Situation::question, u"问法"_s, Effect::Checklist);
    situation.text(&Situation::help, u"说明"_s);
    situation.value(&Situation::kind, u"类型"_s, [](Situation::Kind kind) { return wordFor(kind); }, Effect::Checklist);
    situation.entries(
        &Situation::options, u"选项"_s, Effect::Checklist, keyOf<Option>, [](const Option &option) { return option.label; },
        [&](const Option &before, const Option &after) {
            Comparison<Option> option(before, after, subject + u"的选项"_s + cited(before.label), m_list);
            option.text(&Option::label, u"文字"_s, Effect::Checklist);
            option.rest();
        });
    situation.text(&Situation::unit, u"单位"_s, Effect::Checklist);
    compareWhen(situation);
    situation.provenance(&Situation::provenance, Effect::Words);
    situation.rest();
}

void MatterComparison::compareItem(const Item &old, const Item &now)
{
    const QString subject = u"事项"_s + cited(old.name);
    Comparison<Item> item(old, now, subject, m_list);
    item.text(&Item::name, u"名称"_s, Effect::Checklist);
    item.text(&Item::code, u"实施编码"_s);
    item.text(&Item::department, u"协办部门"_s);
    item.text(&Item::level, u"层级"_s);
    item.text(&Item::note, u"备注"_s);
    item.text(&Item::misprint, u"勘误"_s);
    compareWhen(item);
    item.text(&Item::exclusive, u"择一办理分组"_s, Effect::Checklist);
    item.words(
        &Item::after, u"前置事项"_s,
        [this](const QString &id) {
            const Item *before = m_now.matter.item(id) ? m_now.matter.item(id) : m_old.matter.item(id);
            return before ? before->name : id;
        },
        Effect::Checklist);
    compareWork(item, subject);
    compareUses(item);
    item.words(
        &Item::fields, u"填写项"_s,
        [this](const QString &id) {
            const QString label = fieldLabel(m_now.pack, id);
            return label == id ? fieldLabel(m_old.pack, id) : label;
        },
        Effect::Checklist);
    item.provenance(&Item::provenance, Effect::Words);
    item.rest();
}

void MatterComparison::compareWork(Comparison<Item> &item, const QString &subject)
{
    item.text(&Item::basis, u"设定依据"_s);
    item.texts(&Item::conditions, u"申请条件"_s);
    item.words(&Item::special, u"特别环节"_s, stepText);
    item.entries(
        &Item::paths, u"办理方式"_s, Effect::Checklist, keyOf<Path>, [](const Path &path) { return path.name; },
        [&](const Path &old, const Path &now) { comparePath(old, now, subject); });
    item.days(&Item::promisedDays, u"承诺时限"_s);
    item.days(&Item::statutoryDays, u"法定时限"_s);
    item.text(&Item::fee, u"收费"_s);
    item.text(&Item::feeBasis, u"收费依据"_s);
    item.text(&Item::outcome, u"办理结果"_s);
    item.text(&Item::outcomeSample, u"结果样本"_s);
    item.text(&Item::place, u"办理地点"_s);
}

void MatterComparison::comparePath(const Path &old, const Path &now, const QString &item)
{
    Comparison<Path> path(old, now, item + u"的办理方式"_s + cited(old.name), m_list);
    path.text(&Path::name, u"名称"_s, Effect::Checklist);
    compareWhen(path);
    path.days(&Path::promisedDays, u"承诺时限"_s);
    path.days(&Path::statutoryDays, u"法定时限"_s);
    path.rest();
}

/// A use has no id; it is the same use when it asks for the same material on the same path.
void MatterComparison::compareUses(Comparison<Item> &item)
{
    if (!item.differs(&Item::materials))
        return;
    const QList<MaterialUse> &old = item.old().materials;
    const QList<MaterialUse> &now = item.now().materials;
    const Pairing pairs
        = paired(old, now, [](const MaterialUse &use) { return use.material + u'/' + use.path; });
    const auto onPath = [](const Item &of, const MaterialUse &use) {
        const Path *path = of.path(use.path);
        return path ? u"（办理方式%1）"_s.arg(cited(path->name)) : QString();
    };
    for (const qsizetype at : pairs.removed)
        item.say(u"删去材料"_s + materialName(m_old.pack, old[at].material) + onPath(item.old(), old[at]),
                 Effect::Checklist);
    for (const qsizetype at : pairs.added) {
        const QString condition = conditionOf(now[at].when, m_now);
        const QString when = condition.isEmpty() ? QString() : u"（条件：%1）"_s.arg(condition);
        item.say(sinceText(now[at]) + u"增加材料"_s + materialName(m_now.pack, now[at].material)
                     + onPath(item.now(), now[at]) + when,
                 Effect::Checklist);
    }
    if (pairs.isMoved)
        item.say(u"的材料顺序有调整"_s, Effect::Words);
    for (const auto &[before, after] : pairs.both) {
        if (!(old[before] == now[after]))
            compareUse(old[before], now[after], u"事项"_s + cited(item.old().name));
    }
}

void MatterComparison::compareUse(const MaterialUse &old, const MaterialUse &now, const QString &subject)
{
    Comparison<MaterialUse> use(old, now, subject + u"的材料"_s + materialName(m_old.pack, old.material), m_list);
    compareWhen(use);
    use.text(&MaterialUse::note, u"补充说明"_s, Effect::Checklist);
    use.provenance(&MaterialUse::provenance, Effect::Checklist);
    use.rest();
}

template <class T>
void MatterComparison::compareWhen(Comparison<T> &entry)
{
    if (!entry.differs(&T::when))
        return;
    const QString always = u"任何情形"_s;
    const QString before = conditionOf(entry.old().when, m_old);
    const QString after = conditionOf(entry.now().when, m_now);
    entry.changed(u"适用条件"_s, before.isEmpty() ? always : before, after.isEmpty() ? always : after, Effect::Checklist);
}

QString MatterComparison::conditionOf(const domain::Condition &condition, const Side &side) const
{
    return domain::conditionWords(condition, side.matter, side.pack);
}

}
