#include "core/offices/roles.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace offices {

using namespace Qt::StringLiterals;

namespace {

struct RoleWord {
    Role role;
    QLatin1StringView word;
    QStringView chinese;
};
constexpr std::array roleWords{RoleWord{Role::Reviewer, "reviewer"_L1, u"审查人员"},
                               RoleWord{Role::Supervisor, "supervisor"_L1, u"部门负责人"},
                               RoleWord{Role::System, "system"_L1, u"系统管理员"},
                               RoleWord{Role::Security, "security"_L1, u"安全管理员"},
                               RoleWord{Role::Audit, "audit"_L1, u"审计管理员"},
                               RoleWord{Role::Clerk, "clerk"_L1, u"综合窗口人员"},
                               RoleWord{Role::IssuanceClerk, "issuer"_L1, u"发证窗口人员"},
                               RoleWord{Role::HallSupervisor, "hall-supervisor"_L1, u"值班长"},
                               RoleWord{Role::Author, "author"_L1, u"指南编制人员"}};

enum class Side { Unit, Hall, Administration, Guides };

constexpr Side sideOf(Role role)
{
    switch (role) {
    case Role::Reviewer:
    case Role::Supervisor:
        return Side::Unit;
    case Role::System:
    case Role::Security:
    case Role::Audit:
        return Side::Administration;
    case Role::Clerk:
    case Role::IssuanceClerk:
    case Role::HallSupervisor:
        return Side::Hall;
    case Role::Author:
        return Side::Guides;
    }
    Q_UNREACHABLE();
}

/// A bit for each of \a roles.
template <class... Roles>
constexpr unsigned those(Roles... roles)
{
    return ((1U << unsigned(roles)) | ...);
}

struct Permission {
    Doing doing;
    unsigned roles; ///< that may
};
constexpr std::array permissions{
    Permission{Doing::SeeQueue, those(Role::Reviewer, Role::Supervisor)},
    Permission{Doing::SeeQueuesBelow, those(Role::Supervisor)},
    Permission{Doing::SeeCase, those(Role::Reviewer, Role::Supervisor)},
    Permission{Doing::Act, those(Role::Reviewer)},
    Permission{Doing::Print, those(Role::Reviewer, Role::Supervisor)},
    Permission{Doing::Reroute, those(Role::Supervisor, Role::System)},
    Permission{Doing::SeeUnplaced, those(Role::System)},
    Permission{Doing::RunHub, those(Role::System)},
    Permission{Doing::PublishGuides, those(Role::System, Role::Author)},
    Permission{Doing::WithdrawGuides, those(Role::System)},
    Permission{Doing::ManageAccounts, those(Role::Security)},
    Permission{Doing::OrderWipe, those(Role::Security)},
    Permission{Doing::ReadAudit, those(Role::Audit)},
};

const RoleWord &wordsOfRole(Role role)
{
    return *std::ranges::find(roleWords, role, &RoleWord::role);
}

}

std::optional<Role> roleOf(const QString &word)
{
    const auto found = std::ranges::find(roleWords, word, &RoleWord::word);
    return found == roleWords.end() ? std::nullopt : std::optional(found->role);
}

QString wordOf(Role role)
{
    return wordsOfRole(role).word;
}

QString chineseOf(Role role)
{
    return wordsOfRole(role).chinese.toString();
}

QList<Role> allRoles()
{
    QList<Role> roles;
    for (const RoleWord &word : roleWords)
        roles << word.role;
    return roles;
}

QList<Role> rolesIn(const QString &words)
{
    QList<Role> roles;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto role = roleOf(word))
            roles << *role;
    }
    return roles;
}

QString faultOfRoles(const QList<Role> &roles, const QString &unit, const QString &hall)
{
    if (roles.isEmpty())
        return u"at least one role is needed"_s;
    const Side side = sideOf(roles.constFirst());
    if (std::ranges::any_of(roles, [&](Role role) { return sideOf(role) != side; }))
        return u"administrators, people of units, people of halls and authors of guides are different people"_s;
    if (side == Side::Administration && roles.size() > 1)
        return u"nobody is two administrators"_s;
    if ((side == Side::Unit) == unit.isEmpty())
        return side == Side::Unit ? u"a reviewer or supervisor belongs to a unit"_s : u"only reviewers and supervisors belong to a unit"_s;
    if ((side == Side::Hall) == hall.isEmpty())
        return side == Side::Hall ? u"who works at a window belongs to a hall"_s : u"only who works at a window belongs to a hall"_s;
    return {};
}

bool mayDo(const QList<Role> &roles, Doing doing)
{
    const auto row = std::ranges::find(permissions, doing, &Permission::doing);
    return std::ranges::any_of(roles, [&](Role role) { return (row->roles & those(role)) != 0; });
}

}
