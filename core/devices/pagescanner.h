#pragma once

#include "core/devices/scanner.h"
#include "core/devices/scantray.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <optional>

namespace devices {

/// The scanners of the system (SANE), through its program scanimage: in a process of its own, because drivers of scanners hang and
/// crash. Pages come through a folder in memory and never lie on a disk. Where the program or a scanner is missing nothing is found,
/// and nothing else happens.
class PageScanner final : public QObject
{
    Q_OBJECT

public:
    /// \a program: name or path of scanimage. A scanner that gives no sign of life for \a patience is given up.
    explicit PageScanner(QString program = QStringLiteral("scanimage"), std::chrono::milliseconds patience = std::chrono::seconds(90),
                         QObject *parent = nullptr);
    /// Stops what is under way.
    ~PageScanner() override;

    /// Looks for scanners and asks each what it can do, which takes seconds; told by found().
    void look();
    bool isLooking() const { return m_look.state() != QProcess::NotRunning; }
    /// The scanners that were found.
    const QList<ScannerFace> &faces() const { return m_faces; }

    /// Scans a page, or from a feeder the whole stack; told by page() for each and ended(). Does nothing while one scans, or without
    /// a device.
    void scan(const ScanWish &wish);
    bool isScanning() const { return m_tray.has_value(); }
    /// Ends scanning behind the page that is under way, which is lost; told by ended() with what the scanner says of it.
    void stop();

signals:
    void found(const QList<devices::ScannerFace> &faces);
    /// The page \a number (from 1) of this stack is being scanned; quick ones may be left out.
    void began(int number);
    /// The page \a number is \a picture: JPEG, or PNG when it is black and white.
    void scanned(int number, const QByteArray &picture);
    /// After \a pages pages; \a said in the words of the driver. Stopped by stop(): no trouble.
    void ended(int pages, devices::ScanTrouble trouble, const QString &said);

private:
    void start(QProcess &process, const QStringList &arguments);
    void noteLook();
    void askNext();
    void takePages();
    void noteProgress();
    void finishScan(int code, QProcess::ExitStatus status);
    void end(ScanTrouble trouble);
    QStringList argumentsFor(const ScanWish &wish) const;

    const QString m_program;
    QList<ScannerFace> m_faces;
    int m_asked = -1; ///< of m_faces; −1: scanners are being listed
    QProcess m_look;
    QProcess m_scan;
    QTimer m_lookPatience;
    QTimer m_scanPatience;
    QTimer m_stopPatience; ///< for a process that was told to stop
    std::optional<ScanTray> m_tray; ///< while it scans
    QString m_said;
    int m_pages = 0;
    bool m_isStopped = false;
    bool m_isSilent = false;
};

}
