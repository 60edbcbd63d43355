#pragma once

#include "core/base/clock.h"
#include "core/hub/http.h"
#include "core/hub/hubkey.h"
#include "core/hub/store.h"

namespace hub {

/// What an administrator does at the console of a hub. Errors as of the store; Error::Missing for what is not there.
class Administration final
{
public:
    /// Everything must live as long as this. \a grown as for SyncDoor.
    Administration(Store &store, const base::Clock &clock, const HubKey &key, FeedGrown grown);

    /// A code by which one device enrols as the window \a windowCode (three digits) of \a regionCode (GB/T 2260) in the scope
    /// \a hall, within \a hours; shown once, in groups, and kept nowhere. Error::Document when one of them cannot be right.
    base::Result<QString> makeCode(const QString &hall, const QString &regionCode, const QString &windowCode, int hours = 24);
    base::Result<QList<Device>> devices();
    base::Result<QList<Stream>> streams(); ///< of all writers: how far they have come and when they were heard
    /// From now on it may pull nothing, and what it sends is kept aside.
    [[nodiscard]] base::Result<> revoke(const QString &device);

    base::Result<QList<AsideLine>> aside(int most);
    /// Gives up what was kept aside for more than thirty days before \a before; how many.
    base::Result<int> clearAside(const QDateTime &before);
    base::Result<QList<Alarm>> alarms(bool unseenOnly, int most);
    [[nodiscard]] base::Result<> seen(Alarm alarm);

    /// The windows of \a hall have the case from now on, those of its hall forget it.
    [[nodiscard]] base::Result<> moveCase(const QString &caseId, const QString &hall);
    /// Destroys key and pictures of the case, for ever: its events can never be read again, its windows are told to forget it.
    [[nodiscard]] base::Result<> eraseCase(const QString &caseId);

    /// Publishes \a file (its sha256 and length are worked out of \a bytes) to all halls.
    [[nodiscard]] base::Result<> publish(wire::LibraryFile file, const QByteArray &bytes);
    [[nodiscard]] base::Result<> withdraw(const QString &kind, const QString &name, const QString &version);
    base::Result<QList<wire::LibraryFile>> library();

    /// What windows printed on \a day against what the hub has, of every window, whether it sent its list or not.
    struct DayOfReceipts {
        Device device;
        std::optional<SentReceipts> sent; ///< nothing: no list came
        wire::ReceiptDifferences differences;
    };
    base::Result<QList<DayOfReceipts>> receipts(QDate day);

    /// Says that this store was put back from a copy: windows send again what it lacks. The new epoch.
    base::Result<QString> newEpoch();
    /// Gives up pictures that nobody went on sending for a week; how many. To be called now and then.
    base::Result<int> sweep();

private:
    Store &m_store;
    const base::Clock &m_clock;
    const HubKey &m_key;
    FeedGrown m_grown;
};

}
