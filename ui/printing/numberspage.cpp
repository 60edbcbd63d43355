#include "ui/printing/numberspage.h"

#include "core/desk/numberleases.h"
#include "ui/printing/leasewords.h"
#include "ui/printing/numbersmodel.h"
#include "ui/printing/reasonbar.h"
#include "ui/printing/seriesmodel.h"
#include "ui/printing/tablelook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;
using Level = InlineMessage::Level;

NumbersPage::NumbersPage(desk::PaperNumbers &numbers, desk::NumberLeases *leases, QWidget *parent)
    : QWidget(parent), m_numbers(numbers), m_leases(leases), m_source(new QLabel(this)), m_series(new SeriesModel(this)), m_lines(new NumbersModel(numbers, this)),
      m_head(new SectionHeader(QString(), this)), m_seriesTable(new QTableView(this)), m_linesTable(new QTableView(this)),
      m_empty(new EmptyState(u"list"_s, QString(), QString(), this)),
      m_void(new ReasonBar({tr("Paper was damaged"), tr("Given by mistake"), tr("Content was wrong"), tr("Decision was withdrawn")},
                           tr("void the number"), this)),
      m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner)), m_stack(new QStackedLayout)
{
    auto *title = new QLabel(tr("Legal numbers"), this);
    theme::dress(*title, theme::Type::Title);
    m_seriesTable->setModel(m_series);
    m_linesTable->setModel(m_lines);
    m_seriesTable->setAccessibleName(tr("Series of legal numbers"));
    m_linesTable->setAccessibleName(tr("Numbers of one series"));
    const auto wide = [](std::initializer_list<int> steps) {
        QList<int> widths;
        for (const int step : steps)
            widths << theme::space(step);
        return widths;
    };
    dressTable(*m_seriesTable, wide({60, 34, 22, 28, 22, 22, 26, 26, 50}), SeriesModel::Paper);
    dressTable(*m_linesTable, wide({48, 58, 60, 26, 35, 60}), NumbersModel::Matter);
    for (QWidget *part : std::initializer_list<QWidget *>{m_seriesTable, m_linesTable, m_empty})
        part->installEventFilter(this);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    m_source->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(m_source);
    layout->addWidget(m_message);
    layout->addWidget(buildCard(), 1);
    layout->addWidget(buildKeys());
    connect(m_void, &ReasonBar::given, this, &NumbersPage::voidNumber);
    connect(m_void, &ReasonBar::dropped, this, [this] { m_linesTable->setFocus(); });
    connect(m_lines, &QAbstractItemModel::rowsInserted, this, &NumbersPage::showState);
    connect(m_seriesTable, &QTableView::doubleClicked, this, &NumbersPage::openSeries);
    if (m_leases) {
        connect(m_leases, &desk::NumberLeases::changed, this, [this] {
            if (isVisible())
                refresh();
        });
    }
    refresh();
}

QWidget *NumbersPage::buildCard()
{
    auto *card = new Card(this);
    card->body()->setContentsMargins(1, theme::space(3), 1, 1);
    m_head->setContentsMargins(theme::space(4), 0, theme::space(4), 0);
    card->body()->addWidget(m_head);
    card->body()->addWidget(m_void);
    m_stack->addWidget(m_seriesTable);
    m_stack->addWidget(m_linesTable);
    m_stack->addWidget(m_empty);
    card->body()->addLayout(m_stack, 1);
    return card;
}

QWidget *NumbersPage::buildKeys()
{
    auto *both = new QWidget(this);
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    m_seriesKeys = keyLine({{u"Enter"_s, tr("open the series")},
                            {u"↑ / ↓"_s, tr("choose")},
                            {u"S"_s, tr("save the list")},
                            {u"F5"_s, tr("read again")},
                            {u"Esc"_s, tr("back to the queue")}},
                           both);
    m_linesKeys = keyLine({{u"Enter"_s, tr("open the case")},
                           {u"↑ / ↓"_s, tr("choose")},
                           {u"V"_s, tr("void the number")},
                           {u"S"_s, tr("save the list")},
                           {u"Esc"_s, tr("back to the series")}},
                          both);
    layout->addWidget(m_seriesKeys);
    layout->addWidget(m_linesKeys);
    return both;
}

