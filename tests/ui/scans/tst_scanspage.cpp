#include "core/desk/scanroom.h"
#include "core/domain/scans.h"
#include "tests/core/desk/answered.h"
#include "tests/core/desk/hall.h"
#include "tests/core/scans/samplepages.h"
#include "tests/support/keys.h"
#include "ui/scans/mimepictures.h"
#include "ui/scans/scanspage.h"
#include "ui/scans/scanwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keybutton.h"

#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTimer>

#include <ctime>

using namespace Qt::StringLiterals;
using desk::Arrival;

namespace {

QImage picture(int number)
{
    QImage page = samplepages::text(20, 130);
    QPainter(&page).drawText(20, 40, QString::number(number));
    return page;
}

}

/// The page of the pictures, by its keys.
class TestScansPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }
    void init();
    void cleanup();
    void picturesArePastedAndSortedByKeys();
    void droppedFilesComeInOrder();
    void copiedBytesAreTakenAsTheyAre();
    void aPictureIsTurnedCutAndTakenOut();
    void nextMaterialsAreFound();
    void whatWentWrongIsSaid();
    void escapeStopsThenLeaves();
    void theLargestScreenIsNotNeeded();
    void howToScanIsChosenByKeys();
    void scanningIsStoppedByEscape();
    void twoHundredPagesLeaveTheWindowFree();
    void everyFaultHasItsSentence();
    void everyTroubleHasItsWords();

private:
    QString material(int i) const { return m_work->plan().materials[i].material.id; }
    int pagesOf(int i) const { return int(domain::scansOf(m_work->file(), material(i)).size()); }
    QListView *list(const char *name) const
    {
        for (QListView *view : m_page->findChildren<QListView *>()) {
            if (view->accessibleName() == QLatin1String(name))
                return view;
        }
        qFatal("no such list");
    }
    bool holdsText(const QString &text) const
    {
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    bool holdsButton(const QString &text) const
    {
        return std::ranges::any_of(m_page->findChildren<KeyButton *>(),
                                   [&](const KeyButton *button) { return button->isVisible() && button->text() == text; });
    }
    bool settled() const
    {
        return QTest::qWaitFor([&] { return m_scans->underWay() == 0; }, 30'000);
    }
    void paste(int number) const
    {
        QApplication::clipboard()->setImage(picture(number));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(settled());
    }
    void drop(const QMimeData &mime) const
    {
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_page.get(), &drop);
    }
    QString file(int number) const
    {
        const QString path = m_hall->folder.filePath(u"%1.jpg"_s.arg(number));
        QFile out(path);
        if (!out.open(QFile::WriteOnly) || out.write(samplepages::jpeg(picture(number))) < 0)
            qFatal("not written");
        return path;
    }

    std::unique_ptr<Hall> m_hall;
    std::unique_ptr<desk::CaseWork> m_work;
    std::unique_ptr<desk::CaseScans> m_scans;
    std::unique_ptr<ScansPage> m_page;
    Keys m_keys;
};

void TestScansPage::init()
{
    m_hall = std::make_unique<Hall>();
    m_work = std::move(*m_hall->reception->open(newborn(*m_hall)));
    answerAll(*m_work);
    m_scans = std::move(*desk::ScanRoom(m_hall->profile->journal(), m_hall->folder.filePath(u"profile/scans"_s)).of(*m_work));
    m_page = std::make_unique<ScansPage>();
    m_page->resize(1294, 700);
    m_page->show(m_scans.get());
    static_cast<QWidget *>(m_page.get())->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    list("Materials")->setFocus();
    QVERIFY(m_work->plan().materials.size() >= 3);
}

void TestScansPage::cleanup()
{
    m_page.reset();
    m_scans.reset();
    m_work.reset();
    m_hall.reset();
}

