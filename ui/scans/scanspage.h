#pragma once

#include "core/desk/camerafolder.h"
#include "core/desk/casescans.h"
#include "core/devices/scanner.h"
#include "ui/widgets/inlinemessage.h"

#include <QPointer>
#include <QWidget>

class KeyButton;
class MaterialsModel;
class PagesModel;
class PictureView;
class QLabel;
class QListView;
class QStackedLayout;
class ScannerBar;
class SectionHeader;

/// The pictures of one case by material: taken in, looked at, sorted, turned and cut. Everything is saved as it happens.
class ScansPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ScansPage(QWidget *parent = nullptr);
    ~ScansPage() override;

    /// Shows \a scans, which must outlive their being shown. Null leaves them.
    void show(desk::CaseScans *scans);
    /// Pictures \a scans (hashes) of this case, taken at other windows, are still on their way here; what is not among them any more has
    /// come.
    void expect(const QStringList &scans);
    /// A separator was read by a hand scanner, or the clerk comes for this material: what follows belongs to it.
    void chooseMaterial(const QString &material);
    /// How it stands with the folder of the document camera; \a waiting: files in it that were not taken.
    void showCamera(desk::CameraFolder::State state, int waiting);
    /// The scanners that are there, and how the next page is scanned; none: nothing is said of scanners.
    void showScanner(const QList<devices::ScannerFace> &faces, const devices::ScanWish &wish);
    /// The page \a page of a stack is being scanned; 0: none is.
    void showScanning(int page);
    void tell(InlineMessage::Level level, const QString &what, const QString &whatToDo = {});

signals:
    void filesWanted();
    /// The clerk wants the pictures that lie in the camera's folder.
    void cameraFilesWanted();
    void scanWanted();
    /// The next pages, and those of later days, as \a wish says.
    void scanAsWanted(const devices::ScanWish &wish);
    void scanStopRequested();
    void leaveRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildColumns();
    QWidget *buildButtons();
    void setUpKeys();
    void refresh();
    void showPages();
    void showState();
    void showCurrent();
    void noteArrival(const desk::Arrival &arrival);
    void showPicture(const QString &scan, QSize box, const QImage &picture);
    void showFailure(const QString &scan, const base::Error &error);
    void noteCheck(const QList<scans::Finding> &findings, int recovered);
    void chooseRow(int row);
    void choosePage(int row);
    QString current() const;
    QStringList chosen() const;
    void assignTo(int row);
    void assignBeside(int step);
    void nextMaterial();
    void turn(int quarters);
    void straighten();
    void cut();
    void removeChosen();
    void undo();
    void paste();
    void escape();
    void report(const desk::Done &done);

    QPointer<desk::CaseScans> m_scans;
    MaterialsModel *const m_materials;
    PagesModel *const m_pages;
    SectionHeader *const m_head;
    QLabel *const m_camera;
    QLabel *const m_progress;
    InlineMessage *const m_message;
    ScannerBar *const m_scanner;
    QListView *const m_list;
    QListView *const m_grid;
    QStackedLayout *const m_gridStack;
    PictureView *const m_view;
    KeyButton *m_scanButton = nullptr;
    KeyButton *m_howButton = nullptr;
    int m_scanning = 0; ///< page of the scanner
    QString m_shown; ///< in the large view
    QStringList m_expected; ///< hashes of pictures that are on their way
    QStringList m_problems; ///< of what is coming in now
};
