#pragma once

#include "core/domain/fieldcheck.h"
#include "core/domain/refusal.h"

namespace offices {

/// What is wrong with a blank, in the words that stand at the window too; empty for None.
QString sentenceOf(domain::FieldFault fault);
/// What speaks against handing in an application.
QString applicantSentenceOf(const domain::Refusal &refusal);

}
