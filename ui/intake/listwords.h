#pragma once

#include "core/desk/peopleimport.h"

/// What is wrong with a list of people, in the clerk's words.
namespace listwords {

/// Every fault of one row, each with its column; empty when there is none.
QString sentence(const QList<desk::RowFault> &faults);
QString sentence(const desk::ListTrouble &trouble);

}
