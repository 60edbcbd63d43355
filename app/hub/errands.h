#pragma once

#include "core/offices/licenceissuing.h"
#include "core/offices/postbox.h"

#include <atomic>
#include <thread>
#include <vector>

namespace hub {

/// Takes what happened to those who are to be told of it, in threads of its own, until it ends.
class Errands final
{
public:
    /// Everything must live as long as this. \a issuer: nullptr: nobody makes e-licences.
    Errands(offices::Postbox &postbox, const offices::LicenceIssuing &licences, offices::Issuer *issuer);
    ~Errands(); ///< waits for what is under way, twenty seconds at most

    static constexpr int senders = 3; ///< messages under way at a time; of one subscriber one

private:
    std::atomic<bool> m_hasMessages = false; ///< there is a message to somebody, or was one: senders look for more
    std::vector<std::jthread> m_threads; // the last: they end before what they look at

    Q_DISABLE_COPY_MOVE(Errands)
};

/// Sends one message; what its receiver said.
offices::Postbox::Reply sent(const offices::Errand &errand, const QDateTime &now);

}
