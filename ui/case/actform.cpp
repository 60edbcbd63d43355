#include "ui/case/actform.h"

#include "ui/theme/theme.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/keybutton.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace {

constexpr int labelWidth = theme::space(22);
constexpr int longestAnswer = 500;
constexpr int mostPictures = 9999;

/// The place of the option \a value of \a field; -1 when it has none, which leaves the choice open.
int optionOf(const ActField &field, const QString &value)
{
    const auto option = std::ranges::find(field.options, value, &ActField::Option::value);
    return option == field.options.end() ? -1 : int(option - field.options.begin());
}

void markFault(QWidget *editor, bool fault)
{
    editor->setProperty("fault", fault);
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
}

}

ActForm::ActForm(QWidget *parent)
    : QWidget(parent), m_lines(new QVBoxLayout), m_title(new QLabel(this)), m_message(new QLabel(this)),
      m_keys(new QHBoxLayout)
{
    theme::dress(*m_title, theme::Type::Strong);
    theme::dress(*m_message, theme::Type::Caption, theme::Colour::Bad);
    for (QLabel *label : {m_title, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *give = new KeyButton(u"Enter"_s, tr("do it"), this);
    auto *leave = new KeyButton(u"Esc"_s, tr("leave it"), this);
    connect(give, &KeyButton::clicked, this, &ActForm::given);
    connect(leave, &KeyButton::clicked, this, &ActForm::left);
    m_keys->addWidget(give);
    m_keys->addWidget(leave);
    m_keys->addStretch();
    m_lines->setSpacing(theme::space(2));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(3));
    layout->addWidget(m_title);
    layout->addLayout(m_lines);
    layout->addWidget(m_message);
    layout->addLayout(m_keys);
    layout->addStretch();
    setFocusPolicy(Qt::StrongFocus);
}

void ActForm::ask(const QString &title, const QList<ActField> &fields)
{
    for (const Blank &blank : m_blanks)
        delete blank.line;
    m_blanks.clear();
    m_title->setText(title);
    setAccessibleName(title);
    for (const ActField &field : fields) {
        m_blanks.push_back(makeBlank(field));
        m_lines->addWidget(m_blanks.back().line);
    }
    changed();
    QWidget *first = this;
    if (!m_blanks.empty())
        first = m_blanks.front().editor;
    QWidget *before = nullptr;
    for (const Blank &blank : m_blanks) {
        if (before)
            setTabOrder(before, blank.editor);
        before = blank.editor;
    }
    first->setFocus(Qt::ShortcutFocusReason);
}

ActForm::Blank ActForm::makeBlank(const ActField &field)
{
    auto *line = new QWidget(this);
    auto *label = new QLabel(field.kind == ActField::Kind::Check ? QString() : field.label, line);
    theme::dress(*label, theme::Type::Caption, theme::Colour::Muted);
    label->setFixedWidth(labelWidth);
    label->setWordWrap(true);
    auto *fault = new QLabel(line);
    theme::dress(*fault, theme::Type::Caption, theme::Colour::Bad);
    fault->setWordWrap(true);
    fault->setContentsMargins(labelWidth + theme::space(2), 0, 0, 0);
    fault->setTextFormat(Qt::PlainText);
    QWidget *editor = makeEditor(field, line);
    editor->setAccessibleName(field.label);
    editor->setObjectName(field.id);
    editor->installEventFilter(this);
    auto *across = new QHBoxLayout;
    across->setSpacing(theme::space(2));
    across->addWidget(label);
    across->addWidget(editor, 1);
    auto *layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(1));
    layout->addLayout(across);
    layout->addWidget(fault);
    return {field, line, editor, fault};
}

QWidget *ActForm::makeEditor(const ActField &field, QWidget *parent)
{
    if (field.kind == ActField::Kind::Choice) {
        auto *box = new ChoiceBox(parent);
        QStringList list;
        for (const ActField::Option &option : field.options)
            list << option.word;
        box->setChoices(list);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
        box->setCurrentIndex(optionOf(field, field.preset));
        connect(box, &ChoiceBox::chosen, this, &ActForm::changed);
        connect(box, &QComboBox::currentIndexChanged, this, &ActForm::changed);
        connect(box, &ChoiceBox::passed, this, [this] { focusNextChild(); });
        return box;
    }
    if (field.kind == ActField::Kind::Check) {
        auto *box = new QCheckBox(field.label, parent);
        box->setChecked(!field.preset.isEmpty());
        connect(box, &QCheckBox::toggled, this, &ActForm::changed);
        return box;
    }
    if (field.kind == ActField::Kind::Moment) {
        auto *edit = new QDateTimeEdit(QDateTime::fromString(field.preset, Qt::ISODate), parent);
        edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &ActForm::changed);
        return edit;
    }
    auto *edit = new QLineEdit(field.preset, parent);
    edit->setMaxLength(longestAnswer);
    edit->setPlaceholderText(field.hint.isEmpty() && field.optional ? tr("may stay empty") : field.hint);
    if (field.kind == ActField::Kind::Number)
        edit->setValidator(new QIntValidator(0, mostPictures, edit));
    connect(edit, &QLineEdit::textEdited, this, &ActForm::changed);
    return edit;
}