const desk::SeriesLine *NumbersPage::currentSeries() const
{
    const int row = m_seriesTable->currentIndex().row();
    return row >= 0 && row < m_series->rowCount() ? &m_series->line(row) : nullptr;
}

const desk::NumberLine *NumbersPage::currentNumber() const
{
    const int row = m_linesTable->currentIndex().row();
    return row >= 0 && row < m_lines->rowCount() ? &m_lines->line(row) : nullptr;
}

/// Reads again what is seen; what was chosen stays chosen.
void NumbersPage::refresh()
{
    const auto series = m_numbers.series();
    m_fault = series ? std::nullopt : std::optional(series.error());
    m_series->show(series.value_or(QList<desk::SeriesLine>()));
    const int chosen = m_series->rowOf(m_chosen);
    m_seriesTable->setCurrentIndex(m_series->index(qMax(0, chosen), 0));
    if (isInside() && chosen < 0)
        m_isInside = false;
    if (isInside()) {
        const int row = m_linesTable->currentIndex().row();
        m_lines->read(m_series->line(chosen), row + 1);
        m_linesTable->setCurrentIndex(m_lines->index(qBound(0, row, m_lines->rowCount() - 1), 0));
    }
    showState();
}

/// Where the numbers come from; what is wrong with that stands out.
void NumbersPage::showSource()
{
    const leasewords::Source source = leasewords::source(m_leases ? m_leases->state() : desk::NumberLeases::State());
    m_source->setText(source.text);
    theme::dress(*m_source, theme::Type::Body, source.isTrouble ? theme::Colour::Warn : theme::Colour::Muted);
}

void NumbersPage::openSeries()
{
    const desk::SeriesLine *line = currentSeries();
    if (!line)
        return;
    m_chosen = line->series;
    m_isInside = true;
    m_message->dismiss();
    m_lines->read(*line);
    m_linesTable->setCurrentIndex(m_lines->index(0, 0));
    showState();
}

void NumbersPage::leaveSeries()
{
    m_isInside = false;
    refresh();
}

void NumbersPage::showState()
{
    showSource();
    const int rows = isInside() ? m_lines->rowCount() : m_series->rowCount();
    m_head->setTitle(isInside() ? nameOf(m_chosen) + u" · "_s + m_chosen.organ + u" · "_s + QString::number(m_chosen.year)
                                : tr("All series"));
    QString caption = isInside() || rows == 0 ? QString() : tr("%n series", nullptr, rows);
    if (const desk::SeriesLine *line = currentSeries(); line && isInside()) {
        caption = tr("%1 given, %2 voided, %3").arg(QString::number(line->given), QString::number(line->voided), faceOf(*line).text);
        if (!line->unused.isEmpty())
            caption += u"  ·  "_s + tr("never given: %1").arg(leasewords::ranges(line->unused));
    } else if (const int troubled = m_series->troubled(); troubled > 0) {
        caption += u"  ·  "_s + tr("%n want(s) attention", nullptr, troubled);
    }
    m_head->setCaption(caption);
    showEmptyWords();
    QWidget *const part = rows == 0 ? static_cast<QWidget *>(m_empty) : isInside() ? m_linesTable : m_seriesTable;
    const bool hadKeys = m_seriesTable->hasFocus() || m_linesTable->hasFocus() || m_empty->hasFocus();
    m_stack->setCurrentWidget(part);
    setFocusProxy(part);
    if (hadKeys)
        part->setFocus();
    m_seriesKeys->setVisible(!isInside());
    m_linesKeys->setVisible(isInside());
}

