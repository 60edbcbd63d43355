#include "ui/issuance/shelfface.h"

#include "core/domain/casenumber.h"
#include "ui/words/lifewords.h"
#include "ui/words/peoplewords.h"
#include "ui/worklist/taskface.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using desk::ShelfEntry;
using desk::ShelfKind;
using domain::ShelfState;
using Look = BadgeFace::Look;

namespace {

struct ShelfWords {
    Q_DECLARE_TR_FUNCTIONS(Shelf)
};

domain::Task clockOf(const ShelfEntry &entry)
{
    return {.due = entry.result.due, .provisional = entry.result.provisional};
}

}

BadgeFace shelfFace(ShelfState state)
{
    switch (state) {
    case ShelfState::Expected: return {ShelfWords::tr("To come"), Look::Neutral, u"clock"_s};
    case ShelfState::Held: return {ShelfWords::tr("Waits for others"), Look::Neutral, u"list"_s};
    case ShelfState::Ready: return {ShelfWords::tr("To hand over"), Look::Warn, u"shelf"_s};
    case ShelfState::Told: return {ShelfWords::tr("To be collected"), Look::Good, u"check"_s};
    case ShelfState::ToProve: return {ShelfWords::tr("Proof owed"), Look::Accent, u"paper"_s};
    case ShelfState::Late: return {ShelfWords::tr("Overdue"), Look::Bad, u"cross"_s};
    case ShelfState::Forgotten: return {ShelfWords::tr("Not collected"), Look::Bad, u"warning"_s};
    }
    Q_UNREACHABLE();
}

QString nameOf(ShelfKind kind)
{
    switch (kind) {
    case ShelfKind::All: return ShelfWords::tr("All");
    case ShelfKind::Expected: return ShelfWords::tr("To come");
    case ShelfKind::Waiting: return ShelfWords::tr("Here");
    case ShelfKind::Late: return ShelfWords::tr("Overdue");
    case ShelfKind::Forgotten: return ShelfWords::tr("Not collected");
    case ShelfKind::Refusals: return ShelfWords::tr("Refusals");
    case ShelfKind::ToProve: return ShelfWords::tr("Proof owed");
    }
    Q_UNREACHABLE();
}

QString waitingWords(const ShelfEntry &entry, const QDateTime &now)
{
    const bool hasClock = entry.state == ShelfState::Ready || entry.state == ShelfState::Late || entry.state == ShelfState::ToProve;
    if (hasClock && entry.result.due.isValid())
        return dueWords(clockOf(entry), now);
    return entry.days == 0 ? ShelfWords::tr("since today") : ShelfWords::tr("for %n day(s)", nullptr, entry.days);
}

QString clockWords(const ShelfEntry &entry, const QDateTime &now)
{
    switch (entry.state) {
    case ShelfState::Ready:
    case ShelfState::Late:
    case ShelfState::ToProve: return dueDetail(clockOf(entry), now);
    case ShelfState::Told:
    case ShelfState::Forgotten: return ShelfWords::tr("tell again %1").arg(entry.result.due.toString(u"MM-dd"_s));
    case ShelfState::Expected:
    case ShelfState::Held: break;
    }
    return {};
}

QString whereabouts(const ShelfEntry &entry)
{
    const domain::ShelfResult &result = entry.result;
    if (entry.state == ShelfState::ToProve)
        return ShelfWords::tr("handed over %1").arg(words::name(result.way));
    if (!result.onPaper)
        return ShelfWords::tr("electronic");
    if (result.custody.at.isNull())
        return ShelfWords::tr("from %1").arg(result.level.isEmpty() ? result.department : result.department + u' ' + result.level);
    return result.custody.place.isEmpty() ? result.custody.holder : result.custody.holder + u"  "_s + result.custody.place;
}

QString collectionWords(const ShelfEntry &entry)
{
    QStringList parts{words::choice({entry.result.together, entry.result.way, {}})};
    if (entry.result.refusal)
        parts.prepend(ShelfWords::tr("refusal"));
    return parts.join(u"  ·  "_s);
}

QString spokenLine(const ShelfEntry &entry, const QDateTime &now)
{
    QStringList parts{shelfFace(entry.state).text, waitingWords(entry, now), clockWords(entry, now), entry.result.name,
                      entry.matter, words::applicantFor(entry.applicant, entry.subjects), whereabouts(entry), collectionWords(entry),
                      domain::groupedNumber(entry.number)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
