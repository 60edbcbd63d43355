#include "core/desk/papernumbers.h"
#include "core/desk/paperseries.h"
#include "core/desk/tablefile.h"
#include "tests/core/desk/numberedhall.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace domain;

/// Legal numbers as the window gives them.
class TestPaperSeries : public QObject
{
    Q_OBJECT

private slots:
    void numbersGoOnFromBlockToBlockAndThenStop()
    {
        NumberedHall hall;
        QStringList given;
        for (int i = 0; i < 3; ++i) {
            const auto work = hall.accepted();
            given << hall.print(*work, NumberedHall::noticeOf(*work, u"卫生健康部门"_s));
        }
        const QString year = QString::number(hall.clock.now().date().year());
        QCOMPARE(given,
                 (QStringList{u"湖卫受〔%1〕5号"_s.arg(year), u"湖卫受〔%1〕6号"_s.arg(year),
                              u"湖卫受〔%1〕101号"_s.arg(year)}));
        const auto work = hall.accepted();
        const PaperRef notice = NumberedHall::noticeOf(*work, u"卫生健康部门"_s);
        const qsizetype jobs = hall.printer.jobs.size();
        QVERIFY2(hall.print(*work, notice).contains(u"numbers.json"_s), "says what to do");
        QCOMPARE(hall.printer.jobs.size(), jobs);
        QVERIFY2(work->file().prints.isEmpty(), "nothing is noted of a paper that cannot be");
        QVERIFY2(!hall.print(*work, {PaperKind::FilingReceipt}).startsWith(u'!'), "everything else goes on");
        const auto reports = desk::seriesReports(hall.profile->journal(), hall.forms).value();
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports[0].used.serials, (QList<int>{5, 6, 101}));
        QVERIFY(reports[0].gaps.isEmpty());
        QVERIFY(reports[0].open.isEmpty());
    }

    void aReprintKeepsItsNumber()
    {
        NumberedHall hall;
        const auto work = hall.accepted();
        const PaperRef notice = NumberedHall::noticeOf(*work, u"卫生健康部门"_s);
        const QString number = hall.print(*work, notice);
        QCOMPARE(hall.print(*work, notice), number);
        const papers::Paper paper = work->issuedPaper(notice, 2).value();
        QCOMPARE(paper.number, number);
        QCOMPARE(paper.author, u"湖滨区卫生健康委员会"_s);
        QCOMPARE(paper.copies, 3);
        QCOMPARE(desk::seriesReports(hall.profile->journal(), hall.forms)->first().used.serials, QList<int>{5});
    }

    void aFailedPrintDoesNotLoseItsNumber()
    {
        NumberedHall hall;
        const auto work = hall.accepted();
        const PaperRef notice = NumberedHall::noticeOf(*work, u"卫生健康部门"_s);
        hall.printer.failing = true;
        QVERIFY(hall.print(*work, notice).startsWith(u'!'));
        hall.printer.failing = false;
        QVERIFY(hall.print(*work, notice).contains(u"〕5号"_s));
    }

    void aVoidedNumberIsFollowedByANewOne()
    {
        NumberedHall hall;
        const auto work = hall.accepted();
        const PaperRef notice = NumberedHall::noticeOf(*work, u"卫生健康部门"_s);
        QVERIFY(hall.print(*work, notice).contains(u"〕5号"_s));
        QVERIFY(work->perform(VoidPaperNumber{notice, u"纸张损毁"_s}));
        QVERIFY(hall.print(*work, notice).contains(u"〕6号"_s));
        QCOMPARE(work->file().prints.last().copy, 1);
        QCOMPARE(desk::seriesReports(hall.profile->journal(), hall.forms)->first().used.voided, QList<int>{5});
        hall.reopen();
        const auto again = std::move(*hall.reception->resume(work->file().id));
        QCOMPARE(again->file().numbers, work->file().numbers);
    }

    void aNumberThatWasEnteredIsUsed()
    {
        NumberedHall hall;
        const auto work = hall.accepted();
        PaperRef notice = NumberedHall::noticeOf(*work, u"卫生健康部门"_s);
        Case file = work->file();
        file.life.items[notice.item].number = u"豫卫受2026-88"_s;
        const auto number
            = desk::nextNumber(hall.profile->journal(), hall.forms, file, work->guide(), notice, work->today());
        QVERIFY(number.has_value() && !number->has_value());
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        QTest::newRow("organ without code") << QByteArray("{}") << u"organs.卫生健康部门.code"_s;
        QTest::newRow("no block") << QByteArray(R"({"organs":{"卫生健康部门":{"code":"湖卫"}}})")
                                  << u"no numbers"_s;
        QTest::newRow("block of another journal") << QByteArray(
            R"({"organs":{"卫生健康部门":{"code":"湖卫"}},"blocks":[{"code":"湖卫","paper":"acceptance-notice","year":2026,"from":1,"to":9,"incarnation":2}]})")
                                                  << u"set aside"_s;
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        NumberedHall hall;
        hall.useNumbers(json.replace("2026", QByteArray::number(hall.clock.now().date().year())));
        const auto work = hall.accepted();
        const QString said = hall.print(*work, NumberedHall::noticeOf(*work, u"卫生健康部门"_s));
        QVERIFY2(said.contains(words), qPrintable(said));
    }

    /// The book of numbers: what each is, that none is missing, and that one can be given up.
    void theBookOfNumbers()
    {
        NumberedHall hall;
        desk::PaperNumbers book({hall.profile->journal(), hall.forms, hall.shelf, *hall.reception});
        QCOMPARE(book.series()->size(), 1); // its block, of which nothing was given yet
        QCOMPARE(book.series()->first().given, 0);
        QCOMPARE(book.series()->first().left, 3);
        const auto first = hall.accepted();
        const auto second = hall.accepted();
        hall.print(*first, NumberedHall::noticeOf(*first, u"卫生健康部门"_s));
        hall.print(*second, NumberedHall::noticeOf(*second, u"卫生健康部门"_s));
        const desk::SeriesLine series = book.series()->first();
        QCOMPARE(series.given, 2);
        QCOMPARE(series.last, 6);
        QCOMPARE(series.left, 1);
        QVERIFY(series.isShort() && series.gaps.isEmpty() && !series.isSample);
        const QList<desk::NumberLine> lines = *book.page(series, 0, 100);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].text.contains(u"〕5号"_s) && lines[1].text.contains(u"〕6号"_s));
        QCOMPARE(lines[0].caseNumber, first->file().number);
        QCOMPARE(lines[0].applicant, u"张*"_s); // never in full
        QCOMPARE(lines[0].at, hall.clock.now());
        QVERIFY(!lines[0].item.isEmpty() && !lines[0].matter.isEmpty() && lines[0].voidedAt.isNull());
        QCOMPARE(book.page(series, 5, 100)->first(), lines[1]);
        QCOMPARE(book.page(series, 0, 1)->first(), lines[0]);

        const QSignalSpy acted(&book, &desk::PaperNumbers::acted);
        QCOMPARE(book.voidNumber(lines[0], u"  "_s).error().refusals.first().why, Refusal::Why::ReasonMissing);
        QVERIFY(book.voidNumber(lines[0], u"纸张损毁"_s));
        QCOMPARE(acted.size(), 1);
        QCOMPARE(book.voidNumber(lines[0], u"纸张损毁"_s).error().refusals.first().why, Refusal::Why::NoSuchPaper);
        const desk::NumberLine voided = book.page(series, 0, 1)->first();
        QCOMPARE(voided.voidReason, u"纸张损毁"_s);
        QVERIFY(voided.voidedAt.isValid());
        const auto again = std::move(*hall.reception->resume(first->file().id));
        QVERIFY(hall.print(*again, NumberedHall::noticeOf(*again, u"卫生健康部门"_s)).contains(u"〕101号"_s));
        QCOMPARE(book.voidNumber(lines[0], u"纸张损毁"_s).error().refusals.first().why, Refusal::Why::NoSuchPaper); // another one stands now
        QCOMPARE(book.series()->first().voided, 1);
        QCOMPARE(book.series()->first().left, 0);
    }

    /// A gap is shown where the number should be.
    void aGapIsShownInItsPlace()
    {
        NumberedHall hall;
        desk::PaperNumbers book({hall.profile->journal(), hall.forms, hall.shelf, *hall.reception});
        const auto work = hall.accepted();
        const PaperRef notice = NumberedHall::noticeOf(*work, u"卫生健康部门"_s);
        const int year = hall.clock.now().date().year();
        const Event given{hall.clock.now(), u"王芳"_s, PaperNumbered{notice, u"湖卫"_s, year, 6, u"湖卫受〔%1〕6号"_s.arg(year)}};
        QVERIFY(hall.profile->journal().append(work->file().id, {given}, apply(work->file(), given)));
        const desk::SeriesLine series = book.series()->first();
        QCOMPARE(series.gaps, QList<int>{5});
        const QList<desk::NumberLine> lines = *book.page(series, 0, 100);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].isGap && lines[0].serial == 5 && !lines[1].isGap);
    }

    void theListIsSaved_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("workbook") << u"a.xlsx"_s << QByteArray("PK");
        QTest::newRow("text") << u"a.CSV"_s << QByteArray("\xef\xbb\xbf文号,原因\r\n1,\"甲,\"\"乙\"\"\"\r\n2,'=1+1\r\n");
    }
    void theListIsSaved()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        QVERIFY(desk::writeTable(path, u"文号"_s, {u"文号"_s, u"原因"_s}, {{u"1"_s, u"甲,\"乙\""_s}, {u"2"_s, u"=1+1"_s}}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
        QVERIFY(!desk::writeTable(folder.filePath(u"none/a.csv"_s), {}, {}, {}));
    }

    /// What was not given before the year ended, or stood in a block for another journal, stays in sight.
    void whatIsUnusedStaysInSight()
    {
        NumberedHall hall;
        const int year = hall.clock.now().date().year();
        hall.useNumbers(QByteArray(R"({"organs":{"卫生健康部门":{"code":"湖卫"}},"blocks":[
            {"code":"湖卫","paper":"acceptance-notice","year":%Y%,"from":5,"to":9},
            {"code":"湖卫","paper":"acceptance-notice","year":%Y%,"from":20,"to":24,"incarnation":2}]})").replace("%Y%", QByteArray::number(year)));
        desk::PaperNumbers book({hall.profile->journal(), hall.forms, hall.shelf, *hall.reception});
        const auto work = hall.accepted();
        hall.print(*work, NumberedHall::noticeOf(*work, u"卫生健康部门"_s));
        QCOMPARE(book.series()->first().unused, (QList<desk::NumberRange>{{20, 24}}));
        QCOMPARE(book.series()->first().left, 4);
        hall.clock.set(QDateTime(QDate(year + 1, 1, 4), QTime(9, 0)));
        const desk::SeriesLine over = book.series()->first();
        QVERIFY(over.isOver && !over.isShort());
        QCOMPARE(over.unused, (QList<desk::NumberRange>{{6, 9}, {20, 24}}));
        QCOMPARE(over.unusedCount(), 9);
    }

    void withoutNumbersOfItsOwnAHallGivesSamples()
    {
        Hall hall;
        NumberedHall withNumbers;
        const auto work = withNumbers.accepted();
        const PaperRef notice = NumberedHall::noticeOf(*work, u"卫生健康部门"_s);
        const auto number
            = desk::nextNumber(hall.profile->journal(), hall.forms, work->file(), work->guide(), notice, work->today());
        QCOMPARE((*number)->organ, u"样例"_s);
        QCOMPARE((*number)->serial, 1);
    }
};

QTEST_GUILESS_MAIN(TestPaperSeries)
#include "tst_paperseries.moc"
