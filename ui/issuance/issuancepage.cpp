#include "ui/issuance/issuancepage.h"

#include "core/domain/casenumber.h"
#include "ui/cards/cardline.h"
#include "ui/case/actform.h"
#include "ui/issuance/collectorhand.h"
#include "ui/issuance/resultpane.h"
#include "ui/issuance/shelfpane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
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
    QWidget(parent), m_issuance(issuance),
    m_field(new SearchField(tr("Scan or type a number"),
                            tr("Case, shelf label, certificate or parcel number, name: scan or type, Enter"), SearchField::Size::Normal,
                            this)),
    m_list(new ShelfPane(shelf, this)), m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner)),
    m_pane(new ResultPane(this)), m_form(new ActForm(this)), m_side(new QStackedLayout),
    m_minute(new QTimer(this)), m_soon(new QTimer(this)), m_cardLine(new CardLine(this)), m_hand(new CollectorHand(*m_cardLine, *m_form, this)),
    m_last{window, {}}
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
    row->addWidget(m_list, 1);
    row->addWidget(buildSide());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_cardLine);
    layout->addLayout(row, 1);
    layout->addWidget(keyLine({{u"Enter"_s, tr("find, or what is next")},
                               {u"↑ / ↓"_s, tr("choose")},
                               {u"← / →"_s, tr("part of the list")},
                               {u"Insert"_s, tr("mark for one act")},
                               {u"Ctrl+Enter"_s, tr("open the case")},
                               {u"Ctrl+B"_s, tr("print papers together")},
                               {u"Esc"_s, tr("back")},
                               {u"F1"_s, tr("all keys")}},
                              this));
    setFocusProxy(m_field);
    connect(m_list, &ShelfPane::currentChanged, this, &IssuancePage::showCurrent);
    connect(m_list, &ShelfPane::activated, this, &IssuancePage::openCurrent);
    connect(m_field, &SearchField::stepRequested, m_list, &ShelfPane::step);
    connect(m_field, &QLineEdit::returnPressed, this, &IssuancePage::enter);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && !m_list->searched().isEmpty())
            m_list->leaveFound();
    });
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

QWidget *IssuancePage::buildSide()
{
    auto *card = new Card(this);
    card->setFixedWidth(sideWidth);
    m_side->addWidget(m_pane);
    m_side->addWidget(m_form);
    card->body()->addLayout(m_side, 1);
    connect(m_pane, &ResultPane::wanted, this, &IssuancePage::begin);
    connect(m_form, &ActForm::given, this, &IssuancePage::give);
    connect(m_form, &ActForm::left, this, [this] {
        if (!m_cardLine->goBack()) // Esc stops reading first
            endAsking();
    });
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
    const auto handOverKey = [this](const QKeySequence &sequence, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setEnabled(false);
        connect(shortcut, &QShortcut::activated, this, act);
        m_handOverKeys << shortcut;
    };
    handOverKey(keyOf(IssuanceAct::HandOver), [this] { printToSign(); });
    handOverKey(Qt::CTRL | Qt::Key_D, [this] { m_hand->readCard(); });
    handOverKey(Qt::CTRL | Qt::Key_B, [this] {
        if (const auto delivery = entered())
            m_hand->sign(*delivery);
    });
    key(Qt::CTRL | Qt::Key_R, [this] { openPad(); });
    key(Qt::CTRL | Qt::Key_B, [this] { emit batchRequested(m_list->casesWanted()); }); // while nothing is asked
    key(Qt::CTRL | Qt::Key_Return, [this] { openCurrent(); });
    key(Qt::CTRL | Qt::Key_Enter, [this] { openCurrent(); });
}

/// Looks for what is in the field; when that was done, or nothing is in it, goes on with the chosen result.
void IssuancePage::enter()
{
    const QString typed = m_field->text().trimmed();
    if (!typed.isEmpty() && typed != m_list->searched()) {
        find(typed);
        return;
    }
    const ShelfEntry *entry = m_list->current();
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
    if (const auto found = m_list->find(typed); !found)
        m_message->tell(Level::Error, words::sentence(found.error()), found.error().detail);
    m_field->selectAll();
}

/// One step back: the message, what was found, the marks, the part of the list.
bool IssuancePage::goBack()
{
    if (m_cardLine->goBack())
        return true;
    if (m_message->isVisible()) {
        m_message->dismiss();
    } else if (!m_field->text().isEmpty()) {
        m_field->clear(); // what was found goes with it
    } else if (!m_list->marked().isEmpty()) {
        m_list->clearMarks();
    } else if (m_list->kind() != ShelfKind::All) {
        m_list->chooseKind(ShelfKind::All);
    } else {
        return false; // the window may have a use for it
    }
    return true;
}

