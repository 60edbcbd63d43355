#pragma once

#include "papersample.h"

#include "core/papers/layout.h"
#include "core/papers/stamp.h"

#include <algorithm>

/// Every paper of a case, of an everyday one and of one with everything as long as it can get.
namespace everypaper {

using namespace Qt::StringLiterals;
using domain::PaperKind;

inline QDateTime on(int day, int hour = 9)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, 30), Qt::OffsetFromUTC, 8 * 3600);
}

inline const domain::ClockRules &rules()
{
    static const domain::ClockRules rules{domain::WorkCalendar({{.year = 2026,
                                                                 .notice = u"国办发明电〔2025〕7号"_s,
                                                                 .source = {},
                                                                 .region = {},
                                                                 .off = {},
                                                                 .worked = {}}}),
                                          *domain::OfficeHours::parse(u"08:30-12:00 14:00-17:30"_s), true};
    return rules;
}

inline void addField(papersample::Printable &sample, const QString &id, const QString &label, domain::Field::Role role,
                     const QString &value)
{
    sample.plan.fields.append({{.id = id, .label = label, .role = role}, value});
    sample.file.fields.insert(id, value);
}

/// \a sample as it is a week later: item 0 granted and fetched, 1 accepted, 2 refused, 3 withdrawn, 4 granted and waiting; the
/// household book deferred and the first half of what was deferred brought.
inline papersample::Printable lived(papersample::Printable sample)
{
    using Kind = domain::VerdictKind;
    using Role = domain::Field::Role;
    using State = domain::CaseItem::State;
    domain::Case &file = sample.file;
    file.stage = domain::Stage::Filed;
    file.filing = sample.filing;
    file.notices = {sample.notice};
    file.changedAt = on(30);
    for (auto verdict = file.verdicts.begin(); verdict != file.verdicts.end(); ++verdict) {
        if (verdict->kind == Kind::Deferred)
            file.life.supplements.insert(verdict.key(), {.due = verdict->due});
    }
    if (file.life.supplements.isEmpty()) {
        file.verdicts[u"book"_s] = {.kind = Kind::Deferred, .due = QDate(2026, 11, 26), .signedByApplicant = true};
        file.verdicts[u"marriage"_s] = file.verdicts[u"book"_s];
        file.verdicts[u"photo"_s] = {.kind = Kind::Committed, .signedByApplicant = true};
        file.life.supplements
            = {{u"book"_s, {.due = QDate(2026, 11, 26)}}, {u"marriage"_s, {.due = QDate(2026, 11, 26)}}};
    }
    QList<domain::Plan::ItemLine> &items = sample.plan.items;
    items[0].item.outcome = u"《出生医学证明》"_s;
    items[0].item.basis = u"《中华人民共和国母婴保健法》第二十三条"_s;
    items[1].item.basis = u"《中华人民共和国疫苗管理法》第四十七条"_s;
    items[4].item.outcome = u"社会保障卡"_s;
    items[3].item.special = {{u"现场核查"_s, 5, u"由辖区监管所派员到场"_s}, {u"公示"_s, -1, {}}};
    for (domain::Plan::MaterialLine &line : sample.plan.materials)
        line.material.basis = u"户口登记条例第七条"_s;
    const auto in = [&](int item) -> domain::CaseItem & { return file.life.items[items[item].item.id]; };
    in(0) = {.state = State::Decided, .acceptedAt = on(23), .endedAt = on(23, 11), .by = u"李国强"_s};
    in(0).outcome = domain::Outcome{.granted = true, .certificate = u"R410000001"_s};
    in(0).custody = {{on(23, 12), u"发证窗口A架3层"_s, u"卫生健康部门 赵明"_s}};
    in(0).delivery = domain::Delivery{.at = on(24),
                                      .way = domain::Collection::Window,
                                      .collector = u"李四光"_s,
                                      .relation = u"代理人"_s,
                                      .identity = u"41120219920518452X"_s,
                                      .signedFor = true,
                                      .clerk = u"陈静"_s};
    in(1) = {.state = State::Accepted, .acceptedAt = on(23), .by = u"李国强"_s};
    in(2) = {.state = State::Refused, .endedAt = on(23, 15), .by = u"孙红"_s};
    in(2).reason
        = u"1. 落户地址不属于本机关管辖范围，应当向新生儿父母一方户口所在地派出所提出；2. 申报的出生日期与出生医学证明不一致"_s;
    in(3) = {.state = State::Withdrawn, .endedAt = on(25), .reason = u"改为随母亲参保"_s};
    in(4) = {.state = State::Decided, .acceptedAt = on(23), .endedAt = on(26), .by = u"周涛"_s};
    in(4).outcome = domain::Outcome{.granted = true, .certificate = u"411202202611230017"_s};
    in(4).custody = {{on(27), u"发证窗口B架1层"_s, u"人社部门"_s}};
    file.life.collection.together = false;
    qsizetype supplied = 0;
    const qsizetype half = (file.life.supplements.size() + 1) / 2;
    for (auto it = file.life.supplements.begin(); supplied < half; ++it, ++supplied) {
        it->suppliedAt = on(25, 10).addSecs(60 * supplied);
        file.verdicts[it.key()] = {.kind = Kind::OriginalSeen};
    }
    QStringList back;
    for (const domain::Plan::MaterialLine &line : sample.plan.materials)
        back << line.material.id; // whatever it is: the paper must hold it
    file.life.returns = {{on(26), u"王芳"_s, back.first(back.size() / 2), domain::applicantName(file)}};
    addField(sample, u"applicant-name"_s, u"申请人（监护人）姓名"_s, Role::Applicant, domain::applicantName(file));
    addField(sample, u"applicant-id"_s, u"申请人证件号码"_s, Role::Applicant, u"41120219900307123X"_s);
    addField(sample, u"applicant-phone"_s, u"申请人联系电话"_s, Role::Applicant, u"13812345678"_s);
    addField(sample, u"newborn-name"_s, u"新生儿姓名"_s, Role::Subject, u"张㛃"_s);
    addField(sample, u"newborn-birth-date"_s, u"出生日期"_s, Role::Subject, u"2026-11-01"_s);
    addField(sample, u"newborn-weight"_s, u"出生体重（克）"_s, Role::Subject, {});
    addField(sample, u"mother-name"_s, u"母亲姓名"_s, Role::OtherParty, u"阿依古丽·买买提艾力·吾买尔江"_s);
    addField(sample, u"settle-address"_s, u"落户地址"_s, Role::Matter,
             u"三门峡市湖滨区样例路88号瀍河花园12号楼3单元2502室"_s);
    sample.plan.questions = {{{.id = u"marriage"_s,
                               .question = u"父母是否已经办理结婚登记？"_s,
                               .options = {{u"married"_s, u"是，已婚"_s}, {u"single"_s, u"否"_s}}},
                              u"married"_s}};
    return sample;
}

