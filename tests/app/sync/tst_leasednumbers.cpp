#include "core/desk/numberleases.h"
#include "core/desk/papernumbers.h"
#include "core/desk/printpaper.h"
#include "core/domain/issuedpapers.h"
#include "core/papers/formtrial.h"
#include "core/wire/messages.h"
#include "tests/app/sync/linkedwindow.h"
#include "tests/app/sync/relay.h"
#include "tests/core/desk/takein.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy
const QString notices = u"acceptance-notice"_s;
const QString health = u"卫生健康部门"_s;
const QByteArray organsOnly = R"({"organs": {"卫生健康部门": {"code": "湖卫"}}})";

/// A window that gives legal numbers, entered by nobody.
class NumberingWindow
{
public:
    NumberingWindow(const QString &folder, const QString &code, const QByteArray &json = organsOnly)
        : linked(folder, code), m_folder(folder)
    {
        QDir().mkpath(folder + u"/forms"_s);
        QFile file(folder + u"/forms/numbers.json"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("no numbers.json");
        file.close();
        furnish();
    }
    /// As after a power cut: nothing that is not on the disk is left.
    void restart()
    {
        leases.reset();
        linked.stop();
        linked.start();
        furnish();
    }
    void furnish()
    {
        Hall &hall = *linked.hall;
        hall.forms = hall.forms.withOwn(m_folder + u"/forms"_s, papers::tryForm);
        leases.emplace(desk::NumberLeases::Needs{m_folder, *linked.link, hall.profile->journal(), hall.forms, hall.clock});
        desk::CaseWork::Needs needs = hall.needs();
        needs.numbers = &*leases;
        hall.reception.emplace(needs, hall.shelf);
        QObject::connect(linked.book.get(), &desk::CaseBook::written, &*leases, &desk::NumberLeases::lookSoon);
    }

    /// Prints a notice of a new case; its number, or where the words about why there is none begin.
    QString print()
    {
        const QString item = healthItem();
        const auto work = filedAtOnce(*linked.hall, {LifeFact{ItemAccepted{item, {}}}});
        const PaperRef paper{PaperKind::AcceptanceNotice, 1, item};
        const auto printed = printing.print(*work, paper);
        if (!printed)
            return u"! "_s + (printed.error().error ? printed.error().error->place : QString());
        const PaperNumber *number = numberOf(work->file(), paper);
        return number ? QString::number(number->serial) : QString();
    }
    bool isLeased(int blocks) const
    {
        return QTest::qWaitFor([&] { return leases->blocks().size() >= blocks && leases->state().open.isEmpty(); }, longWait);
    }
    /// First and last number of each block that it wrote down.
    QStringList ranges() const
    {
        QStringList ranges;
        for (const papers::NumberBlock &block : leases->blocks())
            ranges << u"%1-%2"_s.arg(block.from).arg(block.to);
        return ranges;
    }
    QString device() const { return linked.hall->profile->journal().identity().device; }
    QString leaseFile() const { return m_folder + u"/leases.json"_s; }
    desk::PaperNumbers book() { return desk::PaperNumbers({linked.hall->profile->journal(), linked.hall->forms, linked.hall->shelf, *linked.hall->reception, &*leases}); }

    LinkedWindow linked;
    std::optional<desk::NumberLeases> leases;

private:
    QString healthItem() const
    {
        const std::optional<Guide> guide = linked.hall->shelf.guide(newborn(*linked.hall));
        for (const Item &item : guide->matter.items) {
            if (item.department == health)
                return item.id;
        }
        qFatal("no item of the health department");
    }

    const QString m_folder;
    support::FakePrinter printer;
    desk::PrintPaper printing{printer};
};

}

