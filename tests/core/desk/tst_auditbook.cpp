#include "core/desk/auditbook.h"
#include "core/desk/papernumbers.h"
#include "core/desk/printpaper.h"
#include "core/domain/oversightrules.h"
#include "tests/core/desk/takein.h"

#include <QDir>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using desk::AuditAct;

/// Who saw, printed and exported what is on record before it happens.
class TestAuditBook : public QObject
{
    Q_OBJECT

    Hall hall;
    QString who = u"王芳"_s;
    std::optional<desk::AuditBook> audit;
    std::optional<desk::Reception> reception;

    /// A case whose notice was handed out.
    std::unique_ptr<desk::CaseWork> noticed()
    {
        auto work = std::move(*reception->open(newborn(hall)));
        takeIn(*work, VerdictKind::Missing);
        if (!work->perform(IssueNotice{}))
            qFatal("no notice");
        return work;
    }
    qint64 linesNow() { return audit->page(0, 1).value().value(0).number; }

private slots:
    void initTestCase()
    {
        audit.emplace(hall.profile->journal(), hall.clock, u"窗口"_s);
        audit->askWho([this] { return who; });
        desk::CaseWork::Needs needs = hall.needs();
        needs.audit = &*audit;
        reception.emplace(needs, hall.shelf);
    }

    void printsAndWholeNumbersAreNoted()
    {
        const auto work = noticed();
        QCOMPARE(linesNow(), 0);
        support::FakePrinter printer;
        desk::PrintPaper printing(printer);
        const PaperRef paper{PaperKind::CorrectionNotice, 1, {}};
        QVERIFY(printing.print(*work, paper));
        who = u"李明"_s;
        QVERIFY(printing.save(*work, paper, hall.folder.filePath(u"notice.pdf"_s)));
        const QList<HiddenNumber> numbers = hiddenNumbers(work->file(), work->plan());
        QVERIFY(!numbers.isEmpty());
        QVERIFY(work->perform(LifeCommand{RecordNumberLook{numbers.first().id, u"核对身份"_s}}));
        QVERIFY(!work->perform(LifeCommand{RecordNumberLook{numbers.first().id, {}}})); // refused: nothing was seen
        const QList<desk::AuditEntry> lines = audit->page(0, 10).value();
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[2].act == AuditAct::PaperPrinted && lines[2].who == u"王芳"_s && lines[2].words == "correction-notice"_L1);
        QVERIFY(lines[1].act == AuditAct::PaperPrinted && lines[1].who == u"李明"_s);
        QVERIFY(lines[0].act == AuditAct::NumberSeen && lines[0].words == u"核对身份"_s && lines[0].at == hall.clock.now());
        for (const desk::AuditEntry &line : lines)
            QCOMPARE(line.subject, work->file().number);
        QCOMPARE(audit->verify()->lines, 3);
    }

    void whatCannotBeNotedIsNotDone()
    {
        const auto work = noticed();
        const auto events = work->file().events;
        const qint64 before = linesNow();
        support::FakePrinter printer;
        desk::PrintPaper printing(printer);
        {
            const FullDisk full;
            const auto printed = printing.print(*work, {PaperKind::CorrectionNotice, 1, {}});
            QVERIFY(!printed.has_value());
            QVERIFY(printed.error().error.has_value());
            QVERIFY(!audit->note(AuditAct::CaseSeen, work->file().number));
        }
        QVERIFY(printer.jobs.isEmpty());
        QCOMPARE(work->file().events, events);
        QVERIFY(linesNow() <= before + 2); // a line that says more than was done does no harm
        QVERIFY(audit->note(AuditAct::CaseSeen, work->file().number));
        QVERIFY(audit->verify().has_value());
    }

    void listsAndTheTrailItselfAreExportedWithARecord()
    {
        const desk::PaperNumbers book({hall.profile->journal(), hall.forms, hall.shelf, *reception, nullptr, &*audit});
        QVERIFY(book.save(hall.folder.filePath(u"numbers.csv"_s), u"文号"_s, {u"文号"_s}, {}));
        who = u"=HYPERLINK(\"x\")"_s;
        QVERIFY(audit->note(AuditAct::CaseSeen, u"甲,乙"_s, u"第一行\n第二行"_s));
        const QString file = hall.folder.filePath(u"audit.csv"_s);
        const auto lines = audit->exportTo(file, {u"号"_s, u"时"_s, u"事"_s, u"谁"_s, u"何"_s, u"注"_s},
                                           [](const desk::AuditEntry &entry) { return entry.word; });
        QVERIFY(lines.has_value());
        QCOMPARE(*lines, linesNow());
        QFile table(file);
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(table.readAll());
        QVERIFY(text.startsWith(u"号,时,事,谁,何,注\r\n"_s));
        QVERIFY2(text.contains(u"case-seen,\"'=HYPERLINK(\"\"x\"\")\",\"甲,乙\",\"第一行\n第二行\""_s), qPrintable(text));
        const QList<desk::AuditEntry> last = audit->page(0, 3).value();
        QVERIFY(last[0].act == AuditAct::Exported && last[0].subject == "audit.csv"_L1);
        QVERIFY(last[2].act == AuditAct::Exported && last[2].subject == "numbers.csv"_L1 && last[2].words == u"文号"_s);
    }

    /// Nothing of it can be read in the file.
    void theTrailIsSealed()
    {
        who = u"测试审计员"_s;
        QVERIFY(audit->note(AuditAct::CaseSeen, u"测试编号"_s, u"测试原因"_s));
        const QStringList files = QDir(hall.profileFolder).entryList(QDir::Files);
        QVERIFY(files.contains(u"audit.head"_s));
        for (const QString &name : files) {
            QFile file(hall.profileFolder + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QString &said : {who, u"测试编号"_s, u"测试原因"_s})
                QVERIFY2(!bytes.contains(said.toUtf8()), qPrintable(name));
        }
        QVERIFY(hall.profile->journal().verify().has_value());
    }
};

QTEST_MAIN(TestAuditBook)
#include "tst_auditbook.moc"
