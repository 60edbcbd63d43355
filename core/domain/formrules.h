#pragma once

#include "core/domain/liferules.h"

namespace domain {

/// The facts that put \a command into the form; refusal UnknownField when \a guide has no such field, and then nothing is entered.
/// A value that is there already is entered again only when it was typed and now comes from a surer source.
Ruling<Facts> enterFields(const Case &file, const Guide &guide, const EnterFields &command);

}
