#pragma once

#include "core/domain/scans.h"
#include "core/hub/engine.h"
#include "core/offices/personallist.h"

namespace offices {

/// A picture that belongs to an application and is no part of a case yet.
struct DraftPicture {
    qint64 id = 0; ///< of its row
    QString material; ///< id
    QString kind; ///< "jpeg" or "png"
    QString scan; ///< SHA-256, as domain::ScanPicture::scan
    qint64 bytes = 0;
    bool operator==(const DraftPicture &) const = default;
};

/// What somebody filled in at the pages, as it lies sealed at the hub. After submission only what was changed or added since.
struct Draft {
    domain::GuideRef guide;
    QString hall; ///< code
    Choices choices;
    QMap<QString, QString> fields; ///< as typed, cleaned
    QList<DraftPicture> pictures; ///< in the order in which they came
    QDateTime consentedAt; ///< UTC; to the use of what is filled in
    QString resumeCode; ///< with which another device goes on
    QString windowCode; ///< for a window; empty: none was asked for
    bool operator==(const Draft &) const = default;
};

/// \a draft as the body of \a line, sealed under the key of the application.
[[nodiscard]] base::Result<> seal(hub::ApplicationLine &line, const Draft &draft, const hub::HubKey &key);
/// The body of \a line. Error::Damaged when it does not open.
base::Result<Draft> draftOf(const hub::ApplicationLine &line, const hub::HubKey &key);
/// A line with a key of its own, found by \a secret and \a resumeCode.
hub::ApplicationLine freshLine(const QByteArray &secret, const QString &resumeCode, const hub::HubKey &key);

/// A picture of the application of \a line.
base::Result<journal::Sealed> sealedPicture(const hub::ApplicationLine &line, const QByteArray &bytes, const hub::HubKey &key);
base::Result<QByteArray> openedPicture(const hub::ApplicationLine &line, const journal::Sealed &sealed, const hub::HubKey &key);

/// What finds the application with the \a secret of a browser.
QByteArray blindedSecret(const QByteArray &secret, const hub::HubKey &key);
/// What finds it by the code for another device, typed in any way; empty: it cannot be one.
QByteArray blindedResume(const QString &code, const hub::HubKey &key);
/// What finds it by the code for a window (core/domain/prefillcode.h).
QByteArray blindedWindow(const QString &code, const hub::HubKey &key);

/// 32 random bytes as base64url.
QByteArray freshSecret();
/// Twelve letters and digits that nobody confuses.
QString freshResumeCode();
/// In groups of four, as people type it.
QString groupedResumeCode(const QString &code);

}
