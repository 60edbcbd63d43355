#include "app/hub/api/apiwords.h"

#include "core/domain/casenumber.h"
#include "core/domain/decidelife.h"
#include "core/domain/masking.h"
#include "core/domain/scans.h"
#include "core/offices/tidings.h"

#include <QJsonArray>

#include <array>

namespace api {

using namespace Qt::StringLiterals;
using domain::CaseItem;
using offices::DeskSheet;
using offices::stateWord;

namespace {

QJsonValue momentIn(const QDateTime &at, int offset)
{
    return at.isValid() ? QJsonValue(at.toOffsetFromUtc(offset).toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString plainNumber(const QString &grouped)
{
    const auto number = domain::readCaseNumber(grouped);
    return number ? number->text() : grouped;
}

QString urgencyWord(domain::Urgency urgency)
{
    constexpr std::array words{"green"_L1, "amber"_L1, "red"_L1, "overdue"_L1};
    return words[size_t(urgency)];
}

QString kindWord(domain::JointReview::Kind kind)
{
    using Kind = domain::JointReview::Kind;
    return kind == Kind::Assessment ? u"assessment"_s : kind == Kind::FinalInspection ? u"final"_s : u"inspection"_s;
}

/// task, due, provisional, urgency: what the unit has to do next; all null when others must act.
void addTask(QJsonObject &words, const std::optional<domain::Task> &task, domain::Urgency urgency, int offset)
{
    const bool isAccept = task && task->kind == domain::Task::Kind::Accept;
    words.insert("task"_L1, task ? QJsonValue(isAccept ? u"accept"_s : u"decide"_s) : QJsonValue(QJsonValue::Null));
    words.insert("due"_L1, task ? momentIn(task->due, offset) : QJsonValue(QJsonValue::Null));
    words.insert("provisional"_L1, task && task->provisional);
    words.insert("urgency"_L1, task ? QJsonValue(urgencyWord(urgency)) : QJsonValue(QJsonValue::Null));
}

/// One item of a case on the desk of its unit.
class SheetTeller
{
public:
    explicit SheetTeller(const DeskSheet &sheet) : m_sheet(sheet), m_item(sheet.state), m_offset(sheet.now.offsetFromUtc()) { }

    QJsonObject words() const
    {
        const domain::Path *path = m_sheet.line.item.path(m_sheet.line.path);
        QJsonObject words{{"item"_L1, m_sheet.line.item.id},
                          {"name"_L1, m_sheet.line.item.name},
                          {"unit"_L1, m_sheet.unit.id},
                          {"path"_L1, textOrNull(path ? path->name : QString())},
                          {"promisedDays"_L1, m_sheet.line.promisedDays < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(m_sheet.line.promisedDays)},
                          {"state"_L1, stateWord(m_item.state)},
                          {"paused"_L1, m_item.isPaused()},
                          {"acceptedAt"_L1, at(m_item.acceptedAt)},
                          {"number"_L1, textOrNull(m_item.number)},
                          {"endedAt"_L1, at(m_item.endedAt)},
                          {"by"_L1, textOrNull(m_item.by)},
                          {"reason"_L1, textOrNull(m_item.reason)},
                          {"preReviewedAt"_L1, at(m_item.preReviewedAt)},
                          {"outcome"_L1, outcome()},
                          {"pauses"_L1, pauses()},
                          {"reviews"_L1, reviews()},
                          {"sentAt"_L1, at(m_item.sentAt)},
                          {"sentTo"_L1, textOrNull(m_item.sentTo)},
                          {"custody"_L1, custody()},
                          {"deliveredAt"_L1, at(m_item.delivery ? m_item.delivery->at : QDateTime())},
                          {"proofSentAt"_L1, at(m_item.proofSentAt)},
                          {"proofConfirmedAt"_L1, at(m_sheet.proofAt)},
                          {"fields"_L1, fields()},
                          {"materials"_L1, materials()},
                          {"acts"_L1, acts()}};
        addTask(words, m_sheet.task, m_sheet.urgency, m_offset);
        return words;
    }

private:
    QJsonValue at(const QDateTime &moment) const { return momentIn(moment, m_offset); }

    QJsonValue outcome() const
    {
        if (!m_item.outcome)
            return QJsonValue::Null;
        return QJsonObject{{"granted"_L1, m_item.outcome->granted},
                           {"certificate"_L1, textOrNull(m_item.outcome->certificate)},
                           {"elicence"_L1, textOrNull(m_item.outcome->eLicence)},
                           {"physical"_L1, m_item.outcome->physical},
                           {"reason"_L1, textOrNull(m_item.outcome->reason)}};
    }
    QJsonArray pauses() const
    {
        QJsonArray rows;
        for (const CaseItem::Pause &pause : m_item.pauses)
            rows << QJsonObject{{"step"_L1, pause.step}, {"from"_L1, at(pause.from)}, {"until"_L1, at(pause.until)}};
        return rows;
    }
    QJsonArray reviews() const
    {
        QJsonArray rows;
        for (const domain::JointReview &review : m_sheet.opened.file.life.reviews) {
            if (review.items.contains(m_sheet.line.item.id))
                rows << QJsonObject{{"review"_L1, review.id},       {"kind"_L1, kindWord(review.kind)},
                                    {"planned"_L1, at(review.planned)}, {"place"_L1, review.place},
                                    {"heldAt"_L1, at(review.heldAt)},   {"result"_L1, textOrNull(review.result)}};
        }
        return rows;
    }
    QJsonArray custody() const
    {
        QJsonArray rows;
        for (const domain::Custody &one : m_item.custody)
            rows << QJsonObject{{"at"_L1, at(one.at)}, {"holder"_L1, one.holder}, {"givenBy"_L1, one.givenBy}};
        return rows;
    }
    QJsonArray fields() const
    {
        QJsonArray rows;
        for (const domain::Plan::FieldLine &line : m_sheet.plan.fields) {
            if (!m_sheet.line.item.fields.contains(line.field.id))
                continue;
            const QString value = m_sheet.wholeNumbers ? line.value : domain::withMaskedNumbers(line.field.kind, line.value);
            rows << QJsonObject{{"field"_L1, line.field.id}, {"label"_L1, line.field.label}, {"value"_L1, value}};
        }
        return rows;
    }
    QJsonArray scansOf(const QString &material) const
    {
        QJsonArray scans;
        for (const domain::ScanPicture &picture : domain::scansOf(m_sheet.opened.file, material))
            scans << QJsonObject{{"scan"_L1, picture.scan}, {"page"_L1, int(scans.size()) + 1}, {"bytes"_L1, picture.bytes},
                                 {"type"_L1, picture.kind == "png"_L1 ? u"image/png"_s : u"image/jpeg"_s}};
        return scans;
    }
    QJsonArray materials() const
    {
        QJsonArray rows;
        for (const domain::Plan::MaterialLine &line : m_sheet.plan.materials) {
            if (!line.itemIds.contains(m_sheet.line.item.id))
                continue;
            const domain::Verdict verdict = m_sheet.opened.file.verdicts.value(line.material.id);
            const bool hasVerdict = m_sheet.opened.file.verdicts.contains(line.material.id);
            rows << QJsonObject{{"material"_L1, line.material.id},
                                {"name"_L1, line.material.name},
                                {"verdict"_L1, hasVerdict ? QJsonValue(domain::verdictWord(verdict.kind)) : QJsonValue(QJsonValue::Null)},
                                {"identifier"_L1, textOrNull(verdict.identifier)},
                                {"reason"_L1, textOrNull(verdict.reason)},
                                {"due"_L1, textOrNull(verdict.due.toString(Qt::ISODate))},
                                {"scans"_L1, scansOf(line.material.id)}};
        }
        if (const QJsonArray unsorted = scansOf({}); !unsorted.isEmpty())
            rows << QJsonObject{{"material"_L1, QString()}, {"name"_L1, u"尚未归类的扫描件"_s}, {"verdict"_L1, QJsonValue::Null},
                                {"identifier"_L1, QJsonValue::Null}, {"reason"_L1, QJsonValue::Null}, {"due"_L1, QJsonValue::Null},
                                {"scans"_L1, unsorted}};
        return rows;
    }
    QJsonArray acts() const
    {
        QJsonArray rows;
        for (auto it = m_sheet.against.begin(); it != m_sheet.against.end(); ++it)
            rows << QJsonObject{{"act"_L1, offices::wordOf(it.key())}, {"against"_L1, QJsonArray::fromStringList(it.value())}};
        return rows;
    }

    const DeskSheet &m_sheet;
    const CaseItem &m_item;
    const int m_offset;
};

}

QJsonObject feedWords(const offices::FeedPage &page, int offset)
{
    QJsonArray entries;
    for (const hub::UnitEntry &entry : page.entries)
        entries << QJsonObject{{"case"_L1, entry.caseUuid}, {"item"_L1, entry.item}, {"event"_L1, entry.what}, {"at"_L1, momentIn(entry.at, offset)}};
    return {{"entries"_L1, entries}, {"next"_L1, page.next}, {"more"_L1, page.more}};
}

QJsonObject queueWords(const QList<offices::QueueRow> &queue, int offset)
{
    QJsonArray rows;
    for (const offices::QueueRow &row : queue) {
        QJsonObject words{{"case"_L1, row.caseUuid},           {"item"_L1, row.item},     {"number"_L1, plainNumber(row.number)},
                          {"matter"_L1, row.matter},           {"name"_L1, row.itemName}, {"state"_L1, stateWord(row.state)},
                          {"paused"_L1, row.paused},           {"sent"_L1, row.sent}};
        addTask(words, row.task, row.urgency, offset);
        rows << words;
    }
    return {{"items"_L1, rows}};
}

QJsonObject caseWords(const QList<DeskSheet> &own)
{
    const DeskSheet &first = own.constFirst();
    const domain::Case &file = first.opened.file;
    const int offset = first.now.offsetFromUtc();
    QJsonArray items;
    QStringList ids;
    for (const DeskSheet &sheet : own) {
        items << SheetTeller(sheet).words();
        ids << sheet.line.item.id;
    }
    QJsonArray others;
    for (const auto &[line, item] : domain::itemsOf(file, first.guide)) {
        if (ids.contains(line.item.id))
            continue;
        const auto unit = std::ranges::find(first.units, line.item.id, &hub::ItemUnit::item);
        others << QJsonObject{{"item"_L1, line.item.id},
                              {"name"_L1, line.item.name},
                              {"department"_L1, line.item.department},
                              {"unit"_L1, textOrNull(unit == first.units.end() ? QString() : unit->unit)},
                              {"state"_L1, stateWord(item.state)}};
    }
    return {{"case"_L1, file.id},
            {"number"_L1, file.number},
            {"hall"_L1, first.opened.hall},
            {"guide"_L1, QJsonObject{{"pack"_L1, file.guide.pack}, {"version"_L1, file.guide.version}, {"matter"_L1, file.guide.matter}}},
            {"matter"_L1, first.guide.matter.name},
            {"filedAt"_L1, momentIn(file.filing ? file.filing->at : QDateTime(), offset)},
            {"pushedAt"_L1, momentIn(file.life.pushedAt, offset)},
            {"masked"_L1, !first.wholeNumbers},
            {"items"_L1, items},
            {"others"_L1, others}};
}

QJsonObject doneWords(const QString &act, const QString &caseUuid, const QString &item, const CaseItem &after, const QDateTime &now)
{
    return {{"act"_L1, act}, {"case"_L1, caseUuid}, {"item"_L1, item}, {"state"_L1, stateWord(after.state)}, {"paused"_L1, after.isPaused()},
            {"at"_L1, momentIn(now, now.offsetFromUtc())}};
}

}
