#pragma once

#include "core/base/result.h"
#include "core/journal/seal.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace hub {

// What systems of others need rows for: tokens of units and their feeds, what is to be sent out, e-licences that were asked for.

/// A system of a unit that may ask the hub.
struct ApiToken {
    qint64 id = 0; ///< 0: not stored yet
    QString name;
    QString unit; ///< id of the routing table; empty: of no unit, e.g. a rating device
    QString scopes; ///< words by spaces
    QByteArray hash; ///< of its secret, which is nowhere
    QDateTime madeAt; ///< UTC
    QDateTime usedAt = {}; ///< UTC, within a minute; null: never
    QDateTime withdrawnAt = {}; ///< UTC; null: in use
};

/// What was answered to an act, by the key that came with it.
struct KeptAnswer {
    qint64 token = 0;
    QString key;
    QByteArray asked; ///< hash of what was asked for
    int status = 0;
    QByteArray body; ///< no person data
    QDateTime at; ///< UTC
};

/// Something new about an item, for the unit that has it.
struct UnitEntry {
    qint64 place = 0; ///< ascending, over all units
    QString unit;
    qint64 caseRow = 0;
    QString item; ///< id
    QString what; ///< as Happening::what, or item.new
    QDateTime at; ///< UTC
    QString caseUuid = {}; ///< as it is read
};

class DoorRows
{
public:
    virtual ~DoorRows() = default;
    virtual base::Result<std::optional<ApiToken>> token(qint64 id) = 0;
    virtual base::Result<QList<ApiToken>> tokens() = 0; ///< by id
    virtual base::Result<qint64> put(const ApiToken &token) = 0; ///< new where its id is 0; its id

    virtual base::Result<std::optional<KeptAnswer>> answer(qint64 token, const QString &key) = 0;
    [[nodiscard]] virtual base::Result<> add(const KeptAnswer &answer) = 0; ///< Error::Busy when there is one
    [[nodiscard]] virtual base::Result<> dropAnswers(const QDateTime &before) = 0;

    /// Gives \a entry the next place. Nobody else gets one until the transaction ends, so places become visible in their order.
    [[nodiscard]] virtual base::Result<> add(const UnitEntry &entry) = 0;
    virtual base::Result<QList<UnitEntry>> entriesAfter(const QString &unit, qint64 place, int most) = 0; ///< ascending
    virtual base::Result<qint64> lastPlace() = 0; ///< of all units; 0: none
};

/// Something that happened to a case, which others are told of. Written in the transaction that brings the event it follows from.
struct Happening {
    qint64 id = 0; ///< 0: not stored yet
    qint64 caseRow = 0;
    QByteArray cause; ///< hash of the event; with the item it stands for one happening
    QString item; ///< id; empty: the whole case
    QString what; ///< e.g. item.accepted
    QString words = {}; ///< what else must be known; no person data
    QDateTime at; ///< UTC
    QString caseUuid = {}; ///< as it is read
};

/// A system that is told of what happens.
struct Subscriber {
    qint64 id = 0; ///< 0: not stored yet
    QString kind; ///< sms, platform, rating, supervision, unit
    QString unit; ///< kind unit: whose items
    QString url;
    QString events; ///< words by spaces
    journal::Sealed secret;
    bool privateAllowed = false; ///< it may have an address that is not public
    qint64 place = 0; ///< kind unit: of the unit's feed, up to which messages were made
    QDateTime madeAt; ///< UTC
    QDateTime withdrawnAt = {}; ///< UTC; null: in use
};

/// One message to one subscriber.
struct Delivery {
    enum class State { Waiting = 0, Delivered = 1, Dead = 2 };
    qint64 id = 0; ///< 0: not stored yet
    QString uid; ///< by which the receiver knows it again
    qint64 subscriber = 0;
    qint64 caseRow = 0;
    QString event;
    QDateTime at; ///< UTC; when it happened
    journal::Sealed message; ///< under the key of the case; no bytes once it is over
    State state = State::Waiting;
    int tries = 0;
    QDateTime next = {}; ///< UTC; not before
    QDateTime claimedUntil = {}; ///< UTC; somebody sends it now; null: nobody
    QString words = {}; ///< what became of the last try; no person data
    QDateTime doneAt = {}; ///< UTC
    QString caseUuid = {}; ///< as it is read
};

