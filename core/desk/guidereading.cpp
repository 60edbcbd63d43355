#include "core/desk/guidereading.h"

#include "core/base/durablefile.h"
#include "core/desk/auditbook.h"
#include "core/papers/guidepapers.h"
#include "core/papers/sheet.h"

#include <QFileInfo>
#include <QVersionNumber>

namespace desk {

using namespace Qt::StringLiterals;

using base::Error;
using base::Fail;

GuideReading::GuideReading(const Needs &needs) : m_needs(needs) { }

GuideReading::~GuideReading() = default;

const GuideBrowser &GuideReading::browser() const
{
    const QDate today = m_needs.clock.now().date();
    const int edition = m_needs.library.edition();
    if (!m_browser || m_day != today || m_edition != edition) {
        m_browser = std::make_unique<GuideBrowser>(m_needs.library.shelf(), m_needs.search, m_needs.hall.regionCode, today);
        m_day = today;
        m_edition = edition;
    }
    return *m_browser;
}

GuideBrowser::Findings GuideReading::find(const QString &query, const GuideBrowser::Filter &filter) const
{
    return browser().find(query, filter);
}

QList<GuideBrowser::VersionLine> GuideReading::otherVersions(const domain::GuideRef &ref) const
{
    const qsizetype base = ref.version.indexOf(u'+');
    QList<GuideBrowser::VersionLine> others = browser().versions(ref.pack);
    for (GuideBrowser::VersionLine &line : others) {
        if (base >= 0)
            line.version += ref.version.mid(base);
    }
    others.removeIf([&](const GuideBrowser::VersionLine &line) {
        return line.version == ref.version || !m_needs.library.shelf().whole(line.pack, line.version);
    });
    return others;
}

bool GuideReading::has(const domain::GuideRef &ref) const
{
    return m_needs.library.shelf().guide(ref).has_value();
}

std::optional<GuideReading::Comparison> GuideReading::compare(const domain::GuideRef &ref, const QString &version) const
{
    Comparison both{.old = {ref.pack, version, ref.matter}, .now = ref};
    if (QVersionNumber::fromString(version) > QVersionNumber::fromString(ref.version))
        std::swap(both.old, both.now);
    const guides::Shelf &shelf = m_needs.library.shelf();
    const domain::GuidePack *old = shelf.whole(both.old.pack, both.old.version);
    const domain::GuidePack *now = shelf.whole(both.now.pack, both.now.version);
    if (!old || !now)
        return {};
    both.differences = guides::differencesBetween(*old, *now, ref.matter);
    return both;
}

base::Result<papers::Paper> GuideReading::paper(const domain::GuideRef &ref, Leaf leaf) const
{
    const std::optional<domain::Guide> guide = m_needs.library.shelf().guide(ref);
    if (!guide)
        return Fail({Error::Kind::Document, QStringLiteral("this version of the guide is not here"),
                     QStringLiteral("%1 %2: %3").arg(ref.pack, ref.version, ref.matter)});
    const papers::GuideFacts facts{*guide, m_needs.hall, m_needs.clock.now().date()};
    return leaf == Leaf::Full ? papers::fullGuide(m_needs.forms, facts) : papers::conciseGuide(m_needs.forms, facts);
}

base::Result<LoosePapers::Sent> GuideReading::print(const domain::GuideRef &ref, Leaf leaf)
{
    return paper(ref, leaf).and_then([&](const papers::Paper &paper) {
        return m_needs.printing.print(paper, QStringLiteral("%1 %2").arg(ref.matter, ref.version));
    });
}

base::Result<> GuideReading::save(const domain::GuideRef &ref, Leaf leaf, const QString &file) const
{
    return paper(ref, leaf)
        .and_then([](const papers::Paper &paper) { return papers::Sheet(paper).pdf(); })
        .and_then([&](const QByteArray &bytes) { return base::writeChosen(file, bytes); });
}

base::Result<> GuideReading::import(const GuideLook &look, const std::optional<Consent> &consent)
{
    const QString words = consent ? u"%1: %2"_s.arg(consent->person, consent->reason) : QString();
    const base::Result<> noted
        = m_needs.audit ? m_needs.audit->note(AuditAct::Imported, QFileInfo(look.file).fileName(), words) : base::Result<>();
    return noted.and_then([&] { return m_needs.library.import(look, consent); });
}

}
