#include "tests/core/guides/searchoracle.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The packs that are shipped.
class TestRealPacks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void areSound();
    void haveTheWholeCatalogue_data();
    void haveTheWholeCatalogue();
    void whatIsWorkedOutIsMarkedAsSample();
    void everyMatterHasItsGuide();
    void officialNotesAreCarriedByTheFile();
    void everyCharacterHasAReading();
    void everyMatterIsFoundByEveryPieceOfItsName();
    void foundAsPeopleSayIt_data();
    void foundAsPeopleSayIt();
    void foundByDepartmentAndMaterial_data();
    void foundByDepartmentAndMaterial();

private:
    static QString source() { return qEnvironmentVariable("YICHUANG_SOURCE"); }

    guides::Shelf m_shelf;
    guides::Pinyin m_pinyin;
};

void TestRealPacks::initTestCase()
{
    const auto shelf = guides::Shelf::load(source() + u"/resources/guides"_s);
    QVERIFY(shelf);
    m_shelf = *shelf;
    const auto pinyin = guides::Pinyin::load(source() + u"/resources/pinyin/readings.tsv"_s);
    QVERIFY(pinyin);
    m_pinyin = *pinyin;
}

void TestRealPacks::areSound()
{
    for (const base::Error &fault : m_shelf.faults())
        qWarning().noquote() << fault.place << fault.detail;
    QVERIFY(m_shelf.faults().isEmpty());
}

void TestRealPacks::haveTheWholeCatalogue_data()
{
    QTest::addColumn<int>("matters");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("national");
    QTest::addColumn<int>("provincial");
    QTest::newRow("luoyang-personal") << 31 << 152 << 8 << 12;
    QTest::newRow("sanmenxia-enterprise") << 31 << 130 << 5 << 20;
    QTest::newRow("sanmenxia-personal") << 22 << 125 << 8 << 12;
}

