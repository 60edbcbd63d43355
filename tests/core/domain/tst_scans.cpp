#include "core/domain/scannedcode.h"
#include "core/domain/scans.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using Why = Refusal::Why;
using support::Sitting;

namespace {

const QString first(64, u'a');
const QString second(64, u'b');
const QString third(64, u'c');
const QString turned(64, u'd');

/// A case at the desk with two papers to take pictures of.
Sitting atTheDesk()
{
    Sitting sitting;
    sitting.open();
    for (const Command &command :
         {Command(AnswerSituation{u"premises"_s, u"rented"_s}), Command(AnswerSituation{u"landlord"_s, u"person"_s}),
          Command(AnswerSituation{u"area"_s, u"80"_s}), Command(EnterField{u"applicant-name"_s, u"张三"_s}),
          Command(EnterField{u"applicant-id"_s, u"41030219900307001X"_s}), Command(ChoosePath{u"fire"_s, u"commitment"_s}),
          Command(GiveVerdict{u"licence"_s, {.kind = VerdictKind::OriginalSeen}}),
          Command(GiveVerdict{u"lease"_s, {.kind = VerdictKind::OriginalSeen}})})
        sitting.perform(command);
    return sitting;
}

LifeCommand attach(const QString &scan, const QString &material = u"licence"_s, const QString &from = {})
{
    return AttachScan{scan, material, u"jpeg"_s, 1000, from};
}

/// The pictures as "material:page:first letter", in the order of the case.
QStringList shown(const Sitting &sitting)
{
    QStringList list;
    for (const ScanPicture &picture : presentScans(sitting.file))
        list << u"%1:%2:%3"_s.arg(picture.material).arg(picture.page).arg(picture.scan.front());
    return list;
}

}

/// The pictures of a case, and the codes that sort them.
class TestScans : public QObject
{
    Q_OBJECT

private slots:
    void picturesComeMoveAndGo();
    void whatIsTurnedTakesThePlace();
    void whatTheDepartmentsHaveStays();
    void completedScansAreCounted();
    void separatorsAreRead_data();
    void separatorsAreRead();
    void codesAreKnownAsTheyAreTyped_data();
    void codesAreKnownAsTheyAreTyped();
};

void TestScans::picturesComeMoveAndGo()
{
    Sitting sitting = atTheDesk();
    QVERIFY(sitting.perform(attach(first)));
    QVERIFY(sitting.perform(attach(second, {})));
    QVERIFY(sitting.perform(attach(third)));
    QCOMPARE(shown(sitting), (QStringList{u"licence:1:a"_s, u":1:b"_s, u"licence:2:c"_s}));

    QVERIFY(!sitting.perform(attach(first, u"lease"_s)));
    QVERIFY(sitting.refusedBecause(Why::ScanThereAlready));
    QVERIFY(!sitting.perform(attach(turned, u"no-such-material"_s)));
    QVERIFY(sitting.refusedBecause(Why::UnknownMaterial));
    QVERIFY(!sitting.perform(LifeCommand{MoveScan{first, u"no-such-material"_s}}));

    QVERIFY(sitting.perform(LifeCommand{MoveScan{second, u"licence"_s}}));
    QCOMPARE(scansOf(sitting.file, u"licence"_s).last().page, 3);
    const qint64 events = sitting.file.events;
    QVERIFY(sitting.perform(LifeCommand{MoveScan{second, u"licence"_s}})); // it is there already
    QCOMPARE(sitting.file.events, events);

    QVERIFY(sitting.perform(LifeCommand{RemoveScan{first, u"拍错了"_s}}));
    QVERIFY(!presentScan(sitting.file, first));
    QVERIFY(sitting.perform(attach(first))); // it may come again
    QCOMPARE(shown(sitting), (QStringList{u"licence:4:a"_s, u"licence:3:b"_s, u"licence:2:c"_s}));
    QCOMPARE(sitting.file.life.scans.size(), 3);
}

void TestScans::whatIsTurnedTakesThePlace()
{
    Sitting sitting = atTheDesk();
    QVERIFY(sitting.perform(attach(first)) && sitting.perform(attach(second)));
    QVERIFY(sitting.perform(attach(turned, u"is not looked at"_s, first)));
    QCOMPARE(shown(sitting), (QStringList{u"licence:2:b"_s, u"licence:1:d"_s}));
    QVERIFY(!sitting.perform(attach(third, {}, first))); // no longer shown
    QVERIFY(sitting.refusedBecause(Why::UnknownScan));
    QVERIFY(sitting.perform(LifeCommand{RevertScan{turned}}));
    QCOMPARE(shown(sitting), (QStringList{u"licence:1:a"_s, u"licence:2:b"_s}));
    QVERIFY(!sitting.perform(LifeCommand{RevertScan{first}})); // as it was taken
    QVERIFY(sitting.refusedBecause(Why::UnknownScan));
}

