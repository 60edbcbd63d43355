#include "core/desk/carddesk.h"
#include "core/domain/signatures.h"
#include "core/scans/handwriting.h"
#include "tests/support/fakecardreader.h"
#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "tests/support/office.h"
#include "ui/cards/cardline.h"
#include "ui/case/actform.h"
#include "ui/issuance/issuancepage.h"
#include "ui/shell/language.h"
#include "ui/signing/signaturedialog.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using support::FakeCardReader;
using support::sampleCard;

namespace {

/// For a look at it: a picture in the folder that YICHUANG_PICTURES names.
void picture(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("YICHUANG_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(1); // what has changed is laid out
    page.grab().save(folder + u'/' + name + u".png"_s);
}

/// A result at the issuance window whose hand-over is asked about, with a reader.
class HandOver
{
public:
    HandOver() : work(office.open(u"测试样"_s)), m_desk(&reader, office.clock), m_page(office.onShelf, office.issuance, u"出证窗口"_s)
    {
        support::decideAll(*work);
        if (!work->readAgain())
            qFatal("not read");
        for (const auto &[line, item] : itemsOf(work->file(), work->guide()))
            support::must(*work, ReceiveResult{line.item.id, u"出证窗口"_s, {}});
        m_page.readCardsBy(m_desk);
        m_page.offerRating();
        m_page.resize(1282, 700);
        m_page.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
        m_page.setFocus();
        keys.press(Qt::Key_F5);
        QVERIFY(form().isVisible());
    }

    IssuancePage &page() { return m_page; }
    ActForm &form() { return *m_page.findChild<ActForm *>(); }
    QString said() { return m_page.findChild<CardLine *>()->text(); }
    QString answer(const QString &field) { return form().answers().value(field); }
    void readCard(const PersonCard &card)
    {
        keys.press(Qt::Key_D, Qt::ControlModifier);
        reader.put(card);
    }
    void sign()
    {
        keys.press(Qt::Key_B, Qt::ControlModifier);
        auto *dialog = form().findChild<SignatureDialog *>();
        QVERIFY2(dialog, qPrintable(form().faults().join(u' ')));
        scans::Handwriting writing;
        writing.begin({10, 10}, 0.5);
        writing.goOn({400, 200}, 0.5);
        emit dialog->signedBy(writing.png());
        delete dialog;
        m_page.activateWindow();
        QTRY_VERIFY(QApplication::focusWidget());
    }
    bool isDelivered()
    {
        return work->readAgain() && work->file().life.items.first().delivery.has_value();
    }

    Office office;
    std::unique_ptr<desk::CaseWork> work;
    FakeCardReader reader;
    Keys keys;

private:
    desk::CardDesk m_desk;
    IssuancePage m_page;
};

}

/// Who collects is compared with the case, and signs, before anything is recorded.
class TestCollectorHand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        speak(*qApp, u"zh_CN"_s);
    }

    void theApplicantWithCardAndPen()
    {
        HandOver window;
        const QSignalSpy records(&window.page(), &IssuancePage::recordRequested);
        const QSignalSpy rated(&window.page(), &IssuancePage::ratingRequested);
        window.readCard(sampleCard());
        QCOMPARE(window.answer(actfield::collector), u"测试样"_s);
        QCOMPARE(window.answer(actfield::identity), u"11010519491231002X"_s);
        QCOMPARE(window.answer(actfield::relation), themselves);
        for (const QCheckBox *box : window.form().findChildren<QCheckBox *>())
            QVERIFY2(box->sizeHint().width() <= box->width(), qPrintable(box->text())); // nothing of it is cut off
        picture(window.page(), u"collector"_s);
        window.sign();
        picture(window.page(), u"collector-signed"_s);
        QVERIFY(!window.isDelivered()); // nothing is recorded before Enter
        QVERIFY(window.work->file().signatures.isEmpty());
        QTest::keyClick(window.form().findChild<QWidget *>(actfield::identity), Qt::Key_Return);
        QVERIFY2(window.isDelivered(), qPrintable(window.form().faults().join(u' ')));
        const HandSignature *signature = signatureOf(window.work->file(), {PaperKind::DeliveryRecord, 1, {}});
        QVERIFY(signature);
        QCOMPARE(signature->ink.signer, u"测试样"_s);
        QCOMPARE(records.size(), 1); // the record, with the signature on it
        QTest::keyClick(&window.page(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(rated.size(), 1);
        QCOMPARE(rated.front().front().toString(), window.work->file().number);
    }

    void aStrangerIsAskedForAnAuthority()
    {
        HandOver window;
        PersonCard stranger = sampleCard();
        stranger.name = u"生人"_s;
        stranger.number = u"410302199003070028"_s;
        stranger.sex.clear();
        stranger.birth = {};
        window.form().fill(actfield::collector, u"别人"_s);
        window.readCard(stranger);
        QVERIFY2(window.said().contains(u"别人 → 生人"_s), qPrintable(window.said()));
        QCOMPARE(window.answer(actfield::collector), u"别人"_s);
        window.keys.press(Qt::Key_D, Qt::ControlModifier); // the card's
        QCOMPARE(window.answer(actfield::collector), u"生人"_s);
        QVERIFY(window.answer(actfield::relation).isEmpty()); // not the applicant any more
        picture(window.page(), u"collector-stranger"_s);
        window.keys.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!window.form().findChild<SignatureDialog *>()); // nothing to sign before that is answered
        QVERIFY(!window.form().faults().isEmpty());
        QVERIFY(!window.isDelivered());
    }

    void escStopsReadingFirst()
    {
        HandOver window;
        window.keys.press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(window.reader.isReading());
        window.keys.press(Qt::Key_Escape);
        QVERIFY(!window.reader.isReading());
        QVERIFY(window.form().isVisible());
        window.keys.press(Qt::Key_Escape); // what was said about it
        window.keys.press(Qt::Key_Escape);
        QVERIFY(!window.form().isVisible());
    }

    void whatWasChangedIsSignedAgain()
    {
        HandOver window;
        window.readCard(sampleCard());
        window.sign();
        window.form().fill(actfield::identity, u"41030219900307001X"_s);
        QTest::keyClick(window.form().findChild<QWidget *>(actfield::identity), Qt::Key_Return);
        QVERIFY(!window.isDelivered());
        QVERIFY(!window.form().faults().isEmpty());
        QVERIFY(window.answer(actfield::isSigned).isEmpty());
        window.sign();
        QTest::keyClick(window.form().findChild<QWidget *>(actfield::identity), Qt::Key_Return);
        QVERIFY2(window.isDelivered(), qPrintable(window.form().faults().join(u' ')));
    }
};

QTEST_MAIN(TestCollectorHand)
#include "tst_collectorhand.moc"
