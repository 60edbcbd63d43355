#include "exacttext.h"
#include "papersample.h"

#include "core/domain/agent.h"
#include "core/base/datafolder.h"
#include "core/guides/packreader.h"
#include "core/guides/shelf.h"
#include "core/papers/guidepapers.h"
#include "core/papers/layout.h"
#include "core/papers/sheet.h"
#include "tests/core/guides/samplepack.h"

#include <QImage>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace papers;
using pdftools::PdfFile;

namespace {

const QDate today(2026, 11, 21);

/// 三政办〔2023〕32号 annex 3 §1, in its order.
const QStringList fullElements{u"“一件事一次办”事项名称及编码"_s,
                               u"联办事项及编码"_s,
                               u"牵头部门"_s,
                               u"联办部门"_s,
                               u"服务对象"_s,
                               u"设定依据"_s,
                               u"行使层级"_s,
                               u"申请条件"_s,
                               u"申请材料"_s,
                               u"中介服务"_s,
                               u"办理方式"_s,
                               u"办理流程"_s,
                               u"办理结果"_s,
                               u"承诺办结时限"_s,
                               u"收费情况"_s,
                               u"领取方式"_s,
                               u"咨询方式"_s,
                               u"监督投诉渠道"_s,
                               u"办理进程和结果查询"_s,
                               u"特殊注意事项"_s,
                               u"申请表（样本）及示范文本"_s,
                               u"承诺告知书（样本）及示范文本"_s,
                               u"事项办理流程图"_s,
                               u"常见错误示例"_s,
                               u"常见问题解答"_s};
const QStringList conciseElements{
    u"事项名称"_s,     u"联办事项"_s,           u"服务对象"_s,     u"行使层级"_s,
    u"申请材料"_s,     u"办理方式"_s,           u"办理流程"_s,     u"办理结果名称"_s,
    u"承诺办结时限"_s, u"收费情况"_s,           u"领取方式"_s,     u"咨询方式"_s,
    u"监督投诉渠道"_s, u"办理进程和结果查询"_s, u"特殊注意事项"_s, u"申请表（样本）及示范文本下载地址"_s};

QStringList headings(const Paper &paper)
{
    QStringList found;
    for (const Block &block : paper.blocks) {
        const auto *heading = std::get_if<Heading>(&block);
        if (heading && heading->level == 1)
            found << heading->text.section(u'、', 1);
    }
    return found;
}

QString all(const Paper &paper)
{
    return paper.texts().join(u'\n');
}

domain::Guide guideIn(const QJsonValue &pack, const QString &matter = u"birth"_s)
{
    return domain::guideOf(guides::readPack(bytesOf(pack.toObject()), u"test"_s).value(), matter).value();
}

}

class TestGuidePapers : public QObject
{
    Q_OBJECT

private:
    FormFolder m_forms = FormFolder::load(base::dataFolder() + u"/forms"_s).value();
    base::HallSettings m_hall = papersample::hall();
    guides::Shelf m_shelf;

    Paper full(const domain::Guide &guide, QDate day = today) const
    {
        return fullGuide(m_forms, {guide, m_hall, day}).value();
    }
    Paper concise(const domain::Guide &guide, QDate day = today) const
    {
        return conciseGuide(m_forms, {guide, m_hall, day}).value();
    }
    domain::Guide real(const QString &pack, const QString &matter) const
    {
        return domain::guideOf(*m_shelf.pack(pack), matter).value();
    }

    /// All of them are laid out; every fourth is also printed, which takes most of the time.
    void addMatters()
    {
        QTest::addColumn<domain::Guide>("guide");
        QTest::addColumn<bool>("isPrinted");
        int row = 0;
        for (const domain::GuidePack &pack : m_shelf.packs()) {
            for (const domain::Matter &matter : pack.matters)
                QTest::addRow("%s %s", qPrintable(pack.id), qPrintable(matter.id))
                    << *domain::guideOf(pack, matter.id) << (row++ % 4 == 0);
        }
        QTest::newRow("every key") << guideIn(samplePack()) << true;
        QTest::newRow("catalogue only") << guideIn(samplePack(), u"school"_s) << true;
    }

    /// What is wrong with \a paper as a PDF; empty: nothing.
    static QString printFault(const Paper &paper, qsizetype pages)
    {
        const QByteArray pdf = Sheet(paper).pdf().value();
        if (pdf.size() >= 80 * 1024 * pages)
            return u"%1 bytes on %2 pages"_s.arg(pdf.size()).arg(pages);
        return exacttext::fault(paper, PdfFile(pdf).pageTexts());
    }

