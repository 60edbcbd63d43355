#include "papersample.h"

#include "core/base/datafolder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::VerdictKind;
using Form = domain::Material::Form;
using Way = domain::Material::Acquisition;

class TestCasePapers : public QObject
{
    Q_OBJECT

private:
    papers::FormFolder m_forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value();

    papers::Paper notice(const papersample::Printable &sample, int copy = 1, bool draft = false) const
    {
        return papers::correctionNotice(m_forms, sample.facts(copy, draft), sample.notice).value();
    }
    papers::Paper receipt(const papersample::Printable &sample, int copy = 1, bool draft = false) const
    {
        return papers::filingReceipt(m_forms, sample.facts(copy, draft), sample.filing).value();
    }
    static QString all(const papers::Paper &paper) { return paper.texts().join(u'\n'); }

private slots:
    void theNoticeNamesEveryGapInOneTable()
    {
        const auto sample = papersample::longest();
        const papers::Paper paper = notice(sample);
        const auto table = std::find_if(paper.blocks.begin(), paper.blocks.end(), [](const papers::Block &block) {
            return std::holds_alternative<papers::Table>(block);
        });
        QVERIFY(table != paper.blocks.end());
        const auto &rows = std::get<papers::Table>(*table).rows;
        QCOMPARE(rows.size(), sample.notice.gaps.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const domain::Gap &gap = sample.notice.gaps[i];
            QCOMPARE(rows[i],
                     (QStringList{QString::number(i + 1), gap.materialName, gap.items.join(u'、'), gap.reason}));
        }
        QVERIFY(all(paper).contains(u"以上共40项，为本次申请需要补正的全部内容"_s));
    }

    void everybodyIsNamed()
    {
        using Kind = domain::Field::Kind;
        using Role = domain::Field::Role;
        auto sample = papersample::newborn();
        const auto add = [&](const QString &id, const QString &label, Kind kind, Role role, const QString &value) {
            domain::Field field{.id = id, .label = label, .kind = kind, .role = role};
            sample.plan.fields.append({field, value, domain::FieldFault::None});
            return field;
        };
        QVERIFY(!all(receipt(sample)).contains(u"代理人"_s));
        QVERIFY(!all(receipt(sample)).contains(u"人员名单"_s));
        const domain::Field child = add(u"child-name"_s, u"新生儿姓名"_s, Kind::PersonName, Role::Subject, u"张小一"_s);
        add(u"agent-name"_s, u"代理人姓名"_s, Kind::PersonName, Role::Agent, u"赵六"_s);
        add(u"agent-id"_s, u"代理人证件号码"_s, Kind::IdNumber, Role::Agent, u"41030219900307001X"_s);
        add(u"agent-scope"_s, u"委托事项"_s, Kind::Text, Role::Agent, u"代办出生登记"_s);
        add(u"agent-until"_s, u"委托期限"_s, Kind::Date, Role::Agent, u"办结"_s);
        sample.plan.agentActs = true;
        QString text = all(receipt(sample));
        QVERIFY(text.contains(u"当事人\n张小一"_s));
        QVERIFY(text.contains(u"赵六（代办出生登记，至委托事项办结）"_s));
        QVERIFY(text.contains(u"代理人赵六（410***********001X）"_s));
        QVERIFY(!text.contains(u"人员名单"_s));
        domain::Plan::RosterLine roster{.roster = {u"children"_s, u"子女"_s, {u"child-name"_s}, {}}, .columns = {child}, .people = {}};
        for (int i = 1; i <= 7; ++i)
            roster.people.append({.person = {i, {{u"child-name"_s, u"张小"_s + QString::number(i)}}}, .faults = {}, .twice = false});
        sample.plan.rosters = {roster};
        text = all(receipt(sample));
        QVERIFY(text.contains(u"张小1、张小2、张小3、张小4、张小5等7人"_s));
        QVERIFY(text.contains(u"人员名单（8人）"_s));
        QVERIFY(text.contains(u"张小7"_s));
        QVERIFY(!text.contains(u"其他人员"_s));
    }

    void namesInFullNumbersMasked()
    {
        for (const papers::Paper &paper : {notice(papersample::newborn()), receipt(papersample::newborn())}) {
            QVERIFY(all(paper).contains(u"张三丰"_s));
            QVERIFY(all(paper).contains(u"138****5678"_s));
            QVERIFY(!all(paper).contains(u"13812345678"_s));
            QVERIFY(!all(paper).contains(u"19900307"_s));
        }
        QVERIFY(all(receipt(papersample::newborn())).contains(u"411***********123X"_s));
    }

