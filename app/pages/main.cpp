#include "app/pages/limits.h"
#include "app/pages/pagesource.h"
#include "core/scans/pagestream.h"
#include "core/scans/unfolding.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using scans::PictureFault;
using scans::PictureKind;
using scans::pagestream::Record;
using What = Record::What;

namespace {

bool say(const Record &record)
{
    const QByteArray bytes = scans::pagestream::bytesOf(record);
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t part = ::write(STDOUT_FILENO, bytes.constData() + written, size_t(bytes.size() - written));
        if (part < 0)
            return false; // nobody listens any more
        written += part;
    }
    return true;
}

/// The whole of standard input, which must be a plain file.
tl::expected<QByteArrayView, PictureFault> input()
{
    struct stat status{};
    if (::fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode))
        return tl::unexpected(PictureFault::NoPlainFile);
    if (status.st_size == 0)
        return tl::unexpected(PictureFault::Empty);
    if (status.st_size > scans::mostFileBytes)
        return tl::unexpected(PictureFault::TooBig);
    void *start = ::mmap(nullptr, size_t(status.st_size), PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    if (start == MAP_FAILED)
        return tl::unexpected(PictureFault::Unreadable);
    return QByteArrayView(static_cast<const char *>(start), qsizetype(status.st_size));
}

tl::expected<QByteArray, PictureFault> pictureOf(const QImage &image)
{
    if (image.depth() == 1)
        return scans::encode(image, PictureKind::Png);
    return scans::encode(image.allGray() ? image.convertToFormat(QImage::Format_Grayscale8) : image, PictureKind::Jpeg);
}

/// \a image, no side of it longer than \a longest dots; 0: as it is.
QImage within(const QImage &image, int longest)
{
    if (longest == 0 || std::max(image.width(), image.height()) <= longest)
        return image;
    return image.scaled(longest, longest, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

/// The pages from \a from on, each within \a seconds of computing; why the file as a whole is not taken.
tl::expected<void, PictureFault> tellPages(int from, int seconds, int longest)
{
    const auto file = input();
    if (!file)
        return tl::unexpected(file.error());
    const std::unique_ptr<PageSource> source = sourceOf(*file);
    if (!source)
        return tl::unexpected(PictureFault::UnknownKind);
    const auto pages = source->pages();
    if (!pages)
        return tl::unexpected(pages.error());
    if (*pages < 1 || *pages > scans::mostPages)
        return tl::unexpected(PictureFault::TooManyPages);
    if (!say({What::Pages, quint32(*pages), {}}))
        return {};
    for (int page = from; page <= *pages; ++page) {
        limits::beginPage(seconds);
        const auto picture = source->draw(page).map([&](const QImage &image) { return within(image, longest); }).and_then(pictureOf);
        if (!say(picture ? Record{What::Picture, quint32(page), *picture}
                         : scans::pagestream::faultRecord(quint32(page), picture.error())))
            return {};
    }
    return {};
}

}

int main(int argc, char **argv)
{
    limits::takeOn();
    const QCoreApplication application(argc, argv); // finds the writers of pictures
    const QCommandLineOption firstPage(u"from"_s, u"Begins with this page."_s, u"page"_s, u"1"_s);
    const QCommandLineOption time(u"seconds"_s, u"Computing that a page may take."_s, u"seconds"_s, QString::number(limits::pageSeconds));
    QCommandLineParser arguments;
    const QCommandLineOption side(u"longest"_s, u"Draws no side longer."_s, u"dots"_s, u"0"_s);
    arguments.addOptions({firstPage, time, side});
    arguments.process(application);
    const int seconds = std::clamp(arguments.value(time).toInt(), 1, limits::pageSeconds);
    limits::beginPage(seconds);
    if (const auto told = tellPages(std::max(1, arguments.value(firstPage).toInt()), seconds, std::max(0, arguments.value(side).toInt())); !told)
        say(scans::pagestream::faultRecord(0, told.error()));
    say({What::End, 0, {}});
    return 0;
}
