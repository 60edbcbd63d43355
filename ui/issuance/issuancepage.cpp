#include "ui/issuance/issuancepage.h"

#include "core/domain/casenumber.h"
#include "ui/case/actform.h"
#include "ui/issuance/resultpane.h"
#include "ui/issuance/shelfdelegate.h"
#include "ui/issuance/shelfface.h"
#include "ui/issuance/shelfmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QTimer>

using namespace Qt::StringLiterals;
using desk::ShelfEntry;
using desk::ShelfKind;
using Level = InlineMessage::Level;

namespace {

constexpr int sideWidth = theme::space(92);
constexpr int fieldWidth = theme::space(130);
constexpr int longestScan = 300;
constexpr int readAgain = 60'000; ///< ms
constexpr int actsTogether = 100; ///< ms

QString whyNot(const desk::Undone &undone)
{
    if (undone.error)
        return words::sentence(*undone.error);
    QStringList sentences;
    for (const domain::Refusal &refusal : undone.refusals)
        sentences << words::sentence(refusal);
    return sentences.join(u' ');
}

}

IssuancePage::IssuancePage(const desk::ShelfList &shelf, desk::Issuance &issuance, const QString &window, QWidget *parent) :
    QWidget(parent), m_shelf(shelf), m_issuance(issuance),
    m_field(new SearchField(tr("Scan or type a number"),
                            tr("Case, shelf label, certificate or parcel number, name: scan or type, Enter"), SearchField::Size::Normal,
                            this)),
    m_model(new ShelfModel(shelf, this)), m_view(new QListView(this)), m_head(new SectionHeader(QString(), this)),
    m_empty(new EmptyState(u"shelf"_s, QString(), QString(), this)), m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner)),
    m_pane(new ResultPane(this)), m_form(new ActForm(this)), m_stack(new QStackedLayout), m_side(new QStackedLayout),
    m_minute(new QTimer(this)), m_soon(new QTimer(this)), m_last{window, {}}
{
    m_field->setMaxLength(longestScan);
    m_field->setFixedWidth(fieldWidth);
    m_field->installEventFilter(this);
    auto *title = new QLabel(tr("Issuance window"), this);
    theme::dress(*title, theme::Type::Title);
    auto *top = new QHBoxLayout;
    top->addWidget(title);
    top->addStretch(1);
    top->addWidget(m_field);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::space(4));
    row->addWidget(buildList(), 1);
    row->addWidget(buildSide());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addLayout(top);
    layout->addWidget(buildKinds());
    layout->addWidget(m_message);
    layout->addLayout(row, 1);
    layout->addWidget(keyLine({{u"Enter"_s, tr("find, or what is next")},
                               {u"↑ / ↓"_s, tr("choose")},
                               {u"← / →"_s, tr("part of the list")},
                               {u"Insert"_s, tr("mark for one act")},
                               {u"Ctrl+Enter"_s, tr("open the case")},
                               {u"Esc"_s, tr("back")},
                               {u"F1"_s, tr("all keys")}},
                              this));
    setFocusProxy(m_field);
    setUpKeys();
    m_minute->setInterval(readAgain);
    m_soon->setInterval(actsTogether);
    m_soon->setSingleShot(true);
    connect(m_minute, &QTimer::timeout, this, &IssuancePage::refresh);
    connect(m_soon, &QTimer::timeout, this, &IssuancePage::refresh);
    connect(&shelf, &desk::ShelfList::changed, this, [this] {
        if (isVisible())
            m_soon->start();
    });
    refresh();
}

IssuancePage::~IssuancePage() = default;

QWidget *IssuancePage::buildKinds()
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

QWidget *IssuancePage::buildList()
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
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &IssuancePage::showCurrent);
    connect(m_view, &QListView::doubleClicked, this, &IssuancePage::openCurrent);
    connect(m_model, &ShelfModel::rowsInserted, this, &IssuancePage::showState);
    connect(m_field, &SearchField::stepRequested, this, &IssuancePage::step);
    connect(m_field, &QLineEdit::returnPressed, this, &IssuancePage::enter);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && !m_searched.isEmpty())
            leaveFound();
    });
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

QWidget *IssuancePage::buildSide()
{
    auto *card = new Card(this);
    card->setFixedWidth(sideWidth);
    m_side->addWidget(m_pane);
    m_side->addWidget(m_form);
    card->body()->addLayout(m_side, 1);
    connect(m_pane, &ResultPane::wanted, this, &IssuancePage::begin);
    connect(m_form, &ActForm::given, this, &IssuancePage::give);
    connect(m_form, &ActForm::left, this, &IssuancePage::endAsking);
    return card;
}

