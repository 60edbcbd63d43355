#pragma once

#include "app/hub/store/connection.h"

namespace hub {

/// \a sql with what this database calls it in the place of each $word: $int, $bytes, $text types of columns; $id a key that the database
/// counts; $strict, $clustered how a table is kept; $held the end of a SELECT whose rows nobody else may change until the transaction
/// ends.
QString spelled(const QString &sql, Dialect dialect);

/// \a words as one value for $among, which stands for “is one of :among”. A word with anything but letters, digits, . _ and - in it
/// is left out: it is no id of ours.
QString among(const QStringList &words, Dialect dialect);

/// What an error of the database means, by its native code (SQLite) or SQLSTATE (PostgreSQL).
base::Error::Kind kindOf(const QString &nativeCode, Dialect dialect);

}
