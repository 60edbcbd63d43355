#pragma once

#include <functional>

class QTableWidget;

/// Makes \a table a list that is chosen by the row: no grid, nothing to edit, and Tab leaves it. \a open is called when Enter or a double
/// click takes the chosen row.
void chooseByRows(QTableWidget &table, const std::function<void()> &open);
