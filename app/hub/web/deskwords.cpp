#include "app/hub/web/deskwords.h"

#include "core/domain/casenumber.h"
#include "core/domain/decidelife.h"
#include "core/domain/masking.h"
#include "core/domain/scans.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace web {

using namespace Qt::StringLiterals;
using domain::CaseItem;
using domain::Urgency;
using offices::DeskAct;
using offices::DeskSheet;

namespace {

QString urgencyWord(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Overdue:
        return u"已超期"_s;
    case Urgency::Red:
        return u"即将到期"_s;
    case Urgency::Amber:
        return u"请抓紧"_s;
    case Urgency::Green:
        break;
    }
    return u"正常"_s;
}

QString taskWords(const std::optional<domain::Task> &task, bool isPaused)
{
    if (isPaused)
        return u"计时暂停"_s;
    if (!task)
        return u"等待其他单位或申请人"_s;
    return task->kind == domain::Task::Kind::Accept ? u"待受理"_s : u"待作出决定"_s;
}

QString dueWords(const std::optional<domain::Task> &task, const QDateTime &now)
{
    if (!task || task->due.isNull())
        return u"无时限"_s;
    return shownMoment(task->due, now) + (task->provisional ? u" 前（暂定）"_s : u" 前"_s);
}

QString verdictWords(const domain::Verdict &verdict)
{
    using domain::VerdictKind;
    switch (verdict.kind) {
    case VerdictKind::OriginalSeen:
        return u"已核验原件"_s;
    case VerdictKind::CopyKept:
        return u"已核对并留存复印件"_s;
    case VerdictKind::Exempt:
        return u"免提交："_s + verdict.identifier;
    case VerdictKind::Deferred:
        return u"容缺，%1 前补齐"_s.arg(verdict.due.toString(Qt::ISODate));
    case VerdictKind::Committed:
        return u"告知承诺"_s;
    case VerdictKind::NotConforming:
        return u"不符合："_s + verdict.reason;
    case VerdictKind::Missing:
        break;
    }
    return u"未提交"_s;
}

QJsonArray materialRows(const DeskSheet &sheet)
{
    QJsonArray rows;
    const auto scansOf = [&](const QString &material) {
        QJsonArray scans;
        for (const domain::ScanPicture &picture : domain::scansOf(sheet.opened.file, material))
            scans << QJsonObject{{"scan"_L1, picture.scan}, {"page"_L1, int(scans.size()) + 1}};
        return scans;
    };
    for (const domain::Plan::MaterialLine &line : sheet.plan.materials) {
        if (!line.itemIds.contains(sheet.line.item.id))
            continue;
        const auto verdict = sheet.opened.file.verdicts.constFind(line.material.id);
        const QString words = verdict == sheet.opened.file.verdicts.constEnd() ? u"未核验"_s : verdictWords(*verdict);
        rows << QJsonObject{{"material"_L1, line.material.name}, {"verdict"_L1, words}, {"scans"_L1, scansOf(line.material.id)}};
    }
    if (const QJsonArray unsorted = scansOf({}); !unsorted.isEmpty())
        rows << QJsonObject{{"material"_L1, u"尚未归类的扫描件"_s}, {"verdict"_L1, QString()}, {"scans"_L1, unsorted}};
    return rows;
}

QJsonArray fieldRows(const DeskSheet &sheet)
{
    QJsonArray rows;
    for (const domain::Plan::FieldLine &line : sheet.plan.fields) {
        if (!sheet.line.item.fields.contains(line.field.id))
            continue;
        const QString value = sheet.wholeNumbers ? line.value : domain::withMaskedNumbers(line.field.kind, line.value);
        rows << QJsonObject{{"label"_L1, line.field.label}, {"value"_L1, value}};
    }
    return rows;
}

QJsonArray otherRows(const DeskSheet &sheet)
{
    QJsonArray rows;
    for (const auto &[line, item] : domain::itemsOf(sheet.opened.file, sheet.guide)) {
        if (line.item.id != sheet.line.item.id)
            rows << QJsonObject{{"name"_L1, line.item.name},
                                {"before"_L1, sheet.line.item.after.contains(line.item.id)},
                                {"department"_L1, line.item.department},
                                {"state"_L1, stateWord(item.state, item.isPaused())}};
    }
    return rows;
}

