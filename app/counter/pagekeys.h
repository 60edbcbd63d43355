#pragma once

#include "ui/widgets/helpoverlay.h"

/// All keys of the program as F1 shows them, one list a page.
namespace pagekeys {

QList<KeyGroup> home();
QList<KeyGroup> cases();
QList<KeyGroup> guides();
QList<KeyGroup> workList();
QList<KeyGroup> issuance();
QList<KeyGroup> intake();
QList<KeyGroup> consult();
QList<KeyGroup> filedCase();
QList<KeyGroup> scans();
QList<KeyGroup> printing();
QList<KeyGroup> printers();
QList<KeyGroup> board();
QList<KeyGroup> contradictions();
QList<KeyGroup> report();
QList<KeyGroup> hub();
QList<KeyGroup> numbers();
QList<KeyGroup> batch();

}
