#pragma once

#include "core/base/result.h"
#include "core/domain/case.h"
#include "core/domain/routing.h"

namespace desk {

/// Which unit of its department handles an item of a case, for showing it: by the routing files of the cities. What the hub has decided
/// stands at the hub; here nothing is decided.
class UnitBook final
{
public:
    /// \a folder: routing files (resources/routing), read when something is asked first; a missing folder has none.
    explicit UnitBook(QString folder) : m_folder(std::move(folder)) { }

    struct Handler {
        QString unit; ///< name; empty: none is named
        QString why; ///< in Chinese: why there is none; empty where there is one
        bool isSample = true; ///< the routing says of itself that it is made up
        bool operator==(const Handler &) const = default;
    };
    /// Of \a item in \a file, which was taken in in the region that its number begins with, by what is in force on \a day. Nothing: no
    /// routing for that city, or the number is none.
    std::optional<Handler> handlerOf(const domain::Item &item, const domain::Case &file, QDate day) const;

    /// What is wrong with files; the others are used all the same.
    QList<base::Error> faults() const;

private:
    void read() const;

    const QString m_folder;
    mutable bool m_isRead = false;
    mutable QList<domain::RoutingTable> m_tables;
    mutable QList<base::Error> m_faults;
};

}
