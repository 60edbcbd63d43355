#pragma once

#include "core/papers/layout.h"

namespace papers {

// What the blocks share with each other; measures are points at scale 1.

inline constexpr double betweenBlocks = 8;

/// Appends \a strips as parts of block number \a block.
void appendStrips(Layout &layout, QList<Strip> strips, int block, const char *blockTag);

/// Lines of a signature in \a strip from \a y down, \a width wide; one that ends with a colon gets a rule to write on. Gives
/// where the next would be.
double putLines(Layout &layout, Strip &strip, const QStringList &lines, double x, double y, double width);
/// The citizen's lines of \a signature, signed when they are.
double putCitizen(Layout &layout, Strip &strip, const Signature &signature, double x, double y, double width);

void appendFacts(Layout &layout, const FactTable &facts, int block, double highest);
void appendTable(Layout &layout, const Table &table, int block, double highest);
void appendChart(Layout &layout, const Chart &chart, int block);

}
