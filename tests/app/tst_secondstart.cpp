#include "tests/app/support/display.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString title = QStringLiteral("一窗");

}

/// The program started again: on the same profile it only calls the window that is there, on another one it is its own.
class TestSecondStart : public QObject
{
    Q_OBJECT

private slots:
    void theFirstWindowComesToTheFront_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<bool>("minimized");
        QTest::newRow("the same folder") << u"profile"_s << false;
        QTest::newRow("the folder in another spelling") << u"./profile/../profile/"_s << false;
        QTest::newRow("the folder through a link") << u"link"_s << false;
        QTest::newRow("the first window is minimized") << u"profile"_s << true;
    }
    void theFirstWindowComesToTheFront()
    {
        QFETCH(QString, spelling);
        QFETCH(bool, minimized);
        const outside::Place place;
        const outside::Display display(place);
        const QString profile = place.path(u"profile"_s);
        outside::Program first(outside::builtProgram(u"yichuang"_s), {u"--profile"_s, profile}, display.environment());
        const QString window = display.newWindow(title);
        QVERIFY2(!window.isEmpty(), first.output().constData());
        QVERIFY(QFile::link(profile, place.path(u"link"_s)));

        outside::Program other(u"xmessage"_s, {u"-title"_s, u"other"_s, u"in front"_s}, display.environment());
        const QString inFront = display.newWindow(u"other"_s);
        if (minimized)
            display.minimize(window);
        QVERIFY(display.activate(inFront));
        QVERIFY(display.topWindow() == inFront);

        outside::Program second(outside::builtProgram(u"yichuang"_s), {u"--profile"_s, place.path(spelling)},
                                display.environment());
        QCOMPARE(second.exitCode(), std::optional(0));
        QVERIFY2(outside::comesTrue([&] { return display.activeWindow() == window; }), "the first window has the keys");
        QCOMPARE(display.topWindow(), window);
        QCOMPARE(display.windows(title), QStringList{window});
        QVERIFY(first.isRunning());
    }

    void ofTwoStartsAtOnceOneBecomesTheWindow()
    {
        const outside::Place place;
        const outside::Display display(place);
        const QStringList arguments{u"--profile"_s, place.path(u"profile"_s)};
        std::vector<std::unique_ptr<outside::Program>> starts;
        for (int i = 0; i < 3; ++i) {
            starts.push_back(std::make_unique<outside::Program>(outside::builtProgram(u"yichuang"_s), arguments,
                                                                display.environment()));
        }
        const auto running
            = [&] { return std::ranges::count_if(starts, [](const auto &start) { return start->isRunning(); }); };
        QVERIFY2(outside::comesTrue([&] { return running() == 1; }), "the others end by themselves");
        for (const auto &start : starts) {
            if (!start->isRunning())
                QCOMPARE(start->exitCode(), std::optional(0));
        }
        QVERIFY(!display.newWindow(title).isEmpty());
    }

    void anotherProfileHasAWindowOfItsOwn()
    {
        const outside::Place place;
        const outside::Display display(place);
        const QString program = outside::builtProgram(u"yichuang"_s);
        outside::Program first(program, {u"--profile"_s, place.path(u"one"_s)}, display.environment());
        const QString window = display.newWindow(title);
        QVERIFY2(!window.isEmpty(), first.output().constData());
        outside::Program second(program, {u"--profile"_s, place.path(u"two"_s)}, display.environment());
        const QString another = display.newWindow(title, {window});
        QVERIFY2(!another.isEmpty(), second.output().constData());
        QVERIFY(display.activate(window));
        QVERIFY(display.activate(another));
        QVERIFY(first.isRunning());
        QVERIFY(second.isRunning());
    }

    void afterAKillTheNextStartIsAFirstOne()
    {
        const outside::Place place;
        const outside::Display display(place);
        const QString program = outside::builtProgram(u"yichuang"_s);
        const QStringList arguments{u"--profile"_s, place.path(u"profile"_s)};
        {
            outside::Program killed(program, arguments, display.environment());
            QVERIFY2(!display.newWindow(title).isEmpty(), killed.output().constData());
            killed.kill();
        }
        QVERIFY(display.isGone(title));
        outside::Program next(program, arguments, display.environment());
        QVERIFY2(!display.newWindow(title).isEmpty(), next.output().constData());
        outside::Program second(program, arguments, display.environment());
        QCOMPARE(second.exitCode(), std::optional(0));
        QVERIFY(next.isRunning());
    }
};

QTEST_GUILESS_MAIN(TestSecondStart)
#include "tst_secondstart.moc"
