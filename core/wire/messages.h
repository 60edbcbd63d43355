#pragma once

#include "core/wire/protocol.h"

#include <QJsonObject>

namespace wire {

// The form of the messages on the line. Events travel as the exact bytes that were written, one a line (they hold no line break),
// so that nobody writes them again. Everything read here is hostile until checked: what does not fit is an error with its place.

inline constexpr char linesType[] = "application/x-ndjson";
inline constexpr char jsonType[] = "application/json";
inline constexpr char problemType[] = "application/problem+json";

/// First line: what it is. Then one event a line.
QByteArray toLines(const Push &push);
base::Result<Push> pushFrom(const QByteArray &body);

/// First line: cursor and the rest. Then for each entry a line about it and, for an event, its bytes in the next line.
QByteArray toLines(const PullAnswer &answer);
base::Result<PullAnswer> pullAnswerFrom(const QByteArray &body);

QByteArray toText(const Cursor &cursor); ///< as it stands in the query of a pull
base::Result<Cursor> cursorFrom(const QByteArray &text);

QByteArray toJson(const PushAnswer &answer);
base::Result<PushAnswer> pushAnswerFrom(const QByteArray &body);
/// With the signature of enrolmentToSign().
QByteArray toJson(const Enrolment &enrolment, const QByteArray &signature);
struct SignedEnrolment {
    Enrolment enrolment;
    QByteArray signature;
};
base::Result<SignedEnrolment> enrolmentFrom(const QByteArray &body);
QByteArray toJson(const Enrolled &enrolled);
base::Result<Enrolled> enrolledFrom(const QByteArray &body);
QByteArray toJson(const QList<LibraryFile> &files);
base::Result<QList<LibraryFile>> libraryFrom(const QByteArray &body);
QByteArray toJson(const ReceiptList &list);
base::Result<ReceiptList> receiptListFrom(const QByteArray &body);
QByteArray toJson(const ReceiptDifferences &differences);
base::Result<ReceiptDifferences> receiptDifferencesFrom(const QByteArray &body);
QByteArray toJson(const LeaseWish &wish);
base::Result<LeaseWish> leaseWishFrom(const QByteArray &body);
QByteArray toJson(const Lease &lease);
base::Result<Lease> leaseFrom(const QByteArray &body);
QByteArray toJson(const SerialWish &wish);
base::Result<SerialWish> serialWishFrom(const QByteArray &body);
QByteArray toJson(const SerialBlock &block);
base::Result<SerialBlock> serialBlockFrom(const QByteArray &body);
/// An object of RFC 9457 with our code as \c type.
QByteArray toJson(const Problem &problem);
/// Anything that is no problem of ours is Code::Failed.
Problem problemFrom(const QByteArray &body);
int httpStatus(Problem::Code code);

/// Packs \a body for Content-Encoding "deflate" (RFC 9110: zlib format).
QByteArray packed(const QByteArray &body);
/// Error::Document for what is no such thing or would unpack to more than \a most bytes.
base::Result<QByteArray> unpacked(const QByteArray &body, qint64 most = bodyBytes);

}
