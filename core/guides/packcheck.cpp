#include "core/guides/packcheck.h"

#include "core/guides/inspection.h"
#include "core/guides/mattercheck.h"

#include <QSet>

namespace guides {

using namespace Qt::StringLiterals;
using domain::Field;
using domain::GuidePack;
using domain::Material;
using domain::Matter;

namespace {

void checkMaterial(const Material &material, Inspection &inspection)
{
    checkUniqueIds("checkpoints", material.checkpoints, inspection);
    const bool isPaper = material.form != Material::Form::FilledForm && material.form != Material::Form::Electronic;
    if (isPaper && material.originals + material.copies == 0)
        inspection.fault(u"a paper is asked for in no original and no copy"_s);
}

void checkField(const Field &field, Inspection &inspection)
{
    const bool isChoice = field.kind == Field::Kind::Choice;
    if (isChoice && field.choices.size() < 2)
        inspection.faultAt("choices", u"a choice needs two or more"_s);
    if (!isChoice && !field.choices.isEmpty())
        inspection.faultAt("choices", u"only a choice has choices"_s);
}

/// The list is printed and searched in the order of the catalogue.
void checkSequence(const QList<Matter> &matters, qsizetype index, Inspection &inspection)
{
    if (index > 0 && matters[index].sequence <= matters[index - 1].sequence)
        inspection.faultAt("sequence",
                           u"%1 does not follow %2"_s.arg(matters[index].sequence).arg(matters[index - 1].sequence));
}

}

void checkPack(const GuidePack &pack, Inspection &inspection)
{
    checkUniqueIds("fields", pack.fields, inspection);
    checkUniqueIds("materials", pack.materials, inspection);
    checkUniqueIds("matters", pack.matters, inspection);
    eachAt("fields", pack.fields, inspection, [&](qsizetype, const Field &field) { checkField(field, inspection); });
    eachAt("materials", pack.materials, inspection,
           [&](qsizetype, const Material &material) { checkMaterial(material, inspection); });
    const PackIndex index(pack);
    eachAt("matters", pack.matters, inspection, [&](qsizetype at, const Matter &matter) {
        checkSequence(pack.matters, at, inspection);
        checkMatter(matter, index, inspection);
    });
}

}
