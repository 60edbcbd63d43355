#include "core/domain/issuedpapers.h"

#include <algorithm>

namespace domain {

QList<PaperRef> papersOf(const Case &file)
{
    QList<PaperRef> papers;
    for (const IssuedNotice &notice : file.notices)
        papers.append({.kind = PaperKind::CorrectionNotice, .number = notice.number, .item = {}});
    if (file.filing)
        papers.append({.kind = PaperKind::FilingReceipt, .number = 1, .item = {}});
    return papers;
}

bool isIssued(const Case &file, const PaperRef &paper)
{
    return papersOf(file).contains(paper);
}

}
