#include "ui/scans/scanspage.h"

#include "core/domain/scans.h"
#include "ui/scans/materialsdelegate.h"
#include "ui/scans/materialsmodel.h"
#include "ui/scans/mimepictures.h"
#include "ui/scans/pagesmodel.h"
#include "ui/scans/pictureview.h"
#include "ui/scans/scannerbar.h"
#include "ui/scans/scanwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QShortcut>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize large(1400, 1400); // sharp on a screen twice as fine as usual, quick to decode
constexpr int materialsWidth = theme::space(72);
constexpr int pagesWidth = theme::space(116);

}

ScansPage::ScansPage(QWidget *parent)
    : QWidget(parent), m_materials(new MaterialsModel(this)), m_pages(new PagesModel(this)),
      m_head(new SectionHeader(tr("Scans"), this)), m_camera(new QLabel(this)), m_progress(new QLabel(this)),
      m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner)), m_scanner(new ScannerBar(this)), m_list(new QListView(this)),
      m_grid(new QListView(this)), m_gridStack(new QStackedLayout), m_view(new PictureView(this))
{
    setAcceptDrops(true);
    theme::dress(*m_camera, theme::Type::Caption, theme::Colour::Muted);
    theme::dress(*m_progress, theme::Type::Strong, theme::Colour::Accent);
    m_head->addAside(m_progress);
    m_head->addAside(m_camera);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
    layout->setSpacing(theme::space(2));
    layout->addWidget(m_head);
    layout->addWidget(m_message);
    layout->addWidget(m_scanner);
    layout->addWidget(buildColumns(), 1);
    layout->addWidget(buildButtons());
    setFocusProxy(m_list);
    setUpKeys();

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_scans)
            m_scans->setTarget(m_materials->row(std::max(m_list->currentIndex().row(), 0)).material);
        showPages();
    });
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &ScansPage::showCurrent);
    connect(m_view, &PictureView::framed, this, [this](const QRectF &frame) {
        m_message->dismiss();
        if (m_scans && !current().isEmpty())
            m_scans->edit(current(), {.cut = frame});
    });
    connect(m_pages, &PagesModel::thumbnailWanted, this, [this](const QString &scan) {
        if (m_scans)
            m_scans->show(scan, PagesModel::thumbnail);
    }, Qt::QueuedConnection);
    connect(m_scanner, &ScannerBar::wanted, this, &ScansPage::scanAsWanted);
    connect(m_scanner, &ScannerBar::closed, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    showCamera(desk::CameraFolder::State::NotSetUp, 0);
}

ScansPage::~ScansPage()
{
    show(nullptr);
}

QWidget *ScansPage::buildColumns()
{
    auto *columns = new QWidget(this);
    auto *row = new QHBoxLayout(columns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    m_list->setModel(m_materials);
    m_list->setItemDelegate(new MaterialsDelegate(m_list));
    m_list->setAccessibleName(tr("Materials"));
    m_list->setFixedWidth(materialsWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->setModel(m_pages);
    m_grid->setAccessibleName(tr("Pages"));
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setIconSize(PagesModel::thumbnail);
    m_grid->setGridSize(PagesModel::thumbnail + QSize(theme::space(3), theme::space(9)));
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *pages = new QWidget(columns);
    pages->setLayout(m_gridStack);
    pages->setFixedWidth(pagesWidth);
    m_gridStack->addWidget(m_grid);
    m_gridStack->addWidget(new EmptyState(u"scan"_s, tr("No picture yet"),
                                          tr("Put the paper under the camera, drop or paste pictures, or choose files (Ctrl+O)."),
                                          pages));
    row->addWidget(m_list);
    row->addWidget(pages);
    row->addWidget(m_view, 1);
    for (QListView *view : {m_list, m_grid})
        view->installEventFilter(this);
    return columns;
}

QWidget *ScansPage::buildButtons()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(1));
    const auto button = [&](const QString &key, const QString &text, auto act) {
        auto *made = new KeyButton(key, text, line);
        connect(made, &KeyButton::clicked, this, act);
        row->addWidget(made);
        return made;
    };
    button(u"F9"_s, tr("Camera folder"), &ScansPage::cameraFilesWanted);
    m_scanButton = button(u"F8"_s, tr("Scanner"), &ScansPage::scanWanted);
    m_howButton = button(u"Shift+F8"_s, tr("How"), [this] { m_scanner->open(); });
    m_scanButton->hide();
    m_howButton->hide();
    button(u"Ctrl+O"_s, tr("Files"), &ScansPage::filesWanted);
    button(u"Ctrl+V"_s, tr("Paste"), &ScansPage::paste);
    button(u"N"_s, tr("Next material"), &ScansPage::nextMaterial);
    button(u"R"_s, tr("Turn"), [this] { turn(1); });
    button(u"K"_s, tr("Straighten"), &ScansPage::straighten);
    button(u"C"_s, tr("Cut"), &ScansPage::cut);
    button(u"Del"_s, tr("Take out"), &ScansPage::removeChosen);
    button(u"Ctrl+Z"_s, tr("Undo"), &ScansPage::undo);
    row->addStretch(1);
    button(u"Esc"_s, tr("Back"), &ScansPage::escape);
    return line;
}

