#pragma once

#include "core/people/passwords.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

class QJsonObject;

namespace people {

/// Somebody who works at windows, as the hub's accounts have them.
struct StaffMember {
    qint64 account = 0;
    QString name; ///< with which they sign in
    QString called; ///< 姓名
    QStringList posts; ///< words of domain::Post
    qint64 version = 0; ///< of the account; another one: the person has to sign in at the hub again
    bool operator==(const StaffMember &) const = default;
};

/// What a profile remembers of its book in another place than staff.json, so that one that was deleted or put back is noticed.
struct BookMark {
    bool asks = false; ///< whether the window asks who works at it
    qint64 count = 0; ///< how often what it says of people has changed
    bool operator==(const BookMark &) const = default;
};

/// Why a book is not the one that this window wrote last.
enum class BookFault {
    None,
    Missing, ///< staff.json is gone
    Older, ///< one of an earlier day was put back
    Altered, ///< not written under the key of this profile
};

/// Who may sign in at this window without the hub, and until when: staff.json of the profile, which can be read before the profile is
/// opened. Of a password it holds a PasswordLock only, of a PIN its argon2id form. Every try is on the disk before it is judged, so that
/// nobody gets more of them by ending the program. Time is the highest that was ever seen: a clock that is turned back extends nothing;
/// the hub's clock is believed.
class StaffBook final
{
public:
    static constexpr int mostFailures = 5; ///< wrong passwords in a row; each from this one on locks
    static constexpr int lockMinutes = 15;
    static constexpr int mostPinFailures = 5; ///< then the password is asked for
    static constexpr int leaseDays = 7;

    /// The book of the profile in \a folder, empty where there is none yet. Error::Document for a file that is something else.
    static base::Result<StaffBook> open(const QString &folder, PasswordCost cost = PasswordCost::moderate());

    /// From now on what the book says of people is bound to the key of the profile, by a keyed BLAKE2b, so that nobody who only writes
    /// files gives themselves a post or a lease. Where it was not written under this key, or is not the one that \a remembered is of,
    /// everybody has to go to the hub first; fault() says why.
    [[nodiscard]] base::Result<> bindTo(const base::Secret &profileKey, const BookMark &remembered = {});
    /// To be remembered whenever it has changed, after the book was written.
    BookMark mark() const { return {m_asks, m_count}; }
    BookFault fault() const { return m_fault; }

    /// What a new key of the profile means for the book.
    struct NewKey {
        const base::Secret &from; ///< key of the profile to which it is bound
        const base::Secret &to;
        const base::Secret &opener; ///< what opens the profile from now on, as it lies under passwords
        const QString &name; ///< whose password is known
        const Typed &password;
        bool isKept = false; ///< whether the staff alone keeps the key
    };
    /// The content of staff.json for another key of the profile: whose password is not known gets the new one at the hub. Nothing is
    /// written. Error::Missing when the staff alone keeps the key and \a change.name has none.
    base::Result<QByteArray> underNewKey(const NewKey &change);
    /// Those whose password opens the profile.
    QList<StaffMember> openers() const;

    /// Whether this window asks who works at it. Once it does, it goes on until the hub says otherwise.
    bool asks() const { return m_asks; }
    /// The names to choose from, those who signed in last first.
    QList<StaffMember> members() const;
    bool hasPin(const QString &name) const;
    /// Whether somebody's password opens the profile.
    bool opensProfile() const;
    /// The highest time that was seen, UTC; null: none.
    const QDateTime &time() const { return m_highest; }

    /// It is \a now by the clock of this PC, and \a elapsed milliseconds have passed since this was last said, whatever that clock says.
    [[nodiscard]] base::Result<> see(const QDateTime &now, qint64 elapsed = 0);

