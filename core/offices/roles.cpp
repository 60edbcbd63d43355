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
                               RoleWord{Role::Audit, "audit"_L1, u"审计管理员"}};

struct Permission {
    Doing doing;
    std::array<bool, roleWords.size()> roles; ///< reviewer, supervisor, system, security, audit
};
constexpr std::array permissions{
    Permission{Doing::SeeQueue, {true, true, false, false, false}},
    Permission{Doing::SeeQueuesBelow, {false, true, false, false, false}},
    Permission{Doing::SeeCase, {true, true, false, false, false}},
    Permission{Doing::Act, {true, false, false, false, false}},
    Permission{Doing::Print, {true, true, false, false, false}},
    Permission{Doing::Reroute, {false, true, true, false, false}},
    Permission{Doing::SeeUnplaced, {false, false, true, false, false}},
    Permission{Doing::ManageAccounts, {false, false, false, true, false}},
    Permission{Doing::ReadAudit, {false, false, false, false, true}},
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

QList<Role> rolesIn(const QString &words)
{
    QList<Role> roles;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto role = roleOf(word))
            roles << *role;
    }
    return roles;
}

QString faultOfRoles(const QList<Role> &roles, const QString &unit)
{
    const auto isOfUnit = [](Role role) { return role == Role::Reviewer || role == Role::Supervisor; };
    const auto ofUnit = std::ranges::count_if(roles, isOfUnit);
    if (roles.isEmpty())
        return u"at least one role is needed"_s;
    if (ofUnit != 0 && ofUnit != roles.size())
        return u"an administrator has no role in a unit"_s;
    if (ofUnit == 0 && roles.size() > 1)
        return u"nobody is two administrators"_s;
    if ((ofUnit == 0) != unit.isEmpty())
        return ofUnit == 0 ? u"an administrator belongs to no unit"_s : u"a reviewer or supervisor belongs to a unit"_s;
    return {};
}

bool mayDo(const QList<Role> &roles, Doing doing)
{
    const auto row = std::ranges::find(permissions, doing, &Permission::doing);
    return std::ranges::any_of(roles, [&](Role role) { return row->roles[size_t(role)]; });
}

}
