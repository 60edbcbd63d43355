#include "app/hub/web/staticfiles.h"

#include <QCryptographicHash>
#include <QDir>

namespace web {

using namespace Qt::StringLiterals;

namespace {

QByteArray typeOf(const QString &name)
{
    static const QHash<QString, QByteArray> types{{u"css"_s, "text/css; charset=utf-8"}, {u"svg"_s, "image/svg+xml"}, {u"png"_s, "image/png"}};
    return types.value(name.section(u'.', -1), "application/octet-stream");
}

}

base::Result<StaticFiles> StaticFiles::load(const QString &folder)
{
    StaticFiles files;
    const QDir dir(folder);
    const QStringList names = dir.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (!file.open(QFile::ReadOnly))
            return base::Fail({base::Error::Kind::Storage, file.errorString(), file.fileName()});
        const QByteArray bytes = file.readAll();
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(12);
        files.m_files.insert(name, {QString::fromLatin1(hash), typeOf(name), bytes});
    }
    return files;
}

QString StaticFiles::address(const QString &name) const
{
    const auto file = m_files.constFind(name);
    return file == m_files.cend() ? QString() : u"/static/%1/%2"_s.arg(file->hash, name);
}

std::optional<hub::Response> StaticFiles::answer(const QString &hash, const QString &name) const
{
    const auto file = m_files.constFind(name);
    if (file == m_files.cend() || file->hash != hash)
        return {};
    return hub::Response{
        .status = 200, .type = file->type, .body = file->bytes, .headers = {{"Cache-Control", "public, max-age=31536000, immutable"}}};
}

}
