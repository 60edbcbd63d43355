#pragma once

#include "core/base/result.h"
#include "core/devices/printtrouble.h"

#include <QString>

/// The clerk's words for printers and for prints that did not come out.
namespace words {

QString name(devices::Trouble trouble);
/// What to do about \a trouble, in a sentence.
QString remedy(devices::Trouble trouble);
/// What keeps a printer: names of what stops it, or of its warnings; empty when nothing is said.
QString troubles(const QList<devices::Complaint> &complaints);

/// Why a print did not come out, from what was recorded of it (devices::readEnd()): in our own words; those of the print service only
/// where nothing is known of them. Empty when nothing was recorded.
QString whyNotPrinted(const QString &recorded);

/// What may stand beside words::sentence(error): of a device in our own words, else as it is.
QString detail(const base::Error &error);

}
