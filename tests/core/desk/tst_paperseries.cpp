#include "core/desk/paperseries.h"

#include "core/desk/printpaper.h"
#include "core/domain/issuedpapers.h"
#include "core/papers/formtrial.h"
#include "tests/core/desk/hall.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

const QByteArray numbers = R"({
  "organs": {"卫生健康部门": {"name": "湖滨区卫生健康委员会", "code": "湖卫"}, "公安部门": {"code": "湖公"}},
  "blocks": [{"code": "湖卫", "paper": "acceptance-notice", "year": %YEAR%, "from": 5, "to": 6},
             {"code": "湖卫", "paper": "acceptance-notice", "year": %YEAR%, "from": 101, "to": 101}]})";

/// A hall with numbers of its own and a case whose items of two departments were accepted.
class NumberedHall : public Hall
{
public:
    NumberedHall()
    {
        const QByteArray year = QByteArray::number(clock.now().date().year());
        useNumbers(QByteArray(numbers).replace("%YEAR%", year));
        printing.emplace(printer);
    }
    void useNumbers(const QByteArray &json)
    {
        QDir(folder.path()).mkpath(u"forms"_s);
        QFile file(folder.filePath(u"forms/numbers.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        forms = forms.withOwn(folder.filePath(u"forms"_s), papers::tryForm);
        QVERIFY2(forms.faults().isEmpty(),
                 forms.faults().isEmpty() ? "" : qPrintable(forms.faults()[0].place + forms.faults()[0].detail));
    }
    /// A filed case; its facts go to the journal past the rules, which others test.
    std::unique_ptr<desk::CaseWork> accepted()
    {
        auto work = std::move(*reception->open(newborn(*this)));
        Case file = work->file();
        QList<Event> events;
        QList<Fact> facts{FieldEntered{applicantNameField, u"张三"_s}, CaseFiled{clock.now()}};
        for (const Item &item : work->guide().matter.items)
            facts << LifeFact{ItemAccepted{item.id, {}}};
        for (const Fact &fact : facts) {
            events << Event{clock.now(), u"王芳"_s, fact};
            file = apply(std::move(file), events.last());
        }
        const QString id = file.id;
        if (!profile->journal().append(id, events, file))
            qFatal("not written");
        return std::move(*reception->resume(id));
    }
    static PaperRef noticeOf(const desk::CaseWork &work, const QString &department, int nth = 0)
    {
        for (const Item &item : work.guide().matter.items) {
            if (item.department == department && nth-- == 0)
                return {PaperKind::AcceptanceNotice, 1, item.id};
        }
        return {};
    }
    QString print(desk::CaseWork &work, const PaperRef &paper)
    {
        const auto printed = printing->print(work, paper);
        if (!printed)
            return printed.error().error ? u"! "_s + printed.error().error->detail : u"!"_s;
        const PaperNumber *number = numberOf(work.file(), paper);
        return number ? number->text : QString();
    }

    support::FakePrinter printer;
    std::optional<desk::PrintPaper> printing;
};

}

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
        QCOMPARE(reports[0].left, 0);
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
                                  << u"no block of numbers"_s;
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
