#pragma once

#include "core/base/result.h"
#include "core/domain/guide.h"

namespace guides {

/// \a overlay laid over \a base, the pack it names (resources/guides/README.md, “Overlay”): entries with an id of the base take
/// its place, others are added, drops are taken out; lists of the service and values of parameters stand in for the base's.
/// Title, publisher, region and days are the overlay's; so is the id, as several counties may have an overlay over one city.
/// The version is “OVERLAY+BASE”. New matters come behind those of the base. The result is a pack that stands by itself; a
/// row of the base keeps naming the document it is from.
///
/// Error::Document, its place naming both packs and where: a drop of what is not there, the wrong base, or what packcheck.h
/// finds in the result.
base::Result<domain::GuidePack> laidOver(const domain::GuidePack &base, const domain::GuidePack &overlay);

}
