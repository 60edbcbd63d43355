#pragma once

#include "core/desk/printqueue.h"

#include <QWidget>

class ChoiceBox;
class ReasonBar;

/// Asks, in one line, why a paper is printed once more and on which printer. Both may stay as they are: Enter prints.
class AgainBar final : public QWidget
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

private:
    ReasonBar *const m_bar;
    ChoiceBox *const m_printer;
    QStringList m_names; ///< of printers, as in the box behind the usual one
};
