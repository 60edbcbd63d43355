#include "core/desk/peopleimport.h"
#include "core/domain/codes.h"
#include "core/sheets/grid.h"
#include "core/sheets/rowsbook.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using Why = desk::RowFault::Why;
using Trouble = desk::ListTrouble::Why;

namespace {

const QDate today(2026, 11, 21);

QString idOf(int serial)
{
    const QString digits = u"41120219900101"_s + u"%1"_s.arg(serial, 3, 10, QLatin1Char('0'));
    return digits + mod11_2(digits);
}

Field field(const QString &id, const QString &label, Field::Kind kind, bool required = true)
{
    return {.id = id, .label = label, .kind = kind, .role = Field::Role::Subject, .required = required, .choices = {}, .example = {}, .when = {}};
}

/// The roster of 员工录用, with one employee who is entered already.
Plan::RosterLine roster()
{
    Plan::RosterLine line;
    line.roster = {u"employees"_s, u"职工"_s, {}, {}};
    line.columns = {field(u"employee-name"_s, u"职工姓名"_s, Field::Kind::PersonName),
                    field(u"employee-id"_s, u"职工证件号码"_s, Field::Kind::IdNumber),
                    field(u"employee-phone"_s, u"职工联系电话"_s, Field::Kind::Phone, false),
                    field(u"contract-start"_s, u"劳动合同开始日期"_s, Field::Kind::Date, false),
                    field(u"monthly-wage"_s, u"月工资（缴费基数申报，元）"_s, Field::Kind::Number, false)};
    line.people = {{.person = {1, {{u"employee-name"_s, u"老职工"_s}, {u"employee-id"_s, idOf(999)}}}, .faults = {}, .twice = false}};
    return line;
}

desk::PeopleImport looked(const QString &text)
{
    const auto table = desk::tableOfText(text);
    if (!table)
        qFatal("%s", qPrintable(table.error().detail));
    return desk::lookAtList(*table, roster(), today);
}

/// "2 李四 ID" for each sound row, "3! heading" for each fault.
QStringList told(const desk::PeopleImport &list)
{
    QStringList lines;
    for (const desk::ListedPerson &person : list.people) {
        if (person.faults.isEmpty())
            lines << u"%1 %2 %3"_s.arg(QString::number(person.line), person.values.value(u"employee-name"_s),
                                       person.values.value(u"employee-id"_s).right(5));
        for (const desk::RowFault &fault : person.faults)
            lines << u"%1! %2 %3 %4"_s.arg(person.line).arg(int(fault.why)).arg(fault.heading).arg(fault.line);
    }
    return lines;
}

}

