#pragma once

#include "core/desk/printqueue.h"
#include "ui/widgets/badge.h"

/// The words about printers and prints: what is wrong, and what to do.
namespace printwords {

/// One printer in a line: ready, or why not.
QString state(const devices::PrinterFace &printer);

/// The paper of a print: kind, item or number, and which copy.
QString paper(const desk::QueuedPrint &print);
/// Where a print stands, in a word or two.
BadgeFace badge(const desk::QueuedPrint &print);
/// What is the matter with a print and what to do about it; where it is when all is well.
QString sentence(const desk::QueuedPrint &print);

/// The same for somebody who does not see the queue.
QString notice(const desk::QueuedPrint &print);

/// Why a paper is printed once more, as phrases by number; they stand in the record as they are read here.
QStringList reasons();

}
