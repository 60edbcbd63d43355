#include "app/hub/routingcheck.h"

#include "core/base/durablefile.h"
#include "core/guides/routingreader.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

int sayFaults(const QList<base::Error> &faults, QTextStream &err)
{
    for (const base::Error &fault : faults)
        err << fault.place << ": " << fault.detail << '\n';
    return 1;
}

}

int checkRouting(const QString &file, QTextStream &out, QTextStream &err)
{
    const base::Result<QByteArray> bytes = base::readPlain(file, guides::mostRoutingBytes);
    if (!bytes)
        return sayFaults({bytes.error()}, err);
    if (const QList<base::Error> faults = guides::routingFaultsIn(*bytes, file); !faults.isEmpty())
        return sayFaults(faults, err);
    const auto table = guides::readRouting(*bytes, file);
    out << u"%1 %2 (%3): %4 units, %5 rules, in force from %6%7\n"_s.arg(table->id, table->version, table->city)
               .arg(table->units.size())
               .arg(table->rules.size())
               .arg(table->from.toString(Qt::ISODate), table->sample ? u", a sample"_s : QString());
    return 0;
}

}