void IssuancePage::setUpKeys()
{
    const auto key = [this](const QKeySequence &sequence, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
        m_keys << shortcut;
    };
    for (int i = 0; i < issuanceActs; ++i)
        key(keyOf(IssuanceAct(i)), [this, i] { begin(IssuanceAct(i)); });
    key(Qt::CTRL | Qt::Key_Return, [this] { openCurrent(); });
    key(Qt::CTRL | Qt::Key_Enter, [this] { openCurrent(); });
}

void IssuancePage::chooseKind(ShelfKind kind)
{
    m_kind = kind;
    m_searched.clear();
    m_view->setCurrentIndex({});
    m_view->scrollToTop();
    refresh();
}

const ShelfEntry *IssuancePage::current() const
{
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->line(row) : nullptr;
}

QList<ShelfEntry> IssuancePage::targets() const
{
    if (!m_model->marked().isEmpty())
        return m_model->marked();
    const ShelfEntry *entry = current();
    return entry ? QList<ShelfEntry>{*entry} : QList<ShelfEntry>{};
}

void IssuancePage::step(int rows)
{
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(qBound(0, m_view->currentIndex().row() + rows, m_model->rowCount() - 1)));
}

void IssuancePage::toggleMark()
{
    m_model->toggleMark(m_view->currentIndex().row());
    showState();
}

/// Looks for what is in the field; when that was done, or nothing is in it, goes on with the chosen result.
void IssuancePage::enter()
{
    const QString typed = m_field->text().trimmed();
    if (!typed.isEmpty() && typed != m_searched) {
        find(typed);
        return;
    }
    const ShelfEntry *entry = current();
    const auto next = entry ? nextActOf(*entry) : std::nullopt;
    if (next)
        begin(*next);
    else if (entry)
        m_message->tell(Level::Info, tr("It waits for the other results: the applicant wants everything together."),
                        tr("What is open stands at the right. F6 changes the way of collection."));
}

void IssuancePage::find(const QString &typed)
{
    m_message->dismiss();
    const auto found = m_shelf.find(typed);
    if (!found) {
        m_message->tell(Level::Error, words::sentence(found.error()), found.error().detail);
        return;
    }
    m_searched = typed;
    m_finished = found->finished.value(0);
    m_model->show(found->lines);
    showState();
    m_field->selectAll();
    m_view->setCurrentIndex({});
    step(0);
    showCurrent();
}

void IssuancePage::leaveFound()
{
    m_searched.clear();
    m_finished.clear();
    m_view->setCurrentIndex({});
    refresh();
}

/// One step back: the message, what was found, the marks, the part of the list.
bool IssuancePage::goBack()
{
    if (m_message->isVisible()) {
        m_message->dismiss();
    } else if (!m_field->text().isEmpty()) {
        m_field->clear(); // what was found goes with it
    } else if (!m_model->marked().isEmpty()) {
        m_model->clearMarks();
        showState();
    } else if (m_kind != ShelfKind::All) {
        chooseKind(ShelfKind::All);
    } else {
        return false; // the window may have a use for it
    }
    return true;
}

/// Reads again what is seen. The chosen result stays chosen; when it is gone, the one in its place is.
void IssuancePage::refresh()
{
    if (m_asking)
        return; // what is asked about stays as it is until it is answered
    const int row = m_view->currentIndex().row();
    const auto chosen = current() ? std::optional(*current()) : std::nullopt;
    const int scrolled = m_view->verticalScrollBar()->value();
    const auto found = m_searched.isEmpty() ? base::Result<desk::ShelfFinding>() : m_shelf.find(m_searched);
    if (!m_searched.isEmpty() && found && !found->lines.isEmpty())
        m_model->show(found->lines);
    else if (m_searched.isEmpty())
        m_model->read(m_kind, row + 1);
    else if (found)
        m_model->show({});
    m_finished = found ? found->finished.value(0) : QString();
    const int again = chosen ? m_model->rowOf(*chosen) : 0;
    const int wanted = again < 0 ? qMin(row, m_model->rowCount() - 1) : again;
    showCounts();
    showState();
    if (chosen)
        m_view->verticalScrollBar()->setValue(scrolled);
    if (wanted >= 0 && wanted < m_model->rowCount())
        m_view->setCurrentIndex(m_model->index(wanted));
    showCurrent();
}

void IssuancePage::showCounts()
{
    const desk::ShelfTally counts = m_shelf.counts().value_or(desk::ShelfTally{});
    for (int i = 0; i < desk::shelfKinds; ++i) {
        m_kinds[i]->setText(nameOf(ShelfKind(i)) + u' ' + QString::number(counts[size_t(i)]));
        m_kinds[i]->setChecked(m_searched.isEmpty() && m_kind == ShelfKind(i));
    }
}

