#include "core/domain/decidelife.h"
#include "core/domain/paperacts.h"
#include "core/domain/signatures.h"
#include "core/papers/sheet.h"
#include "core/scans/handwriting.h"
#include "tests/support/filing.h"
#include "tests/support/office.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace domain;
using Why = Refusal::Why;

namespace {

QByteArray drawn()
{
    scans::Handwriting writing;
    for (int i = 0; i <= 300; ++i) {
        const QPointF at(40 + i * 2, 100 + 60 * std::sin(i / 11.0));
        if (i == 0)
            writing.begin(at, 0.5);
        else
            writing.goOn(at, 0.5);
    }
    return writing.png();
}

/// The signature block of \a paper that the citizen signs.
const papers::Signature *signedBlock(const papers::Paper &paper)
{
    for (const papers::Block &block : paper.blocks) {
        const auto *signature = std::get_if<papers::Signature>(&block);
        if (signature && !signature->hand.isNull())
            return signature;
    }
    return nullptr;
}

}

/// Signatures by hand through the desk: stored sealed before the event, one with their act, seen again on the paper.
class TestHandSigned : public QObject
{
    Q_OBJECT

private:
    static int stored(const Office &office)
    {
        int files = 0;
        const QDir folder(office.folder.filePath(u"profile/scans"_s));
        for (const QString &caseId : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            files += int(QDir(folder.filePath(caseId)).entryList(QDir::Files).size());
        return files;
    }

private slots:
    void aHandOverIsSignedAndSeenOnItsRecord()
    {
        Office office;
        auto work = office.open(u"测试样"_s);
        support::decideAll(*work);
        QStringList items;
        for (const auto &[line, item] : itemsOf(work->file(), work->guide())) {
            items << line.item.id;
            support::must(*work, ReceiveResult{line.item.id, u"出证窗口"_s, {}});
        }
        DeliverItems handOver{items, {.way = Collection::Window, .collector = u"测试样"_s, .relation = themselves}};
        const QString id = work->file().id;
        work.reset();

        DeliverItems wrong = handOver;
        wrong.delivery.relation.clear();
        const desk::Done refused = office.issuance.handOver(id, wrong, drawn());
        QVERIFY(!refused && refused.error().refusals.front().why == Why::RelationMissing);
        QCOMPARE(stored(office), 0); // who does not sign leaves no trace
        QVERIFY(!office.issuance.handOver(id, handOver, {}));

        const qint64 before = (*office.reception->resume(id))->file().events;
        QVERIFY(office.issuance.handOver(id, handOver, drawn()));
        QCOMPARE(stored(office), 1);
        work = std::move(*office.reception->resume(id));
        QCOMPARE(work->file().events, before + 2);
        const PaperRef record{PaperKind::DeliveryRecord, 1, {}};
        QVERIFY(deliveriesOf(work->file()).front().delivery.signedFor);
        QCOMPARE(signatureOf(work->file(), record)->ink.signer, u"测试样"_s);

        // What the journal knows of the pictures fits what is there, so that nothing is taken for a stray page.
        const auto inventory = office.scans->inventoryOf(id);
        QVERIFY(inventory);
        QVERIFY(office.scans->store().check(inventory->shelf, inventory->recorded).isEmpty());
        // Sealed: nothing of a PNG is seen on the disk.
        const QDir folder(office.folder.filePath(u"profile/scans/"_s + id));
        QFile file(folder.filePath(folder.entryList(QDir::Files).first()));
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(!file.readAll().contains("PNG"));

        const auto paper = work->issuedPaper(record, 1);
        QVERIFY(paper);
        const papers::Signature *block = signedBlock(*paper);
        QVERIFY(block);
        QCOMPARE(block->left[block->handLine], u"签收人（签名）："_s);
        QVERIFY2(block->left[1].startsWith(u"收到时间：2026年3月5日"_s), qPrintable(block->left[1]));
        const auto pdf = papers::Sheet(*paper).pdf();
        QVERIFY(pdf && pdf->size() < 160'000);
        // The page differs from the unsigned one only where the signature is: the lower half.
        papers::Paper bare = *paper;
        for (papers::Block &each : bare.blocks) {
            if (auto *signature = std::get_if<papers::Signature>(&each))
                signature->hand = {};
        }
        const QImage signedPage = papers::Sheet(*paper).picture(0, 1.5);
        const QImage barePage = papers::Sheet(bare).picture(0, 1.5);
        int dots = 0;
        for (int y = 0; y < signedPage.height(); ++y) {
            for (int x = 0; x < signedPage.width(); ++x)
                dots += signedPage.pixel(x, y) != barePage.pixel(x, y) ? 1 : 0;
        }
        QVERIFY2(dots > 100 && dots < 20'000, qPrintable(QString::number(dots)));
    }

    void aReceiptIsSignedLater()
    {
        Office office;
        auto work = office.open(u"测试样"_s);
        const PaperRef receipt{PaperKind::FilingReceipt};
        QVERIFY(!work->performSigned(GiveSignature{receipt, {}}, drawn()));
        QCOMPARE(stored(office), 0);
        QVERIFY(!work->performSigned(FileCase{}, drawn())); // takes no signature
        support::file(*work);
        QVERIFY(!signedBlock(*work->issuedPaper(receipt, 1)));
        QVERIFY(work->performSigned(GiveSignature{receipt, {}}, drawn()));
        QVERIFY(signedBlock(*work->issuedPaper(receipt, 2)));
        QVERIFY(signedBlock(*work->issuedPaper(receipt, 2, true))); // on the roll too
        // The same drawing twice is one file and two acts.
        QVERIFY(work->performSigned(GiveSignature{receipt, {}}, drawn()));
        QCOMPARE(stored(office), 1);
        QCOMPARE(work->file().signatures.size(), 2);
        // A picture that is gone keeps no paper from being printed.
        QVERIFY(QDir(office.folder.filePath(u"profile/scans"_s)).removeRecursively());
        const auto paper = work->issuedPaper(receipt, 3);
        QVERIFY(paper && !signedBlock(*paper));
    }

    void theDiskIsFull()
    {
        Office office;
        auto work = office.open(u"测试样"_s);
        support::file(*work);
        const qint64 before = work->file().events;
        {
            const FullDisk full;
            const desk::Done done = work->performSigned(GiveSignature{{PaperKind::FilingReceipt}, {}}, drawn());
            QVERIFY(!done && done.error().error);
        }
        QCOMPARE(work->file().events, before);
        QVERIFY(work->performSigned(GiveSignature{{PaperKind::FilingReceipt}, {}}, drawn()));
    }

    void theAgentSignsOnTheAgentsLine()
    {
        papers::Paper letter;
        letter.blocks = {papers::Signature{{u"承诺人（签名或者盖章）："_s, u"代理人（签名）："_s, u"日期："_s}, {u"大厅"_s}}};
        QImage ink(10, 10, QImage::Format_Grayscale8);
        ink.fill(Qt::black);
        const QDateTime at(QDate(2026, 3, 5), QTime(9, 30));
        papers::Paper byAgent = letter;
        QVERIFY(byAgent.sign(ink, at, true));
        QCOMPARE(std::get<papers::Signature>(byAgent.blocks.front()).handLine, 1);
        QVERIFY(letter.sign(ink, at, false));
        QCOMPARE(std::get<papers::Signature>(letter.blocks.front()).handLine, 0);
        papers::Paper hallOnly;
        hallOnly.blocks = {papers::Signature{{}, {u"大厅"_s}}};
        QVERIFY(!hallOnly.sign(ink, at, false));
        QVERIFY(!letter.sign({}, at, false));
    }
};

QTEST_MAIN(TestHandSigned)
#include "tst_handsigned.moc"