    /// The text of a heading that stands alone at the foot of a page or panel; empty: none does.
    static QString lonelyHeading(const Paper &paper, const Layout &layout)
    {
        for (const Page &page : layout.pages) {
            for (qsizetype i = 0; i < page.strips.size(); ++i) {
                const int block = layout.strips[page.strips[i].strip].block;
                const bool isLast = i + 1 == page.strips.size() || page.strips[i + 1].x != page.strips[i].x;
                const auto *heading = block >= 0 ? std::get_if<Heading>(&paper.blocks[block]) : nullptr;
                if (isLast && heading)
                    return heading->text;
            }
        }
        return {};
    }

    /// A matter with \a count materials whose names are as long as they may get.
    domain::Guide manyMaterials(int count) const
    {
        domain::Guide guide = guideIn(samplePack());
        const domain::Material card = guide.materials[u"id-card"_s];
        for (int i = 0; i < count; ++i) {
            domain::Material material = card;
            material.id = u"m%1"_s.arg(i);
            material.name = u"第%1种"_s.arg(i)
                + papersample::stretched(u"户口簿身份证行政许可申请书𬭚𠮷瀍"_s, 56);
            material.format = papersample::stretched(u"A4，正反面复印在同一页；"_s, 60);
            guide.materials.insert(material.id, material);
            guide.matter.items[0].materials.append({.material = material.id});
        }
        return guide;
    }

private slots:
    void initTestCase()
    {
        m_shelf = guides::Shelf::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides"_s).value();
        QCOMPARE(m_shelf.packs().size(), 3);
    }

    void theFullGuideHasEveryElement_data() { addMatters(); }
    void theFullGuideHasEveryElement()
    {
        QFETCH(domain::Guide, guide);
        QFETCH(bool, isPrinted);
        const Paper paper = full(guide);
        QCOMPARE(headings(paper), fullElements);
        // No element is a heading only.
        for (qsizetype i = 0; i + 1 < paper.blocks.size(); ++i) {
            const auto *heading = std::get_if<Heading>(&paper.blocks[i]);
            const auto *next = std::get_if<Heading>(&paper.blocks[i + 1]);
            QVERIFY2(!heading || !next || heading->level > 1 || next->level > 1,
                     qPrintable(heading ? heading->text : QString()));
        }
        const Layout layout = layoutOf(paper);
        QCOMPARE(lonelyHeading(paper, layout), QString());
        if (isPrinted)
            QCOMPARE(printFault(paper, layout.pages.size()), QString());
        const QString text = all(paper);
        QVERIFY(text.contains(guide.matter.name));
        for (const domain::Item &item : guide.matter.items)
            QVERIFY2(text.contains(item.name) && text.contains(item.department), qPrintable(item.name));
    }

    void theLeafletHasEveryElementOnOneSheet_data() { addMatters(); }
    void theLeafletHasEveryElementOnOneSheet()
    {
        QFETCH(domain::Guide, guide);
        QFETCH(bool, isPrinted);
        const Paper paper = concise(guide);
        QCOMPARE(headings(paper), conciseElements);
        const Layout layout = layoutOf(paper);
        QCOMPARE(lonelyHeading(paper, layout), QString());
        QCOMPARE(layout.pages.size(), 2);
        QVERIFY(layout.width > layout.height);
        if (isPrinted)
            QCOMPARE(printFault(paper, 2), QString());
        const QString text = all(paper);
        for (const domain::Item &item : guide.matter.items)
            QVERIFY2(text.contains(item.name), qPrintable(item.name));
        for (const domain::Material &material : guide.materials) {
            const bool isShown = material.provenance.inForceOn(today) && material.id != domain::agentLetter().id; // of any case
            QVERIFY2(!isShown || text.contains(material.name), qPrintable(material.name));
        }
    }

    void theCodeIsOfThisVersion()
    {
        const domain::Guide guide = real(u"sanmenxia-personal"_s, u"newborn"_s);
        const QStringList code{u"https://yics.example.gov.cn/g/sanmenxia-personal/%1/newborn"_s.arg(guide.ref.version)};
        const Sheet whole(full(guide));
        QCOMPARE(PdfFile(whole.pdf().value()).codes(whole.pageCount(), 150), code);
        QCOMPARE(PdfFile(Sheet(concise(guide)).pdf().value()).codes(1, 150), code);
    }

