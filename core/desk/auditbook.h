#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace journal {
class Journal;
}

namespace desk {

/// What is put on record beside the acts of cases. The words in auditbook.cpp are kept for ever.
enum class AuditAct {
    CaseSeen, ///< a case came on the screen
    PaperPrinted, ///< asked for: on a printer or into a file
    NumberSeen, ///< a whole number of a person
    Exported, ///< a report, a list or the audit trail, into a file
    Imported,
    BackedUp,
    Restored,
    SetAside, ///< a damaged journal; a new one was begun
    KeyChanged,
    Forgotten, ///< by a rule of retention
    Wiped,
    SignedIn,
    SignInFailed,
    SignedOut,
    Locked,
    Unlocked,
    Refused, ///< somebody had no right to it
    Allowed, ///< for once, by somebody who has it, over the shoulder
    SettingsChanged, ///< of the window
};

/// The stable word of \a act, e.g. “case-seen”.
QString auditWord(AuditAct act);

/// A line of the audit trail as it is read.
struct AuditEntry {
    qint64 number = 0; ///< gapless from 1
    QDateTime at;
    std::optional<AuditAct> act; ///< nothing: a newer program wrote it
    QString word; ///< the act's stable word
    QString who;
    QString subject;
    QString words;
    bool isForgotten = false; ///< by a rule of retention: who, subject and words are gone
};

/// Who saw, printed, exported … what at this window, and when: written down before it is done, for ever, sealed. What persons do to
/// cases is in the cases.
class AuditBook final
{
public:
    /// Both outlive the book. Until sign-in says otherwise everything is done by \a who.
    AuditBook(journal::Journal &journal, const base::Clock &clock, QString who);

    /// Asked at every line for who sits here now.
    void askWho(std::function<QString()> who) { m_who = std::move(who); }

    /// Writes a line, durably; an error means that what is noted must not be done. \a subject: number of a case, name of a file;
    /// \a words: more about it. Both may be empty and are sealed.
    [[nodiscard]] base::Result<> note(AuditAct act, const QString &subject, const QString &words = {});
    /// At most \a most lines before number \a before, the latest first; 0: the last ones.
    base::Result<QList<AuditEntry>> page(qint64 before, int most) const;
    /// Every line, the first first, into \a file that a person chose, under \a headings (number, moment, act, who, subject, more);
    /// \a named says an act in words. Itself noted. The count of lines.
    base::Result<qint64> exportTo(const QString &file, const QStringList &headings,
                                  const std::function<QString(const AuditEntry &)> &named);
    /// How much was checked.
    struct Whole {
        qint64 events = 0;
        qint64 lines = 0; ///< of the audit trail
    };
    /// Checks chain and seals of journal and trail; Error::Damaged names the first event or line that does not fit.
    base::Result<Whole> verify() const;
    /// Why the trail or the journal is not the one that was written last; nothing: it is.
    std::optional<base::Error> fault() const;

private:
    journal::Journal &m_journal;
    const base::Clock &m_clock;
    std::function<QString()> m_who;
};

}
