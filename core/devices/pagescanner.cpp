#include "core/devices/pagescanner.h"

#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>

#include <sys/prctl.h>

namespace devices {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto stopPatience = 3s; // scanimage tells the scanner to let go of the page
constexpr int leavingPatience = 2000; // ms, when the window closes
constexpr qint64 mostPageBytes = 64 << 20;
constexpr int mostScanners = 6; // asked one after the other
constexpr qsizetype mostWords = 4000; // of a driver that talks without end
constexpr double a4Width = 210, a4Height = 297; // mm

void leave(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(leavingPatience))
        process.kill();
    process.waitForFinished(leavingPatience);
}

/// Cameras for talking are scanners to SANE; nobody means them first.
bool isCamera(const ScannerFace &face)
{
    return face.device.startsWith("v4l:"_L1);
}

}

PageScanner::PageScanner(QString program, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent), m_program(std::move(program))
{
    for (QTimer *timer : {&m_lookPatience, &m_scanPatience, &m_stopPatience})
        timer->setSingleShot(true);
    m_lookPatience.setInterval(patience);
    m_scanPatience.setInterval(patience);
    m_stopPatience.setInterval(stopPatience);
    connect(&m_look, &QProcess::finished, this, &PageScanner::noteLook);
    connect(&m_lookPatience, &QTimer::timeout, &m_look, &QProcess::kill);
    connect(&m_scan, &QProcess::readyReadStandardOutput, this, &PageScanner::takePages);
    connect(&m_scan, &QProcess::readyReadStandardError, this, &PageScanner::noteProgress);
    connect(&m_scan, &QProcess::finished, this, &PageScanner::finishScan);
    connect(&m_scan, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_said = m_scan.errorString();
            end(ScanTrouble::Other);
        }
    });
    connect(&m_scanPatience, &QTimer::timeout, this, [this] {
        m_isSilent = true;
        m_scan.kill();
    });
    connect(&m_stopPatience, &QTimer::timeout, &m_scan, &QProcess::kill);
}

PageScanner::~PageScanner()
{
    for (QProcess *process : {&m_look, &m_scan}) {
        process->disconnect(this);
        leave(*process);
    }
}

void PageScanner::start(QProcess &process, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s); // its words are read here
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process.start(m_program, arguments, QIODevice::ReadOnly);
}

void PageScanner::look()
{
    if (isLooking())
        return;
    m_faces.clear();
    m_asked = -1;
    if (QStandardPaths::findExecutable(m_program).isEmpty()) {
        emit found(m_faces);
        return;
    }
    m_lookPatience.start();
    start(m_look, {u"--formatted-device-list=%d|%v %m%n"_s});
}

void PageScanner::noteLook()
{
    const QString listed = QString::fromUtf8(m_look.readAllStandardOutput());
    if (m_asked >= 0) {
        m_faces[m_asked] = withOptions(m_faces[m_asked], listed);
    } else {
        // One line a scanner: its id, then maker and model.
        for (const QString &line : listed.split(u'\n', Qt::SkipEmptyParts)) {
            if (line.contains(u'|') && m_faces.size() < mostScanners)
                m_faces.append({.device = line.section(u'|', 0, 0), .name = line.section(u'|', 1).simplified()});
        }
        std::ranges::stable_partition(m_faces, [](const ScannerFace &face) { return !isCamera(face); });
    }
    askNext();
}

void PageScanner::askNext()
{
    if (++m_asked < m_faces.size()) {
        m_lookPatience.start();
        start(m_look, {u"--device-name"_s, m_faces[m_asked].device, u"--all-options"_s});
        return;
    }
    m_lookPatience.stop();
    emit found(m_faces);
}

QStringList PageScanner::argumentsFor(const ScanWish &wish) const
{
    QStringList arguments{u"--device-name"_s, wish.device, u"--progress"_s, u"--batch-print"_s};
    const bool isMono = isBlackAndWhite(wish.mode);
    arguments << (isMono ? u"--format=png"_s : u"--format=jpeg"_s);
    arguments << u"--batch=%1/page-%d.%2"_s.arg(m_tray->folder(), isMono ? u"png"_s : u"jpg"_s);
    if (!isFeeder(wish.source))
        arguments << u"--batch-count=1"_s;
    // What comes later may depend on what comes first: a feeder has other resolutions and another size.
    if (!wish.source.isEmpty())
        arguments << u"--source=%1"_s.arg(wish.source);
    if (!wish.mode.isEmpty())
        arguments << u"--mode=%1"_s.arg(wish.mode);
    if (wish.resolution > 0)
        arguments << u"--resolution=%1"_s.arg(wish.resolution);
    const auto face = std::ranges::find(m_faces, wish.device, &ScannerFace::device);
    const bool isLong = face != m_faces.end() && face->area.width() >= a4Width && face->area.height() >= a4Height;
    if (isFeeder(wish.source) && isLong)
        arguments << u"-x"_s << QString::number(a4Width) << u"-y"_s << QString::number(a4Height);
    return arguments;
}

void PageScanner::scan(const ScanWish &wish)
{
    if (isScanning() || wish.device.isEmpty())
        return;
    m_tray.emplace();
    m_said.clear();
    m_pages = 0;
    m_isStopped = m_isSilent = false;
    if (!m_tray->isThere()) {
        end(ScanTrouble::NoPlace);
        return;
    }
    m_scanPatience.start();
    start(m_scan, argumentsFor(wish));
}

void PageScanner::stop()
{
    if (!isScanning() || m_isStopped)
        return;
    m_isStopped = true;
    m_scan.terminate();
    m_stopPatience.start();
}

void PageScanner::takePages()
{
    m_scanPatience.start();
    while (m_tray && m_scan.canReadLine()) {
        const QString file = QString::fromUtf8(m_scan.readLine()).trimmed();
        if (const base::Result<QByteArray> picture = m_tray->take(file, mostPageBytes))
            emit scanned(++m_pages, *picture);
    }
}

void PageScanner::noteProgress()
{
    static const QRegularExpression beginning(u"Scanning page (\\d+)"_s);
    m_scanPatience.start();
    const QString said = QString::fromUtf8(m_scan.readAllStandardError());
    m_said = (m_said + said).right(mostWords);
    int page = 0;
    for (auto match = beginning.globalMatch(said); match.hasNext();)
        page = match.next().captured(1).toInt();
    if (page > 0 && !m_isStopped)
        emit began(page);
}

void PageScanner::finishScan(int code, QProcess::ExitStatus status)
{
    m_scan.setReadChannel(QProcess::StandardOutput);
    takePages();
    noteProgress();
    if (m_isStopped)
        end(ScanTrouble::None);
    else if (m_isSilent)
        end(ScanTrouble::Silent);
    else
        end(status == QProcess::NormalExit ? troubleOf(code, m_said, m_pages) : ScanTrouble::Other);
}

void PageScanner::end(ScanTrouble trouble)
{
    m_scanPatience.stop();
    m_stopPatience.stop();
    m_tray.reset();
    // Of all it says, the last complaint.
    static const QRegularExpression complaint(u"scanimage: (?:sane_\\w+: )?([^\\n\\r]+)"_s);
    QString said = m_said.trimmed();
    for (auto match = complaint.globalMatch(m_said); match.hasNext();)
        said = match.next().captured(1);
    emit ended(m_pages, trouble, said);
}

}