    void whoWhereAndWhen()
    {
        const papers::Paper paper = notice(papersample::newborn());
        QCOMPARE(paper.number, u"编号："_s + domain::groupedNumber(papersample::newborn().file.number));
        QCOMPARE(paper.author, u"湖滨区政务服务中心"_s);
        for (const QString &words : {u"湖滨区政务服务中心综合受理01号窗口"_s, u"王芳"_s, u"0398-2123456"_s,
                                     u"样例路1号"_s, u"13:30–17:30"_s, u"2026年11月21日 14:05"_s})
            QVERIFY2(all(paper).contains(words), qPrintable(words));
    }

    void addressAndHoursAreLeftOutWhenTheHallHasNone()
    {
        auto sample = papersample::newborn();
        sample.hall.address.clear();
        sample.hall.officeHours.clear();
        QVERIFY(!all(notice(sample)).contains(u"办理地址"_s));
        QVERIFY(!all(notice(sample)).contains(u"办公时间"_s));
    }

    void marks_data()
    {
        QTest::addColumn<int>("copy");
        QTest::addColumn<bool>("draft");
        QTest::addColumn<QString>("mark");
        QTest::newRow("first print") << 1 << false << QString();
        QTest::newRow("second print") << 2 << false << u"补打 第2次"_s;
        QTest::newRow("eleventh print") << 11 << false << u"补打 第11次"_s;
        QTest::newRow("not issued yet") << 1 << true << u"草稿"_s;
    }
    void marks()
    {
        QFETCH(int, copy);
        QFETCH(bool, draft);
        QTEST(notice(papersample::newborn(), copy, draft).mark, "mark");
        QTEST(receipt(papersample::newborn(), copy, draft).mark, "mark");
    }

    void aSampleGuideSaysSoAtTheFootOfThePaper()
    {
        auto sample = papersample::newborn();
        const QString words = u"材料清单为样例数据，不作为正式办事指南"_s;
        QVERIFY(notice(sample).footer.contains(words));
        QVERIFY(receipt(sample).footer.contains(words));
        QVERIFY(notice(sample).footer.contains(u"2026.11.1"_s));
        sample.guide.matter.status = domain::MatterStatus::Official;
        QVERIFY(!all(notice(sample)).contains(u"样例数据"_s));
        QVERIFY(!all(receipt(sample)).contains(u"样例数据"_s));
    }

    void aLaterNoticeOwnsUpToWhatTheFirstForgot()
    {
        auto sample = papersample::newborn();
        QVERIFY(!all(notice(sample)).contains(u"疏漏"_s));
        QVERIFY(!all(notice(sample)).contains(u"告知次序"_s));
        sample.notice.number = 2;
        sample.notice.secondTelling = {u"落户方居民户口簿"_s};
        QVERIFY(all(notice(sample)).contains(u"落户方居民户口簿应当在首次告知时一并提出，因窗口疏漏未能告知"_s));
        QVERIFY(all(notice(sample)).contains(u"第2次告知"_s));
    }

    void aDraftBeforeAnyGap()
    {
        auto sample = papersample::newborn();
        sample.notice.gaps.clear();
        const papers::Paper paper = notice(sample, 1, true);
        QVERIFY(all(paper).contains(u"材料正在核验"_s));
        QVERIFY(!all(paper).contains(u"以上共"_s));
    }

    void howEachMaterialWasVerified_data()
    {
        QTest::addColumn<Form>("form");
        QTest::addColumn<int>("copies");
        QTest::addColumn<domain::Verdict>("verdict");
        QTest::addColumn<QStringList>("cells");
        const auto row = [](const char *name, Form form, int copies, const domain::Verdict &verdict,
                            const QStringList &cells) { QTest::newRow(name) << form << copies << verdict << cells; };
        row("original shown", Form::OriginalShown, 0, {.kind = VerdictKind::OriginalSeen},
            {u"原件"_s, u"原件1"_s, u"原件已核"_s});
        row("original shown, copy kept", Form::OriginalShown, 2, {.kind = VerdictKind::OriginalSeen},
            {u"原件"_s, u"原件1，复印件2"_s, u"原件已核，收复印件"_s});
        row("original kept", Form::OriginalKept, 0, {.kind = VerdictKind::OriginalSeen},
            {u"原件"_s, u"原件1"_s, u"原件已收"_s});
        row("form", Form::FilledForm, 0, {.kind = VerdictKind::OriginalSeen}, {u"申请表"_s, u"原件1"_s, u"原件已收"_s});
        row("copy", Form::Copy, 1, {.kind = VerdictKind::CopyKept}, {u"复印件"_s, u"原件1，复印件1"_s, u"收复印件"_s});
        row("shared data", Form::Electronic, 0, {.kind = VerdictKind::Exempt, .from = Way::Shared},
            {u"电子材料"_s, u"—"_s, u"免提交·数据共享"_s});
        row("e-licence", Form::OriginalShown, 1, {.kind = VerdictKind::Exempt, .from = Way::ELicence},
            {u"原件"_s, u"—"_s, u"免提交·电子证照"_s});
        row("held", Form::OriginalShown, 1, {.kind = VerdictKind::Exempt, .from = Way::Held},
            {u"原件"_s, u"—"_s, u"免提交·已存材料"_s});
        row("deferred", Form::OriginalShown, 1, {.kind = VerdictKind::Deferred, .due = QDate(2026, 12, 1)},
            {u"原件"_s, u"—"_s, u"容缺，至2026年12月1日"_s});
        row("committed", Form::OriginalShown, 1, {.kind = VerdictKind::Committed}, {u"原件"_s, u"—"_s, u"告知承诺"_s});
        row("not looked at", Form::OriginalShown, 1, {}, {u"原件"_s, u"—"_s, u"未核验"_s});
    }
    void howEachMaterialWasVerified()
    {
        QFETCH(Form, form);
        QFETCH(int, copies);
        QFETCH(domain::Verdict, verdict);
        auto sample = papersample::newborn();
        sample.plan.materials.clear();
        papersample::addMaterial(sample, u"m"_s, u"材料"_s, form, 1, copies, {}, verdict);
        const papers::Paper paper = receipt(sample);
        QStringList cells;
        for (const papers::Block &block : paper.blocks) {
            if (const auto *table = std::get_if<papers::Table>(&block))
                cells = table->rows.last(); // the second table is that of the materials
        }
        QTEST(cells.mid(2), "cells");
    }

