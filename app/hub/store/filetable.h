#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/store.h"

namespace hub {

class FileTable final : public FileRows
{
public:
    FileTable(Connection &connection, Store::For purpose) : m_connection(connection), m_purpose(purpose) { }

    base::Result<std::optional<Picture>> picture(qint64 caseRow, const QString &sha256) override;
    base::Result<qint64> put(const Picture &picture) override;
    base::Result<> addPiece(qint64 picture, const Piece &piece) override;
    base::Result<QList<qint64>> pieces(qint64 picture) override;
    base::Result<std::optional<Piece>> piece(qint64 picture, qint64 from) override;
    base::Result<> dropPicture(qint64 picture) override;
    base::Result<> dropPicturesOf(qint64 caseRow) override;
    base::Result<int> dropPartials(const QDateTime &before) override;

    base::Result<QList<wire::LibraryFile>> library() override;
    base::Result<> publish(const wire::LibraryFile &file, const QList<Piece> &pieces) override;
    base::Result<std::optional<Piece>> libraryPiece(const FileName &file, qint64 from) override;
    base::Result<bool> withdraw(const FileName &file) override;

private:
    base::Result<std::optional<Piece>> readPiece(const char *sql, const Values &values);

    Connection &m_connection;
    Store::For m_purpose;
};

}
