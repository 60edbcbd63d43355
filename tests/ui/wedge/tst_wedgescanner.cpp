#include "core/domain/casenumber.h"
#include "ui/wedge/wedgescanner.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int scannerGap = 3; // ms
constexpr int personGap = 90;

QString number()
{
    return domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 21), 1}.text();
}

/// A window with two fields, a place without text, and shortcuts on a digit and a letter as the pages have them.
struct Desk {
    Desk()
    {
        auto *layout = new QVBoxLayout(&window);
        for (QWidget *widget : {static_cast<QWidget *>(&field), static_cast<QWidget *>(&other), static_cast<QWidget *>(&place)})
            layout->addWidget(widget);
        place.setFocusPolicy(Qt::StrongFocus);
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_4, Qt::Key_Y}) {
            auto *shortcut = new QShortcut(key, &place);
            shortcut->setContext(Qt::WidgetWithChildrenShortcut);
            QObject::connect(shortcut, &QShortcut::activated, &place, [this, key] { acts += QChar(key); });
        }
        QObject::connect(&field, &QLineEdit::returnPressed, &field, [this] { acts += u'⏎'; });
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no active window");
    }

    QWidget window;
    QLineEdit field;
    QLineEdit other;
    QPushButton place;
    QString acts;
    WedgeScanner scanner{*qApp, u"https://hall.example"_s};
    QSignalSpy scans{&scanner, &WedgeScanner::scanned};
};

void pressEach(const QString &text, int gap)
{
    for (const QChar c : text) {
        if (c.isUpper() || c == u':')
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Shift);
        QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        QTest::qWait(gap);
    }
}

void scan(const QString &text, Qt::Key end = Qt::Key_Return)
{
    pressEach(text, scannerGap);
    QTest::keyClick(QApplication::focusWidget(), end);
}

}

/// A scanner that types, told from a person who types.
class TestWedgeScanner : public QObject
{
    Q_OBJECT

private slots:
    void scansAreTold_data();
    void scansAreTold();
    void typingIsTyping_data();
    void typingIsTyping();
    void aScanReachesNoShortcut();
    void keysOfAPersonReachTheirShortcuts();
    void whatIsTypedBeforeAScanStays();
    void aKeyBehindHeldOnesComesAfterThem();
    void pasteAndInputMethodsAreUntouched();
    void nothingIsTakenFromADialog();
    void noKeyIsHeldForLong();
};

void TestWedgeScanner::scansAreTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::Key>("end");
    QTest::newRow("a case number") << number() << Qt::Key_Return;
    QTest::newRow("ended by the keypad's Enter") << number() << Qt::Key_Enter;
    QTest::newRow("ended by Tab") << number() << Qt::Key_Tab;
    QTest::newRow("in small letters") << number().toLower() << Qt::Key_Return;
    QTest::newRow("without a hub") << u"yichuang:c/"_s + number() << Qt::Key_Return;
    QTest::newRow("a separator") << u"yichuang:s/"_s + number() + u"/lease"_s << Qt::Key_Return;
    QTest::newRow("an address of the hall") << u"https://hall.example/c/"_s + number() << Qt::Key_Return;
}

void TestWedgeScanner::scansAreTold()
{
    QFETCH(QString, text);
    QFETCH(Qt::Key, end);
    Desk desk;
    desk.field.setText(u"before"_s);
    desk.field.setFocus();
    scan(text, end);
    QTest::qWait(2 * WedgeScanner::longestGap);
    QCOMPARE(desk.scans.size(), 1);
    QCOMPARE(desk.scans.front().front().toString(), text);
    QCOMPARE(desk.field.text(), u"before"_s);
    QCOMPARE(desk.acts, QString());
    QVERIFY(desk.field.hasFocus()); // Tab went nowhere
}

void TestWedgeScanner::typingIsTyping_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("gap");
    QTest::newRow("a case number by hand") << number() << personGap;
    QTest::newRow("an identity number, very fast") << u"41030219900307001X"_s << 5;
    QTest::newRow("a phone number scanned from a form") << u"13800000000"_s << scannerGap;
    QTest::newRow("a number of another hall's system") << u"202611210000123456789012"_s << scannerGap;
    QTest::newRow("pinyin") << u"yishen"_s << 60;
    QTest::newRow("pinyin in a burst") << u"yichuangyi"_s << scannerGap;
    QTest::newRow("an address of somebody else") << u"https://bad.example/c/1"_s << scannerGap;
    QTest::newRow("digits and letters mixed") << u"12a34y56h78"_s << scannerGap;
}

