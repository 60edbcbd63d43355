#include "app/hub/store/filetable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {


Values named(const FileName &file)
{
    return {{u":kind"_s, file.kind}, {u":name"_s, file.name}, {u":version"_s, file.version}};
}

}

base::Result<std::optional<Picture>> FileTable::picture(qint64 caseRow, const QString &sha256)
{
    std::optional<Picture> found;
    const char *sql = m_purpose == Store::For::Writing
        ? "SELECT id, length, have, complete, changed FROM picture WHERE case_line = :case AND sha256 = :hash $held"
        : "SELECT id, length, have, complete, changed FROM picture WHERE case_line = :case AND sha256 = :hash";
    return m_connection
        .each(sql, {{u":case"_s, caseRow}, {u":hash"_s, sha256}},
              [&](const QSqlQuery &row) {
                  found = Picture{row.value(0).toLongLong(), caseRow, sha256, row.value(1).toLongLong(), row.value(2).toLongLong(),
                                  row.value(3).toBool(), momentIn(row.value(4))};
                  return true;
              })
        .map([&] { return found; });
}

base::Result<qint64> FileTable::put(const Picture &picture)
{
    Values values{{u":have"_s, picture.have},
                  {u":complete"_s, stored(picture.complete)},
                  {u":changed"_s, stored(picture.changed)}};
    if (picture.id != 0) {
        values.append({u":id"_s, picture.id});
        return m_connection
            .run("UPDATE picture SET have = :have, complete = :complete, changed = :changed WHERE id = :id", values)
            .map([&] { return picture.id; });
    }
    values.append({{u":case"_s, picture.caseRow}, {u":hash"_s, picture.sha256}, {u":length"_s, picture.length}});
    const auto row = m_connection.row("INSERT INTO picture (case_line, sha256, length, have, complete, changed) VALUES (:case, :hash,"
                                      " :length, :have, :complete, :changed) ON CONFLICT (case_line, sha256) DO NOTHING RETURNING id",
                                      values);
    if (!row)
        return base::Fail(row.error());
    if (!*row)
        return base::Fail({base::Error::Kind::Busy, u"somebody else sends this picture"_s, {}});
    return (*row)->constFirst().toLongLong();
}

base::Result<> FileTable::addPiece(qint64 picture, const Piece &piece)
{
    return m_connection.run("INSERT INTO piece (picture, start, length, suite, sealed) VALUES (:picture, :start, :length, :suite, :sealed)",
                            {{u":picture"_s, picture},
                             {u":start"_s, piece.from},
                             {u":length"_s, piece.length},
                             {u":suite"_s, piece.sealed.suite},
                             {u":sealed"_s, piece.sealed.bytes}});
}

base::Result<QList<qint64>> FileTable::pieces(qint64 picture)
{
    QList<qint64> starts;
    return m_connection
        .each("SELECT start FROM piece WHERE picture = :picture ORDER BY start", {{u":picture"_s, picture}},
              [&](const QSqlQuery &row) {
                  starts.append(row.value(0).toLongLong());
                  return true;
              })
        .map([&] { return starts; });
}

base::Result<std::optional<Piece>> FileTable::readPiece(const char *sql, const Values &values)
{
    return m_connection.row(sql, values).map([](const std::optional<QVariantList> &row) -> std::optional<Piece> {
        if (!row)
            return {};
        return Piece{row->at(0).toLongLong(), row->at(1).toLongLong(), sealedIn(row->at(2), row->at(3))};
    });
}

base::Result<std::optional<Piece>> FileTable::piece(qint64 picture, qint64 from)
{
    return readPiece("SELECT start, length, suite, sealed FROM piece WHERE picture = :picture AND start = :start",
                     {{u":picture"_s, picture}, {u":start"_s, from}});
}

base::Result<> FileTable::dropPicture(qint64 picture)
{
    const Values values{{u":picture"_s, picture}};
    return m_connection.run("DELETE FROM piece WHERE picture = :picture", values).and_then([&] {
        return m_connection.run("DELETE FROM picture WHERE id = :picture", values);
    });
}

base::Result<> FileTable::dropPicturesOf(qint64 caseRow)
{
    const Values values{{u":case"_s, caseRow}};
    return m_connection
        .run("DELETE FROM piece WHERE picture IN (SELECT id FROM picture WHERE case_line = :case)", values)
        .and_then([&] { return m_connection.run("DELETE FROM picture WHERE case_line = :case", values); });
}

base::Result<int> FileTable::dropPartials(const QDateTime &before)
{
    const Values values{{u":before"_s, stored(before)}};
    return m_connection
        .run("DELETE FROM piece WHERE picture IN (SELECT id FROM picture WHERE complete = 0 AND changed < :before)", values)
        .and_then([&] { return m_connection.change("DELETE FROM picture WHERE complete = 0 AND changed < :before", values); });
}

base::Result<QList<wire::LibraryFile>> FileTable::library()
{
    QList<wire::LibraryFile> files;
    return m_connection
        .each("SELECT kind, name, version, sha256, bytes, signature FROM library ORDER BY kind, name, version", {},
              [&](const QSqlQuery &row) {
                  files.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                                row.value(4).toLongLong(), row.value(5).toByteArray()});
                  return true;
              })
        .map([&] { return files; });
}

base::Result<> FileTable::publish(const wire::LibraryFile &file, const QList<Piece> &pieces)
{
    const FileName name{file.kind, file.name, file.version};
    base::Result<> done = m_connection.run(
        "INSERT INTO library (kind, name, version, sha256, bytes, signature) VALUES (:kind, :name, :version, :hash, :bytes, :signature)",
        named(name)
            + Values{{u":hash"_s, file.sha256}, {u":bytes"_s, file.bytes}, {u":signature"_s, file.signature}});
    for (qsizetype i = 0; done && i < pieces.size(); ++i) {
        done = m_connection.run("INSERT INTO library_piece (kind, name, version, start, length, suite, sealed) VALUES (:kind, :name,"
                                " :version, :start, :length, :suite, :sealed)",
                                named(name)
                                    + Values{{u":start"_s, pieces[i].from},
                                             {u":length"_s, pieces[i].length},
                                             {u":suite"_s, pieces[i].sealed.suite},
                                             {u":sealed"_s, pieces[i].sealed.bytes}});
    }
    return done;
}

base::Result<std::optional<Piece>> FileTable::libraryPiece(const FileName &file, qint64 from)
{
    return readPiece("SELECT start, length, suite, sealed FROM library_piece WHERE kind = :kind AND name = :name AND version = :version"
                     " AND start = :start",
                     named(file) + Values{{u":start"_s, from}});
}

base::Result<bool> FileTable::withdraw(const FileName &file)
{
    return m_connection
        .run("DELETE FROM library_piece WHERE kind = :kind AND name = :name AND version = :version", named(file))
        .and_then([&] {
            return m_connection.change("DELETE FROM library WHERE kind = :kind AND name = :name AND version = :version", named(file));
        })
        .map([](int rows) { return rows > 0; });
}

}
