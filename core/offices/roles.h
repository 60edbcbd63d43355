#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace offices {

/// What somebody is. Reviewer and supervisor belong to a unit, clerks and those who watch over them to a hall; the three administrators
/// (三员) watch each other: nobody is two of them, nor one of them and of a unit or a hall. Who writes guides is nothing else.
enum class Role {
    Reviewer, ///< decides for the unit
    Supervisor, ///< sees the queues of the unit and those below it, gives items to another unit
    System, ///< routing, halls, devices, packs; items that nobody has
    Security, ///< accounts
    Audit, ///< reads what everybody did
    Clerk, ///< 综合窗口; what may be done at a window: core/domain/posts.h
    IssuanceClerk, ///< 发证窗口
    HallSupervisor, ///< 值班长
    Author, ///< of guides
};

/// What may be done on the web.
enum class Doing {
    SeeQueue, ///< of the own unit
    SeeQueuesBelow, ///< of every unit below it too
    SeeCase, ///< with materials and scans
    Act, ///< accept, refuse, pause, decide …
    Print, ///< notices of the unit
    Reroute, ///< give an item to another unit
    SeeUnplaced, ///< items that no unit has
    RunHub, ///< halls, devices, routing, numbers, receivers, alarms, ratings, settings
    PublishGuides, ///< see the library, add to it
    WithdrawGuides,
    ManageAccounts, ///< and tokens of systems
    OrderWipe, ///< of a window that was lost
    ReadAudit,
};

/// The role that is written as \a word: reviewer, supervisor, system, security, audit, clerk, issuer, hall-supervisor, author.
std::optional<Role> roleOf(const QString &word);
QString wordOf(Role role);
QString chineseOf(Role role);
/// Every role, in the order of the enumeration.
QList<Role> allRoles();

/// Words by spaces; those that are none are left out.
QList<Role> rolesIn(const QString &words);
/// Why nobody has all of these \a roles in \a unit or \a hall (each may be empty), in English for the console; empty: one may.
QString faultOfRoles(const QList<Role> &roles, const QString &unit, const QString &hall);

/// By the table of roles.cpp.
bool mayDo(const QList<Role> &roles, Doing doing);

}
