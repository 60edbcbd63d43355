#include "archives.h"
#include "core/guides/packreader.h"
#include "core/sheets/archive.h"
#include "core/sheets/book.h"
#include "plainbook.h"
#include "tests/core/guides/samplepack.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using support::Parts;

namespace {

/// What the sanitizers cost, in time and in memory.
#ifdef __SANITIZE_ADDRESS__
constexpr int slower = 6;
#else
constexpr int slower = 1;
#endif

const QByteArray firstSheet = "xl/worksheets/sheet1.xml";

long peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

}

/// Files that somebody made to do harm, or that broke on their way.
class TestHostileBooks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isRefused_data();
    void isRefused();
    void everyPieceOfABookIsSurvived();
    void damagedBytesAreSurvived();
    void changedPartsAreSurvived_data();
    void changedPartsAreSurvived();
    void harmlessExtrasAreNoFault_data();
    void harmlessExtrasAreNoFault();

private:
    QByteArray withPart(const QByteArray &name, const QByteArray &content) const
    {
        Parts parts = m_parts;
        parts.insert(name, content);
        return support::archiveOf(parts);
    }

    QByteArray withReplaced(const QByteArray &name, const QByteArray &before, const QByteArray &after) const
    {
        QByteArray part = m_parts.value(name);
        const qsizetype at = part.indexOf(before);
        if (at < 0)
            qFatal("no %s in %s", before.constData(), name.constData());
        return withPart(name, part.replace(at, before.size(), after));
    }

    QByteArray m_book;
    Parts m_parts;
};

void TestHostileBooks::initTestCase()
{
    const base::Result<domain::GuidePack> pack = guides::readPack(bytesOf(samplePack()), u"a.json"_s);
    QVERIFY(pack);
    const base::Result<QByteArray> book = sheets::writeBook(*pack);
    QVERIFY(book);
    m_book = *book;
    m_parts = support::partsOf(m_book);
    QVERIFY(m_parts.size() > 40);
    QVERIFY(sheets::readBook(support::archiveOf(m_parts), u"b"_s).pack);
}

void TestHostileBooks::isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &reason) {
        QTest::newRow(name) << bytes << reason;
    };
    const QString damaged = u"文件已损坏或不完整"_s;
    const QByteArray body
        = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    row("empty", {}, u"不是 .xlsx 工作簿"_s);
    row("a text", "hello", u"不是 .xlsx 工作簿"_s);
    row("a guide pack", bytesOf(samplePack()), u"不是 .xlsx 工作簿"_s);
    row("encrypted by Office, or an .xls", QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) + QByteArray(4096, 'x'),
        u"已加密"_s);
    row("encrypted archive", support::archiveOf(m_parts, "secret"), u"已加密"_s);
    row("larger than allowed", "PK" + QByteArray(sheets::mostBookBytes, 'x'), u"文件超过 20 MB"_s);
    row("half of it", m_book.first(m_book.size() / 2), damaged);
    row("only the head of an archive", "PK\x03\x04", damaged);
    row("an archive of something else", support::archiveOf({{"a.txt", "hello"}}), u"不是 .xlsx 工作簿"_s);
    row("a bomb", withPart(firstSheet, body + QByteArray(sheets::mostExpandedBytes, ' ')), u"展开后超过 32 MB"_s);
    Parts bombs = m_parts;
    for (int i = 0; i < 10; ++i)
        bombs.insert("xl/worksheets/s" + QByteArray::number(i) + ".xml",
                     QByteArray(sheets::mostExpandedBytes / 8, ' '));
    row("a bomb of many parts", support::archiveOf(bombs), QString());
    Parts many = m_parts;
    for (int i = 0; i < sheets::mostParts; ++i)
        many.insert("x/" + QByteArray::number(i), "x");
    row("too many parts", support::archiveOf(many), u"个部分，超过 500 个"_s);
    // The archive says that a part is small, but there is more in it.
    QByteArray liar = withPart(firstSheet, body + QByteArray(sheets::mostExpandedBytes, ' '));
    constexpr int nameAt = 46;
    constexpr int sizeAt = 24;
    std::fill_n(liar.begin() + liar.lastIndexOf(firstSheet) - nameAt + sizeAt, 4, '\1');
    row("a bomb that says it is smaller", liar, u"展开后超过 32 MB"_s);
    row("a document type", withReplaced(firstSheet, "<worksheet", "<!DOCTYPE worksheet [<!ENTITY a \"x\">]><worksheet"),
        u"DOCTYPE"_s);
    row("entities in entities",
        withReplaced("xl/sharedStrings.xml", "<sst",
                     "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst"),
        u"DOCTYPE"_s);
    row("a file of this computer",
        withReplaced("xl/sharedStrings.xml", "<sst", "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst"),
        u"DOCTYPE"_s);
    row("XML that does not end", withPart(firstSheet, body), damaged);
    row("no XML", withPart("xl/workbook.xml", "hello"), damaged);
    row("a cell in the last row",
        withPart(firstSheet, body + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData></worksheet>"),
        u"单元格 A1048576 在允许的范围"_s);
    row("a cell in the last column", withReplaced(firstSheet, "r=\"A2\"", "r=\"XFD2\""), u"单元格 XFD2 在允许的范围"_s);
    row("a cell nowhere", withReplaced(firstSheet, "r=\"A2\"", "r=\"2A\""), QString());
    row("a text that is not there", withReplaced(firstSheet, "t=\"s\"><v>0</v>", "t=\"s\"><v>4000000000</v>"),
        u"单元格的文字（4000000000）不在文件中"_s);
    row("no sheets",
        withPart("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"),
        QString());
    QByteArray cells = body;
    for (int line = 1; line <= 3000; ++line) {
        cells += "<row r=\"" + QByteArray::number(line) + "\">";
        for (int column = 0; column < 200; ++column)
            cells += "<c r=\"" + sheets::cellName(line - 1, column).toLatin1() + "\"><v>1</v></c>";
        cells += "</row>";
    }
    row("more cells than a book may have", withPart(firstSheet, cells + "</sheetData></worksheet>"), u"单元格过多"_s);
}

