#pragma once

#include "core/domain/caseclocks.h"
#include "core/desk/casework.h"
#include "core/desk/unitbook.h"
#include "core/domain/agenda.h"
#include "core/domain/decidelife.h"

/// A filed case as its page shows it at one moment; made anew after every act.
struct CaseView {
    domain::Case file;
    domain::Guide guide;
    domain::Plan plan; ///< as of the day of filing
    QList<std::pair<domain::Plan::ItemLine, domain::CaseItem>> items; ///< those applied for, in order
    QList<domain::CaseClock> clocks;
    QList<domain::Task> tasks; ///< what is to be done next, the nearest end first
    QList<desk::JudgedEvent> history; ///< in the common order, the first one first
    QHash<QString, desk::UnitBook::Handler> handlers = {}; ///< by item; of those for which a routing is at hand
    QDateTime now;

    /// Null: \a id was not applied for.
    const std::pair<domain::Plan::ItemLine, domain::CaseItem> *item(const QString &id) const
    {
        for (const auto &entry : items) {
            if (entry.first.item.id == id)
                return &entry;
        }
        return nullptr;
    }
    QString itemName(const QString &id) const
    {
        const auto *entry = item(id);
        return entry ? entry->first.item.name : id;
    }
    QString materialName(const QString &id) const
    {
        const domain::Plan::MaterialLine *line = plan.material(id);
        return line ? line->material.name : id;
    }
};

/// \a work, which is filed, at this moment; \a units names who handles its items, null: nobody does.
CaseView viewOf(const desk::CaseWork &work, const desk::UnitBook *units = nullptr);
