#pragma once

#include "core/desk/printqueue.h"

#include <QFrame>

class ChoiceBox;
class QLabel;
class QLineEdit;

/// Asks, in one line, why a paper is printed once more and on which printer. Both may stay as they are: Enter prints.
class AgainBar final : public QFrame
{
    Q_OBJECT

public:
    /// Hidden until ask() is called.
    explicit AgainBar(QWidget *parent = nullptr);

    /// \a what is the paper; \a printers those of the system.
    void ask(const QString &what, const QList<devices::PrinterFace> &printers);

signals:
    void wanted(const desk::PrintWish &wish);
    void dropped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();

    QLabel *const m_what;
    ChoiceBox *const m_reason;
    QLineEdit *const m_words;
    ChoiceBox *const m_printer;
    QStringList m_names; ///< of printers, as in the box behind the usual one
};
