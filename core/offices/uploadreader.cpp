#include "core/offices/uploadreader.h"

#include "core/scans/unfolding.h"

#include <chrono>

#include <sys/mman.h>
#include <unistd.h>

namespace offices {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using scans::PictureFault;

namespace {

constexpr auto patience = 15s; ///< for a reader that is free

/// A file in memory, so that nothing of a citizen comes to a disk unsealed.
class MemoryFile
{
public:
    explicit MemoryFile(const QByteArray &bytes) : m_handle(::memfd_create("upload", MFD_CLOEXEC))
    {
        for (qsizetype written = 0; m_handle >= 0 && written < bytes.size();) {
            const ssize_t part = ::write(m_handle, bytes.constData() + written, size_t(bytes.size() - written));
            if (part <= 0) {
                ::close(m_handle);
                m_handle = -1;
                break;
            }
            written += part;
        }
    }
    ~MemoryFile()
    {
        if (m_handle >= 0)
            ::close(m_handle);
    }
    int handle() const { return m_handle; }

private:
    int m_handle;

    Q_DISABLE_COPY_MOVE(MemoryFile)
};

QString sentenceOf(PictureFault fault)
{
    switch (fault) {
    case PictureFault::Empty:
        return u"文件是空的，请重新选择。"_s;
    case PictureFault::TooBig:
    case PictureFault::TooManyDots:
    case PictureFault::TooLargePage:
    case PictureFault::TooMuchMemory:
        return u"图片太大，请把相机的照片尺寸调小后重拍，或者先裁剪再上传。"_s;
    case PictureFault::UnknownKind:
        return u"这种文件不能上传。请上传照片（JPEG、PNG、HEIC）或者 PDF。"_s;
    case PictureFault::Locked:
        return u"这个 PDF 有密码。请上传没有密码的文件，或者拍照上传。"_s;
    case PictureFault::TooManyPages:
        return u"文件没有页面，或者页数太多。请分成几个文件上传。"_s;
    case PictureFault::TooLong:
    case PictureFault::GivenUp:
        return u"文件太复杂，没有读完。请拍照上传。"_s;
    case PictureFault::NoReader:
        return u"现在不能读取文件，请稍后再试，或者到窗口提交。"_s;
    case PictureFault::CutOff:
    case PictureFault::Gone:
    case PictureFault::NoPlainFile:
    case PictureFault::Unreadable:
        break;
    }
    return u"文件不完整或者已经损坏，打不开。请重新拍照上传。"_s;
}

}

Upload SandboxReader::read(const QByteArray &bytes, int mostPages)
{
    if (bytes.isEmpty())
        return {{}, sentenceOf(PictureFault::Empty)};
    if (!m_free.try_acquire_for(patience))
        return {{}, u"现在上传的人很多，请过一会儿再试。已经填写的内容都在。"_s};
    Upload upload;
    std::atomic_bool enough = false;
    const MemoryFile file(bytes);
    if (file.handle() < 0)
        upload.fault = sentenceOf(PictureFault::NoReader);
    else
        scans::unfold(file.handle(), m_program, enough, [&](const scans::UnfoldedPage &page) {
            // The process that drew it may have been taken over: what it gives is judged once more from outside.
            const auto head = page.picture.and_then([](const QByteArray &picture) { return scans::headOf(picture); });
            if (!head)
                upload.fault = sentenceOf(head.error());
            else if (page.pages > mostPages)
                upload.fault = u"文件有 %1 页，最多可以再上传 %2 页。请分开上传需要的页。"_s.arg(page.pages).arg(mostPages);
            else
                upload.pages << UploadedPage{scans::nameOf(head->kind), *page.picture};
            enough = !upload.fault.isEmpty();
        }, longestSide);
    m_free.release();
    if (upload.fault.isEmpty() && upload.pages.isEmpty())
        upload.fault = sentenceOf(PictureFault::Unreadable);
    if (!upload.fault.isEmpty())
        upload.pages.clear();
    return upload;
}

}
