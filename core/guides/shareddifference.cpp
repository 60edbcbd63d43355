#include "core/guides/shareddifference.h"

#include "core/domain/conditionwords.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::Checkpoint;
using domain::Field;
using domain::GuidePack;
using domain::Letter;
using domain::Material;
using domain::Place;
using domain::Sample;
using domain::Service;
using domain::Way;

namespace {


QString copiesText(int copies)
{
    return u"%1份"_s.arg(copies);
}

QString wayText(const Way &way)
{
    return QStringList{wordFor(way.kind), way.address, way.note}.join(u' ').simplified();
}

QString collectionText(domain::Collection collection)
{
    return wordFor(collection);
}

QString acquisitionName(Material::Acquisition acquisition)
{
    return wordFor(acquisition);
}

QString numberText(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

void compareCheckpoint(const Checkpoint &old, const Checkpoint &now, const QString &material, DifferenceList &list)
{
    Comparison<Checkpoint> point(old, now, material + u"的审查要点"_s + cited(old.text), list);
    point.text(&Checkpoint::text, u"内容"_s, Effect::Checklist);
    point.text(&Checkpoint::fault, u"不符时的告知"_s, Effect::Checklist);
    point.rest();
}

void compareMaterial(const Material &old, const Material &now, DifferenceList &list)
{
    const QString subject = u"材料"_s + cited(old.name);
    Comparison<Material> material(old, now, subject, list);
    material.text(&Material::name, u"名称"_s, Effect::Checklist);
    material.value(&Material::form, u"形式"_s, [](Material::Form form) { return wordFor(form); }, Effect::Checklist);
    material.value(&Material::originals, u"原件份数"_s, copiesText, Effect::Checklist);
    material.value(&Material::copies, u"复印件份数"_s, copiesText, Effect::Checklist);
    material.text(&Material::format, u"格式要求"_s, Effect::Checklist);
    material.words(&Material::acquisition, u"获取方式"_s, acquisitionName, Effect::Checklist);
    material.flag(&Material::deferrable, u"可容缺"_s, u"不可容缺"_s, Effect::Checklist);
    material.flag(&Material::committable, u"可告知承诺"_s, u"不可告知承诺"_s, Effect::Checklist);
    material.entries(
        &Material::checkpoints, u"审查要点"_s, Effect::Checklist, [](const Checkpoint &point) { return point.id; },
        [](const Checkpoint &point) { return point.text; },
        [&](const Checkpoint &before, const Checkpoint &after) { compareCheckpoint(before, after, subject, list); });
    material.text(&Material::issuer, u"出具单位"_s);
    material.text(&Material::basis, u"依据"_s);
    material.text(&Material::note, u"说明"_s);
    material.text(&Material::sample, u"样本"_s);
    material.provenance(&Material::provenance, Effect::Checklist);
    material.rest();
}

/// Situations belong to matters, fields to the pack: the first matter that asks for the field has the words.
QString fieldCondition(const GuidePack &pack, const Field &field)
{
    const auto asks = [&](const domain::Item &item) { return item.fields.contains(field.id); };
    const auto matter = std::ranges::find_if(
        pack.matters, [&](const domain::Matter &of) { return std::ranges::any_of(of.items, asks); });
    const QString words = matter == pack.matters.end() ? QString() : domain::conditionWords(field.when, *matter, pack);
    return words.isEmpty() ? u"任何情形"_s : words;
}

void compareField(const Field &old, const Field &now, const Comparison<GuidePack> &pack, DifferenceList &list)
{
    Comparison<Field> field(old, now, u"填写项"_s + cited(old.label), list);
    field.text(&Field::label, u"名称"_s, Effect::Checklist);
    field.value(&Field::kind, u"类型"_s, [](Field::Kind kind) { return wordFor(kind); }, Effect::Checklist);
    field.value(&Field::role, u"所属"_s, [](Field::Role role) { return wordFor(role); }, Effect::Checklist);
    field.flag(&Field::required, u"必填"_s, u"选填"_s, Effect::Checklist);
    field.texts(&Field::choices, u"选项"_s, Effect::Checklist);
    field.text(&Field::example, u"示例"_s);
    if (field.differs(&Field::when))
        field.changed(u"填写条件"_s, fieldCondition(pack.old(), old), fieldCondition(pack.now(), now), Effect::Checklist);
    field.rest();
}

void comparePlace(const Place &old, const Place &now, DifferenceList &list)
{
    Comparison<Place> place(old, now, u"办理地点"_s + cited(old.name), list);
    place.text(&Place::name, u"名称"_s);
    place.text(&Place::address, u"地址"_s);
    place.text(&Place::hours, u"办公时间"_s);
    place.text(&Place::phone, u"电话"_s);
    place.text(&Place::note, u"说明"_s);
    place.provenance(&Place::provenance, Effect::Words);
    place.rest();
}

void compareSample(const Sample &old, const Sample &now, DifferenceList &list)
{
    Comparison<Sample> sample(old, now, u"样本"_s + cited(old.title), list);
    sample.text(&Sample::title, u"标题"_s);
    sample.words(&Sample::rows, u"栏目"_s, [](const Sample::Row &row) { return row.label; });
    sample.text(&Sample::note, u"说明"_s);
    sample.text(&Sample::link, u"下载网址"_s);
    sample.provenance(&Sample::provenance, Effect::Words);
    sample.rest();
}

void compareLetter(const Letter &old, const Letter &now, DifferenceList &list)
{
    Comparison<Letter> letter(old, now, u"承诺书"_s + cited(old.title), list);
    letter.value(&Letter::kind, u"类别"_s, [](Letter::Kind kind) { return wordFor(kind); });
    letter.text(&Letter::title, u"标题"_s);
    letter.texts(&Letter::paragraphs, u"条款"_s);
    letter.words(&Letter::blanks, u"填写项"_s, [](const Letter::Blank &blank) { return blank.label; });
    letter.provenance(&Letter::provenance, Effect::Words);
    letter.rest();
}

void compareHead(Comparison<GuidePack> &pack)
{
    const QString none = u"不限"_s;
    pack.text(&GuidePack::id, u"指南包代码"_s);
    pack.text(&GuidePack::title, u"指南包名称"_s);
    pack.text(&GuidePack::version, u"版本"_s);
    pack.text(&GuidePack::publisher, u"发布单位"_s);
    pack.text(&GuidePack::regionCode, u"行政区划代码"_s);
    pack.text(&GuidePack::regionName, u"行政区划名称"_s);
    pack.text(&GuidePack::audience, u"服务群体"_s);
    pack.text(&GuidePack::sourceDocument, u"清单来源"_s);
    if (pack.differs(&GuidePack::from))
        pack.changed(u"施行日期"_s, wordForDay(pack.old().from, none), wordForDay(pack.now().from, none), Effect::Words);
    if (pack.differs(&GuidePack::until))
        pack.changed(u"失效日期"_s, wordForDay(pack.old().until, none), wordForDay(pack.now().until, none), Effect::Words);
    pack.text(&GuidePack::base, u"所依据的指南包"_s, Effect::Checklist);
    pack.texts(&GuidePack::drops, u"不办理的事项"_s, Effect::Checklist);
}

QString parameterName(const GuidePack &pack, const QString &id)
{
    return u"地区参数"_s + cited(pack.parameterNames.value(id, id));
}

bool hasParameter(const GuidePack &pack, const QString &id)
{
    return pack.parameterNames.contains(id) || pack.parameters.contains(id);
}

/// A value that is left out is “not set”, which is not the same as there being no such parameter.
QString parameterValue(const GuidePack &pack, const QString &id)
{
    return pack.parameters.contains(id) ? numberText(pack.parameters.value(id)) : u"未设定"_s;
}

void compareParameters(Comparison<GuidePack> &pack)
{
    const GuidePack &old = pack.old();
    const GuidePack &now = pack.now();
    const bool namesDiffer = pack.differs(&GuidePack::parameterNames);
    if (!pack.differs(&GuidePack::parameters) && !namesDiffer)
        return;
    QStringList ids = old.parameterNames.keys() + now.parameterNames.keys() + now.parameters.keys();
    ids.removeDuplicates();
    for (const QString &id : std::as_const(ids)) {
        if (!hasParameter(now, id)) {
            pack.say(u"删去"_s + parameterName(old, id), Effect::Checklist);
            continue;
        }
        if (!hasParameter(old, id)) {
            pack.say(u"增加%1（%2）"_s.arg(parameterName(now, id), parameterValue(now, id)), Effect::Checklist);
            continue;
        }
        if (old.parameterNames.value(id) != now.parameterNames.value(id))
            pack.say(u"%1改名为%2"_s.arg(parameterName(old, id), cited(now.parameterNames.value(id))), Effect::Words);
        if (parameterValue(old, id) != parameterValue(now, id))
            pack.say(u"%1由%2改为%3"_s.arg(parameterName(now, id), parameterValue(old, id), parameterValue(now, id)),
                     Effect::Checklist);
    }
}

template <class Entry>
QString idOf(const Entry &entry)
{
    return entry.id;
}

}

void compareService(const Service &old, const Service &now, const QString &subject, DifferenceList &list)
{
    Comparison<Service> service(old, now, subject, list);
    service.words(&Service::ways, u"办理渠道"_s, wayText);
    service.words(&Service::collection, u"领取方式"_s, collectionText);
    service.texts(&Service::consultation, u"咨询方式"_s);
    service.texts(&Service::complaints, u"监督投诉渠道"_s);
    service.texts(&Service::progress, u"进度查询方式"_s);
    service.rest();
}

void compareShared(Comparison<GuidePack> &pack, DifferenceList &list)
{
    compareHead(pack);
    if (pack.differs(&GuidePack::service))
        compareService(pack.old().service, pack.now().service, {}, list);
    compareParameters(pack);
    pack.entries(&GuidePack::materials, u"材料"_s, Effect::Words, idOf<Material>,
                 [](const Material &material) { return material.name; },
                 [&](const Material &old, const Material &now) { compareMaterial(old, now, list); });
    pack.entries(&GuidePack::fields, u"填写项"_s, Effect::Words, idOf<Field>,
                 [](const Field &field) { return field.label; },
                 [&](const Field &old, const Field &now) { compareField(old, now, pack, list); });
    pack.entries(&GuidePack::places, u"办理地点"_s, Effect::Words, idOf<Place>,
                 [](const Place &place) { return place.name; },
                 [&](const Place &old, const Place &now) { comparePlace(old, now, list); });
    pack.entries(&GuidePack::samples, u"样本"_s, Effect::Words, idOf<Sample>,
                 [](const Sample &sample) { return sample.title; },
                 [&](const Sample &old, const Sample &now) { compareSample(old, now, list); });
    pack.entries(&GuidePack::letters, u"承诺书"_s, Effect::Words, idOf<Letter>,
                 [](const Letter &letter) { return letter.title; },
                 [&](const Letter &old, const Letter &now) { compareLetter(old, now, list); });
    pack.texts(&GuidePack::footnotes, u"清单附注"_s);
}

QList<Difference> differencesBetween(const Material &old, const Material &now)
{
    DifferenceList list;
    compareMaterial(old, now, list);
    return list.take();
}

}
