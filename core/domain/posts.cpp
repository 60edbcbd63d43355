#include "core/domain/posts.h"

#include <algorithm>
#include <array>

namespace domain {

namespace {

constexpr std::array<QStringView, posts> postWords{u"clerk", u"issuer", u"hall-supervisor"};

struct Permission {
    Duty duty;
    std::array<bool, posts> may; ///< clerk, issuance clerk, supervisor
};
constexpr std::array permissions{
    Permission{Duty::AssignCase, {false, false, true}},
    Permission{Duty::SettleFact, {true, true, true}},
    Permission{Duty::SettleAct, {false, false, true}},
    Permission{Duty::RuleOnDelay, {false, false, true}},
    Permission{Duty::OrderRecheck, {false, false, true}},
    Permission{Duty::RemindDepartment, {false, false, true}},
    Permission{Duty::SeeNumber, {false, false, true}},
    Permission{Duty::SeeBoard, {false, false, true}},
    Permission{Duty::SeeReport, {false, false, true}},
    Permission{Duty::KeepCopies, {false, false, true}},
};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < permissions.size(); ++i) {
        if (permissions[i].duty != static_cast<Duty>(i))
            return false;
    }
    return permissions.size() == duties;
}
static_assert(isInOrder(), "every duty has its line");

std::optional<Duty> dutyOfLife(const LifeCommand &command)
{
    if (std::holds_alternative<RuleOnDelay>(command))
        return Duty::RuleOnDelay;
    if (std::holds_alternative<OrderRecheck>(command))
        return Duty::OrderRecheck;
    if (std::holds_alternative<RemindDepartment>(command))
        return Duty::RemindDepartment;
    if (std::holds_alternative<RecordNumberLook>(command))
        return Duty::SeeNumber;
    return {};
}

}

std::optional<Post> postOf(const QString &word)
{
    const auto found = std::ranges::find(postWords, word);
    return found == postWords.end() ? std::nullopt : std::optional(static_cast<Post>(found - postWords.begin()));
}

QString wordOf(Post post)
{
    return postWords[std::size_t(post)].toString();
}

std::optional<Duty> dutyOf(const Command &command, const Case &file)
{
    if (const auto *life = std::get_if<LifeCommand>(&command))
        return dutyOfLife(*life);
    if (std::holds_alternative<AssignCase>(command))
        return Duty::AssignCase;
    if (const auto *clear = std::get_if<ClearConflict>(&command)) {
        const auto conflict = std::ranges::find(file.conflicts, clear->conflict, &Conflict::id);
        const bool isFact = conflict != file.conflicts.end()
            && (conflict->kind == Conflict::Kind::Field || conflict->kind == Conflict::Kind::Verdict);
        return isFact ? Duty::SettleFact : Duty::SettleAct;
    }
    return {};
}

Command allowedBy(Command command, const QString &called)
{
    const auto add = [&](QString &words) { words += QStringLiteral("（经%1许可）").arg(called); };
    if (auto *clear = std::get_if<ClearConflict>(&command))
        add(clear->words);
    auto *life = std::get_if<LifeCommand>(&command);
    if (auto *ruling = life ? std::get_if<RuleOnDelay>(life) : nullptr; ruling && (ruling->approved || !ruling->words.trimmed().isEmpty()))
        add(ruling->words); // a rejection without words is still refused
    if (auto *recheck = life ? std::get_if<OrderRecheck>(life) : nullptr; recheck && !recheck->words.trimmed().isEmpty())
        add(recheck->words);
    if (auto *reminder = life ? std::get_if<RemindDepartment>(life) : nullptr; reminder && !reminder->words.trimmed().isEmpty())
        add(reminder->words);
    if (auto *look = life ? std::get_if<RecordNumberLook>(life) : nullptr; look && !look->reason.trimmed().isEmpty())
        add(look->reason);
    return command;
}

bool mayDo(Post post, Duty duty)
{
    return permissions[std::size_t(duty)].may[std::size_t(post)];
}

}
