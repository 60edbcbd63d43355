#include "core/desk/reportdesk.h"

#include "core/base/durablefile.h"
#include "core/desk/auditbook.h"
#include "core/desk/hubfigures.h"
#include "core/desk/papercheck.h"
#include "core/journal/outbox.h"
#include "core/journal/reportreader.h"
#include "core/papers/reportpaper.h"
#include "core/papers/sheet.h"
#include "core/reports/tally.h"
#include "core/sheets/reportbook.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QThread>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using reports::Figure;
using reports::Report;
using reports::Value;

namespace {

constexpr int linesPerStep = 2000; // between two looks at whether anybody still wants it
constexpr int mostReceiptDays = 800;

/// Adds reasons of \a given, each in the words in which it was written.
base::Result<QList<reports::Reason>> reasonsOf(journal::ReportReader &reader, const std::vector<reports::Tally::GivenReason> &given)
{
    QHash<QString, int> counts;
    for (const reports::Tally::GivenReason &one : given) {
        const base::Result<QByteArray> bytes = reader.reasonsOf(one.row);
        if (!bytes)
            return base::Fail(bytes.error());
        ++counts[QJsonDocument::fromJson(*bytes).array().at(one.which).toString()];
    }
    return reports::mostOftenFirst(counts);
}

/// Receipts of this window on the days of \a span, put beside \a values.
void addReceipts(reports::Values &values, const reports::Span &span, const QList<journal::ReceiptDay> &days)
{
    Value printed, differences;
    for (const journal::ReceiptDay &day : days) {
        if (!span.contains(day.day))
            continue;
        printed.number += day.receipts;
        differences.number += day.unknownToHub.size() + day.notListed.size();
        differences.known = differences.known && day.told == day.revision;
    }
    differences.whole = printed.number;
    values[size_t(Figure::ReceiptsPrinted)] = printed;
    values[size_t(Figure::ReceiptDifferences)] = differences;
}

}

/// One question while it is counted, shared with the thread that counts.
struct ReportDesk::Run {
    QString folder;
    base::Secret key;
    ReportQuestion question;
    QDateTime now;
    base::HallSettings hall;
    QString device;
    reports::DataState state;
    std::atomic<bool> stopped = false;
    std::function<void(double)> tell;

    base::Result<std::shared_ptr<Report>> count() const;

private:
    base::Result<> countLines(journal::ReportReader &reader, reports::Tally &tally) const;
    base::Result<> addOwn(Report &report) const;
};

base::Result<> ReportDesk::Run::countLines(journal::ReportReader &reader, reports::Tally &tally) const
{
    const reports::Span reach = tally.reach();
    const base::Result<qint64> all = reader.count(reach.from, reach.to);
    if (!all)
        return base::Fail(all.error());
    reports::CountedCase file;
    qint64 done = 0;
    return reader.eachLine(reach.from, reach.to, [&](const journal::ReportLine &line) -> base::Result<> {
        if (done++ % linesPerStep == 0) {
            if (stopped)
                return base::Fail({base::Error::Kind::Busy, u"nobody wants the report any more"_s, {}});
            tell(double(done) / double(std::max(*all, done)));
        }
        file.row = line.row;
        if (!reports::unpack(line.facts, line.words, line.windows, file))
            return base::Fail({base::Error::Kind::Damaged, u"a line of the reports cannot be read"_s, u"report_line %1"_s.arg(line.row)});
        tally.add(file);
        return {};
    });
}

/// What only this window knows.
base::Result<> ReportDesk::Run::addOwn(Report &report) const
{
    for (reports::Line &line : report.byWindow) {
        if (line.scope.key == device && !hall.windowName.isEmpty())
            line.scope.name = hall.windowName;
    }
    const bool isOurs = report.scope.kind == reports::Scope::Kind::Hall
        || (report.scope.kind == reports::Scope::Kind::Window && report.scope.key == device);
    if (!isOurs)
        return {};
    const auto outbox = journal::Outbox::open(folder, key);
    if (!outbox)
        return base::Fail(outbox.error());
    return (*outbox)->receiptDays(mostReceiptDays).map([&](const QList<journal::ReceiptDay> &days) {
        addReceipts(report.values, report.span, days);
        for (auto &[span, values] : report.compared)
            addReceipts(values, span, days);
        for (auto &[day, values] : report.trend)
            addReceipts(values, reports::Span::day(day), days);
    });
}

base::Result<std::shared_ptr<Report>> ReportDesk::Run::count() const
{
    const auto reader = journal::ReportReader::open(folder, key);
    if (!reader)
        return base::Fail(reader.error());
    base::Result<reports::Dictionary> words = (*reader)->words();
    if (!words)
        return base::Fail(words.error());
    reports::Tally tally(question.span, question.scope, now, *words);
    if (const base::Result<> counted = countLines(**reader, tally); !counted)
        return base::Fail(counted.error());
    if (base::Result<reports::Dictionary> fresh = (*reader)->words()) // a case may have come meanwhile
        *words = std::move(*fresh);
    const auto report = std::make_shared<Report>(tally.report());
    const auto refusals = reasonsOf(**reader, tally.refusals());
    const auto withdrawals = reasonsOf(**reader, tally.withdrawals());
    const base::Result<int> without = (*reader)->casesWithout();
    const base::Result<> own = addOwn(*report);
    for (const base::Error *error : {refusals ? nullptr : &refusals.error(), withdrawals ? nullptr : &withdrawals.error(),
                                     without ? nullptr : &without.error(), own ? nullptr : &own.error()}) {
        if (error)
            return base::Fail(*error);
    }
    report->refusalReasons = *refusals;
    report->withdrawalReasons = *withdrawals;
    report->state = state;
    report->state.asOf = now;
    report->state.uncounted = *without;
    report->madeBy = hall.clerk;
    return report;
}

