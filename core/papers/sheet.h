#pragma once

#include "core/base/result.h"
#include "core/papers/paper.h"

#include <QImage>

#include <memory>

namespace papers {

/// A paper laid out on A4 pages, upright or across, or on a roll (Pango/Cairo). The one drawing behind preview, PDF and printer.
class Sheet final
{
public:
    explicit Sheet(const Paper &paper);
    ~Sheet();
    Sheet(Sheet &&) noexcept;
    Sheet &operator=(Sheet &&) noexcept;

    int pageCount() const;
    QSizeF pageSize() const; ///< points
    /// Page \a page (from 0) as a picture, \a scale device pixels per PostScript point (1/72 inch).
    QImage picture(int page, double scale) const;
    /// A receipt on a roll as the dots that the printer burns (see roll.h); null for other papers.
    QImage raster() const;
    /// The whole paper as PDF: embedded subset fonts, exact text layer, title, author, language.
    base::Result<QByteArray> pdf() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

}
