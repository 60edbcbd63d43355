#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>

namespace devices {

/// A scanner of the system (SANE), through its program scanimage: in a process of its own, because drivers of scanners hang and
/// crash. A page comes through a pipe and never lies in a file. Where the program or a scanner is missing nothing is found, and
/// nothing else happens.
class PageScanner final : public QObject
{
    Q_OBJECT

public:
    /// \a program: name or path of scanimage.
    explicit PageScanner(QString program = QStringLiteral("scanimage"), QObject *parent = nullptr);
    /// Stops what is under way.
    ~PageScanner() override;

    /// Looks for scanners, which takes seconds on some networks; told by found().
    void look();
    /// Scans one page with 300 dots an inch; told by scanned() or failed(). Does nothing while one is being scanned.
    void scan();
    bool isScanning() const { return m_scan.state() != QProcess::NotRunning; }
    /// Name of the scanner that is used, for people; empty: none.
    QString name() const { return m_name; }

signals:
    /// The first scanner that there is, or an empty name.
    void found(const QString &name);
    void scanned(const QByteArray &jpeg);
    /// Error::Device, the detail in the words of the driver.
    void failed(const base::Error &error);

private:
    void readDevices();
    void finishScan(int code, QProcess::ExitStatus status);

    const QString m_program;
    QString m_device;
    QString m_name;
    QProcess m_look;
    QProcess m_scan;
};

}
