#pragma once

#include "core/hub/engine.h"

namespace hub {

/// The library: files of which the hub is the one source. Some name persons, so all lie in the store sealed under a key of the hub.
class Bookshelf final
{
public:
    explicit Bookshelf(const Engine &engine) : m_engine(engine) { }

    static constexpr qint64 largest = 64 * 1024 * 1024;

    base::Result<QList<wire::LibraryFile>> list() const;
    /// The bytes from \a from, at most \a most; Unknown where there is no such version, or nothing from there on.
    wire::Answer<QByteArray> read(const FileName &name, qint64 from, qint64 most) const;
    /// \a by, for the book. Its sha256 and length are worked out of \a bytes. Every hall is told. The same again has no effect; Error::Document when this
    /// version is there with other bytes, when it is too large, or its names are none.
    [[nodiscard]] base::Result<> publish(wire::LibraryFile file, const QByteArray &bytes, const QString &by = atConsole()) const;
    [[nodiscard]] base::Result<> withdraw(const FileName &name, const QString &by = atConsole()) const;
    static QString inTheBook(const FileName &name) { return name.kind + u'/' + name.name + u'/' + name.version; } ///< as the book names it

private:
    const Engine &m_engine;
};

}
