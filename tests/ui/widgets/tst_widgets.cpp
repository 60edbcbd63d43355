#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/helpoverlay.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/paperpreview.h"
#include "ui/widgets/paperview.h"
#include "ui/widgets/searchfield.h"

#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void searchFieldKeepsTheCursorAndPassesTheArrowsOn()
    {
        SearchField field(u"Find"_s, u"type"_s, SearchField::Size::Big);
        const QSignalSpy steps(&field, &SearchField::stepRequested);
        QTest::keyClicks(&field, u"abc"_s);
        QTest::keyClick(&field, Qt::Key_Down);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0][0].toInt(), 1);
        QCOMPARE(steps[1][0].toInt(), -1);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
        QCOMPARE(field.accessibleName(), u"Find"_s);
    }

    void messageIsClosedByEscAnywhereInItsPlace()
    {
        QWidget page;
        QVBoxLayout layout(&page);
        auto *field = new QLineEdit(&page);
        auto *message = new InlineMessage(&page);
        layout.addWidget(field);
        layout.addWidget(message);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        field->setFocus();
        QVERIFY(message->isHidden());
        message->tell(InlineMessage::Level::Error, u"The disk is full."_s, u"Free some room."_s);
        QCOMPARE(message->text(), u"The disk is full. Free some room."_s);
        const QSignalSpy dismissed(message, &InlineMessage::dismissed);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(message->isHidden());
        QCOMPARE(dismissed.size(), 1);
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(dismissed.size(), 1);
    }

    void markupInAMessageIsOnlyText()
    {
        QWidget page;
        InlineMessage message(&page);
        message.tell(InlineMessage::Level::Info, u"<b>x</b>"_s);
        const auto labels = message.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
    }

    void helpTakesTheKeysAndGivesTheFocusBack()
    {
        QWidget window;
        window.resize(800, 600);
        QVBoxLayout layout(&window);
        auto *field = new QLineEdit(&window);
        layout.addWidget(field);
        HelpOverlay help(&window);
        help.setGroups({{u"Here"_s, {{u"Enter"_s, u"open"_s}}}, {u"Everywhere"_s, {{u"F1"_s, u"this list"_s}}}});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        for (const Qt::Key closing : {Qt::Key_Escape, Qt::Key_F1}) {
            help.open();
            QVERIFY(help.isVisible() && help.hasFocus());
            QCOMPARE(help.size(), window.size());
            QTest::keyClick(&help, Qt::Key_Tab);
            QVERIFY(help.hasFocus());
            window.resize(window.width() + 50, 700);
            QCOMPARE(help.size(), window.size());
            QTest::keyClick(&help, closing);
            QVERIFY(help.isHidden() && field->hasFocus());
        }
    }

    void paperIsDrawnForThePixelsOfTheScreenAndOnlyWhenSeen()
    {
        PaperPreview preview;
        QList<std::pair<int, double>> asked;
        preview.showPages(5, [&](int page, double scale) {
            asked.append({page, scale});
            QImage picture(qRound(595 * scale), qRound(842 * scale), QImage::Format_RGB32);
            picture.fill(Qt::white);
            return picture;
        });
        preview.resize(460, 500);
        preview.show();
        QVERIFY(QTest::qWaitForWindowExposed(&preview));
        preview.grab();
        QVERIFY(!asked.isEmpty());
        QVERIFY(std::ranges::none_of(asked, [](const auto &each) { return each.first > 1; }));
        const auto *view = preview.findChild<PaperView *>();
        const double pixels = asked.constFirst().second * 595.276 / view->devicePixelRatioF();
        QVERIFY2(pixels > 380 && pixels < 460, qPrintable(QString::number(pixels)));

        const qsizetype before = asked.size();
        preview.grab();
        QCOMPARE(asked.size(), before);
    }

    void paperAcrossIsShownAcross()
    {
        PaperPreview preview;
        double asked = 0;
        preview.showPages(
            1,
            [&](int, double scale) {
                asked = scale;
                return QImage(qRound(842 * scale), qRound(595 * scale), QImage::Format_RGB32);
            },
            PaperPreview::a4.transposed());
        preview.resize(460, 500);
        preview.show();
        QVERIFY(QTest::qWaitForWindowExposed(&preview));
        preview.grab();
        auto *view = preview.findChild<PaperView *>();
        const double pixels = asked * 841.89 / view->devicePixelRatioF();
        QVERIFY2(pixels > 380 && pixels < 460, qPrintable(QString::number(pixels)));
        QCOMPARE(view->verticalScrollBar()->maximum(), 0); // lower than wide: nothing to scroll
    }

    void paperIsWalkedByKeys()
    {
        PaperPreview preview;
        preview.showPages(3, [](int, double scale) {
            return QImage(qRound(595 * scale), qRound(842 * scale), QImage::Format_RGB32);
        });
        preview.resize(460, 500);
        preview.show();
        auto *view = preview.findChild<PaperView *>();
        QTest::keyClick(view, Qt::Key_PageDown);
        const int once = view->verticalScrollBar()->value();
        QVERIFY(once > 0);
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(view->verticalScrollBar()->value(), 0);
    }

    void noPaperIsExplained()
    {
        PaperPreview preview;
        preview.show();
        preview.showError(u"The form is damaged."_s, u"Install the program again."_s);
        QVERIFY(preview.findChild<EmptyState *>()->isVisible());
        QVERIFY(!preview.findChild<PaperView *>()->isVisible());
        preview.showPages(1, [](int, double) { return QImage(10, 10, QImage::Format_RGB32); });
        QVERIFY(preview.findChild<PaperView *>()->isVisible());
    }

    void badgeGrowsWithItsWords()
    {
        Badge badge({u"a"_s, BadgeFace::Look::Good, {}});
        const int narrow = badge.sizeHint().width();
        badge.setFace({u"a"_s, BadgeFace::Look::Good, u"check"_s});
        QVERIFY(badge.sizeHint().width() > narrow);
        QCOMPARE(badge.accessibleName(), u"a"_s);
    }
};
QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
