#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/domain/events.h"
#include "core/domain/shelfresult.h"
#include "core/journal/feed.h"

#include <array>
#include <functional>
#include <limits>
#include <memory>
#include <optional>

namespace journal {

class AuditTrail;

/// Who writes this journal. Kept beside the database (device.json), so that a journal begun anew after damage is another
/// incarnation with another mark and can never give a number twice.
struct Identity {
    QString device; ///< UUID
    int incarnation = 1;
    QString mark; ///< two characters 0–9 A–Z, part of every case number
};

/// A case as lists show it, without opening it.
struct CaseRow {
    QString id;
    QString number;
    domain::GuideRef guide;
    domain::Stage stage = domain::Stage::Intake;
    int notices = 0;
    QDateTime openedAt;
    QDateTime changedAt;
    QString applicant; ///< unsealed; mask before showing
    QByteArray summary; ///< CaseDigest::summary, unsealed; empty when there is none or it cannot be read
};

/// How often a matter was opened here, in whichever version of its pack.
struct MatterUse {
    QString pack;
    QString matter;
    qint64 cases = 0;
    bool operator==(const MatterUse &) const = default;
};

/// One result of a case as the shelf list of the issuance window has it. \c line is read and written by whoever knows guides.
struct ShelfDigest {
    QString item;
    domain::ShelfStand stand = domain::ShelfStand::Expected;
    bool refusal = false; ///< a decision not to accept, or a denial
    QDateTime due, amberFrom, redFrom; ///< null: none
    QStringList codes; ///< that may be scanned to find it, normalised; kept only as keyed marks
    QByteArray line; ///< the rest; sealed here. Empty: nothing is to be done with it any more, it is only found by its codes
    bool operator==(const ShelfDigest &) const = default;
};

/// Legal numbers of one kind of paper of one organ in one year.
struct PaperSeries {
    QString organ; ///< code (机关代字)
    QString paper; ///< domain::paperWord()
    int year = 0;
    bool operator==(const PaperSeries &) const = default;
};

/// What was given of a series here.
struct UsedSeries {
    PaperSeries series;
    QList<int> serials; ///< ascending
    QList<int> voided; ///< those of them that stand no more
    bool operator==(const UsedSeries &) const = default;
};

/// One legal number that was given here.
struct GivenNumber {
    int serial = 0;
    QString caseId;
    bool voided = false;
    bool operator==(const GivenNumber &) const = default;
};

/// What of a case counts in reports, as whoever counts it reads and writes it.
struct ReportDigest {
    /// An act whose window is wanted: the writer of the event of that type and moment.
    struct Act {
        QString type; ///< domain::typeName()
        QDateTime at;
        bool operator==(const Act &) const = default;
    };
    int firstDay = 0, lastDay = 0; ///< Julian days between which something of it counts
    QStringList words; ///< at most 255; kept sealed, each once for the whole journal, with a number in its place
    QList<Act> acts; ///< at most 255; their windows are words too
    QByteArray facts; ///< no person data, kept as they are
    QByteArray reasons; ///< sealed here with the case; may be empty
    bool operator==(const ReportDigest &) const = default;
};

/// What a case leaves in work list and search beside its line, worked out from case and guide by whoever knows guides.
struct CaseDigest {
    QList<domain::Task> tasks; ///< none: nothing will ever be to do again
    QByteArray summary; ///< what it is found by, as the search reads it; person data, sealed here
    QList<ShelfDigest> shelf;
    ReportDigest report = {};
    bool operator==(const CaseDigest &) const = default;
};

/// How digests are made. \c basis names everything but the case that they depend on (guides, calendars, hours): digests of open
/// cases made on another basis are made again by Journal::refreshDigests().
struct Digesting {
    /// Nothing when the case's guide is not at hand.
    std::function<std::optional<CaseDigest>(const domain::Case &)> digest;
    QString basis;
};

/// The end of a page of tasks; the next page begins behind it.
struct TaskPlace {
    qint64 due = std::numeric_limits<qint64>::min();
    QString place; ///< number of the case and of the task in it: of equal ends the older case comes first
};

/// Which tasks are wanted.
struct TaskQuery {
    QDateTime now;
    QList<domain::Task::Kind> kinds; ///< empty: all
    std::optional<domain::Urgency> urgency;
    domain::GuideRef matter; ///< version not looked at; empty pack: all
    QString owner; ///< who opened the case; empty: everybody
    bool oursOnly = false; ///< leaves out what waits for departments or citizens
};

struct TaskLine {
    QString caseId;
    QString number;
    domain::GuideRef guide;
    QString applicant; ///< unsealed; mask before showing
    QByteArray summary; ///< CaseDigest::summary, unsealed; empty when there is none or it cannot be read
    domain::Task task;
    TaskPlace place;
};

/// How many tasks there are of each kind and urgency.
struct TaskCounts {
    std::array<std::array<int, domain::urgencies>, domain::taskKinds> tasks{};
};

/// Which lines of the shelf list are wanted.
struct ShelfQuery {
    QDateTime now;
    QList<domain::ShelfState> states; ///< empty: all
    bool refusalsOnly = false;
    QString caseId; ///< empty: of all cases
    std::optional<QString> code; ///< normalised
};

struct ShelfLine {
    QString caseId;
    QString number;
    domain::GuideRef guide;
    QString applicant; ///< unsealed; mask before showing
    QByteArray summary; ///< CaseDigest::summary, unsealed; empty when there is none or it cannot be read
    QString item;
    domain::ShelfState state = domain::ShelfState::Expected;
    QDateTime due, amberFrom, redFrom;
    QByteArray line; ///< ShelfDigest::line, unsealed; empty when it cannot be read
    TaskPlace place;
};

/// How many lines there are in each state, and how many of these are refusals.
struct ShelfCounts {
    std::array<int, domain::shelfStates> lines{};
    std::array<int, domain::shelfStates> refusals{};
};

/// A slice of the way back through what happened here.
struct CaseTrail {
    QStringList cases; ///< ids of those that the act was done on, the latest first, each once
    qint64 next = 0; ///< where the next slice begins; 0: there is none
};

/// A case as the search holds it.
struct CaseSummary {
    QString caseId;
    QString number;
    domain::GuideRef guide;
    domain::Stage stage = domain::Stage::Intake;
    QDateTime openedAt;
    QByteArray summary; ///< CaseDigest::summary, unsealed; empty when it cannot be read
};

/// Reads the summaries of all cases over a connection of its own: may be called once, in another thread than the journal's, while
/// the journal goes on writing. The case that changed last comes at the end; \a visit stops it by failing.
using SummaryReader = std::function<base::Result<>(const std::function<base::Result<>(const CaseSummary &)> &visit)>;

/// The journal of one window: every fact about every case, append-only, in one SQLite file (WAL, synchronous=FULL), bodies
/// sealed under a key per case. Projections (case list, numbers) are written in the same transaction and can be rebuilt.
/// Belongs to the thread that opened it.
class Journal final
{
public:
    /// Opens or makes journal.db in \a folder. A file that is damaged is set aside, whole, and a new one is begun:
    /// see setAside(). A key that does not fit is Error::Secret and nothing is touched. \a clock outlives the journal.
    static base::Result<std::unique_ptr<Journal>> open(const QString &folder, const base::Secret &profileKey,
                                                       const base::Clock &clock);
    ~Journal();

