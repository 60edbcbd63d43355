#include "tests/shift/hubvisit.h"

#include "app/counter/counter.h"
#include "tests/shift/hands.h"

#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

bool playHub(Counter &counter, Hands &hands, const QString &invitation)
{
    QTextStream(stdout) << "hub: the window joins it, and the day's work goes there" << Qt::endl;
    hands.press(Qt::Key_7, Qt::ControlModifier);
    hands.shoot(u"hub-none"_s);
    hands.type(invitation.section(u' ', 0, 0));
    hands.press(Qt::Key_Return);
    hands.type(invitation.section(u' ', 1));
    hands.press(Qt::Key_Return);
    const desk::HubLink &link = counter.workplace().hub();
    const auto isSafe = [&] {
        return link.status().contact == syncing::Status::Contact::Online && link.status().figures.events == 0;
    };
    constexpr int longest = 60'000; // milliseconds
    const bool safe = QTest::qWaitFor(isSafe, longest);
    hands.shoot(u"hub"_s);
    if (!safe)
        QTextStream(stdout) << "  NOT as it should be: everything is at the hub" << Qt::endl;
    return safe;
}
