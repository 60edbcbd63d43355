#pragma once

#include "core/domain/routing.h"
#include "core/hub/bookshelf.h"

namespace offices {

/// Who puts files into the hub's library and takes them back, for console and pages alike. From any thread.
class Librarian final
{
public:
    /// \a engine must live as long as this.
    explicit Librarian(const hub::Engine &engine) : m_engine(engine), m_shelf(engine) { }

    /// What somebody brings.
    struct Gift {
        QByteArray bytes;
        QByteArray signature = {}; ///< what stands in its .sig file; empty: it is not signed
        hub::FileName name = {}; ///< a guide pack says by itself what it is: then empty
        QString source; ///< file, as errors name it
    };
    /// Publishes \a gift to all windows; what it became. Error::Document names the first fault of a guide pack, a signature that is none,
    /// or what is missing of its name. \a by, for the book.
    base::Result<wire::LibraryFile> publish(const Gift &gift, const QString &by) const;
    /// Publishes a routing as the library's kind "routing": in force from the day it says. Errors as of guides::readRouting().
    base::Result<domain::RoutingTable> loadRouting(const QByteArray &bytes, const QString &source, const QString &by) const;
    [[nodiscard]] base::Result<> withdraw(const hub::FileName &name, const QString &by) const { return m_shelf.withdraw(name, by); }

    struct Entry {
        wire::LibraryFile file;
        QString by; ///< who published it; empty: from before the book had it
        QDateTime at = {}; ///< UTC
    };
    base::Result<QList<Entry>> list() const;

private:
    const hub::Engine &m_engine;
    const hub::Bookshelf m_shelf;
};

}
