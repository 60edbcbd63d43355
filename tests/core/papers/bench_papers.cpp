// Times each paper from the case to the finished PDF, as F-key to paper is felt: bench_papers [FOLDER FOR THE PAPERS]
#include "everypaper.h"

#include "core/base/datafolder.h"
#include "core/guides/shelf.h"
#include "core/papers/guidepapers.h"
#include "core/papers/sheet.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void measure(const QString &name, int rounds, const QString &folder,
             const std::function<base::Result<papers::Paper>()> &make)
{
    QList<double> pdfTimes;
    QList<double> pictureTimes;
    QList<double> processorTimes;
    QByteArray pdf;
    int pages = 0;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t processor = std::clock();
        const papers::Sheet sheet(make().value());
        pdf = sheet.pdf().value();
        pdfTimes << milliseconds(timer);
        processorTimes << double(std::clock() - processor) * 1000 / CLOCKS_PER_SEC;
        timer.restart();
        pages = sheet.pageCount();
        sheet.picture(0, 1.5);
        pictureTimes << milliseconds(timer);
    }
    const double first = pdfTimes.takeFirst();
    std::ranges::sort(pdfTimes);
    std::ranges::sort(pictureTimes);
    std::ranges::sort(processorTimes);
    const auto at
        = [](const QList<double> &times, double share) { return times[qsizetype(share * double(times.size() - 1))]; };
    QTextStream(stdout)
        << u"%1: %2 pages, %3 KB; PDF first %4 ms, p50 %5 (%10 a page), p95 %6, max %7 (processor p50 %8); picture of page 1 p50 %9\n"_s
               .arg(name.leftJustified(26))
               .arg(pages)
               .arg(double(pdf.size()) / 1024, 0, 'f', 1)
               .arg(first, 0, 'f', 1)
               .arg(at(pdfTimes, 0.5), 0, 'f', 1)
               .arg(at(pdfTimes, 0.95), 0, 'f', 1)
               .arg(pdfTimes.last(), 0, 'f', 1)
               .arg(at(processorTimes, 0.5), 0, 'f', 1)
               .arg(at(pictureTimes, 0.5), 0, 'f', 1)
               .arg(at(pdfTimes, 0.5) / pages, 0, 'f', 1);
    if (!folder.isEmpty()) {
        QFile file(folder + u'/' + name + u".pdf"_s);
        if (file.open(QIODevice::WriteOnly))
            file.write(pdf);
    }
}

}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QString folder = app.arguments().value(1);
    const auto forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value();
    const auto everyday = papersample::newborn();
    const auto longest = papersample::longest();
    measure(u"notice"_s, 220, folder,
            [&] { return papers::correctionNotice(forms, everyday.facts(), everyday.notice); });
    measure(u"receipt"_s, 220, folder,
            [&] { return papers::filingReceipt(forms, everyday.facts(2), everyday.filing); });
    for (const auto &[name, ref] : everypaper::all()) {
        const auto usual = everypaper::lived(everyday);
        const auto most = everypaper::lived(longest);
        measure(QLatin1String(name), 42, folder, [&] { return everypaper::paper(forms, usual, ref); });
        measure(QLatin1String(name) + u"-longest"_s, 6, folder, [&] { return everypaper::paper(forms, most, ref, 2); });
    }
    const auto shelf = guides::Shelf::load(base::dataFolder() + u"/guides"_s).value();
    for (const auto &[pack, matter] :
         {std::pair(u"sanmenxia-personal"_s, u"newborn"_s), std::pair(u"sanmenxia-enterprise"_s, u"bathhouse"_s)}) {
        const auto guide = domain::guideOf(*shelf.pack(pack), matter).value();
        const papers::GuideFacts facts{guide, everyday.hall, papersample::moment().date()};
        measure(u"full-guide-"_s + matter, 42, folder, [&] { return papers::fullGuide(forms, facts); });
        measure(u"leaflet-"_s + matter, 42, folder, [&] { return papers::conciseGuide(forms, facts); });
    }
}
