#include "core/papers/reportpaper.h"

#include "core/papers/paperfacts.h"
#include "core/reports/glossary.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace papers {

using namespace Qt::StringLiterals;
using reports::Figure;
using reports::Line;
using reports::Report;
using reports::Scope;
using reports::Span;

namespace {

constexpr qsizetype mostLines = 40; // of one table; the files have all
constexpr qsizetype hashLetters = 16;

QString reportTitle(Span::Kind kind)
{
    switch (kind) {
    case Span::Kind::Day:
        return u"办件日报"_s;
    case Span::Kind::Week:
        return u"办件周报"_s;
    case Span::Kind::Month:
        return u"办件月报"_s;
    case Span::Kind::Year:
        return u"办件年报"_s;
    case Span::Kind::Any:
        break;
    }
    return u"办件统计表"_s;
}

QString scopeWords(const Scope &scope, const QString &hall)
{
    const QString name = scope.name.isEmpty() ? scope.key : scope.name;
    switch (scope.kind) {
    case Scope::Kind::Hall:
        return (name.isEmpty() ? hall : name) + u"（全部窗口）"_s;
    case Scope::Kind::Window:
        return u"窗口：%1"_s.arg(name);
    case Scope::Kind::Clerk:
        return u"人员：%1"_s.arg(name);
    case Scope::Kind::Matter:
        return u"一件事：%1"_s.arg(name);
    case Scope::Kind::Department:
        return u"部门：%1"_s.arg(name);
    case Scope::Kind::City:
        break;
    }
    return u"全部大厅"_s;
}

QString valueWords(const reports::Values &values, Figure figure)
{
    return reports::wordsOf(figure, reports::of(values, figure));
}

/// The chapters with their figures; a comparison that there is none of stays empty.
QJsonArray chaptersOf(const Report &report)
{
    QJsonArray chapters, rows;
    QString chapter;
    const auto close = [&] {
        if (!rows.isEmpty())
            chapters.append(QJsonObject{{u"chapter"_s, chapter}, {u"figures"_s, rows}});
        rows = {};
    };
    for (const reports::Term &term : reports::glossary()) {
        if (term.chapter != chapter)
            close();
        chapter = term.chapter;
        const reports::Value &value = reports::of(report.values, term.figure);
        const auto change = [&](qsizetype which) {
            return which < report.compared.size()
                ? reports::changeOf(term.figure, value, reports::of(report.compared[which].second, term.figure))
                : QString();
        };
        const bool isBreach = term.mustBeZero && value.known && value.number > 0;
        rows.append(QJsonObject{{u"name"_s, term.name},
                                {u"value"_s, reports::wordsOf(term.figure, value)},
                                {u"unit"_s, term.measure == reports::Measure::Minutes ? QString() : term.unit},
                                {u"first"_s, change(0)},
                                {u"second"_s, change(1)},
                                {u"breach"_s, isBreach}});
    }
    close();
    return chapters;
}

QJsonArray linesOf(const QList<Line> &lines)
{
    QJsonArray rows;
    for (const Line &line : lines.mid(0, mostLines)) {
        const auto words = [&](Figure figure) { return valueWords(line.values, figure); };
        rows.append(QJsonObject{{u"name"_s, line.scope.name.isEmpty() ? u"（无名称）"_s : line.scope.name},
                                {u"filings"_s, words(Figure::Filings)},
                                {u"accepted"_s, words(Figure::Acceptances)},
                                {u"refused"_s, words(Figure::Refusals)},
                                {u"decided"_s, words(Figure::Decisions)},
                                {u"late"_s, QString::number(reports::of(line.values, Figure::LateDecisions).number)},
                                {u"open"_s, words(Figure::Open)},
                                {u"overdue"_s, QString::number(reports::of(line.values, Figure::OpenOverdue).number)},
                                {u"delivered"_s, words(Figure::Deliveries)},
                                {u"notices"_s, words(Figure::FirstNotices)},
                                {u"saved"_s, words(Figure::VisitsSaved)}});
    }
    return rows;
}

QJsonArray trendOf(const Report &report)
{
    QJsonArray days;
    for (const auto &[day, values] : report.trend) {
        days.append(QJsonObject{{u"day"_s, day.toString(u"M月d日"_s)},
                                {u"filings"_s, valueWords(values, Figure::Filings)},
                                {u"accepted"_s, valueWords(values, Figure::Acceptances)},
                                {u"decided"_s, valueWords(values, Figure::Decisions)},
                                {u"late"_s, QString::number(reports::of(values, Figure::LateDecisions).number)},
                                {u"open"_s, valueWords(values, Figure::Open)},
                                {u"overdue"_s, QString::number(reports::of(values, Figure::OpenOverdue).number)},
                                {u"delivered"_s, valueWords(values, Figure::Deliveries)}});
    }
    return days;
}

/// Hours in which anything was filed or handed over.
QJsonArray hoursOf(const Report &report)
{
    QJsonArray hours;
    for (size_t hour = 0; hour < report.filingsByHour.size(); ++hour) {
        const int filings = report.filingsByHour[hour], deliveries = report.deliveriesByHour[hour];
        if (filings + deliveries > 0)
            hours.append(QJsonObject{{u"hour"_s, u"%1:00—%2:00"_s.arg(hour).arg(hour + 1)},
                                     {u"filings"_s, QString::number(filings)},
                                     {u"deliveries"_s, QString::number(deliveries)}});
    }
    return hours;
}

QJsonArray agesOf(const Report &report)
{
    QJsonArray ages;
    for (size_t i = 0; i < report.ages.size(); ++i) {
        const QString from = i == 0 ? u"0"_s : QString::number(reports::ageBounds[i - 1]);
        const QString words = i < reports::ageBounds.size() ? u"%1天以上、不满%2天"_s.arg(from).arg(reports::ageBounds[i]) : u"%1天以上"_s.arg(from);
        ages.append(QJsonObject{{u"age"_s, i == 0 ? u"不满1天"_s : words}, {u"count"_s, QString::number(report.ages[i])}});
    }
    return ages;
}

QJsonArray reasonsOf(const QList<reports::Reason> &reasons)
{
    QJsonArray rows;
    for (const reports::Reason &reason : reasons.mid(0, mostLines))
        rows.append(QJsonObject{{u"reason"_s, reason.words.isEmpty() ? u"（未写明）"_s : reason.words}, {u"count"_s, QString::number(reason.count)}});
    return rows;
}

QJsonArray termsOf()
{
    QJsonArray rows;
    for (const reports::Term &term : reports::glossary())
        rows.append(QJsonObject{{u"name"_s, term.name}, {u"definition"_s, term.definition}, {u"source"_s, term.source}});
    return rows;
}

QString codeLetter(Scope::Kind kind)
{
    static const QString letters = u"HWCMDA"_s;
    return letters.mid(int(kind), 1);
}

}