    void everythingThatIsKnownIsInTheFullGuide_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"YJS-001",
                                  "000001",
                                  "新生儿父母",
                                  "母婴保健法",
                                  "本院出生",
                                  "在本市出生",
                                  "居民身份证法",
                                  "公安部门",
                                  "证件",
                                  "可出示电子证照",
                                  "双方",
                                  "数据共享、电子证照",
                                  "原件1份",
                                  "复印件1份",
                                  "样例路1号",
                                  "0398-0000000",
                                  "https://example.org",
                                  "助产机构",
                                  "1. 收件",
                                  "现场核查，不超过5个工作日（不计入时限）",
                                  "公示，所需时间未提供",
                                  "《出生医学证明》",
                                  "申请表样表",
                                  "签字",
                                  "1个工作日",
                                  "13个工作日",
                                  "取消收费文件",
                                  "窗口领取",
                                  "窗口咨询",
                                  "12345",
                                  "扫码查询",
                                  "可代办",
                                  "须本人到场",
                                  "张三",
                                  "□职工　□居民",
                                  "错误：漏带身份证",
                                  "。正确：请带原件",
                                  "问：能代办吗？",
                                  "答：可以。",
                                  "“父母是否参保？”为“一方已参加”",
                                  "“场所面积”（300平方米）",
                                  "https://example.org/form",
                                  "可信度：低",
                                  "至2030年12月31日止",
                                  "样例：材料、时限等"})
            QTest::newRow(words) << QString::fromUtf8(words);
    }
    void everythingThatIsKnownIsInTheFullGuide()
    {
        QFETCH(QString, words);
        const QString text = all(full(guideIn(samplePack())));
        QVERIFY2(text.contains(words) || words == u"证件"_s, qPrintable(text));
    }

    void whatIsNotKnownSaysSo()
    {
        const QString text = all(full(guideIn(samplePack(), u"school"_s)));
        QCOMPARE_GE(text.count(u"未提供"_s), 20);
        QVERIFY(text.contains(u"仅有官方清单内容"_s));
        QVERIFY(!text.contains(u"样例：材料"_s));
    }

    void lettersStandWhereTheyHaveAUse()
    {
        const QString without = all(full(guideIn(samplePack())));
        QVERIFY(!without.contains(u"容缺受理承诺书"_s)); // only 告知承诺 is allowed, and for that there is no letter
        QVERIFY(without.contains(u"部分材料可以告知承诺，承诺书文本（未提供"_s));
        const QString with = all(full(guideIn(withValue(samplePack(), u"materials[0].deferrable"_s, true))));
        QVERIFY(with.contains(u"本人＿＿＿＿＿＿＿＿承诺按期补交。"_s));
        QVERIFY(with.contains(u"《容缺受理承诺书》（示范文本"_s));
    }

    void rowsThatAreNotLawAreLeftOut_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QString>("term");
        QTest::newRow("before its first day") << QDate(2024, 1, 1) << true << u"自2025年5月10日起"_s;
        QTest::newRow("on its first day") << QDate(2025, 5, 10) << true << QString();
        QTest::newRow("last day of the material") << QDate(2030, 12, 31) << true << u"至2030年12月31日止"_s;
        QTest::newRow("the day after") << QDate(2031, 1, 1) << false << QString();
    }
    void rowsThatAreNotLawAreLeftOut()
    {
        QFETCH(QDate, day);
        QFETCH(bool, isThere);
        QFETCH(QString, term);
        const domain::Guide guide = guideIn(samplePack());
        for (const QString &text : {all(full(guide, day)), all(concise(guide, day))})
            QCOMPARE(text.contains(u"身份证："_s) || text.contains(u"\n身份证"_s), isThere);
        QVERIFY(all(full(guide, day)).contains(term));
        if (day == QDate(2025, 5, 10))
            QVERIFY(!all(full(guide, day)).contains(u"自2025年5月10日起"_s));
    }

    void shortLeafletsHaveLargerLetters()
    {
        const Paper few = concise(guideIn(samplePack(), u"school"_s));
        const Paper many = concise(manyMaterials(20));
        QCOMPARE_GT(few.scale, many.scale);
        QCOMPARE(layoutOf(few).pages.size(), 2);
    }

    void longLeafletsAreShortenedAndThenGoOn_data()
    {
        QTest::addColumn<int>("materials");
        QTest::addColumn<bool>("isShort");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("few") << 3 << false << false;
        QTest::newRow("twenty") << 20 << true << false;
        QTest::newRow("forty") << 40 << true << true;
        QTest::newRow("a hundred and twenty") << 120 << true << true;
    }
    void longLeafletsAreShortenedAndThenGoOn()
    {
        QFETCH(int, materials);
        QFETCH(bool, isShort);
        QFETCH(bool, goesOn);
        const Paper paper = concise(manyMaterials(materials));
        QCOMPARE(all(paper).contains(u"因篇幅所限"_s), isShort);
        const Sheet sheet(paper);
        QCOMPARE(sheet.pageCount() > 2, goesOn);
        const QStringList pages = PdfFile(sheet.pdf().value()).pageTexts();
        QCOMPARE(exacttext::fault(paper, pages), QString());
        QVERIFY(pages.last().contains(u"第%1页共%1页"_s.arg(pages.size())));
    }

    void fortyLongMaterialsAreWhole()
    {
        const domain::Guide guide = manyMaterials(40);
        domain::Case file;
        file.answers = {{u"insured"_s, u"one"_s}, {u"area"_s, u"500"_s}};
        const Paper list = personalList(m_forms, {guide, m_hall, today}, domain::planOf(file, guide, today)).value();
        for (const Paper &paper : {full(guide), list}) {
            const Layout layout = layoutOf(paper);
            QCOMPARE(printFault(paper, layout.pages.size()), QString());
            QVERIFY(all(paper).contains(u"第39种"_s));
        }
    }

    void thePersonalListHoldsOnlyWhatApplies_data()
    {
        QTest::addColumn<domain::Answers>("answers");
        QTest::addColumn<QStringList>("holds");
        QTest::addColumn<QStringList>("lacks");
        const domain::Answers usual{{u"certificate"_s, u"issued"_s}, {u"marriage"_s, u"married"_s},
                                    {u"settle"_s, u"mother"_s},      {u"ethnicity"_s, u"same"_s},
                                    {u"insured"_s, u"one"_s},        {u"applicant"_s, u"mother"_s},
                                    {u"agent"_s, u"self"_s}};
        const auto but = [&](const QString &situation, const QString &answer) {
            domain::Answers changed = usual;
            changed.insert(situation, answer);
            return changed;
        };
        QTest::newRow("certificate at hand")
            << usual << QStringList{u"已经签发"_s, u"社会保障卡申领"_s, u"父母结婚证"_s, u"最长31个工作日"_s}
            << QStringList{u"出生医学证明签发\n"_s, u"父母非当地"_s,   u"代办人有效身份证件"_s,
                           u"亲子鉴定意见书"_s,     u"以下事项要等"_s, u"没有回答"_s};
        QTest::newRow("no certificate yet")
            << but(u"certificate"_s, u"pending"_s) << QStringList{u"出生医学证明签发\n"_s, u"首次签发登记表"_s}
            << QStringList{u"（含副页）"_s};
        QTest::newRow("by an agent") << but(u"agent"_s, u"entrusted"_s)
                                     << QStringList{u"授权委托书"_s, u"代办人有效身份证件"_s}
                                     << QStringList{u"监护关系证明"_s};
        QTest::newRow("parents not insured") << but(u"insured"_s, u"none"_s) << QStringList{u"父母非当地城乡居民医保"_s}
                                             << QStringList{u"父母一方参加居民医保"_s};
        QTest::newRow("one question open")
            << but(u"insured"_s, QString())
            << QStringList{u"（尚未回答）"_s, u"注意：以下事项要等"_s, u"还有问题没有回答"_s}
            << QStringList{u"父（母）一方居民医保参保信息"_s};
    }
    void thePersonalListHoldsOnlyWhatApplies()
    {
        QFETCH(domain::Answers, answers);
        QFETCH(QStringList, holds);
        QFETCH(QStringList, lacks);
        const domain::Guide guide = real(u"sanmenxia-personal"_s, u"newborn"_s);
        domain::Case file;
        file.answers = answers;
        const domain::Plan plan = domain::planOf(file, guide, today);
        const Paper paper = personalList(m_forms, {guide, m_hall, today}, plan).value();
        const QString text = all(paper);
        for (const QString &words : holds)
            QVERIFY2(text.contains(words), qPrintable(words));
        for (const QString &words : lacks)
            QVERIFY2(!text.contains(words), qPrintable(words));
        for (const domain::Plan::MaterialLine &line : plan.materials)
            QVERIFY2(text.contains(line.material.name), qPrintable(line.material.name));
        const Sheet sheet(paper);
        const PdfFile pdf(sheet.pdf().value());
        QCOMPARE(exacttext::fault(paper, pdf.pageTexts()), QString());
        QCOMPARE(pdf.codes(sheet.pageCount(), 150).size(), 1);
    }

    void theSameGuideGivesTheSameFile()
    {
        const domain::Guide guide = real(u"sanmenxia-enterprise"_s, u"supermarket"_s);
        QVERIFY(full(guide) == full(guide));
        QCOMPARE(PdfFile(Sheet(concise(guide)).pdf().value()).pageTexts(),
                 PdfFile(Sheet(concise(guide)).pdf().value()).pageTexts());
    }
};

QTEST_GUILESS_MAIN(TestGuidePapers)
#include "tst_guidepapers.moc"
