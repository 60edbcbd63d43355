#include "app/hub/web/guideface.h"

#include <QJsonArray>

namespace web {

using namespace Qt::StringLiterals;

QList<Route> GuideFace::routes() const
{
    return {{"GET", "/", [this](const Asked &asked) { return home(asked); }}};
}

hub::Response GuideFace::home(const Asked &) const
{
    const base::Result<QList<offices::PackLine>> packs = m.guides.packs();
    if (!packs)
        return problemPage(m.pages, packs.error());
    QJsonArray rows;
    for (const offices::PackLine &pack : *packs)
        rows << QJsonObject{{"title"_L1, pack.title}, {"count"_L1, pack.matters.size()}};
    return m.pages.show({.title = u"办事指南"_s, .name = u"home"_s, .words = {{"packs"_L1, rows}}});
}

}