void TestRealPacks::haveTheWholeCatalogue()
{
    QFETCH(int, matters);
    const domain::GuidePack *pack = m_shelf.pack(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(pack);
    QCOMPARE(pack->matters.size(), matters);
    int rows = 0;
    int national = 0;
    int provincial = 0;
    for (qsizetype i = 0; i < matters; ++i) {
        const domain::Matter &matter = pack->matters[i];
        QCOMPARE(matter.sequence, i + 1);
        rows += int(matter.items.size());
        national += matter.mark == u'*';
        provincial += matter.mark == u'#';
    }
    QTEST(rows, "rows");
    QTEST(national, "national");
    QTEST(provincial, "provincial");
}

void TestRealPacks::whatIsWorkedOutIsMarkedAsSample()
{
    QStringList workedOut;
    for (const domain::GuidePack &pack : m_shelf.packs()) {
        for (const domain::Matter &matter : pack.matters) {
            QVERIFY2(matter.status != domain::MatterStatus::Official, "no lead department has released anything yet");
            const bool asks = std::ranges::any_of(matter.items, [](const auto &item) { return !item.materials.isEmpty(); });
            QVERIFY2(asks == (matter.status == domain::MatterStatus::Sample), qPrintable(matter.name));
            if (asks)
                workedOut << pack.id + u'/' + matter.id;
        }
    }
    for (const QString &matter : {u"sanmenxia-personal/newborn"_s, u"sanmenxia-enterprise/supermarket"_s,
                                  u"luoyang-personal/second-hand-house"_s})
        QVERIFY2(workedOut.contains(matter), qPrintable(matter));
}

void TestRealPacks::everyMatterHasItsGuide()
{
    for (const domain::GuidePack &pack : m_shelf.packs()) {
        for (const domain::Matter &matter : pack.matters) {
            const auto guide = m_shelf.guide({pack.id, pack.version, matter.id});
            QVERIFY2(guide, qPrintable(matter.id));
            QCOMPARE(guide->matter, matter);
        }
    }
}

void TestRealPacks::officialNotesAreCarriedByTheFile()
{
    QCOMPARE(m_shelf.pack(u"luoyang-personal"_s)->footnotes.size(), 2);
    QCOMPARE(m_shelf.pack(u"sanmenxia-enterprise"_s)->footnotes.size(), 4);
    QCOMPARE(m_shelf.pack(u"sanmenxia-personal"_s)->footnotes.size(), 3);
}

/// A character without one could be found by itself only.
void TestRealPacks::everyCharacterHasAReading()
{
    QString names;
    for (const domain::GuidePack &pack : m_shelf.packs()) {
        for (const domain::Matter &matter : pack.matters) {
            names += matter.name + matter.keywords.join(QString());
            for (const domain::Item &item : matter.items)
                names += item.name;
        }
    }
    for (const SearchOracle::Letter &letter : SearchOracle::spell(names, m_pinyin)) {
        if (QChar::script(letter.character) == QChar::Script_Han)
            QVERIFY2(!letter.readings.isEmpty(), qPrintable(QString::fromUcs4(&letter.character, 1)));
    }
}

/// One, two and three characters, and as many syllables and initials, from every place of every name.
void TestRealPacks::everyMatterIsFoundByEveryPieceOfItsName()
{
    const guides::MatterSearch search(m_shelf, m_pinyin);
    const auto isFound = [&](const QString &query, const domain::GuideRef &ref) {
        const QList<guides::MatterHit> hits = search.find(query, 1000);
        return std::ranges::any_of(
            hits, [&](const guides::MatterHit &hit) { return hit.ref == ref && hit.because.isEmpty(); });
    };
    for (const guides::MatterHit &matter : search.find(QString(), 1000)) {
        const SearchOracle::Spelled letters = SearchOracle::spell(matter.name, m_pinyin);
        for (qsizetype from = 0; from < letters.size(); ++from) {
            QString characters;
            QString syllables;
            QString initials;
            for (qsizetype at = from; at < std::min(from + 3, letters.size()); ++at) {
                const SearchOracle::Letter &letter = letters[at];
                const QString itself = QString::fromUcs4(&letter.character, 1);
                characters += itself;
                syllables += letter.readings.isEmpty() ? itself : QString::fromLatin1(letter.readings.last());
                initials += letter.readings.isEmpty() ? itself : QString::fromLatin1(letter.readings.first().first(1));
                for (const QString &query : {characters, syllables, initials})
                    QVERIFY2(isFound(query, matter.ref), qPrintable(matter.name + u' ' + query));
            }
        }
    }
}

void TestRealPacks::foundAsPeopleSayIt_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("first");
    QTest::newRow("newborn by initials") << u"xse"_s << u"新生儿出生一件事"_s;
    QTest::newRow("newborn by pinyin") << u"xinshenger"_s << u"新生儿出生一件事"_s;
    QTest::newRow("newborn by a mixture") << u"xin生er"_s << u"新生儿出生一件事"_s;
    QTest::newRow("supermarket in capitals") << u"ＫＣＳ"_s << u"开超市（便利店）"_s;
    QTest::newRow("part of a name before an item") << u"超市"_s << u"开超市（便利店）"_s;
    QTest::newRow("an item") << u"公章刻制"_s << u"企业开办"_s;
    QTest::newRow("the child's residence") << u"娃上户口"_s << u"新生儿出生一件事"_s;
    QTest::newRow("a small restaurant") << u"开个小饭馆"_s << u"开饭店（餐饮店）"_s;
    QTest::newRow("children by pinyin") << u"ertong"_s << u"儿童入学（小学、初中）"_s;
    QTest::newRow("the licence") << u"营业执照"_s << u"企业开办"_s;
    QTest::newRow("two words") << u"出生 shbz"_s << u"新生儿出生一件事"_s;
}

void TestRealPacks::foundAsPeopleSayIt()
{
    QFETCH(QString, query);
    const QList<guides::MatterHit> hits = guides::MatterSearch(m_shelf, m_pinyin).find(query, 10);
    QVERIFY(!hits.isEmpty());
    QTEST(hits.first().name, "first");
}

void TestRealPacks::foundByDepartmentAndMaterial_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("because");
    QTest::newRow("department") << u"公安"_s << u"公安部门"_s;
    QTest::newRow("department by initials") << u"rlzyshbz"_s << u"人力资源社会保障部门"_s;
    QTest::newRow("material") << u"食品经营许可申请"_s << u"食品经营许可申请"_s;
}

void TestRealPacks::foundByDepartmentAndMaterial()
{
    QFETCH(QString, query);
    QFETCH(QString, because);
    const QList<guides::MatterHit> hits = guides::MatterSearch(m_shelf, m_pinyin).find(query, 1000);
    QVERIFY(std::ranges::any_of(hits, [&](const guides::MatterHit &hit) { return hit.because.contains(because); }));
}

QTEST_APPLESS_MAIN(TestRealPacks)
#include "tst_realpacks.moc"
