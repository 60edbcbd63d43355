#include "core/domain/satisfaction.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

class TestSatisfaction final : public QObject
{
    Q_OBJECT

private slots:
    void levels_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("wants");
        QTest::newRow("1") << 1 << u"非常不满意"_s << true;
        QTest::newRow("2") << 2 << u"不满意"_s << true;
        QTest::newRow("3") << 3 << u"基本满意"_s << false;
        QTest::newRow("4") << 4 << u"满意"_s << false;
        QTest::newRow("5") << 5 << u"非常满意"_s << false;
    }
    void levels()
    {
        QFETCH(int, number);
        const auto level = satisfactionOf(number);
        QVERIFY(level);
        QCOMPARE(int(*level), number);
        QTEST(satisfactionWord(*level), "word");
        QTEST(wantsRectification(*level), "wants");
    }
    void others()
    {
        for (const int number : {0, 6, -1, 1'000'000})
            QVERIFY(!satisfactionOf(number));
    }

    /// Fifteen working days, the day itself not counted; over a holiday and over the end of the known years.
    void ends_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QDate>("due");
        QTest::addColumn<bool>("provisional");
        QTest::newRow("plain weeks") << QDate(2026, 11, 2) << QDate(2026, 11, 23) << false;
        QTest::newRow("rated on a Saturday") << QDate(2026, 11, 7) << QDate(2026, 11, 27) << false;
        QTest::newRow("over a free day") << QDate(2026, 9, 14) << QDate(2026, 10, 6) << false;
        QTest::newRow("into an unknown year") << QDate(2026, 12, 21) << QDate(2027, 1, 11) << true;
    }
    void ends()
    {
        QFETCH(QDate, day);
        const WorkCalendar calendar({{.year = 2026, .off = {QDate(2026, 10, 1)}}});
        const LimitEnd end = rectificationEnd(day, calendar);
        QTEST(end.day, "due");
        QTEST(end.provisional, "provisional");
    }
};

QTEST_APPLESS_MAIN(TestSatisfaction)
#include "tst_satisfaction.moc"
