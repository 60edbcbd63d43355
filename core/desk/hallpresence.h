#pragma once

#include "core/base/clock.h"
#include "core/desk/onduty.h"
#include "core/wire/presence.h"

#include <QObject>
#include <QTimer>

namespace desk {

class HubLink;

/// Tells the hub who sits at this window and on which case, and, while somebody looks at the board, hears of everybody else's.
class HallPresence final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it. This is the window \a device.
    struct Needs {
        HubLink &hub;
        const base::Clock &clock;
        QString device;
        const OnDuty &duty;
    };
    explicit HallPresence(Needs needs, QObject *parent = nullptr);

    /// The case in hand from now on, by its number; empty: none.
    void workOn(const QString &caseNumber);
    /// From now on, or no longer, the windows of the hall are asked for every few seconds. Counted: each true wants its false.
    void watch(bool wanted);

    /// Every window of the hall as the hub said last, this one as it knows itself; this one alone where no hub was heard.
    QList<wire::Seat> seats() const;
    const wire::DayOfRatings &ratings() const { return m_board.ratings; }
    /// When the hub said so, by this PC's clock; null: it never did.
    const QDateTime &asOf() const { return m_asOf; }
    /// The hub said so just now: within the last three questions.
    bool isFresh() const;

    static constexpr int askEvery = 5'000; ///< ms, while somebody looks
    static constexpr int tellEvery = 30'000; ///< ms, else

signals:
    /// Something of the above is new.
    void changed();

private:
    void tell();
    wire::Presence mine() const;

    const Needs m_needs;
    QString m_caseNumber;
    QDateTime m_since;
    wire::HallBoard m_board;
    QDateTime m_asOf;
    int m_watchers = 0;
    bool m_isAsking = false;
    QTimer m_timer;
};

}
