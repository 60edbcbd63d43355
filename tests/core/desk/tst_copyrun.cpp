#include "core/desk/copycards.h"
#include "core/desk/copyrun.h"
#include "tests/core/desk/hall.h"
#include "tests/support/filing.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using desk::CopyRun;
using Mark = CopyRun::Mark;

namespace {

CopyBlank blank(const QString &label, CopySource::Kind kind, const QString &subject = {})
{
    return {.label = label, .from = {{kind, subject}}, .steps = {}, .missing = CopyBlank::Missing::Stop};
}

/// Two screens; on the first one blank is passed over and one is typed by hand.
CopyMap smallMap()
{
    CopyBlank passed = blank(u"代码"_s, CopySource::Kind::MatterCode);
    passed.missing = CopyBlank::Missing::Skip;
    return {.id = u"p"_s,
            .system = u"省平台"_s,
            .screens = {{.title = u"一"_s,
                         .blanks = {blank(u"编号"_s, CopySource::Kind::CaseNumber), passed, blank(u"证号"_s, CopySource::Kind::Field, u"applicant-id"_s),
                                    blank(u"无此栏"_s, CopySource::Kind::Field, u"none"_s)}},
                        {.title = u"二"_s, .blanks = {blank(u"来源"_s, CopySource::Kind::Text, u"窗口"_s)}}}};
}

}

/// One filed case typed into another system: what is given out when, and what the case says of it.
class TestCopyRun : public QObject
{
    Q_OBJECT

private slots:
    void blankByBlank()
    {
        auto work = filed();
        CopyRun run(*work, smallMap());
        QCOMPARE(run.wanted(), 4);
        QVERIFY(work->file().life.copyings.isEmpty()); // looking is no use
        QCOMPARE(run.copy().value(), work->file().number);
        QCOMPARE(work->file().life.copyings.size(), 1); // recorded before it is pasted
        QCOMPARE(run.current(), 2); // the one in between is passed over
        QCOMPARE(run.copy().value(), u"11010519491231002X"_s);
        QCOMPARE(run.copy().value(), QString()); // by hand
        QCOMPARE(run.mark(3), Mark::Left);
        QCOMPARE(work->file().life.copyings.size(), 2); // the screen is done
        QCOMPARE(run.copy().value(), u"窗口"_s);
        QVERIFY(run.isAtEnd());
        QCOMPARE(run.done(), 4);
        QCOMPARE(run.copy().value(), QString());
        QCOMPARE(blanksOf(*work), (QStringList{u"一 › 编号"_s, u"一 › 证号"_s, u"二 › 来源"_s}));
    }

    void thereAndBack()
    {
        auto work = filed();
        CopyRun run(*work, smallMap());
        run.copy();
        run.skip();
        QCOMPARE(run.mark(2), Mark::Left);
        run.back();
        run.back();
        QCOMPARE(run.current(), 0);
        QCOMPARE(run.mark(0), Mark::Open);
        run.back();
        QCOMPARE(run.current(), 0);
        run.jump(1); // passed over: nothing to do there
        QCOMPARE(run.current(), 0);
        run.jump(4);
        QCOMPARE(run.copy().value(), u"窗口"_s);
        QVERIFY(run.isAtEnd());
        run.back();
        QCOMPARE(run.current(), 4);
    }

    void aWholeScreen()
    {
        auto work = filed();
        CopyRun run(*work, smallMap());
        QCOMPARE(run.copyScreen().value(), u"编号\t%1\n证号\t11010519491231002X"_s.arg(work->file().number));
        QCOMPARE(run.current(), 4);
        QCOMPARE(run.mark(3), Mark::Open); // nobody typed it
        QCOMPARE(blanksOf(*work), (QStringList{u"一 › 编号"_s, u"一 › 证号"_s}));
    }

    void whatIsNotFinishedIsRecordedWhenItIsGivenUp()
    {
        auto work = filed();
        {
            CopyRun run(*work, smallMap());
            run.copy();
            run.copy();
            QCOMPARE(blanksOf(*work), QStringList{u"一 › 编号"_s});
        }
        QCOMPARE(blanksOf(*work), (QStringList{u"一 › 编号"_s, u"一 › 证号"_s}));
        const CopyRun again(*work, smallMap());
        QCOMPARE(again.mark(0), Mark::Before);
        QCOMPARE(again.mark(4), Mark::Open);
        CopyMap other = smallMap();
        other.system = u"市平台"_s;
        QCOMPARE(CopyRun(*work, other).mark(0), Mark::Open);
    }

