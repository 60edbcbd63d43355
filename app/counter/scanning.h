#pragma once

#include "app/counter/workplace.h"
#include "core/desk/camerafolder.h"
#include "core/desk/scanrepair.h"
#include "core/devices/pagescanner.h"
#include "ui/widgets/inlinemessage.h"

#include <QPointer>

class MainWindow;
class ScansPage;

/// Taking pictures at this window: its page, the pictures of the case in hand, the camera's folder.
class Scanning final : public QObject
{
    Q_OBJECT

public:
    /// Adds its page to \a window, below \a under in the rail. \a workplace outlives it.
    Scanning(Workplace &workplace, MainWindow &window, QWidget *under, QObject *parent = nullptr);
    ~Scanning() override;

    /// Shows the pictures of \a work, which outlives their being shown; Esc leads back to \a from.
    void open(desk::CaseWork &work, QWidget *from);
    bool isShown() const;
    /// The case is left: what is being worked on is finished first.
    void end();
    /// A hand scanner read \a text while the page is shown; true when it was a separator of the case, whose material is now chosen.
    bool takeScanned(const QString &text);

signals:
    /// Something is wrong with stored pictures.
    void said(InlineMessage::Level level, const QString &what, const QString &detail);
    void failed(const base::Error &error);

private:
    void takeFromCamera(const QStringList &files);
    void chooseFiles();
    void takeWaiting();
    void scan();
    void scanAs(const devices::ScanWish &wish);
    void showScanner();
    void notePage(int number, const QByteArray &picture);
    void noteEnd(int pages, devices::ScanTrouble trouble, const QString &said);
    void tellTrouble();
    void tellStrange(const QStringList &files);
    void tellMisfit(const desk::Misfit &misfit);
    void showCamera();
    void showExpected();
    void leave();

    Workplace &m_workplace;
    MainWindow &m_window;
    ScansPage *const m_page;
    desk::CameraFolder m_camera;
    devices::PageScanner m_scanner;
    desk::ScanRepair m_repair;
    std::unique_ptr<desk::CaseScans> m_scans;
    int m_toFetch = 0; ///< pictures of other windows that were on their way when it was looked last
    /// What stopped the scanner, told when the pages before it are through, so that nothing that is said of them hides it.
    struct Trouble {
        devices::ScanTrouble what = devices::ScanTrouble::None;
        int pages = 0;
        QString said;
    };
    Trouble m_trouble;
    QPointer<desk::CaseScans> m_fed; ///< of the case whose papers lie in the scanner
    QStringList m_given; ///< files of the camera that are under way
    QPointer<QWidget> m_from;
};
