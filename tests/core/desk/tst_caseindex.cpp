#include "tests/core/desk/manycases.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using desk::CaseIndex;
using desk::FoundIn;
using desk::IndexedCase;

namespace {

std::shared_ptr<const guides::Pinyin> pinyin()
{
    static const auto loaded = std::make_shared<const guides::Pinyin>(
        *guides::Pinyin::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/pinyin/readings.tsv"_s));
    return loaded;
}

const GuideRef newborn{u"sanmenxia-personal"_s, u"2026.1"_s, u"newborn"_s};
const GuideRef housing{u"sanmenxia-personal"_s, u"2026.1"_s, u"housing-fund-loan"_s};

IndexedCase someCase(const QString &id, const QString &name = u"欧阳修文"_s)
{
    return {.id = id,
            .number = u"411202001A1202611210001K"_s,
            .guide = newborn,
            .matter = u"新生儿出生"_s,
            .stage = Stage::Filed,
            .openedAt = QDateTime(QDate(2026, 11, 21), QTime(9, 30)),
            .foundBy = {{name, u"李重光"_s, u"三门峡样例商贸有限公司"_s}, {u"41030219900307001X"_s, u"91410300MA9F000154"_s}, {u"13812345678"_s}}};
}

QStringList idsOf(const QList<desk::CaseHit> &hits)
{
    QStringList ids;
    for (const desk::CaseHit &hit : hits)
        ids << hit.caseId;
    return ids;
}

}

/// Cases are found by what is typed, and nothing that fits is missed.
class TestCaseIndex : public QObject
{
    Q_OBJECT

private slots:
    void findsBy_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("in"); // -1: not at all
        const auto row = [](const char *name, const QString &query, std::optional<FoundIn> in) {
            QTest::newRow(name) << query << (in ? int(*in) : -1);
        };
        row("the end of the number", u"0001k"_s, FoundIn::Number);
        row("the number in groups", u"411202-001A1-2026"_s, FoundIn::Number);
        row("full-width digits", u"２０２６１１２１"_s, FoundIn::Number);
        row("three digits are too few", u"411"_s, {});
        row("day of birth", u"0307"_s, FoundIn::Identity);
        row("the end of the identity number", u"001x"_s, FoundIn::Identity);
        row("credit code", u"ma9f"_s, FoundIn::Identity);
        row("over the seam of two numbers", u"01X9141"_s, {});
        row("phone", u"5678"_s, FoundIn::Phone);
        row("phone with blanks", u"138 1234"_s, FoundIn::Phone);
        row("surname", u"欧阳"_s, FoundIn::NameStart);
        row("initials", u"oyxw"_s, FoundIn::NameStart);
        row("full pinyin", u"ouyangxiuwen"_s, FoundIn::NameStart);
        row("characters and letters", u"欧yxiu"_s, FoundIn::NameStart);
        row("another person's name, either reading", u"lizhong"_s, FoundIn::NameStart);
        row("the other reading", u"lichongguang"_s, FoundIn::NameStart);
        row("given name", u"xiuwen"_s, FoundIn::Name);
        row("enterprise", u"样例商贸"_s, FoundIn::Name);
        row("over the seam of two names", u"wenli"_s, {});
        row("matter", u"xse"_s, FoundIn::Matter);
        row("matter by characters", u"出生"_s, FoundIn::Matter);
        row("nothing", QString(), {});
        row("blanks", u"  - "_s, {});
        row("nobody", u"zhangsan"_s, {});
        row("longer than any name", QString(90, u'x'), {});
    }
    void findsBy()
    {
        QFETCH(QString, query);
        CaseIndex index(pinyin());
        index.put(someCase(u"a"_s));
        const QList<desk::CaseHit> hits = index.find(query, 10);
        QTEST(hits.isEmpty() ? -1 : int(hits.first().in), "in");
        for (const desk::CaseHit &hit : hits) {
            QCOMPARE(hit.applicant, u"欧阳**"_s);
            QCOMPARE(hit.number, u"411202001A1202611210001K"_s);
            QCOMPARE(hit.matter, u"新生儿出生"_s);
            QCOMPARE(hit.stage, Stage::Filed);
        }
    }
    void aLongNameTypedInFullPinyin()
    {
        CaseIndex index(pinyin());
        const QString name = u"三门峡市湖滨区黄河路样例新能源汽车零部件制造有限公司"_s;
        index.put(someCase(u"a"_s, name));
        QString typed;
        for (const guides::Spelling::Letter &letter : guides::spelled(name, *pinyin()).letters)
            typed += QLatin1String(letter.readings.first());
        QVERIFY(typed.size() > 63);
        QCOMPARE(index.find(typed, 10).size(), 1);
        QCOMPARE(index.find(typed.left(80) + u"q"_s, 10).size(), 0);
    }
    void whatIsPutAgainTakesTheOldPlaceAndIsNewest()
    {
        CaseIndex index(pinyin());
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
            index.put(someCase(id));
        QCOMPARE(idsOf(index.find(u"oyxw"_s, 10)), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
        QCOMPARE(idsOf(index.find(u"oyxw"_s, 2)), (QStringList{u"c"_s, u"b"_s}));
        index.put(someCase(u"a"_s, u"赵六"_s));
        QCOMPARE(idsOf(index.find(u"oyxw"_s, 10)), (QStringList{u"c"_s, u"b"_s}));
        QCOMPARE(idsOf(index.find(u"0307"_s, 10)), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
        QCOMPARE(index.size(), 3);
    }
    void duplicatesAreOfThePersonAndTheMatter()
    {
        CaseIndex index(pinyin());
        IndexedCase older = someCase(u"older"_s);
        older.guide.version = u"2025.1"_s;
        older.stage = Stage::Abandoned;
        index.put(older);
        IndexedCase otherMatter = someCase(u"other matter"_s);
        otherMatter.guide = housing;
        index.put(otherMatter);
        IndexedCase otherPerson = someCase(u"other person"_s);
        otherPerson.foundBy.identities = {u"410302199003070010"_s};
        index.put(otherPerson);
        index.put(someCase(u"now"_s));
        QCOMPARE(idsOf(index.withIdentity(u"41030219900307001x"_s, newborn, 10)), (QStringList{u"now"_s, u"older"_s}));
        QCOMPARE(idsOf(index.withIdentity(u"91410300MA9F000154"_s, housing, 10)), QStringList{u"other matter"_s});
        QCOMPARE(index.withIdentity(u"4103021990030700"_s, newborn, 10).size(), 0);
        QCOMPARE(index.withIdentity({}, newborn, 10).size(), 0);
        QCOMPARE(idsOf(index.withAnyIdentity({u"41030219900307001x"_s, u"410302199003070010"_s}, newborn, 10)),
                 (QStringList{u"now"_s, u"other person"_s, u"older"_s}));
        QCOMPARE(idsOf(index.withAnyIdentity({u"4103021990030700"_s, u"91410300MA9F000154"_s}, housing, 10)),
                 QStringList{u"other matter"_s});
        QCOMPARE(index.withAnyIdentity({u"4103021990030700"_s, {}}, newborn, 10).size(), 0);
        QCOMPARE(idsOf(index.withAnyIdentity({u"41030219900307001x"_s}, newborn, 1)), QStringList{u"now"_s});
    }
    void nothingIsMissed()
    {
        many::Cases cases({{newborn, u"新生儿出生"_s}, {housing, u"个人公积金贷款"_s}});
        CaseIndex index(pinyin());
        QList<IndexedCase> entries;
        for (int i = 0; i < 2000; ++i) {
            entries.append(cases.next());
            index.put(entries.last());
        }
        for (int i = 0; i < 6000; ++i) { // so many changes that the index tidies itself up
            IndexedCase again = entries.takeAt(cases.pick(entries.size()));
            again.foundBy.phones = {u"139%1"_s.arg(cases.pick(100000000), 8, 10, QLatin1Char('0'))};
            entries.append(again);
            index.put(again);
        }
        QCOMPARE(index.size(), 2000);
        int found = 0;
        for (int i = 0; i < 600; ++i) {
            const QString query = cases.query(entries[cases.pick(entries.size())], *pinyin());
            const QStringList ids = idsOf(index.find(query, 20));
            QVERIFY2(ids == many::oracle(entries, query, *pinyin(), 20), qPrintable(query));
            found += !ids.isEmpty();
        }
        QVERIFY(found > 400);
    }
};
QTEST_APPLESS_MAIN(TestCaseIndex)
#include "tst_caseindex.moc"
