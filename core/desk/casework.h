#pragma once

#include "core/base/clock.h"
#include "core/base/settings.h"
#include "core/domain/decide.h"
#include "core/domain/merging.h"
#include "core/domain/posts.h"
#include "core/papers/paper.h"

#include <QObject>

namespace journal {
class Journal;
}
namespace papers {
class FormFolder;
}
namespace people {
struct StaffMember;
}

namespace desk {

class AuditBook;
class ClockGuard;
class LeasedNumbers;
class OnDuty;
class PaperCheck;
class ScanRoom;

/// A hall without authority of its own and without lists.
const domain::HallRules &plainHall();

/// What did not happen and why: rules that say no, or the world that failed. Never both, never neither.
struct Undone {
    QList<domain::Refusal> refusals;
    std::optional<base::Error> error;
};
using Done = tl::expected<void, Undone>;

/// An act, and how it stands beside those of other windows.
struct JudgedEvent {
    domain::Event event;
    domain::Judgement judgement = {};
    bool operator==(const JudgedEvent &) const = default;
};

/// One case in the hands of one clerk. Every act goes through perform(): rule, journal (durable), then the picture in memory
/// and changed(). Nothing is held back for saving later.
class CaseWork final : public QObject
{
    Q_OBJECT

public:
    /// What a CaseWork needs for its whole life; all outlive it.
    struct Needs {
        journal::Journal &journal;
        const base::Clock &clock;
        const base::HallSettings &hall;
        const papers::FormFolder &forms;
        const domain::ClockRules &rules;
        const domain::HallRules &authority = plainHall(); ///< what the window may do and whom it may trust
        ClockGuard *guard = nullptr; ///< null: the clock is believed
        const PaperCheck *stamps = nullptr; ///< null: codes on papers carry no signature
        const base::HubTime *hub = nullptr; ///< stands beside the local time of every act; null: there is none
        const ScanRoom *scans = nullptr; ///< where signatures by hand lie; null: none are taken, none are on papers
        LeasedNumbers *numbers = nullptr; ///< legal numbers beside those of numbers.json; null: there are none
        AuditBook *audit = nullptr; ///< where it is noted what is printed and which whole numbers are seen; null: nowhere
        OnDuty *duty = nullptr; ///< what who works here may do; null: everything
    };

    /// \a file as the journal has it.
    CaseWork(Needs needs, domain::Guide guide, domain::Case file, QObject *parent = nullptr);

    const domain::Case &file() const { return m_case; }
    const domain::Plan &plan() const { return m_plan; }
    const domain::Guide &guide() const { return m_guide; }
    /// The day by which rules and presets are reckoned.
    QDate today() const { return now().date(); }
    QDateTime now() const { return m_needs.clock.now(); }
    /// By what limits are counted here.
    const domain::ClockRules &rules() const { return m_needs.rules; }
    const domain::HallRules &authority() const { return m_needs.authority; }

    Done perform(const domain::Command &asked);
    /// \a command, a SignLetter, DeliverItems or GiveSignature, with \a png, the signature that was drawn: ruled on, then the picture is
    /// stored, then both are recorded as one. A refusal leaves no trace of the signature.
    Done performSigned(domain::Command command, const QByteArray &png);
    /// Opens a case that is not open yet and puts \a choices into it, which were ruled on in a consultation: all in one
    /// durable act, or nothing.
    Done begin(const domain::OpenCase &command, const QList<domain::Fact> &choices);
    /// Everything that speaks against \a command now; empty: perform() would do it. Nothing is recorded.
    QList<domain::Refusal> obstaclesTo(const domain::Command &command) const;

    /// Takes back the last answer, choice, field or verdict of this sitting, by an act of its own.
    Done undo();
    bool canUndo() const { return !m_undo.isEmpty(); }

    QList<domain::Refusal> obstaclesToNotice() const;
    QList<domain::Refusal> obstaclesToFiling() const;

    /// Takes up what was written on this case by somebody else of this program; what can be undone is forgotten.
    base::Result<> readAgain();

    /// Every act on this case in the common order of all windows, as the journal has it.
    base::Result<QList<JudgedEvent>> history() const;

    /// The paper that would be printed now: the receipt when filing is possible or done, else the notice. A draft until the
    /// act is committed; then exactly what was issued.
    base::Result<papers::Paper> paperNow() const;
    /// A paper that was issued (decide() allows RequestPrint). \a copy above 1 is marked 补打. \a onRoll: for 80 mm paper, if there
    /// is such a form.
    base::Result<papers::Paper> issuedPaper(const domain::PaperRef &paper, int copy, bool onRoll = false) const;

    /// The delivery record as it will be when \a delivery is done at the window, for its signature: marked 待签收, without the stamp
    /// that only a record of the journal has. Nothing is recorded, so that a citizen who does not sign leaves no trace of a
    /// hand-over. The refusals of perform(), but for the missing signature.
    tl::expected<papers::Paper, Undone> recordToSign(const domain::DeliverItems &delivery) const;

    /// How many of \a paper are handed out at once, as its form says.
    int copiesOf(const domain::PaperRef &paper) const;

signals:
    void changed();
    /// An act was allowed but could not be written; the case stands as before it.
    void notSaved();

private:
    /// What the post of whoever is on duty lacks for \a command: asked here for every act, wherever it was begun.
    std::optional<domain::Refusal> lackOfPost(const domain::Command &command) const;
    /// Who allowed \a duty on this case for once, where the post of whoever is on duty lacks it.
    std::optional<people::StaffMember> allowedBy(const std::optional<domain::Duty> &duty) const;
    /// The letter that waits for a signature; nothing when there is none, or another one is to be made first.
    std::optional<papers::Paper> letterToSign() const;
    base::Result<> note(const QList<domain::Fact> &facts) const;
    Done record(const QList<domain::Fact> &facts);
    void putSignature(papers::Paper &made, const domain::PaperRef &paper) const;
    /// The code of the case as \a paper carries it.
    QString codeOf(const domain::Case &then, const domain::Plan &plan, const domain::PaperRef &paper) const;
    /// The case as it stood when \a paper was issued, so that a reprint is what was handed out.
    base::Result<domain::Case> asIssued(const domain::PaperRef &paper) const;

    Needs m_needs;
    domain::Guide m_guide;
    domain::Case m_case;
    domain::Plan m_plan;
    QList<domain::Command> m_undo;
};

}
