#pragma once

#include "core/offices/itemrouting.h"
#include "core/offices/subscribers.h"

namespace offices {

/// One message on its way, and what it is signed with.
struct Errand {
    hub::Delivery delivery;
    QString url;
    bool privateAllowed = false;
    QByteArray body;
    QByteArray secret;
};

/// HMAC-SHA256 in hexadecimal digits, as resources/openapi/departments.json says; \a time: seconds since 1970 as text.
QByteArray signatureOf(const QByteArray &secret, const QByteArray &id, const QByteArray &time, const QByteArray &body);

/// Takes what happened (it lies in the store since the transaction of the event) to the feeds of the units and into messages for
/// subscribers, and knows which message is to be sent next. Any number of processes may do so at once. From any thread.
class Postbox final
{
public:
    struct Needs {
        const hub::Engine &engine;
        GuideStand &guides;
        HubCases &cases;
        ItemRouting &routing;
        bool asksForLicences = false; ///< an e-licence is asked for when an item is granted
    };
    /// Everything must live as long as this.
    explicit Postbox(const Needs &needs) : m(needs), m_subscribers(needs.engine) { }

    /// Sorts everything that happened since, once items that were filed have their units.
    [[nodiscard]] base::Result<> sort();

    /// A message that is due and now ours for claimSeconds; nothing: none is. The messages on one case go to a subscriber one by one in
    /// their order, and one at a time.
    base::Result<std::optional<Errand>> next();
    static constexpr int claimSeconds = 20; ///< longer than a try may take: who dies with a message leaves it to others

    /// What came of a try.
    struct Reply {
        int status = 0; ///< 0: none came
        QString words; ///< why not; no person data
    };
    /// Taken with 200 to 299; given up with 410 or after the last try; else to be sent again, later each time.
    [[nodiscard]] base::Result<> settle(const Errand &errand, const Reply &reply);
    /// Seconds between a try and the next: in all about three days.
    static QList<int> waits();

    /// The newest first.
    base::Result<QList<hub::Delivery>> deliveries(std::optional<hub::Delivery::State> state, int most) const;
    /// Gives up what is of no use any more: sorted happenings and messages that were taken, after ninety days.
    [[nodiscard]] base::Result<> sweep() const;

private:
    struct Letter;
    struct Sorted;
    base::Result<Sorted> prepared(const hub::Happening &happening, const QList<hub::Subscriber> &subscribers);
    base::Result<> write(hub::Transaction &rows, const hub::Happening &happening, const Sorted &sorted);
    base::Result<> put(hub::Transaction &rows, qint64 caseRow, const QString &caseUuid, const Letter &letter);
    base::Result<> mirrorFeeds(const QList<hub::Subscriber> &subscribers);
    base::Result<> mirror(hub::Transaction &rows, qint64 subscriber);
    base::Result<bool> sortSome();

    const Needs m;
    const Subscribers m_subscribers;
};

}