ReportDesk::ReportDesk(ReportNeeds needs, QObject *parent) : QObject(parent), m_needs(std::move(needs)) { }

ReportDesk::~ReportDesk()
{
    end();
}

void ReportDesk::end()
{
    if (m_run)
        m_run->stopped = true;
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
    m_run.reset();
    m_busy = false;
}

void ReportDesk::cancel()
{
    end();
}

void ReportDesk::ask(const ReportQuestion &question)
{
    end();
    m_run = std::make_shared<Run>();
    m_run->folder = m_needs.profileFolder;
    m_run->key = m_needs.profileKey;
    m_run->question = question;
    m_run->now = m_needs.clock.now();
    m_run->hall = m_needs.hall;
    m_run->device = m_needs.device;
    m_run->state = m_needs.hubState ? m_needs.hubState() : reports::DataState();
    m_counted.reset();
    m_ofHub.reset();
    m_busy = true;
    askHub();
    if (question.scope.kind != reports::Scope::Kind::City)
        count();
}

void ReportDesk::askHub()
{
    const bool isCity = m_run->question.scope.kind == reports::Scope::Kind::City;
    const bool mayKnow = m_needs.hub && (isCity || m_run->state.hub);
    m_hubWasHeard = !mayKnow;
    if (mayKnow) {
        m_needs.hub->ask(m_run->question.span, isCity, this, [this, run = m_run.get()](const std::optional<Report> &report) {
            if (m_run.get() != run)
                return;
            m_ofHub = report;
            m_hubWasHeard = true;
            settle();
        });
    } else if (isCity) {
        QMetaObject::invokeMethod(this, &ReportDesk::settle, Qt::QueuedConnection);
    }
}

void ReportDesk::count()
{
    // What comes from a run that was given up finds another one here, or none.
    const auto isCurrent = [this](const Run *run) { return m_run.get() == run; };
    m_run->tell = [this, isCurrent, run = m_run.get()](double share) {
        QMetaObject::invokeMethod(this, [this, isCurrent, run, share] { isCurrent(run) ? emit progress(share) : void(); }, Qt::QueuedConnection);
    };
    m_thread.reset(QThread::create([this, isCurrent, run = m_run] {
        const base::Result<std::shared_ptr<Report>> report = run->count();
        QMetaObject::invokeMethod(
            this,
            [this, isCurrent, run, report] {
                if (!isCurrent(run.get()))
                    return;
                if (!report) {
                    m_busy = false;
                    return emit failed(report.error());
                }
                m_counted = *report;
                settle();
            },
            Qt::QueuedConnection);
    }));
    m_thread->start(QThread::LowPriority);
}

/// Hands out the report once both parts of it are there.
void ReportDesk::settle()
{
    const bool isCity = m_run && m_run->question.scope.kind == reports::Scope::Kind::City;
    if (!m_busy || !m_run || !m_hubWasHeard || (!isCity && !m_counted))
        return;
    m_busy = false;
    if (isCity && !m_ofHub)
        return emit hubSilent();
    if (isCity) {
        m_counted = std::make_shared<Report>(std::move(*m_ofHub));
        m_counted->scope = m_run->question.scope;
        m_counted->madeAt = m_run->now;
        m_counted->madeBy = m_run->hall.clerk;
        m_counted->state.asOf = m_counted->state.asOf.toOffsetFromUtc(m_run->now.offsetFromUtc());
    } else if (m_ofHub) {
        addRatings(*m_counted, *m_ofHub);
    }
    emit progress(1);
    emit ready(m_counted);
}

base::Result<QList<ReportCase>> ReportDesk::cases(const Report &report, Figure figure, int first, int most) const
{
    const std::vector<qint64> &rows = report.rows[size_t(figure)];
    const size_t from = std::min(rows.size(), size_t(std::max(first, 0)));
    const size_t count = std::min(rows.size() - from, size_t(std::max(most, 0)));
    return journal::ReportReader::open(m_needs.profileFolder, m_needs.profileKey)
        .and_then([&](const auto &reader) { return reader->casesOf(std::span(rows).subspan(from, count)); })
        .map([](const QList<journal::ReportedCase> &found) {
            QList<ReportCase> cases;
            for (const journal::ReportedCase &one : found)
                cases.append({one.caseId, one.number});
            return cases;
        });
}

base::Result<papers::Paper> ReportDesk::paper(const Report &report, const QList<QImage> &charts) const
{
    return papers::dailyReport(m_needs.forms, m_needs.hall, report, m_needs.stamps.signedReport(papers::reportCodeText(report)), charts);
}

base::Result<> ReportDesk::save(const Report &report, const QString &file, const QList<QImage> &charts) const
{
    const auto write = [&](const QByteArray &bytes) {
        const base::Result<> noted = m_needs.audit ? m_needs.audit->note(AuditAct::Exported, QFileInfo(file).fileName(), u"report"_s)
                                                   : base::Result<>();
        return noted.and_then([&] { return base::writeChosen(file, bytes); });
    };
    if (file.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return write(sheets::reportCsv(report));
    if (file.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        return paper(report, charts).and_then([](const papers::Paper &made) { return papers::Sheet(made).pdf(); }).and_then(write);
    return sheets::reportBook(report).and_then(write);
}

}
