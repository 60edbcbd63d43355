#include "ui/cases/casespage.h"

#include "core/domain/casenumber.h"
#include "ui/cases/casedelegate.h"
#include "ui/cases/casefilter.h"
#include "ui/cases/casesmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/section.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::StringLiterals;

CasesPage::CasesPage(const desk::CaseSearch &search, QWidget *parent) :
    QWidget(parent), m_search(search), m_model(new CasesModel(this)), m_found(new CasesModel(this)),
    m_filter(new CaseFilter(this)), m_header(new SectionHeader(tr("Unfinished cases"), this)),
    m_field(new SearchField(tr("Find a case"), tr("Number, ID number, phone, name, pinyin or matter"),
                            SearchField::Size::Normal, this)),
    m_all(new QPushButton(tr("Finished ones too"), this)), m_table(new QTableView(this)),
    m_empty(new EmptyState(u"list"_s, QString(), QString(), this)), m_assign(new AssignBar(this))
{
    m_filter->setSourceModel(m_model);
    buildTable();
    m_field->setMaxLength(200);
    m_field->setFixedWidth(theme::space(120));
    m_all->setCheckable(true);
    m_all->setToolTip(tr("Show filed and closed cases too (F4)"));
    auto *title = new QLabel(tr("Cases"), this);
    theme::dress(*title, theme::Type::Title);

    auto *top = new QHBoxLayout;
    top->addWidget(m_field);
    top->addWidget(m_all);
    top->addWidget(new KeyHint(u"F4"_s, this));
    top->addStretch(1);
    auto *card = new Card(this);
    card->body()->setContentsMargins(1, theme::space(3), 1, 1);
    m_header->setContentsMargins(theme::space(4), 0, theme::space(4), 0);
    card->body()->addWidget(m_header);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    card->body()->addLayout(m_stack, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addWidget(title);
    layout->addLayout(top);
    layout->addWidget(m_assign);
    layout->addWidget(card, 1);
    layout->addWidget(keyLine({{u"Enter"_s, tr("go on with the case")},
                               {u"↑ / ↓"_s, tr("choose")},
                               {u"F4"_s, tr("finished ones too")},
                               {u"Space"_s, tr("mark")},
                               {u"Ctrl+B"_s, tr("print papers together")},
                               {u"F8"_s, tr("give to a window")},
                               {u"Esc"_s, tr("clear the search")}},
                              this));
    setFocusProxy(m_field);

    auto *toggle = new QShortcut(Qt::Key_F4, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(toggle, &QShortcut::activated, m_all, &QPushButton::toggle);
    connect(m_all, &QPushButton::toggled, this, &CasesPage::lookAgain);
    connect(m_field, &QLineEdit::textChanged, this, &CasesPage::lookAgain);
    connect(&search, &desk::CaseSearch::completed, this, &CasesPage::renew);
    connect(m_field, &SearchField::stepRequested, this, &CasesPage::step);
    connect(m_field, &QLineEdit::returnPressed, this, &CasesPage::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &CasesPage::openCurrent);
    setUpMarks();
    lookAgain();
}

void CasesPage::setUpMarks()
{
    const auto key = [this](const QKeySequence &sequence, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(sequence, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_Insert, [this] { mark(); });
    key(Qt::Key_F8, [this] { beginAssigning(); });
    connect(m_assign, &AssignBar::given, this, &CasesPage::endAssigning);
    connect(m_assign, &AssignBar::dropped, m_field, [this] { m_field->setFocus(Qt::OtherFocusReason); });
    key(Qt::CTRL | Qt::Key_B, [this] { emit batchRequested(m_marks.orAll(casesShown())); });
    m_field->installEventFilter(this);
}

/// Marks the chosen case, or takes its mark away, and goes on.
void CasesPage::mark()
{
    const QString id = idAt(m_table->currentIndex().row());
    if (id.isEmpty())
        return;
    CaseMarks marks = m_marks;
    marks.toggle(id);
    setMarks(marks);
    step(1);
}

QStringList CasesPage::casesToAssign() const
{
    const QString chosen = idAt(m_table->currentIndex().row());
    return m_marks.orAll(chosen.isEmpty() ? QStringList() : QStringList{chosen});
}

void CasesPage::beginAssigning()
{
    if (const QStringList cases = casesToAssign(); m_windows && !cases.isEmpty())
        m_assign->ask(int(cases.size()), m_windows());
}

void CasesPage::endAssigning(const OtherWindow &window)
{
    m_field->setFocus(Qt::OtherFocusReason);
    emit assignRequested(casesToAssign(), window);
}

void CasesPage::setMarks(const CaseMarks &marks)
{
    m_marks = marks;
    m_model->setMarks(marks);
    m_found->setMarks(marks);
    showCaption();
}

QStringList CasesPage::casesShown() const
{
    QStringList ids;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        ids << idAt(row);
    return ids;
}

void CasesPage::buildTable()
{
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new CaseCellDelegate(m_table));
    m_table->setAccessibleName(tr("Cases"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(theme::space(10));
    QHeaderView *head = m_table->horizontalHeader();
    head->setHighlightSections(false);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setSectionsClickable(false);
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(CasesModel::Matter, QHeaderView::Stretch);
    m_table->setColumnWidth(CasesModel::Number, theme::space(72));
    m_table->setColumnWidth(CasesModel::Applicant, theme::space(44));
    m_table->setColumnWidth(CasesModel::Stage, theme::space(38));
    m_table->setColumnWidth(CasesModel::Window, theme::space(28));
    m_table->setColumnWidth(CasesModel::Changed, theme::space(36));
    m_table->setColumnWidth(CasesModel::Found, theme::space(28));
    m_table->installEventFilter(this);
}

void CasesPage::setOwnWindow(const QString &window)
{
    m_model->setOwnWindow(window);
    m_found->setOwnWindow(window);
    lookAgain();
}

void CasesPage::showCases(const QList<desk::CaseLine> &lines, const QDateTime &now)
{
    const QString current = idAt(m_table->currentIndex().row());
    m_now = now;
    m_model->show(lines, now);
    renewFrom(current);
}

void CasesPage::renew()
{
    renewFrom(idAt(m_table->currentIndex().row()));
}

void CasesPage::renewFrom(const QString &current)
{
    lookAgain();
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (idAt(row) == current)
            setCurrentRow(row);
    }
}

void CasesPage::lookAgain()
{
    const QString typed = m_field->text().simplified();
    const bool isSearch = !typed.isEmpty();
    if (isSearch)
        m_found->showFound(foundCases(m_search.find(typed), m_model->lines(), typed), m_now);
    CasesModel *const shown = isSearch ? m_found : m_model;
    if (m_filter->sourceModel() != shown)
        m_filter->setSourceModel(shown);
    m_filter->setAll(isSearch || m_all->isChecked());
    m_table->setColumnHidden(CasesModel::Found, !isSearch);
    m_table->setColumnHidden(CasesModel::Window, !shown->hasOtherWindows());
    const int rows = m_filter->rowCount();
    m_header->setTitle(isSearch ? tr("Found in all cases") : m_filter->all() ? tr("All cases") : tr("Unfinished cases"));
    showCaption();
    showEmptyWords();
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    setCurrentRow(0);
}

void CasesPage::showCaption()
{
    QStringList caption;
    if (const int rows = m_filter->rowCount(); rows > 0)
        caption << tr("%n case(s)", nullptr, rows);
    if (!m_marks.isEmpty())
        caption << tr("%n marked", nullptr, m_marks.count());
    if (!m_field->text().simplified().isEmpty() && !m_search.isComplete())
        caption << tr("older cases are still being read, more may follow");
    m_header->setCaption(caption.join(u"  ·  "_s));
}

void CasesPage::showEmptyWords()
{
    if (!m_field->text().isEmpty())
        m_empty->setTexts(u"search"_s, tr("No case fits “%1”").arg(m_field->text()),
                          tr("Type four digits of a case, ID or phone number, a name, its initials, or a matter."));
    else if (m_model->rowCount() == 0)
        m_empty->setTexts(u"list"_s, tr("There is no case yet"), tr("Press Ctrl+1 and choose a matter."));
    else
        m_empty->setTexts(u"check"_s, tr("Nothing is unfinished"), tr("Press F4 to see the filed cases."));
}

QString CasesPage::idAt(int row) const
{
    return m_filter->index(row, 0).data(CasesModel::LineRole).value<desk::CaseLine>().id;
}

void CasesPage::setCurrentRow(int row)
{
    if (row >= 0 && row < m_filter->rowCount())
        m_table->setCurrentIndex(m_filter->index(row, 0));
}

void CasesPage::step(int rows)
{
    setCurrentRow(qBound(0, m_table->currentIndex().row() + rows, m_filter->rowCount() - 1));
}

void CasesPage::openCurrent()
{
    const QString id = idAt(m_table->currentIndex().row());
    if (!id.isEmpty())
        emit resumeRequested(id);
    else if (domain::readCaseNumber(m_field->text()))
        emit numberEntered(m_field->text());
}

bool CasesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (watched == m_field) {
        const bool isFree = m_field->text().isEmpty();
        const bool isAll = press->modifiers() == Qt::ControlModifier && press->key() == Qt::Key_A;
        if (isFree && press->key() == Qt::Key_Space)
            mark();
        else if (isFree && press->key() == Qt::Key_Escape && !m_marks.isEmpty())
            setMarks({});
        else if (isFree && isAll)
            setMarks([this] { CaseMarks marks = m_marks; marks.toggleAll(casesShown()); return marks; }());
        else
            return false;
        return true;
    }
    if (press->key() == Qt::Key_Space) {
        mark();
        return true;
    }
    if (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) {
        openCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}
