#pragma once

#include "core/hub/engine.h"

namespace hub {

// The book of what everybody did, as a chain: each line carries a hash that follows from its own content and from the hash of the line
// before, so no line can be changed, left out, put in or taken from its place without every later one showing it. Lines that were
// written before there was a chain stand in front of it, without hashes.

/// Writes down, in the transaction of the deed itself, that \a by (name of an account, or atConsole()) did \a act to \a subject; \a words
/// without person data.
[[nodiscard]] base::Result<> writeDown(const Engine &engine, Transaction &rows, const QString &by, const QString &act, const QString &subject,
                                       const QString &words = {});

/// What the chain begins with: 32 zero bytes.
QByteArray chainBegin();
/// SHA-256 of the hash \a before and of \a line: \c place, \c at in milliseconds since 1970 UTC, \c account, \c act, \c subject, \c words,
/// each as UTF-8 behind its length in bytes as a decimal number and a colon.
QByteArray chainHash(const QByteArray &before, const AuditLine &line);

/// What reading the whole book gave.
struct BookCheck {
    qint64 older = 0; ///< lines from before the chain
    qint64 chained = 0; ///< lines that fit, up to the first that does not
    qint64 faulty = 0; ///< \c place of the first that does not fit, or should be there; 0: all fit
    QString fault; ///< what is wrong with it; empty: nothing
    bool isSound() const { return fault.isEmpty(); }
};
base::Result<BookCheck> checkBook(const Engine &engine);

/// Hands every line to \a visit, the oldest first.
[[nodiscard]] base::Result<> eachLine(const Engine &engine, const std::function<base::Result<>(const AuditLine &)> &visit);

/// First line and line of a table (CSV, RFC 4180, UTF-8) of the book, for auditors; the hash is the last column. What a spreadsheet would
/// take for a formula gets an apostrophe.
QByteArray tableHead();
QByteArray tableLine(const AuditLine &line);

}
