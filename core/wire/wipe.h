#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace wire {

/// Purposes of signatures, see people::WindowKey::sign().
inline constexpr char wipePurpose[] = "wipe order"; ///< by the hub
inline constexpr char wipedPurpose[] = "wiped"; ///< by the window
/// The header in which an answer bears an order.
inline constexpr char wipeHeader[] = "Yichuang-Wipe";
inline constexpr qsizetype longestWipeReason = 200; ///< characters

/// That a device shall destroy everything that opens its profile.
struct WipeOrder {
    QString id; ///< UUID, random
    QString device; ///< UUID
    QString hub; ///< UUID
    QDateTime orderedAt; ///< UTC
    QString reason; ///< shown at the window; no person data
    bool operator==(const WipeOrder &) const = default;
};

/// An order as an answer bears it. It is good as the answer to one request only: nobody can use it again once it was lifted.
struct SignedWipe {
    WipeOrder order;
    QByteArray answers; ///< signature of the request (base64url, as sent) that it came in answer to
    QByteArray signature; ///< of wipeToSign() under wipePurpose
    bool operator==(const SignedWipe &) const = default;
};

/// The bytes that the hub signs.
QByteArray wipeToSign(const WipeOrder &order, const QByteArray &answers);
/// The value of wipeHeader, without \c answers, which the window knows.
QByteArray toHeader(const SignedWipe &wipe);
/// Error::Document for what is no order. Whose it is and who signed it is for the caller to judge.
base::Result<SignedWipe> wipeFromHeader(const QByteArray &value, const QByteArray &answers);

/// What a window says once an order is carried out; signed beforehand, for its key is gone by then.
struct Wiped {
    QString order; ///< id
    QString device; ///< UUID
    QByteArray signature; ///< of wipedToSign() under wipedPurpose
    bool operator==(const Wiped &) const = default;
};
QByteArray wipedToSign(const QString &order, const QString &device);
QByteArray toJson(const Wiped &wiped);
base::Result<Wiped> wipedFrom(const QByteArray &body);

/// The hub's word on that: it is written down.
struct WipeNoted {
    QDateTime hubTime; ///< UTC
};
QByteArray toJson(const WipeNoted &noted);

}
