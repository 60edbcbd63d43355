#include "ui/case/actspane.h"

#include "ui/case/actfields.h"
#include "ui/case/actform.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keybutton.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

using domain::Refusal;

ActsPane::ActsPane(QWidget *parent) : StepCard(0, tr("Acts"), {}, parent), m_form(new ActForm)
{
    m_stack = new QStackedLayout;
    m_stack->addWidget(makeKeys(false));
    m_stack->addWidget(makeKeys(true));
    m_stack->addWidget(m_form);
    body()->addLayout(m_stack, 1);
    auto *other = new KeyButton(QStringLiteral("F7"), titleOf(ActGroup::Oversight), this);
    addAside(other);
    connect(other, &KeyButton::clicked, this, &ActsPane::turn);
    setFocusPolicy(Qt::NoFocus);
    connect(m_form, &ActForm::given, this, &ActsPane::give);
    connect(m_form, &ActForm::left, this, &ActsPane::close);
}

QWidget *ActsPane::makeKeys(bool ofOversight)
{
    auto *keys = new QWidget;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::space(1));
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    int place = 0;
    std::optional<ActGroup> group;
    for (int i = 0; i < actCount; ++i) {
        const ActEntry &entry = entryOf(static_cast<Act>(i));
        if ((entry.group == ActGroup::Oversight) != ofOversight)
            continue;
        if (group != entry.group) {
            group = entry.group;
            row += (place + 1) / 2 + 1;
            place = 0;
            auto *title = new QLabel(titleOf(entry.group), keys);
            theme::dress(*title, theme::Type::Caption, theme::Colour::Muted);
            title->setContentsMargins(theme::space(1), row > 1 ? theme::space(1) : 0, 0, 0);
            grid->addWidget(title, row, 0, 1, 2);
            if (entry.group == ActGroup::Item) {
                m_itemTitle = title;
                title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            }
        }
        auto *button = new KeyButton(QKeySequence(entry.key).toString(), wordOf(entry.act), keys);
        connect(button, &KeyButton::clicked, this, [this, act = entry.act] { begin(act); });
        grid->addWidget(button, row + 1 + place / 2, place % 2, Qt::AlignLeft);
        m_buttons[size_t(i)] = button;
        ++place;
    }
    auto *layout = new QVBoxLayout(keys);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(grid);
    layout->addStretch();
    return keys;
}

ActScene ActsPane::scene() const
{
    return {m_view, m_item, m_ask};
}

void ActsPane::show(const CaseView &view, const QString &item, Ask ask)
{
    m_view = view;
    m_item = item;
    m_ask = std::move(ask);
    int open = 0;
    for (int i = 0; i < actCount; ++i) {
        const QList<Refusal> against = obstaclesTo(static_cast<Act>(i), scene());
        m_open[size_t(i)] = against.isEmpty();
        m_buttons[size_t(i)]->setDimmed(!against.isEmpty());
        m_buttons[size_t(i)]->setToolTip(against.isEmpty() ? QString() : words::sentence(against.front()));
        open += against.isEmpty() ? 1 : 0;
    }
    const QString title = tr("%1: %2").arg(titleOf(ActGroup::Item), view.itemName(item));
    m_itemTitle->setText(m_itemTitle->fontMetrics().elidedText(title, Qt::ElideRight, width() - theme::space(8)));
    m_itemTitle->setToolTip(title);
    setState(State::Waiting, tr("%n possible now", nullptr, open));
    clearRefusal();
}

void ActsPane::begin(Act act)
{
    clearRefusal();
    const QList<Refusal> against = obstaclesTo(act, scene());
    if (!against.isEmpty()) {
        refuse(tr("%1: %2").arg(wordOf(act), words::sentence(against.front())));
        tellLack(against, [this, act] { begin(act); });
        return;
    }
    m_act = act;
    m_stack->setCurrentWidget(m_form);
    const bool ofItem = entryOf(act).group == ActGroup::Item || act == Act::ReceiveResult || act == Act::Urge;
    m_form->ask(ofItem ? tr("%1: %2").arg(wordOf(act), m_view.itemName(m_item)) : wordOf(act), fieldsOf(act, scene()));
    emit askingChanged(true);
}

void ActsPane::tellLack(const QList<Refusal> &against, const std::function<void()> &again)
{
    if (against.front().why == Refusal::Why::PostMissing)
        emit lacked(static_cast<domain::Duty>(against.front().subject.toInt()), again);
}

void ActsPane::turn()
{
    if (isAsking())
        return;
    m_sheet = 1 - m_sheet;
    m_stack->setCurrentIndex(m_sheet);
}

bool ActsPane::isAsking() const
{
    return m_stack->currentWidget() == m_form;
}

void ActsPane::close()
{
    if (!isAsking())
        return;
    m_stack->setCurrentIndex(m_sheet);
    emit askingChanged(false);
}

void ActsPane::fail(const QString &sentence)
{
    if (isAsking())
        m_form->refuse(sentence);
    else
        refuse(sentence);
}

void ActsPane::wait(const QString &sentence)
{
    m_form->wait(sentence);
}

void ActsPane::give()
{
    const domain::Command command = commandOf(m_act, scene(), m_form->answers());
    if (const QList<Refusal> against = m_ask(command); !against.isEmpty()) {
        m_form->refuse(against);
        tellLack(against, [this] {
            if (isAsking())
                give();
        });
    } else if (entryOf(m_act).asksTwice && !m_form->sure())
        m_form->askAgain(warningOf(m_act, m_view) + tr("This cannot be taken back. Enter once more: %1").arg(wordOf(m_act)));
    else
        emit wanted(command);
}
