#include "app/counter/scanning.h"

#include "app/counter/pagekeys.h"
#include "core/domain/casenumber.h"
#include "core/domain/scannedcode.h"
#include "ui/scans/mimepictures.h"
#include "ui/scans/scanspage.h"
#include "ui/scans/scanwords.h"
#include "ui/shell/mainwindow.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto repairAfter = 3s; // the window and its first case come first

}

Scanning::Scanning(Workplace &workplace, MainWindow &window, QWidget *under, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window), m_page(new ScansPage),
      m_camera(workplace.hall().cameraFolder), m_repair(workplace.scans(), workplace.scans().stampFile()), m_from(under)
{
    window.addInnerPage(m_page, under, pagekeys::scans());
    connect(m_page, &ScansPage::leaveRequested, this, &Scanning::leave);
    connect(m_page, &ScansPage::filesWanted, this, &Scanning::chooseFiles);
    connect(m_page, &ScansPage::cameraFilesWanted, this, &Scanning::takeWaiting);
    connect(&m_camera, &desk::CameraFolder::came, this, &Scanning::takeFromCamera);
    connect(&m_camera, &desk::CameraFolder::stateChanged, this, &Scanning::showCamera);
    connect(&m_camera, &desk::CameraFolder::strange, this, &Scanning::tellStrange);
    connect(m_page, &ScansPage::scanWanted, this, &Scanning::scan);
    connect(m_page, &ScansPage::scanAsWanted, this, &Scanning::scanAs);
    connect(m_page, &ScansPage::scanStopRequested, &m_scanner, &devices::PageScanner::stop);
    connect(&m_scanner, &devices::PageScanner::found, this, &Scanning::showScanner);
    connect(&m_scanner, &devices::PageScanner::began, m_page, &ScansPage::showScanning);
    connect(&m_scanner, &devices::PageScanner::scanned, this, &Scanning::notePage);
    connect(&m_scanner, &devices::PageScanner::ended, this, &Scanning::noteEnd);
    connect(&m_repair, &desk::ScanRepair::found, this, &Scanning::tellMisfit);
    connect(&workplace.hub(), &desk::HubLink::statusChanged, this, [this](const syncing::Status &status) {
        if (std::exchange(m_toFetch, status.figures.toFetch) != m_toFetch)
            showExpected();
    });
    QTimer::singleShot(repairAfter, &m_repair, &desk::ScanRepair::start);
    showCamera();
}

Scanning::~Scanning() = default;

void Scanning::open(desk::CaseWork &work, QWidget *from)
{
    end();
    auto scans = m_workplace.scans().of(work);
    if (!scans) {
        emit failed(scans.error());
        return;
    }
    m_scans = std::move(*scans);
    m_from = from;
    m_window.showPage(m_page);
    m_page->show(m_scans.get());
    showExpected();
    connect(m_scans.get(), &desk::CaseScans::progressed, this, &Scanning::tellTrouble);
    showCamera();
    if (m_scanner.faces().isEmpty())
        m_scanner.look();
}

bool Scanning::isShown() const
{
    return m_scans && m_window.page() == m_page;
}

void Scanning::end()
{
    m_scanner.stop();
    m_trouble = {};
    m_page->showScanning(0);
    m_given.clear();
    m_page->show(nullptr);
    m_scans.reset();
}

bool Scanning::takeScanned(const QString &text)
{
    const auto separator = domain::readSeparator(text);
    if (!isShown() || !separator || separator->caseNumber != m_scans->work().file().number)
        return false;
    m_page->chooseMaterial(separator->material);
    return true;
}

/// Only while the clerk looks at the pictures of a case: whatever comes at another time may be another citizen's.
void Scanning::takeFromCamera(const QStringList &files)
{
    if (!isShown())
        return;
    if (m_scans->underWay() == 0)
        m_given.clear();
    QStringList fresh;
    for (const QString &file : files) {
        if (!m_given.contains(file) && QFile::exists(file)) // the watcher may not have seen yet that it was taken
            fresh << file;
    }
    m_given += fresh;
    m_scans->take(picturesOf(fresh, m_workplace.hall().cameraTaken == "remove"_L1));
}

void Scanning::takeWaiting()
{
    const QStringList files = m_camera.files();
    if (files.isEmpty())
        m_page->tell(InlineMessage::Level::Info,
                     m_camera.state() == desk::CameraFolder::State::Watched ? tr("No picture lies in the camera folder.")
                                                                            : tr("There is no camera folder to take pictures from."),
                     m_camera.state() == desk::CameraFolder::State::NotSetUp
                         ? tr("Name it as cameraFolder in the settings of the hall (hall.ini).")
                         : m_camera.folder());
    else
        takeFromCamera(files);
}

void Scanning::scan()
{
    scanAs(devices::fitted(m_workplace.scanHabit().wish(), m_scanner.faces()));
}

