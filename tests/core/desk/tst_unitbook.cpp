#include "core/desk/unitbook.h"
#include "core/domain/casenumber.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 12, 1);

domain::Case caseIn(const QString &region)
{
    domain::Case file;
    file.number = domain::CaseNumber{region, u"001"_s, u"A1"_s, day, 1}.text();
    return file;
}

domain::Item itemOf(const QString &department, const QString &level)
{
    domain::Item item;
    item.department = department;
    item.level = level;
    return item;
}

}

/// Who handles an item, as it is shown.
class TestUnitBook : public QObject
{
    Q_OBJECT

private slots:
    void shippedRoutingNamesUnits_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("department");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("unit"); // its beginning; empty: none, and why
        QTest::newRow("a county's own") << u"411221"_s << u"公安部门"_s << u"县级"_s << u"渑池县"_s;
        QTest::newRow("the city's") << u"411221"_s << u"公安部门"_s << u"市级"_s << u"三门峡市"_s;
        QTest::newRow("nobody there") << u"411221"_s << u"没有这个部门"_s << u"县级"_s << QString();
    }
    void shippedRoutingNamesUnits()
    {
        QFETCH(QString, region);
        QFETCH(QString, department);
        QFETCH(QString, level);
        QFETCH(QString, unit);
        const desk::UnitBook book(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/routing"_s);
        const auto handler = book.handlerOf(itemOf(department, level), caseIn(region), day);
        QVERIFY(handler);
        QVERIFY(handler->isSample); // until an official file stands there
        QCOMPARE(handler->unit.isEmpty(), unit.isEmpty());
        QVERIFY2(handler->unit.startsWith(unit), qPrintable(handler->unit));
        QCOMPARE(handler->why.isEmpty(), !unit.isEmpty());
        QVERIFY(book.faults().isEmpty());
    }

    void whatIsNotKnownIsNotNamed()
    {
        const desk::UnitBook book(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/routing"_s);
        const domain::Item item = itemOf(u"公安部门"_s, u"县级"_s);
        QVERIFY(!book.handlerOf(item, caseIn(u"110101"_s), day)); // a city of which there is no routing
        QVERIFY(!book.handlerOf(item, caseIn(u"411221"_s), QDate(2020, 1, 1))); // before it came into force
        QVERIFY(!book.handlerOf(item, domain::Case(), day));
        QVERIFY(!desk::UnitBook(u"/nowhere"_s).handlerOf(item, caseIn(u"411221"_s), day));
    }

    void aBrokenFileHidesNoOther()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/routing/sanmenxia.json"_s, folder.filePath(u"b.json"_s)));
        QFile broken(folder.filePath(u"a.json"_s));
        QVERIFY(broken.open(QFile::WriteOnly) && broken.write("{") == 1);
        broken.close();
        const desk::UnitBook book(folder.path());
        QVERIFY(book.handlerOf(itemOf(u"公安部门"_s, u"县级"_s), caseIn(u"411221"_s), day));
        QCOMPARE(book.faults().size(), 1);
        QVERIFY(book.faults().first().place.contains(u"a.json"_s));
    }
};

QTEST_GUILESS_MAIN(TestUnitBook)
#include "tst_unitbook.moc"
