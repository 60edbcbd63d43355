#include "ui/intake/fieldcell.h"

#include "core/domain/codes.h"
#include "ui/widgets/choicebox.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace {

constexpr int pauseBeforeGiving = 400; // ms after the last key
constexpr int longestText = 200;

/// While somebody is typing, what is only unfinished is not yet a fault.
bool onlyUnfinished(domain::FieldFault fault)
{
    return fault == domain::FieldFault::Malformed || fault == domain::FieldFault::ImpossibleDate;
}

}

FieldCell::FieldCell(const domain::Plan::FieldLine &line, QWidget *parent)
    : QWidget(parent), m_field(line.field), m_label(new QLabel(this)), m_faultLabel(new QLabel(this))
{
    theme::dress(*m_label, theme::Type::Caption, theme::Colour::Muted);
    theme::dress(*m_faultLabel, theme::Type::Caption, theme::Colour::Bad);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_faultLabel->setWordWrap(true);
    m_faultLabel->setVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(m_label);
    buildEditor();
    layout->addWidget(editor());
    layout->addWidget(m_faultLabel);
    layout->addStretch();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeGiving);
    connect(&m_pause, &QTimer::timeout, this, &FieldCell::flush);
    show(line);
}

void FieldCell::buildEditor()
{
    if (m_field.kind == domain::Field::Kind::Choice) {
        m_choice = new ChoiceBox(this);
        connect(m_choice, &ChoiceBox::chosen, this, &FieldCell::flush);
        connect(m_choice, &ChoiceBox::passed, this, &FieldCell::passed);
    } else {
        m_line = new QLineEdit(this);
        m_line->setMaxLength(longestText);
        connect(m_line, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
        connect(m_line, &QLineEdit::returnPressed, this, &FieldCell::passed);
    }
    editor()->installEventFilter(this);
}

QWidget *FieldCell::editor() const
{
    return m_choice ? static_cast<QWidget *>(m_choice) : m_line;
}

void FieldCell::show(const domain::Plan::FieldLine &line)
{
    m_field = line.field;
    m_fault = line.fault;
    m_source = line.source;
    showLabel();
    editor()->setAccessibleName(m_field.label);
    if (m_choice)
        m_choice->setChoices(m_field.choices);
    const bool changedElsewhere = line.value != m_value && !m_giving;
    m_value = line.value;
    if (changedElsewhere || m_choice)
        setTyped(m_value);
    showFault();
}

void FieldCell::showLabel()
{
    // The end of a label tells most: whose number, which date.
    const QString asked = m_field.required ? m_field.label : tr("%1 (optional)").arg(m_field.label);
    const QString full = m_source == domain::FieldSource::CardReader ? tr("%1 · read from the card").arg(asked) : asked;
    m_label->setText(m_label->fontMetrics().elidedText(full, Qt::ElideMiddle, qMax(width(), 1)));
    m_label->setToolTip(full);
}

void FieldCell::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showLabel();
}

bool FieldCell::isWide() const
{
    return m_field.kind == domain::Field::Kind::Address;
}

void FieldCell::setReadOnly(bool readOnly)
{
    if (m_line)
        m_line->setReadOnly(readOnly);
    else
        m_choice->setEnabled(!readOnly);
}

void FieldCell::flush()
{
    m_pause.stop();
    if (m_giving || domain::fieldValue(m_field, typed()) == m_value)
        return;
    m_giving = true;
    emit given(m_field.id, typed());
    m_giving = false;
    showFault();
}

QString FieldCell::faultText() const
{
    return m_faultLabel->isHidden() ? QString() : m_faultLabel->text();
}

bool FieldCell::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        leave();
    // A field without anything to take back of its own lets Ctrl+Z through to the case.
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (isOverride && m_line && !m_line->isUndoAvailable()
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FieldCell::leave()
{
    flush();
    if (domain::fieldValue(m_field, typed()) == m_value)
        setTyped(m_value);
    showFault();
}

QString FieldCell::typed() const
{
    return m_choice ? m_choice->choice() : m_line->text();
}

void FieldCell::setTyped(const QString &value)
{
    if (m_choice)
        m_choice->setChoice(value);
    else if (m_line->text() != value)
        m_line->setText(value);
}

void FieldCell::showFault()
{
    const bool shown = m_fault != domain::FieldFault::None && m_fault != domain::FieldFault::Missing
        && !(editor()->hasFocus() && onlyUnfinished(m_fault));
    const QString warning = m_fault == domain::FieldFault::None ? regionWarning() : QString();
    theme::dress(*m_faultLabel, theme::Type::Caption, shown ? theme::Colour::Bad : theme::Colour::Warn);
    m_faultLabel->setText(shown ? words::sentence(m_fault) : warning);
    m_faultLabel->setVisible(!m_faultLabel->text().isEmpty());
    if (m_line && m_line->property("fault").toBool() != shown) {
        m_line->setProperty("fault", shown);
        m_line->style()->unpolish(m_line);
        m_line->style()->polish(m_line);
    }
}

QString FieldCell::regionWarning() const
{
    const bool isNumber = m_field.kind == domain::Field::Kind::IdNumber && m_value.size() == 18;
    if (!isNumber || domain::idNumberRegionKnown(m_value))
        return {};
    return tr("Region code unknown here: compare it with the card once more.");
}