void IssuancePage::showState()
{
    const int rows = m_model->rowCount();
    const bool isFound = !m_searched.isEmpty();
    m_head->setTitle(isFound ? tr("Found for “%1”").arg(m_searched.left(40)) : nameOf(m_kind));
    QStringList caption{m_model->isWhole() ? tr("%n result(s)", nullptr, rows) : tr("the first %n result(s)", nullptr, rows)};
    if (!m_model->marked().isEmpty())
        caption << tr("%n marked", nullptr, int(m_model->marked().size()));
    m_head->setCaption(caption.join(u"  ·  "_s));
    if (m_model->fault())
        m_empty->setTexts(u"warning"_s, words::sentence(*m_model->fault()), m_model->fault()->detail);
    else if (isFound && !m_finished.isEmpty())
        m_empty->setTexts(u"check"_s, tr("Nothing of this case is on the shelf"),
                          tr("It is not decided yet, or everything was handed over and proven. Ctrl+Enter opens the case."));
    else if (isFound)
        m_empty->setTexts(u"search"_s, tr("No result here has “%1”").arg(m_searched.left(40)),
                          tr("Check it character by character, or find the case by name or phone. Esc shows the list."));
    else if (m_kind != ShelfKind::All)
        m_empty->setTexts(u"check"_s, tr("Nothing in this part of the list"), tr("Press Esc to see all results."));
    else
        m_empty->setTexts(u"shelf"_s, tr("No result is expected or waits"),
                          tr("What the departments decide appears here by itself; its arrival is recorded with F2."));
    m_stack->setCurrentWidget(rows > 0 ? static_cast<QWidget *>(m_view) : m_empty);
}

/// The case of the current line is read when it becomes the current one, so that whereabouts and rules are those of this moment.
void IssuancePage::showCurrent()
{
    const ShelfEntry *entry = current();
    m_work.reset();
    if (!entry) {
        m_pane->clear();
        return;
    }
    auto opened = m_issuance.open(entry->caseId);
    if (!opened) {
        m_pane->show(*entry, nullptr);
        m_message->tell(Level::Warning, whyNot(opened.error()));
        return;
    }
    m_work = std::move(*opened);
    m_case = viewOf(*m_work);
    m_pane->show(*entry, &m_case);
}

ActScene IssuancePage::scene() const
{
    return {m_case, m_targets.first().result.item,
            [this](const domain::Command &command) { return m_work->obstaclesTo(command); }};
}

void IssuancePage::begin(IssuanceAct act)
{
    m_message->dismiss();
    const bool isForMany = act == IssuanceAct::Receive || act == IssuanceAct::Move || act == IssuanceAct::Prove;
    const ShelfEntry *entry = current();
    m_targets = isForMany ? targets() : entry ? QList<ShelfEntry>{*entry} : QList<ShelfEntry>{};
    if (act == IssuanceAct::ProveAll) {
        ask(act, {});
        return;
    }
    if (m_targets.isEmpty() || !m_work) {
        m_message->tell(Level::Info, tr("No result is chosen."), tr("Scan its number, or choose it in the list."));
        return;
    }
    if (act == IssuanceAct::Record) {
        emit recordRequested(m_targets.first().caseId);
        return;
    }
    if (act == IssuanceAct::HandOver) {
        if (const auto obstacles = obstaclesTo(Act::Deliver, scene()); !obstacles.isEmpty()) {
            m_message->tell(Level::Warning, whyNot({obstacles, {}}));
            return;
        }
    }
    const bool isHere = m_targets.size() == 1 && m_targets.first().result.custody.at.isValid();
    if (act == IssuanceAct::Prove) {
        giveToMany();
        return;
    }
    ask(act == IssuanceAct::Receive && isHere ? IssuanceAct::Move : act, m_targets.first());
}

void IssuancePage::ask(IssuanceAct act, const ShelfEntry &about)
{
    m_asking = act;
    for (QShortcut *key : std::as_const(m_keys))
        key->setEnabled(false);
    m_side->setCurrentWidget(m_form);
    const QString title = m_targets.size() > 1 ? tr("%1: %n result(s)", nullptr, int(m_targets.size())).arg(issuanceWord(act))
                                               : issuanceWord(act) + (about.result.name.isEmpty() ? QString() : u": "_s + about.result.name);
    if (act == IssuanceAct::ProveAll) {
        const int owed = m_shelf.counts().value_or(desk::ShelfTally{})[size_t(ShelfKind::ToProve)];
        m_form->ask(title, {});
        m_form->refuse(owed == 0 ? tr("No proof is owed.") : tr("%n proof(s) go to the departments. Enter sends them.", nullptr, owed));
        return;
    }
    m_form->ask(title, fieldsOf(act, about, scene(), m_last));
}

