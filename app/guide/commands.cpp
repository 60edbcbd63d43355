#include "app/guide/commands.h"

#include "app/guide/mattertext.h"
#include "core/base/datafolder.h"
#include "core/guides/packschema.h"

#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::GuidePack;
using domain::Item;
using domain::Matter;

namespace {

QString lineOf(const base::Error &error)
{
    return error.place + u": "_s + error.detail + u'\n';
}

/// What the reader refuses; when that is nothing, what only the published schema refuses.
QList<base::Error> faultsOf(const QString &file, const guides::PackSchema &schema)
{
    const base::Result<QByteArray> json = guides::readPackFile(file);
    if (!json)
        return {json.error()};
    const QList<base::Error> faults = guides::faultsIn(*json, file);
    return faults.isEmpty() ? schema.faultsIn(*json, file) : faults;
}

qsizetype countRows(const GuidePack &pack)
{
    qsizetype rows = 0;
    for (const Matter &matter : pack.matters)
        rows += matter.items.size();
    return rows;
}

qsizetype countWorkedOut(const GuidePack &pack)
{
    return std::ranges::count_if(pack.matters,
                                 [](const Matter &matter) { return matter.status != domain::MatterStatus::Catalogue; });
}

}

const Matter *matterOf(const GuidePack &pack, const QString &name)
{
    const auto isMeant = [&](const Matter &matter) {
        return matter.id == name || matter.name == name || QString::number(matter.sequence) == name;
    };
    const auto it = std::ranges::find_if(pack.matters, isMeant);
    return it == pack.matters.end() ? nullptr : &*it;
}

int Commands::fail(const base::Error &error)
{
    m_err << lineOf(error);
    return 1;
}

int Commands::rows(const QString &name)
{
    const base::Result<GuidePack> pack = m_finder.pack(name);
    if (!pack)
        return fail(pack.error());
    for (const Matter &matter : pack->matters) {
        for (const Item &item : matter.items) {
            const QStringList row{pack->id,        QString::number(matter.sequence),
                                  matter.mark,     matter.name,
                                  matter.lead,     item.name,
                                  item.department, item.level,
                                  item.note};
            m_out << row.join(u'\t') << '\n';
        }
    }
    return 0;
}

int Commands::check(const QStringList &names)
{
    QStringList files = names.isEmpty() ? m_finder.files() : QStringList();
    if (names.isEmpty() && files.isEmpty())
        return fail({base::Error::Kind::Document, u"there is no pack in the folder"_s, m_finder.folder()});
    for (const QString &name : names) {
        const QStringList found = m_finder.files(name);
        if (found.isEmpty())
            return fail({base::Error::Kind::Document, u"there is no such pack or file"_s, name});
        files += found;
    }
    const auto schema = guides::PackSchema::load(base::dataFolder() + u"/schemas/guide-pack.schema.json"_s);
    if (!schema)
        return fail(schema.error());
    bool isSound = true;
    for (const QString &file : std::as_const(files)) {
        const QList<base::Error> faults = faultsOf(file, *schema);
        for (const base::Error &fault : faults)
            m_out << lineOf(fault);
        if (faults.isEmpty())
            m_out << file << u": no faults\n"_s;
        isSound = isSound && faults.isEmpty();
    }
    return isSound ? 0 : 1;
}

int Commands::list()
{
    const base::Result<guides::Shelf> shelf = m_finder.shelf();
    if (!shelf)
        return fail(shelf.error());
    for (const GuidePack &pack : shelf->packs()) {
        m_out << pack.id << '\t' << pack.version << '\t' << pack.matters.size() << '\t' << countRows(pack) << '\t'
              << countWorkedOut(pack) << '\t' << pack.title << '\n';
    }
    for (const base::Error &fault : shelf->faults())
        m_err << lineOf(fault);
    return shelf->faults().isEmpty() ? 0 : 1;
}

int Commands::show(const QString &packName, const QString &matterName)
{
    const base::Result<GuidePack> pack = m_finder.pack(packName);
    if (!pack)
        return fail(pack.error());
    const Matter *matter = matterOf(*pack, matterName);
    if (!matter)
        return fail({base::Error::Kind::Document, u"there is no matter “%1”"_s.arg(matterName), pack->id});
    m_out << matterText(*pack, *matter);
    return 0;
}
