#pragma once

#include "app/hub/web/pages.h"
#include "core/papers/paper.h"

namespace web {

/// A heading of the first level, to be jumped to.
struct Section {
    QString id;
    QString text;
};
struct PaperPage {
    Html html; ///< without the title
    QList<Section> sections;
};

/// The blocks of \a paper as HTML, in their order, so that a page says exactly what the paper says. Tables carry the head of their columns
/// at each cell, because a phone shows a row as a card. Web addresses become links.
PaperPage pageOf(const papers::Paper &paper);

}