class TestPeopleImport : public QObject
{
    Q_OBJECT

private slots:
    void listsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("told");
        const QString a = idOf(1);
        const QString b = idOf(2);
        const QString tailA = a.right(5);
        const QString tailB = b.right(5);
        const QStringList both{u"2 李四 "_s + tailA, u"3 王五 "_s + tailB};
        QTest::newRow("tabs") << u"姓名\t身份证号\n李四\t%1\n王五\t%2\n"_s.arg(a, b) << both;
        QTest::newRow("commas and Windows line ends") << u"姓名,证件号码\r\n李四,%1\r\n王五,%2"_s.arg(a, b) << both;
        QTest::newRow("full-width commas") << u"姓名，身份证\n李四，%1\n王五，%2"_s.arg(a, b) << both;
        QTest::newRow("another order, more columns") << u"序号\t公民身份号码\t部门\t姓 名*\n1\t%1\t生产\t李四\n2\t%2\t生产\t王五"_s.arg(a, b) << both;
        QTest::newRow("labels of the guide") << u"职工证件号码\t职工姓名\n%1\t李四\n%2\t王五"_s.arg(a, b) << both;
        QTest::newRow("spaces, no heading")
            << u"李四 %1\n王五  %2"_s.arg(a, b) << QStringList{u"1 李四 "_s + tailA, u"2 王五 "_s + tailB};
        QTest::newRow("quotes") << u"姓名,证件号码,联系电话\n\"李四\",\"%1\",\"\"\n\"王五\",%2,"_s.arg(a, b) << both;
        QTest::newRow("empty lines keep their number") << u"姓名\t身份证号\n\n李四\t%1\n\n"_s.arg(a) << QStringList{u"3 李四 "_s + tailA};
        QTest::newRow("small x, spaces in the number") << u"姓名\t证件号\n李四\t%1 \n"_s.arg(a.toLower().insert(6, u' ')) << both.mid(0, 1);
        QTest::newRow("a wrong digit") << u"姓名\t身份证号\n李四\t%1\n"_s.arg(a.left(10) + u"9"_s + a.mid(11)) << QStringList{u"2! 0 身份证号 0"_s};
        QTest::newRow("no number") << u"姓名\t身份证号\n李四\t\n"_s << QStringList{u"2! 0 身份证号 0"_s};
        QTest::newRow("no column of numbers") << u"姓名\n李四\n"_s << QStringList{u"2! 0 职工证件号码 0"_s};
        QTest::newRow("twice") << u"姓名\t身份证号\n李四\t%1\n李五\t%1\n"_s.arg(a)
                               << QStringList{u"2 李四 "_s + tailA, u"3! 3  2"_s};
        QTest::newRow("entered already") << u"姓名\t身份证号\n老职工\t%1\n"_s.arg(idOf(999)) << QStringList{u"2! 4  0"_s};
        QTest::newRow("more cells than headings") << u"姓名\t身份证号\n李四\t%1\t多\n"_s.arg(a) << QStringList{u"2! 0 3 0"_s};
        QTest::newRow("a formula as text is no name") << u"姓名\t身份证号\n=HYPERLINK(1)\t%1\n"_s.arg(a) << QStringList{u"2! 0 姓名 0"_s};
        QTest::newRow("every fault of a row")
            << u"姓名\t身份证号\t手机\t合同开始日期\n李4\t1\t2\t2026-02-30\n"_s
            << QStringList{u"2! 0 姓名 0"_s, u"2! 0 身份证号 0"_s, u"2! 0 手机 0"_s, u"2! 0 合同开始日期 0"_s};
    }
    void listsAreRead()
    {
        QFETCH(QString, text);
        const desk::PeopleImport list = looked(text);
        QVERIFY(!list.trouble);
        QTEST(told(list), "told");
        QCOMPARE(list.sound().size() + list.faulty(), list.people.size());
    }

    void headingsNeedNoOrderAndNothingIsDroppedSilently()
    {
        const desk::PeopleImport list = looked(u"部门\t月工资\t姓名\t身份证号码\t备注\n生产\t4500\t李四\t%1\t新\n"_s.arg(idOf(1)));
        QCOMPARE(list.fields, (QStringList{{}, u"monthly-wage"_s, u"employee-name"_s, u"employee-id"_s, {}}));
        QCOMPARE(list.ignored(), (QStringList{u"部门"_s, u"备注"_s}));
        QCOMPARE(list.people.front().cells.size(), 5);
    }

    void listsThatCannotBeTaken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Trouble>("why");
        QString many = u"姓名\t身份证号\n"_s;
        for (int i = 0; i < mostPeople; ++i)
            many += u"李四\t"_s + idOf(i) + u'\n';
        QTest::newRow("nothing") << u" \n\t\n"_s << Trouble::Empty;
        QTest::newRow("headings only") << u"姓名\t身份证号\n"_s << Trouble::Empty;
        QTest::newRow("no names") << u"身份证号\t手机\n%1\t13812345678\n"_s.arg(idOf(1)) << Trouble::NoName;
        QTest::newRow("two columns of names") << u"姓名\t名字\n李四\t王五\n"_s << Trouble::SameColumnTwice;
        QTest::newRow("500 and the one who is there") << many << Trouble::TooMany;
    }
    void listsThatCannotBeTaken()
    {
        QFETCH(QString, text);
        const desk::PeopleImport list = looked(text);
        QVERIFY(list.trouble);
        QTEST(list.trouble->why, "why");
    }

    void textBeyondBounds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("rows without end") << u"李四\n"_s.repeated(desk::mostListRows + 2);
        QTest::newRow("columns without end") << u"李\t"_s.repeated(desk::mostListColumns + 2);
        QTest::newRow("a quote without end") << u"姓名,号\n\"李四,1\n王五,2\n"_s;
    }
    void textBeyondBounds()
    {
        QFETCH(QString, text);
        const auto table = desk::tableOfText(text);
        QVERIFY(!table);
        QCOMPARE(table.error().kind, base::Error::Kind::Document);
        QVERIFY(!table.error().detail.isEmpty());
    }

    void hostileTextStaysText()
    {
        QString wild = u"姓名\t身份证号\n"_s + u"甲"_s.repeated(100'000) + u"\t1\n\u202e李四\u0000\u0007\t%1\n"_s.arg(idOf(1));
        wild += QString(QChar(0xd842)) + u"\t2\n"_s;
        const desk::PeopleImport list = looked(wild);
        QCOMPARE(list.people.size(), 3);
        for (const desk::ListedPerson &person : list.people) {
            for (const QString &cell : person.cells)
                QVERIFY(cell.size() <= 500);
            QVERIFY(!person.faults.isEmpty() || !person.values.value(u"employee-name"_s).contains(u'\a'));
        }
    }

    void filesInEveryUsualForm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = u"姓名,身份证号\n李四,%1\n"_s.arg(idOf(1));
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8();
        QStringEncoder wide(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        QTest::newRow("UTF-16") << QByteArray(wide(text));
        QStringEncoder chinese("GB18030");
        QVERIFY(chinese.isValid());
        QTest::newRow("GB 18030, as Excel saves it") << QByteArray(chinese(text));
        QTest::newRow("a workbook") << *sheets::writeRows(u"名单"_s, {u"姓名"_s, u"身份证号"_s}, {{u"李四"_s, idOf(1)}});
    }
    void filesInEveryUsualForm()
    {
        QFETCH(QByteArray, bytes);
        const auto table = desk::tableOfFile(bytes, u"名单"_s);
        QVERIFY2(table, table ? "" : qPrintable(table.error().detail));
        QCOMPARE(told(desk::lookAtList(*table, roster(), today)), QStringList{u"2 李四 "_s + idOf(1).right(5)});
    }

    void filesThatAreNoLists_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18);
        QTest::newRow("an old workbook") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", 12);
        QTest::newRow("an archive cut off") << QByteArray("PK\x03\x04 half");
        QTest::newRow("no bytes of any text") << QByteArray("\xff\xff\x81\x00\x81", 5);
    }
    void filesThatAreNoLists()
    {
        QFETCH(QByteArray, bytes);
        const auto table = desk::tableOfFile(bytes, u"名单"_s);
        QVERIFY(!table);
        QCOMPARE(table.error().kind, base::Error::Kind::Document);
    }

    void faultyRowsComeBackAndCanBeBroughtAgain()
    {
        const desk::PeopleImport list = looked(u"姓名\t身份证号\n李四\t%1\n王五\t12\n"_s.arg(idOf(1)));
        const auto book = desk::faultyRows(list, {u""_s, u"身份证号：位数不对"_s});
        QVERIFY(book);
        const auto grids = sheets::readGrids(*book);
        QVERIFY(grids);
        QCOMPARE(grids->front().rows.size(), 2);
        QCOMPARE(grids->front().rows[1][0].text, u"王五"_s);
        QCOMPARE(grids->front().rows[1][2].text, u"身份证号：位数不对"_s);
        const desk::PeopleImport again = desk::lookAtList(*desk::tableOfFile(*book, u"需更正"_s), roster(), today);
        QVERIFY(!again.trouble);
        QCOMPARE(again.ignored(), QStringList{u"问题"_s});
        QCOMPARE(again.faulty(), 1);
    }

    void fiveHundredRowsAtOnce()
    {
        QList<QStringList> rows;
        for (int i = 0; i < mostPeople - 1; ++i)
            rows.append({u"职工"_s, idOf(i), u"13812345678"_s, u"2026-12-01"_s, u"4500"_s});
        const QByteArray book = *sheets::writeRows(
            u"名单"_s, {u"姓名"_s, u"身份证号"_s, u"手机"_s, u"劳动合同开始日期"_s, u"月工资"_s}, rows);
        QElapsedTimer timer;
        timer.start();
        const desk::PeopleImport list = desk::lookAtList(*desk::tableOfFile(book, u"名单"_s), roster(), today);
        const qint64 spent = timer.elapsed();
        QCOMPARE(list.sound().size(), mostPeople - 1);
        qInfo("499 rows of a workbook: %lld ms", spent);
        QVERIFY(spent < 3000); // a bound for a loaded machine
    }
};

QTEST_APPLESS_MAIN(TestPeopleImport)
#include "tst_peopleimport.moc"