void Scanning::scanAs(const devices::ScanWish &wish)
{
    if (m_scanner.isScanning())
        return;
    if (m_scanner.isLooking()) {
        m_page->tell(InlineMessage::Level::Info, tr("Scanners are being looked for …"), tr("Press F8 again in a moment."));
        return;
    }
    if (wish.device.isEmpty()) {
        m_page->tell(InlineMessage::Level::Info, tr("No scanner was found at this PC."), tr("Switch it on, then press F8 again."));
        m_scanner.look();
        return;
    }
    if (wish != m_workplace.scanHabit().wish()) {
        if (const base::Result<> kept = m_workplace.scanHabit().set(wish); !kept)
            emit failed(kept.error());
        showScanner();
    }
    m_page->tell(InlineMessage::Level::Info, tr("Scanning …"), scanwords::way(wish));
    m_fed = m_scans.get();
    m_scanner.scan(wish);
    m_page->showScanning(m_scanner.isScanning() ? 1 : 0);
}

void Scanning::showScanner()
{
    m_page->showScanner(m_scanner.faces(), devices::fitted(m_workplace.scanHabit().wish(), m_scanner.faces()));
}

void Scanning::notePage(int number, const QByteArray &picture)
{
    // A page that comes after its case was left is not the next citizen's.
    if (isShown() && m_fed == m_scans.get())
        m_scans->take({{.name = tr("Page %1 of the scanner").arg(number), .file = {}, .bytes = picture, .image = {}}});
}

void Scanning::noteEnd(int pages, devices::ScanTrouble trouble, const QString &said)
{
    using devices::ScanTrouble;
    m_page->showScanning(0);
    if (trouble == ScanTrouble::Gone || trouble == ScanTrouble::Silent)
        m_scanner.look();
    if (!isShown() || m_fed != m_scans.get())
        return;
    if (trouble == ScanTrouble::None) {
        m_page->tell(InlineMessage::Level::Done, scanwords::sentence(trouble, pages));
        return;
    }
    m_trouble = {trouble, pages, said};
    tellTrouble();
}

void Scanning::tellTrouble()
{
    using devices::ScanTrouble;
    if (m_trouble.what == ScanTrouble::None || m_scans->underWay() > 0)
        return;
    const Trouble trouble = std::exchange(m_trouble, {});
    const QString act = scanwords::whatToDo(trouble.what, trouble.pages);
    const bool isTold = trouble.what == ScanTrouble::Other && !trouble.said.isEmpty();
    m_page->tell(InlineMessage::Level::Warning, scanwords::sentence(trouble.what, trouble.pages),
                 isTold ? act + u" ("_s + trouble.said + u')' : act);
}

void Scanning::tellStrange(const QStringList &files)
{
    if (isShown())
        m_page->tell(InlineMessage::Level::Warning,
                     tr("In the camera folder is a link, a pipe or a device. It was not opened: %1").arg(QFileInfo(files.front()).fileName()),
                     tr("Copy the file itself into the folder, and remove what is none."));
}

/// What other windows took may still be on its way; where that cannot be said, it is missing.
void Scanning::showExpected()
{
    if (m_scans)
        m_page->expect(m_workplace.hub().stillToCome(m_scans->work().file().id).value_or(QStringList()));
}

void Scanning::tellMisfit(const desk::Misfit &whole)
{
    desk::Misfit misfit = whole;
    const QStringList toCome = m_workplace.hub().stillToCome(misfit.caseId).value_or(QStringList());
    misfit.findings.removeIf([&](const scans::Finding &finding) {
        return finding.kind == scans::Finding::Kind::Missing && toCome.contains(finding.scan);
    });
    if (misfit.findings.isEmpty())
        return;
    using Kind = scans::Finding::Kind;
    if (misfit.number.isEmpty()) {
        emit said(InlineMessage::Level::Warning, tr("There are pictures of a case that this PC does not know."),
                  tr("Nothing was deleted. Tell your technician: folder %1.").arg(misfit.caseId));
        return;
    }
    const QString number = domain::groupedNumber(misfit.number);
    const auto has = [&](Kind kind) {
        return std::ranges::any_of(misfit.findings, [=](const scans::Finding &finding) { return finding.kind == kind; });
    };
    if (has(Kind::Missing) || has(Kind::Damaged))
        emit said(InlineMessage::Level::Error, tr("Pictures of the case %1 are missing or damaged.").arg(number),
                  tr("Take them again (F12 in the case), and tell your technician: %1").arg(misfit.findings.front().file));
    else if (has(Kind::Unrecorded))
        emit said(InlineMessage::Level::Info, tr("Pictures of the case %1 were saved when the program stopped.").arg(number),
                  tr("Open the case and its pictures (F12) to sort them."));
    else if (!has(Kind::Foreign))
        emit said(InlineMessage::Level::Info, tr("A picture of the case %1 was being saved when the program stopped.").arg(number),
                  tr("Look whether it is in the case (F12), else take it once more. What is left of it does no harm: %1")
                      .arg(misfit.findings.front().file));
    else
        emit said(InlineMessage::Level::Info, tr("There are other files among the pictures of the case %1.").arg(number),
                  tr("Nothing was deleted. Tell your technician: %1").arg(misfit.findings.front().file));
}

void Scanning::chooseFiles()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog = new QFileDialog(&m_window, tr("Choose pictures"), pictures, tr("Pictures and pages (*.jpg *.jpeg *.png *.pdf *.tif *.tiff *.heic *.heif)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        if (m_scans)
            m_scans->take(picturesOf(files));
    });
    dialog->open();
}

void Scanning::showCamera()
{
    m_page->showCamera(m_camera.state(), int(m_camera.files().size()));
}

void Scanning::leave()
{
    QWidget *to = m_from;
    end();
    if (to)
        m_window.showPage(to);
}
