#include "ui/issuance/shelfpane.h"

#include "core/domain/casenumber.h"
#include "ui/issuance/shelfdelegate.h"
#include "ui/issuance/shelfface.h"
#include "ui/issuance/shelfmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedLayout>

using namespace Qt::StringLiterals;
using desk::ShelfEntry;
using desk::ShelfKind;

namespace {

constexpr int longestShown = 40;
constexpr int mostTogether = 500; ///< results of an act without marks

/// What was typed or scanned, as people read it.
QString shownCode(const QString &typed)
{
    const auto number = domain::readCaseNumber(typed);
    return number ? domain::groupedNumber(number->text()) : typed.left(longestShown);
}

}

ShelfPane::ShelfPane(const desk::ShelfList &shelf, QWidget *parent) :
    QWidget(parent), m_shelf(shelf), m_model(new ShelfModel(shelf, this)), m_view(new QListView(this)),
    m_head(new SectionHeader(QString(), this)), m_empty(new EmptyState(u"shelf"_s, QString(), QString(), this)),
    m_stack(new QStackedLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(3));
    layout->addWidget(buildKinds());
    layout->addWidget(buildList(), 1);
}

QWidget *ShelfPane::buildKinds()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(2));
    for (int i = 0; i < desk::shelfKinds; ++i) {
        auto *button = new QPushButton(row);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, [this, i] { chooseKind(ShelfKind(i)); });
        m_kinds << button;
        layout->addWidget(button);
    }
    layout->addStretch(1);
    return row;
}

QWidget *ShelfPane::buildList()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ShelfDelegate(m_view));
    m_view->setAccessibleName(tr("Results"));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShelfPane::currentChanged);
    connect(m_view, &QListView::doubleClicked, this, &ShelfPane::activated);
    connect(m_model, &ShelfModel::rowsInserted, this, &ShelfPane::showState);
    auto *card = new Card(this);
    card->body()->setContentsMargins(1, theme::space(3), 1, 1);
    card->body()->setSpacing(0);
    m_head->setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(2));
    card->body()->addWidget(m_head);
    card->body()->addWidget(hairline(card));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    card->body()->addLayout(m_stack, 1);
    return card;
}

void ShelfPane::chooseKind(ShelfKind kind)
{
    m_kind = kind;
    leaveFound();
    m_view->scrollToTop();
}

void ShelfPane::stepKind(int parts)
{
    chooseKind(ShelfKind(qBound(0, int(m_kind) + parts, desk::shelfKinds - 1)));
}

base::Result<> ShelfPane::find(const QString &typed)
{
    return m_shelf.find(typed).map([&](const desk::ShelfFinding &found) {
        m_searched = typed;
        m_finished = found.finished.value(0);
        m_model->show(found.lines);
        showCounts();
        showState();
        m_view->setCurrentIndex({});
        step(0);
        emit currentChanged();
    });
}

void ShelfPane::leaveFound()
{
    m_searched.clear();
    m_finished.clear();
    m_view->setCurrentIndex({});
    refresh();
}

void ShelfPane::refresh()
{
    const int row = m_view->currentIndex().row();
    const auto chosen = current() ? std::optional(*current()) : std::nullopt;
    const int scrolled = m_view->verticalScrollBar()->value();
    if (const auto found = m_searched.isEmpty() ? base::Result<desk::ShelfFinding>() : m_shelf.find(m_searched); m_searched.isEmpty()) {
        m_model->read(m_kind, row + 1);
    } else if (found) {
        m_model->show(found->lines);
        m_finished = found->finished.value(0);
    }
    const int again = chosen ? m_model->rowOf(*chosen) : 0;
    const int wanted = again < 0 ? qMin(row, m_model->rowCount() - 1) : again;
    showCounts();
    showState();
    if (chosen)
        m_view->verticalScrollBar()->setValue(scrolled);
    if (wanted >= 0 && wanted < m_model->rowCount()) {
        const QSignalBlocker once(this); // of one reading one signal
        m_view->setCurrentIndex(m_model->index(wanted));
    }
    emit currentChanged();
}

void ShelfPane::step(int rows)
{
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(qBound(0, m_view->currentIndex().row() + rows, m_model->rowCount() - 1)));
}

const ShelfEntry *ShelfPane::current() const
{
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->line(row) : nullptr;
}

void ShelfPane::toggleMark()
{
    m_model->toggleMark(m_view->currentIndex().row());
    showState();
}

void ShelfPane::clearMarks()
{
    m_model->clearMarks();
    showState();
}

QList<ShelfEntry> ShelfPane::marked() const
{
    return m_model->marked();
}

QStringList ShelfPane::casesWanted()
{
    while (marked().isEmpty() && m_model->rowCount() < mostTogether && m_model->canFetchMore({}))
        m_model->fetchMore({});
    QStringList ids;
    for (const ShelfEntry &entry : marked())
        ids << entry.caseId;
    for (int row = 0; marked().isEmpty() && row < m_model->rowCount(); ++row)
        ids << m_model->line(row).caseId;
    ids.removeDuplicates();
    return ids;
}

void ShelfPane::showCounts()
{
    m_counts = m_shelf.counts().value_or(desk::ShelfTally{});
    for (int i = 0; i < desk::shelfKinds; ++i) {
        m_kinds[i]->setText(nameOf(ShelfKind(i)) + u' ' + QString::number(m_counts[size_t(i)]));
        m_kinds[i]->setChecked(m_searched.isEmpty() && m_kind == ShelfKind(i));
    }
}

/// Icon, sentence and what to do.
QStringList ShelfPane::emptyWords() const
{
    if (m_model->fault())
        return {u"warning"_s, words::sentence(*m_model->fault()), m_model->fault()->detail};
    if (!m_finished.isEmpty())
        return {u"check"_s, tr("Nothing of this case is on the shelf"),
                tr("It is not decided yet, or everything was handed over and proven. Ctrl+Enter opens the case.")};
    if (!m_searched.isEmpty())
        return {u"search"_s, tr("No result here has “%1”").arg(shownCode(m_searched)),
                tr("Check it character by character, or find the case by name or phone. Esc shows the list.")};
    if (m_kind != ShelfKind::All)
        return {u"check"_s, tr("Nothing in this part of the list"), tr("Press Esc to see all results.")};
    return {u"shelf"_s, tr("No result is expected or waits"),
            tr("What the departments decide appears here by itself; its arrival is recorded with F2.")};
}

void ShelfPane::showState()
{
    const int rows = m_model->rowCount();
    m_head->setTitle(m_searched.isEmpty() ? nameOf(m_kind) : tr("Found for “%1”").arg(shownCode(m_searched)));
    QStringList caption{m_model->isWhole() ? tr("%n result(s)", nullptr, rows) : tr("the first %n result(s)", nullptr, rows)};
    if (!m_model->marked().isEmpty())
        caption << tr("%n marked", nullptr, int(m_model->marked().size()));
    m_head->setCaption(caption.join(u"  ·  "_s));
    const QStringList empty = emptyWords();
    m_empty->setTexts(empty[0], empty[1], empty[2]);
    m_stack->setCurrentWidget(rows > 0 ? static_cast<QWidget *>(m_view) : m_empty);
}
