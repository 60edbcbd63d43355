#include "core/domain/scanrules.h"

#include "core/domain/scans.h"

#include <algorithm>

namespace domain {

namespace {

using Why = Refusal::Why;

const QString edited = QStringLiteral("edited"); ///< why the original is not shown any more
const QString reverted = QStringLiteral("reverted");

int nextPage(const Case &file, const QString &material)
{
    const QList<ScanPicture> pages = scansOf(file, material);
    return pages.isEmpty() ? 1 : pages.last().page + 1;
}

bool isAskedFor(const Plan &plan, const QString &material)
{
    return material.isEmpty() || plan.material(material);
}

/// The picture \a scan, to be changed; or why it may not be.
Ruling<ScanPicture> changeable(const Case &file, const QString &scan)
{
    const ScanPicture *picture = presentScan(file, scan);
    if (!picture)
        return refuse(Why::UnknownScan, {}, scan);
    if (file.life.pushedAt.isValid())
        return refuse(Why::ScansSent, {}, scan);
    return *picture;
}

/// \a next in the place of \a old.
Facts exchange(const ScanPicture &old, const QString &why, const ScanAttached &next)
{
    return {LifeFact{ScanRemoved{old.scan, why}}, LifeFact{next}};
}

}

Ruling<Facts> attachScan(const Case &file, const Plan &plan, const AttachScan &command)
{
    if (!isScanAddress(command.scan) || command.bytes <= 0 || command.kind.isEmpty())
        return refuse(Why::UnknownScan, {}, command.scan);
    if (const ScanPicture *known = presentScan(file, command.scan)) {
        const Plan::MaterialLine *line = plan.material(known->material);
        return refuse(Why::ScanThereAlready, line ? line->material.name : QString(), known->material);
    }
    ScanAttached fact{command.scan, command.material, 1, command.kind, command.bytes, command.from};
    if (!command.from.isEmpty()) {
        return changeable(file, command.from).map([&](const ScanPicture &original) {
            fact.material = original.material;
            fact.page = original.page;
            return exchange(original, edited, fact);
        });
    }
    if (!isAskedFor(plan, command.material))
        return refuse(Why::UnknownMaterial, command.material, command.material);
    fact.page = nextPage(file, command.material);
    return Facts{LifeFact{fact}};
}

Ruling<Facts> moveScan(const Case &file, const Plan &plan, const MoveScan &command)
{
    const Ruling<ScanPicture> picture = changeable(file, command.scan);
    if (!picture)
        return tl::unexpected(picture.error());
    if (!isAskedFor(plan, command.material))
        return refuse(Why::UnknownMaterial, command.material, command.material);
    if (picture->material == command.material)
        return Facts{};
    return Facts{LifeFact{ScanMoved{command.scan, command.material, nextPage(file, command.material)}}};
}

Ruling<Facts> removeScan(const Case &file, const RemoveScan &command)
{
    return changeable(file, command.scan).map([&](const ScanPicture &picture) {
        return Facts{LifeFact{ScanRemoved{picture.scan, wordsOf(command.reason)}}};
    });
}

Ruling<Facts> revertScan(const Case &file, const RevertScan &command)
{
    const Ruling<ScanPicture> picture = changeable(file, command.scan);
    if (!picture)
        return tl::unexpected(picture.error());
    const auto original = std::ranges::find(file.life.scans, picture->from, &ScanPicture::scan);
    if (picture->from.isEmpty() || original == file.life.scans.end())
        return refuse(Why::UnknownScan, {}, picture->from);
    return exchange(*picture, reverted,
                    {original->scan, picture->material, picture->page, original->kind, original->bytes, original->from});
}

}