void ScansPage::setUpKeys()
{
    const auto on = [this](const QKeySequence &key, auto act) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(Qt::Key_F2, [this] { m_list->setFocus(Qt::ShortcutFocusReason); });
    on(Qt::Key_F3, [this] { m_grid->setFocus(Qt::ShortcutFocusReason); });
    on(Qt::Key_F8, &ScansPage::scanWanted);
    on(Qt::SHIFT | Qt::Key_F8, [this] { m_scanner->open(); });
    on(Qt::Key_F9, &ScansPage::cameraFilesWanted);
    on(QKeySequence::Open, &ScansPage::filesWanted);
    on(QKeySequence::Paste, &ScansPage::paste);
    on(QKeySequence::Undo, &ScansPage::undo);
    on(Qt::Key_N, &ScansPage::nextMaterial);
    on(Qt::Key_R, [this] { turn(1); });
    on(Qt::Key_L, [this] { turn(-1); });
    on(Qt::Key_K, &ScansPage::straighten);
    on(Qt::Key_C, &ScansPage::cut);
    on(Qt::Key_Delete, &ScansPage::removeChosen);
    on(Qt::Key_Escape, &ScansPage::escape);
    on(Qt::CTRL | Qt::Key_Up, [this] { assignBeside(-1); });
    on(Qt::CTRL | Qt::Key_Down, [this] { assignBeside(1); });
    for (int digit = 0; digit <= 9; ++digit)
        on(QKeySequence(Qt::Key_0 + digit), [this, digit] { assignTo(digit); });
}

void ScansPage::show(desk::CaseScans *scans)
{
    if (m_scans) {
        disconnect(m_scans, nullptr, this, nullptr);
        disconnect(&m_scans->work(), nullptr, this, nullptr);
    }
    m_scans = scans;
    m_pages->forget();
    m_shown.clear();
    m_expected.clear();
    m_view->show({});
    m_message->dismiss();
    m_problems.clear();
    if (!m_scans)
        return;
    connect(&m_scans->work(), &desk::CaseWork::changed, this, &ScansPage::refresh);
    connect(m_scans, &desk::CaseScans::progressed, this, &ScansPage::showState);
    connect(m_scans, &desk::CaseScans::arrived, this, &ScansPage::noteArrival);
    connect(m_scans, &desk::CaseScans::targetChanged, this, [this](const QString &material) {
        // The stream goes on to this material; its own sorter knows, so the choice must not begin another.
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(m_materials->index(m_materials->rowOf(material)));
        m_list->viewport()->update();
        showPages();
    });
    connect(m_scans, &desk::CaseScans::pictureReady, this, &ScansPage::showPicture);
    connect(m_scans, &desk::CaseScans::pictureFailed, this, &ScansPage::showFailure);
    connect(m_scans, &desk::CaseScans::checked, this, &ScansPage::noteCheck);
    refresh();
    const int open = m_materials->nextWithout(0);
    chooseRow(m_materials->row(0).pages > 0 ? 0 : std::max(open, 1));
    m_list->setFocus(Qt::OtherFocusReason);
    m_scans->check();
}

