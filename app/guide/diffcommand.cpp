#include "app/guide/diffcommand.h"

#include "core/guides/difference.h"

#include <QTextStream>

using namespace Qt::StringLiterals;
using domain::GuidePack;

namespace {

QString headOf(const GuidePack &pack)
{
    return u"%1 %2（%3，自%4起施行）"_s.arg(pack.id, pack.version, pack.title, pack.from.toString(Qt::ISODate));
}

}

int diffPacks(const PackFinder &finder, const QString &old, const QString &now, QTextStream &out, QTextStream &err)
{
    const base::Result<GuidePack> before = finder.pack(old);
    const base::Result<GuidePack> after = finder.pack(now);
    if (!before || !after) {
        const base::Error &error = before ? after.error() : before.error();
        err << error.place << u": "_s << error.detail << '\n';
        return 1;
    }
    const QList<guides::Difference> differences = guides::differencesBetween(*before, *after);
    out << u"旧："_s << headOf(*before) << '\n' << u"新："_s << headOf(*after) << '\n';
    if (differences.isEmpty())
        out << u"没有差异\n"_s;
    QString heading;
    for (const guides::Difference &difference : differences) {
        const QString place = difference.matterId.isEmpty()
            ? u"指南包"_s
            : u"%1（%2）"_s.arg(difference.matterName, difference.matterId);
        if (place != heading)
            out << place << '\n';
        heading = place;
        out << (difference.changesChecklist ? u"  ! "_s : u"    "_s) << difference.text << '\n';
    }
    if (!differences.isEmpty())
        out << u"共%1处差异；带“!”的影响申请人要办的事项、要交的材料或要填的内容\n"_s.arg(differences.size());
    return 0;
}
