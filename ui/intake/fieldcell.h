#pragma once

#include "core/domain/plan.h"

#include <QTimer>
#include <QWidget>

class ChoiceBox;
class QLabel;
class QLineEdit;

/// One blank of the form: label, editor, and below it what to do about a fault. What is typed is given when the clerk leaves
/// the cell, presses Enter or pauses; it is never taken away from under the cursor.
class FieldCell final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldCell(const domain::Plan::FieldLine &line, QWidget *parent = nullptr);

    void show(const domain::Plan::FieldLine &line);
    QString fieldId() const { return m_field.id; }
    /// Takes more than one column of the form.
    bool isWide() const;
    void setReadOnly(bool readOnly);
    /// The widget that takes the keyboard.
    QWidget *editor() const;
    /// Gives what is typed and not yet given.
    void flush();
    QString faultText() const;

signals:
    void given(const QString &field, const QString &value);
    void passed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildEditor();
    void leave();
    void showLabel();
    QString typed() const;
    void setTyped(const QString &value);
    void showFault();
    QString regionWarning() const;

    domain::Field m_field;
    QString m_value; ///< as the case has it
    domain::FieldFault m_fault = domain::FieldFault::None;
    domain::FieldSource m_source = domain::FieldSource::Typed;
    bool m_giving = false;
    QTimer m_pause;
    QLabel *const m_label;
    QLabel *const m_faultLabel;
    QLineEdit *m_line = nullptr; ///< or
    ChoiceBox *m_choice = nullptr;
};
