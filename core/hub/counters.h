#pragma once

#include "core/hub/engine.h"

namespace hub {

/// What the counters of all windows share: the right to hand over a result, legal numbers, and the day's receipts.
class Counters final
{
public:
    explicit Counters(const Engine &engine) : m_engine(engine) { }

    static constexpr int leaseSeconds = 60;

    /// Sync rule 21: who is not the custodian of a result hands it over only with a lease of the hub. Granted to one device at a time,
    /// and not for what was handed over already. Unknown for a case that is not of the device's hall.
    wire::Answer<wire::Lease> lease(const Device &device, const wire::LeaseWish &wish) const;
    /// Numbers of a series that nobody else ever gets.
    wire::Answer<wire::SerialBlock> serials(const Device &device, const wire::SerialWish &wish) const;
    /// Keeps the list of what a window printed on a day and says what differs from what the hub has. What differs is worked out anew
    /// whenever it is asked for: events that come later put it right.
    wire::Answer<wire::ReceiptDifferences> receipts(const Device &device, const wire::ReceiptList &list) const;

    /// Of every window that is in use or printed something on \a day.
    struct DayOfReceipts {
        Device device;
        std::optional<SentReceipts> sent; ///< nothing: no list came
        wire::ReceiptDifferences differences;
    };
    base::Result<QList<DayOfReceipts>> receiptsOf(QDate day) const;

private:
    const Engine &m_engine;
};

}