void IssuancePage::give()
{
    const bool isForMany = *m_asking == IssuanceAct::Receive || *m_asking == IssuanceAct::Move || *m_asking == IssuanceAct::ProveAll;
    if (isForMany)
        giveToMany();
    else
        giveToOne();
}

void IssuancePage::giveToMany()
{
    if (!m_asking) {
        reportProofs(m_issuance.prove(m_targets));
        return;
    }
    if (*m_asking == IssuanceAct::ProveAll) {
        const auto outcome = m_issuance.proveAll();
        endAsking();
        if (outcome)
            reportProofs(*outcome);
        else
            m_message->tell(Level::Error, words::sentence(outcome.error()), outcome.error().detail);
        return;
    }
    const domain::ReceiveResult arrival = arrivalOf(m_form->answers());
    const desk::Issuance::Outcome outcome = m_issuance.receive(m_targets, arrival);
    if (outcome.done == 0) {
        const desk::Undone &undone = outcome.undone.first().second;
        if (undone.error)
            m_form->refuse(words::sentence(*undone.error));
        else
            m_form->refuse(undone.refusals);
        return;
    }
    const bool isMove = *m_asking == IssuanceAct::Move;
    if (!isMove)
        m_last = {arrival.holder, arrival.givenBy};
    endAsking();
    report(outcome, isMove ? tr("%n result(s) moved.", nullptr, outcome.done) : tr("%n result(s) received.", nullptr, outcome.done));
}

void IssuancePage::reportProofs(const desk::Issuance::Outcome &outcome)
{
    report(outcome, tr("%n proof(s) sent to the departments.", nullptr, outcome.done));
}

void IssuancePage::giveToOne()
{
    const IssuanceAct act = *m_asking;
    const QString caseId = m_targets.first().caseId;
    const domain::LifeCommand command = commandOf(act, scene(), m_form->answers());
    if (const desk::Done done = m_issuance.perform(caseId, command); !done) {
        if (done.error().error)
            m_form->refuse(words::sentence(*done.error().error));
        else
            m_form->refuse(done.error().refusals);
        return;
    }
    endAsking();
    m_message->tell(Level::Done, tr("%1: recorded.").arg(issuanceWord(act)), {});
    const auto *handed = std::get_if<domain::DeliverItems>(&command);
    if (handed && handed->delivery.way == domain::Collection::Window)
        emit recordRequested(caseId);
}

/// Puts the field back to work; the list is read again.
void IssuancePage::endAsking()
{
    m_asking.reset();
    for (QShortcut *key : std::as_const(m_keys))
        key->setEnabled(true);
    m_side->setCurrentWidget(m_pane);
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
    refresh();
}

void IssuancePage::report(const desk::Issuance::Outcome &outcome, const QString &done)
{
    m_model->clearMarks();
    refresh();
    QStringList notDone;
    for (const auto &[entry, undone] : outcome.undone)
        notDone << domain::groupedNumber(entry.number) + u' ' + whyNot(undone);
    m_message->tell(outcome.undone.isEmpty() ? Level::Done : Level::Warning, done, notDone.join(u' '));
}

void IssuancePage::openCurrent()
{
    if (const ShelfEntry *entry = current())
        emit openRequested(entry->caseId);
    else if (!m_finished.isEmpty())
        emit openRequested(m_finished);
}

bool IssuancePage::take(const QKeyEvent &press)
{
    const bool isFree = m_field->text().isEmpty() || m_field->selectedText() == m_field->text();
    switch (press.key()) {
    case Qt::Key_Insert: toggleMark(); return true;
    case Qt::Key_Space:
        if (!isFree)
            return false;
        toggleMark();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        if (!m_field->text().isEmpty())
            return false;
        const int to = int(m_kind) + (press.key() == Qt::Key_Left ? -1 : 1);
        chooseKind(ShelfKind(qBound(0, to, desk::shelfKinds - 1)));
        return true;
    }
    case Qt::Key_Escape: return goBack();
    default: return false;
    }
}

bool IssuancePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress && take(static_cast<const QKeyEvent &>(*event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void IssuancePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !goBack())
        QWidget::keyPressEvent(event);
}

void IssuancePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_minute->start();
}

void IssuancePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute->stop();
    m_soon->stop();
}
