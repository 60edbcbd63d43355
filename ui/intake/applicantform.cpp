#include "ui/intake/applicantform.h"

#include "ui/intake/fieldcell.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keybutton.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int narrowestCell = 172; ///< holds an identity number
constexpr int mostColumns = 4;

}

ApplicantForm::ApplicantForm(QWidget *parent)
    : StepCard(3, tr("Applicant"), QStringLiteral("F4"), parent), m_scroll(new QScrollArea(this)), m_page(new QWidget),
      m_grid(new QGridLayout(m_page)), m_empty(new QLabel(this)), m_card(new KeyButton(QStringLiteral("Ctrl+D"), tr("read card"), this)),
      m_agent(new KeyButton(QStringLiteral("Ctrl+J"), tr("agent"), this)),
      m_people(new KeyButton(QStringLiteral("Ctrl+L"), {}, this))
{
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::space(3));
    m_grid->setVerticalSpacing(theme::space(1));
    theme::dress(*m_empty, theme::Type::Body, theme::Colour::Muted);
    m_empty->setText(tr("Answer the situations first; the form shows what the items need."));
    m_empty->setWordWrap(true);
    addAside(m_card);
    addAside(m_agent);
    addAside(m_people);
    m_people->setVisible(false);
    connect(m_card, &KeyButton::clicked, this, &ApplicantForm::cardRequested);
    connect(m_agent, &KeyButton::clicked, this, &ApplicantForm::agentRequested);
    connect(m_people, &KeyButton::clicked, this, &ApplicantForm::peopleRequested);
    body()->addWidget(m_empty);
    body()->addWidget(m_scroll);
    setFocusPolicy(Qt::StrongFocus);
}

void ApplicantForm::show(const domain::Plan &plan, domain::Stage stage)
{
    const auto id = [](const domain::Plan::FieldLine &line) { return line.field.id; };
    const QList<domain::FormBlock> blocks = domain::formBlocks(plan);
    const bool sameFields = std::ranges::equal(m_lines, plan.fields, {}, id, id) && m_blocks == blocks;
    m_lines = plan.fields;
    m_blocks = blocks;
    if (!sameFields)
        remake(plan.fields);
    for (int i = 0; i < m_cells.size(); ++i) {
        m_cells[i]->show(m_lines[i]);
        m_cells[i]->setReadOnly(stage != domain::Stage::Intake);
    }
    showPeople(plan);
    const auto open = std::ranges::count_if(m_lines, [](const auto &l) { return l.fault != domain::FieldFault::None; });
    if (m_lines.isEmpty())
        setState(State::Waiting, tr("nothing asked yet"));
    else
        setState(open > 0 ? State::Open : State::Done, open > 0 ? tr("%n open", nullptr, int(open)) : tr("done"));
    m_empty->setVisible(m_lines.isEmpty());
    m_scroll->setVisible(!m_lines.isEmpty());
    fitHeight();
}

void ApplicantForm::showPeople(const domain::Plan &plan)
{
    QStringList lists;
    for (const domain::Plan::RosterLine &line : plan.rosters)
        lists << tr("%1 %n", nullptr, int(line.people.size())).arg(line.roster.title);
    m_people->setText(lists.join(QStringLiteral(" / ")));
    m_people->setVisible(!lists.isEmpty());
    m_agent->setText(plan.agentActs ? tr("without an agent") : tr("an agent acts"));
    m_agent->setVisible(!plan.fields.isEmpty());
    m_card->setVisible(!plan.fields.isEmpty());
}

void ApplicantForm::takeFocus(const QString &field)
{
    FieldCell *target = cell(field);
    const auto open = std::ranges::find_if(m_lines, [](const auto &l) { return l.fault != domain::FieldFault::None; });
    if (!target && open != m_lines.end())
        target = m_cells[open - m_lines.begin()];
    if (!target && !m_cells.isEmpty())
        target = m_cells.front();
    if (target)
        focus(target);
    else
        setFocus(Qt::ShortcutFocusReason);
}

void ApplicantForm::flush()
{
    for (FieldCell *cell : std::as_const(m_cells))
        cell->flush();
}

void ApplicantForm::setMostHeight(int height)
{
    m_mostHeight = height;
    fitHeight();
}

QWidget *ApplicantForm::editor(const QString &field) const
{
    const FieldCell *found = cell(field);
    return found ? found->editor() : nullptr;
}

