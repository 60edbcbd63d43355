#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace backups {

/// What opens the safety copies of a window. Shown once and kept on paper, never on the PC.
class RecoverySecret final
{
public:
    static RecoverySecret fresh();
    /// From what was typed or scanned: case, spaces and dashes do not matter, nor O for 0 and I or L for 1. Error::Secret where
    /// something is missing or mistyped. What a scanner reads of scanned() is good too.
    static base::Result<RecoverySecret> read(const QString &typed);

    /// Eight groups of four letters or figures; the last six letters prove the others.
    QString words() const;
    /// What stands in the code of the paper: words() behind a mark that says what it is, in letters that such a code holds well.
    QString scanned() const;
    /// X25519, 32 bytes: with which copies are made.
    QByteArray publicKey() const;
    /// X25519, 32 bytes.
    base::Secret secretKey() const;

private:
    explicit RecoverySecret(base::Secret bytes) : m_bytes(std::move(bytes)) { }
    base::Secret m_bytes; ///< 16
};

/// By which paper and copies are known to belong together: two groups of four letters or figures of the public key \a key. No secret.
QString keyMark(const QByteArray &key);

}