    void theRecordHoldsNoValueAndSurvives()
    {
        auto work = filed();
        {
            CopyRun run(*work, smallMap());
            run.copyScreen();
        }
        const QString id = work->file().id;
        const auto history = work->history();
        QVERIFY(history);
        for (const auto &[event, judgement] : *history) {
            if (typeName(event.fact) == "blanks.copied"_L1)
                QVERIFY(!QString::fromUtf8(QJsonDocument(toJson(event.fact)).toJson()).contains(u"11010519491231002X"_s));
        }
        work.reset();
        m_hall.reopen();
        const auto resumed = m_hall.reception->resume(id);
        QVERIFY(resumed);
        const Copying &copying = (*resumed)->file().life.copyings.front();
        QCOMPARE(copying.system, u"省平台"_s);
        QVERIFY(!copying.clerk.isEmpty());
        QCOMPARE(copying.at, m_hall.clock.now());
    }

    /// A full disk: a value whose use cannot be recorded stays where it is.
    void whatCannotBeRecordedIsNotGivenOut()
    {
        auto work = filed();
        CopyRun run(*work, smallMap());
        {
            const FullDisk disk;
            const auto value = run.copy();
            QVERIFY(!value);
            QVERIFY(value.error().error);
            QVERIFY(!run.copyScreen());
            QCOMPARE(run.current(), 0);
            QCOMPARE(run.mark(0), Mark::Open);
        }
        QVERIFY(run.copy());
        QCOMPARE(blanksOf(*work), QStringList{u"一 › 编号"_s});
    }

    void onlyFiledCases()
    {
        auto work = m_hall.reception->open(newborn(m_hall));
        QVERIFY(work);
        CopyRun run(**work, smallMap());
        const auto value = run.copy();
        QVERIFY(!value);
        QCOMPARE(value.error().refusals.front().why, Refusal::Why::NotFiled);
    }

    void systemsOfAMatter()
    {
        const auto idsFor = [&](const desk::CopyCards &cards, const QString &matter) {
            QStringList ids;
            for (const CopyMap &map : cards.of(matter))
                ids << map.id;
            return ids;
        };
        QTemporaryDir own;
        const desk::CopyCards shipped({m_hall.source + u"/resources/copycards"_s}, m_hall.shelf);
        QVERIFY(idsFor(shipped, u"newborn"_s).contains(u"sample-newborn"_s));
        QVERIFY(!idsFor(shipped, u"hiring"_s).contains(u"sample-newborn"_s));
        QVERIFY(idsFor(shipped, u"hiring"_s).contains(u"sample-province"_s));
        QVERIFY(shipped.faults().isEmpty());
        QFile file(own.filePath(u"own.json"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(R"({"format":1,"card":"own","system":"市平台","screens":[{"title":"一","blanks":[{"label":"姓名","from":["field:aplicant-name"]}]}]})");
        file.close();
        const desk::CopyCards both({m_hall.source + u"/resources/copycards"_s, own.path()}, m_hall.shelf);
        QCOMPARE(idsFor(both, u"newborn"_s).front(), u"own"_s); // before the samples
        QCOMPARE(both.faults().size(), 1);
        QVERIFY(both.faults().front().detail.contains(u"aplicant-name (screens[0] “姓名”)"_s));
    }

    /// Without any file a case can still be copied: everything it asks for, nothing it does not know.
    void inTheOrderOfTheForm()
    {
        auto work = filed();
        const CopyRun run(*work, desk::formOrder(work->plan()));
        QSet<QString> labels;
        for (const CopyLine &line : run.sheet().lines)
            labels.insert(line.label);
        for (const Plan::FieldLine &field : work->plan().fields)
            QVERIFY2(labels.contains(field.field.label), qPrintable(field.field.id));
        QVERIFY(!run.sheet().screens.contains(QString()));
    }

private:
    std::unique_ptr<desk::CaseWork> filed()
    {
        auto work = m_hall.reception->open(newborn(m_hall));
        if (!work)
            qFatal("no case");
        support::file(**work);
        return std::move(*work);
    }
    static QStringList blanksOf(const desk::CaseWork &work)
    {
        QStringList all;
        for (const Copying &copying : work.file().life.copyings)
            all += copying.blanks;
        return all;
    }

    Hall m_hall;
};
QTEST_GUILESS_MAIN(TestCopyRun)
#include "tst_copyrun.moc"
