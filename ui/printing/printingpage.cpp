#include "ui/printing/printingpage.h"

#include "core/domain/casenumber.h"
#include "ui/printing/againbar.h"
#include "ui/printing/printwords.h"
#include "ui/printing/queuedelegate.h"
#include "ui/printing/queuemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using desk::QueuedPrint;

PrintingPage::PrintingPage(desk::PrintQueue &queue, QWidget *parent)
    : QWidget(parent), m_queue(queue), m_model(new QueueModel(queue, this)),
      m_head(new SectionHeader(tr("Prints of this window"), this)), m_list(new QListView(this)),
      m_empty(new EmptyState(u"print"_s, tr("Nothing was printed yet"),
                             tr("Papers of cases that go to a printer appear here until they are in hand."), this)),
      m_again(new AgainBar(this)), m_message(new InlineMessage(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setAccessibleName(tr("Prints"));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    m_empty->installEventFilter(this);
    auto *title = new QLabel(tr("Printing"), this);
    theme::dress(*title, theme::Type::Title);
    auto *card = new Card(this);
    card->body()->setContentsMargins(1, theme::space(3), 1, 1);
    m_head->setContentsMargins(theme::space(4), 0, theme::space(4), 0);
    card->body()->addWidget(m_head);
    card->body()->addWidget(m_again);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    card->body()->addLayout(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addWidget(title);
    layout->addWidget(m_message);
    layout->addWidget(card, 1);
    layout->addWidget(keyLine({{u"Enter"_s, tr("in hand")},
                               {u"A"_s, tr("all printed ones in hand")},
                               {u"R"_s, tr("again, other printer")},
                               {u"Del"_s, tr("take back")},
                               {u"N"_s, tr("did not come out")},
                               {u"S"_s, tr("save as PDF")},
                               {u"O"_s, tr("open the case")},
                               {u"B"_s, tr("batch")},
                               {u"F2"_s, tr("printers")},
                               {u"F3"_s, tr("legal numbers")}},
                              this));
    setFocusProxy(m_list);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PrintingPage::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &PrintingPage::showState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_chosen = m_model->print(index.row()).id;
    });
    connect(m_again, &AgainBar::dropped, this, [this] { m_list->setFocus(); });
    connect(m_again, &AgainBar::wanted, this, [this](const desk::PrintWish &wish) {
        m_list->setFocus();
        tell(m_queue.again(current(), wish));
    });
    showState();
}

void PrintingPage::showCase(const QString &number, int unprinted)
{
    const bool isOver = number.isEmpty() || unprinted == 0;
    if (isOver && m_saysCase)
        m_message->dismiss();
    if (!isOver)
        m_message->tell(InlineMessage::Level::Info,
                        tr("Case %1 in hand: %n paper(s) not printed yet.", nullptr, unprinted)
                            .arg(domain::groupedNumber(number)),
                        tr("B prints them in order, one job each."));
    m_saysCase = !isOver;
}

QString PrintingPage::current() const
{
    const int row = m_list->currentIndex().row();
    return row < 0 ? QString() : m_model->print(row).id;
}

void PrintingPage::showState()
{
    const int open = m_model->openCount();
    m_head->setCaption(open > 0 ? tr("%n not confirmed", nullptr, open) : QString());
    QWidget *const part = m_model->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_empty;
    const bool hadKeys = m_list->hasFocus() || m_empty->hasFocus();
    m_stack->setCurrentWidget(part);
    setFocusProxy(part);
    if (hadKeys && !part->hasFocus())
        part->setFocus();
    if (m_model->rowCount() == 0 || m_list->currentIndex().isValid())
        return;
    m_list->setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(m_chosen))));
}

void PrintingPage::confirm()
{
    const QString id = current();
    if (!id.isEmpty())
        tell(m_queue.confirm(id));
}

void PrintingPage::confirmAll()
{
    QStringList printed;
    for (const QueuedPrint &print : m_queue.prints()) {
        if (print.state == domain::PrintAct::State::Printed)
            printed << print.id;
    }
    for (const QString &id : std::as_const(printed))
        tell(m_queue.confirm(id));
}

void PrintingPage::askAgain()
{
    const QueuedPrint *print = m_queue.find(current());
    if (print)
        m_again->ask(printwords::paper(*print), m_queue.printers());
}

void PrintingPage::tell(const desk::Done &done)
{
    if (done)
        return;
    const QString what = done.error().error ? words::sentence(*done.error().error)
                                            : words::sentence(done.error().refusals.value(0));
    m_message->tell(InlineMessage::Level::Warning, what,
                    done.error().error ? words::detail(*done.error().error) : QString());
}

bool PrintingPage::take(const QKeyEvent &press)
{
    if (press.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    const QueuedPrint *print = m_queue.find(current());
    switch (press.key()) {
    case Qt::Key_F2: emit printersRequested(); return true;
    case Qt::Key_F3: emit numbersRequested(); return true;
    case Qt::Key_B: emit batchRequested(); return true;
    case Qt::Key_A: confirmAll(); return true;
    default: break;
    }
    if (!print)
        return false;
    switch (press.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: confirm(); return true;
    case Qt::Key_R: askAgain(); return true;
    case Qt::Key_N: tell(m_queue.reportLost(print->id)); return true;
    case Qt::Key_Delete: m_queue.cancel(print->id); return true;
    case Qt::Key_S: emit saveRequested(*print); return true;
    case Qt::Key_O: emit openRequested(print->caseId); return true;
    default: return false;
    }
}

bool PrintingPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && take(static_cast<const QKeyEvent &>(*event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void PrintingPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_queue.look();
}
