#pragma once

#include "core/hub/engine.h"

namespace hub {

/// Pictures of cases, in pieces (sync rules 15 to 17). A piece lies in the store sealed under the key of its case.
class Pictures final
{
public:
    explicit Pictures(const Engine &engine) : m_engine(engine) { }

    static constexpr qint64 largest = 64 * 1024 * 1024;

    /// Which picture: of a case, by its SHA-256 (hexadecimal, lower case) and its whole length.
    struct Name {
        QString caseId;
        QString sha256;
        qint64 length = 0;
    };
    wire::Answer<wire::BlobState> state(const Name &name) const;
    /// Keeps \a bytes, which begin at \a from. What the hub has already is accepted again without effect; a gap is BadRequest, and so
    /// is a last piece with which the whole is not what its name says: then it is begun again from nothing.
    wire::Answer<wire::BlobState> put(const Name &name, qint64 from, const QByteArray &bytes) const;
    /// The bytes from \a from, at most \a most, of a picture that is whole, for a window of the hall that has the case.
    wire::Answer<QByteArray> read(const Device &device, const Name &name, qint64 from, qint64 most) const;

    /// All of a picture that is whole, for somebody at a page of the hub who may see the case.
    wire::Answer<QByteArray> readWhole(const QString &caseId, const QString &sha256) const;

    /// Keeps all of a picture that the hub itself brings to a case, inside a transaction of the caller; its SHA-256. One that is there
    /// already stays.
    static base::Result<QString> keepWhole(Transaction &rows, const Engine &engine, const QString &caseId, const QByteArray &bytes);

private:
    wire::Answer<QByteArray> read(const QString *hall, const Name &name, qint64 from, qint64 most) const;

    const Engine &m_engine;
};

}
