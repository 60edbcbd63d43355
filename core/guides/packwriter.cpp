#include "core/guides/packwriter.h"

#include "core/guides/jsonlayout.h"
#include "core/guides/matterwriter.h"
#include "core/guides/objectwriter.h"
#include "core/guides/partwriter.h"

#include <boost/json/serialize.hpp>

namespace guides {

using namespace Qt::StringLiterals;
using domain::Field;
using domain::GuidePack;
using domain::Letter;
using domain::Material;
using domain::Sample;

namespace {

using Json = boost::json::value;

Json writePlace(const domain::Place &place)
{
    ObjectWriter object;
    object.text("id"_L1, place.id);
    object.text("name"_L1, place.name);
    object.text("address"_L1, place.address);
    object.text("hours"_L1, place.hours);
    object.text("phone"_L1, place.phone);
    object.text("note"_L1, place.note);
    writeProvenance(object, place.provenance);
    return object.take();
}

Json writeSampleRow(const Sample::Row &row)
{
    ObjectWriter object;
    object.text("label"_L1, row.label);
    object.text("value"_L1, row.value);
    return object.take();
}

Json writeSample(const Sample &sample)
{
    ObjectWriter object;
    object.text("id"_L1, sample.id);
    object.text("title"_L1, sample.title);
    object.list("rows"_L1, sample.rows, writeSampleRow);
    object.text("note"_L1, sample.note);
    object.text("link"_L1, sample.link);
    writeProvenance(object, sample.provenance);
    return object.take();
}

Json writeBlank(const Letter::Blank &blank)
{
    ObjectWriter object;
    object.text("id"_L1, blank.id);
    object.text("label"_L1, blank.label);
    object.text("example"_L1, blank.example);
    return object.take();
}

Json writeLetter(const Letter &letter)
{
    ObjectWriter object;
    object.text("id"_L1, letter.id);
    object.word<Letter::Kind>("kind"_L1, letter.kind, words::letterKinds);
    object.text("title"_L1, letter.title);
    object.texts("paragraphs"_L1, letter.paragraphs);
    object.list("blanks"_L1, letter.blanks, writeBlank);
    writeProvenance(object, letter.provenance);
    return object.take();
}

Json writeField(const Field &field)
{
    ObjectWriter object;
    object.text("id"_L1, field.id);
    object.text("label"_L1, field.label);
    object.word<Field::Kind>("kind"_L1, field.kind, words::fieldKinds);
    object.word<Field::Role>("role"_L1, field.role, words::roles);
    object.flag("required"_L1, field.required, true);
    object.texts("choices"_L1, field.choices);
    object.text("example"_L1, field.example);
    writeWhen(object, field.when);
    return object.take();
}

Json writeCheckpoint(const domain::Checkpoint &checkpoint)
{
    ObjectWriter object;
    object.text("id"_L1, checkpoint.id);
    object.text("text"_L1, checkpoint.text);
    object.text("fault"_L1, checkpoint.fault);
    return object.take();
}

Json writeMaterial(const Material &material)
{
    ObjectWriter object;
    object.text("id"_L1, material.id);
    object.text("name"_L1, material.name);
    object.text("issuer"_L1, material.issuer);
    object.text("basis"_L1, material.basis);
    object.word<Material::Form>("form"_L1, material.form, words::forms);
    object.whole("originals"_L1, material.originals, 0);
    object.whole("copies"_L1, material.copies, 0);
    object.text("format"_L1, material.format);
    object.words<Material::Acquisition>("acquisition"_L1, material.acquisition, words::acquisitions);
    object.flag("deferrable"_L1, material.deferrable, false);
    object.flag("committable"_L1, material.committable, false);
    object.list("checkpoints"_L1, material.checkpoints, writeCheckpoint);
    object.text("note"_L1, material.note);
    object.text("sample"_L1, material.sample);
    writeProvenance(object, material.provenance);
    return object.take();
}

void writeParameters(ObjectWriter &pack, const GuidePack &source)
{
    boost::json::array all;
    for (auto it = source.parameterNames.constBegin(); it != source.parameterNames.constEnd(); ++it) {
        ObjectWriter object;
        object.text("id"_L1, it.key());
        object.text("name"_L1, it.value());
        if (const auto value = source.parameters.constFind(it.key()); value != source.parameters.constEnd())
            object.quantity("value"_L1, *value);
        all.push_back(object.take());
    }
    if (!all.empty())
        pack.put("parameters"_L1, std::move(all));
}

void writeHead(ObjectWriter &object, const GuidePack &pack)
{
    object.whole("format"_L1, 1);
    object.text("pack"_L1, pack.id);
    object.text("title"_L1, pack.title);
    object.text("version"_L1, pack.version);
    object.text("publisher"_L1, pack.publisher);
    ObjectWriter region;
    region.text("code"_L1, pack.regionCode);
    region.text("name"_L1, pack.regionName);
    object.object("region"_L1, std::move(region));
    object.text("audience"_L1, pack.audience);
    object.text("source"_L1, pack.sourceDocument);
    object.date("from"_L1, pack.from);
    object.date("until"_L1, pack.until);
    object.text("base"_L1, pack.base);
    object.texts("drops"_L1, pack.drops);
}

}

QByteArray writeCondition(const domain::Condition &condition)
{
    return QByteArray::fromStdString(boost::json::serialize(conditionJson(condition)));
}

QByteArray writePack(const GuidePack &pack)
{
    ObjectWriter object;
    writeHead(object, pack);
    writeService(object, pack.service);
    object.list("places"_L1, pack.places, writePlace);
    object.list("samples"_L1, pack.samples, writeSample);
    object.list("letters"_L1, pack.letters, writeLetter);
    writeParameters(object, pack);
    object.list("fields"_L1, pack.fields, writeField);
    object.list("materials"_L1, pack.materials, writeMaterial);
    object.list("matters"_L1, pack.matters, writeMatter);
    object.texts("footnotes"_L1, pack.footnotes);
    return laidOut(object.take());
}

}
