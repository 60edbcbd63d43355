#pragma once

#include "app/hub/web/asked.h"

namespace web {

/// The files of resources/web/static, read once at the start and handed out under an address that changes with their content, so that
/// browsers may keep them for ever.
class StaticFiles final
{
public:
    /// Error::Storage when one cannot be read.
    static base::Result<StaticFiles> load(const QString &folder);

    /// Of the file \a name below the root, e.g. /static/0c7d21f4/style.css; empty: there is none.
    QString address(const QString &name) const;
    static inline const QByteArray pattern = QByteArrayLiteral("/static/{hash}/{file}");
    /// The file, or nothing.
    std::optional<hub::Response> answer(const QString &hash, const QString &name) const;

private:
    struct File {
        QString hash;
        QByteArray type;
        QByteArray bytes;
    };
    QHash<QString, File> m_files;
};

}
