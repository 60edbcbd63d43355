#include "core/desk/hublink.h"
#include "core/domain/casenumber.h"
#include "core/journal/envelope.h"
#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "tests/support/office.h"
#include "ui/board/actcard.h"
#include "ui/board/boardface.h"
#include "ui/board/boardpage.h"
#include "ui/board/boardwall.h"
#include "ui/board/contradictionspage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

/// A hall of one PC that belongs to no hub, with one filed case in hand.
struct Hallroom {
    Hallroom() :
        link({.profileFolder = office.profileFolder,
              .profileKey = office.profile->keys().profile,
              .windowKey = office.profile->keys().window,
              .journal = office.profile->journal(),
              .hall = office.profile->hall(),
              .program = u"test"_s,
              .line = {}}),
        presence({link, office.clock, office.profile->journal().identity().device, duty}),
        board({office.profile->journal(), office.shelf, office.clock, link, presence}),
        oversight(*office.reception, office.profile->journal())
    {
        work = office.open(u"测试·样例"_s);
        support::file(*work);
        presence.workOn(work->file().number);
        office.clock.set(QDateTime(QDate(2026, 3, 5), QTime(10, 0)));
    }
    /// Another window said of the applicant's name something else.
    void contradict(const QString &name)
    {
        const journal::Journal &journal = office.profile->journal();
        const QString id = work->file().id;
        const auto history = journal.historyOf(id);
        const auto entry = [&](const QString &device, qint64 seq, const Event &event, const QList<QByteArray> &parents) {
            return journal::canonicalBytes({.caseId = id,
                                            .device = device,
                                            .incarnation = 1,
                                            .seq = seq,
                                            .prev = journal::Hash(journal::hashSize, '\0'),
                                            .parents = parents,
                                            .guideVersion = work->file().guide.version,
                                            .event = event});
        };
        const QString other = u"7d0c2f2e-64a5-4dd4-8f3c-6b8b4d8a5b11"_s;
        const QList<journal::FeedEntry> page{
            {.hubSeq = 1, .bytes = entry(journal.identity().device, 1, history->first().event, {})},
            {.hubSeq = 2,
             .bytes = entry(other, 1, {office.clock.now(), u"窗口人员乙"_s, FieldEntered{applicantNameField, name}}, {history->first().id})}};
        if (!office.profile->journal().takeIn(page, journal::FeedCursor{2, "c"}, office.clock.now()))
            qFatal("not taken in");
    }

    Office office;
    desk::HubLink link;
    const desk::OnDuty duty{base::HallSettings{.windowName = u"综合窗口1"_s, .clerk = u"王小芳"_s}};
    desk::HallPresence presence;
    desk::HallBoard board;
    desk::Oversight oversight;
    std::unique_ptr<desk::CaseWork> work;
};

QStringList textsOf(const QTableWidget &table)
{
    QStringList texts;
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int column = 0; column < table.columnCount(); ++column)
            texts << table.item(row, column)->text();
    }
    return texts;
}

/// Saves a picture to look at where YICHUANG_SHOTS names a folder.
void picture(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("YICHUANG_SHOTS"); !folder.isEmpty())
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

}

/// The board and the contradictions, by their keys.
class TestBoard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void theHallAtAGlance()
    {
        Hallroom room;
        BoardPage page(room.board);
        page.resize(1282, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.setFocus();
        const auto *seats = static_cast<QTableWidget *>(page.face().seats());
        const auto *turns = static_cast<QTableWidget *>(page.face().turns());
        QVERIFY(textsOf(*seats).contains(u"王小芳"_s));
        QVERIFY(textsOf(*seats).contains(u"on this PC only"_s));
        QVERIFY(turns->rowCount() > 0);
        QCOMPARE(QApplication::focusWidget(), turns);
        picture(page, u"board"_s);

        Keys keys;
        const QSignalSpy opened(&page, &BoardPage::openRequested), contradictions(&page, &BoardPage::contradictionsRequested);
        keys.press(Qt::Key_Return);
        QCOMPARE(opened.value(0).value(0).toString(), room.work->file().id);
        keys.press(Qt::Key_F6);
        QCOMPARE(contradictions.size(), 1);
        keys.press(Qt::Key_F2);
        QCOMPARE(QApplication::focusWidget(), seats);

        // It looks again by itself and leaves the keys where they are.
        room.presence.workOn({});
        QVERIFY(textsOf(*seats).contains(u"no case in hand"_s));
        QCOMPARE(QApplication::focusWidget(), seats);
    }

    void onTheWallNobodyIsNamed()
    {
        Hallroom room;
        BoardWall wall(room.board, nullptr);
        wall.setAttribute(Qt::WA_DeleteOnClose, false);
        wall.resize(1920, 1080);
        wall.show();
        const QStringList seats = textsOf(*static_cast<QTableWidget *>(wall.face().seats()));
        const QStringList turns = textsOf(*static_cast<QTableWidget *>(wall.face().turns()));
        QVERIFY(seats.contains(u"王**"_s));
        for (const QString &text : seats + turns)
            QVERIFY2(!text.contains(u"王小芳"_s) && !text.contains(room.work->file().number) && !text.contains(u"测试·样例"_s), qPrintable(text));
        QVERIFY(seats.contains(u"…"_s + groupedNumber(room.work->file().number).right(6)));
        picture(wall, u"wall"_s);
        for (const QWidget *part : wall.findChildren<QTableWidget *>())
            QCOMPARE(part->focusPolicy(), Qt::NoFocus);
    }

    void aContradictionIsSettledByTwoKeysAndAReason()
    {
        Hallroom room;
        const QString name = applicantName(room.work->file());
        room.contradict(u"李四光"_s);
        ContradictionsPage page(room.oversight, room.presence);
        page.resize(1282, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.setFocus();
        const auto *list = page.findChild<QTableWidget *>();
        QCOMPARE(list->rowCount(), 2); // of the name, and that it was filed without knowing the other
        const QList<ActCard *> cards = page.findChildren<ActCard *>();
        QCOMPARE(cards.size(), 2);
        QVERIFY(cards[0]->accessibleDescription().contains(u"李**"_s)); // the hub has placed it first; masked
        QVERIFY(cards[0]->accessibleDescription().contains(u"窗口人员乙"_s));
        QVERIFY(cards[1]->accessibleDescription().contains(u"综合窗口1"_s));
        picture(page, u"contradictions"_s);

        Keys keys;
        const QSignalSpy left(&page, &ContradictionsPage::leaveRequested);
        keys.press(Qt::Key_2);
        auto *words = page.findChild<QLineEdit *>();
        QCOMPARE(QApplication::focusWidget(), words);
        keys.press(Qt::Key_Escape); // not yet
        QCOMPARE(left.size(), 0);
        QCOMPARE(QApplication::focusWidget(), list);
        keys.press(Qt::Key_2);
        keys.type(u"本人到场确认"_s);
        keys.press(Qt::Key_Return);
        QCOMPARE(list->rowCount(), 1);
        const Case settled = (*room.office.reception->resume(room.work->file().id))->file();
        QCOMPARE(applicantName(settled), name);
        QCOMPARE(settled.conflicts.first().decision, u"本人到场确认"_s);
    }
};

QTEST_MAIN(TestBoard)
#include "tst_board.moc"
