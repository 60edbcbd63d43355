#include "core/desk/carddesk.h"
#include "core/domain/signatures.h"
#include "core/scans/handwriting.h"
#include "tests/support/fakecardreader.h"
#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "tests/ui/intake/counter.h"
#include "ui/cards/cardline.h"
#include "ui/intake/applicantform.h"
#include "ui/intake/intakepage.h"
#include "ui/intake/paperpanel.h"
#include "ui/intake/peoplepanel.h"
#include "ui/signing/signaturedialog.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using support::FakeCardReader;
using support::sampleCard;

namespace {

/// The intake page with a reader, the situations answered.
class CardBench
{
public:
    explicit CardBench(const QString &pack = u"sanmenxia-personal"_s, const QString &matter = u"newborn"_s)
        : m_work(m_counter.open(pack, matter)), m_desk(&reader, m_counter.clock())
    {
        m_page.readCardsBy(m_desk);
        m_page.resize(1282, 700);
        m_page.QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
        m_page.show(m_work.get());
        while (!m_work->obstaclesToFiling().isEmpty() && m_work->obstaclesToFiling().front().why == Refusal::Why::SituationOpen)
            keys.press(Qt::Key_1);
    }
    ~CardBench() { m_page.show(nullptr); }

    IntakePage &page() { return m_page; }
    desk::CaseWork &work() { return *m_work; }
    ApplicantForm &form() { return *m_page.findChild<ApplicantForm *>(); }
    QString said() { return m_page.findChild<CardLine *>()->text(); }
    QString value(const QString &field) { return m_work->plan().field(field) ? m_work->plan().field(field)->value : QString(); }
    void go(const QString &field) { form().editor(field)->setFocus(); }
    void readCard() { keys.press(Qt::Key_D, Qt::ControlModifier); }

    FakeCardReader reader;
    Keys keys;

private:
    Counter m_counter;
    std::unique_ptr<desk::CaseWork> m_work;
    desk::CardDesk m_desk;
    IntakePage m_page;
};

}

