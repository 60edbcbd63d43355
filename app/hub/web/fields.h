#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace web {

/// Names and values of a query or of a form (application/x-www-form-urlencoded), read strictly: what no page of ours sends is refused, not
/// mended.
class Fields final
{
public:
    /// Error::Document, its place the name where there is one: more than \a most fields, a percent sign without its two digits, bytes that
    /// are no UTF-8, a control character other than tab and line break, a name without or longer than 100 characters or that comes twice.
    /// Line breaks become \n.
    static base::Result<Fields> read(const QByteArray &encoded, qsizetype most = 300);

    bool has(const QString &name) const { return m_values.contains(name); }
    QString value(const QString &name) const { return m_values.value(name); } ///< empty: it is not there
    const QStringList &names() const { return m_names; } ///< as they came

private:
    QStringList m_names;
    QHash<QString, QString> m_values;
};

/// \a encoded with its percent codes resolved: Error::Document as Fields::read() for a single text. \a plusIsSpace: as forms write it.
base::Result<QString> decoded(const QByteArray &encoded, bool plusIsSpace);

/// The cookies of a Cookie header (RFC 6265); names that come twice are left out, because nobody can say which is ours.
QHash<QByteArray, QByteArray> cookiesIn(const QByteArray &header);

}
