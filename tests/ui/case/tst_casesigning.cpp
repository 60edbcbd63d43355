#include "core/domain/signatures.h"
#include "tests/support/drawing.h"
#include "tests/ui/case/casedesk.h"
#include "ui/signing/signaturedialog.h"
#include "ui/signing/signaturepad.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/words/words.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

const QList<LifeCommand> pushed{CompleteScans{3}, PushToDepartments{}};

/// Off the screen there is nobody who gives a new window the keyboard.
void takeKeys(QWidget &window)
{
    window.activateWindow();
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), &window, 20'000);
}

}

/// What the citizen does at the case page: signs by hand, and rates if they want to.
class TestCaseSigning : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }
    void init() { m_filed = std::make_unique<FiledCase>(); }
    void cleanup() { m_filed.reset(); }

    /// Ctrl+B: who leaves it, or writes nothing, leaves no trace; what was signed is offered for printing.
    void aPaperIsSignedByHand()
    {
        CaseDesk desk(*m_filed);
        const QSignalSpy prints(&desk.page(), &CasePage::printRequested);
        const PaperRef receipt{PaperKind::FilingReceipt};
        const auto dialog = [&] {
            const QList<SignatureDialog *> dialogs = desk.page().findChildren<SignatureDialog *>();
            return dialogs.isEmpty() ? nullptr : dialogs.last();
        };
        desk.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(dialog());
        takeKeys(*dialog());
        QVERIFY(std::ranges::any_of(dialog()->findChildren<QLabel *>(), [](QLabel *label) { return label->text().contains(u"张𬭚"_s); }));
        QTest::keyClick(dialog(), Qt::Key_Return);
        QVERIFY(!dialog()->fault().isEmpty());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), 20'000);
        QVERIFY(m_filed->file().signatures.isEmpty());

        takeKeys(desk.page());
        desk.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(dialog());
        takeKeys(*dialog());
        auto &pad = *dialog()->findChild<SignaturePad *>();
        support::drawByMouse(pad, {60, 40}, {400, 90});
        support::drawByMouse(pad, {400, 40}, {60, 90});
        QTest::keyClick(dialog(), Qt::Key_Return);
        const HandSignature *signature = signatureOf(m_filed->file(), receipt);
        QVERIFY(signature);
        QCOMPARE(signature->ink.signer, u"张𬭚"_s);
        QVERIFY(signature->ink.bytes > 0);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), 20'000);
        takeKeys(desk.page());
        QVERIFY(desk.part<InlineMessage>().isVisible());
        desk.press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(prints.size(), 1);
        QCOMPARE(prints[0][0].value<PaperRef>(), receipt);
    }

    void whatNobodySignsIsSaid()
    {
        m_filed->perform(pushed);
        CaseDesk desk(*m_filed);
        desk.press({Qt::Key_H});
        desk.type(u"李四"_s);
        desk.press({Qt::Key_Return}); // offers the handover sheet
        desk.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!desk.page().findChild<SignatureDialog *>());
        QCOMPARE(desk.part<InlineMessage>().text(), words::sentence(Refusal{Refusal::Why::NothingToSign, {}, {}}));
    }

    /// Ctrl+R, also while a form asks: whether somebody rates does not depend on what the clerk does.
    void thePadIsAskedForThisCase()
    {
        m_filed->perform(pushed);
        CaseDesk desk(*m_filed);
        const QSignalSpy rated(&desk.page(), &CasePage::ratingRequested);
        desk.press(Qt::Key_R, Qt::ControlModifier);
        desk.press({Qt::Key_1, Qt::Key_R}); // the form of a refusal
        QVERIFY(desk.part<ActForm>().isVisible());
        desk.press(Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(rated.size(), 2);
        for (const QList<QVariant> &call : rated)
            QCOMPARE(call[0].toString(), m_filed->file().number);
    }

private:
    std::unique_ptr<FiledCase> m_filed;
};

QTEST_MAIN(TestCaseSigning)
#include "tst_casesigning.moc"
