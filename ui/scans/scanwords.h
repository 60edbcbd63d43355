#pragma once

#include "core/desk/camerafolder.h"
#include "core/desk/incoming.h"
#include "core/devices/scanner.h"
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

/// How it stands with the camera's folder, in which \a waiting files lie.
QString camera(desk::CameraFolder::State state, int waiting);

/// What a scanner calls its glass, its feeder, its colours; words nobody knows stay as they are.
QString source(const QString &source);
QString mode(const QString &mode);
/// How a page is scanned, in a line.
QString way(const devices::ScanWish &wish);
/// How scanning ended after \a pages pages, and what to do.
QString sentence(devices::ScanTrouble trouble, int pages);
QString whatToDo(devices::ScanTrouble trouble, int pages);

}