    void whatTheReceiptStates()
    {
        auto sample = papersample::newborn();
        QVERIFY(all(receipt(sample)).contains(u"材料齐全，符合法定形式，现予收件"_s));
        QVERIFY(!all(receipt(sample)).contains(u"承诺书"_s));
        sample.file.verdicts[u"book"_s] = {.kind = VerdictKind::Deferred, .due = QDate(2026, 12, 1)};
        sample.file.verdicts[u"photo"_s] = {.kind = VerdictKind::Committed};
        const QString promised = all(receipt(sample));
        QVERIFY(promised.contains(u"除下列容缺、承诺的材料外均已齐全"_s));
        QVERIFY(promised.contains(u"《落户方居民户口簿》最迟于2026年12月1日补交"_s));
        QVERIFY(promised.contains(u"告知承诺（已签署承诺书）：《新生儿近期免冠照片》"_s));
    }

    void theClocksInWords()
    {
        const QString words = all(receipt(papersample::newborn()));
        QVERIFY(words.contains(u"自收件起2小时内（2026年11月21日 16:05前）"_s));
        QVERIFY(words.contains(u"1个工作日内作出受理或者不予受理的决定"_s));
        QVERIFY(words.contains(u"自受理时起计算办理时限"_s));
    }

    void promises_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("words");
        QTest::newRow("at once") << 0 << u"即时办结"_s;
        QTest::newRow("five days") << 5 << u"5个工作日"_s;
        QTest::newRow("not known") << -1 << u"以受理通知书为准"_s;
    }
    void promises()
    {
        QFETCH(int, days);
        auto sample = papersample::newborn();
        sample.plan.items.clear();
        papersample::addItem(sample, u"事项"_s, u"部门"_s, days);
        const papers::Paper paper = receipt(sample);
        for (const papers::Block &block : paper.blocks) {
            if (const auto *table = std::get_if<papers::Table>(&block)) {
                QTEST(table->rows.first().last(), "words");
                return;
            }
        }
        QFAIL("no table");
    }

    void droppedItemsAreNotOnThePaper()
    {
        auto sample = papersample::newborn();
        sample.plan.items[4].chosen = false;
        QVERIFY(!all(receipt(sample)).contains(u"社会保障卡申领"_s));
    }

    void codes()
    {
        auto sample = papersample::newborn();
        QCOMPARE(papers::caseCode(sample.file.number, sample.hall),
                 u"https://yics.example.gov.cn/c/"_s + sample.file.number);
        QCOMPARE(papers::guideCode(sample.guide.ref, sample.hall),
                 u"https://yics.example.gov.cn/g/sanmenxia-personal/2026.11.1/newborn"_s);
        sample.hall.publicUrl.clear();
        QCOMPARE(papers::caseCode(sample.file.number, sample.hall), u"yichuang:c/"_s + sample.file.number);
        QCOMPARE(papers::guideCode(sample.guide.ref, sample.hall),
                 u"yichuang:g/sanmenxia-personal/2026.11.1/newborn"_s);
        QVERIFY(domain::readCaseNumber(papers::caseCode(sample.file.number, sample.hall)));
        QVERIFY(all(receipt(sample)).contains(u"由窗口扫描查询办理进度"_s));
    }

    void aMissingFormIsAnError()
    {
        const auto sample = papersample::newborn();
        const auto paper = papers::filingReceipt(papers::FormFolder(), sample.facts(), sample.filing);
        QVERIFY(!paper);
        QCOMPARE(paper.error().place, u"filing-receipt"_s);
    }
};

QTEST_GUILESS_MAIN(TestCasePapers)
#include "tst_casepapers.moc"
