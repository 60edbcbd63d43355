#include "ui/guides/guidesheet.h"

#include "core/papers/sheet.h"
#include "ui/widgets/paperpreview.h"
#include "ui/words/words.h"

#include <memory>

void showPaper(PaperPreview &preview, const base::Result<papers::Paper> &paper)
{
    if (!paper) {
        preview.showError(words::sentence(paper.error()), paper.error().place + QStringLiteral(": ") + paper.error().detail);
        return;
    }
    // Shared: a page is drawn when it is first seen.
    const auto sheet = std::make_shared<const papers::Sheet>(*paper);
    preview.showPages(sheet->pageCount(), [sheet](int page, double scale) { return sheet->picture(page, scale); },
                      sheet->pageSize());
}
