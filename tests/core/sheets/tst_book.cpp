#include "core/guides/packreader.h"
#include "core/guides/packwriter.h"
#include "core/sheets/book.h"
#include "core/sheets/tables.h"
#include "tests/core/guides/samplepack.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::GuidePack;

/// What is written into a book is what is read from it.
class TestBook : public QObject
{
    Q_OBJECT

private slots:
    void comesBackWhole_data();
    void comesBackWhole();
    void everyKeyHasItsColumn();
    void headingsAreClear();
    void anotherProgramFindsTheDropDowns();
    void whatAnotherProgramChangedIsRead();
    void whatNoCellHoldsIsSaid();

private:
    static GuidePack read(const QByteArray &json)
    {
        const base::Result<GuidePack> pack = guides::readPack(json, u"a.json"_s);
        if (!pack)
            qFatal("%s", qPrintable(pack.error().place + u' ' + pack.error().detail));
        return *pack;
    }

    /// What Debian's Python says after \a script with the library openpyxl, called with \a arguments.
    static QString python(const QByteArray &script, const QStringList &arguments)
    {
        QProcess process;
        process.start(u"/usr/bin/python3"_s, QStringList{u"-c"_s, QString::fromUtf8(script)} + arguments);
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            qFatal("%s", process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    }
};

void TestBook::comesBackWhole_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("sample") << bytesOf(samplePack());
    QTest::newRow("overlay without matters")
        << QByteArray(R"({"format": 1, "pack": "county", "title": "县", "version": "1",
        "publisher": "p", "region": {"code": "411221", "name": "县"}, "audience": "企业", "source": "s", "from": "2026-01-01",
        "base": "sample-city", "drops": ["birth", "school/household"]})");
    QTest::newRow("what a table program likes to change")
        << bytesOf(withValue(withValue(withValue(samplePack(), u"title"_s, u"=1+1"_s), u"places[0].phone"_s, u"0398"_s),
                             u"places[0].name"_s, u"2026-11-21 _x0041_ _x 𠮷 <&> '"_s)
                       .toObject());
    const QDir folder(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides"_s);
    for (const QString &name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QFile::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestBook::comesBackWhole()
{
    QFETCH(QByteArray, json);
    const GuidePack pack = read(json);
    QElapsedTimer clock;
    clock.start();
    const base::Result<QByteArray> book = sheets::writeBook(pack);
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    const qint64 written = clock.restart();
    const sheets::BookContent content = sheets::readBook(*book, u"book.xlsx"_s);
    qInfo("%lld KB, written in %lld ms, read in %lld ms", book->size() / 1024, written, clock.elapsed());
    for (const base::Error &fault : content.faults)
        qWarning().noquote() << fault.place << fault.detail;
    QVERIFY(content.pack);
    QCOMPARE(guides::writePack(*content.pack), guides::writePack(pack));
    QVERIFY(*content.pack == pack);
}

/// The schema says which keys there are; each is a column or a sheet of its own.
void TestBook::everyKeyHasItsColumn()
{
    QFile file(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/schemas/guide-pack.schema.json"_s);
    QVERIFY(file.open(QFile::ReadOnly));
    const QJsonObject schema = jsonOf(file.readAll()).toObject();
    const QJsonObject parts = schema.value(u"definitions"_s).toObject();
    const QMap<QString, QString> partOf{
        {u"参数"_s, u"parameter"_s},     {u"地点"_s, u"place"_s},     {u"样本"_s, u"sample"_s},
        {u"样本内容"_s, u"sampleRow"_s}, {u"承诺书"_s, u"letter"_s},  {u"承诺书空白"_s, u"blank"_s},
        {u"字段"_s, u"field"_s},         {u"材料"_s, u"material"_s},  {u"审查要点"_s, u"checkpoint"_s},
        {u"一件事"_s, u"matter"_s},      {u"情形"_s, u"situation"_s}, {u"选项"_s, u"option"_s},
        {u"联办事项"_s, u"item"_s},      {u"办理方式"_s, u"path"_s},  {u"材料要求"_s, u"use"_s},
        {u"特别环节"_s, u"special"_s},   {u"受理方式"_s, u"way"_s},   {u"常见错误"_s, u"mistake"_s},
        {u"常见问题"_s, u"question"_s},  {u"多人名单"_s, u"roster"_s}};
    const QMap<QString, QString> objects{
        {u"service"_s, u"service"_s}, {u"region"_s, u"region"_s}, {u"attention"_s, u"attention"_s}};
    for (const sheets::Table &table : sheets::tables()) {
        const QJsonObject part = table.isHead() ? schema : parts.value(partOf.value(table.sheet)).toObject();
        QSet<QString> expected;
        const QStringList keys = part.value(u"properties"_s).toObject().keys();
        QVERIFY2(!keys.isEmpty(), qPrintable(table.sheet));
        for (const QString &key : keys) {
            const QStringList inner
                = parts.value(objects.value(key)).toObject().value(u"properties"_s).toObject().keys();
            for (const QString &one : inner)
                expected.insert(key + u'.' + one);
            if (inner.isEmpty() && !(table.isHead() && key == u"format"_s))
                expected.insert(key);
        }
        QSet<QString> found;
        for (const sheets::Column &column : table.columns)
            found.insert(column.key);
        const QStringList lists = table.isHead() ? QStringList() : table.owners + QStringList{table.list};
        for (const sheets::Table &inner : sheets::tables()) {
            if (!inner.isHead() && (inner.owners == lists || (table.isHead() && inner.isOfPackToo)))
                found.insert(inner.list);
        }
        QCOMPARE(found, expected);
    }
}

void TestBook::headingsAreClear()
{
    QSet<QString> names;
    for (const sheets::Table &table : sheets::tables()) {
        QVERIFY2(!names.contains(table.sheet), qPrintable(table.sheet));
        names.insert(table.sheet);
        QSet<QString> headings;
        for (const sheets::Column &column : sheets::columnsOf(table)) {
            const QString place = table.sheet + u' ' + column.heading;
            QVERIFY2(!column.heading.isEmpty() && !headings.contains(column.heading), qPrintable(place));
            headings.insert(column.heading);
            QVERIFY2(!column.note.isEmpty(), qPrintable(place));
            const bool isWord = column.kind == sheets::Kind::Word || column.kind == sheets::Kind::Words;
            QCOMPARE(column.choices.isEmpty(), !isWord);
            const bool isReference = column.kind == sheets::Kind::Reference || column.kind == sheets::Kind::References;
            QCOMPARE(column.sheet.isEmpty(), !isReference);
        }
    }
    QCOMPARE(names.size(), 21);
}

void TestBook::anotherProgramFindsTheDropDowns()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly) && file.write(*sheets::writeBook(read(bytesOf(samplePack())))) > 0);
    file.close();
    const QString said = python(R"(
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print("sheets", *book.sheetnames)
for sheet in book:
    print("frozen", sheet.title, sheet.freeze_panes)
    for rule in sheet.data_validations.dataValidation:
        print("choice", sheet.title, rule.sqref, rule.type, rule.formula1)
    for cell in sheet[1]:
        if cell.comment: print("note", sheet.title, cell.coordinate, cell.value, cell.comment.text)
material = book["材料"]
print("cell", material["F2"].value, material["F2"].data_type, material["P2"].value, material["P2"].number_format, material["B2"].number_format)
print("wrap", material["B2"].alignment.wrap_text, material.column_dimensions["B"].width > 20)
)",
                                {path});
    QStringList titles;
    for (const sheets::Table &table : sheets::tables()) {
        titles.append(table.sheet);
        QVERIFY2(said.contains(u"frozen %1 A2\n"_s.arg(table.sheet)), qPrintable(table.sheet));
    }
    QVERIFY(said.startsWith(u"sheets "_s + titles.join(u' ') + u'\n'));
    for (const QString &line :
         {u"choice 材料 E2:E5001 list \"核验原件,收取原件,复印件,申请表,电子查验\""_s,
          u"choice 材料 J2:J5001 list \"是,否\""_s, u"choice 材料 M2:M5001 list '样本'!$A$2:$A$5001"_s,
          u"choice 材料要求 B2:B5001 list '联办事项'!$B$2:$B$5001"_s,
          u"choice 材料要求 C2:C5001 list '材料'!$A$2:$A$5001"_s, u"choice 指南包 B8 list \"个人,企业\""_s,
          u"note 材料 A1 编号 必填。同一编号就是同一材料，各事项共用，只交一次"_s,
          u"cell 1 n 2020-01-01 00:00:00 yyyy-mm-dd @"_s, u"wrap True True"_s})
        QVERIFY2(said.contains(line + u'\n'), qPrintable(line + u"\n\n"_s + said));
    // Every column has its note, every closed list and reference its drop-down.
    qsizetype notes = 0;
    qsizetype choices = 0;
    for (const sheets::Table &table : sheets::tables()) {
        for (const sheets::Column &column : sheets::columnsOf(table)) {
            notes += !table.isHead();
            choices += column.kind == sheets::Kind::Word || column.kind == sheets::Kind::Flag
                || column.kind == sheets::Kind::Reference;
        }
    }
    QCOMPARE(said.count(u"note "_s), notes);
    QCOMPARE(said.count(u"choice "_s), choices);
}

