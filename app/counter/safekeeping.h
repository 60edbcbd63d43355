#pragma once

#include "app/counter/workplace.h"
#include "ui/hub/backuppane.h"

class MainWindow;

/// The safety copies at this window: what the foot of the window and a notice say of them, and who may say where they go.
class Safekeeping final : public QObject
{
    Q_OBJECT

public:
    /// What an allowance for the duty to keep copies is about.
    static QString subject() { return QStringLiteral("copies"); }

    /// Both outlive it.
    Safekeeping(Workplace &workplace, MainWindow &window, QObject *parent = nullptr);

    /// What the pane on the page needs.
    BackupPane::Needs copies();
    /// Looks for the first time whether a copy is due, and says when one is overdue.
    void begin();

private:
    bool may();
    void show();

    Workplace &m_workplace;
    MainWindow &m_window;
    QTimer m_daily; ///< the words say how many days ago
};
