#include "ui/widgets/choicebox.h"

#include <QKeyEvent>

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::activated, this, &ChoiceBox::chosen);
}

void ChoiceBox::setChoices(const QStringList &choices)
{
    if (choices == m_choices)
        return;
    const QString before = choice();
    m_choices = choices;
    clear();
    for (int i = 0; i < choices.size(); ++i)
        addItem(i < 9 ? QStringLiteral("%1 %2").arg(i + 1).arg(choices[i]) : choices[i], choices[i]);
    setChoice(before);
}

void ChoiceBox::setChoice(const QString &choice)
{
    setCurrentIndex(choice.isEmpty() ? -1 : findData(choice));
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->text().size() == 1 ? event->text()[0].digitValue() : -1;
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (plain && digit >= 1 && digit <= count()) {
        setCurrentIndex(digit - 1);
        emit chosen();
        emit passed();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit passed();
    } else if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete) {
        setCurrentIndex(-1);
        emit chosen();
    } else {
        QComboBox::keyPressEvent(event);
    }
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    // Rolling over the form must scroll it, not change an answer.
    event->ignore();
}
