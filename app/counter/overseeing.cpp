#include "app/counter/overseeing.h"

#include "app/counter/pagekeys.h"
#include "app/counter/reporting.h"
#include "app/counter/staffing.h"
#include "core/domain/casenumber.h"
#include "ui/board/boardpage.h"
#include "ui/board/contradictionspage.h"
#include "ui/cases/casespage.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

Overseeing::Overseeing(Workplace &workplace, MainWindow &window, CasesPage &cases, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_cases(cases), m_board(new BoardPage(workplace.board())),
      m_contradictions(new ContradictionsPage(workplace.oversight(), workplace.presence()))
{
    window.addPage(m_board, {u"info"_s, tr("Board"), pagekeys::board()});
    window.addInnerPage(m_contradictions, m_board, pagekeys::contradictions());
    connect(m_board, &BoardPage::openRequested, this, &Overseeing::openRequested);
    connect(m_board, &BoardPage::contradictionsRequested, m_contradictions, [this, &window] { window.showPage(m_contradictions); });
    connect(m_contradictions, &ContradictionsPage::leaveRequested, m_board, [this, &window] { window.showPage(m_board); });
    connect(m_contradictions, &ContradictionsPage::openRequested, this, &Overseeing::openRequested);
    connect(m_contradictions, &ContradictionsPage::lacked, this,
            [this](domain::Duty duty, const QString &caseId, const std::function<void()> &again) { emit lacked(duty, {caseId}, again); });
    connect(&workplace.oversight(), &desk::Oversight::acted, this, &Overseeing::acted);
    cases.offerWindows([this] { return windows(); });
    connect(&cases, &CasesPage::assignRequested, this, &Overseeing::assign);
    m_reporting = new Reporting(workplace, window, this);
    connect(m_reporting, &Reporting::openRequested, this, &Overseeing::openRequested);
    connect(m_reporting, &Reporting::said, this, &Overseeing::said);
    connect(m_reporting, &Reporting::paperProduced, this, &Overseeing::paperProduced);
}

void Overseeing::guardBy(Staffing &staffing)
{
    staffing.guard(m_board, domain::Duty::SeeBoard);
    m_reporting->guardBy(staffing);
}

void Overseeing::setSaveFolder(const QString &folder)
{
    m_reporting->setSaveFolder(folder);
}

/// This one too: a case can be taken over.
QList<OtherWindow> Overseeing::windows() const
{
    QList<OtherWindow> windows;
    for (const wire::Seat &seat : m_workplace.presence().seats())
        windows.append({seat.device, seat.window});
    return windows;
}

void Overseeing::assign(const QStringList &caseIds, const OtherWindow &window)
{
    const desk::Oversight::Outcome outcome = m_workplace.oversight().assign(caseIds, window.device, window.name);
    QStringList undone;
    for (const auto &[number, why] : outcome.undone)
        undone << tr("%1: %2").arg(domain::groupedNumber(number), why.error ? words::sentence(*why.error) : words::sentence(why.refusals.value(0)));
    const bool isPostMissing = outcome.done == 0 && !outcome.undone.isEmpty() && !outcome.undone.first().second.error
        && outcome.undone.first().second.refusals.value(0).why == domain::Refusal::Why::PostMissing;
    if (isPostMissing) {
        emit said(InlineMessage::Level::Warning, words::sentence(outcome.undone.first().second.refusals.first()), {});
        emit lacked(domain::Duty::AssignCase, caseIds, [this, caseIds, window] { assign(caseIds, window); });
        return;
    }
    m_cases.clearMarks();
    emit said(undone.isEmpty() ? InlineMessage::Level::Done : InlineMessage::Level::Warning,
              tr("%n case(s) belong to window %1 now.", nullptr, outcome.done).arg(window.name), undone.join(u"；"_s));
}
