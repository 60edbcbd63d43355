#include "core/journal/journalcopy.h"

#include "core/journal/database.h"

namespace journal {

using namespace Qt::StringLiterals;

base::Result<> copyJournal(const QString &folder, const QString &target)
{
    Database database(folder + u"/journal.db"_s);
    return database.open().and_then([&] { return database.run("VACUUM INTO :target", {{u":target"_s, target}}); });
}

}