    const Identity &identity() const;
    /// Folder into which a damaged journal was moved at opening; empty when nothing was wrong.
    QString setAside() const;

    /// Writes \a events of case \a caseId and the lines that lists show of it (\a after: the case with these events
    /// applied), in one durable transaction. When it fails nothing is written.
    [[nodiscard]] base::Result<> append(const QString &caseId, const QList<domain::Event> &events,
                                        const domain::Case &after);

    /// Takes in a slice of the hub's feed: events of others, the places of our own, orders, and \a next in the place of the cursor
    /// (nothing: it stays, for a slice that is not the last of its page). Case list and digests of the cases concerned follow, all in
    /// one durable transaction. What is there already has no effect. \a hubTime: now, by the hub's clock.
    /// A slice of 50 entries takes some milliseconds.
    base::Result<TakenIn> takeIn(const QList<FeedEntry> &entries, const std::optional<FeedCursor> &next, const QDateTime &hubTime);
    /// The hub has other events under the numbers of \a incarnation of this window (a profile that was put back from a copy): what
    /// it has no place for is told again, once, by the present incarnation. If that is the one, a new one begins first, and identity()
    /// is another.
    [[nodiscard]] base::Result<> renew(int incarnation);
    /// A new incarnation begins: this profile was put back from a copy, and what it goes on to write must not meet what was written
    /// after the copy.
    [[nodiscard]] base::Result<> beginAnew();

