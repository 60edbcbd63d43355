#pragma once

#include "core/people/windowkey.h"
#include "core/sync/hubclock.h"
#include "core/sync/line.h"
#include "core/wire/protocol.h"

#include <tl/expected.hpp>

namespace syncing {

/// Why a call brought nothing.
struct Trouble {
    enum class Kind {
        Unreachable, ///< no connection, cut off, too slow
        Refused, ///< the hub said why: \c problem
        Nonsense, ///< an answer that is none of the protocol
    };
    Kind kind = Kind::Unreachable;
    wire::Problem problem = {}; ///< Refused
    QString detail = {};
    bool operator==(const Trouble &) const = default;
};

/// Calls signed by this window's key. A hub that finds our time wrong tells its own, and is asked again by that.
class SignedLine final
{
public:
    /// All are used from the thread of the line, and live longer.
    SignedLine(Line &line, const people::WindowKey &key, HubClock &clock) : m_line(line), m_key(key), m_clock(clock) { }

    using Outcome = tl::expected<Reply, Trouble>;
    using Done = std::function<void(const Outcome &)>;
    /// \a done is called once, later, unless \a context is gone by then. Statuses from 200 to 299 are outcomes.
    void send(const wire::Writer &writer, const Call &call, QObject *context, Done done);

    HubClock &clock() { return m_clock; }

    /// \a heard(value, answers) is called with every order to wipe that an answer bears, unchecked: the header and the signature of the
    /// request, as sent.
    using HeardWipe = std::function<void(const QByteArray &value, const QByteArray &answers)>;
    void listenForWipe(HeardWipe heard) { m_heardWipe = std::move(heard); }

private:
    void send(const wire::Writer &writer, const Call &call, QObject *context, Done done, bool mayAskAgain);

    Line &m_line;
    const people::WindowKey &m_key;
    HubClock &m_clock;
    HeardWipe m_heardWipe;
};

/// What \a reply is worth.
SignedLine::Outcome outcomeOf(const Reply &reply);

}