QJsonArray courseRows(const DeskSheet &sheet)
{
    QJsonArray rows;
    const auto add = [&](const QDateTime &at, const QString &words) {
        if (at.isValid())
            rows << QJsonObject{{"at"_L1, shownMoment(at, sheet.now)}, {"words"_L1, words}};
    };
    const domain::Case &file = sheet.opened.file;
    const CaseItem &item = sheet.state;
    if (file.filing)
        add(file.filing->at, u"窗口收件（%1）"_s.arg(file.filing->clerk));
    add(file.life.pushedAt, u"推送到本单位"_s);
    add(item.acceptedAt, u"受理（%1）%2"_s.arg(item.by, item.number));
    for (const CaseItem::Pause &pause : item.pauses) {
        add(pause.from, u"暂停计时：%1"_s.arg(pause.step));
        add(pause.until, u"恢复计时"_s);
    }
    add(item.preReviewedAt, u"容缺预审"_s);
    for (const domain::JointReview &review : file.life.reviews) {
        if (!review.items.contains(sheet.line.item.id))
            continue;
        add(review.planned, u"联合勘验（评审）：%1"_s.arg(review.place));
        add(review.heldAt, u"联合勘验（评审）结果：%1"_s.arg(review.result));
    }
    for (const domain::Reminder &reminder : file.life.reminders) {
        if (reminder.item != sheet.line.item.id)
            continue;
        add(reminder.at, u"督办（%1）：%2"_s.arg(reminder.by, reminder.words));
        add(reminder.seenAt, u"签收督办（%1）%2"_s.arg(reminder.seenBy, reminder.answer));
    }
    if (item.outcome)
        add(item.endedAt, item.outcome->granted ? u"办结（%1）%2"_s.arg(item.by, item.outcome->certificate)
                                                : u"不予许可：%1"_s.arg(item.outcome->reason));
    else
        add(item.endedAt, u"%1 %2"_s.arg(stateWord(item.state, false), item.reason));
    add(item.sentAt, u"结果送往%1%2"_s.arg(item.sentTo, item.sentBy.isEmpty() ? QString() : u"（%1）"_s.arg(item.sentBy)));
    for (const domain::Custody &custody : item.custody)
        add(custody.at, u"结果由%1保管"_s.arg(custody.holder));
    if (item.delivery)
        add(item.delivery->at, u"已送达申请人"_s);
    add(item.proofSentAt, u"出证窗口送出送达回证"_s);
    add(sheet.proofAt, u"确认收到送达回证"_s);
    return rows;
}

QJsonArray stepOptions(const DeskSheet &sheet)
{
    QStringList steps;
    for (const domain::SpecialStep &step : sheet.line.item.special)
        steps << step.name;
    for (const QString &step : domain::lawfulSteps()) {
        if (!steps.contains(step))
            steps << step;
    }
    QJsonArray rows;
    for (const QString &step : std::as_const(steps))
        rows << QJsonObject{{"step"_L1, step}};
    return rows;
}

QJsonArray openReviews(const DeskSheet &sheet)
{
    QJsonArray rows;
    for (const domain::JointReview &review : sheet.opened.file.life.reviews) {
        if (review.heldAt.isNull() && review.items.contains(sheet.line.item.id))
            rows << QJsonObject{{"review"_L1, review.id}, {"what"_L1, shownMoment(review.planned, sheet.now) + u' ' + review.place}};
    }
    return rows;
}

QJsonArray openReminders(const DeskSheet &sheet)
{
    QJsonArray rows;
    for (const domain::Reminder &reminder : sheet.opened.file.life.reminders) {
        if (reminder.isOpen() && reminder.item == sheet.line.item.id)
            rows << QJsonObject{{"reminder"_L1, reminder.id},
                                {"at"_L1, shownMoment(reminder.at, sheet.now)},
                                {"by"_L1, reminder.by},
                                {"words"_L1, reminder.words}};
    }
    return rows;
}

/// Whether an act may be done, as a flag that a template asks for, and those that may not with the reasons.
void addActs(QJsonObject &words, const DeskSheet &sheet, bool mayAct)
{
    struct Offer {
        DeskAct act;
        QLatin1StringView flag;
        QStringView name;
    };
    static constexpr std::array offers{Offer{DeskAct::Accept, "mayAccept"_L1, u"受理"},
                                       Offer{DeskAct::Refuse, "mayRefuse"_L1, u"不予受理"},
                                       Offer{DeskAct::Pause, "mayPause"_L1, u"暂停计时"},
                                       Offer{DeskAct::Resume, "mayResume"_L1, u"恢复计时"},
                                       Offer{DeskAct::PreReview, "mayPreReview"_L1, u"容缺预审"},
                                       Offer{DeskAct::CallReview, "mayCallReview"_L1, u"发起联合勘验（评审）"},
                                       Offer{DeskAct::HoldReview, "mayHoldReview"_L1, u"登记勘验（评审）结果"},
                                       Offer{DeskAct::Grant, "mayGrant"_L1, u"准予办结"},
                                       Offer{DeskAct::Deny, "mayDeny"_L1, u"不予许可（不予办理）"},
                                       Offer{DeskAct::Send, "maySend"_L1, u"送出结果"},
                                       Offer{DeskAct::Confirm, "mayConfirm"_L1, u"签收督办"}};
    QJsonArray against;
    for (const Offer &offer : offers) {
        const QStringList reasons = sheet.against.value(offer.act);
        words.insert(offer.flag, mayAct && reasons.isEmpty());
        if (!reasons.isEmpty())
            against << QJsonObject{{"act"_L1, offer.name.toString()}, {"why"_L1, reasons.join(QString())}};
    }
    words.insert("mayAct"_L1, mayAct);
    words.insert("against"_L1, mayAct ? against : QJsonArray());
}

}

