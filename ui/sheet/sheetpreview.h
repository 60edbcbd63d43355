#pragma once

#include "core/base/result.h"
#include "core/papers/paper.h"

class PaperPreview;
class QWidget;

/// Lays \a paper out and shows it in \a preview, or says why there is none.
void showPaper(PaperPreview &preview, const base::Result<papers::Paper> &paper);
/// Gives the keyboard to the pages of \a preview, where Enter does nothing; without a page to scroll in, to \a holder.
void restOn(const PaperPreview &preview, QWidget &holder);
