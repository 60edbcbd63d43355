#pragma once

#include "core/domain/guide.h"

/// Everything that \a pack knows of \a matter, as Chinese lines to be read by a person.
QString matterText(const domain::GuidePack &pack, const domain::Matter &matter);
