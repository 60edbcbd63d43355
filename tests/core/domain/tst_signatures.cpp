#include "core/domain/letters.h"
#include "core/domain/paperacts.h"
#include "core/domain/signatures.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using Why = Refusal::Why;

/// Signatures by hand: with the act they belong to, in one go, or for the receipt of a paper.
class TestSignatures : public QObject
{
    Q_OBJECT

private:
    static Ink ink(QChar fill = u'a', const QString &signer = {}) { return {QString(64, fill), 4711, signer}; }

    /// A filed case whose fire inspection is decided and lies at the window.
    static support::Sitting decided()
    {
        support::Sitting sitting = support::readyToFile(false);
        const QString item = u"rented"_s;
        for (const Command &command : {Command(FileCase{}), Command(LifeCommand{CompleteScans{1}}), Command(LifeCommand{PushToDepartments{}}),
                                       Command(LifeCommand{AcceptItem{item, {}}}), Command(LifeCommand{DecideItem{item, {.certificate = u"样证1号"_s}}}),
                                       Command(LifeCommand{ReceiveResult{item, u"窗口"_s, {}}})}) {
            if (!sitting.perform(command))
                qFatal("the sample case cannot be made: %d", int(sitting.refusals.value(0).why));
            sitting.now = sitting.now.addSecs(60);
        }
        return sitting;
    }

private slots:
    void aPaperIsSignedForItsReceipt()
    {
        support::Sitting sitting = support::readyToFile(false);
        const PaperRef receipt{PaperKind::FilingReceipt};
        QVERIFY(!sitting.perform(GiveSignature{receipt, ink()}));
        QVERIFY(sitting.refusedBecause(Why::NoSuchPaper));
        QVERIFY(sitting.perform(FileCase{}));
        QVERIFY(signatureOf(sitting.file, receipt) == nullptr);
        QVERIFY(sitting.perform(GiveSignature{receipt, ink()}));
        QCOMPARE(signatureOf(sitting.file, receipt)->ink.signer, u"张𬭚"_s); // who applied, when nobody else is named
        QCOMPARE(signatureOf(sitting.file, receipt)->at, sitting.now);
        QCOMPARE(signatureOf(sitting.file, receipt)->clerk, u"王芳"_s);
        QVERIFY(sitting.perform(GiveSignature{receipt, ink(u'b', u"李四"_s)})); // a slip: once more
        QCOMPARE(signatureOf(sitting.file, receipt)->ink, ink(u'b', u"李四"_s));
        QCOMPARE(sitting.file.signatures.size(), 2);
    }

    void whatIsNoSignatureIsRefused_data()
    {
        QTest::addColumn<PaperKind>("kind");
        QTest::addColumn<Ink>("drawn");
        QTest::newRow("a cover sheet") << PaperKind::CoverSheet << ink();
        QTest::newRow("a sheet between offices") << PaperKind::HandoverSheet << ink();
        QTest::newRow("nothing drawn") << PaperKind::FilingReceipt << Ink{};
        QTest::newRow("no address") << PaperKind::FilingReceipt << Ink{u"../../x"_s, 5, {}};
        QTest::newRow("no bytes") << PaperKind::FilingReceipt << Ink{QString(64, u'a'), 0, {}};
    }
    void whatIsNoSignatureIsRefused()
    {
        QFETCH(PaperKind, kind);
        QFETCH(Ink, drawn);
        support::Sitting sitting = support::readyToFile(false);
        QVERIFY(sitting.perform(FileCase{}));
        QVERIFY(!sitting.perform(GiveSignature{{kind}, drawn}));
        QVERIFY(sitting.refusedBecause(Why::NothingToSign));
    }

    void aLetterIsSignedByItsOwnAct()
    {
        support::Sitting sitting = support::readyToFile(false);
        QVERIFY(sitting.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::Deferred, .due = sitting.now.date().addDays(3)}}));
        QVERIFY(sitting.perform(IssueLetter{Letter::Kind::Deferral}));
        const PaperRef letter = paperOf(sitting.file.letters.back());
        QVERIFY(!sitting.perform(GiveSignature{letter, ink()}));
        QVERIFY(sitting.refusedBecause(Why::LetterNotSigned));
        QVERIFY(!sitting.perform(SignLetter{Letter::Kind::Deferral, {}, ink()})); // not read out: nothing is signed
        QVERIFY(sitting.file.signatures.isEmpty());
        QVERIFY(sitting.perform(SignLetter{Letter::Kind::Deferral, u"后果"_s, ink()}));
        QCOMPARE(signatureOf(sitting.file, letter)->ink.signer, u"张𬭚"_s);
        QVERIFY(sitting.file.letters.back().signedAt.isValid());
        QCOMPARE(sitting.file.signatures.size(), 1);
    }

    void aHandOverIsSignedWithTheAct()
    {
        support::Sitting sitting = decided();
        DeliverItems handOver{{u"rented"_s}, {.way = Collection::Window, .collector = u"李四"_s, .relation = u"代理人"_s,
                                              .identity = u"41030219900307001X"_s, .authority = u"授权委托书"_s}};
        QVERIFY(!sitting.perform(LifeCommand{handOver}));
        QVERIFY(sitting.refusedBecause(Why::DeliveryNotSigned));
        handOver.ink = ink();
        QVERIFY(sitting.perform(LifeCommand{handOver})); // a signature on the screen is one
        const PaperRef record{PaperKind::DeliveryRecord, 1, {}};
        QVERIFY(deliveriesOf(sitting.file).front().delivery.signedFor);
        QVERIFY(signatureOf(sitting.file, record));
        QCOMPARE(signatureOf(sitting.file, record)->ink.signer, u"李四"_s);
        QVERIFY(sitting.perform(LifeCommand{SendProof{{u"rented"_s}}}));
        QVERIFY(sitting.perform(LifeCommand{ArchiveCase{u"新闻出版部门"_s}}));
        QVERIFY(!sitting.perform(GiveSignature{record, ink()}));
        QVERIFY(sitting.refusedBecause(Why::Archived));
    }
};

QTEST_APPLESS_MAIN(TestSignatures)
#include "tst_signatures.moc"
