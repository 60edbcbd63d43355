#include "tests/shift/afterfiling.h"

#include "app/counter/counter.h"
#include "core/domain/decidelife.h"
#include "tests/shift/hands.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace {

void act(Hands &hands, const QString &typed = {}, int tabs = 0)
{
    for (int i = 0; i < tabs; ++i)
        hands.press(Qt::Key_Tab);
    if (!typed.isEmpty())
        hands.type(typed);
    hands.press(Qt::Key_Return);
}

/// The numbers of the items that \a is true of, as the boxes have them.
template <class Is>
QList<int> numbersOf(const desk::CaseWork &work, Is is)
{
    QList<int> numbers;
    const auto items = domain::itemsOf(work.file(), work.guide());
    for (int i = 0; i < items.size(); ++i) {
        if (is(items[i].second))
            numbers << i + 1;
    }
    return numbers;
}

void supplyAll(Counter &counter, Hands &hands)
{
    const qsizetype promised = counter.work()->file().life.supplements.size();
    for (qsizetype i = 0; i < promised; ++i) {
        hands.press(Qt::Key_M);
        act(hands);
    }
}

/// A form asks; without one the case page would be left by Esc.
bool isAsking()
{
    return QApplication::focusWidget() && !QApplication::focusWidget()->objectName().isEmpty();
}

void decideAll(Counter &counter, Hands &hands)
{
    // Whatever waits for another item is decided after it.
    for (int round = 0; round < 4; ++round) {
        for (const int number : numbersOf(*counter.work(), [](const auto &item) { return !item.isEnded(); })) {
            hands.press(Qt::Key_0 + number);
            hands.press(Qt::Key_D);
            if (!isAsking())
                continue;
            if (number == 2 && round == 0)
                hands.shoot(u"case-decision"_s);
            hands.press(Qt::Key_Tab);
            act(hands, u"样证字2026第%1号"_s.arg(number));
            if (!domain::itemsOf(counter.work()->file(), counter.work()->guide())[number - 1].second.isEnded())
                hands.press(Qt::Key_Escape); // the form said what it waits for
        }
    }
}

/// Marks every line that was found.
void markAll(Hands &hands, qsizetype lines)
{
    for (qsizetype i = 0; i < lines; ++i) {
        hands.press(Qt::Key_Insert);
        hands.press(Qt::Key_Down);
    }
}

/// One courier's run is put on the shelf, the citizen is told, takes everything together and signs, the departments get their
/// proof.
void playIssuance(Counter &counter, Hands &hands, const QString &number)
{
    const auto results = numbersOf(*counter.work(), [](const auto &each) { return each.hasResult(); }).size();
    hands.press(Qt::Key_5, Qt::ControlModifier);
    hands.shoot(u"issuance-to-come"_s);
    hands.type(u"yichuang:c/"_s + number);
    hands.press(Qt::Key_Return);
    markAll(hands, results);
    hands.press(Qt::Key_F2);
    hands.type(u"A-03"_s);
    act(hands, u"邮车 钱样例"_s, 1);
    hands.shoot(u"issuance-received"_s);
    hands.press(Qt::Key_F4);
    act(hands, u"请来领取"_s, 2);
    hands.shoot(u"issuance-told"_s);
    hands.press(Qt::Key_F5);
    hands.press(Qt::Key_Return);
    hands.shoot(u"issuance-unsigned"_s);
    hands.press(Qt::Key_Space);
    hands.press(Qt::Key_Return);
    hands.shoot(u"issuance-handed-over"_s);
    hands.press(Qt::Key_F8);
    act(hands);
    hands.shoot(u"issuance-proven"_s);
    hands.press(Qt::Key_F1);
    hands.shoot(u"issuance-keys"_s);
    hands.press(Qt::Key_Escape);
    hands.press(Qt::Key_Return, Qt::ControlModifier);
}

}

bool playAfterFiling(Counter &counter, Hands &hands, const QString &number)
{
    hands.type(u"yichuang:c/"_s + number);
    hands.press(Qt::Key_Return);
    hands.shoot(u"case-filed"_s);
    hands.press(Qt::Key_D);
    hands.shoot(u"case-not-yet"_s);
    hands.press(Qt::Key_S);
    act(hands, u"9"_s);
    hands.press(Qt::Key_P);
    act(hands);
    hands.press(Qt::Key_H);
    hands.shoot(u"case-form"_s);
    hands.press(Qt::Key_Return);
    hands.shoot(u"case-fault"_s);
    act(hands, u"市场监管部门 周样例"_s);
    const desk::CaseWork &work = *counter.work();
    for (const int item : numbersOf(work, [](const auto &) { return true; })) {
        hands.press(Qt::Key_0 + item);
        hands.press(Qt::Key_A);
        act(hands);
    }
    hands.press(Qt::Key_1);
    hands.press(Qt::Key_Z);
    act(hands);
    hands.shoot(u"case-paused"_s);
    hands.press(Qt::Key_U);
    act(hands);
    supplyAll(counter, hands);
    decideAll(counter, hands);
    playIssuance(counter, hands, number);
    hands.press(Qt::Key_X);
    hands.press(Qt::Key_Return);
    hands.shoot(u"case-question"_s);
    hands.press(Qt::Key_Return);
    hands.shoot(u"case-archived"_s);
    hands.press(Qt::Key_F1);
    hands.shoot(u"case-keys"_s);
    hands.press(Qt::Key_Escape);
    const bool archived = counter.work()->file().life.archivedAt.isValid();
    hands.press(Qt::Key_Escape); // back to the issuance window
    hands.press(Qt::Key_1, Qt::ControlModifier);
    return archived;
}
