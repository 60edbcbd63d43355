#pragma once

#include "core/domain/refusal.h"

namespace offices {

/// Why a rule says no to somebody at a page of the hub, as a Chinese sentence that says what to do.
QString sentenceOf(const domain::Refusal &refusal);

}
