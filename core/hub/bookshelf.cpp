#include "core/hub/bookshelf.h"

#include "core/hub/book.h"
#include "core/hub/feed.h"
#include "core/hub/pieces.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

QByteArray placeOfPage(const FileName &name, qint64 from)
{
    return "hub library|" + name.kind.toUtf8() + '|' + name.name.toUtf8() + '|' + name.version.toUtf8() + '|' + QByteArray::number(from);
}

/// A library entry at the end of every hall's feed.
base::Result<Growth> tellAllHalls(Transaction &rows, const FileName &name)
{
    const base::Result<QStringList> halls = rows.devices().halls();
    if (!halls)
        return base::Fail(halls.error());
    Feed feed(rows.records());
    if (const base::Result<> held = feed.hold(*halls); !held)
        return base::Fail(held.error());
    const base::Result<QList<qint64>> places = rows.records().nextPlaces(halls->size());
    if (!places)
        return base::Fail(places.error());
    for (qsizetype i = 0; i < halls->size(); ++i)
        feed.put((*places)[i], (*halls)[i], wire::Entry::Kind::Library, 0, 0, placeOfPage(name, 0));
    return feed.write().map([&] { return feed.growth(); });
}

const wire::LibraryFile *find(const QList<wire::LibraryFile> &files, const FileName &name)
{
    const auto file = std::ranges::find_if(files, [&](const wire::LibraryFile &one) {
        return one.kind == name.kind && one.name == name.name && one.version == name.version;
    });
    return file == files.end() ? nullptr : &*file;
}

}

base::Result<QList<wire::LibraryFile>> Bookshelf::list() const
{
    return within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.files().library(); });
}

wire::Answer<QByteArray> Bookshelf::read(const FileName &name, qint64 from, qint64 most) const
{
    return within(m_engine.store, Store::For::Reading, [&](Transaction &rows) -> wire::Answer<QByteArray> {
        const base::Result<QList<wire::LibraryFile>> files = rows.files().library();
        if (!files)
            return refused(files.error());
        const wire::LibraryFile *file = find(*files, name);
        if (!file || from < 0 || from >= qMax<qint64>(file->bytes, 1))
            return refused(wire::Problem::Code::Unknown, u"there is no such file, or it is shorter"_s);
        QList<qint64> starts;
        for (qint64 start = 0; start < file->bytes; start += wire::pieceBytes)
            starts.append(start);
        const auto page = [&](qint64 start) -> base::Result<QByteArray> {
            const base::Result<std::optional<Piece>> piece = rows.files().libraryPiece(name, start);
            if (!piece)
                return base::Fail(piece.error());
            if (!*piece)
                return base::Fail({base::Error::Kind::Damaged, u"the library lacks a piece"_s, name.name});
            return journal::unseal((*piece)->sealed, m_engine.key.forLibrary(), placeOfPage(name, start));
        };
        const base::Result<QByteArray> bytes = assembled(starts, from, qMin(from + most, file->bytes), page);
        if (!bytes)
            return refused(bytes.error());
        return *bytes;
    });
}

base::Result<> Bookshelf::publish(wire::LibraryFile file, const QByteArray &bytes, const QString &by) const
{
    static const QRegularExpression word(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"_s);
    const auto isWord = [](const QString &text) { return word.match(text).hasMatch(); };
    if (!isWord(file.kind) || !isWord(file.name) || !isWord(file.version))
        return base::Fail({base::Error::Kind::Document, u"kind, name and version are words of letters, digits, . _ -"_s, file.name});
    if (bytes.size() > largest)
        return base::Fail({base::Error::Kind::Document, u"is larger than %1 bytes"_s.arg(largest), file.name});
    file.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    file.bytes = bytes.size();
    const FileName name{file.kind, file.name, file.version};
    QList<Piece> pieces;
    for (qint64 from = 0; from < bytes.size(); from += wire::pieceBytes) {
        const QByteArray page = bytes.mid(from, wire::pieceBytes);
        pieces.append({from, page.size(), journal::seal(page, m_engine.key.forLibrary(), placeOfPage(name, from))});
    }
    const base::Result<Growth> growth = within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<Growth> {
        const base::Result<QList<wire::LibraryFile>> files = rows.files().library();
        if (!files)
            return base::Fail(files.error());
        if (const wire::LibraryFile *there = find(*files, name)) {
            if (*there == file)
                return Growth();
            return base::Fail({base::Error::Kind::Document, u"this version was published with other bytes: give it a new one"_s, file.name});
        }
        return rows.files()
            .publish(file, pieces)
            .and_then([&] { return writeDown(m_engine, rows, by, u"published"_s, inTheBook(name), file.sha256); })
            .and_then([&] { return tellAllHalls(rows, name); });
    });
    return growth.map([&](const Growth &grown) { m_engine.tell(grown); });
}

base::Result<> Bookshelf::withdraw(const FileName &name, const QString &by) const
{
    const base::Result<Growth> growth = within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<Growth> {
        const base::Result<bool> wasThere = rows.files().withdraw(name);
        if (!wasThere)
            return base::Fail(wasThere.error());
        if (!*wasThere)
            return base::Fail({base::Error::Kind::Missing, u"is not in the library"_s, name.name});
        return writeDown(m_engine, rows, by, u"withdrawn"_s, inTheBook(name)).and_then([&] { return tellAllHalls(rows, name); });
    });
    return growth.map([&](const Growth &grown) { m_engine.tell(grown); });
}

}
