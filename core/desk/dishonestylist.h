#pragma once

#include "core/desk/importedguides.h"

#include "core/base/secret.h"

#include <QSet>

namespace desk {

/// Who may not promise anything (失信人员名单): identity numbers and credit codes, as the hub or a person brought them.
struct DishonestyList {
    QString version;
    QString source; ///< who made it, in words
    QDate day; ///< of which day it is
    QSet<QString> numbers; ///< person data

    /// Understands {"format": 1, "kind": "dishonesty list", "version", "source", "day", "numbers": [...]}. Error::Document, with the
    /// place in the file and never a number, when it is something else or an entry is no identity number and no credit code.
    static base::Result<DishonestyList> read(const QByteArray &bytes, const QString &place);
};

/// The list of one window, sealed in its profile so that no number can be read from the disk. Without a file nobody is on it.
class DishonestyStore final
{
public:
    /// In \a folder under \a key (32 bytes). What is there and does not open is fault(), and nobody is on the list.
    DishonestyStore(const QString &folder, base::Secret key);

    /// What dishonesty.sealed is sealed for.
    static QByteArray sealedFor();

    /// What a person brings beside the file.
    struct Offer {
        QByteArray bytes; ///< of the file
        QString place; ///< its name, for errors
        std::optional<QByteArray> signature; ///< content of the file beside it, when there is one
        QString person; ///< who consents; needed when no trusted publisher signed
        QString reason;
    };
    /// Takes the place of the list before, durably, with the record of why it was let in. A signature that does not fit refuses
    /// whatever anybody consents to; so does a list that is older than the one in use.
    [[nodiscard]] base::Result<> import(const Offer &offer, const QList<guides::Publisher> &trusted, const QDateTime &at);

    /// Whether \a number (an identity number or credit code, as typed) is on the list.
    bool contains(const QString &number) const;
    const DishonestyList &list() const { return m_list; }
    /// Why the list in use was let in; default without a list.
    const ImportRecord &record() const { return m_record; }
    const std::optional<base::Error> &fault() const { return m_fault; }

private:
    base::Result<> open(const QByteArray &stored);

    const QString m_file;
    const base::Secret m_key;
    DishonestyList m_list;
    ImportRecord m_record;
    std::optional<base::Error> m_fault;
};

}