void NumbersPage::showEmptyWords()
{
    const std::optional<base::Error> &fault = isInside() ? m_lines->fault() : m_fault;
    if (fault)
        m_empty->setTexts(u"warning"_s, words::sentence(*fault), fault->detail);
    else if (isInside())
        m_empty->setTexts(u"list"_s, tr("No number of this series was given yet"), tr("The first is given with the first print."));
    else
        m_empty->setTexts(u"list"_s, tr("No legal number was given yet"),
                          tr("Numbers are given with the first print of an acceptance notice or a refusal decision. Which ones this "
                             "window may give stands in forms/numbers.json of the profile, or a hub leases them."));
}

void NumbersPage::askToVoid()
{
    const desk::NumberLine *line = currentNumber();
    if (!line || line->isGap || line->voidedAt.isValid()) {
        m_message->tell(Level::Info, tr("Only a number that stands can be voided."));
        return;
    }
    m_message->tell(Level::Warning, tr("A voided number is never given again."),
                    tr("The paper that is out is void with it: take it back. Printed again, it gets a new number."));
    m_void->ask(tr("Why is %1 voided?").arg(line->text));
}

void NumbersPage::voidNumber()
{
    const desk::NumberLine *line = currentNumber();
    m_linesTable->setFocus();
    if (!line)
        return;
    const QString text = line->text;
    const desk::Done done = m_numbers.voidNumber(*line, m_void->reason());
    if (!done) {
        const desk::Undone &undone = done.error();
        m_message->tell(Level::Warning, undone.error ? words::sentence(*undone.error) : words::sentence(undone.refusals.value(0)),
                        undone.error ? words::detail(*undone.error) : QString());
        return;
    }
    refresh();
    m_message->tell(Level::Done, tr("%1 was voided.").arg(text), tr("Its paper gets a new number when it is printed again."));
}

base::Result<QList<QStringList>> NumbersPage::rowsToSave() const
{
    QList<QStringList> rows;
    if (!isInside()) {
        for (int row = 0; row < m_series->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < SeriesModel::State; ++column)
                cells << m_series->index(row, column).data().toString();
            rows << cells + QStringList{faceOf(m_series->line(row)).text};
        }
        return rows;
    }
    return m_numbers.page(*currentSeries(), 0, std::numeric_limits<int>::max()).map([&](const QList<desk::NumberLine> &lines) {
        for (const desk::NumberLine &line : lines)
            rows << NumbersModel::cellsOf(line);
        return rows;
    });
}

void NumbersPage::saveTo(const QString &file)
{
    QStringList headings = m_lines->headings();
    if (!isInside()) {
        headings.clear();
        for (int column = 0; column < SeriesModel::Columns; ++column)
            headings << m_series->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    const base::Result<> saved = rowsToSave().and_then(
        [&](const QList<QStringList> &rows) { return m_numbers.save(file, tr("Legal numbers"), headings, rows); });
    if (saved)
        m_message->tell(Level::Done, tr("The list was saved."), QDir::toNativeSeparators(file));
    else
        m_message->tell(Level::Warning, words::sentence(saved.error()), saved.error().detail);
}

bool NumbersPage::take(const QKeyEvent &press)
{
    if (press.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    switch (press.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isInside())
            openSeries();
        else if (const desk::NumberLine *line = currentNumber(); line && !line->caseId.isEmpty())
            emit openRequested(line->caseId);
        return true;
    case Qt::Key_V:
        if (isInside())
            askToVoid();
        return true;
    case Qt::Key_S:
        if (m_series->rowCount() > 0)
            emit saveRequested(isInside() ? m_chosen.organ + u'-' + nameOf(m_chosen) + u'-' + QString::number(m_chosen.year)
                                          : tr("legal-numbers"));
        return true;
    case Qt::Key_F5:
        if (m_leases)
            m_leases->look();
        refresh();
        return true;
    case Qt::Key_Escape:
        if (m_message->isVisible())
            m_message->dismiss();
        else if (isInside())
            leaveSeries();
        else
            emit leaveRequested();
        return true;
    default: return false;
    }
}

bool NumbersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && take(static_cast<const QKeyEvent &>(*event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void NumbersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}
