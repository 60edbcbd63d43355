#include "core/desk/onduty.h"

#include <algorithm>

namespace desk {

OnDuty::OnDuty(base::HallSettings hall, QObject *parent) : QObject(parent), m_hall(std::move(hall)), m_clerk(m_hall.clerk) { }

bool OnDuty::may(domain::Duty duty) const
{
    if (!m_isAsked)
        return true;
    return m_member && std::ranges::any_of(m_member->posts, [&](const QString &word) {
               const std::optional<domain::Post> post = domain::postOf(word);
               return post && domain::mayDo(*post, duty);
           });
}

void OnDuty::take(const people::StaffMember &member)
{
    if (m_isAsked && m_member == member)
        return;
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
    m_hall.clerk = m_clerk;
    emit changed();
}

void OnDuty::askNobody()
{
    if (!m_isAsked)
        return;
    m_isAsked = false;
    m_member.reset();
    m_hall.clerk = m_clerk;
    emit changed();
}

}
