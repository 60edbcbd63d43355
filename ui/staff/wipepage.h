#pragma once

#include "core/desk/wiping.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// Says that the hub ordered this window to wipe itself, over everything that was on the screen: what happens, by whose order, when, why, and
/// what is to be done. Names no citizen and no case.
class WipePage final : public QWidget
{
    Q_OBJECT

public:
    /// \a place: hall and window, as they are called; may be empty.
    explicit WipePage(const QString &place, QWidget *parent = nullptr);

    /// What is unsent goes to the hub first; \a left events still have to.
    void showSending(const desk::WipeRecord &record, int left);
    /// Everything that opens the profile in \a folder is destroyed.
    void showWiped(const desk::WipeRecord &record, const QString &folder);
    /// Something could not be destroyed, and is tried again: \a error says what.
    void showUnfinished(const desk::WipeRecord &record, const base::Error &error);

private:
    void showOrder(const desk::WipeRecord &record);

    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_order = nullptr;
    QLabel *m_unsent = nullptr;
    QLabel *m_next = nullptr;
    QLabel *m_report = nullptr;
    QPushButton *m_close = nullptr;
};
