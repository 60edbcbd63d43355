#include "core/guides/packcheck.h"

#include "core/guides/inspection.h"
#include "core/guides/mattercheck.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

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

/// A letter whose text and blanks do not fit would be signed with holes in it.
void checkLetter(const domain::Letter &letter, Inspection &inspection)
{
    static const QRegularExpression token(u"\\{([^{}]*)\\}"_s);
    checkUniqueIds("blanks", letter.blanks, inspection);
    QSet<QString> used;
    eachAt("paragraphs", letter.paragraphs, inspection, [&](qsizetype, const QString &text) {
        for (const QRegularExpressionMatch &match : token.globalMatch(text)) {
            const QString id = match.captured(1);
            used.insert(id);
            if (std::ranges::find(letter.blanks, id, &domain::Letter::Blank::id) == letter.blanks.end())
                inspection.fault(u"no blank %1 in this letter"_s.arg(quoted(id)));
        }
    });
    eachAt("blanks", letter.blanks, inspection, [&](qsizetype, const domain::Letter::Blank &blank) {
        if (!used.contains(blank.id))
            inspection.fault(u"no paragraph uses %1"_s.arg(quoted(u'{' + blank.id + u'}')));
    });
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
    checkUniqueIds("places", pack.places, inspection);
    checkUniqueIds("samples", pack.samples, inspection);
    checkUniqueIds("letters", pack.letters, inspection);
    checkUniqueIds("matters", pack.matters, inspection);
    if (pack.base.isEmpty() && !pack.drops.isEmpty())
        inspection.faultAt("drops", u"only a pack with a \u201cbase\u201d drops something"_s);
    if (pack.base == pack.id && !pack.base.isEmpty())
        inspection.faultAt("base", u"is this pack itself"_s);
    eachAt("fields", pack.fields, inspection, [&](qsizetype, const Field &field) { checkField(field, inspection); });
    eachAt("materials", pack.materials, inspection,
           [&](qsizetype, const Material &material) { checkMaterial(material, inspection); });
    eachAt("letters", pack.letters, inspection,
           [&](qsizetype, const domain::Letter &letter) { checkLetter(letter, inspection); });
    // What an overlay refers to may be in its base: both are checked together once they are laid over each other.
    if (!pack.base.isEmpty())
        return;
    const PackIndex index(pack);
    checkService(pack.service, index, inspection);
    eachAt("materials", pack.materials, inspection, [&](qsizetype, const Material &material) {
        if (!material.sample.isEmpty() && !index.samples.contains(material.sample))
            inspection.faultAt("sample", u"no sample %1 in this pack"_s.arg(quoted(material.sample)));
    });
    eachAt("matters", pack.matters, inspection, [&](qsizetype at, const Matter &matter) {
        checkSequence(pack.matters, at, inspection);
        checkMatter(matter, index, inspection);
    });
}

}
