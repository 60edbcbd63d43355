#include "core/desk/onduty.h"

#include <algorithm>

namespace desk {

QString auditWords(domain::Duty duty, const std::optional<people::StaffMember> &by)
{
    const QString words = QStringLiteral("duty %1").arg(int(duty));
    return by ? QStringLiteral("%1 by %2 %3").arg(words, by->name, by->called) : words;
}

OnDuty::OnDuty(base::HallSettings hall, QObject *parent) : QObject(parent), m_hall(std::move(hall)), m_clerk(m_hall.clerk) { }

bool holds(const people::StaffMember &member, domain::Duty duty)
{
    return std::ranges::any_of(member.posts, [&](const QString &word) {
        const std::optional<domain::Post> post = domain::postOf(word);
        return post && domain::mayDo(*post, duty);
    });
}

bool OnDuty::may(domain::Duty duty) const
{
    return !m_isAsked || (m_member && holds(*m_member, duty));
}

void OnDuty::allow(const Allowance &allowance, std::chrono::milliseconds lasts)
{
    m_allowance = allowance;
    m_allowedUntil = QDeadlineTimer(lasts);
}

std::optional<people::StaffMember> OnDuty::allowedBy(domain::Duty duty, const QString &subject) const
{
    const bool isAllowed = m_allowance && m_member && !m_allowedUntil.hasExpired() && m_allowance->duty == duty
        && m_allowance->subjects.contains(subject);
    return isAllowed ? std::optional(m_allowance->by) : std::nullopt;
}

void OnDuty::spend(domain::Duty duty, const QString &subject)
{
    if (m_allowance && m_allowance->duty == duty)
        m_allowance->subjects.removeOne(subject);
}

void OnDuty::take(const people::StaffMember &member)
{
    if (m_isAsked && m_member == member)
        return;
    if (!m_member || m_member->account != member.account)
        dropAllowance();
    m_isAsked = true;
    m_member = member;
    m_hall.clerk = member.called;
    emit changed();
}

void OnDuty::leave()
{
    if (m_isAsked && !m_member)
        return;
    m_isAsked = true;
    m_member.reset();
    dropAllowance();
    m_hall.clerk = m_clerk;
    emit changed();
}

void OnDuty::askNobody()
{
    if (!m_isAsked)
        return;
    m_isAsked = false;
    m_member.reset();
    dropAllowance();
    m_hall.clerk = m_clerk;
    emit changed();
}

}
