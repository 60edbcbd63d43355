#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>

#include <array>
#include <optional>

namespace wire {

// Who sits where: POST /sync/v1/presence. A window tells about itself with its ordinary contact; who shows the board of the hall asks
// for everybody by the same request.

/// What a window says of itself.
struct Presence {
    QString clerk; ///< who works there; may be empty
    QString caseNumber; ///< of the case in hand; empty: none
    QDateTime since; ///< UTC; from when this is so
    int unsent = 0; ///< events that the hub does not have yet, by the window's own count
    bool operator==(const Presence &) const = default;
};
struct PresenceNote {
    Presence mine;
    bool board = false; ///< the windows of the hall are wanted
    bool operator==(const PresenceNote &) const = default;
};

/// One window of the hall, as the hub knows it.
struct Seat {
    QString device; ///< UUID
    QString window; ///< name
    QDateTime heard; ///< UTC; null: this hub process has not heard of it since it began
    Presence presence; ///< as it was heard last
    bool operator==(const Seat &) const = default;
};
/// 好差评 of one day at the hall.
struct DayOfRatings {
    std::array<int, 5> byLevel{}; ///< from 非常不满意 (1) to 非常满意 (5)
    int toPutRight = 0; ///< of all days
    bool operator==(const DayOfRatings &) const = default;
};
struct HallBoard {
    QList<Seat> seats; ///< of windows that are in use, by window code; empty where the board was not wanted
    DayOfRatings ratings;
    QDateTime hubTime; ///< UTC
    bool operator==(const HallBoard &) const = default;
};

inline constexpr int mostSeats = 2000; ///< of one hall

QByteArray toJson(const PresenceNote &note);
base::Result<PresenceNote> presenceFrom(const QByteArray &body);
QByteArray toJson(const HallBoard &board);
base::Result<HallBoard> hallBoardFrom(const QByteArray &body);

}