/// Legal numbers on their way from a real hub to real windows, over a cable that fails.
class TestLeasedNumbers : public QObject
{
    Q_OBJECT

private:
    struct Place {
        Place() : hub(std::make_unique<HubProgram>(folder.filePath(u"hub"_s))) { relay.setHub(hub->port()); }
        QString folderOf(const QString &name) const { return folder.filePath(name); }
        bool join(NumberingWindow &window) { return window.linked.join(*hub, relay.url()); }
        /// Blocks that the hub says to have given to the window \a code.
        QStringList givenTo(const QString &code) const
        {
            QStringList ranges;
            for (const QByteArray &line : hub->command({u"serials"_s}).out.split('\n')) {
                const QByteArrayList cells = line.split('\t');
                if (cells.size() == 7 && cells[5].startsWith(code.toUtf8() + ' '))
                    ranges << QString::fromUtf8(cells[3] + '-' + cells[4]);
            }
            return ranges;
        }

        QTemporaryDir folder;
        std::unique_ptr<HubProgram> hub;
        Relay relay;
    };

private slots:
    void eachWindowHasNumbersOfItsOwn()
    {
        Place place;
        NumberingWindow a(place.folderOf(u"a"_s), u"001"_s), b(place.folderOf(u"b"_s), u"002"_s);
        QCOMPARE(a.print(), u"! forms/numbers.json"_s); // no hub: a person has to enter them
        QVERIFY(!a.leases->state().hasHub);
        QVERIFY(place.join(a) && place.join(b));
        const QString first = a.print();
        QVERIFY2(first == u"! leases.json"_s || first == u"1"_s, qPrintable(first)); // the wish before may have been quicker
        QVERIFY(a.isLeased(1));
        QCOMPARE(a.ranges(), QStringList{u"1-20"_s});
        QCOMPARE(b.print(), u"! leases.json"_s);
        QVERIFY(b.isLeased(1));
        QCOMPARE(b.ranges(), QStringList{u"21-40"_s});
        QCOMPARE(b.print(), u"21"_s);
        // Eleven are given: fewer than ten are left, and more come while the clerk goes on.
        for (int number = first == u"1"_s ? 2 : 1; number <= 11; ++number)
            QCOMPARE(a.print(), QString::number(number));
        QVERIFY(a.isLeased(2));
        for (int number = 12; number <= 20; ++number)
            QCOMPARE(a.print(), QString::number(number));
        QCOMPARE(a.print(), u"41"_s);
        QCOMPARE(place.givenTo(u"001"_s), a.ranges());
        QCOMPARE(place.givenTo(u"002"_s), b.ranges());
        const desk::SeriesLine line = a.book().series()->first();
        QCOMPARE(line.origin, desk::SeriesLine::Origin::Leased);
        QVERIFY(line.given >= 21); // and the other window's, as far as its cases came here
        QCOMPARE(line.left, 19);
        QVERIFY(line.gaps.isEmpty() && line.unused.isEmpty());
        QCOMPARE(a.leases->state().last->numbers.to, 60);
        QVERIFY(!a.leases->state().trouble && !a.leases->state().fault);
    }

