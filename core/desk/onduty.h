#pragma once

#include "core/base/settings.h"
#include "core/domain/posts.h"
#include "core/people/staffbook.h"

#include <QDeadlineTimer>
#include <QObject>

#include <chrono>

namespace desk {

/// What whoever is on duty may do once though they have no post for it: somebody who has stands beside them.
struct Allowance {
    domain::Duty duty = domain::Duty::SeeNumber;
    QStringList subjects; ///< ids of cases, or what the act is about; one act for each
    people::StaffMember by;
};
/// Whether a post of \a member has \a duty.
bool holds(const people::StaffMember &member, domain::Duty duty);
/// How the audit trail names \a duty that was refused, or that \a by allowed.
QString auditWords(domain::Duty duty, const std::optional<people::StaffMember> &by = {});

/// Who works at this window now: under whose name acts are recorded and papers printed, and what they may do. Handed to whatever has to
/// know; StaffDesk alone changes it.
class OnDuty final : public QObject
{
    Q_OBJECT

public:
    /// At first whoever \a hall names, with every post: a window that does not ask who works at it.
    explicit OnDuty(base::HallSettings hall, QObject *parent = nullptr);

    /// The hall as hall.ini has it, with whoever is on duty as its clerk. The reference stays good and says who it is at each moment.
    const base::HallSettings &hall() const { return m_hall; }
    /// As printed and recorded.
    const QString &name() const { return m_hall.clerk; }
    /// Who signed in; nothing: nobody, or nobody has to.
    const std::optional<people::StaffMember> &member() const { return m_member; }
    /// Whether a person must sign in here before anything is done by hand.
    bool isAsked() const { return m_isAsked; }
    bool may(domain::Duty duty) const;

    /// For \a lasts, and not for anybody who comes after; a former one is gone.
    void allow(const Allowance &allowance, std::chrono::milliseconds lasts = std::chrono::minutes(1));
    /// Who allowed \a duty on \a subject; nothing: nobody, or it is done or past.
    std::optional<people::StaffMember> allowedBy(domain::Duty duty, const QString &subject) const;
    /// It is done: the next is refused again.
    void spend(domain::Duty duty, const QString &subject);
    void dropAllowance() { m_allowance.reset(); }

    /// \a member works here from now on.
    void take(const people::StaffMember &member);
    /// Nobody does; what the program itself records is under the name of hall.ini.
    void leave();
    /// Whoever hall.ini names, without signing in.
    void askNobody();

signals:
    void changed();

private:
    base::HallSettings m_hall;
    const QString m_clerk; ///< of hall.ini
    std::optional<people::StaffMember> m_member;
    bool m_isAsked = false;
    std::optional<Allowance> m_allowance;
    QDeadlineTimer m_allowedUntil;
};

}
