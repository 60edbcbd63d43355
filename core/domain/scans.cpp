#include "core/domain/scans.h"

#include <algorithm>

namespace domain {

QList<ScanPicture> presentScans(const Case &file)
{
    QList<ScanPicture> present;
    std::ranges::copy_if(file.life.scans, std::back_inserter(present), [](const ScanPicture &p) { return !p.removed; });
    return present;
}

QList<ScanPicture> scansOf(const Case &file, const QString &material)
{
    QList<ScanPicture> pages;
    std::ranges::copy_if(file.life.scans, std::back_inserter(pages),
                         [&](const ScanPicture &p) { return !p.removed && p.material == material; });
    std::ranges::stable_sort(pages, {}, &ScanPicture::page);
    return pages;
}

const ScanPicture *presentScan(const Case &file, const QString &scan)
{
    const auto found = std::ranges::find(file.life.scans, scan, &ScanPicture::scan);
    return found == file.life.scans.end() || found->removed ? nullptr : &*found;
}

bool isScanAddress(const QString &text)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == 64 && std::ranges::all_of(text, isHex);
}

}
