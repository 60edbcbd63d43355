#pragma once

#include "core/desk/incoming.h"
#include "core/domain/plan.h"

/// The clerk's words about pictures.
namespace scanwords {

/// Why a picture was not taken, and what to do.
QString sentence(scans::PictureFault fault);
/// A warning in two or three words.
QString name(scans::QualityFault fault);
QString names(const QList<scans::QualityFault> &faults);
/// What there is to tell about \a arrival beyond that it was taken; empty: nothing. \a plan names the materials.
QString sentence(const desk::Arrival &arrival, const domain::Plan &plan);

}