void TestBook::whatAnotherProgramChangedIsRead()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly) && file.write(*sheets::writeBook(read(bytesOf(samplePack())))) > 0);
    file.close();
    python(R"(
import sys, datetime, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
material = book["材料"]
material["B2"] = "居民身份证"
material["F2"] = 3
material["P2"] = datetime.date(2021, 5, 6)
book["联办事项"]["I2"] = "insured=none"
question = book["常见问题"]
question.append(["birth", "要多久？", "当场。"])
book.save(sys.argv[1])
)",
           {path});
    QVERIFY(file.open(QFile::ReadOnly));
    const sheets::BookContent content = sheets::readBook(file.readAll(), u"book.xlsx"_s);
    QVERIFY2(content.pack,
             content.pack ? "" : qPrintable(content.faults.first().place + content.faults.first().detail));
    QJsonValue expected = withValue(samplePack(), u"materials[0].name"_s, u"居民身份证"_s);
    expected = withValue(expected, u"materials[0].originals"_s, 3);
    expected = withValue(expected, u"materials[0].from"_s, u"2021-05-06"_s);
    expected = withValue(expected, u"matters[0].items[0].when"_s, jsonOf(R"({"answer": "insured", "is": "none"})"));
    expected = withValue(expected, u"matters[0].faq[1]"_s, jsonOf(R"({"question": "要多久？", "answer": "当场。"})"));
    QCOMPARE(guides::writePack(*content.pack), guides::writePack(read(bytesOf(expected.toObject()))));
}

/// A hundred texts of two thousand characters do not fit into one cell.
void TestBook::whatNoCellHoldsIsSaid()
{
    QJsonArray notes;
    for (int i = 0; i < 20; ++i)
        notes.append(QString::number(i) + QString(1990, u'注'));
    const base::Result<QByteArray> book
        = sheets::writeBook(read(bytesOf(withValue(samplePack(), u"footnotes"_s, notes).toObject())));
    QVERIFY(!book);
    QCOMPARE(book.error().detail, u"指南包 第 18 行“清单的注”：内容超过一个单元格的容量（32767 个字）"_s);
}

QTEST_GUILESS_MAIN(TestBook)
#include "tst_book.moc"
