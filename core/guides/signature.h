#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace guides {

/// Signatures of what a publisher gives out: Ed25519 (RFC 8032) over what it is ("yichuang guide pack v1", "yichuang dishonesty
/// list v1"), a zero byte and the exact bytes of the file, kept beside it in FILE.sig, so that what was signed as one thing is never
/// taken for another. The file names algorithm and key, so that another suite can stand beside this one.

/// Somebody who publishes packs: what a window must have to check a signature (*.pub).
struct Publisher {
    QString name; ///< as it is shown when a pack is genuine
    QByteArray key; ///< 32 bytes

    /// Names the key in signature files: 32 hexadecimal digits, BLAKE2b of the key.
    QString keyId() const;
    bool operator==(const Publisher &) const = default;
};

/// What signs. Kept in a file of mode 0600 that only the publisher has (*.key).
struct PublisherKey {
    Publisher publisher;
    base::Secret secret; ///< 64 bytes, as libsodium has it
};

/// A fresh key for the publisher \a name: 1 to 100 characters, no control characters, else Error::Document.
base::Result<PublisherKey> makePublisherKey(const QString &name);

/// Writes publisher.key (mode 0600) and publisher.pub into \a folder, which must be there. A file that is there already is
/// never written over: Error::Storage, and nothing is written.
[[nodiscard]] base::Result<> writeKey(const PublisherKey &key, const QString &folder);

/// Error::Document when \a file is not such a file, or its parts do not fit each other; Error::Storage when it cannot be read.
base::Result<PublisherKey> readKey(const QString &file);
base::Result<Publisher> readPublisher(const QString &file);

/// The publishers whose *.pub files are in a folder; a missing folder has none.
struct Publishers {
    QList<Publisher> publishers;
    QList<base::Error> faults; ///< files that are none; they hide no other
};
Publishers readPublishers(const QString &folder);

/// As what a file is signed.
enum class Signed {
    GuidePack,
    DishonestyList, ///< 失信人员名单
};
/// What the kind that stands in \a bytes says; everything unknown is a pack.
Signed signedAs(const QByteArray &bytes);

/// What stands in the signature file of \a pack.
QByteArray signatureOf(const QByteArray &pack, const PublisherKey &key, Signed as = Signed::GuidePack);

/// BLAKE2b of the exact bytes of a pack, 32 bytes in hexadecimal digits.
QString digestOf(const QByteArray &pack);

/// The file beside the pack \a file.
QString signatureFile(const QString &file);

/// What a signature says about a pack.
struct SignatureState {
    enum class Kind {
        Missing, ///< there is no signature file
        Genuine, ///< by a publisher that is trusted, over exactly these bytes
        Altered, ///< of a trusted publisher, but not over these bytes
        UnknownPublisher, ///< nobody trusted has this key; nothing else is believed
        Unreadable, ///< no signature file at all
    };
    Kind kind = Kind::Missing;
    QString publisher; ///< of the trusted key; of an unknown one what the file claims
    QString keyId; ///< empty when missing or unreadable
    QString detail; ///< Unreadable: what is wrong
    bool operator==(const SignatureState &) const = default;
};

/// \a signature is the content of the signature file, when there is one.
SignatureState checkSignature(const QByteArray &pack, const std::optional<QByteArray> &signature,
                              const QList<Publisher> &trusted, Signed as = Signed::GuidePack);

/// One Chinese sentence that says what the state means and what to do.
QString sentence(const SignatureState &state);

}
