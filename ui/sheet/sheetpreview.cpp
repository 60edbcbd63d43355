#include "ui/sheet/sheetpreview.h"

#include "core/papers/sheet.h"
#include "ui/widgets/paperpreview.h"
#include "ui/words/words.h"

#include <memory>

void showPaper(PaperPreview &preview, const base::Result<papers::Paper> &paper)
{
    if (!paper) {
        preview.showError(words::sentence(paper.error()), {});
        return;
    }
    // Shared: the preview draws a page when it is first seen, which may be long after the next paper was laid out.
    const auto sheet = std::make_shared<const papers::Sheet>(*paper);
    preview.showPages(sheet->pageCount(), [sheet](int page, double scale) { return sheet->picture(page, scale); },
                      sheet->pageSize());
}

void restOn(const PaperPreview &preview, QWidget &holder)
{
    QWidget *pages = preview.focusProxy();
    (pages->isVisible() ? pages : &holder)->setFocus(Qt::OtherFocusReason);
}
