#pragma once

#include "core/desk/handoverlease.h"

#include <QString>

/// The clerk's words for whether a result may be handed over here now.
namespace leasewords {

/// While the hub is asked.
QString asking();
/// Why not, and what to do; empty when it may be.
QString sentence(const desk::HandoverLease::Outcome &outcome);

}
