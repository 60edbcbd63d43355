#include "ui/scans/scanspage.h"

#include "core/scans/scanstore.h"
#include "ui/scans/pagesmodel.h"
#include "ui/scans/pictureview.h"
#include "ui/words/words.h"

#include <algorithm>

// ScansPage: pictures that cannot be shown, because they are lost or still on their way from another window.

void ScansPage::showFailure(const QString &scan, const base::Error &error)
{
    const bool isOnItsWay = m_expected.contains(scan);
    m_pages->putFailure(scan, isOnItsWay);
    if (scan == m_shown)
        m_view->show({}, isOnItsWay ? tr("This picture is still on its way from the window that took it.") : words::sentence(error));
}

void ScansPage::expect(const QStringList &scans)
{
    const QStringList before = std::exchange(m_expected, scans);
    for (const QString &scan : before) {
        if (m_expected.contains(scan))
            continue;
        m_pages->askAgain(scan);
        if (scan == m_shown) {
            m_shown.clear();
            showCurrent();
        }
    }
}

void ScansPage::noteCheck(const QList<scans::Finding> &findings, int recovered)
{
    using Kind = scans::Finding::Kind;
    const auto bad = std::ranges::count_if(findings, [this](const scans::Finding &finding) {
        return finding.kind == Kind::Damaged || (finding.kind == Kind::Missing && !m_expected.contains(finding.scan));
    });
    if (bad == 0 && !m_expected.isEmpty())
        tell(InlineMessage::Level::Info, tr("%n picture(s) of another window are still on their way.", nullptr, int(m_expected.size())),
             tr("They show here as soon as they have come."));
    else if (bad > 0)
        tell(InlineMessage::Level::Error, tr("%n picture(s) of this case are missing or damaged on this PC.", nullptr, int(bad)),
             tr("Take them again, and tell your technician: %1").arg(findings.front().file));
    else if (recovered > 0)
        tell(InlineMessage::Level::Info, tr("%n picture(s) were saved when the program stopped.", nullptr, recovered),
             tr("They are under “Not sorted yet”: sort them or take them out."));
}