void TestScansPage::picturesArePastedAndSortedByKeys()
{
    QCOMPARE(list("Materials")->currentIndex().row(), 1); // the first that has none
    paste(1);
    paste(2);
    QCOMPARE(pagesOf(0), 2);
    QVERIFY(holdsText(u"1 of %1 materials"_s.arg(m_work->plan().materials.size())));
    QCOMPARE(list("Pages")->model()->rowCount(), 2);
    QCOMPARE(list("Pages")->currentIndex().row(), 1); // the one that came last is shown
    m_keys.press(Qt::Key_3);
    QCOMPARE(pagesOf(0), 1);
    QCOMPARE(pagesOf(2), 1);
    m_keys.press(Qt::Key_0);
    QCOMPARE(domain::scansOf(m_work->file(), {}).size(), 1);
    m_keys.press(Qt::Key_Z, Qt::ControlModifier);
    m_keys.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pagesOf(2), 0);
    QCOMPARE(pagesOf(0), 2);
    m_keys.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(pagesOf(1), 1);
    QCOMPARE(list("Materials")->currentIndex().row(), 2); // where it went
    QApplication::clipboard()->setText(u"no picture"_s);
    m_keys.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(holdsText(u"no picture in the clipboard"_s));
}

void TestScansPage::droppedFilesComeInOrder()
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(file(1)), QUrl::fromLocalFile(file(2)), QUrl(u"https://bad.example/3.jpg"_s)});
    QVERIFY(holdsPictures(mime));
    QCOMPARE(picturesIn(mime).size(), 2);
    drop(mime);
    QVERIFY(settled());
    const QList<domain::ScanPicture> pages = domain::scansOf(m_work->file(), material(0));
    QCOMPARE(pages.size(), 2);
    QFile first(file(1));
    QVERIFY(first.open(QFile::ReadOnly)); // what was dropped stays where it was
    QCOMPARE(pages.front().scan, scans::ScanStore::addressOf(first.readAll()));
}

void TestScansPage::copiedBytesAreTakenAsTheyAre()
{
    const QByteArray png = samplepages::png(picture(1));
    QMimeData mime;
    mime.setData(u"image/png"_s, png);
    QVERIFY(holdsPictures(mime));
    drop(mime);
    QVERIFY(settled());
    const QList<domain::ScanPicture> pages = domain::scansOf(m_work->file(), material(0));
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.front().scan, scans::ScanStore::addressOf(png));
    QMimeData page;
    page.setUrls({QUrl(u"https://bad.example/3.jpg"_s)});
    drop(page);
    QVERIFY(holdsText(u"Only files of this PC can be dropped here"_s));
}

void TestScansPage::aPictureIsTurnedCutAndTakenOut()
{
    paste(1);
    const QString taken = domain::presentScans(m_work->file()).front().scan;
    m_keys.press(Qt::Key_R);
    QVERIFY(settled());
    const QString turned = domain::presentScans(m_work->file()).front().scan;
    QVERIFY(turned != taken);
    QCOMPARE(domain::presentScans(m_work->file()).front().from, taken);
    // The large picture must be there before a frame can be laid on it.
    QTest::qWait(300);
    m_keys.press(Qt::Key_C);
    QVERIFY(holdsText(u"Enter cuts"_s));
    for (int i = 0; i < 5; ++i)
        m_keys.press(Qt::Key_Right);
    m_keys.press(Qt::Key_Up, Qt::ShiftModifier);
    m_keys.press(Qt::Key_Return);
    QVERIFY(settled());
    QCOMPARE(domain::presentScans(m_work->file()).front().from, turned);
    m_keys.press(Qt::Key_Z, Qt::ControlModifier);
    m_keys.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(domain::presentScans(m_work->file()).front().scan, taken);
    m_keys.press(Qt::Key_Delete);
    QCOMPARE(domain::presentScans(m_work->file()).size(), 0);
    QCOMPARE(list("Pages")->model()->rowCount(), 0);
}

void TestScansPage::nextMaterialsAreFound()
{
    paste(1);
    m_keys.press(Qt::Key_N);
    QCOMPARE(list("Materials")->currentIndex().row(), 2);
    paste(2);
    QCOMPARE(pagesOf(1), 1);
    m_page->chooseMaterial(material(2));
    QCOMPARE(m_scans->target(), material(2));
    for (int i = 2; i < m_work->plan().materials.size(); ++i) {
        m_page->chooseMaterial(material(i));
        paste(10 + i);
    }
    m_keys.press(Qt::Key_N);
    QVERIFY(holdsText(u"Every material has pictures"_s));
}

