#pragma once

#include "core/domain/commands.h"

#include <optional>

namespace domain {

/// What somebody is at a hall.
enum class Post {
    Clerk, ///< 综合窗口
    IssuanceClerk, ///< 发证窗口
    Supervisor, ///< 值班长
};
constexpr int posts = int(Post::Supervisor) + 1;

/// The post that is written as \a word where accounts are kept: clerk, issuer, hall-supervisor; nothing where it is none.
std::optional<Post> postOf(const QString &word);
QString wordOf(Post post);

/// What not everybody at a window may do.
enum class Duty {
    AssignCase, ///< give a case to another window
    SettleFact, ///< pick one of two values or verdicts
    SettleAct, ///< decide between two acts
    RuleOnDelay, ///< approve the reason of an overdue item, or not
    OrderRecheck,
    RemindDepartment, ///< 督办
    SeeNumber, ///< a person's whole number, with a reason on record
    SeeBoard, ///< all windows of the hall at a glance
    SeeReport,
    KeepCopies, ///< where the safety copies of a window go, and the code that opens them
};
constexpr int duties = int(Duty::KeepCopies) + 1;

/// The duty that \a command on \a file is part of; nothing: whoever works at a window may do it.
std::optional<Duty> dutyOf(const Command &command, const Case &file);

/// \a command with \a called, who allowed it over the shoulder, in its words, where it has a place for words.
Command allowedBy(Command command, const QString &called);

/// By the table of posts.cpp. Whoever has several posts may do what any of them may.
bool mayDo(Post post, Duty duty);

}
