#include "core/desk/clockrules.h"
#include "core/desk/printpaper.h"
#include "core/domain/casenumber.h"
#include "tests/core/desk/takein.h"

#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

class TestCaseWork : public QObject
{
    Q_OBJECT

private slots:
    void everyActIsInTheJournalBeforeItIsShown()
    {
        Hall hall;
        const auto work = hall.reception->open(newborn(hall));
        QVERIFY(work.has_value());
        bool wasDurable = false;
        connect(work->get(), &desk::CaseWork::changed, this, [&] {
            const auto events = hall.profile->journal().eventsOf((*work)->file().id);
            wasDurable = events && events->size() == (*work)->file().events;
        });
        QVERIFY((*work)->perform(EnterField{u"applicant-name"_s, u"张𬭚"_s}));
        QVERIFY(wasDurable);
    }
    void aCaseComesBackExactlyAsItStood()
    {
        Hall hall;
        Case before;
        {
            const auto work = hall.reception->open(newborn(hall));
            takeIn(**work, VerdictKind::Missing);
            before = (*work)->file();
        }
        hall.reopen();
        const auto again = hall.reception->resumeByNumber(u"https://hub.example/c/"_s + before.number);
        QVERIFY(again.has_value());
        QVERIFY((*again)->file() == before);
    }
    void numbersAreNeverGivenTwice()
    {
        Hall hall;
        QSet<QString> numbers;
        for (int i = 0; i < 12; ++i) {
            if (i % 4 == 3)
                hall.reopen();
            if (i == 8)
                hall.clock.advance(86400);
            numbers.insert((*hall.reception->open(newborn(hall)))->file().number);
        }
        QCOMPARE(numbers.size(), 12);
        for (const QString &number : numbers)
            QVERIFY(readCaseNumber(number));
    }
    void anUnknownNumberIsSaidToBeUnknown()
    {
        Hall hall;
        const CaseNumber number{u"411202"_s, u"001"_s, u"ZZ"_s, QDate(2026, 11, 20), 7};
        const auto unknown = hall.reception->resumeByNumber(number.text());
        QVERIFY(!unknown.has_value());
        QCOMPARE(unknown.error().refusals.value(0).why, Refusal::Why::NotOpen);
        const auto slip = hall.reception->resumeByNumber(u"411202-001ZZ-20261120-0007-?"_s);
        QCOMPARE(slip.error().refusals.value(0).why, Refusal::Why::NumberInvalid);
    }
    void aMatterWithoutMaterialsIsRefusedAndUsesNoNumber()
    {
        Hall hall;
        GuidePack pack = *hall.shelf.pack(u"sanmenxia-personal"_s);
        pack.matters.first().status = MatterStatus::Catalogue;
        hall.shelf = guides::Shelf({pack});
        hall.reopen();
        const auto refused = hall.reception->open({pack.id, pack.version, pack.matters.first().id});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().refusals.value(0).why, Refusal::Why::NotWorkedOut);
        QCOMPARE(hall.reception->cases(false, 10)->size(), 0);
    }

    void aStepThatCannotBeWrittenIsSaidAndLeavesTheCaseAsItWas()
    {
        Hall hall;
        const auto work = std::move(*hall.reception->open(newborn(hall)));
        const Case before = work->file();
        const QSignalSpy notSaved(work.get(), &desk::CaseWork::notSaved);
        {
            const FullDisk full;
            const auto done = work->perform(EnterField{u"applicant-name"_s, u"张三"_s});
            QVERIFY(!done.has_value());
            QCOMPARE(done.error().error->kind, base::Error::Kind::Storage);
        }
        QCOMPARE(notSaved.size(), 1);
        QVERIFY(work->file() == before);
        QVERIFY(work->perform(EnterField{u"applicant-name"_s, u"张三"_s}));
        hall.reopen();
        QCOMPARE((*hall.reception->resume(before.id))->file().fields.value(u"applicant-name"_s), u"张三"_s);
    }

    void undoTakesBackOneActAfterTheOther()
    {
        Hall hall;
        const auto work = std::move(*hall.reception->open(newborn(hall)));
        const auto before = work->file();
        const auto question = work->plan().questions.front().situation;
        QVERIFY(work->perform(AnswerSituation{question.id, question.options[0].id}));
        QVERIFY(work->perform(AnswerSituation{question.id, question.options[1].id}));
        QVERIFY(work->perform(EnterField{u"applicant-name"_s, u"张三"_s}));
        QVERIFY(work->undo());
        QVERIFY(!work->file().fields.contains(u"applicant-name"_s));
        QVERIFY(work->undo());
        QCOMPARE(work->file().answers.value(question.id), question.options[0].id);
        QVERIFY(work->undo());
        QVERIFY(!work->canUndo());
        QCOMPARE(work->file().answers, before.answers);
        QCOMPARE(work->file().events, 7); // taken back by acts of their own, nothing erased
    }

    void anUndoThatChangesNothingCostsNoOther()
    {
        Hall hall;
        const auto work = std::move(*hall.reception->open(newborn(hall)));
        QVERIFY(work->perform(EnterField{u"applicant-name"_s, u"张三"_s}));
        QVERIFY(work->perform(DropItem{u"social-security-card"_s}));
        QVERIFY(work->perform(KeepItem{u"social-security-card"_s}));
        QVERIFY(work->undo());
        QVERIFY(work->file().dropped.contains(u"social-security-card"_s));
        QVERIFY(work->undo());
        QVERIFY(work->canUndo());
        QVERIFY(work->undo());
        QVERIFY(!work->file().fields.contains(u"applicant-name"_s));
    }

    void theNoticeIsReprintedAsItWasHandedOut()
    {
        Hall hall;
        const auto work = std::move(*hall.reception->open(newborn(hall)));
        takeIn(*work, VerdictKind::Missing);
        QVERIFY(work->perform(IssueNotice{}));
        const papers::Paper handedOut = *work->issuedPaper({PaperKind::CorrectionNotice}, 1);
        hall.clock.advance(3 * 86400);
        const QString first = work->plan().materials.front().material.id;
        QVERIFY(work->perform(GiveVerdict{first, {.kind = VerdictKind::OriginalSeen}}));
        QVERIFY(work->perform(EnterField{u"applicant-name"_s, u"李四"_s}));
        QVERIFY(*work->issuedPaper({PaperKind::CorrectionNotice}, 1) == handedOut);
        QVERIFY(work->issuedPaper({PaperKind::CorrectionNotice}, 2)->mark.contains(u"补打"));
    }
    void printingIsAnActAndNeverBlocksTheNext()
    {
        Hall hall;
        support::FakePrinter printer;
        desk::PrintPaper printing(printer);
        const auto work = std::move(*hall.reception->open(newborn(hall)));
        takeIn(*work, VerdictKind::OriginalSeen);
        const auto tooEarly = printing.print(*work, {PaperKind::FilingReceipt});
        QVERIFY(!tooEarly.has_value());
        QCOMPARE(tooEarly.error().refusals.value(0).why, Refusal::Why::NoSuchPaper);
        QVERIFY(work->perform(FileCase{}));

        printer.failing = true;
        const auto failed = printing.print(*work, {PaperKind::FilingReceipt});
        QCOMPARE(failed.error().error->kind, base::Error::Kind::Device);
        QCOMPARE(work->file().prints.back().state, PrintAct::State::Failed);
        printer.failing = false;
        QVERIFY(printing.print(*work, {PaperKind::FilingReceipt}));
        QVERIFY(printing.save(*work, {PaperKind::FilingReceipt}, hall.folder.filePath(u"receipt.pdf"_s)));
        QCOMPARE(work->file().prints.size(), 3);
        QCOMPARE(work->file().prints[1].copy, 1);
        QCOMPARE(work->file().prints[2].copy, 2);
        QCOMPARE(work->file().prints[2].state, PrintAct::State::Confirmed); // a file is in hand
        QCOMPARE(printer.jobs.size(), 1);
        QVERIFY(printer.jobs[0].second.startsWith("%PDF"));
        QVERIFY2(!printer.jobs[0].first.contains(u"样例"), "titles are seen in print queues");
        QVERIFY(QFile(hall.folder.filePath(u"receipt.pdf"_s)).size() > 1000);
    }
    void savingWhereNobodyMayWriteIsSaid()
    {
        Hall hall;
        support::FakePrinter printer;
        desk::PrintPaper printing(printer);
        const auto work = std::move(*hall.reception->open(newborn(hall)));
        takeIn(*work, VerdictKind::OriginalSeen);
        QVERIFY(work->perform(FileCase{}));
        const auto failed = printing.save(*work, {PaperKind::FilingReceipt}, u"/proc/nowhere/receipt.pdf"_s);
        QVERIFY(!failed.has_value());
        QCOMPARE(failed.error().error->kind, base::Error::Kind::Storage);
        QCOMPARE(work->file().prints.back().state, PrintAct::State::Failed);
    }
    void thePaperShownIsTheOneThatWouldBePrinted()
    {
        Hall hall;
        const auto work = std::move(*hall.reception->open(newborn(hall)));
        QVERIFY(work->paperNow()->title.contains(u"一次性告知"));
        takeIn(*work, VerdictKind::OriginalSeen);
        QVERIFY(work->paperNow()->title.contains(u"收件回执"));
        QVERIFY(work->paperNow()->mark.contains(u"草稿"));
        QVERIFY(work->perform(FileCase{}));
        QVERIFY(!work->paperNow()->mark.contains(u"草稿"));
    }
    void theListShowsNoFullName()
    {
        Hall hall;
        const auto work = std::move(*hall.reception->open(newborn(hall)));
        QVERIFY(work->perform(EnterField{u"applicant-name"_s, u"欧阳修文"_s}));
        const auto lines = *hall.reception->cases(true, 10);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0].applicant, u"欧阳**"_s);
        QCOMPARE(lines[0].matter, u"新生儿出生"_s);
    }
};
QTEST_MAIN(TestCaseWork)
#include "tst_casework.moc"