void TestHostileBooks::isRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const long before = peakMegabytes();
    QElapsedTimer clock;
    clock.start();
    const sheets::BookContent content = sheets::readBook(bytes, u"book.xlsx"_s);
    const qint64 elapsed = clock.elapsed();
    QVERIFY(!content.pack);
    QVERIFY(!content.faults.isEmpty());
    QVERIFY(content.faults.first().place.startsWith(u"book.xlsx"_s));
    QVERIFY2(content.faults.first().detail.contains(reason), qPrintable(content.faults.first().detail));
    QVERIFY2(elapsed < 20'000 * slower, qPrintable(u"%1 ms"_s.arg(elapsed)));
    QVERIFY2(peakMegabytes() - before < 500 * slower, qPrintable(u"%1 MB more"_s.arg(peakMegabytes() - before)));
}

/// A download that broke off anywhere.
void TestHostileBooks::everyPieceOfABookIsSurvived()
{
    for (qsizetype length = 0; length < m_book.size(); length += 97)
        QVERIFY(!sheets::readBook(m_book.first(length), u"b"_s).pack);
}

void TestHostileBooks::damagedBytesAreSurvived()
{
    QRandomGenerator random(20261121);
    for (int round = 0; round < 500; ++round) {
        QByteArray book = m_book;
        for (int damage = random.bounded(1, 6); damage > 0; --damage)
            book[random.bounded(book.size())] = char(random.bounded(256));
        const sheets::BookContent content = sheets::readBook(book, u"b"_s);
        QVERIFY(content.pack || !content.faults.isEmpty());
    }
}

void TestHostileBooks::changedPartsAreSurvived_data()
{
    QTest::addColumn<QByteArray>("part");
    for (const char *part :
         {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet10.xml", "xl/sharedStrings.xml", "xl/styles.xml",
          "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "_rels/.rels"})
        QTest::newRow(part) << QByteArray(part);
}

/// The archive is whole, but what is in it was meddled with.
void TestHostileBooks::changedPartsAreSurvived()
{
    QFETCH(QByteArray, part);
    const int rounds = qEnvironmentVariableIntValue("YICHUANG_ROUNDS");
    QRandomGenerator random(20261121);
    const QByteArray sound = m_parts.value(part);
    QVERIFY(!sound.isEmpty());
    const QByteArrayList values{"0",     "-1",   "4294967295", "18446744073709551616",
                                "",      "A1",   "A1:B0",      "ZZZZZ9",
                                "x",     "s",    "str",        "n",
                                "e",     "d",    "b",          "inlineStr",
                                "1e400", "true", "rId1",       "../../x"};
    QList<qsizetype> quotes;
    for (qsizetype at = sound.indexOf("=\""); at >= 0; at = sound.indexOf("=\"", at + 1))
        quotes.append(at + 2);
    for (int round = 0; round < std::max(rounds, 60); ++round) {
        QByteArray changed = sound;
        // Later ones first, so that the places stay right.
        QList<qsizetype> places;
        for (int i = random.bounded(1, 4); i > 0; --i)
            places.append(quotes[random.bounded(quotes.size())]);
        std::ranges::sort(places, std::greater());
        for (const qsizetype at : std::as_const(places)) {
            const QByteArray value = values[random.bounded(values.size())];
            if (random.bounded(4) > 0)
                changed.replace(at, changed.indexOf('"', at) - at, value);
            else if (const qsizetype tag = changed.indexOf("/>", at); tag >= 0)
                changed.insert(tag + 2,
                               "<v>" + value + "</v><row/><c/><c r=\"A1\" t=\"" + value
                                   + "\"><v>1</v><f t=\"shared\" si=\"9\"/></c>");
        }
        const sheets::BookContent content = sheets::readBook(withPart(part, changed), u"b"_s);
        QVERIFY(content.pack || !content.faults.isEmpty());
    }
}

void TestHostileBooks::harmlessExtrasAreNoFault_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a picture that is huge")
        << withPart("xl/media/image1.png", QByteArray(sheets::mostExpandedBytes + 1, ' '));
    QTest::newRow("a macro") << withPart("xl/vbaProject.bin", "macro");
    QTest::newRow("a link that leads nowhere")
        << withPart("xl/worksheets/_rels/sheet1.xml.rels",
                    "<Relationships "
                    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/table\" "
                    "Target=\"../../../x\"/></Relationships>");
    QTest::newRow("a sheet that says it is huge") << withReplaced(
        firstSheet, "<sheetData>", "<cols><col min=\"1\" max=\"16384\" width=\"9\"/></cols><sheetData>");
}

void TestHostileBooks::harmlessExtrasAreNoFault()
{
    QFETCH(QByteArray, bytes);
    const sheets::BookContent content = sheets::readBook(bytes, u"b"_s);
    QVERIFY2(content.pack, content.pack ? "" : qPrintable(content.faults.first().detail));
}

QTEST_GUILESS_MAIN(TestHostileBooks)
#include "tst_hostilebooks.moc"
