#pragma once

#include "core/domain/plan.h"

#include <optional>

namespace papers {

/// What the code on a paper says about that paper, so that another window can hold it against what is printed, without a
/// network: which paper of which case, issued when, with how many lines. No person data.
struct Stamp {
    QString caseNumber;
    domain::PaperKind kind = domain::PaperKind::FilingReceipt;
    int number = 1; ///< which of its kind
    QDateTime issuedAt; ///< to the second, UTC
    int lines = 0; ///< materials of a receipt, gaps of a notice; 0 of others; at most 65535
    bool operator==(const Stamp &) const = default;
};

/// The stamp of \a paper of \a file, which stands as it stood when that paper was issued, with the \a plan of that day.
Stamp stampOf(const domain::Case &file, const domain::Plan &plan, const domain::PaperRef &paper);

/// What is signed for the purpose stampPurpose.
QByteArray signedBytes(const Stamp &stamp);
inline const QByteArray stampPurpose = QByteArrayLiteral("paper stamp v1");

/// A code with its stamp: \a code in capitals, a '.', and stamp, key and signature in the digits 0–9 A–Z: of such letters a QR code
/// holds half as many again as of others, so that its modules stay large enough to be read when a part is spoilt. Host names and
/// schemes mean the same in capitals; the hub answers /C/ as it does /c/. A \a code with a path of its own, whose letters may not be
/// changed, stays as it is and gets the stamp behind a '#' as base64url; until 2026 all were printed so.
/// \a keyId has 8 bytes, \a signature 64.
QString stampedCode(const QString &code, const Stamp &stamp, const QByteArray &keyId, const QByteArray &signature);

/// A code as it was scanned.
struct ScannedStamp {
    Stamp stamp;
    QByteArray keyId;
    QByteArray signature; ///< not checked here
};
/// The stamp in \a scanned. Nothing when there is none, or when what stands behind the '.' or '#' is none (hasStamp() tells which).
std::optional<ScannedStamp> readStamp(const QString &scanned);
/// Whether \a scanned is a code of a case with something behind a '.' or '#' that wants to be a stamp.
bool hasStamp(const QString &scanned);

}
