#include "core/guides/packshape.h"

#include "core/guides/conditionshape.h"
#include "core/guides/mattershape.h"
#include "core/guides/objectreader.h"
#include "core/guides/proseshape.h"
#include "core/guides/provenanceshape.h"

#include <QRegularExpression>

namespace guides {

using namespace Qt::StringLiterals;
using domain::Checkpoint;
using domain::Field;
using domain::GuidePack;
using domain::Material;
using domain::Matter;

namespace {

struct Parameter {
    QString id;
    QString name;
    std::optional<double> value;
};

struct Region {
    QString code;
    QString name;
};

Parameter shapeParameter(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {object.id("id"_L1), object.text("name"_L1), object.quantity("value"_L1, Need::Optional)};
}

Region shapeRegion(const QJsonValue &value, Inspection &inspection)
{
    static const QRegularExpression sixDigits(u"^[0-9]{6}$"_s);
    ObjectReader object(value, inspection);
    const Region region{object.text("code"_L1), object.text("name"_L1)};
    if (!region.code.isEmpty() && !sixDigits.match(region.code).hasMatch())
        inspection.faultAt("code"_L1, u"%1 has not six digits (GB/T 2260)"_s.arg(quoted(region.code)));
    return region;
}

Field shapeField(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    Field field;
    field.id = object.id("id"_L1);
    field.label = object.text("label"_L1);
    field.kind = object.word<Field::Kind>("kind"_L1, words::fieldKinds);
    field.role = object.word<Field::Role>("role"_L1, words::roles);
    field.required = object.flag("required"_L1, true);
    field.choices = object.texts("choices"_L1);
    field.example = object.text("example"_L1, Need::Optional);
    field.when = shapeWhen(object);
    return field;
}

Checkpoint shapeCheckpoint(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {object.id("id"_L1), object.text("text"_L1), object.text("fault"_L1)};
}

Material shapeMaterial(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    Material material;
    material.id = object.id("id"_L1);
    material.name = object.text("name"_L1);
    material.issuer = object.text("issuer"_L1, Need::Optional);
    material.basis = object.text("basis"_L1, Need::Optional);
    material.form = object.word<Material::Form>("form"_L1, words::forms);
    material.originals = object.whole("originals"_L1, 0, 99, 0);
    material.copies = object.whole("copies"_L1, 0, 99, 0);
    material.format = object.text("format"_L1, Need::Optional);
    material.acquisition = object.words<Material::Acquisition>("acquisition"_L1, words::acquisitions);
    material.deferrable = object.flag("deferrable"_L1, false);
    material.committable = object.flag("committable"_L1, false);
    material.checkpoints = object.list<Checkpoint>("checkpoints"_L1, shapeCheckpoint);
    material.note = object.text("note"_L1, Need::Optional);
    material.sample = object.id("sample"_L1, Need::Optional);
    material.provenance = shapeProvenance(object, inspection, Need::Required);
    return material;
}

void shapeHead(ObjectReader &object, GuidePack &pack, Inspection &inspection)
{
    static const QRegularExpression numbers(u"^[0-9]{1,6}([.][0-9]{1,6}){0,3}$"_s);
    object.whole("format"_L1, 1, 1);
    pack.id = object.id("pack"_L1);
    pack.title = object.text("title"_L1);
    pack.version = object.text("version"_L1);
    if (!pack.version.isEmpty() && !numbers.match(pack.version).hasMatch())
        inspection.faultAt("version"_L1,
                           u"%1 is no version: one to four numbers with dots"_s.arg(quoted(pack.version)));
    pack.publisher = object.text("publisher"_L1);
    const Region region = object.single<Region>("region"_L1, shapeRegion);
    pack.regionCode = region.code;
    pack.regionName = region.name;
    pack.sourceDocument = object.text("source"_L1);
    const Days days = shapeDays(object, inspection, Need::Required);
    pack.from = days.from;
    pack.until = days.until;
}

/// What makes a pack an overlay. Only such a one may come without matters.
void shapeBase(ObjectReader &object, GuidePack &pack)
{
    pack.base = object.id("base"_L1, Need::Optional);
    pack.drops = object.texts("drops"_L1);
}

void shapeCommon(ObjectReader &object, GuidePack &pack)
{
    pack.service = object.single<domain::Service>("service"_L1, shapeService, Need::Optional);
    pack.places = object.list<domain::Place>("places"_L1, shapePlace);
    pack.samples = object.list<domain::Sample>("samples"_L1, shapeSample);
    pack.letters = object.list<domain::Letter>("letters"_L1, shapeLetter);
}

void shapeParameters(ObjectReader &object, GuidePack &pack, Inspection &inspection)
{
    const QList<Parameter> parameters = object.list<Parameter>("parameters"_L1, shapeParameter);
    const Inspection::Step step = inspection.into("parameters"_L1);
    for (qsizetype index = 0; index < parameters.size(); ++index) {
        const Inspection::Step entryStep = inspection.into(index);
        const Parameter &parameter = parameters[index];
        if (pack.parameterNames.contains(parameter.id))
            inspection.faultAt("id"_L1, u"%1 stands twice in this list"_s.arg(quoted(parameter.id)));
        pack.parameterNames.insert(parameter.id, parameter.name);
        if (parameter.value)
            pack.parameters.insert(parameter.id, *parameter.value);
    }
}

}

GuidePack shapePack(const QJsonObject &root, Inspection &inspection)
{
    ObjectReader object(root, inspection);
    GuidePack pack;
    shapeHead(object, pack, inspection);
    shapeBase(object, pack);
    pack.audience = object.word<QStringView>("audience"_L1, words::audiences).toString();
    shapeParameters(object, pack, inspection);
    shapeCommon(object, pack);
    pack.fields = object.list<Field>("fields"_L1, shapeField);
    pack.materials = object.list<Material>("materials"_L1, shapeMaterial);
    pack.matters = object.list<Matter>("matters"_L1, shapeMatter, pack.base.isEmpty() ? Need::Required : Need::Optional);
    for (Matter &matter : pack.matters)
        matter.audience = pack.audience;
    pack.footnotes = object.texts("footnotes"_L1);
    return pack;
}

}
