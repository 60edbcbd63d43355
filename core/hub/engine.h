#pragma once

#include "core/base/clock.h"
#include "core/hub/http.h"
#include "core/hub/hubkey.h"
#include "core/hub/store.h"

#include <chrono>
#include <thread>
#include <type_traits>

namespace hub {

/// Halls whose feed has grown, and its new end.
using Growth = QHash<QString, qint64>;

/// What the parts of a hub's engine work with; everything lives longer than they do.
struct Engine {
    Store &store;
    const base::Clock &clock;
    const HubKey &key;
    FeedGrown grown; ///< may be empty

    QDateTime now() const { return clock.now().toUTC(); }
    void tell(const Growth &growth) const; ///< after the commit
};

/// The store belongs to this key: noted at the first time, compared ever after. To be called once before anything else. Error::Secret
/// when it is another key, which would read nothing and spoil what it wrote.
[[nodiscard]] base::Result<> settle(Store &store, const HubKey &key);

/// What a failing store means to who asked. Its words stay in the log.
wire::Problem problemOf(const base::Error &error);

/// \a problem as it is answered.
Response problemResponse(const wire::Problem &problem);

inline wire::Refused refused(const base::Error &error)
{
    return wire::Refused(problemOf(error));
}
inline wire::Refused refused(wire::Problem::Code code, const QString &detail)
{
    return wire::Refused({code, detail, 0, {}});
}

inline bool mayTryAgain(const base::Error &error)
{
    return error.kind == base::Error::Kind::Busy;
}
inline bool mayTryAgain(const wire::Problem &problem)
{
    return problem.code == wire::Problem::Code::Busy;
}

/// What \a body(Transaction &), which gives a base::Result or a wire::Answer, does in one transaction: committed when it gives a value,
/// undone when it does not. When another was quicker it is done again from the beginning.
template <class Body>
auto within(Store &store, Store::For purpose, const Body &body) -> std::invoke_result_t<Body, Transaction &>
{
    using Outcome = std::invoke_result_t<Body, Transaction &>;
    const auto failed = [](const base::Error &error) -> Outcome {
        if constexpr (std::is_same_v<typename Outcome::error_type, wire::Problem>)
            return refused(error);
        else
            return base::Fail(error);
    };
    const auto once = [&]() -> Outcome {
        const base::Result<std::unique_ptr<Transaction>> transaction = store.begin(purpose);
        if (!transaction)
            return failed(transaction.error());
        Outcome outcome = body(**transaction);
        if (!outcome)
            return outcome;
        if (const base::Result<> committed = (*transaction)->commit(); !committed)
            return failed(committed.error());
        return outcome;
    };
    constexpr int mostTries = 4;
    Outcome outcome = once();
    for (int tried = 1; tried < mostTries && !outcome && mayTryAgain(outcome.error()); ++tried) {
        std::this_thread::sleep_for(std::chrono::milliseconds(3 * tried));
        outcome = once();
    }
    return outcome;
}

}
