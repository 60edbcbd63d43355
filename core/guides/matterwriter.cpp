#include "core/guides/matterwriter.h"

#include "core/guides/objectwriter.h"
#include "core/guides/partwriter.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::Item;
using domain::MaterialUse;
using domain::Matter;
using domain::Path;
using domain::Situation;

namespace {

using Json = boost::json::value;

Json writeOption(const Situation::Option &option)
{
    ObjectWriter object;
    object.text("id"_L1, option.id);
    object.text("label"_L1, option.label);
    return object.take();
}

Json writeSituation(const Situation &situation)
{
    ObjectWriter object;
    object.text("id"_L1, situation.id);
    object.text("question"_L1, situation.question);
    object.text("help"_L1, situation.help);
    object.word<Situation::Kind>("kind"_L1, situation.kind, words::situationKinds);
    object.list("options"_L1, situation.options, writeOption);
    object.text("unit"_L1, situation.unit);
    writeWhen(object, situation.when);
    writeProvenance(object, situation.provenance);
    return object.take();
}

Json writeSpecialStep(const domain::SpecialStep &step)
{
    ObjectWriter object;
    object.text("name"_L1, step.name);
    object.whole("days"_L1, step.days);
    object.text("note"_L1, step.note);
    return object.take();
}

Json writePath(const Path &path)
{
    ObjectWriter object;
    object.text("id"_L1, path.id);
    object.text("name"_L1, path.name);
    writeWhen(object, path.when);
    object.whole("promisedDays"_L1, path.promisedDays);
    object.whole("statutoryDays"_L1, path.statutoryDays);
    return object.take();
}

Json writeUse(const MaterialUse &use)
{
    ObjectWriter object;
    object.text("material"_L1, use.material);
    writeWhen(object, use.when);
    object.text("path"_L1, use.path);
    object.text("note"_L1, use.note);
    writeProvenance(object, use.provenance);
    return object.take();
}

Json writeItem(const Item &item)
{
    ObjectWriter object;
    object.text("id"_L1, item.id);
    object.text("code"_L1, item.code);
    object.text("name"_L1, item.name);
    object.text("department"_L1, item.department);
    object.text("level"_L1, item.level);
    object.text("note"_L1, item.note);
    object.text("misprint"_L1, item.misprint);
    writeWhen(object, item.when);
    object.text("exclusive"_L1, item.exclusive);
    object.texts("after"_L1, item.after);
    object.text("basis"_L1, item.basis);
    object.texts("conditions"_L1, item.conditions);
    object.list("special"_L1, item.special, writeSpecialStep);
    object.list("paths"_L1, item.paths, writePath);
    object.whole("promisedDays"_L1, item.promisedDays);
    object.whole("statutoryDays"_L1, item.statutoryDays);
    object.text("fee"_L1, item.fee);
    object.text("feeBasis"_L1, item.feeBasis);
    object.text("outcome"_L1, item.outcome);
    object.text("outcomeSample"_L1, item.outcomeSample);
    object.text("place"_L1, item.place);
    object.list("materials"_L1, item.materials, writeUse);
    object.texts("fields"_L1, item.fields);
    writeProvenance(object, item.provenance);
    return object.take();
}

Json writeRoster(const domain::Roster &roster)
{
    ObjectWriter object;
    object.text("id"_L1, roster.id);
    object.text("title"_L1, roster.title);
    object.texts("fields"_L1, roster.fields);
    writeProvenance(object, roster.provenance);
    return object.take();
}

Json writeMistake(const domain::Mistake &mistake)
{
    ObjectWriter object;
    object.text("wrong"_L1, mistake.wrong);
    object.text("right"_L1, mistake.right);
    writeProvenance(object, mistake.provenance);
    return object.take();
}

Json writeFaq(const domain::Faq &faq)
{
    ObjectWriter object;
    object.text("question"_L1, faq.question);
    object.text("answer"_L1, faq.answer);
    writeProvenance(object, faq.provenance);
    return object.take();
}

void writeAttention(ObjectWriter &object, const domain::Attention &attention)
{
    ObjectWriter part;
    part.text("appointment"_L1, attention.appointment);
    part.text("inPerson"_L1, attention.inPerson);
    part.text("allParties"_L1, attention.allParties);
    part.text("photos"_L1, attention.photos);
    object.object("attention"_L1, std::move(part));
}

void writeProse(ObjectWriter &object, const Matter &matter)
{
    object.text("serves"_L1, matter.serves);
    object.texts("conditions"_L1, matter.conditions);
    object.texts("intermediaries"_L1, matter.intermediaries);
    object.texts("process"_L1, matter.process);
    writeService(object, matter.service);
    writeAttention(object, matter.attention);
    object.texts("cautions"_L1, matter.cautions);
    object.list("mistakes"_L1, matter.mistakes, writeMistake);
    object.list("faq"_L1, matter.faq, writeFaq);
    writeProvenance(object, matter.provenance);
}

}

Json writeMatter(const Matter &matter)
{
    ObjectWriter object;
    object.text("id"_L1, matter.id);
    object.text("code"_L1, matter.code);
    object.whole("sequence"_L1, matter.sequence);
    object.word<char16_t>("mark"_L1, matter.mark.unicode(), words::marks);
    object.text("name"_L1, matter.name);
    object.text("lead"_L1, matter.lead);
    object.word<domain::MatterStatus>("status"_L1, matter.status, words::statuses);
    object.texts("keywords"_L1, matter.keywords);
    object.list("situations"_L1, matter.situations, writeSituation);
    object.list("items"_L1, matter.items, writeItem);
    object.list("rosters"_L1, matter.rosters, writeRoster);
    writeProse(object, matter);
    object.text("document"_L1, matter.document);
    object.text("misprint"_L1, matter.misprint);
    return object.take();
}

}
