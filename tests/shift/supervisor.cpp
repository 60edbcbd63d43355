#include "tests/shift/supervisor.h"

#include "app/counter/counter.h"
#include "tests/shift/hands.h"

#include <QDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

bool expect(bool isSo, const char *what)
{
    if (!isSo)
        QTextStream(stdout) << "  NOT as it should be: " << what << Qt::endl;
    return isSo;
}

bool playBoard(Counter &counter, Hands &hands)
{
    hands.press(Qt::Key_8, Qt::ControlModifier);
    hands.shoot(u"board"_s);
    const auto view = counter.workplace().board().look();
    hands.press(Qt::Key_F6);
    hands.shoot(u"contradictions"_s);
    hands.press(Qt::Key_Escape);
    return expect(view && view->seats.size() == 1, "the board shows this window");
}

bool playReport(Counter &counter, Hands &hands)
{
    constexpr int longest = 60'000; // milliseconds
    hands.press(Qt::Key_9, Qt::ControlModifier);
    const bool isCounted = QTest::qWaitFor([&] { return !counter.workplace().reports().isBusy(); }, longest);
    hands.shoot(u"report"_s);
    hands.press(Qt::Key_S, Qt::ControlModifier);
    const bool isSaved = !QDir(hands.folder()).entryList({u"report-*.pdf"_s}).isEmpty();
    hands.press(Qt::Key_F3);
    hands.shoot(u"report-glossary"_s);
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_Return);
    hands.shoot(u"report-cases"_s);
    hands.press(Qt::Key_Return);
    const bool isOpen = counter.work() && counter.work()->file().filing;
    return expect(isCounted, "the report is counted") && expect(isSaved, "the report is saved as PDF")
        && expect(isOpen, "a figure leads to its case");
}

/// On the case that the report led to.
bool playOrders(Counter &counter, Hands &hands)
{
    hands.press(Qt::Key_F7);
    hands.press(Qt::Key_Y, Qt::ShiftModifier);
    hands.press(Qt::Key_Tab);
    hands.type(u"印章不清，请核对原件"_s);
    hands.shoot(u"recheck-order"_s);
    hands.press(Qt::Key_Return);
    hands.shoot(u"recheck-ordered"_s);
    const bool isOrdered = counter.work() && counter.work()->file().life.rechecks.size() == 1;
    hands.press(Qt::Key_Y);
    hands.press(Qt::Key_Return);
    const bool isDone = isOrdered && !counter.work()->file().life.rechecks.constFirst().isOpen();
    hands.press(Qt::Key_Q, Qt::ShiftModifier);
    hands.press(Qt::Key_Tab);
    hands.type(u"与申请人电话核对"_s);
    hands.press(Qt::Key_Return);
    hands.shoot(u"whole-number"_s);
    hands.press(Qt::Key_Escape);
    const bool isOnRecord = counter.work() && counter.work()->file().life.numberLooks.size() == 1;
    hands.press(Qt::Key_F7);
    hands.press(Qt::Key_Escape);
    return expect(isOrdered, "a re-check is ordered") && expect(isDone, "and recorded") && expect(isOnRecord, "a look at a number is on record");
}

}

bool playSupervisor(Counter &counter, Hands &hands)
{
    QTextStream(stdout) << "supervisor: the board, the report, a figure's case, orders about it" << Qt::endl;
    const bool isSeen = playBoard(counter, hands);
    return playReport(counter, hands) && playOrders(counter, hands) && isSeen;
}
