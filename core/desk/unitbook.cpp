#include "core/desk/unitbook.h"

#include "core/base/durablefile.h"
#include "core/domain/casenumber.h"
#include "core/guides/routingreader.h"

#include <QDir>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

void UnitBook::read() const
{
    if (std::exchange(m_isRead, true))
        return;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString file = folder.filePath(name);
        const base::Result<domain::RoutingTable> table = base::readPlain(file, guides::mostRoutingBytes).and_then([&](const QByteArray &json) {
            return guides::readRouting(json, file);
        });
        if (table)
            m_tables.append(*table);
        else
            m_faults.append(table.error());
    }
}

std::optional<UnitBook::Handler> UnitBook::handlerOf(const domain::Item &item, const domain::Case &file, QDate day) const
{
    const std::optional<domain::CaseNumber> number = domain::readCaseNumber(file.number);
    if (!number)
        return {};
    read();
    const domain::RoutingTable *table = domain::routingFor(m_tables, number->region, day);
    if (!table)
        return {};
    const domain::Route route = domain::route(item, number->region, {}, *table);
    const domain::Unit *unit = table->unit(route.unit);
    return Handler{.unit = unit ? unit->name : QString(), .why = unit ? QString() : route.words, .isSample = table->sample};
}

QList<base::Error> UnitBook::faults() const
{
    read();
    return m_faults;
}

}
