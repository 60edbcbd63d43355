#include "core/desk/matternames.h"

#include "core/guides/shelf.h"

namespace desk {

namespace {

QString nameKey(const QString &pack, const QString &version, const QString &matter)
{
    return pack + u'/' + version + u'/' + matter;
}

}

MatterNames::MatterNames(const guides::Shelf &shelf)
{
    for (const domain::GuidePack &pack : shelf.packs()) {
        for (const domain::Matter &matter : pack.matters)
            m_names.insert(nameKey(pack.id, pack.version, matter.id), matter.name);
    }
}

QString MatterNames::name(const domain::GuideRef &ref) const
{
    return m_names.value(nameKey(ref.pack, ref.version, ref.matter), ref.matter);
}

}