void ScansPage::chooseMaterial(const QString &material)
{
    chooseRow(m_materials->rowOf(material));
}

void ScansPage::chooseRow(int row)
{
    m_list->setCurrentIndex(m_materials->index(std::clamp(row, 0, m_materials->rowCount() - 1)));
}

void ScansPage::refresh()
{
    const desk::CaseWork &work = m_scans->work();
    m_materials->show(work.file(), work.plan());
    m_head->setTitle(tr("Scans · %1").arg(work.guide().matter.name));
    showState();
    showPages();
}

void ScansPage::showState()
{
    const int underWay = m_scans ? m_scans->underWay() : 0;
    const QString toGo = underWay > 0 ? tr("%n picture(s) to go, Esc stops", nullptr, underWay) : QString();
    m_progress->setText(m_scanning > 0 ? tr("Scanning page %1, Esc stops").arg(m_scanning) : toGo);
    if (underWay == 0)
        m_problems.clear();
    m_head->setCaption(
        tr("%1 of %2 materials have pictures").arg(m_materials->materialsWithPages()).arg(m_materials->materials()));
}

void ScansPage::showPages()
{
    if (!m_scans)
        return;
    const QString before = current();
    m_pages->show(m_materials->picturesOf(std::max(m_list->currentIndex().row(), 0), m_scans->work().file()));
    m_gridStack->setCurrentIndex(m_pages->rowCount() > 0 ? 0 : 1);
    if (const int row = m_pages->rowOf(before); row < 0 && m_pages->rowCount() > 0)
        choosePage(0);
    showCurrent();
}

/// This page and no other, whatever keys are down.
void ScansPage::choosePage(int row)
{
    m_grid->selectionModel()->setCurrentIndex(m_pages->index(row), QItemSelectionModel::ClearAndSelect);
}

QString ScansPage::current() const
{
    return m_pages->scan(m_grid->currentIndex().row());
}

QStringList ScansPage::chosen() const
{
    QStringList scans;
    for (const QModelIndex &index : m_grid->selectionModel()->selectedIndexes())
        scans << m_pages->scan(index.row());
    if (scans.isEmpty() && !current().isEmpty())
        scans << current();
    return scans;
}

void ScansPage::showCurrent()
{
    const QString scan = current();
    if (scan == m_shown)
        return;
    m_shown = scan;
    if (scan.isEmpty() || !m_scans)
        m_view->show({});
    else
        m_scans->show(scan, large);
}

void ScansPage::showPicture(const QString &scan, QSize box, const QImage &picture)
{
    if (box == PagesModel::thumbnail)
        m_pages->putThumbnail(scan, picture);
    else if (scan == m_shown)
        m_view->show(picture);
}

void ScansPage::noteArrival(const desk::Arrival &arrival)
{
    if (!m_scans)
        return;
    if (!arrival.scan.isEmpty() && !arrival.quality.isEmpty())
        m_pages->warn(arrival.scan, arrival.quality);
    if (arrival.outcome == desk::Arrival::Outcome::Taken) {
        if (const int row = m_pages->rowOf(arrival.scan); row >= 0) {
            choosePage(row);
            m_grid->scrollTo(m_pages->index(row));
        }
    }
    const QString sentence = scanwords::sentence(arrival, m_scans->work().plan());
    if (sentence.isEmpty())
        return;
    m_problems.prepend(sentence);
    const bool isSheet = arrival.outcome == desk::Arrival::Outcome::Separator;
    const QString more
        = m_problems.size() > 1 ? tr("Before it: %1").arg(m_problems.mid(1, 3).join(u"　"_s)) : QString();
    m_message->tell(isSheet ? InlineMessage::Level::Info : InlineMessage::Level::Warning, sentence, more);
}

void ScansPage::showCamera(desk::CameraFolder::State state, int waiting)
{
    m_camera->setText(scanwords::camera(state, waiting));
}

void ScansPage::showScanner(const QList<devices::ScannerFace> &faces, const devices::ScanWish &wish)
{
    m_scanner->show(faces, wish);
    m_scanButton->setVisible(!faces.isEmpty());
    m_scanButton->setToolTip(faces.isEmpty() ? QString() : scanwords::way(wish));
    m_howButton->setVisible(!faces.isEmpty());
}

