#include "core/base/text.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void cleanLine_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<int>("longest");
        QTest::addColumn<QString>("clean");
        QTest::newRow("spaces at both ends go") << u"  张三 "_s << 20 << u"张三"_s;
        QTest::newRow("line breaks and tabs become one space") << u"张\r\n\t三"_s << 20 << u"张 三"_s;
        QTest::newRow("the middle dot of long names stays") << u"买买提·艾力"_s << 20 << u"买买提·艾力"_s;
        QTest::newRow("characters beyond U+FFFF are counted and cut whole") << u"𬭚𠮷田"_s << 2 << u"𬭚𠮷"_s;
        QTest::newRow("a null character is not text") << QString(QChar(0)) << 20 << QString();
    }
    void cleanLine()
    {
        QFETCH(QString, raw);
        QFETCH(int, longest);
        QTEST(base::cleanLine(raw, longest), "clean");
    }
    void aPastedBookIsCutToTheField()
    {
        const QString book(10 * 1024 * 1024, u'文');
        QCOMPARE(base::countCharacters(base::cleanLine(book, 200)), 200);
    }
    void normalizedCode_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("code");
        QTest::newRow("full-width digits") << u"４１０３０２"_s << u"410302"_s;
        QTest::newRow("trailing x") << u"41030219900307001x"_s << u"41030219900307001X"_s;
        QTest::newRow("spaces and dashes") << u" 411202-001A1 2026－1121 "_s << u"411202001A120261121"_s;
        QTest::newRow("Chinese stays, to be refused later") << u"身份证1"_s << u"身份证1"_s;
    }
    void normalizedCode()
    {
        QFETCH(QString, raw);
        QTEST(base::normalizedCode(raw), "code");
    }
};
QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
