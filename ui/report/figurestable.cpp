#include "ui/report/figurestable.h"

#include "core/reports/glossary.h"
#include "ui/theme/theme.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;
using reports::Figure;
using reports::Report;
using reports::Term;

namespace {

enum Column { Name, Value, First, Second, Trend, Columns };
constexpr int steps = 8; ///< heights of a small bar
constexpr int barPixels = 9;
constexpr char16_t lowest = u'▁';

QTableWidgetItem *cell(const QString &text, theme::Colour colour = theme::Colour::Text, Qt::Alignment side = Qt::AlignRight)
{
    auto *item = new QTableWidgetItem(text);
    item->setForeground(theme::colour(colour));
    item->setTextAlignment(side | Qt::AlignVCenter);
    item->setToolTip(text);
    return item;
}

}

QString barsInARow(const QList<qint64> &days)
{
    const qint64 most = days.isEmpty() ? 0 : std::ranges::max(days);
    QString bars;
    for (const qint64 day : days)
        bars += day <= 0 ? u' ' : QChar(char16_t(lowest + std::min<qint64>(steps - 1, day * (steps - 1) / std::max<qint64>(1, most))));
    return bars;
}

FiguresTable::FiguresTable(QWidget *parent) : QTableWidget(0, Columns, parent)
{
    setAccessibleName(tr("Figures"));
    setHorizontalHeaderLabels({tr("Figure"), tr("Now"), {}, {}, tr("14 days")});
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(theme::space(7));
    setWordWrap(false);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void FiguresTable::show(const Report &report)
{
    const std::optional<Figure> chosen = figure();
    setRowCount(0);
    m_figures.clear();
    for (int i = 0; i < 2; ++i) {
        const bool isCompared = i < report.compared.size();
        setHorizontalHeaderItem(First + i, new QTableWidgetItem(isCompared ? report.span.relation(report.compared[i].first) : QString()));
        setColumnHidden(First + i, !isCompared);
    }
    QString chapter;
    for (const Term &term : reports::glossary()) {
        if (term.chapter != chapter)
            addChapter(term.chapter);
        chapter = term.chapter;
        addFigure(report, term.figure);
    }
    const qsizetype row = chosen ? m_figures.indexOf(int(*chosen)) : 1;
    setCurrentCell(int(std::max<qsizetype>(row, 1)), Name);
}

void FiguresTable::addChapter(const QString &name)
{
    const int row = rowCount();
    setRowCount(row + 1);
    m_figures << -1;
    auto *head = cell(name, theme::Colour::Muted, Qt::AlignLeft);
    head->setFont(theme::font(theme::Type::Strong));
    head->setFlags(Qt::ItemIsEnabled);
    setItem(row, Name, head);
    setSpan(row, Name, 1, Columns);
}

void FiguresTable::addFigure(const Report &report, Figure figure)
{
    const Term &term = reports::termOf(figure);
    const reports::Value &value = of(report.values, figure);
    const int row = rowCount();
    setRowCount(row + 1);
    m_figures << int(figure);
    const bool isBreach = term.mustBeZero && value.known && value.number > 0;
    const QString name = term.part ? u"　"_s + term.name : term.name;
    setItem(row, Name, cell(name, theme::Colour::Text, Qt::AlignLeft));
    setItem(row, Value, cell(reports::wordsOf(figure, value), isBreach ? theme::Colour::Bad : theme::Colour::Text));
    item(row, Value)->setFont(theme::font(theme::Type::Strong));
    for (int i = 0; i < 2 && i < report.compared.size(); ++i)
        setItem(row, First + i, cell(reports::changeOf(figure, value, of(report.compared[i].second, figure)), theme::Colour::Muted));
    QList<qint64> days;
    for (const auto &[day, values] : report.trend)
        days << (of(values, figure).known ? of(values, figure).number : -1);
    auto *bars = cell(barsInARow(days), theme::Colour::Muted, Qt::AlignLeft);
    QFont small = theme::font(theme::Type::Caption);
    small.setStretch(QFont::ExtraCondensed);
    small.setPixelSize(barPixels);
    bars->setFont(small);
    setItem(row, Trend, bars);
}

std::optional<Figure> FiguresTable::figure() const
{
    const int row = currentRow();
    if (row < 0 || row >= m_figures.size() || m_figures[row] < 0)
        return {};
    return Figure(m_figures[row]);
}
