#include "core/papers/sheet.h"
#include "core/papers/testpage.h"
#include "tests/core/papers/papersample.h"
#include "tests/core/papers/pdftools.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTestPage : public QObject
{
    Q_OBJECT

private slots:
    void everythingToLookAt_data()
    {
        QTest::addColumn<bool>("onRoll");
        QTest::newRow("A4") << false;
        QTest::newRow("80 mm") << true;
    }
    void everythingToLookAt()
    {
        QFETCH(bool, onRoll);
        const auto forms = papers::FormFolder::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/forms"_s);
        QVERIFY(forms);
        const QDateTime at(QDate(2026, 11, 22), QTime(9, 30));
        const auto paper = papers::testPage(*forms, papersample::hall(), u"counter-2"_s, u"tray-1"_s, at, onRoll);
        QVERIFY2(paper, qPrintable(paper ? QString() : paper.error().place + paper.error().detail));
        const papers::Sheet sheet(*paper);
        QCOMPARE(sheet.pageCount(), 1);
        QCOMPARE(sheet.raster().isNull(), !onRoll);
        const auto pdf = sheet.pdf();
        QVERIFY(pdf);
        const pdftools::PdfFile file(*pdf);
        QCOMPARE(file.codes(1, 203), (QStringList{u"yichuang:t/2026-11-22 09:30:00"_s, u"yichuang:t/counter-2"_s}));
        const QString text = file.pageTexts().join(QString());
        for (const QString &words : {u"counter-2"_s, u"2026-11-2209:30:00"_s, papersample::hall().windowName})
            QVERIFY2(text.contains(words), qPrintable(words));
        const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); // to look at it
        if (!folder.isEmpty())
            sheet.picture(0, 1.6).save(folder + (onRoll ? u"/test-80.png"_s : u"/test-a4.png"_s));
    }
};

QTEST_GUILESS_MAIN(TestTestPage)
#include "tst_testpage.moc"
