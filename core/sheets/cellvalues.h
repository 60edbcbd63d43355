#pragma once

#include "core/sheets/grid.h"
#include "core/sheets/tables.h"

#include <QJsonValue>
#include <QVariant>

namespace sheets {

/// What the cell of \a column shows for \a value of the format, which a sound pack has there: a number, a QDate or a text.
/// Nothing for an undefined value.
QVariant shownValue(const QJsonValue &value, const Column &column);

/// The value of the format that \a cell writes down in \a column; undefined for an empty one. The error says in Chinese what is
/// expected. What a text or an id may look like is left to the reader of packs. \a firstDay is that of the Grid.
base::Result<QJsonValue> valueOf(const Cell &cell, const Column &column, QDate firstDay);

/// \a cell as plain text, as for an id; empty when it is none.
QString plainText(const Cell &cell);

}