QString shownMoment(const QDateTime &at, const QDateTime &now)
{
    return at.isValid() ? at.toOffsetFromUtc(now.offsetFromUtc()).toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

QString stateWord(CaseItem::State state, bool isPaused)
{
    switch (state) {
    case CaseItem::State::Filed:
        return u"已收件"_s;
    case CaseItem::State::Accepted:
        return isPaused ? u"特别环节"_s : u"已受理"_s;
    case CaseItem::State::Refused:
        return u"不予受理"_s;
    case CaseItem::State::Decided:
        return u"已办结"_s;
    case CaseItem::State::Withdrawn:
        return u"已撤回"_s;
    case CaseItem::State::Lapsed:
        break;
    }
    return u"已退件"_s;
}

QJsonObject queueWords(const QList<offices::QueueRow> &queue, const QMap<QString, QString> &unitNames, const QDateTime &now)
{
    QJsonArray rows;
    int late = 0;
    for (const offices::QueueRow &row : queue) {
        const bool isLate = row.task && row.urgency == Urgency::Overdue;
        late += isLate ? 1 : 0;
        rows << QJsonObject{{"case"_L1, row.caseUuid},
                            {"item"_L1, row.item},
                            {"number"_L1, row.number},
                            {"matter"_L1, row.matter},
                            {"itemName"_L1, row.itemName},
                            {"unitName"_L1, unitNames.value(row.unit)},
                            {"task"_L1, taskWords(row.task, row.paused)},
                            {"state"_L1, stateWord(row.state, row.paused)},
                            {"due"_L1, dueWords(row.task, now)},
                            {"urgency"_L1, row.task ? urgencyWord(row.urgency) : QString()},
                            {"urgent"_L1, row.task && row.urgency != Urgency::Green},
                            {"sent"_L1, row.sent && !row.proofWaits},
                            {"proofWaits"_L1, row.proofWaits},
                            {"urged"_L1, row.urged},
                            {"first"_L1, rows.isEmpty()}};
    }
    return {{"rows"_L1, rows}, {"count"_L1, int(rows.size())}, {"late"_L1, late}, {"hasLate"_L1, late > 0}};
}

QJsonObject itemWords(const DeskSheet &sheet, bool mayAct)
{
    const domain::Case &file = sheet.opened.file;
    const domain::Path *path = sheet.line.item.path(sheet.line.path);
    QJsonObject words{{"case"_L1, file.id},
                      {"item"_L1, sheet.line.item.id},
                      {"itemName"_L1, sheet.line.item.name},
                      {"matter"_L1, sheet.guide.matter.name},
                      {"number"_L1, domain::groupedNumber(file.number)},
                      {"applicant"_L1, domain::applicantName(file)},
                      {"unitName"_L1, sheet.unit.name},
                      {"lead"_L1, sheet.guide.matter.lead},
                      {"path"_L1, path ? path->name : QString()},
                      {"days"_L1, sheet.line.promisedDays < 0    ? u"未定"_s
                                   : sheet.line.promisedDays == 0 ? u"即时"_s
                                                                  : u"%1个工作日"_s.arg(sheet.line.promisedDays)},
                      {"state"_L1, stateWord(sheet.state.state, sheet.state.isPaused())},
                      {"task"_L1, taskWords(sheet.task, sheet.state.isPaused())},
                      {"due"_L1, dueWords(sheet.task, sheet.now)},
                      {"urgency"_L1, sheet.task ? urgencyWord(sheet.urgency) : QString()},
                      {"urgent"_L1, sheet.task && sheet.urgency != Urgency::Green},
                      {"materials"_L1, materialRows(sheet)},
                      {"fields"_L1, fieldRows(sheet)},
                      {"masked"_L1, !sheet.wholeNumbers},
                      {"others"_L1, otherRows(sheet)},
                      {"course"_L1, courseRows(sheet)},
                      {"steps"_L1, stepOptions(sheet)},
                      {"reviews"_L1, openReviews(sheet)},
                      {"reminders"_L1, openReminders(sheet)},
                      {"tomorrow"_L1, sheet.now.date().addDays(1).toString(Qt::ISODate)},
                      {"mayConfirmProof"_L1, mayAct && sheet.state.proofSentAt.isValid() && !sheet.proofAt.isValid()},
                      {"hasAcceptance"_L1, sheet.state.acceptedAt.isValid()},
                      {"hasRefusal"_L1, sheet.state.state == CaseItem::State::Refused}};
    addActs(words, sheet, mayAct);
    return words;
}

}
