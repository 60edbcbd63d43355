#include "ui/intake/verdictlook.h"

#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

std::optional<domain::VerdictKind> verdictOf(Qt::Key key)
{
    const auto it
        = std::ranges::find_if(verdictKeys, [&](const VerdictKey &v) { return v.digit == key || v.letter == key; });
    return it == verdictKeys.end() ? std::nullopt : std::optional(it->kind);
}

QString keyWord(domain::VerdictKind kind)
{
    constexpr std::array keyWords{
        QT_TRANSLATE_NOOP("VerdictLook", "original"), QT_TRANSLATE_NOOP("VerdictLook", "copy"),
        QT_TRANSLATE_NOOP("VerdictLook", "exempt"),   QT_TRANSLATE_NOOP("VerdictLook", "later"),
        QT_TRANSLATE_NOOP("VerdictLook", "promise"),  QT_TRANSLATE_NOOP("VerdictLook", "faulty"),
        QT_TRANSLATE_NOOP("VerdictLook", "missing"),
    };
    static_assert(keyWords.size() == verdictKeys.size());
    return QCoreApplication::translate("VerdictLook", keyWords.at(static_cast<std::size_t>(kind)));
}

BadgeFace verdictFace(const std::optional<domain::Verdict> &verdict)
{
    if (!verdict)
        return {QCoreApplication::translate("VerdictLook", "to check"), BadgeFace::Look::Neutral, {}};
    const QString word = words::name(verdict->kind);
    switch (verdict->kind) {
    case domain::VerdictKind::OriginalSeen:
        return {word, BadgeFace::Look::Good, u"check"_s};
    case domain::VerdictKind::CopyKept:
        return {word, BadgeFace::Look::Good, u"paper"_s};
    case domain::VerdictKind::Exempt:
        return {word, BadgeFace::Look::Good, u"online"_s};
    case domain::VerdictKind::Deferred:
        return {word, BadgeFace::Look::Warn, u"clock"_s};
    case domain::VerdictKind::Committed:
        return {word, BadgeFace::Look::Accent, u"person"_s};
    case domain::VerdictKind::NotConforming:
        return {word, BadgeFace::Look::Bad, u"warning"_s};
    case domain::VerdictKind::Missing:
        return {word, BadgeFace::Look::Bad, u"cross"_s};
    }
    Q_UNREACHABLE();
}

QString verdictDetail(const domain::Verdict &verdict, const domain::Material &material)
{
    switch (verdict.kind) {
    case domain::VerdictKind::Exempt:
        return words::name(verdict.from) + u' ' + verdict.identifier;
    case domain::VerdictKind::Deferred:
        return QCoreApplication::translate("VerdictLook", "by %1").arg(words::day(verdict.due));
    case domain::VerdictKind::NotConforming: {
        const auto it = std::ranges::find(material.checkpoints, verdict.checkpoint, &domain::Checkpoint::id);
        return it == material.checkpoints.end() ? verdict.reason : it->fault;
    }
    case domain::VerdictKind::OriginalSeen:
    case domain::VerdictKind::CopyKept:
    case domain::VerdictKind::Committed:
    case domain::VerdictKind::Missing:
        return verdict.correctedOnTheSpot ? QCoreApplication::translate("VerdictLook", "put right on the spot")
                                          : QString();
    }
    Q_UNREACHABLE();
}