QString reportCodeText(const Report &report)
{
    QByteArray all;
    for (const reports::Value &value : report.values)
        all += QByteArray::number(value.number) + '/' + QByteArray::number(value.whole) + (value.known ? ' ' : '?');
    all += report.scope.key.toUtf8();
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex().left(hashLetters)).toUpper();
    const auto number = [&](Figure figure) { return reports::of(report.values, figure).number; };
    return u"YICHUANG:R/%1-%2/%3/%4/%5-%6-%7-%8/%9"_s.arg(report.span.from.toString(u"yyyyMMdd"_s), report.span.to.toString(u"yyyyMMdd"_s),
                                                         codeLetter(report.scope.kind), report.madeAt.toUTC().toString(u"yyyyMMddHHmmss"_s))
        .arg(number(Figure::Filings)).arg(number(Figure::Acceptances)).arg(number(Figure::Decisions)).arg(number(Figure::Deliveries)).arg(hash);
}

base::Result<Paper> dailyReport(const FormFolder &forms, const base::HallSettings &hall, const Report &report, const QString &code,
                                const QList<QImage> &charts)
{
    const auto relation = [&](qsizetype which) {
        return which < report.compared.size() ? u"比"_s + report.span.relation(report.compared[which].first) : QString();
    };
    QJsonObject facts{{u"reportTitle"_s, reportTitle(report.span.kind)},
                      {u"span"_s, report.span.words()},
                      {u"scope"_s, scopeWords(report.scope, hall.hallName)},
                      {u"state"_s, report.state.words()},
                      {u"madeAt"_s, report.madeAt.toString(u"yyyy年M月d日 HH:mm"_s)},
                      {u"madeBy"_s, report.madeBy},
                      {u"firstRelation"_s, relation(0)},
                      {u"secondRelation"_s, relation(1)},
                      {u"twoRelations"_s, report.compared.size() > 1},
                      {u"chapters"_s, chaptersOf(report)},
                      {u"halls"_s, linesOf(report.byHall)},
                      {u"matters"_s, linesOf(report.byMatter)},
                      {u"departments"_s, linesOf(report.byDepartment)},
                      {u"windows"_s, linesOf(report.byWindow)},
                      {u"clerks"_s, linesOf(report.byClerk)},
                      {u"trend"_s, trendOf(report)},
                      {u"hours"_s, hoursOf(report)},
                      {u"ages"_s, agesOf(report)},
                      {u"refusals"_s, reasonsOf(report.refusalReasons)},
                      {u"withdrawals"_s, reasonsOf(report.withdrawalReasons)},
                      {u"terms"_s, termsOf()},
                      {u"reportCode"_s, code}};
    addHall(facts, hall);
    return filled(forms, u"daily-report"_s, facts).map([&](Paper paper) {
        paper.illustrate(charts);
        return paper;
    });
}

}