void IssuancePage::refresh()
{
    if (!m_asking) // what is asked about stays as it is until it is answered
        m_list->refresh();
}

/// The case of the current line is read when it becomes the current one, so that whereabouts and rules are those of this moment.
void IssuancePage::showCurrent()
{
    const ShelfEntry *entry = m_list->current();
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
    const ShelfEntry *entry = m_list->current();
    m_targets = isForMany && !m_list->marked().isEmpty() ? m_list->marked() : entry ? QList<ShelfEntry>{*entry} : QList<ShelfEntry>{};
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
    const bool isHandOver = act == IssuanceAct::HandOver;
    for (QShortcut *key : std::as_const(m_handOverKeys))
        key->setEnabled(isHandOver);
    m_hand->setWork(isHandOver ? m_work.get() : nullptr);
    m_printedToSign.reset();
    m_side->setCurrentWidget(m_form);
    const QString title = m_targets.size() > 1 ? tr("%1: %n result(s)", nullptr, int(m_targets.size())).arg(issuanceWord(act))
                                               : issuanceWord(act) + (about.result.name.isEmpty() ? QString() : u": "_s + about.result.name);
    if (act == IssuanceAct::ProveAll) {
        const int owed = m_list->count(ShelfKind::ToProve);
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

/// The record of what the form says now, before it is done: whoever collects signs it first.
void IssuancePage::printToSign()
{
    const auto delivery = entered();
    if (!delivery || delivery->delivery.way != domain::Collection::Window) {
        m_form->refuse(tr("Only what is handed over at the window has a record to be signed."));
        return;
    }
    domain::DeliverItems toSign = *delivery;
    toSign.delivery.signedFor = true;
    if (const auto obstacles = m_work->obstaclesTo(domain::LifeCommand(toSign)); !obstacles.isEmpty()) {
        m_form->refuse(obstacles);
        return;
    }
    m_printedToSign = toSign;
    emit recordToSignRequested(m_targets.first().caseId, toSign);
}

std::optional<domain::DeliverItems> IssuancePage::entered() const
{
    const domain::LifeCommand command = commandOf(IssuanceAct::HandOver, scene(), m_form->answers());
    const auto *delivery = std::get_if<domain::DeliverItems>(&command);
    return delivery ? std::optional(*delivery) : std::nullopt;
}

void IssuancePage::readCardsBy(desk::CardDesk &reader)
{
    m_cardLine->setReader(reader);
}

/// For the result that was handed over last, else for the chosen one: after a hand-over it may have left the list.
void IssuancePage::openPad()
{
    const ShelfEntry *entry = m_list->current();
    const QString number = !m_handedNumber.isEmpty() ? m_handedNumber : entry ? entry->number : QString();
    if (number.isEmpty())
        m_message->tell(Level::Info, tr("No result is chosen."), tr("Scan its number, or choose it in the list."));
    else
        emit ratingRequested(number);
}

/// Whether the paper that was signed says what was done.
bool IssuancePage::wasPrintedToSign(const domain::DeliverItems &delivery) const
{
    return m_printedToSign && m_printedToSign->items == delivery.items && m_printedToSign->delivery == delivery.delivery;
}

/// Puts the field back to work; the list is read again.
void IssuancePage::endAsking()
{
    m_asking.reset();
    m_issuance.cancelLease();
    m_hand->setWork(nullptr);
    for (QShortcut *key : std::as_const(m_handOverKeys))
        key->setEnabled(false); // one of them is that of an act
    for (QShortcut *key : std::as_const(m_keys))
        key->setEnabled(true);
    m_side->setCurrentWidget(m_pane);
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
    refresh();
}

void IssuancePage::report(const desk::Issuance::Outcome &outcome, const QString &done)
{
    m_list->clearMarks();
    refresh();
    QStringList notDone;
    for (const auto &[entry, undone] : outcome.undone)
        notDone << domain::groupedNumber(entry.number) + u' ' + whyNot(undone);
    m_message->tell(outcome.undone.isEmpty() ? Level::Done : Level::Warning, done, notDone.join(u' '));
}

void IssuancePage::openCurrent()
{
    if (const ShelfEntry *entry = m_list->current())
        emit openRequested(entry->caseId);
    else if (!m_list->finished().isEmpty())
        emit openRequested(m_list->finished());
}

bool IssuancePage::take(const QKeyEvent &press)
{
    const bool isFree = m_field->text().isEmpty() || m_field->selectedText() == m_field->text();
    switch (press.key()) {
    case Qt::Key_Insert: m_list->toggleMark(); return true;
    case Qt::Key_Space:
        if (!isFree)
            return false;
        m_list->toggleMark();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!m_field->text().isEmpty())
            return false;
        m_list->stepKind(press.key() == Qt::Key_Left ? -1 : 1);
        return true;
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
