#pragma once

#include <QComboBox>

/// A choice among a few words that is made by one digit; the list opens with Alt+Down or the mouse.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// The words in order; each is shown with its digit.
    void setChoices(const QStringList &choices);
    QString choice() const { return currentData().toString(); }
    /// Makes \a choice current; a word that is none of the choices, or nothing, leaves the box empty.
    void setChoice(const QString &choice);

signals:
    void chosen(); ///< by the clerk
    void passed(); ///< chosen by digit, or Enter: on to the next

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QStringList m_choices;
};