class OutboxRows
{
public:
    virtual ~OutboxRows() = default;
    [[nodiscard]] virtual base::Result<> add(const Happening &happening) = 0; ///< one that is there already stays
    /// Nobody else sorts until the transaction ends.
    [[nodiscard]] virtual base::Result<> holdSorting() = 0;
    virtual base::Result<QList<Happening>> unsorted(int most) = 0; ///< those that were not sorted yet, in their order
    [[nodiscard]] virtual base::Result<> setSorted(qint64 id) = 0;
    [[nodiscard]] virtual base::Result<> dropSorted(const QDateTime &before) = 0;

    virtual base::Result<QList<Subscriber>> subscribers() = 0; ///< by id
    virtual base::Result<qint64> put(const Subscriber &subscriber) = 0; ///< new where its id is 0; its id

    virtual base::Result<qint64> put(const Delivery &delivery) = 0; ///< new where its id is 0; its id
    /// The next that is due: the first of its case for its subscriber, and nothing of that subscriber is on its way.
    virtual base::Result<std::optional<Delivery>> due(const QDateTime &now) = 0;
    /// Whether it is ours until \a until: false when another was quicker.
    virtual base::Result<bool> claim(qint64 id, const QDateTime &now, const QDateTime &until) = 0;
    virtual base::Result<std::optional<Delivery>> delivery(qint64 id) = 0;
    /// What waits for \a subscriber is given up.
    [[nodiscard]] virtual base::Result<> giveUp(qint64 subscriber, const QDateTime &at, const QString &words) = 0;
    /// The newest first; without the messages. \a state: only those; nothing: all.
    virtual base::Result<QList<Delivery>> deliveries(std::optional<Delivery::State> state, int most) = 0;
    [[nodiscard]] virtual base::Result<> dropDone(const QDateTime &before) = 0;
};

/// The e-licence of one granted item.
struct IssuedLicence {
    enum class State {
        Asking = 0,
        Issued = 1,
        None = 2, ///< the issuing system makes none for this
        GivenUp = 3, ///< it was not reached, or not understood, for days
    };
    qint64 caseRow = 0;
    QString item; ///< id
    State state = State::Asking;
    int tries = 0;
    QDateTime next; ///< UTC; Asking: not before
    QDateTime claimedUntil = {}; ///< UTC; somebody asks now
    QString code = {}; ///< Issued: GB/T 36904 identifier
    QString kind = {}; ///< Issued: pdf, ofd
    journal::Sealed document = {}; ///< Issued: under the key of the case
    QString words = {}; ///< what became of the last try; no person data
    QString caseUuid = {}; ///< as it is read
};

class IssueRows
{
public:
    virtual ~IssueRows() = default;
    [[nodiscard]] virtual base::Result<> putNew(const IssuedLicence &licence) = 0; ///< one that is there already stays
    [[nodiscard]] virtual base::Result<> put(const IssuedLicence &licence) = 0; ///< in the place of the one with its case and item
    virtual base::Result<std::optional<IssuedLicence>> due(const QDateTime &now) = 0; ///< without its document
    /// Whether it is ours until \a until: false when another was quicker.
    virtual base::Result<bool> claim(const IssuedLicence &licence, const QDateTime &now, const QDateTime &until) = 0;
    virtual base::Result<QList<IssuedLicence>> licencesOf(qint64 caseRow) = 0; ///< by item, without their documents
    virtual base::Result<std::optional<IssuedLicence>> licence(qint64 caseRow, const QString &item) = 0;
    virtual base::Result<QList<IssuedLicence>> open(int most) = 0; ///< Asking and GivenUp, without their documents
};

}
