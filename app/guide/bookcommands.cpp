#include "app/guide/bookcommands.h"

#include "core/base/durablefile.h"
#include "core/guides/packwriter.h"
#include "core/sheets/archive.h"
#include "core/sheets/book.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// What \a file holds, but no more than is needed to see that it is too long.
base::Result<QByteArray> readBookFile(const QString &file)
{
    QFile source(file);
    if (!source.open(QFile::ReadOnly))
        return base::Fail({base::Error::Kind::Document, source.errorString(), file});
    QByteArray bytes = source.read(sheets::mostBookBytes + 1);
    if (source.error() != QFile::NoError)
        return base::Fail({base::Error::Kind::Document, source.errorString(), file});
    return bytes;
}

/// Whether \a file is there and holds something else than \a bytes.
bool isOtherFile(const QString &file, const QByteArray &bytes)
{
    if (!QFileInfo::exists(file) && !QFileInfo(file).isSymLink())
        return false;
    QFile there(file);
    return !there.open(QFile::ReadOnly) || there.read(bytes.size() + 1) != bytes;
}

QString besideBook(const QString &book)
{
    const QFileInfo info(book);
    return info.dir().filePath(info.completeBaseName() + u".json"_s);
}

}

int BookCommands::fail(const base::Error &error)
{
    m_err << error.place << u": "_s << error.detail << '\n';
    return 1;
}

int BookCommands::write(const QString &file, const QByteArray &bytes, bool force)
{
    if (!force && isOtherFile(file, bytes))
        return fail(
            {base::Error::Kind::Document, u"is there already and is left as it is; --force writes over it"_s, file});
    if (const base::Result<> written = base::writeChosen(file, bytes); !written)
        return fail(written.error());
    m_out << file << '\n';
    return 0;
}

int BookCommands::exportBook(const QString &name, const QString &file, bool force)
{
    const base::Result<QByteArray> book = m_finder.pack(name).and_then(sheets::writeBook);
    return book ? write(file, *book, force) : fail(book.error());
}

int BookCommands::importBook(const QString &book, const QString &file, bool force)
{
    const base::Result<QByteArray> bytes = readBookFile(book);
    if (!bytes)
        return fail(bytes.error());
    const sheets::BookContent content = sheets::readBook(*bytes, book);
    for (const base::Error &fault : content.faults)
        m_out << fault.place << u": "_s << fault.detail << '\n';
    if (!content.pack)
        return 1;
    return write(file.isEmpty() ? besideBook(book) : file, guides::writePack(*content.pack), force);
}
