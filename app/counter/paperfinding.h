#pragma once

#include "core/desk/papercheck.h"
#include "ui/widgets/inlinemessage.h"

#include <optional>

/// What the clerk is told.
struct Told {
    InlineMessage::Level level = InlineMessage::Level::Info;
    QString what;
    QString detail;
};

/// What the scanned code of a paper is worth, in words; nothing for a code without a signature.
std::optional<Told> toldOf(const desk::PaperFinding &found);