    /// What came of a try.
    struct Attempt {
        enum class Outcome {
            Welcome,
            Wrong, ///< \c left more tries
            Locked, ///< until \c until, whatever is typed
            LeaseOver, ///< right, but the hub must be asked again first
            MustGoOnline, ///< right, but changed at the hub since: asked there from now on
            Closed, ///< right, but the account is no more
            Unknown, ///< never signed in here
            PasswordWanted, ///< a PIN will not do, or not any more
        };
        Outcome outcome = Outcome::Unknown;
        StaffMember member = {};
        QDateTime until = {}; ///< UTC
        int left = 0;
        /// What opens the profile, with every password that is right: a profile must be open before its hub can be asked.
        base::Secret opener = {};
    };
    /// A try that is on the disk and not judged yet; it belongs to no book and no thread.
    struct Try {
        QString name;
        PasswordLock lock;
        QByteArray pin; ///< empty: a password is tried
        Attempt answer; ///< what came of it, unless it is right
        bool isOver = false; ///< nothing is to be reckoned
    };
    base::Result<Try> beginPassword(const QString &name);
    base::Result<Try> beginPin(const QString &name);
    /// Whether \a secret is right: half a second, on purpose; for any thread. Errors as unlock().
    static base::Result<Unlocked> reckon(const Try &begun, const Typed &secret);
    base::Result<Attempt> judge(const Try &begun, const base::Result<Unlocked> &reckoned);

    /// The three of them at once.
    base::Result<Attempt> tryPassword(const QString &name, const Typed &password);
    base::Result<Attempt> tryPin(const QString &name, const Typed &pin);

    /// \a member signed in at the hub with \a password, and may do so here until \a leaseUntil (UTC). \a opener is sealed under the
    /// password; empty where the system's key store keeps it.
    [[nodiscard]] base::Result<> keep(const StaffMember &member, const Typed &password, const base::Secret &opener, const QDateTime &leaseUntil);
    /// The same, where \a lock was made elsewhere: lockedBy() the password over the opener, at the price cost().
    [[nodiscard]] base::Result<> keep(const StaffMember &member, const PasswordLock &lock, const QDateTime &leaseUntil);
    const PasswordCost &cost() const { return m_cost; }
    /// \a pin for unlocking, empty: none any more. Error::Document where faultOfPin() is, Error::Missing for nobody of this book.
    [[nodiscard]] base::Result<> setPin(const QString &name, const Typed &pin);
    enum class PinFault { None, TooShort, TooSimple };
    /// 6 to 12 digits, not all the same, not a run up or down.
    static PinFault faultOfPin(const Typed &pin);

    /// The hub's word: the time is \a hubNow, \a open are the accounts of this hall, and those of them who are in this book may sign in
    /// here until \a leaseUntil; who is not among them may not any more. \a asks: as above.
    [[nodiscard]] base::Result<> hear(bool asks, const QList<StaffMember> &open, const QDateTime &leaseUntil, const QDateTime &hubNow);

    /// The book came out of a safety copy: what happened at the hub since then nobody here knows, so everybody goes there first, and no
    /// PIN is good any more. Their passwords still open the profile.
    [[nodiscard]] base::Result<> sendAllToHub();

    /// False where \a member may not go on sitting here: the hub closed the account or changed the password, or the lease is over.
    bool isStillWelcome(const StaffMember &member) const;

private:
    struct Known {
        StaffMember member;
        PasswordLock lock;
        QByteArray pin;
        QDateTime leaseUntil, lockedUntil, signedInAt;
        int failures = 0;
        int pinFailures = 0;
        bool mustGoOnline = false;
        bool isClosed = false;
    };
    StaffBook(QString file, PasswordCost cost) : m_file(std::move(file)), m_cost(cost) { }
    static base::Result<Known> knownIn(const QJsonObject &object);
    static QJsonObject steadyOf(const Known &known);
    static QJsonObject objectOf(const Known &known);
    QByteArray sealOfPeople() const;
    QByteArray bytes() const;
    static base::Secret sealKeyOf(const base::Secret &profileKey);
    base::Result<> read(const QByteArray &bytes);
    [[nodiscard]] base::Result<> write();
    Known *find(const QString &name);
    const Known *find(const QString &name) const;
    base::Result<Attempt> countedTry(Known &known);
    Attempt::Outcome standingOf(const Known &known) const;

    QString m_file;
    PasswordCost m_cost;
    bool m_asks = false;
    QDateTime m_highest;
    QDateTime m_written; ///< the highest time as it stands in the file
    QList<Known> m_known;
    base::Secret m_sealKey; ///< empty: not bound yet
    QByteArray m_seal; ///< over what does not change by trying
    qint64 m_count = 0; ///< how often that changed since the book counts; 0 in files of before
    BookFault m_fault = BookFault::None;
};

}
