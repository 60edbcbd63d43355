#include "ui/case/caseview.h"

CaseView viewOf(const desk::CaseWork &work)
{
    const domain::Case &file = work.file();
    const domain::Guide &guide = work.guide();
    return {.file = file,
            .guide = guide,
            .plan = domain::planOf(file, guide, file.filing->at.date()),
            .items = domain::itemsOf(file, guide),
            .clocks = domain::caseClocks(file, guide, work.rules()),
            .tasks = domain::agendaOf(file, guide, work.rules(), work.authority()),
            .history = work.history().value_or(QList<desk::JudgedEvent>{}),
            .now = work.now()};
}
