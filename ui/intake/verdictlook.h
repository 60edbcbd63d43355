#pragma once

#include "core/domain/case.h"
#include "ui/widgets/badge.h"

#include <array>
#include <optional>

/// The key of a verdict: its digit and its letter. One table for keyboard, buttons and help.
struct VerdictKey {
    domain::VerdictKind kind;
    Qt::Key digit;
    Qt::Key letter;
};

inline constexpr std::array verdictKeys{
    VerdictKey{domain::VerdictKind::OriginalSeen, Qt::Key_1, Qt::Key_Y},
    VerdictKey{domain::VerdictKind::CopyKept, Qt::Key_2, Qt::Key_C},
    VerdictKey{domain::VerdictKind::Exempt, Qt::Key_3, Qt::Key_E},
    VerdictKey{domain::VerdictKind::Deferred, Qt::Key_4, Qt::Key_D},
    VerdictKey{domain::VerdictKind::Committed, Qt::Key_5, Qt::Key_P},
    VerdictKey{domain::VerdictKind::NotConforming, Qt::Key_6, Qt::Key_N},
    VerdictKey{domain::VerdictKind::Missing, Qt::Key_7, Qt::Key_M},
};

/// The verdict that \a key stands for.
std::optional<domain::VerdictKind> verdictOf(Qt::Key key);

/// The word beside the key of \a kind, shorter than its name.
QString keyWord(domain::VerdictKind kind);

/// How a verdict looks, icon and word; nothing: not looked at yet.
BadgeFace verdictFace(const std::optional<domain::Verdict> &verdict);

/// What belongs to \a verdict besides its word: the identifier, the last day, what is wrong with \a material. May be empty.
QString verdictDetail(const domain::Verdict &verdict, const domain::Material &material);
