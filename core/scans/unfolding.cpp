#include "core/scans/unfolding.h"

#include "core/scans/pagestream.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

#include <array>
#include <chrono>

#include <unistd.h>

namespace scans {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using pagestream::Record;

namespace {

constexpr int mostStarts = 4; // three pages of a file may stop the process
constexpr auto glance = 100ms; // how often it is asked whether to stop
constexpr std::chrono::milliseconds silence = 120s; // for a page; its own limit is one of computing time
constexpr int stopping = 2000; // ms

/// One run of the program over the pages from \c m_next on.
class Run
{
public:
    Run(int handle, const QString &program, const std::atomic_bool &cancelled, int from, int longestSide)
        : m_cancelled(cancelled), m_next(from)
    {
        m_process.setProgram(program);
        m_process.setArguments({u"--from"_s, QString::number(from), u"--longest"_s, QString::number(longestSide)});
        m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.setChildProcessModifier([handle] {
            ::lseek(handle, 0, SEEK_SET);
            ::dup2(handle, STDIN_FILENO);
        });
        m_process.start(QIODevice::ReadOnly);
    }
    ~Run()
    {
        m_process.kill();
        m_process.waitForFinished(stopping);
    }

    bool hasStarted() { return m_process.waitForStarted(); }
    /// The page that comes next, or came last when the file is at its end.
    int next() const { return m_next; }

    /// The next record; nothing when the program has ended, was stopped, or writes none.
    std::optional<Record> read()
    {
        QElapsedTimer quiet;
        quiet.start();
        for (;;) {
            const auto record = pagestream::takeFrom(m_stream);
            if (!record || *record)
                return record ? *record : std::nullopt;
            if (m_cancelled || quiet.hasExpired(silence.count()))
                return {};
            if (m_process.bytesAvailable() == 0 && !m_process.waitForReadyRead(int(glance.count()))
                && m_process.state() == QProcess::NotRunning && m_process.bytesAvailable() == 0)
                return {};
            m_stream += m_process.readAllStandardOutput();
        }
    }

    /// Why there is no page \c next().
    PictureFault fault()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(int(glance.count())))
            return PictureFault::TooLong;
        using pagestream::Ending;
        if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == int(Ending::NoMemory))
            return PictureFault::TooMuchMemory;
        if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == int(Ending::TooLong))
            return PictureFault::TooLong;
        return PictureFault::Unreadable;
    }

    void advance() { ++m_next; }

private:
    const std::atomic_bool &m_cancelled;
    QProcess m_process;
    QByteArray m_stream;
    int m_next;
};

/// Tells what \a run gives; true when it came to its end, false when it was stopped. \a pages: how many the file has.
bool tellRun(Run &run, int &pages, const std::function<void(const UnfoldedPage &)> &tell)
{
    using What = Record::What;
    while (const std::optional<Record> record = run.read()) {
        if (record->what == What::End)
            return true;
        if (record->what == What::Pages && record->page <= quint32(mostPages)) {
            pages = int(record->page);
            continue;
        }
        const PictureFault fault = record->what == What::Fault ? pagestream::faultIn(*record) : PictureFault::Unreadable;
        const bool isNext = run.next() <= pages && record->page == quint32(run.next());
        if (!isNext || record->what == What::Pages) {
            tell({0, pages, tl::unexpected(fault)});
            return true;
        }
        run.advance();
        if (record->what == What::Picture)
            tell({int(record->page), pages, record->body});
        else
            tell({int(record->page), pages, tl::unexpected(fault)});
    }
    return false;
}

}

std::optional<PagesKind> pagesKindOf(const QByteArray &start)
{
    static constexpr std::array heifBrands{"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"};
    if (start.left(1024).contains("%PDF-"))
        return PagesKind::Pdf;
    if (start.startsWith(QByteArray("II*\0", 4)) || start.startsWith(QByteArray("MM\0*", 4)))
        return PagesKind::Tiff;
    const QByteArray brand = start.mid(8, 4);
    const bool isHeif = start.mid(4, 4) == "ftyp" && std::ranges::any_of(heifBrands, [&](const char *b) { return brand == b; });
    return isHeif ? std::optional(PagesKind::Heif) : std::nullopt;
}

QString pagesProgram()
{
    return QCoreApplication::applicationDirPath() + "/yichuang-pages"_L1;
}

void unfold(int handle, const QString &program, const std::atomic_bool &cancelled,
            const std::function<void(const UnfoldedPage &)> &tell, int longestSide)
{
    int pages = 0;
    int next = 1;
    for (int start = 1; start <= mostStarts; ++start) {
        Run run(handle, program, cancelled, next, longestSide);
        if (!run.hasStarted())
            return tell({0, pages, tl::unexpected(PictureFault::NoReader)});
        if (tellRun(run, pages, tell) || cancelled)
            return;
        const bool isPage = run.next() <= pages;
        tell({isPage ? run.next() : 0, pages, tl::unexpected(run.fault())});
        next = run.next() + 1;
        if (next > pages)
            return;
    }
    tell({next, pages, tl::unexpected(PictureFault::GivenUp)});
}

}
