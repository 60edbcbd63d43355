#include "app/hub/web/guidepapers.h"

#include "core/papers/sheet.h"

namespace web {

using namespace Qt::StringLiterals;

base::Result<papers::Paper> GuidePapers::full(const domain::Guide &guide, QDate day) const
{
    return papers::fullGuide(m_forms, {guide, m_hall, day});
}

base::Result<papers::Paper> GuidePapers::list(const domain::Guide &guide, const offices::PersonalList &list, QDate day) const
{
    return papers::personalList(m_forms, {guide, m_hall, day}, list.plan);
}

base::Result<QByteArray> GuidePapers::pdf(const domain::Guide &guide, Leaf leaf, QDate day)
{
    const domain::GuideRef &ref = guide.ref;
    const QString name = u"%1/%2/%3/%4/%5"_s.arg(ref.pack, ref.version, ref.matter, day.toString(Qt::ISODate)).arg(int(leaf));
    {
        const std::lock_guard lock(m_mutex);
        if (const QByteArray *kept = m_pdfs.object(name))
            return *kept;
    }
    const base::Result<papers::Paper> paper
        = leaf == Leaf::Full ? full(guide, day) : papers::conciseGuide(m_forms, {guide, m_hall, day});
    base::Result<QByteArray> made = paper.and_then([](const papers::Paper &ready) { return papers::Sheet(ready).pdf(); });
    if (made) {
        const std::lock_guard lock(m_mutex);
        m_pdfs.insert(name, new QByteArray(*made), made->size() / 1024 + 1);
    }
    return made;
}

}
