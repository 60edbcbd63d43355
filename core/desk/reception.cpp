#include "core/desk/reception.h"

#include "core/desk/casebook.h"
#include "core/domain/casenumber.h"
#include "core/domain/clearing.h"
#include "core/domain/codes.h"
#include "core/domain/merging.h"
#include "core/guides/checklistnews.h"
#include "core/guides/shelf.h"
#include "core/journal/journal.h"

#include <QUuid>

namespace desk {

using namespace domain;

namespace {

constexpr int lastSerial = 9999;
constexpr int mostHops = 8; ///< from a case that was taken in twice to the one that stands for it

auto failed(const base::Error &error)
{
    return tl::unexpected(Undone{{}, error});
}

auto refused(Refusal::Why why, const QString &subject)
{
    return tl::unexpected(Undone{{{why, subject, {}}}, {}});
}

base::Error guideMissing(const GuideRef &ref)
{
    return {base::Error::Kind::Missing, QStringLiteral("version %1 of the guide pack %2 is not at hand").arg(ref.version, ref.pack),
            ref.pack + u' ' + ref.version + u' ' + ref.matter};
}

}

Reception::Reception(CaseWork::Needs needs, const guides::Shelf &shelf) : m_needs(needs), m_shelf(shelf) { }

tl::expected<std::unique_ptr<CaseWork>, Undone> Reception::open(const GuideRef &ref)
{
    const std::optional<Guide> guide = m_shelf.guide(ref);
    if (!guide)
        return failed(guideMissing(ref));
    return open(*guide, {});
}

tl::expected<std::unique_ptr<CaseWork>, Undone> Reception::open(const Consultation &consultation)
{
    return open(consultation.guide(), consultation.choices());
}

tl::expected<std::unique_ptr<CaseWork>, Undone> Reception::open(const Guide &guide, const QList<Fact> &choices)
{
    const QDate today = m_needs.clock.now().date();
    const base::Result<int> serial = m_needs.journal.nextSerial(today);
    if (!serial)
        return failed(serial.error());
    if (*serial > lastSerial)
        return failed({base::Error::Kind::Storage, QStringLiteral("all case numbers of this day are used"), {}});
    const CaseNumber number{.region = m_needs.hall.regionCode,
                            .window = m_needs.hall.windowCode,
                            .device = m_needs.journal.identity().mark,
                            .day = today,
                            .serial = *serial};
    auto work = std::make_unique<CaseWork>(m_needs, guide, Case{});
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Done done = work->begin({id, number.text()}, choices); !done)
        return tl::unexpected(done.error());
    emit opened(guide.ref);
    return work;
}

tl::expected<std::unique_ptr<CaseWork>, Undone> Reception::resume(const QString &caseId)
{
    const base::Result<QList<Placed>> history = m_needs.journal.historyOf(caseId);
    if (!history)
        return failed(history.error());
    const Case file = merge(*history).file;
    if (file.id.isEmpty())
        return refused(Refusal::Why::NotOpen, {});
    const std::optional<Guide> guide = m_shelf.guide(file.guide);
    if (!guide)
        return failed(guideMissing(file.guide));
    return std::make_unique<CaseWork>(m_needs, *guide, file);
}

tl::expected<std::unique_ptr<CaseWork>, Undone> Reception::resumeByNumber(const QString &typedOrScanned)
{
    const std::optional<CaseNumber> number = readCaseNumber(typedOrScanned);
    if (!number)
        return refused(Refusal::Why::NumberInvalid, typedOrScanned.left(60));
    const base::Result<std::optional<QString>> id = m_needs.journal.caseWithNumber(number->text());
    if (!id)
        return failed(id.error());
    if (!*id)
        return refused(Refusal::Why::NotOpen, groupedNumber(number->text()));
    auto found = resume(**id);
    // Round and round only if two windows joined two cases to each other: then the last one is as good as any.
    for (int hop = 0; found && hop < mostHops; ++hop) {
        const QString standIn = standInOf((*found)->file(), (*found)->guide());
        const base::Result<std::optional<QString>> other
            = standIn.isEmpty() ? std::nullopt : m_needs.journal.caseWithNumber(standIn);
        if (!other || !*other)
            break; // it is the case itself, or the other one is not known here
        auto next = resume(**other);
        if (!next)
            break;
        found = std::move(next);
    }
    return found;
}

GuideNews Reception::guideNews(const CaseWork &work) const
{
    const GuideRef &own = work.guide().ref;
    const GuidePack *pack = m_shelf.successor(own.pack, work.today(), m_needs.hall.regionCode);
    const bool isOwn = pack && pack->id == own.pack && pack->version == own.version;
    if (work.file().stage != Stage::Intake || isOwn)
        return {};
    const std::optional<Guide> now = pack ? guideOf(*pack, own.matter) : std::nullopt;
    if (!now)
        return {{}, {QStringLiteral("事项“%1”已不在现行指南中").arg(work.guide().matter.name)}};
    return {pack->version, guides::checklistNews(work.file(), work.guide(), *now, work.today())};
}

base::Result<journal::CaseTrail> Reception::printedLately(int days, qint64 before) const
{
    constexpr int eventsAtOnce = 500; // a millisecond or so
    const QDateTime since = today().addDays(1 - days).startOfDay();
    return m_needs.journal.casesWith(typeName(PrintRequested{}), since, before, eventsAtOnce);
}

base::Result<QList<CaseLine>> Reception::cases(bool unfinishedOnly, int most) const
{
    const base::Result<QList<journal::CaseRow>> rows = m_needs.journal.cases(unfinishedOnly, most);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<CaseLine> lines;
    for (const journal::CaseRow &row : *rows) {
        const std::optional<Guide> guide = m_shelf.guide(row.guide);
        lines.append({.id = row.id,
                      .number = row.number,
                      .matter = guide ? guide->matter.name : row.guide.matter,
                      .applicant = maskedName(row.applicant),
                      .subjects = maskedSubjects(foundByFrom(row.summary)),
                      .stage = row.stage,
                      .notices = row.notices,
                      .openedAt = row.openedAt,
                      .changedAt = row.changedAt});
    }
    return lines;
}

}
