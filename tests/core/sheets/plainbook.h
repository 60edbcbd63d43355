#pragma once

#include "core/sheets/grid.h"

#include <functional>

struct lxw_workbook;
struct lxw_worksheet;

namespace support {

/// A workbook with the cells of \a grids and nothing else, as somebody's program could write it. \a more may add to each sheet,
/// which it gets with its name.
QByteArray bookOf(const QList<sheets::Grid> &grids,
                  const std::function<void(lxw_workbook *, lxw_worksheet *, const QString &)> &more = {});

}
