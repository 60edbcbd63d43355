#pragma once

#include "core/desk/consultation.h"

#include <QWidget>

class Badge;
class KeyButton;
class QLabel;

/// The strip above a consultation: which matter, and that this is no case.
class ConsultHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ConsultHeader(QWidget *parent = nullptr);

    void show(const desk::Consultation &consultation);

signals:
    void undoRequested();
    void startOverRequested();
    void leaveRequested();

private:
    QLabel *const m_matter;
    Badge *const m_state; ///< of the guide; hidden when it is official
    KeyButton *const m_undo;
    KeyButton *const m_startOver;
};