    /// What a person entered is used up first, and the hub goes on above it.
    void entered()
    {
        Place place;
        NumberingWindow a(place.folderOf(u"a"_s), u"001"_s,
                          R"({"organs": {"卫生健康部门": {"code": "湖卫"}},
                              "blocks": [{"code": "湖卫", "paper": "acceptance-notice", "year": 2026, "from": 101, "to": 103}]})");
        QVERIFY(place.join(a));
        QVERIFY(a.isLeased(1));
        QCOMPARE(a.ranges(), QStringList{u"104-123"_s});
        QCOMPARE(a.print(), u"101"_s);
        QCOMPARE(a.book().series()->first().origin, desk::SeriesLine::Origin::Both);
    }

    void withoutTheHubWhatIsLeftIsGiven()
    {
        Place place;
        NumberingWindow a(place.folderOf(u"a"_s), u"001"_s);
        QVERIFY(place.join(a));
        a.print();
        QVERIFY(a.isLeased(1));
        place.relay.pullOut();
        a.linked.link->retry();
        QVERIFY(QTest::qWaitFor([&] { return a.linked.link->status().contact == syncing::Status::Contact::Silent; }, longWait));
        QString last;
        for (int i = 0; i < 20 && last != u"20"_s; ++i)
            last = a.print();
        QCOMPARE(last, u"20"_s);
        QCOMPARE(a.print(), u"! leases.json"_s);
        a.restart();
        QCOMPARE(a.print(), u"! leases.json"_s);
        place.relay.plugIn();
        a.linked.link->retry();
        QVERIFY(a.isLeased(2));
        QCOMPARE(a.print(), u"21"_s);
        QCOMPARE(place.givenTo(u"001"_s), a.ranges());
    }

    /// The hub is killed while it is asked, and answers late: the window goes on meanwhile, and has every number that was given away.
    void aHubThatIsKilledAndSlow()
    {
        Place place;
        NumberingWindow a(place.folderOf(u"a"_s), u"001"_s);
        QVERIFY(place.join(a));
        a.print();
        QVERIFY(a.isLeased(1));
        place.relay.hold();
        for (int i = 0; i < 12; ++i)
            a.print();
        QVERIFY(QTest::qWaitFor([&] { return !a.leases->state().open.isEmpty(); }, longWait));
        QVERIFY(QTest::qWaitFor([&] { return place.givenTo(u"001"_s).size() == 2; }, longWait)); // the hub has given them away
        QVERIFY(!a.print().startsWith(u'!'));
        QCOMPARE(a.leases->blocks().size(), 1);
        place.hub->kill(); // the answer is lost with it
        place.relay.breakAll();
        place.hub = std::make_unique<HubProgram>(place.folderOf(u"hub"_s));
        place.relay.setHub(place.hub->port());
        place.relay.letGo();
        a.linked.link->retry();
        QVERIFY(QTest::qWaitFor([&] { a.leases->look(); return a.leases->blocks().size() == 2; }, longWait));
        QCOMPARE(a.ranges(), (QStringList{u"1-20"_s, u"21-40"_s}));
        QCOMPARE(place.givenTo(u"001"_s), a.ranges()); // no block beside: none was lost
    }

    void aWindowThatIsKilledBetweenHubAndFile_data()
    {
        QTest::addColumn<bool>("hubWasAsked");
        QTest::newRow("before it asked") << false;
        QTest::newRow("the answer was on its way") << true;
    }
    void aWindowThatIsKilledBetweenHubAndFile()
    {
        QFETCH(bool, hubWasAsked);
        Place place;
        NumberingWindow a(place.folderOf(u"a"_s), u"001"_s);
        QVERIFY(place.join(a));
        desk::LeaseBook book(place.folderOf(u"a"_s), a.device());
        const desk::LeaseBook::Wish wish{u"wish-1"_s, a.linked.link->place()->hub, {u"湖卫"_s, notices, 2026}, 20, 0, QDateTime::currentDateTimeUtc()};
        QVERIFY(book.note(wish));
        if (hubWasAsked) {
            std::optional<int> status;
            a.linked.link->ask({.method = "POST",
                                .target = "/sync/v1/serials",
                                .type = wire::jsonType,
                                .body = wire::toJson(wire::SerialWish{u"湖卫"_s, notices, 2026, 20, wish.id, 0})},
                               this, [&](const syncing::SignedLine::Outcome &outcome) { status = outcome ? outcome->status : 0; });
            QVERIFY(QTest::qWaitFor([&] { return status.has_value(); }, longWait));
            QCOMPARE(*status, 200);
            QCOMPARE(place.givenTo(u"001"_s), QStringList{u"1-20"_s}); // given away, and nobody wrote it down
        }
        place.relay.pullOut();
        a.restart();
        QCOMPARE(a.leases->state().open, QList<desk::LeaseBook::Wish>{desk::LeaseBook(place.folderOf(u"a"_s), a.device()).wishes()});
        QCOMPARE(a.leases->state().open.size(), 1); // and it shows
        place.relay.plugIn();
        a.linked.link->retry();
        QVERIFY(a.isLeased(1));
        QCOMPARE(a.ranges(), QStringList{u"1-20"_s});
        QCOMPARE(place.givenTo(u"001"_s), QStringList{u"1-20"_s});
        QCOMPARE(a.print(), u"1"_s);
    }

    void aFullDisk()
    {
        Place place;
        NumberingWindow a(place.folderOf(u"a"_s), u"001"_s);
        QVERIFY(place.join(a));
        QVERIFY(QTest::qWaitFor([&] { return a.linked.hasSentAll(); }, longWait));
        place.relay.hold();
        a.print();
        QVERIFY(QTest::qWaitFor([&] { return place.givenTo(u"001"_s).size() == 1; }, longWait));
        {
            const FullDisk full;
            place.relay.letGo();
            QVERIFY(QTest::qWaitFor([&] { return a.leases->state().fault.has_value(); }, longWait));
            QCOMPARE(a.leases->state().fault->kind, base::Error::Kind::Storage);
            QVERIFY(a.leases->blocks().isEmpty()); // what is not on the disk is not given
        }
        QVERIFY(QTest::qWaitFor([&] { a.leases->look(); return a.leases->blocks().size() == 1; }, longWait));
        QVERIFY(!a.leases->state().fault);
        QCOMPARE(a.ranges(), QStringList{u"1-20"_s});
        QCOMPARE(place.givenTo(u"001"_s), QStringList{u"1-20"_s});
    }

    /// A copied or spoilt file: nothing of it is given, nothing is asked, and the file stays as it is for whoever looks at it.
    void aFileThatIsNotOurs_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto file = [](const QByteArray &device, const QByteArray &from) {
            return QByteArray("{'device':'DEVICE','wishes':[],'blocks':[{'organ':'湖卫','paper':'acceptance-notice','year':2026,'from':FROM,"
                              "'to':9,'incarnation':1,'hub':'h','at':1}]}")
                .replace('\'', '"')
                .replace("DEVICE", device)
                .replace("FROM", from);
        };
        QTest::newRow("of another PC") << file("11111111-2222-3333-4444-555555555555", "1");
        QTest::newRow("backwards") << file("THIS", "10");
        QTest::newRow("no number") << file("THIS", "\"1\"");
        QTest::newRow("zero") << file("THIS", "0");
        QTest::newRow("half of it") << file("THIS", "1").chopped(40);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]");
    }
    void aFileThatIsNotOurs()
    {
        QFETCH(QByteArray, json);
        Place place;
        NumberingWindow a(place.folderOf(u"a"_s), u"001"_s);
        json.replace("THIS", a.device().toUtf8());
        QFile file(a.leaseFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        a.restart();
        QVERIFY(a.leases->state().fault.has_value());
        QVERIFY(a.leases->state().fault->place.contains(u"leases.json"_s));
        QVERIFY(place.join(a));
        QCOMPARE(a.print(), u"! leases.json"_s);
        a.leases->look();
        QVERIFY(a.leases->blocks().isEmpty() && a.leases->state().open.isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), json);
    }

    /// Before the year is over there are numbers of the next one; what was not given stays in sight.
    void theYearEnds()
    {
        Place place;
        NumberingWindow a(place.folderOf(u"a"_s), u"001"_s);
        a.linked.hall->clock.set(QDateTime(QDate(2026, 12, 25), QTime(9, 30)));
        QVERIFY(place.join(a));
        a.print();
        QVERIFY(a.isLeased(1));
        QCOMPARE(a.print(), u"1"_s);
        QVERIFY(a.isLeased(2));
        QCOMPARE(a.leases->blocks().last().year, 2027);
        QCOMPARE(a.ranges(), (QStringList{u"1-20"_s, u"1-20"_s}));
        a.linked.hall->clock.set(QDateTime(QDate(2027, 1, 4), QTime(9, 30)));
        QCOMPARE(a.print(), u"1"_s);
        const QList<desk::SeriesLine> lines = a.book().series().value();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].series.year, 2027);
        QVERIFY(lines[0].unused.isEmpty());
        QCOMPARE(lines[0].left, 19);
        QVERIFY(lines[1].isOver);
        QCOMPARE(lines[1].unused, (QList<desk::NumberRange>{{2, 20}}));
        QCOMPARE(lines[1].unusedCount(), 19);
    }
};

QTEST_GUILESS_MAIN(TestLeasedNumbers)
#include "tst_leasednumbers.moc"