    /// From now on every case that is written leaves its digest in the same transaction, and \a written is told of it (may be
    /// empty); its last value is true after an act and false after refreshDigests(). Without this, cases leave none.
    using Written = std::function<void(const domain::Case &, const CaseDigest &, bool isAct)>;
    void setDigesting(Digesting digesting, Written written);
    /// Makes the digests of the next \a most cases again that lack one or are open and have one of another basis, a slice at a time;
    /// false when the last case was reached. Cheap where nothing is to be done.
    base::Result<bool> refreshDigests(int most);

    /// The nearest end first, at most \a most, behind \a after.
    base::Result<QList<TaskLine>> tasks(const TaskQuery &query, const TaskPlace &after, int most) const;
    /// Of all kinds and urgencies, whatever \a query says of these two.
    base::Result<TaskCounts> taskCounts(const TaskQuery &query) const;
    SummaryReader summaries() const;
    /// Results that are to come, that wait, and proofs to send: the nearest end first, at most \a most, behind \a after.
    base::Result<QList<ShelfLine>> shelf(const ShelfQuery &query, const TaskPlace &after, int most) const;
    base::Result<ShelfCounts> shelfCounts(const QDateTime &now) const;
    /// Ids of the cases that have a result with this normalised code, finished ones too; at most \a most.
    base::Result<QStringList> casesWithCode(const QString &code, int most) const;

    /// A key of 32 bytes for what belongs to the case \a caseId and lies outside the journal, always the same for the same
    /// \a purpose, e.g. "scans"; worked out of the key of the case, and gone with it. Error::Missing for an unknown case.
    base::Result<base::Secret> keyFor(const QString &caseId, const QByteArray &purpose) const;

    /// The cases on which an event of type \a type (domain::typeName()) happened not before \a since, among the \a most events
    /// that were written before place \a before; 0: the last ones.
    base::Result<CaseTrail> casesWith(const QString &type, const QDateTime &since, qint64 before, int most) const;
    /// All events of a case in the common order (see domain::merge()), each with what its writer saw; empty for an unknown case and
    /// for one that has left the hall.
    base::Result<QList<domain::Placed>> historyOf(const QString &caseId) const;
    /// As historyOf(), the bare events.
    base::Result<QList<domain::Event>> eventsOf(const QString &caseId) const;
    /// The id of the case with this number.
    base::Result<std::optional<QString>> caseWithNumber(const QString &number) const;
    /// The newest first, at most \a most.
    base::Result<QList<CaseRow>> cases(bool unfinishedOnly, int most) const;
    /// How many cases there are of each matter that was ever opened here; quick however many there are.
    base::Result<QList<MatterUse>> mattersUsed() const;
    /// The first serial of \a day that no case of this journal has used.
    base::Result<int> nextSerial(QDate day) const;

    /// The highest serial of \a series from \a from to \a to that was given here, voided or not; 0: none.
    base::Result<int> highestSerial(const PaperSeries &series, int from, int to) const;
    /// Every series of which a number was given here.
    base::Result<QList<UsedSeries>> seriesUsed() const;
    /// Numbers of \a series above \a after, the lowest first, at most \a most.
    base::Result<QList<GivenNumber>> numbersOf(const PaperSeries &series, int after, int most) const;

    /// Drops the projections and makes them again from the events.
    [[nodiscard]] base::Result<> rebuildProjections();
    /// A value of the program's own that the journal keeps under \a name, sealed under the key of the profile; nothing: none was kept.
    base::Result<std::optional<QByteArray>> keptValue(const QString &name) const;
    [[nodiscard]] base::Result<> keepValue(const QString &name, const QByteArray &value);
    /// What was seen, printed and exported here; lives as long as the journal.
    AuditTrail &audit();
    /// Why the audit trail or the journal is not the one that was written last; nothing: it is.
    const std::optional<base::Error> &auditFault() const;
    /// Checks hash chain and seals of every event; the count of events, or Error::Damaged with the first bad sequence number.
    base::Result<qint64> verify() const;

private:
    struct Parts;
    explicit Journal(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(Journal)
};

}
