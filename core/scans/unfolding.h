#pragma once

#include "core/scans/picture.h"

#include <QString>

#include <atomic>
#include <functional>
#include <optional>

namespace scans {

/// A file that holds pages, by its first bytes; a file name is never believed.
enum class PagesKind { Pdf, Tiff, Heif };
std::optional<PagesKind> pagesKindOf(const QByteArray &start);

constexpr qint64 mostFileBytes = 400LL << 20; ///< two hundred pages of a colour scanner
constexpr int mostPages = 500; ///< of one file; a case has fewer
constexpr int usualDpi = 300; ///< at which a page without dots of its own is drawn
constexpr int coarsestDpi = 100; ///< of a large page, which is drawn as fine as mostDots allows

/// The program that takes files apart, beside the program that runs.
QString pagesProgram();

/// A page of a file, or why it is not to be had.
struct UnfoldedPage {
    int page = 0; ///< from 1; 0: the whole file
    int pages = 0; ///< how many the file has; 0: not known
    tl::expected<QByteArray, PictureFault> picture; ///< JPEG or PNG, as hostile as the file was: headOf() judges it
};

/// Takes the file that is open as \a handle apart, in a process with limits of memory and time (\a program): a file that makes a
/// decoder crash or hang costs its page. Every page is told in order, in this thread, which waits; setting \a cancelled ends it
/// within a moment. A page that stops the process is told as a fault and the next ones are tried, a few times. \a longestSide: in dots, of
/// each picture; 0: as it is. Besides files of pages the program takes a JPEG or PNG as one page.
void unfold(int handle, const QString &program, const std::atomic_bool &cancelled,
            const std::function<void(const UnfoldedPage &)> &tell, int longestSide = 0);

}
