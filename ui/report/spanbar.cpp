#include "ui/report/spanbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/keyhint.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using reports::Scope;
using reports::Span;

namespace {

constexpr int scopeWidth = theme::space(60);
constexpr int mostDays = 3660; // ten years

Span spanOf(Span::Kind kind, QDate day)
{
    switch (kind) {
    case Span::Kind::Week:
        return Span::week(day);
    case Span::Kind::Month:
        return Span::month(day);
    case Span::Kind::Year:
        return Span::year(day);
    case Span::Kind::Day:
    case Span::Kind::Any:
        break;
    }
    return Span::day(day);
}

}

SpanBar::SpanBar(QWidget *parent) : QWidget(parent), m_words(new QLabel(this)), m_from(new QDateEdit(this)), m_to(new QDateEdit(this)), m_choice(new ChoiceBox(this))
{
    theme::dress(*m_words, theme::Type::Section);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(2));
    const std::array<std::pair<QString, QString>, 5> kinds{
        {{tr("Day"), u"D"_s}, {tr("Week"), u"W"_s}, {tr("Month"), u"M"_s}, {tr("Year"), u"Y"_s}, {tr("Dates"), u"S"_s}}};
    for (const auto &[word, key] : kinds) {
        auto *button = new QPushButton(word, this);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this,
                [this, kind = Span::Kind(m_kinds.size())] { kind == Span::Kind::Any ? chooseDays() : choose(kind); });
        m_kinds << button;
        layout->addWidget(button);
        layout->addWidget(new KeyHint(key, this));
    }
    layout->addSpacing(theme::space(4));
    for (QDateEdit *day : {m_from, m_to}) {
        day->setCalendarPopup(true);
        day->setDisplayFormat(u"yyyy-MM-dd"_s);
        day->installEventFilter(this);
        day->hide();
        layout->addWidget(day);
    }
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    layout->addWidget(m_words);
    layout->addStretch(1);
    layout->addWidget(new KeyHint(u"F4"_s, this));
    layout->addWidget(m_choice);
    m_choice->setFixedWidth(scopeWidth);
    m_choice->setAccessibleName(tr("Whose work"));
    m_choice->installEventFilter(this);
    connect(m_choice, &ChoiceBox::chosen, this, [this] {
        m_scope = m_scopes.value(m_choice->currentIndex());
        emit changed();
    });
    connect(m_choice, &ChoiceBox::passed, this, &SpanBar::left);
    offer({});
}

void SpanBar::begin(QDate today)
{
    set(Span::day(today));
}

void SpanBar::set(const Span &span)
{
    m_span = span;
    m_words->setText(span.words());
    for (qsizetype kind = 0; kind < m_kinds.size(); ++kind)
        m_kinds[kind]->setChecked(span.kind == Span::Kind(kind));
    m_from->setDate(span.from);
    m_to->setDate(span.to);
    for (QDateEdit *day : {m_from, m_to})
        day->setVisible(span.kind == Span::Kind::Any);
}

void SpanBar::chooseDays()
{
    set(Span::days(m_span.from, m_span.to));
    m_from->setFocus(Qt::ShortcutFocusReason);
    m_from->setSelectedSection(QDateTimeEdit::YearSection);
}

/// In either order; of more than ten years the last ten.
void SpanBar::takeDays()
{
    Span span = Span::days(m_from->date(), m_to->date());
    span.from = std::max(span.from, span.to.addDays(1 - mostDays));
    set(span);
    emit changed();
    emit left();
}

/// Around the last day of what was looked at.
void SpanBar::choose(Span::Kind kind)
{
    set(spanOf(kind, m_span.to));
    emit changed();
}

void SpanBar::step(int steps)
{
    const QDate day = m_span.from;
    switch (m_span.kind) {
    case Span::Kind::Week:
        set(Span::week(day.addDays(7 * steps)));
        break;
    case Span::Kind::Month:
        set(Span::month(day.addMonths(steps)));
        break;
    case Span::Kind::Year:
        set(Span::year(day.addYears(steps)));
        break;
    case Span::Kind::Day:
        set(Span::day(day.addDays(steps)));
        break;
    case Span::Kind::Any: {
        const int days = m_span.length() * steps;
        set(Span::days(day.addDays(days), m_span.to.addDays(days)));
        break;
    }
    }
    emit changed();
}

void SpanBar::toToday(QDate today)
{
    const bool isAny = m_span.kind == Span::Kind::Any;
    set(isAny ? Span::days(today.addDays(1 - m_span.length()), today) : spanOf(m_span.kind, today));
    emit changed();
}

void SpanBar::offer(const QList<Scope> &scopes)
{
    m_scopes = QList<Scope>{Scope(), Scope{Scope::Kind::City}} + scopes;
    if (std::ranges::find(m_scopes, m_scope) == m_scopes.end())
        m_scopes.append(m_scope);
    QStringList names{tr("the whole hall"), tr("all halls, by the hub")};
    for (qsizetype i = names.size(); i < m_scopes.size(); ++i)
        names << m_scopes[i].name;
    m_choice->setChoices(names);
    m_choice->setCurrentIndex(int(std::ranges::find(m_scopes, m_scope) - m_scopes.begin()));
}

void SpanBar::chooseScope()
{
    m_choice->setFocus(Qt::ShortcutFocusReason);
}

/// Esc leaves a choice, Enter takes the two days.
bool SpanBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent *>(event)->key();
    const bool isTaken = watched != m_choice && (key == Qt::Key_Return || key == Qt::Key_Enter);
    if (key != Qt::Key_Escape && !isTaken)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (isTaken)
        takeDays();
    else
        emit left();
    return true;
}
