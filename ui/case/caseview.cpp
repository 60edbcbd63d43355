#include "ui/case/caseview.h"

CaseView viewOf(const desk::CaseWork &work, const desk::UnitBook *units)
{
    const domain::Case &file = work.file();
    const domain::Guide &guide = work.guide();
    CaseView view{.file = file,
                  .guide = guide,
                  .plan = domain::planOf(file, guide, file.filing->at.date()),
                  .items = domain::itemsOf(file, guide),
                  .clocks = domain::caseClocks(file, guide, work.rules()),
                  .tasks = domain::agendaOf(file, guide, work.rules(), work.authority()),
                  .history = work.history().value_or(QList<desk::JudgedEvent>{}),
                  .handlers = {},
                  .now = work.now()};
    if (!units)
        return view;
    for (const auto &[line, item] : view.items) {
        if (const auto handler = units->handlerOf(line.item, file, work.today()))
            view.handlers.insert(line.item.id, *handler);
    }
    return view;
}