void ScansPage::showScanning(int page)
{
    m_scanning = page;
    showState();
}

void ScansPage::tell(InlineMessage::Level level, const QString &what, const QString &whatToDo)
{
    m_message->tell(level, what, whatToDo);
}

void ScansPage::report(const desk::Done &done)
{
    if (!done)
        tell(InlineMessage::Level::Warning,
             done.error().error ? words::sentence(*done.error().error) : words::sentence(done.error().refusals.front()));
}

void ScansPage::assignTo(int row)
{
    if (!m_scans || row >= m_materials->rowCount() || chosen().isEmpty())
        return;
    report(m_scans->move(chosen(), m_materials->row(row).material));
}

void ScansPage::assignBeside(int step)
{
    const int row = m_list->currentIndex().row() + step;
    if (row < 0 || row >= m_materials->rowCount())
        return;
    assignTo(row);
    chooseRow(row);
}

void ScansPage::nextMaterial()
{
    const int next = m_materials->nextWithout(m_list->currentIndex().row());
    if (next < 0)
        tell(InlineMessage::Level::Done, tr("Every material has pictures."), tr("Esc goes back to the case."));
    else
        chooseRow(next);
}

void ScansPage::turn(int quarters)
{
    if (m_scans && !current().isEmpty())
        m_scans->edit(current(), {.quarterTurns = quarters, .cut = {}});
}

void ScansPage::straighten()
{
    if (m_scans && !current().isEmpty())
        m_scans->edit(current(), {.straighten = true, .cut = {}});
}

void ScansPage::cut()
{
    if (!m_scans || current().isEmpty())
        return;
    m_view->beginCut();
    if (m_view->isCutting())
        tell(InlineMessage::Level::Info, tr("Draw a frame with the mouse, or move its edges with the arrows (Shift: right and lower)."),
             tr("Enter cuts, Esc leaves it as it is."));
}

void ScansPage::removeChosen()
{
    if (m_scans && !chosen().isEmpty())
        report(m_scans->remove(chosen(), tr("taken out by the clerk")));
}

void ScansPage::undo()
{
    if (m_scans)
        report(m_scans->undo());
}

void ScansPage::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    const QList<desk::Incoming> pictures = copied ? picturesIn(*copied) : QList<desk::Incoming>();
    if (pictures.isEmpty())
        tell(InlineMessage::Level::Info, tr("There is no picture in the clipboard."), tr("Copy one, or choose files (Ctrl+O)."));
    else if (m_scans)
        m_scans->take(pictures);
}

void ScansPage::escape()
{
    if (m_view->isCutting()) {
        m_view->endCut();
        m_message->dismiss();
    } else if (m_scanning > 0) {
        emit scanStopRequested();
    } else if (m_scans && m_scans->underWay() > 0) {
        m_scans->cancel();
    } else if (m_message->isVisible()) {
        m_message->dismiss();
    } else {
        emit leaveRequested();
    }
}

void ScansPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (holdsPictures(*event->mimeData()))
        event->acceptProposedAction();
}

void ScansPage::dropEvent(QDropEvent *event)
{
    const QList<desk::Incoming> pictures = picturesIn(*event->mimeData());
    if (!m_scans)
        return;
    event->acceptProposedAction();
    if (pictures.isEmpty())
        tell(InlineMessage::Level::Info, tr("Only files of this PC can be dropped here."), tr("Save the picture first, then choose it (Ctrl+O)."));
    else
        m_scans->take(pictures);
}

bool ScansPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !m_scans)
        return QWidget::eventFilter(watched, event);
    const auto &press = static_cast<QKeyEvent &>(*event);
    if (m_view->isCutting() && m_view->takeKey(press.key(), press.modifiers()))
        return true;
    // From the materials to their pages and back, as the columns stand.
    if (watched == m_list && press.key() == Qt::Key_Right) {
        m_grid->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (watched == m_grid && press.key() == Qt::Key_Left && m_grid->currentIndex().row() <= 0) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}
