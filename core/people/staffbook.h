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
    /// files gives themselves a post or a lease. Where it was not written under this key everybody has to go to the hub first.
    [[nodiscard]] base::Result<> bindTo(const base::Secret &profileKey);

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
    base::Result<Attempt> tryPassword(const QString &name, const QString &password);
    base::Result<Attempt> tryPin(const QString &name, const QString &pin);

    /// \a member signed in at the hub with \a password, and may do so here until \a leaseUntil (UTC). \a opener is sealed under the
    /// password; empty where the system's key store keeps it.
    [[nodiscard]] base::Result<> keep(const StaffMember &member, const QString &password, const base::Secret &opener, const QDateTime &leaseUntil);
    /// \a pin for unlocking, empty: none any more. Error::Document where faultOfPin() is, Error::Missing for nobody of this book.
    [[nodiscard]] base::Result<> setPin(const QString &name, const QString &pin);
    enum class PinFault { None, TooShort, TooSimple };
    /// 6 to 12 digits, not all the same, not a run up or down.
    static PinFault faultOfPin(const QString &pin);

    /// The hub's word: the time is \a hubNow, \a open are the accounts of this hall, and those of them who are in this book may sign in
    /// here until \a leaseUntil; who is not among them may not any more. \a asks: as above.
    [[nodiscard]] base::Result<> hear(bool asks, const QList<StaffMember> &open, const QDateTime &leaseUntil, const QDateTime &hubNow);

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
};

}
