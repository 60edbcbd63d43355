#include "core/devices/pagescanner.h"

#include <QStandardPaths>

namespace devices {

namespace {

using namespace Qt::StringLiterals;

constexpr auto resolution = "300"_L1;
constexpr int patience = 2000; // ms, for a process that was told to stop

void stop(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate(); // scanimage then tells the scanner to let go of the page
    if (!process.waitForFinished(patience))
        process.kill();
    process.waitForFinished(patience);
}

}

PageScanner::PageScanner(QString program, QObject *parent) : QObject(parent), m_program(std::move(program))
{
    connect(&m_look, &QProcess::finished, this, &PageScanner::readDevices);
    connect(&m_scan, &QProcess::finished, this, &PageScanner::finishScan);
    connect(&m_scan, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit failed({base::Error::Kind::Device, m_scan.errorString(), m_program});
    });
}

PageScanner::~PageScanner()
{
    for (QProcess *process : {&m_look, &m_scan}) {
        process->disconnect(this);
        stop(*process);
    }
}

void PageScanner::look()
{
    if (m_look.state() != QProcess::NotRunning)
        return;
    if (QStandardPaths::findExecutable(m_program).isEmpty())
        emit found({});
    else
        m_look.start(m_program, {u"--formatted-device-list=%d|%v %m%n"_s});
}

void PageScanner::readDevices()
{
    // One line a scanner: its id, then maker and model.
    const QString line = QString::fromUtf8(m_look.readAllStandardOutput()).section(u'\n', 0, 0);
    m_device = line.section(u'|', 0, 0);
    m_name = line.section(u'|', 1);
    emit found(m_name);
}

void PageScanner::scan()
{
    if (isScanning() || m_device.isEmpty())
        return;
    m_scan.start(m_program, {u"--device-name"_s, m_device, u"--format=jpeg"_s, u"--resolution"_s, resolution});
}

void PageScanner::finishScan(int code, QProcess::ExitStatus status)
{
    const QByteArray page = m_scan.readAllStandardOutput();
    const QString said = QString::fromUtf8(m_scan.readAllStandardError()).trimmed();
    if (code != 0 || status != QProcess::NormalExit || page.isEmpty())
        emit failed({base::Error::Kind::Device, said.isEmpty() ? u"no page came"_s : said, m_name});
    else
        emit scanned(page);
}

}
