// Times each paper from the case to the finished PDF, as F-key to paper is felt, and the same papers through Qt's own text engine:
// bench_papers [--quick] [FOLDER FOR THE PAPERS]. --quick: only the one page with table and codes. Times are milliseconds; the
// machine may be busy with other things, so that the processor's time of this thread stands beside the clock's.
#include "everypaper.h"
#include "qtpaper.h"

#include "core/base/datafolder.h"
#include "core/desk/papercheck.h"
#include "core/guides/shelf.h"
#include "core/papers/guidepapers.h"
#include "core/papers/sheet.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

double threadMilliseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}

struct Times {
    QList<double> clock;
    QList<double> processor;

    /// Runs \a act and notes how long it took.
    void note(const std::function<void()> &act)
    {
        QElapsedTimer timer;
        timer.start();
        const double before = threadMilliseconds();
        act();
        processor << threadMilliseconds() - before;
        clock << double(timer.nsecsElapsed()) / 1e6;
    }
    /// Without the first, in which fonts are found.
    QString text() const { return u"processor %1, clock %2"_s.arg(text(processor), text(clock)); }

private:
    static QString text(QList<double> times)
    {
        const double first = times.takeFirst();
        std::ranges::sort(times);
        const auto at = [&](double share) { return times[qsizetype(share * double(times.size() - 1))]; };
        return u"p50 %1 p95 %2 (first %3)"_s.arg(at(0.5), 0, 'f', 1).arg(at(0.95), 0, 'f', 1).arg(first, 0, 'f', 1);
    }
};

using Make = std::function<papers::Paper(int round)>;

void tell(const QString &name, const QByteArray &pdf, int pages, const Times &times)
{
    QTextStream(stdout) << u"%1 %2 pages, %3 KB: %4\n"_s.arg(name.leftJustified(26))
                               .arg(pages)
                               .arg(double(pdf.size()) / 1024, 0, 'f', 1)
                               .arg(times.text());
}

void keep(const QString &folder, const QString &name, const QByteArray &pdf)
{
    if (folder.isEmpty())
        return;
    QFile file(folder + u'/' + name + u".pdf"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

void measure(const QString &name, int rounds, const QString &folder, const Make &make)
{
    Times pdfTimes;
    Times pictureTimes;
    QByteArray pdf;
    int pages = 0;
    for (int i = 0; i < rounds; ++i) {
        std::optional<papers::Sheet> sheet;
        pdfTimes.note([&] {
            sheet.emplace(make(i));
            pdf = sheet->pdf().value();
        });
        pages = sheet->pageCount();
        pictureTimes.note([&] { sheet->picture(0, 1.5); });
    }
    tell(name, pdf, pages, pdfTimes);
    keep(folder, name, pdf);
    if (rounds > 100)
        QTextStream(stdout) << u"%1 picture of page 1: %2\n"_s.arg(QString(), 26).arg(pictureTimes.text());
}

void measurePeer(const QString &name, int rounds, const QString &folder, const Make &make)
{
    Times times;
    QByteArray pdf;
    for (int i = 0; i < rounds; ++i) {
        times.note([&] {
            const papers::Paper paper = make(i);
            pdf = qtpaper::Html(paper).pdf(paper.title);
        });
    }
    tell(name, pdf, int(pdf.count("/Type /Page\n")), times);
    keep(folder, name, pdf);
}

/// A window that makes papers of one case after the other, each with its own number and signature.
class Window
{
public:
    explicit Window(papersample::Printable sample) : m_sample(std::move(sample)) { }

    papers::Paper paper(const domain::PaperRef &ref, int round, int copy = 1)
    {
        m_sample.file.number
            = domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, papersample::moment().date(), round + 1}.text();
        papers::CaseFacts facts = m_sample.facts(copy);
        facts.rules = &everypaper::rules();
        facts.serialNumber = everypaper::serialOf(ref.kind);
        facts.code = m_stamps.stamped(papers::caseCode(m_sample.file.number, m_sample.hall),
                                      papers::stampOf(m_sample.file, m_sample.plan, ref));
        return papers::casePaper(m_forms, facts, ref).value();
    }

private:
    papersample::Printable m_sample;
    const papers::FormFolder m_forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value();
    const QTemporaryDir m_keys;
    const desk::PaperCheck m_stamps{people::WindowKey::open(m_keys.path(), base::Secret::random(32)).value(),
                                    m_sample.hall.hallName, m_sample.hall.windowName, m_keys.filePath(u"windows"_s)};
};

void measureGuides(const QString &folder)
{
    const auto forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value();
    const auto shelf = guides::Shelf::load(base::dataFolder() + u"/guides"_s).value();
    const base::HallSettings hall = papersample::hall();
    for (const auto &[pack, matter] :
         {std::pair(u"sanmenxia-personal"_s, u"newborn"_s), std::pair(u"sanmenxia-enterprise"_s, u"bathhouse"_s)}) {
        const auto guide = domain::guideOf(*shelf.pack(pack), matter).value();
        const papers::GuideFacts facts{guide, hall, papersample::moment().date()};
        measure(u"full-guide-"_s + matter, 42, folder, [&](int) { return papers::fullGuide(forms, facts).value(); });
        measure(u"leaflet-"_s + matter, 42, folder, [&](int) { return papers::conciseGuide(forms, facts).value(); });
    }
}

}

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QStringList arguments = app.arguments().mid(1);
    const bool isQuick = arguments.removeAll(u"--quick"_s) > 0;
    const QString folder = arguments.value(0);
    const QDir faces(base::dataFolder() + u"/fonts"_s);
    for (const QString &face : faces.entryList({u"*.otf"_s}))
        QFontDatabase::addApplicationFont(faces.filePath(face));

    constexpr int rounds = 220;
    auto visiting = papersample::newborn();
    visiting.file.notices = {visiting.notice};
    visiting.file.filing = visiting.filing;
    Window window(visiting);
    const domain::PaperRef notice{domain::PaperKind::CorrectionNotice, 1, {}};
    const domain::PaperRef receipt{domain::PaperKind::FilingReceipt, 1, {}};
    measure(u"notice"_s, rounds, folder, [&](int round) { return window.paper(notice, round); });
    measurePeer(u"notice, by Qt's text"_s, rounds, folder, [&](int round) { return window.paper(notice, round); });
    measure(u"receipt"_s, rounds, folder, [&](int round) { return window.paper(receipt, round, 2); });
    measurePeer(u"receipt, by Qt's text"_s, rounds, folder, [&](int round) { return window.paper(receipt, round, 2); });
    if (isQuick)
        return 0;
    Window usual(everypaper::lived(papersample::newborn()));
    Window most(everypaper::lived(papersample::longest()));
    for (const auto &[name, ref] : everypaper::all()) {
        measure(QLatin1String(name), 42, folder, [&](int round) { return usual.paper(ref, round); });
        measure(QLatin1String(name) + u"-longest"_s, 6, folder, [&](int round) { return most.paper(ref, round, 2); });
    }
    measureGuides(folder);
}
