#include "app/guide/commandline.h"

#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

/// `yichuang-guide clock` on the shipped guides and calendars.
class TestClockCommand : public QObject
{
    Q_OBJECT

private slots:
    void everyDeadline();
    void says_data();
    void says();
    void exitCodes_data();
    void exitCodes();

private:
    int run(const QStringList &arguments)
    {
        const QString source = qEnvironmentVariable("YICHUANG_SOURCE");
        m_out.clear();
        m_err.clear();
        QTextStream out(&m_out);
        QTextStream err(&m_err);
        return runGuide(arguments + QStringList{u"--calendars"_s, source + u"/resources/calendars"_s},
                        source + u"/resources/guides"_s, out, err);
    }
    static QStringList newborn(const QStringList &more)
    {
        return QStringList{u"clock"_s, u"sanmenxia-personal"_s, u"newborn"_s} + more;
    }

    QString m_out;
    QString m_err;
};

/// Filed on the Friday before the Spring Festival of 2026; the Saturday after it is worked, the week after that is free.
void TestClockCommand::everyDeadline()
{
    QCOMPARE(run(newborn({u"--filed"_s, u"2026-02-13T16:30"_s, u"--answer"_s, u"insured=none"_s, u"--answer"_s,
                          u"certificate=pending"_s})),
             0);
    const QStringList lines = m_out.split(u'\n');
    QCOMPARE(lines[1], u"收件：2026-02-13 16:30"_s);
    QCOMPARE(lines[2], u"推送各联办部门、纸质材料递送牵头部门（2小时）：2026-02-14 09:30"_s);
    QCOMPARE(lines[3], u"受理或不予受理：2026-02-24（1个工作日）"_s);
    QVERIFY2(m_out.contains(u"出生医学证明签发 承诺办结：2026-02-24（即时）"_s), qPrintable(m_out));
    QVERIFY2(m_out.contains(u"社会保障卡申领 承诺办结：2026-04-08（31个工作日）"_s), qPrintable(m_out));
    QVERIFY2(m_out.contains(u"“一件事”承诺办结（最长路径）：2026-04-08（31个工作日）"_s), qPrintable(m_out));
    QVERIFY(!m_out.contains(u"暂定"_s));
}

void TestClockCommand::says_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("what");
    QTest::newRow("what is still to be answered") << QStringList{u"--filed"_s, u"2026-03-02T09:00"_s}
                                                  << u"insured=one（"_s;
    QTest::newRow("provisional into 2027") << QStringList{u"--filed"_s, u"2026-12-30T09:00"_s, u"--answer"_s, u"insured=none"_s}
                                           << u"【暂定：跨入尚无放假安排的年份】"_s;
    QTest::newRow("by the wall clock") << QStringList{u"--filed"_s, u"2026-02-13T16:30"_s, u"--wall-clock"_s}
                                       << u"（2小时）：2026-02-13 18:30"_s;
    QTest::newRow("other hours") << QStringList{u"--filed"_s, u"2026-03-02T11:30"_s, u"--hours"_s, u"09:00-12:00 13:00-17:00"_s}
                                 << u"（2小时）：2026-03-02 14:30"_s;
    QTest::newRow("accepted on a day") << QStringList{u"--filed"_s, u"2026-03-02T09:00"_s, u"--accepted"_s,
                                                      u"2026-03-02T10:00"_s, u"--answer"_s, u"insured=none"_s}
                                       << u"社会保障卡申领 承诺办结：2026-04-15（31个工作日）"_s;
}

void TestClockCommand::says()
{
    QFETCH(QStringList, more);
    QFETCH(QString, what);
    QCOMPARE(run(newborn(more)), 0);
    QVERIFY2(m_out.contains(what), qPrintable(m_out));
}

void TestClockCommand::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("no moment") << newborn({}) << 2;
    QTest::newRow("no such moment") << newborn({u"--filed"_s, u"2026-02-30T09:00"_s}) << 2;
    QTest::newRow("no hours") << newborn({u"--filed"_s, u"2026-03-02T09:00"_s, u"--hours"_s, u"always"_s}) << 2;
    QTest::newRow("no such question") << newborn({u"--filed"_s, u"2026-03-02T09:00"_s, u"--answer"_s, u"colour=red"_s}) << 1;
    QTest::newRow("no such answer") << newborn({u"--filed"_s, u"2026-03-02T09:00"_s, u"--answer"_s, u"insured=red"_s}) << 1;
    QTest::newRow("no such matter") << QStringList{u"clock"_s, u"sanmenxia-personal"_s, u"x"_s, u"--filed"_s, u"2026-03-02T09:00"_s}
                                    << 1;
    QTest::newRow("no such pack") << QStringList{u"clock"_s, u"x"_s, u"newborn"_s, u"--filed"_s, u"2026-03-02T09:00"_s} << 1;
}

void TestClockCommand::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QCOMPARE(run(arguments), code);
    QVERIFY(m_out.isEmpty());
    QVERIFY(!m_err.isEmpty());
}

QTEST_GUILESS_MAIN(TestClockCommand)
#include "tst_clockcommand.moc"
