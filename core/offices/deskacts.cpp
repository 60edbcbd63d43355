#include "core/offices/deskacts.h"

#include "core/domain/decidelife.h"

#include <QUuid>

#include <algorithm>
#include <array>

namespace offices {

using namespace Qt::StringLiterals;
using domain::LifeCommand;

namespace {

struct ActWord {
    DeskAct act;
    QLatin1StringView word;
};
constexpr std::array actWords{ActWord{DeskAct::Accept, "accept"_L1},        ActWord{DeskAct::Refuse, "refuse"_L1},
                              ActWord{DeskAct::Pause, "pause"_L1},          ActWord{DeskAct::Resume, "resume"_L1},
                              ActWord{DeskAct::PreReview, "pre-review"_L1}, ActWord{DeskAct::CallReview, "call-review"_L1},
                              ActWord{DeskAct::HoldReview, "hold-review"_L1}, ActWord{DeskAct::Grant, "grant"_L1},
                              ActWord{DeskAct::Deny, "deny"_L1},            ActWord{DeskAct::Send, "send"_L1},
                              ActWord{DeskAct::Confirm, "confirm"_L1}};

domain::JointReview::Kind reviewKindOf(const QString &word)
{
    using Kind = domain::JointReview::Kind;
    return word == "assessment"_L1 ? Kind::Assessment : word == "final"_L1 ? Kind::FinalInspection : Kind::Inspection;
}

/// Null when it is no day or no time.
QDateTime plannedAt(const Typed &typed, const QDateTime &now)
{
    const QDate day = QDate::fromString(typed.value(u"day"_s), Qt::ISODate);
    const QTime time = QTime::fromString(typed.value(u"time"_s), u"HH:mm"_s);
    if (!day.isValid() || !time.isValid())
        return {};
    return QDateTime(day, time, Qt::OffsetFromUTC, now.offsetFromUtc());
}

QString openReminder(const DeskSheet &sheet)
{
    for (const domain::Reminder &reminder : sheet.opened.file.life.reminders) {
        if (reminder.isOpen() && reminder.item == sheet.line.item.id)
            return reminder.id;
    }
    return {};
}

QString openReview(const DeskSheet &sheet)
{
    for (const domain::JointReview &review : sheet.opened.file.life.reviews) {
        if (review.heldAt.isNull() && review.items.contains(sheet.line.item.id))
            return review.id;
    }
    return {};
}

}

QString wordOf(DeskAct act)
{
    return std::ranges::find(actWords, act, &ActWord::act)->word;
}

std::optional<DeskAct> deskActOf(const QString &word)
{
    const auto found = std::ranges::find(actWords, word, &ActWord::word);
    return found == actWords.end() ? std::nullopt : std::optional(found->act);
}

LifeCommand commandOf(DeskAct act, const QString &item, const Typed &typed, const QDateTime &now)
{
    const auto text = [&](const char16_t *name) { return typed.value(QString::fromUtf16(name)); };
    switch (act) {
    case DeskAct::Accept:
        return domain::AcceptItem{item, text(u"number"), false};
    case DeskAct::Refuse:
        return domain::RefuseItem{item, text(u"number"), text(u"reason")};
    case DeskAct::Pause:
        return domain::PauseClock{item, text(u"step")};
    case DeskAct::Resume:
        return domain::ResumeClock{item};
    case DeskAct::PreReview:
        return domain::PreReviewItem{item};
    case DeskAct::CallReview:
        return domain::CallJointReview{QUuid::createUuid().toString(QUuid::WithoutBraces), reviewKindOf(text(u"kind")), {item},
                                       plannedAt(typed, now), text(u"place")};
    case DeskAct::HoldReview:
        return domain::RecordJointReview{text(u"review"), text(u"result")};
    case DeskAct::Grant:
        return domain::DecideItem{item,
                                  {.granted = true,
                                   .certificate = text(u"certificate"),
                                   .eLicence = text(u"elicence"),
                                   .physical = typed.contains(u"physical"_s),
                                   .reason = {}}};
    case DeskAct::Deny:
        return domain::DecideItem{item, {.granted = false, .certificate = {}, .eLicence = {}, .physical = true, .reason = text(u"reason")}};
    case DeskAct::Confirm:
        return domain::ConfirmReminder{text(u"reminder"), text(u"answer")};
    case DeskAct::Send:
        break;
    }
    return domain::SendResult{item, text(u"to"), text(u"by")};
}

LifeCommand trialOf(DeskAct act, const DeskSheet &sheet)
{
    const QDateTime later = sheet.now.addDays(1);
    const Typed typed{{u"reason"_s, u"-"_s},
                      {u"step"_s, domain::lawfulSteps().constFirst()},
                      {u"day"_s, later.date().toString(Qt::ISODate)},
                      {u"time"_s, later.time().toString(u"HH:mm"_s)},
                      {u"place"_s, u"-"_s},
                      {u"review"_s, openReview(sheet)},
                      {u"result"_s, u"-"_s},
                      {u"physical"_s, u"1"_s},
                      {u"to"_s, u"-"_s},
                      {u"reminder"_s, openReminder(sheet)}};
    return commandOf(act, sheet.line.item.id, typed, sheet.now);
}

}