void TestWedgeScanner::typingIsTyping()
{
    QFETCH(QString, text);
    QFETCH(int, gap);
    Desk desk;
    desk.field.setFocus();
    pressEach(text, gap);
    QTest::keyClick(&desk.field, Qt::Key_Return);
    QTest::qWait(2 * WedgeScanner::longestGap);
    QCOMPARE(desk.field.text(), text);
    QCOMPARE(desk.acts, u"⏎"_s);
    QCOMPARE(desk.scans.size(), 0);
}

void TestWedgeScanner::aScanReachesNoShortcut()
{
    Desk desk;
    desk.place.setFocus();
    scan(number());
    scan(u"yichuang:c/"_s + number());
    QTest::qWait(2 * WedgeScanner::longestGap);
    QCOMPARE(desk.acts, QString());
    QCOMPARE(desk.scans.size(), 2);
}

void TestWedgeScanner::keysOfAPersonReachTheirShortcuts()
{
    Desk desk;
    desk.place.setFocus();
    pressEach(u"1441y"_s, personGap);
    QCOMPARE(desk.acts, u"1441Y"_s);
    desk.acts.clear();
    pressEach(u"14y1"_s, 5); // faster than anybody types: late, but all and in order
    QTest::qWait(2 * WedgeScanner::longestGap);
    QCOMPARE(desk.acts, u"14Y1"_s);
}

void TestWedgeScanner::whatIsTypedBeforeAScanStays()
{
    Desk desk;
    desk.field.setFocus();
    pressEach(u"41"_s, personGap);
    scan(number());
    QTest::qWait(2 * WedgeScanner::longestGap);
    QCOMPARE(desk.field.text(), u"41"_s);
    QCOMPARE(desk.scans.size(), 1);
}

void TestWedgeScanner::aKeyBehindHeldOnesComesAfterThem()
{
    Desk desk;
    desk.field.setFocus();
    QTest::keyClick(&desk.field, '4');
    QTest::keyClick(&desk.field, Qt::Key_Backspace);
    QTest::keyClick(&desk.field, '7');
    QTest::keyClick(&desk.field, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), '8');
    QTest::qWait(2 * WedgeScanner::longestGap);
    QCOMPARE(desk.field.text(), u"7"_s);
    QCOMPARE(desk.other.text(), u"8"_s);
}

void TestWedgeScanner::pasteAndInputMethodsAreUntouched()
{
    Desk desk;
    desk.field.setFocus();
    QApplication::clipboard()->setText(number());
    QTest::keyClick(&desk.field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(desk.field.text(), number()); // at once
    desk.field.clear();
    QTest::keyClick(&desk.field, '4');
    QInputMethodEvent composed;
    composed.setCommitString(u"张"_s);
    QCoreApplication::sendEvent(&desk.field, &composed);
    QCOMPARE(desk.field.text(), u"4张"_s); // in order
    QCOMPARE(desk.scans.size(), 0);
}

void TestWedgeScanner::nothingIsTakenFromADialog()
{
    Desk desk;
    QWidget dialog;
    dialog.setWindowModality(Qt::ApplicationModal);
    QLineEdit name(&dialog);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    name.setFocus();
    scan(number());
    QCOMPARE(name.text(), number());
    QCOMPARE(desk.scans.size(), 0);
}

void TestWedgeScanner::noKeyIsHeldForLong()
{
    Desk desk;
    desk.field.setFocus();
    QTest::keyClick(&desk.field, 'a');
    QCOMPARE(desk.field.text(), u"a"_s); // at once
    QElapsedTimer time;
    time.start();
    QTest::keyClick(&desk.field, '4');
    QVERIFY(QTest::qWaitFor([&] { return desk.field.text() == "a4"_L1; }, 1000));
    QVERIFY2(time.elapsed() < 3 * WedgeScanner::longestGap, qPrintable(QString::number(time.elapsed())));
}

QTEST_MAIN(TestWedgeScanner)
#include "tst_wedgescanner.moc"