QString ApplicantForm::fieldUnderCursor() const
{
    const auto it = std::ranges::find_if(m_cells, [](const FieldCell *cell) { return cell->editor()->hasFocus(); });
    return it == m_cells.end() ? QString() : (*it)->fieldId();
}

QString ApplicantForm::faultText(const QString &field) const
{
    const FieldCell *found = cell(field);
    return found ? found->faultText() : QString();
}

void ApplicantForm::resizeEvent(QResizeEvent *event)
{
    StepCard::resizeEvent(event);
    arrange();
    fitHeight();
}

FieldCell *ApplicantForm::cell(const QString &field) const
{
    const auto it = std::ranges::find_if(m_cells, [&](const FieldCell *cell) { return cell->fieldId() == field; });
    return it == m_cells.end() ? nullptr : *it;
}

void ApplicantForm::remake(const QList<domain::Plan::FieldLine> &lines)
{
    QList<FieldCell *> old = std::exchange(m_cells, {});
    for (const domain::Plan::FieldLine &line : lines) {
        const auto it = std::ranges::find_if(old, [&](const FieldCell *c) { return c->fieldId() == line.field.id; });
        m_cells << (it == old.end() ? make(line) : *it);
        if (it != old.end())
            old.erase(it);
    }
    for (FieldCell *cell : std::as_const(old)) {
        cell->setVisible(false);
        cell->deleteLater();
    }
    remakeHeadings();
    m_columns = 0;
    arrange();
}

void ApplicantForm::remakeHeadings()
{
    qDeleteAll(std::exchange(m_headings, {}));
    for (const domain::FormBlock &block : std::as_const(m_blocks)) {
        auto *heading = new QLabel(block.title.isEmpty() ? words::name(block.role) : block.title, m_page);
        theme::dress(*heading, theme::Type::Strong);
        heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        heading->setToolTip(heading->text());
        heading->setVisible(m_blocks.size() > 1); // the step says itself whom a single block is about
        m_headings << heading;
    }
}

FieldCell *ApplicantForm::make(const domain::Plan::FieldLine &line)
{
    auto *cell = new FieldCell(line, m_page);
    connect(cell, &FieldCell::given, this, [this](const QString &field, const QString &value) {
        clearRefusal();
        emit wanted(domain::EnterField{field, value});
    });
    connect(cell, &FieldCell::passed, this, [this, cell] {
        cell->flush();
        goOn(cell);
    });
    return cell;
}

void ApplicantForm::arrange()
{
    const int columns = std::clamp(m_scroll->viewport()->width() / narrowestCell, 1, mostColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    GridPlace next;
    for (qsizetype i = 0; i < m_blocks.size(); ++i)
        place(m_blocks[i], m_headings[i], next);
    for (int i = 0; i < mostColumns; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    for (int i = 1; i < m_cells.size(); ++i)
        setTabOrder(m_cells[i - 1]->editor(), m_cells[i]->editor());
}

/// A block stands beside the one before when both are no more than one row.
void ApplicantForm::place(const domain::FormBlock &block, QLabel *heading, GridPlace &place)
{
    const auto width = [this](const FieldCell *field) { return field->isWide() ? qMin(2, m_columns) : 1; };
    int wanted = 0;
    for (const QString &field : block.fields)
        wanted += width(cell(field));
    const bool besideOneRow = place.end == place.row + 2;
    if (place.column > 0 && (!besideOneRow || place.column + wanted > m_columns))
        place = {place.end, 0, place.end};
    m_grid->addWidget(heading, place.row, place.column, 1, qMin(wanted, m_columns - place.column));
    int row = place.row + 1;
    for (const QString &field : block.fields) {
        const int span = width(cell(field));
        if (place.column + span > m_columns) {
            ++row;
            place.column = 0;
        }
        m_grid->addWidget(cell(field), row, place.column, 1, span);
        place.column += span;
    }
    place.end = row + 1;
}

void ApplicantForm::fitHeight()
{
    const int wanted = m_page->hasHeightForWidth() ? m_page->heightForWidth(m_scroll->viewport()->width())
                                                   : m_page->sizeHint().height();
    m_scroll->setFixedHeight(std::clamp(wanted, theme::space(10), qMax(m_mostHeight, theme::space(10))));
}

void ApplicantForm::goOn(const FieldCell *from)
{
    const qsizetype next = m_cells.indexOf(from) + 1;
    if (next < m_cells.size())
        focus(m_cells[next]);
    else
        emit passed();
}

void ApplicantForm::focus(FieldCell *cell)
{
    cell->editor()->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(cell, 0, theme::space(6)); // with the heading above
}
