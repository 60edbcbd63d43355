#pragma once

#include "core/base/result.h"
#include "core/papers/paper.h"

class PaperPreview;

/// Shows \a paper as it will be printed, or why it cannot be made.
void showPaper(PaperPreview &preview, const base::Result<papers::Paper> &paper);
