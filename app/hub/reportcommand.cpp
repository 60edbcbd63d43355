#include "app/hub/reportcommand.h"

#include "core/base/datafolder.h"
#include "core/base/durablefile.h"
#include "core/guides/hallclocks.h"
#include "core/offices/cityreports.h"
#include "core/papers/reportpaper.h"
#include "core/papers/sheet.h"
#include "core/people/reportseal.h"
#include "core/reports/glossary.h"
#include "core/sheets/reportbook.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>

namespace hub {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using reports::Scope;
using reports::Span;

namespace {

struct ScopeWord {
    const char *word;
    Scope::Kind kind;
};
constexpr std::array scopeWords{ScopeWord{"city", Scope::Kind::City},     ScopeWord{"hall", Scope::Kind::Hall},
                                ScopeWord{"window", Scope::Kind::Window}, ScopeWord{"clerk", Scope::Kind::Clerk},
                                ScopeWord{"matter", Scope::Kind::Matter}, ScopeWord{"department", Scope::Kind::Department}};

base::Result<QDate> dayFrom(const std::string &text, const char *option, QDate otherwise)
{
    const QDate day = text.empty() ? otherwise : QDate::fromString(QString::fromStdString(text), Qt::ISODate);
    if (!day.isValid())
        return Fail({Error::Kind::Settings, u"is no day (YYYY-MM-DD)"_s, QString::fromLatin1(option)});
    return day;
}

}

void ReportCommand::addTo(CLI::App &app)
{
    CLI::App *report = app.add_subcommand("report", "Print what was done in some days, in all halls or a part; the same figures as at the windows");
    report->callback([this] { m_isAsked = true; });
    report->add_option("span", m_kind, "day, week, month, year, days (with --from and --to)")
        ->check(CLI::IsMember({"day", "week", "month", "year", "days"}))
        ->capture_default_str();
    report->add_option("--day", m_day, "Any day of the span, if not today")->type_name("YYYY-MM-DD");
    CLI::Option *from = report->add_option("--from", m_from, "First day")->type_name("YYYY-MM-DD");
    from->needs(report->add_option("--to", m_to, "Last day")->type_name("YYYY-MM-DD"));
    report->add_option("--of", m_scope, "city, hall:CODE, window:UUID, clerk:NAME, matter:PACK/MATTER, department:NAME")
        ->type_name("SCOPE")
        ->capture_default_str();
    report->add_option("--save", m_files, "Save it too, by the ending of FILE: .pdf (signed by the hub), .xlsx, .csv")->type_name("FILE");
    report->add_option("--cases", m_casesOf, "List the cases behind one figure instead, by its id as it is printed")->type_name("FIGURE");
}

base::Result<Span> ReportCommand::span(QDate today) const
{
    const base::Result<QDate> day = dayFrom(m_day, "--day", today);
    const base::Result<QDate> from = dayFrom(m_from, "--from", today);
    const base::Result<QDate> to = dayFrom(m_to, "--to", today);
    for (const auto *each : {&day, &from, &to}) {
        if (!*each)
            return Fail(each->error());
    }
    if (m_kind == "days" || !m_from.empty())
        return Span::days(*from, *to);
    return m_kind == "week" ? Span::week(*day) : m_kind == "month" ? Span::month(*day) : m_kind == "year" ? Span::year(*day) : Span::day(*day);
}

base::Result<Scope> ReportCommand::scope() const
{
    const QString text = QString::fromStdString(m_scope);
    const qsizetype colon = text.indexOf(u':');
    const QString word = text.left(colon), key = colon < 0 ? QString() : text.mid(colon + 1);
    const auto found = std::ranges::find_if(scopeWords, [&](const ScopeWord &one) { return word == QLatin1StringView(one.word); });
    if (found == scopeWords.end() || key.isEmpty() != (found->kind == Scope::Kind::City))
        return Fail({Error::Kind::Settings, u"is none of city, hall:CODE, window:UUID, clerk:NAME, matter:PACK/MATTER, department:NAME"_s, u"--of"_s});
    return Scope{found->kind, key, found->kind == Scope::Kind::Clerk || found->kind == Scope::Kind::Department ? key : QString()};
}

base::Result<> ReportCommand::write(const reports::Report &report, const Engine &engine, const QString &folder) const
{
    const auto settings = base::readSettings(folder + "/hall.ini"_L1);
    if (!settings)
        return Fail(settings.error());
    base::HallSettings hall = *settings;
    hall.windowName = u"中心端"_s;
    const auto bytesFor = [&](const QString &file) -> base::Result<QByteArray> {
        if (file.endsWith(".csv"_L1, Qt::CaseInsensitive))
            return sheets::reportCsv(report);
        if (file.endsWith(".xlsx"_L1, Qt::CaseInsensitive))
            return sheets::reportBook(report);
        if (!file.endsWith(".pdf"_L1, Qt::CaseInsensitive))
            return Fail({Error::Kind::Settings, u"ends in none of .pdf, .xlsx, .csv"_s, file});
        const auto forms = papers::FormFolder::load(base::dataFolder() + "/forms"_L1);
        if (!forms)
            return Fail(forms.error());
        const QString code = people::signedReport(engine.key.signing(), papers::reportCodeText(report));
        return papers::dailyReport(*forms, hall, report, code).and_then([](const papers::Paper &paper) { return papers::Sheet(paper).pdf(); });
    };
    for (const std::string &name : m_files) {
        const QString file = QString::fromStdString(name);
        const base::Result<> written = bytesFor(file).and_then([&](const QByteArray &bytes) { return base::writeChosen(file, bytes); });
        if (!written)
            return written;
    }
    return {};
}

void ReportCommand::print(const reports::Report &report)
{
    m_out << report.span.words() << '\t' << report.state.words() << '\n';
    for (const reports::Term &term : reports::glossary())
        m_out << QLatin1StringView(term.id) << '\t' << term.chapter << '\t' << term.name << '\t' << reports::wordsOf(term.figure, reports::of(report.values, term.figure)) << '\n';
    for (const reports::Line &line : report.byHall)
        m_out << "hall:" << line.scope.key << '\t' << line.scope.name << '\t' << reports::wordsOf(reports::Figure::Filings, reports::of(line.values, reports::Figure::Filings)) << '\n';
}

int ReportCommand::obey(const Engine &engine, const QString &folder)
{
    const auto settings = base::readSettings(folder + "/hall.ini"_L1);
    const auto clocks = settings ? guides::clocksOf(*settings, {base::dataFolder() + "/calendars"_L1}) : base::Result<guides::Clocks>(Fail(settings.error()));
    const auto days = span(engine.clock.now().date());
    const auto whose = scope();
    if (!clocks || !days || !whose)
        return fail(!clocks ? clocks.error() : !days ? days.error() : whose.error());
    offices::GuideStand guides(engine, base::dataFolder() + "/pinyin/readings.tsv"_L1);
    const offices::CityReports desk({engine, guides, clocks->rules});
    const auto counted = desk.catchUp([this](int done) {
        m_err << "\rcounting cases that are new or changed: " << done;
        m_err.flush();
    });
    if (counted && *counted > 0)
        m_err << '\n';
    auto report = counted ? desk.report(*days, *whose) : base::Result<reports::Report>(Fail(counted.error()));
    if (!report)
        return fail(report.error());
    report->madeBy = u"中心端控制台"_s;
    if (const base::Result<> written = write(*report, engine, folder); !written)
        return fail(written.error());
    if (m_casesOf.empty()) {
        print(*report);
        return 0;
    }
    const auto term = std::ranges::find(reports::glossary(), m_casesOf, &reports::Term::id);
    if (term == reports::glossary().end())
        return fail({Error::Kind::Settings, u"is no figure of a report"_s, u"--cases"_s});
    const auto cases = desk.cases(*report, term->figure);
    if (!cases)
        return fail(cases.error());
    for (const auto &one : *cases)
        m_out << one.hall << '\t' << one.number << '\n';
    return 0;
}

int ReportCommand::fail(const Error &error)
{
    m_err << (error.place.isEmpty() ? error.detail : error.place + u": "_s + error.detail) << '\n';
    return error.kind == Error::Kind::Settings ? 2 : 1;
}

}
