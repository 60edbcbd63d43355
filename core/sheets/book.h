#pragma once

#include "core/base/result.h"
#include "core/domain/guide.h"

#include <QByteArray>

#include <optional>

namespace sheets {

/// \a pack as a workbook (.xlsx) to fill in. Error::Document when a list of it is longer than a cell may hold (32,767
/// characters), Error::Storage when there is no room for a temporary file.
base::Result<QByteArray> writeBook(const domain::GuidePack &pack);

/// What came of reading a book: the pack, or what is wrong, never both.
struct BookContent {
    std::optional<domain::GuidePack> pack;
    /// Each says in Chinese what is expected; its place is \c book with sheet, row and column. At most 500.
    QList<base::Error> faults;
};

/// The pack in the workbook \a bytes, checked as readPack() would. \a book is what its faults call it.
BookContent readBook(const QByteArray &bytes, const QString &book);

}
