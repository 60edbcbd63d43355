#pragma once

#include "app/counter/workplace.h"
#include "ui/cases/assignbar.h"
#include "ui/widgets/inlinemessage.h"

class BoardPage;
class CasesPage;
class ContradictionsPage;
class MainWindow;
class Reporting;
class Staffing;

/// What a supervisor has at the window: the board with its contradictions, the report, and giving cases to other windows.
class Overseeing final : public QObject
{
    Q_OBJECT

public:
    /// Adds its pages; everything outlives it.
    Overseeing(Workplace &workplace, MainWindow &window, CasesPage &cases, QObject *parent = nullptr);

    /// Board and reports are for those whose post has them.
    void guardBy(Staffing &staffing);
    /// Where files go without asking; empty: a dialog asks.
    void setSaveFolder(const QString &folder);

signals:
    void openRequested(const QString &caseId);
    void said(InlineMessage::Level level, const QString &what, const QString &detail);
    /// Something was written on that case.
    void acted(const QString &caseId);
    void paperProduced();
    /// Refused for want of a post; \a again does it once somebody allowed it on \a caseIds.
    void lacked(domain::Duty duty, const QStringList &caseIds, const std::function<void()> &again);

private:
    QList<OtherWindow> windows() const;
    void assign(const QStringList &caseIds, const OtherWindow &window);

    Workplace &m_workplace;
    CasesPage &m_cases;
    BoardPage *const m_board;
    ContradictionsPage *const m_contradictions;
    Reporting *m_reporting = nullptr; ///< its page is added after the board
};
