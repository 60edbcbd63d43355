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
    /// A wish may not pass over more numbers than this at once: one wrong \c above must not use a series up.
    static constexpr int mostPassedOver = 100'000;
    /// By so much every series goes on when a store was put back from a copy: what was given away since the copy is not given again.
    static constexpr int passedOverByCopy = 1000;

    /// Numbers of a series that nobody else ever gets; the same ones when the same wish comes again.
    wire::Answer<wire::SerialBlock> serials(const Device &device, const wire::SerialWish &wish) const;
    base::Result<QList<BlockLine>> blocks() const; ///< of all devices and series, by year, organ, paper and number
    /// Numbers up to \a last were given some other way: the hub's next is above. \a by, for the book.
    [[nodiscard]] base::Result<> passOver(const wire::SerialWish &series, int last, const QString &by = atConsole()) const;
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