/// Ctrl+D in intake: the card of the person under the cursor; and Ctrl+B, a signature by hand.
class TestIntakeCards : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void oneKeyFillsInTheApplicant()
    {
        CardBench bench;
        bench.go(u"applicant-name"_s);
        bench.readCard();
        QCOMPARE(bench.reader.asked, 1);
        QVERIFY2(bench.said().contains(u"申请人"_s), qPrintable(bench.said()));
        bench.keys.type(u"13800138000"_s); // the window does not wait; typing goes on
        bench.readCard();
        QCOMPARE(bench.reader.asked, 1);
        QTest::keyClick(bench.form().editor(u"applicant-name"_s), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(bench.form().editor(u"applicant-name"_s), Qt::Key_Delete);
        bench.reader.put(sampleCard());
        QCOMPARE(bench.value(u"applicant-name"_s), u"测试样"_s);
        QCOMPARE(bench.value(u"applicant-id"_s), u"11010519491231002X"_s);
        QVERIFY(bench.work().plan().field(u"applicant-id"_s)->source == FieldSource::CardReader);
        QVERIFY(!bench.value(u"child-name"_s).contains(u"测试"_s));
        QVERIFY(bench.form().fieldUnderCursor() != u"applicant-name"_s); // on to what is open
        bench.keys.press(Qt::Key_Escape); // closes the line, not the case
        QVERIFY(bench.said().isEmpty());
        bench.keys.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(bench.value(u"applicant-id"_s).isEmpty());
    }

    void whatWasTypedIsNotWrittenOverUnasked_data()
    {
        QTest::addColumn<Qt::Key>("answer");
        QTest::addColumn<QString>("name");
        QTest::newRow("once more: the card") << Qt::Key_D << u"测试样"_s;
        QTest::newRow("Esc: what was typed") << Qt::Key_Escape << u"别人"_s;
    }
    void whatWasTypedIsNotWrittenOverUnasked()
    {
        QFETCH(Qt::Key, answer);
        CardBench bench;
        bench.go(u"applicant-name"_s);
        bench.keys.type(u"别人"_s); // not given yet
        bench.readCard();
        bench.reader.put(sampleCard());
        QVERIFY2(bench.said().contains(u"别人 → 测试样"_s), qPrintable(bench.said()));
        QCOMPARE(bench.value(u"applicant-name"_s), u"别人"_s);
        QVERIFY(bench.value(u"applicant-id"_s).isEmpty()); // no number beside somebody else's name
        bench.keys.press(answer, answer == Qt::Key_D ? Qt::ControlModifier : Qt::NoModifier);
        QTEST(bench.value(u"applicant-name"_s), "name");
        QCOMPARE(bench.reader.asked, 1);
    }

    void nothingIsTakenFromABadCard_data()
    {
        QTest::addColumn<devices::CardRead>("read");
        const auto card = [](auto change) {
            PersonCard changed = sampleCard();
            change(changed);
            return devices::CardRead(changed);
        };
        using Kind = devices::CardTroubleKind;
        QTest::newRow("check digit") << card([](PersonCard &c) { c.number = u"110105194912310021"_s; });
        QTest::newRow("sex") << card([](PersonCard &c) { c.sex = u"男"_s; });
        for (int kind = 0; kind <= int(Kind::Cancelled); ++kind)
            QTest::addRow("trouble %d", kind) << devices::CardRead(tl::unexpected(devices::CardTrouble{Kind(kind), u"样"_s}));
    }
    void nothingIsTakenFromABadCard()
    {
        QFETCH(devices::CardRead, read);
        CardBench bench;
        const qint64 before = bench.work().file().events;
        bench.readCard();
        bench.reader.put(read);
        QCOMPARE(bench.work().file().events, before);
        QVERIFY(!bench.said().isEmpty());
        QVERIFY(!bench.said().contains(u"11010519"_s));
        bench.readCard(); // at once again
        bench.reader.put(sampleCard());
        QVERIFY(bench.work().file().events > before);
    }

    void anExpiredCardIsSaid()
    {
        CardBench bench;
        PersonCard card = sampleCard();
        card.forLong = false;
        card.until = QDate(2026, 11, 22);
        bench.readCard();
        bench.reader.put(card);
        QVERIFY2(bench.said().contains(u"11-22"_s) || bench.said().contains(u"2026"_s), qPrintable(bench.said()));
        QCOMPARE(bench.value(u"applicant-name"_s), u"测试样"_s); // its words are still those of the person
    }

    void aCardThatComesTooLateIsNobodys()
    {
        CardBench bench;
        const qint64 before = bench.work().file().events;
        bench.readCard();
        bench.keys.press(Qt::Key_Escape); // stopped
        QVERIFY(!bench.reader.isReading());
        bench.readCard();
        bench.page().show(nullptr); // the citizen is gone
        QVERIFY(!bench.reader.isReading());
        bench.reader.put(sampleCard());
        QCOMPARE(bench.work().file().events, before);
    }

    void somebodyOfAList()
    {
        CardBench bench(u"sanmenxia-enterprise"_s, u"hiring"_s);
        bench.keys.press(Qt::Key_L, Qt::ControlModifier);
        auto &panel = *bench.page().findChild<PeoplePanel *>();
        QVERIFY(panel.isVisible());
        const auto people = [&] { return bench.work().plan().roster(u"employees"_s)->people; };
        bench.readCard();
        bench.reader.put(sampleCard());
        QCOMPARE(people().size(), 1); // the first stands in the form
        QVERIFY(bench.work().plan().field(u"employee-name"_s)->source == FieldSource::CardReader);
        panel.open(u"employees"_s, 0, u"employee-name"_s);
        for (int i = 0; i < 5; ++i)
            bench.keys.press(Qt::Key_Down);
        PersonCard second = sampleCard();
        second.name = u"测试二"_s;
        second.number = u"41030219900307001X"_s;
        second.birth = {};
        second.sex.clear();
        bench.readCard();
        bench.reader.put(second);
        QCOMPARE(people().size(), 2);
        QCOMPARE(people().at(1).person.values.value(u"employee-id"_s), u"41030219900307001X"_s);
    }

    void theReceiptIsSignedByHand()
    {
        CardBench bench;
        const QSignalSpy rated(&bench.page(), &IntakePage::ratingRequested);
        bench.keys.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!bench.page().findChild<SignatureDialog *>()); // nothing was issued yet
        QVERIFY(!bench.page().findChild<PaperPanel *>()->refusal().isEmpty());
        bench.keys.press(Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(rated.size(), 0); // a visit that is not over
        support::file(bench.work());
        bench.keys.press(Qt::Key_B, Qt::ControlModifier);
        auto *dialog = bench.page().findChild<SignatureDialog *>();
        QVERIFY(dialog);
        scans::Handwriting writing;
        writing.begin({10, 10}, 0.5);
        writing.goOn({400, 200}, 0.5);
        emit dialog->signedBy(writing.png());
        dialog->reject();
        QVERIFY(signatureOf(bench.work().file(), {PaperKind::FilingReceipt}));
        QTRY_VERIFY(QApplication::focusWidget());
        QTest::keyClick(&bench.page(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(rated.size(), 1);
        QCOMPARE(rated.front().front().toString(), bench.work().file().number);
    }
};

QTEST_MAIN(TestIntakeCards)
#include "tst_intakecards.moc"
