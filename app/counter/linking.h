#pragma once

#include "app/counter/workplace.h"
#include "ui/widgets/inlinemessage.h"

class HubPage;
class MainWindow;

/// This window and its hub: the page, the words at the foot of the window, and what is said when others acted.
class Linking final : public QObject
{
    Q_OBJECT

public:
    /// Adds the page to the rail of \a window. \a workplace outlives it.
    Linking(Workplace &workplace, MainWindow &window, QObject *parent = nullptr);

signals:
    void openRequested(const QString &caseId);
    void numberRequested(const QString &number);
    /// Others acted on these cases: lists and whatever shows one of them are out of date.
    void casesChanged(const QStringList &caseIds);
    void casesLeft(const QStringList &caseIds);
    /// The hub sent guides; they are used from the next case on.
    void guidesChanged();

private:
    void showStatus();
    void tellContradiction();
    void tellReceipts();

    Workplace &m_workplace;
    MainWindow &m_window;
    HubPage *const m_page;
};
