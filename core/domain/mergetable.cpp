#include "core/domain/mergetable.h"

#include <array>
#include <string_view>

namespace domain {

namespace {

// Rows: the later act; columns: the earlier one; both in the order of ActKind.
//   .  both            v  value             s  stricter        x  the earlier stands     t  both, a person is told
//   w  withdrawal      h  handed over twice f  filing holds    r  review
constexpr std::array<std::string_view, actKinds> table{
    //ONTESVLFC1ARDWLSKIHZGQ
    "x.....................", // Opening
    "......................", // Note
    "..t...................", // Notice
    "...v...xx..........xr.", // Entry
    "....v..............xr.", // Setting
    ".....s.xx..........xr.", // Verdict
    "......x.x..........xr.", // Letter
    "...t.ttxf..........xr.", // Filing
    "...t.t.x...........xr.", // Closing
    "........x..........xr.", // Once
    "........x.xxxwx....xr.", // Acceptance
    "........x.xxxxx....xr.", // Refusal
    "........x..xxwx.t..xr.", // Decision
    "........x.wxw.....wxr.", // Withdrawal
    "........x...x..x..xxr.", // Lapse
    "........x.....x....xr.", // Supply
    "........x..xxxx....xr.", // Clock
    "........x....xx..txxr.", // Arrival
    "........x..x.wx..thxr.", // HandOver
    "........x.ttttttttt.r.", // Archiving
    "....................v.", // Assignment
    "......................", // Clearing
};

constexpr MergeRule ruleOf(char sign)
{
    switch (sign) {
    case 'v':
        return MergeRule::Value;
    case 's':
        return MergeRule::Stricter;
    case 'x':
        return MergeRule::EarlierStands;
    case 't':
        return MergeRule::BothTold;
    case 'w':
        return MergeRule::WithdrawalHolds;
    case 'h':
        return MergeRule::HandedOverTwice;
    case 'f':
        return MergeRule::FilingHolds;
    case 'r':
        return MergeRule::Review;
    default:
        return MergeRule::Both;
    }
}

}

MergeRule mergeRule(ActKind later, ActKind earlier)
{
    return ruleOf(table[size_t(later)][size_t(earlier)]);
}

int strictness(const QString &verdict)
{
    const std::optional<VerdictKind> kind = verdictFromWord(verdict);
    if (!kind)
        return 5;
    switch (*kind) {
    case VerdictKind::OriginalSeen:
        return 0;
    case VerdictKind::Exempt:
        return 1;
    case VerdictKind::CopyKept:
        return 2;
    case VerdictKind::Committed:
        return 3;
    case VerdictKind::Deferred:
        return 4;
    case VerdictKind::Missing:
        return 6;
    case VerdictKind::NotConforming:
        return 7;
    }
    return 0;
}

}
