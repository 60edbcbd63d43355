#include "ui/cases/foundcases.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QSet>

namespace {

struct FoundTexts {
    Q_DECLARE_TR_FUNCTIONS(FoundCases)
};

bool fits(const desk::CaseLine &line, const QStringList &typed)
{
    return std::ranges::all_of(typed, [&](const QString &word) {
        const QString code = base::normalizedCode(word);
        return line.matter.contains(word, Qt::CaseInsensitive) || (!code.isEmpty() && line.number.contains(code));
    });
}

desk::CaseLine lineOf(const desk::CaseHit &hit)
{
    desk::CaseLine line;
    line.id = hit.caseId;
    line.number = hit.number;
    line.matter = hit.matter;
    line.stage = hit.stage;
    line.openedAt = hit.openedAt;
    line.changedAt = hit.openedAt;
    return line;
}

}

QString foundWords(desk::FoundIn in)
{
    switch (in) {
    case desk::FoundIn::Number: return FoundTexts::tr("number");
    case desk::FoundIn::Identity: return FoundTexts::tr("ID number");
    case desk::FoundIn::Phone: return FoundTexts::tr("phone");
    case desk::FoundIn::NameStart:
    case desk::FoundIn::Name: return FoundTexts::tr("name");
    case desk::FoundIn::Matter: return FoundTexts::tr("matter");
    }
    Q_UNREACHABLE();
}

QList<FoundCase> foundCases(const QList<desk::CaseHit> &hits, const QList<desk::CaseLine> &lines, const QString &typed)
{
    QHash<QString, const desk::CaseLine *> knownById;
    for (const desk::CaseLine &line : lines)
        knownById.insert(line.id, &line);
    QList<FoundCase> found;
    QSet<QString> taken;
    for (const desk::CaseHit &hit : hits) {
        const desk::CaseLine *known = knownById.value(hit.caseId);
        desk::CaseLine line = known ? *known : lineOf(hit);
        line.applicant = hit.applicant;
        line.subjects = hit.subjects;
        found.append({line, foundWords(hit.in)});
        taken << hit.caseId;
    }
    const QStringList parts = typed.split(u' ', Qt::SkipEmptyParts);
    for (const desk::CaseLine &line : lines) {
        if (!taken.contains(line.id) && fits(line, parts))
            found.append({line, {}});
    }
    return found;
}
