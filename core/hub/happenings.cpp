#include "core/hub/happenings.h"

#include <algorithm>
#include <array>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

QList<Tiding> ofEach(const QStringList &items, const QString &what)
{
    QList<Tiding> tidings;
    for (const QString &item : items)
        tidings << Tiding{item, what};
    return tidings;
}

/// By what the facts of core/domain/lifefacts.h say; everything else is the window's own affair.
struct Teller {
    using Told = QList<Tiding>;
    Told operator()(const domain::PushedToDepartments &) const { return {{{}, u"case.pushed"_s}}; }
    Told operator()(const domain::ItemAccepted &f) const { return {{f.item, u"item.accepted"_s}}; }
    Told operator()(const domain::ItemRefused &f) const { return {{f.item, u"item.refused"_s}}; }
    Told operator()(const domain::ClockPaused &f) const { return {{f.item, u"clock.paused"_s}}; }
    Told operator()(const domain::ClockResumed &f) const { return {{f.item, u"clock.resumed"_s}}; }
    Told operator()(const domain::ItemPreReviewed &f) const { return {{f.item, u"item.pre-reviewed"_s}}; }
    Told operator()(const domain::JointReviewCalled &f) const { return ofEach(f.items, u"review.called"_s); }
    Told operator()(const domain::JointReviewHeld &) const { return {{{}, u"review.held"_s}}; }
    Told operator()(const domain::MaterialSupplied &) const { return {{{}, u"material.supplied"_s}}; }
    Told operator()(const domain::DeferralLapsed &f) const { return ofEach(f.items, u"item.lapsed"_s); }
    Told operator()(const domain::ItemsWithdrawn &f) const { return ofEach(f.items, u"item.withdrawn"_s); }
    Told operator()(const domain::ItemDecided &f) const { return {{f.item, u"item.decided"_s}}; }
    Told operator()(const domain::ResultSent &f) const { return {{f.item, u"result.sent"_s}}; }
    Told operator()(const domain::ResultArrived &f) const { return {{f.item, u"result.arrived"_s}}; }
    Told operator()(const domain::ItemsDelivered &f) const { return ofEach(f.items, u"item.delivered"_s); }
    Told operator()(const domain::ProofSent &f) const { return ofEach(f.items, u"proof.sent"_s); }
    Told operator()(const domain::CaseArchived &) const { return {{{}, u"case.archived"_s}}; }
    template <class Other>
    Told operator()(const Other &) const
    {
        return {};
    }
};

}

QList<Tiding> tidingsOf(const domain::Fact &fact)
{
    if (std::holds_alternative<domain::CaseFiled>(fact))
        return {{{}, u"case.filed"_s}};
    if (std::holds_alternative<domain::ConflictCleared>(fact))
        return {{{}, u"case.changed"_s}};
    const auto *life = std::get_if<domain::LifeFact>(&fact);
    return life ? std::visit(Teller{}, *life) : QList<Tiding>();
}

bool isTold(const QByteArray &type)
{
    static constexpr std::array beginnings{"case.", "item", "clock.", "joint-review", "material", "deferral", "result", "proof", "conflict"};
    return std::ranges::any_of(beginnings, [&](const char *beginning) { return type.startsWith(beginning); });
}

}