void TestScansPage::whatWentWrongIsSaid()
{
    QMimeData mime;
    const QString broken = m_hall->folder.filePath(u"broken.jpg"_s);
    QFile out(broken);
    QVERIFY(out.open(QFile::WriteOnly) && out.write("no picture") > 0);
    out.close();
    mime.setUrls({QUrl::fromLocalFile(broken)});
    drop(mime);
    QVERIFY(settled());
    QVERIFY(holdsText(u"broken.jpg: This is no JPEG, PNG, PDF, TIFF or HEIC"_s));
    QApplication::clipboard()->setImage(samplepages::blurred(picture(1), 5));
    m_keys.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(settled());
    QVERIFY(holdsText(u"blurred"_s));
    QCOMPARE(pagesOf(0), 1); // a warning, no more
    m_page->showCamera(desk::CameraFolder::State::Missing, 0);
    QVERIFY(holdsText(u"camera folder is not there"_s));
}

void TestScansPage::escapeStopsThenLeaves()
{
    const QSignalSpy left(m_page.get(), &ScansPage::leaveRequested);
    QMimeData mime;
    QList<QUrl> urls;
    for (int i = 0; i < 20; ++i)
        urls << QUrl::fromLocalFile(file(i));
    mime.setUrls(urls);
    drop(mime);
    m_keys.press(Qt::Key_Escape);
    QCOMPARE(left.size(), 0);
    QVERIFY(settled());
    QVERIFY(domain::presentScans(m_work->file()).size() < 20);
    while (left.isEmpty() && m_keys.count() < 1000)
        m_keys.press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestScansPage::theLargestScreenIsNotNeeded()
{
    for (int i = 0; i < 7; ++i)
        paste(i);
    QVERIFY2(m_page->minimumSizeHint().width() <= 1294, qPrintable(QString::number(m_page->minimumSizeHint().width())));
    QTest::qWait(500); // the small pictures come
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        QVERIFY(m_page->grab().save(folder + u"/scans.png"_s));
}

void TestScansPage::howToScanIsChosenByKeys()
{
    QVERIFY(!holdsButton(u"Scanner"_s));
    const QList<devices::ScannerFace> faces{
        {u"a:0"_s, u"First"_s, {u"Flatbed"_s, u"ADF"_s, u"ADF Duplex"_s}, {u"Lineart"_s, u"Gray"_s, u"Color"_s}, {150, 300, 600}, u"Flatbed"_s, {}},
        {u"b:0"_s, u"Second"_s, {}, {}, {}, {}, {}}};
    m_page->showScanner(faces, devices::fitted({}, faces));
    QVERIFY(holdsButton(u"Scanner"_s));
    paste(1);
    QSignalSpy wanted(m_page.get(), &ScansPage::scanAsWanted);
    const QSignalSpy left(m_page.get(), &ScansPage::leaveRequested);
    m_keys.press(Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(holdsText(u"How to scan"_s));
    m_keys.press(Qt::Key_3); // both sides; no page is sorted by it
    QCOMPARE(pagesOf(0), 1);
    m_keys.press(Qt::Key_Tab);
    m_keys.press(Qt::Key_2);
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        QVERIFY(m_page->grab().save(folder + u"/howtoscan.png"_s));
    m_keys.press(Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<devices::ScanWish>(), (devices::ScanWish{u"a:0"_s, u"ADF Duplex"_s, u"Gray"_s, 300}));
    QVERIFY(!holdsText(u"How to scan"_s));
    QCOMPARE(list("Materials")->hasFocus(), true);
    m_keys.press(Qt::Key_F8, Qt::ShiftModifier);
    m_keys.press(Qt::Key_Escape); // leaves the question, not the page
    QVERIFY(!holdsText(u"How to scan"_s));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(left.size(), 0);
    m_page->showScanner({}, {});
    m_keys.press(Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(!holdsText(u"How to scan"_s));
}

void TestScansPage::scanningIsStoppedByEscape()
{
    const QSignalSpy stopped(m_page.get(), &ScansPage::scanStopRequested);
    m_page->showScanning(12);
    QVERIFY(holdsText(u"Scanning page 12, Esc stops"_s));
    m_keys.press(Qt::Key_Escape);
    QCOMPARE(stopped.size(), 1);
    m_page->showScanning(0);
    QVERIFY(!holdsText(u"Scanning page"_s));
}

/// The whole page is there, with its small pictures, while a stack comes in.
void TestScansPage::twoHundredPagesLeaveTheWindowFree()
{
    const auto computed = [] { // by this thread, in ms: another program's turn is not the window's fault
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
    };
    const QByteArray jpeg = samplepages::jpeg(samplepages::text(40, 130));
    QList<desk::Incoming> pictures;
    for (int i = 0; i < 200; ++i)
        pictures << desk::Incoming{.name = {}, .file = {}, .bytes = jpeg.left(2) + "\xff\xfe" + char(0) + char(4) + char(1 + i / 100) + char(1 + i % 100) + jpeg.mid(2), .image = {}};
    QElapsedTimer sinceTick, all;
    qint64 computedAt = 0, longest = 0, longestComputed = 0, stalls = 0, firstThumbnail = 0;
    QTimer tick;
    connect(&tick, &QTimer::timeout, [&] {
        const qint64 gap = sinceTick.restart();
        longest = std::max(longest, gap);
        stalls += gap > 100 ? 1 : 0;
        longestComputed = std::max(longestComputed, computed() - computedAt);
        computedAt = computed();
    });
    connect(m_scans.get(), &desk::CaseScans::pictureReady, m_page.get(), [&] { firstThumbnail = firstThumbnail ? firstThumbnail : all.elapsed(); });
    tick.start(1);
    sinceTick.start();
    all.start();
    computedAt = computed();
    m_scans->take(pictures);
    QVERIFY(QTest::qWaitFor([&] { return m_scans->underWay() == 0; }, 120'000));
    qInfo("200 pages in %lld ms, the first small picture after %lld ms; longest gap of the event loop %lld ms (%lld over 100 ms), %lld ms of it computed here",
          all.elapsed(), firstThumbnail, longest, stalls, longestComputed);
    QCOMPARE(pagesOf(0), 200);
    QVERIFY2(longestComputed < 100, "the window stands still"); // what it waits for others is the machine's
    QVERIFY(firstThumbnail > 0 && firstThumbnail < all.elapsed() / 2);
}

void TestScansPage::everyTroubleHasItsWords()
{
    using devices::ScanTrouble;
    QSet<QString> sentences;
    for (int trouble = 0; trouble <= int(ScanTrouble::Other); ++trouble) {
        sentences.insert(scanwords::sentence(ScanTrouble(trouble), 3));
        QCOMPARE(scanwords::whatToDo(ScanTrouble(trouble), 3).isEmpty(), trouble == int(ScanTrouble::None));
    }
    QCOMPARE(sentences.size(), int(ScanTrouble::Other) + 1);
    QVERIFY(scanwords::whatToDo(ScanTrouble::Jammed, 3).contains(u"The pages up to 3 are here"_s));
    QVERIFY(!scanwords::whatToDo(ScanTrouble::Jammed, 0).contains(u"are here"_s));
    QCOMPARE(scanwords::way({u"x"_s, u"ADF Duplex"_s, u"24bit Color"_s, 300}), u"Feeder, both sides · Colour · 300 dpi"_s);
    QCOMPARE(scanwords::source(u"Transparency Unit"_s), u"Transparency Unit"_s);
}

void TestScansPage::everyFaultHasItsSentence()
{
    using scans::PictureFault;
    QSet<QString> sentences;
    for (int fault = 0; fault <= int(PictureFault::Unreadable); ++fault)
        sentences.insert(scanwords::sentence(PictureFault(fault)));
    QCOMPARE(sentences.size(), int(PictureFault::Unreadable) + 1);
    using Outcome = Arrival::Outcome;
    for (int outcome = 0; outcome <= int(Outcome::Dropped); ++outcome) {
        Arrival arrival;
        arrival.outcome = Outcome(outcome);
        arrival.refusals = {{domain::Refusal::Why::ScanThereAlready, {}, {}}};
        const bool isQuiet = arrival.outcome == Outcome::Taken || arrival.outcome == Outcome::Dropped;
        QCOMPARE(scanwords::sentence(arrival, m_work->plan()).isEmpty(), isQuiet);
    }
}

QTEST_MAIN(TestScansPage)
#include "tst_scanspage.moc"