void TestScans::whatTheDepartmentsHaveStays()
{
    Sitting sitting = atTheDesk();
    QVERIFY(sitting.perform(attach(first)));
    QVERIFY(sitting.perform(FileCase{}));
    QVERIFY(sitting.perform(LifeCommand{MoveScan{first, u"lease"_s}})); // filed, not sent
    QVERIFY(sitting.perform(LifeCommand{CompleteScans{}}) && sitting.perform(LifeCommand{PushToDepartments{}}));
    for (const LifeCommand &command : {LifeCommand{MoveScan{first, {}}}, LifeCommand{RemoveScan{first, {}}},
                                       LifeCommand{RevertScan{first}}, attach(turned, {}, first)}) {
        QVERIFY(!sitting.perform(command));
        QVERIFY(sitting.refusedBecause(Why::ScansSent));
    }
    QVERIFY(sitting.perform(attach(second))); // what was brought later
}

void TestScans::completedScansAreCounted()
{
    for (const int attached : {0, 2}) {
        Sitting sitting = atTheDesk();
        for (int i = 0; i < attached; ++i)
            QVERIFY(sitting.perform(attach(QString(64, QChar(u'a' + i)))));
        QVERIFY(sitting.perform(FileCase{}) && sitting.perform(LifeCommand{CompleteScans{7}}));
        const LifeFact fact = std::get<LifeFact>(sitting.events.last().fact);
        QCOMPARE(std::get<ScansCompleted>(fact).pictures, attached ? attached : 7);
    }
}

void TestScans::separatorsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("material");
    const QString number = CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 21), 1}.text();
    QTest::newRow("as printed") << separatorText(number, u"id-card"_s) << u"id-card"_s;
    QTest::newRow("any characters") << separatorText(number, u"身份证/2 号"_s) << u"身份证/2 号"_s;
    QTest::newRow("with a line end") << separatorText(number, u"lease"_s) + u"\r\n"_s << u"lease"_s;
    QTest::newRow("a case") << u"yichuang:c/"_s + number << QString();
    QTest::newRow("no material") << separatorText(number, {}) << QString();
    QTest::newRow("a wrong number") << separatorText(number.chopped(1) + u'0', u"lease"_s) << QString();
    QTest::newRow("far too long") << separatorText(number, QString(3000, u'x')) << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestScans::separatorsAreRead()
{
    QFETCH(QString, text);
    const auto read = readSeparator(text);
    QTEST(read ? read->material : QString(), "material");
    if (read)
        QVERIFY(readCaseNumber(read->caseNumber));
}

void TestScans::codesAreKnownAsTheyAreTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("publicUrl");
    QTest::addColumn<bool>("may");
    QTest::addColumn<bool>("is");
    const QString number = CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 21), 1}.text();
    const auto row = [](const char *name, const QString &text, bool may, bool is, const QString &url = {}) {
        QTest::newRow(name) << text << url << may << is;
    };
    row("a case number", number, true, true);
    row("in small letters", number.toLower(), true, true);
    row("its beginning", number.left(10), true, false);
    row("with a wrong end", number.chopped(1) + u'0', true, false);
    row("and one more", number + u'1', false, false);
    row("one digit", u"4"_s, true, false);
    row("an identity number", u"41030219900307001X"_s, true, false);
    row("a phone number", u"13800000000"_s, true, false);
    row("a letter", u"a"_s, false, false);
    row("a word", u"xinshenger"_s, false, false);
    row("ours without a hub", u"yichuang:c/"_s + number, true, true);
    row("in capitals", u"YICHUANG:c/"_s + number, true, true);
    row("the beginning of it", u"yi"_s, true, false);
    row("a receipt's seal", u"yichuang:r/AbC-_09"_s, true, true);
    row("pinyin that begins alike", u"yid"_s, false, false);
    row("the hall's address", u"https://hall.example/g/x"_s, true, true, u"https://hall.example"_s);
    row("its beginning, too", u"https://ha"_s, true, false, u"https://hall.example"_s);
    row("another's address", u"https://bad.example/"_s, false, false, u"https://hall.example"_s);
    row("an address with a case", u"https://x.example/c/"_s + number, true, true);
    row("an address without one", u"https://x.example/c/"_s, true, false);
}

void TestScans::codesAreKnownAsTheyAreTyped()
{
    QFETCH(QString, text);
    QFETCH(QString, publicUrl);
    QTEST(mayBecomeOurCode(text, publicUrl), "may");
    QTEST(isOurCode(text, publicUrl), "is");
}

QTEST_GUILESS_MAIN(TestScans)
#include "tst_scans.moc"
