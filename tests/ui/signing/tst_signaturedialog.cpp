#include "core/scans/picture.h"
#include "tests/support/drawing.h"
#include "ui/signing/signaturedialog.h"
#include "ui/signing/signaturepad.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>

using namespace Qt::StringLiterals;

/// A citizen signs by mouse, pen or finger; keys of the clerk around it.
class TestSignatureDialog : public QObject
{
    Q_OBJECT

private:
    static void pen(SignaturePad &pad, QEvent::Type type, QPointF at, double pressure)
    {
        QTabletEvent event(type, QPointingDevice::primaryPointingDevice(), at, pad.mapToGlobal(at), pressure, 0, 0, 0, 0, 0, {},
                           Qt::LeftButton, Qt::LeftButton);
        QApplication::sendEvent(&pad, &event);
    }

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void aSignatureIsTakenWhenItIsOne()
    {
        SignatureDialog dialog({u"送达回证"_s, u"测试样"_s, u"收到：营业执照"_s});
        QSignalSpy taken(&dialog, &SignatureDialog::signedBy);
        QSignalSpy left(&dialog, &QDialog::rejected);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto &pad = *dialog.findChild<SignaturePad *>();
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(!dialog.fault().isEmpty()); // nothing is written
        support::drawByMouse(pad, {100, 100}, {120, 110});
        QVERIFY(dialog.fault().isEmpty());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(!dialog.fault().isEmpty()); // too short
        QVERIFY(taken.isEmpty() && dialog.isVisible());
        support::drawByMouse(pad, {150, 60}, {500, 200});
        support::drawByMouse(pad, {150, 200}, {500, 60});
        QCOMPARE(pad.writing().strokes(), 3);
        QTest::keyClick(&dialog, Qt::Key_Backspace);
        QCOMPARE(pad.writing().strokes(), 2);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(taken.size(), 1);
        QVERIFY(scans::decode(taken.front().front().toByteArray()));
        QVERIFY(!dialog.isVisible() && left.isEmpty());
    }

    void beginningAnewAndLeaving()
    {
        SignatureDialog dialog({u"收件回执"_s, {}, {}});
        QSignalSpy taken(&dialog, &SignatureDialog::signedBy);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto &pad = *dialog.findChild<SignaturePad *>();
        support::drawByMouse(pad, {150, 60}, {500, 200});
        QTest::keyClick(&dialog, Qt::Key_Delete);
        QCOMPARE(pad.writing().strokes(), 0);
        support::drawByMouse(pad, {150, 60}, {500, 200});
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QVERIFY(taken.isEmpty());
    }

    void aPenWritesWithItsPressure()
    {
        SignatureDialog dialog({u"收件回执"_s, {}, {}});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto &pad = *dialog.findChild<SignaturePad *>();
        const auto stroke = [&](double pressure) {
            pad.clear();
            pen(pad, QEvent::TabletPress, {100, 100}, pressure);
            for (int x = 105; x <= 400; x += 5)
                pen(pad, QEvent::TabletMove, QPointF(x, 100), pressure);
            pen(pad, QEvent::TabletRelease, {400, 100}, 0);
            pen(pad, QEvent::TabletMove, {500, 250}, 0); // in the air
            return scans::decode(pad.writing().png())->height();
        };
        const int light = stroke(0.1);
        const int strong = stroke(1.0);
        QCOMPARE(pad.writing().strokes(), 1);
        QCOMPARE(light, strong); // cut to the points
        support::drawByMouse(pad, {10, 10}, {2'000, 2'000}); // out of the pad: it ends at its edge
        QVERIFY(scans::decode(pad.writing().png())->width() <= 1200);
    }
};

QTEST_MAIN(TestSignatureDialog)
#include "tst_signaturedialog.moc"
