#include "core/guides/mattershape.h"

#include "core/guides/conditionshape.h"
#include "core/guides/objectreader.h"
#include "core/guides/proseshape.h"
#include "core/guides/provenanceshape.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::Item;
using domain::MaterialUse;
using domain::Matter;
using domain::MatterStatus;
using domain::Path;
using domain::Situation;

namespace {

/// Longer than any time a law gives, in working days.
constexpr int mostDays = 1000;

Situation::Option shapeOption(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {object.id("id"_L1), object.text("label"_L1)};
}

Situation shapeSituation(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    Situation situation;
    situation.id = object.id("id"_L1);
    situation.question = object.text("question"_L1);
    situation.help = object.text("help"_L1, Need::Optional);
    situation.kind = object.word<Situation::Kind>("kind"_L1, words::situationKinds);
    situation.options = object.list<Situation::Option>("options"_L1, shapeOption);
    situation.unit = object.text("unit"_L1, Need::Optional);
    situation.when = shapeWhen(object);
    situation.provenance = shapeProvenance(object, inspection, Need::Required);
    return situation;
}

Path shapePath(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    Path path;
    path.id = object.id("id"_L1);
    path.name = object.text("name"_L1);
    path.when = shapeWhen(object);
    path.promisedDays = object.whole("promisedDays"_L1, 0, mostDays, -1);
    path.statutoryDays = object.whole("statutoryDays"_L1, 0, mostDays, -1);
    return path;
}

MaterialUse shapeUse(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    MaterialUse use;
    use.material = object.id("material"_L1);
    use.when = shapeWhen(object);
    use.path = object.id("path"_L1, Need::Optional);
    use.note = object.text("note"_L1, Need::Optional);
    use.provenance = shapeProvenance(object, inspection, Need::Optional);
    return use;
}

void shapeRow(ObjectReader &object, Item &item)
{
    item.id = object.id("id"_L1);
    item.code = object.text("code"_L1, Need::Optional);
    item.name = object.text("name"_L1);
    item.department = object.text("department"_L1);
    item.level = object.text("level"_L1);
    item.note = object.text("note"_L1, Need::Optional);
    item.misprint = object.text("misprint"_L1, Need::Optional);
}

Item shapeItem(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    Item item;
    shapeRow(object, item);
    item.when = shapeWhen(object);
    item.exclusive = object.id("exclusive"_L1, Need::Optional);
    item.after = object.ids("after"_L1);
    item.basis = object.text("basis"_L1, Need::Optional);
    item.conditions = object.texts("conditions"_L1);
    item.special = object.list<domain::SpecialStep>("special"_L1, shapeSpecialStep);
    item.paths = object.list<Path>("paths"_L1, shapePath);
    item.promisedDays = object.whole("promisedDays"_L1, 0, mostDays, -1);
    item.statutoryDays = object.whole("statutoryDays"_L1, 0, mostDays, -1);
    item.fee = object.text("fee"_L1, Need::Optional);
    item.feeBasis = object.text("feeBasis"_L1, Need::Optional);
    item.outcome = object.text("outcome"_L1, Need::Optional);
    item.outcomeSample = object.id("outcomeSample"_L1, Need::Optional);
    item.place = object.text("place"_L1, Need::Optional);
    item.materials = object.list<MaterialUse>("materials"_L1, shapeUse);
    item.fields = object.ids("fields"_L1);
    item.provenance = shapeProvenance(object, inspection, Need::Optional);
    return item;
}

domain::Roster shapeRoster(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    domain::Roster roster;
    roster.id = object.id("id"_L1);
    roster.title = object.text("title"_L1);
    roster.fields = object.ids("fields"_L1);
    roster.provenance = shapeProvenance(object, inspection, Need::Required);
    return roster;
}

/// The elements of the guide that are words to read.
void shapeProse(ObjectReader &object, Matter &matter, Inspection &inspection)
{
    matter.serves = object.text("serves"_L1, Need::Optional);
    matter.conditions = object.texts("conditions"_L1);
    matter.intermediaries = object.texts("intermediaries"_L1);
    matter.process = object.texts("process"_L1);
    matter.service = object.single<domain::Service>("service"_L1, shapeService, Need::Optional);
    matter.attention = object.single<domain::Attention>("attention"_L1, shapeAttention, Need::Optional);
    matter.cautions = object.texts("cautions"_L1);
    matter.mistakes = object.list<domain::Mistake>("mistakes"_L1, shapeMistake);
    matter.faq = object.list<domain::Faq>("faq"_L1, shapeFaq);
    matter.provenance = shapeProvenance(object, inspection, Need::Optional);
}

}

Matter shapeMatter(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    Matter matter;
    matter.id = object.id("id"_L1);
    matter.code = object.text("code"_L1, Need::Optional);
    matter.sequence = object.whole("sequence"_L1, 1, 9999);
    matter.mark = QChar(object.word<char16_t>("mark"_L1, words::marks));
    matter.name = object.text("name"_L1);
    matter.lead = object.text("lead"_L1);
    matter.status = object.word<MatterStatus>("status"_L1, words::statuses);
    matter.keywords = object.texts("keywords"_L1);
    matter.situations = object.list<Situation>("situations"_L1, shapeSituation);
    matter.items = object.list<Item>("items"_L1, shapeItem, Need::Required);
    matter.rosters = object.list<domain::Roster>("rosters"_L1, shapeRoster);
    shapeProse(object, matter, inspection);
    matter.document = object.text("document"_L1, Need::Optional);
    matter.misprint = object.text("misprint"_L1, Need::Optional);
    return matter;
}

}