struct Named {
    const char *name;
    domain::PaperRef ref;
};
/// One of each kind; refs fit lived().
inline QList<Named> all()
{
    return {{"correction-notice", {PaperKind::CorrectionNotice, 1, {}}},
            {"filing-receipt", {PaperKind::FilingReceipt, 1, {}}},
            {"application-form", {PaperKind::ApplicationForm, 1, {}}},
            {"cover-sheet", {PaperKind::CoverSheet, 1, {}}},
            {"deferral-letter", {PaperKind::DeferralLetter, 1, {}}},
            {"commitment-letter", {PaperKind::CommitmentLetter, 1, {}}},
            {"handover-sheet", {PaperKind::HandoverSheet, 1, {}}},
            {"acceptance-notice", {PaperKind::AcceptanceNotice, 1, u"item-1"_s}},
            {"refusal-decision", {PaperKind::RefusalDecision, 1, u"item-2"_s}},
            {"supplement-receipt", {PaperKind::SupplementReceipt, 1, {}}},
            {"return-slip", {PaperKind::ReturnSlip, 1, {}}},
            {"collection-notice", {PaperKind::CollectionNotice, 1, {}}},
            {"delivery-record", {PaperKind::DeliveryRecord, 1, {}}}};
}

/// A legal number where the kind has one.
inline QString serialOf(PaperKind kind)
{
    if (kind == PaperKind::AcceptanceNotice)
        return u"湖卫受〔2026〕1024号"_s;
    return kind == PaperKind::RefusalDecision ? u"湖公不受〔2026〕7号"_s : QString();
}

/// As a window stamps it; of key and signature only the lengths are true.
inline QString stampedCode(const papersample::Printable &sample, const domain::PaperRef &ref)
{
    QByteArray signature(64, '\0');
    for (qsizetype i = 0; i < signature.size(); ++i)
        signature[i] = char(17 + 151 * i + 3 * i * i + int(ref.kind));
    return papers::stampedCode(papers::caseCode(sample.file.number, sample.hall),
                               papers::stampOf(sample.file, sample.plan, ref), signature.left(8), signature);
}

inline base::Result<papers::Paper> paper(const papers::FormFolder &forms, const papersample::Printable &sample,
                                         const domain::PaperRef &ref, int copy = 1, bool onRoll = false)
{
    papers::CaseFacts facts = sample.facts(copy);
    facts.rules = &rules();
    facts.code = stampedCode(sample, ref);
    facts.serialNumber = serialOf(ref.kind);
    facts.onRoll = onRoll;
    return papers::casePaper(forms, facts, ref);
}

/// What a reader must get from \a paper, sorted.
inline QStringList codesOf(const papers::Paper &paper)
{
    QStringList contents;
    for (const papers::Block &block : paper.cover + paper.blocks) {
        if (const auto *codes = std::get_if<papers::Codes>(&block)) {
            for (const papers::Codes::Code &code : codes->codes)
                contents << code.content;
        }
    }
    contents.sort();
    return contents;
}

/// From 0; drawing a page for a reader takes longer than laying the paper out.
inline QList<int> pagesWithCodes(const papers::Paper &paper)
{
    const papers::Layout layout = papers::layoutOf(paper);
    QList<int> pages;
    for (int i = 0; i < layout.pages.size(); ++i) {
        const auto hasCode = [&](const papers::Page::Placed &placed) {
            return std::ranges::any_of(layout.strips[placed.strip].pieces, [](const papers::Piece &piece) {
                return std::holds_alternative<papers::CodePiece>(piece);
            });
        };
        if (std::ranges::any_of(layout.pages[i].strips, hasCode))
            pages << i;
    }
    return pages;
}

}
