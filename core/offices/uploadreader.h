#pragma once

#include "core/scans/picture.h"

#include <QString>

#include <semaphore>

namespace offices {

/// A picture that an upload came to.
struct UploadedPage {
    QString kind; ///< "jpeg" or "png"
    QByteArray bytes; ///< drawn anew, never as they came
};
/// What was in a file that somebody sent.
struct Upload {
    QList<UploadedPage> pages;
    QString fault; ///< sentence: why it is not taken; empty: it is
};

/// Reads what somebody sends as a picture or as a file of pages. From any thread.
class UploadReader
{
public:
    virtual ~UploadReader() = default;
    /// At most \a mostPages pages.
    virtual Upload read(const QByteArray &bytes, int mostPages) = 0;
};

/// Has \a program (yichuang-pages) decode and draw everything in a process of its own, at most two at a time.
class SandboxReader final : public UploadReader
{
public:
    explicit SandboxReader(QString program) : m_program(std::move(program)) { }
    Upload read(const QByteArray &bytes, int mostPages) override;

    static constexpr int longestSide = 3508; ///< of a picture that is kept, in dots: A4 at 300 dpi

private:
    static constexpr int atOnce = 2;
    const QString m_program;
    std::counting_semaphore<atOnce> m_free{atOnce};
};

}
