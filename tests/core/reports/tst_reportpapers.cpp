#include "core/desk/papercheck.h"
#include "core/papers/reportpaper.h"
#include "core/desk/reportschedule.h"
#include "core/papers/formtrial.h"
#include "core/papers/sheet.h"
#include "tests/core/reports/busyhall.h"

#include <QProcess>

using namespace busy;
using reports::Figure;
using reports::Span;

namespace {

/// What \a program prints; empty when it fails.
QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(20'000) && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

QByteArray contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

}

/// Paper, workbook and text of a report, and how it is asked for.
class TestReportPapers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (int number = 0; number < 12; ++number)
            hall.open(number);
        for (int act = 0; act < 400; ++act)
            hall.act();
        desk.emplace(desk::ReportNeeds{.profileFolder = hall.profileFolder, .profileKey = hall.profile->keys().profile, .clock = hall.clock,
                                       .hall = *hall.clerks.front(), .device = hall.profile->journal().identity().device, .forms = hall.forms,
                                       .stamps = hall.profile->stamps()});
        report = busy::answer(*desk, {Span::month(QDate(2026, 9, 1))});
        QVERIFY(report);
        QVERIFY(reports::of(report->values, Figure::Filings).number > 0);
    }

    void thePaperSaysEverythingAndIsSigned()
    {
        const auto day = busy::answer(*desk, {Span::day(hall.clock.now().date())});
        QVERIFY(day);
        const QString pdf = qEnvironmentVariable("YICHUANG_REPORT", folder.filePath(u"report.pdf"_s)); // to look at
        QVERIFY(desk->save(*day, pdf));
        const QString text = QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s}));
        for (const QString &words : {u"办件日报"_s, u"本机数据"_s, u"比昨日"_s, u"比上周同日"_s, u"第1页"_s, u"王芳"_s})
            QVERIFY2(text.contains(words) || QString(text).remove(u' ').contains(words), qPrintable(words));
        for (const reports::Term &term : reports::glossary())
            QVERIFY2(QString(text).remove(u' ').remove(u'\n').contains(term.name.left(4)), qPrintable(term.name));
        run(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-png"_s, pdf, folder.filePath(u"page"_s)});
        QString code;
        for (const QFileInfo &page : QDir(folder.path()).entryInfoList({u"page*.png"_s})) {
            const QByteArray found = run(u"zbarimg"_s, {u"-q"_s, u"--raw"_s, page.filePath()});
            if (!found.isEmpty())
                code = QString::fromUtf8(found).trimmed();
        }
        QVERIFY2(code.startsWith(papers::reportCodeText(*day) + u'.'), qPrintable(code));
        const desk::PaperCheck &stamps = hall.profile->stamps();
        QVERIFY(stamps.signerOfReport(code));
        QCOMPARE(stamps.signerOfReport(code)->key, stamps.card().key);
        QString altered = code;
        altered[12] = altered[12] == u'1' ? u'2' : u'1';
        QVERIFY(!stamps.signerOfReport(altered));
        QVERIFY(!stamps.signerOfReport(code.left(code.size() - 2)));
        QVERIFY(!stamps.signerOfReport(u"YICHUANG:R/"_s));
    }

    void chartsStandOnThePaperWhereTheFormHasThem()
    {
        const auto picturesWith = [&](const QList<QImage> &charts) {
            const auto paper = desk->paper(*report, charts);
            const auto place = std::ranges::find_if(paper->blocks, [](const auto &block) { return std::holds_alternative<papers::Pictures>(block); });
            return place == paper->blocks.end() ? QList<QImage>{} : std::get<papers::Pictures>(*place).pictures;
        };
        QImage black(400, 250, QImage::Format_RGB32);
        black.fill(Qt::black);
        QCOMPARE(picturesWith({}), QList<QImage>());
        QCOMPARE(picturesWith({black, black, black}).size(), 3);
        const QString plain = folder.filePath(u"plain.pdf"_s), drawn = folder.filePath(u"drawn.pdf"_s);
        QVERIFY(desk->save(*report, plain));
        QVERIFY(desk->save(*report, drawn, {black, black, black}));
        // Three pictures in two columns blacken about an eighth of a page: 400 × 250 of them half as wide as the text.
        const auto inkOf = [&](const QString &pdf) {
            const QByteArray name = pdf.toUtf8() + "-ink";
            run(u"pdftoppm"_s, {u"-r"_s, u"20"_s, u"-gray"_s, u"-png"_s, pdf, QString::fromUtf8(name)});
            qint64 dark = 0;
            for (const QFileInfo &page : QDir(folder.path()).entryInfoList({QFileInfo(pdf).fileName() + u"-ink*.png"_s})) {
                const QImage image(page.filePath());
                for (int y = 0; y < image.height(); ++y)
                    for (int x = 0; x < image.width(); ++x)
                        dark += qGray(image.pixel(x, y)) < 40 ? 1 : 0;
            }
            return dark;
        };
        const double side = 20 / 25.4 * (210 - 28 - 26) / 2; // of a column, in dots
        const double blackened = 3 * side * side * 250 / 400;
        const double more = double(inkOf(drawn) - inkOf(plain));
        QVERIFY2(more > blackened * 0.7 && more < blackened * 1.1, qPrintable(u"%1 of %2"_s.arg(more).arg(blackened)));
    }

    void theReportOfTheDayIsMadeByItselfOnce()
    {
        const QDateTime now = hall.clock.now();
        QCOMPARE(desk::daysToReport(now, {}, 7), QList<QDate>());
        QCOMPARE(desk::daysToReport(QDateTime(now.date(), QTime(17, 39)), QTime(17, 40), 1), QList<QDate>{now.date().addDays(-1)});
        QCOMPARE(desk::daysToReport(QDateTime(now.date(), QTime(17, 40)), QTime(17, 40), 1), (QList<QDate>{now.date().addDays(-1), now.date()}));

        const desk::ReportNeeds needs{.profileFolder = hall.profileFolder, .profileKey = hall.profile->keys().profile, .clock = hall.clock,
                                      .hall = *hall.clerks.front(), .device = hall.profile->journal().identity().device, .forms = hall.forms,
                                      .stamps = hall.profile->stamps()};
        const QString reports = folder.filePath(u"reports"_s);
        int drawings = 0;
        desk::ReportSchedule schedule(needs, u"00:00"_s, reports, [&](const reports::Report &) {
            ++drawings;
            return QList<QImage>();
        });
        QSignalSpy made(&schedule, &desk::ReportSchedule::made);
        schedule.look();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(schedule.fileOf(now.date())), 20'000);
        QCOMPARE(made.size(), 8); // today and a week back: there were open cases every day
        QCOMPARE(drawings, 8);
        const QString text = QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, schedule.fileOf(now.date().addDays(-3)), u"-"_s}));
        QVERIFY(text.contains(Span::day(now.date().addDays(-3)).words()));
        schedule.look();
        QTest::qWait(200);
        QCOMPARE(made.size(), 8);
        // A day that is lost is made again, and nothing is made where no hour is set.
        QVERIFY(QFile::remove(schedule.fileOf(now.date().addDays(-2))));
        desk::ReportSchedule off(needs, {}, reports, [](const reports::Report &) { return QList<QImage>(); });
        off.look();
        schedule.look();
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 9, 20'000);
    }

    void theTextCannotBecomeAFormula()
    {
        const QString file = folder.filePath(u"report.csv"_s);
        reports::Report spoilt = *report;
        QVERIFY(!spoilt.byClerk.isEmpty());
        spoilt.byClerk.first().scope.name = u"=cmd|' /C calc'!A0,\"x\""_s;
        QVERIFY(desk->save(spoilt, file));
        const QByteArray text = contentOf(file);
        QVERIFY(text.startsWith("\xef\xbb\xbf"));
        QVERIFY(text.contains("\"'=cmd|' /C calc'!A0,\"\"x\"\"\""));
        QVERIFY(!text.contains("\n=") && !text.contains(",="));
        const QByteArray filings = QByteArray::number(reports::of(report->values, Figure::Filings).number);
        QVERIFY(text.contains(u"收件,收件,件,%1,"_s.arg(QString::fromLatin1(filings)).toUtf8()));
    }

    void theWorkbookHasNumbersDatesAndFormulas()
    {
        const QString file = folder.filePath(u"report.xlsx"_s);
        reports::Report spoilt = *report;
        spoilt.byClerk.first().scope.name = u"=1+1"_s;
        QVERIFY(desk->save(spoilt, file));
        const auto part = [&](int sheet) { return run(u"unzip"_s, {u"-p"_s, file, u"xl/worksheets/sheet%1.xml"_s.arg(sheet)}); };
        const qint64 filings = reports::of(report->values, Figure::Filings).number;
        QVERIFY(part(1).contains("<c r=\"D2\" s=\"3\"><v>" + QByteArray::number(filings) + "</v></c>"));
        QVERIFY(part(1).contains("<f>IF(E3=0,0,D3/E3)</f>"));
        const QByteArray last = QByteArray::number(report->byMatter.size() + 1);
        QVERIFY(part(2).contains("<f>SUM(B2:B" + last + ")</f><v>" + QByteArray::number(filings) + "</v>"));
        QVERIFY(!part(5).contains("<f>1+1</f>")); // a name stays a text
        const qint64 day = QDate(1899, 12, 30).daysTo(report->trend.first().first);
        QVERIFY2(part(6).contains("<v>" + QByteArray::number(day) + "</v>"), part(6).left(3000));
    }

    void aHallsOwnFormIsTriedWithAReport()
    {
        const papers::Form *form = hall.forms.form(u"daily-report"_s);
        QVERIFY(form);
        QVERIFY(papers::tryForm(*form));
        QByteArray json = contentOf(hall.source + u"/forms/daily-report/form.json"_s);
        json.replace("{{firstRelation}}", "{{nobodyKnows}}");
        const auto broken = papers::Form::read(json, u"form.json"_s);
        QVERIFY(broken && !papers::tryForm(*broken));
    }

    void whatIsGivenUpIsNotAnswered()
    {
        QSignalSpy ready(&*desk, &desk::ReportDesk::ready), failed(&*desk, &desk::ReportDesk::failed);
        desk->ask({Span::year(hall.clock.now().date())});
        QVERIFY(desk->isBusy());
        desk->cancel();
        QVERIFY(!desk->isBusy());
        QSignalSpy progress(&*desk, &desk::ReportDesk::progress);
        desk->ask({Span::year(hall.clock.now().date())});
        desk->ask({Span::day(QDate(2026, 9, 22))});
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 20'000);
        QCoreApplication::processEvents();
        QCOMPARE(ready.size(), 1);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(ready.first().first().value<std::shared_ptr<const reports::Report>>()->span, Span::day(QDate(2026, 9, 22)));
        QVERIFY(!progress.isEmpty());
        for (const QList<QVariant> &step : std::as_const(progress))
            QVERIFY(step.first().toDouble() > 0 && step.first().toDouble() <= 1);
        QCOMPARE(progress.last().first().toDouble(), 1.0);
    }

    void aFolderWithoutAJournalIsAnError()
    {
        desk::ReportDesk lost({.profileFolder = folder.filePath(u"nowhere/else"_s), .profileKey = hall.profile->keys().profile, .clock = hall.clock,
                               .hall = hall.profile->hall(), .device = {}, .forms = hall.forms, .stamps = hall.profile->stamps()});
        QSignalSpy failed(&lost, &desk::ReportDesk::failed);
        lost.ask({Span::day(QDate(2026, 9, 22))});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    }

private:
    BusyHall hall;
    QTemporaryDir folder;
    std::optional<desk::ReportDesk> desk;
    std::shared_ptr<const reports::Report> report;
};

QTEST_MAIN(TestReportPapers)
#include "tst_reportpapers.moc"
