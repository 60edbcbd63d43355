// Times a picture of about 3 MB from its file to its durable event: bench_scans [PICTURES]

#include "core/desk/scanroom.h"
#include "tests/core/desk/hall.h"
#include "tests/core/scans/samplepages.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPainter>
#include <QTest>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const int pictures = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 40;
    Hall hall;
    const auto work = std::move(*hall.reception->open(newborn(hall)));
    const auto scans
        = std::move(*desk::ScanRoom(hall.profile->journal(), hall.folder.filePath(u"profile/scans"_s)).of(*work));
    int arrived = 0;
    QObject::connect(scans.get(), &desk::CaseScans::arrived, [&] { ++arrived; });
    const QImage page = samplepages::lit(samplepages::text(40, 300), 0.8, 0, 14);
    QList<qint64> times;
    qint64 bytes = 0;
    for (int i = 0; i < pictures; ++i) {
        QImage own = page.convertToFormat(QImage::Format_RGB32);
        QPainter(&own).drawText(100, 100, QString::number(i));
        const QByteArray jpeg = samplepages::jpeg(own, 92);
        const QString path = hall.folder.filePath(u"%1.jpg"_s.arg(i));
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(jpeg) != jpeg.size())
            return 1;
        file.close();
        bytes += jpeg.size();
        QElapsedTimer time;
        time.start();
        scans->take({{.name = {}, .file = path, .bytes = {}, .image = {}}});
        if (!QTest::qWaitFor([&] { return arrived == i + 1; }, 60'000))
            return 1;
        times << time.elapsed();
    }
    std::ranges::sort(times);
    QTextStream(stdout) << u"%1 pictures of %2 MB: p50 %3 ms, p95 %4 ms, most %5 ms\n"_s.arg(pictures)
                               .arg(double(bytes) / pictures / 1e6, 0, 'f', 1)
                               .arg(times[times.size() / 2])
                               .arg(times[times.size() * 95 / 100])
                               .arg(times.last());
    return 0;
}