QString ActForm::valueOf(const Blank &blank)
{
    if (const auto *choice = qobject_cast<const ChoiceBox *>(blank.editor)) {
        const int index = choice->currentIndex();
        return index < 0 ? QString() : blank.field.options[index].value;
    }
    if (const auto *check = qobject_cast<const QCheckBox *>(blank.editor))
        return check->isChecked() ? actfield::yes : QString();
    if (const auto *moment = qobject_cast<const QDateTimeEdit *>(blank.editor))
        return moment->dateTime().toString(Qt::ISODate);
    return qobject_cast<const QLineEdit *>(blank.editor)->text();
}

ActAnswers ActForm::answers() const
{
    ActAnswers all;
    for (const Blank &blank : m_blanks)
        all.insert(blank.field.id, valueOf(blank));
    ActAnswers shown;
    for (const Blank &blank : m_blanks) {
        if (blank.field.isShown(all))
            shown.insert(blank.field.id, all.value(blank.field.id));
    }
    return shown;
}

void ActForm::fill(const QString &id, const QString &value)
{
    const auto blank = std::ranges::find(m_blanks, id, [](const Blank &each) { return each.field.id; });
    if (blank == m_blanks.end())
        return;
    if (auto *check = qobject_cast<QCheckBox *>(blank->editor))
        check->setChecked(value == actfield::yes);
    else if (auto *choice = qobject_cast<ChoiceBox *>(blank->editor))
        choice->setCurrentIndex(optionOf(blank->field, value));
    else if (auto *line = qobject_cast<QLineEdit *>(blank->editor))
        line->setText(value);
    changed();
}

QString ActForm::label(const QString &id) const
{
    const auto blank = std::ranges::find(m_blanks, id, [](const Blank &each) { return each.field.id; });
    return blank == m_blanks.end() ? QString() : blank->field.label;
}

void ActForm::changed()
{
    m_sure = false;
    clearFaults();
    showBlanks();
}

void ActForm::showBlanks()
{
    ActAnswers all;
    for (const Blank &blank : m_blanks)
        all.insert(blank.field.id, valueOf(blank));
    for (const Blank &blank : m_blanks)
        blank.line->setVisible(blank.field.isShown(all));
}

void ActForm::clearFaults()
{
    m_message->hide();
    m_message->clear();
    for (const Blank &blank : m_blanks) {
        blank.fault->hide();
        blank.fault->clear();
        if (blank.editor->property("fault").toBool())
            markFault(blank.editor, false);
    }
}

void ActForm::refuse(const QList<Refusal> &refusals)
{
    clearFaults();
    QWidget *first = nullptr;
    QStringList others;
    for (const Refusal &refusal : refusals) {
        const auto blank = std::ranges::find_if(
            m_blanks, [&](const Blank &b) { return b.field.id == fieldFor(refusal.why) && !b.line->isHidden(); });
        if (blank == m_blanks.end()) {
            others << words::sentence(refusal);
            continue;
        }
        blank->fault->setText(words::sentence(refusal));
        blank->fault->show();
        markFault(blank->editor, true);
        first = first ? first : blank->editor;
    }
    if (!others.isEmpty())
        refuse(others.join(u'\n'));
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void ActForm::refuse(const QString &sentence)
{
    say(sentence, theme::Colour::Bad);
}

void ActForm::wait(const QString &sentence)
{
    clearFaults();
    say(sentence, theme::Colour::Muted);
}

void ActForm::say(const QString &sentence, theme::Colour colour)
{
    theme::dress(*m_message, theme::Type::Caption, colour);
    m_message->setText(sentence);
    m_message->show();
}

void ActForm::askAgain(const QString &question)
{
    m_sure = true;
    refuse(question);
}

QStringList ActForm::faults() const
{
    QStringList all;
    for (const Blank &blank : m_blanks)
        all << blank.fault->text();
    all << m_message->text();
    all.removeAll(QString());
    return all;
}

bool ActForm::take(const QKeyEvent &press)
{
    if (press.key() == Qt::Key_Escape) {
        emit left();
        return true;
    }
    if (press.key() != Qt::Key_Return && press.key() != Qt::Key_Enter)
        return false;
    if (!press.isAutoRepeat()) // a key that is held down confirms nothing
        emit given();
    return true;
}

bool ActForm::event(QEvent *event)
{
    // While the form asks, Esc leaves the form and not the page.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool ActForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && take(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void ActForm::keyPressEvent(QKeyEvent *event)
{
    if (!take(*event))
        QWidget::keyPressEvent(event);
}
