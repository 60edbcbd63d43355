#include "core/domain/decide.h"
#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "tests/support/office.h"
#include "tests/support/sampleguide.h"
#include "ui/theme/theme.h"
#include "ui/worklist/taskface.h"
#include "ui/worklist/workmodel.h"
#include "ui/worklist/workpage.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace domain;
using Kind = Task::Kind;

namespace {

/// The page at work in a window as large as the smallest screen leaves it.
class Desk
{
public:
    explicit Desk(const Office &office) : Desk(office, office.list) { }
    Desk(const Office &office, const desk::WorkList &list) : m_page(list, office.clock)
    {
        m_page.resize(1282, 700);
        m_page.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
        m_page.setFocus();
    }

    WorkPage &page() { return m_page; }
    WorkModel &model() const { return *m_page.findChild<WorkModel *>(); }
    int rows() const { return model().rowCount(); }
    void press(Qt::Key key) { m_keys.press(key); }
    QStringList buttons() const
    {
        QStringList texts;
        for (const QPushButton *button : m_page.findChildren<QPushButton *>())
            texts << button->text();
        return texts;
    }
    QStringList kinds() const
    {
        QStringList texts;
        const auto *list = m_page.findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row)
            texts << list->item(row)->data(Qt::AccessibleTextRole).toString();
        return texts;
    }

private:
    WorkPage m_page;
    Keys m_keys;
};

/// Files \a work with everything there but what may come later, whose letter is signed; gives the last day for that.
QDate fileWithDeferral(desk::CaseWork &work)
{
    using Why = Refusal::Why;
    QDate last;
    for (int act = 0; act < 200 && !work.obstaclesToFiling().isEmpty(); ++act) {
        const Refusal open = work.obstaclesToFiling().front();
        const Plan::MaterialLine *line = work.plan().material(open.id);
        desk::Done done;
        if (open.why == Why::SituationOpen) {
            done = work.perform(AnswerSituation{open.id, work.guide().matter.situation(open.id)->options.front().id});
        } else if (open.why == Why::FieldMissing) {
            done = work.perform(EnterField{open.id, support::factFor(work.guide().fields.value(open.id))});
        } else if (line && line->material.deferrable && !work.file().verdicts.contains(open.id)) {
            last = latestDeferral(work.plan(), open.id, work.today(), work.rules().calendar);
            done = work.perform(GiveVerdict{open.id, {.kind = VerdictKind::Deferred, .due = last}});
        } else if (line && !work.file().verdicts.contains(open.id)) {
            done = work.perform(GiveVerdict{open.id, {.kind = VerdictKind::OriginalSeen}});
        } else {
            (void)work.perform(IssueLetter{});
            done = work.perform(SignLetter{Letter::Kind::Deferral, u"后果已经告知"_s});
        }
        if (!done)
            qFatal("not filed: %s", qPrintable(open.id));
    }
    if (!work.perform(FileCase{}))
        qFatal("not filed");
    return last;
}

QListView *tasksOf(const WorkPage &page)
{
    for (auto *view : page.findChildren<QListView *>()) {
        if (qobject_cast<WorkModel *>(view->model()))
            return view;
    }
    return nullptr;
}

}

/// The page “what next” over a real journal.
class TestWorkList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void theEndIsSaidInWords_data()
    {
        QTest::addColumn<QDateTime>("due");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("detail");
        const QDateTime now(QDate(2026, 11, 23), QTime(9, 30));
        QTest::newRow("none") << QDateTime() << u"No limit"_s << QString();
        QTest::newRow("half an hour") << now.addSecs(1800) << u"Today 10:00, 30 minute(s) left"_s << QString();
        QTest::newRow("this moment") << now << u"Today 09:30, 0 minute(s) left"_s << QString();
        QTest::newRow("an hour") << now.addSecs(3600) << u"Today 10:30"_s << QString();
        QTest::newRow("tomorrow, in the store's time") << now.addDays(1).toUTC() << u"Tomorrow 09:30"_s << QString();
        QTest::newRow("this year") << now.addDays(20) << u"12/13 09:30"_s << QString();
        QTest::newRow("next year") << now.addDays(60) << u"2027-01-22"_s << QString();
        QTest::newRow("just past") << now.addSecs(-61) << u"Today 09:28"_s << u"1 minute(s) late"_s;
        QTest::newRow("hours past") << now.addSecs(-2 * 3600) << u"Today 07:30"_s << u"2 hour(s) late"_s;
        QTest::newRow("past") << now.addDays(-1) << u"Yesterday 09:30"_s << u"1 day(s) late"_s;
    }
    void theEndIsSaidInWords()
    {
        QFETCH(QDateTime, due);
        const QDateTime now(QDate(2026, 11, 23), QTime(9, 30));
        Task task{.due = due};
        QTEST(dueWords(task, now), "words");
        QTEST(dueDetail(task, now), "detail");
        task.provisional = true;
        QVERIFY(dueDetail(task, now).contains(u"provisional"_s));
    }

    void aPausedTaskSaysSo()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(9, 30));
        const Task task{.kind = Kind::Decide, .lawDue = now.addDays(9), .paused = true};
        QCOMPARE(dueWords(task, now), u"Paused"_s);
        QCOMPARE(dueDetail(task, now), u"by law 12-02"_s);
    }

    void urgenciesDifferInMoreThanColour()
    {
        QSet<QString> icons;
        QSet<QString> texts;
        for (int urgency = 0; urgency < urgencies; ++urgency) {
            const BadgeFace face = urgencyFace(Urgency(urgency));
            QVERIFY(!face.icon.isEmpty() && !face.text.isEmpty());
            icons << face.icon;
            texts << face.text;
        }
        QCOMPARE(icons.size(), urgencies);
        QCOMPARE(texts.size(), urgencies);
    }

    void nothingToDoIsSaid()
    {
        Office office;
        Desk desk(office);
        QCOMPARE(desk.rows(), 0);
        QVERIFY(!tasksOf(desk.page())->isVisible());
        const QSignalSpy opened(&desk.page(), &WorkPage::resumeRequested);
        desk.press(Qt::Key_Return);
        QCOMPARE(opened.size(), 0);
        const auto work = office.open(u"欧阳修文"_s);
        QTRY_COMPARE(desk.rows(), 1);
        QVERIFY(tasksOf(desk.page())->hasFocus());
    }

    void morePagesFollowAndTheChosenTaskStays()
    {
        Office office;
        for (int i = 0; i < WorkModel::pageSize + 20; ++i)
            office.open(u"张三"_s);
        WorkModel model(office.list, office.clock);
        model.read({});
        QCOMPARE(model.rowCount(), WorkModel::pageSize);
        QVERIFY(!model.isWhole());
        // The tester itself asks for the next page.
        const QAbstractItemModelTester rules(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), WorkModel::pageSize + 20);
        QVERIFY(model.isWhole());

        Desk desk(office);
        QCOMPARE(desk.rows(), WorkModel::pageSize);
        desk.press(Qt::Key_End);
        QTRY_COMPARE(desk.rows(), WorkModel::pageSize + 20);
        desk.press(Qt::Key_End);
        const QListView &tasks = *tasksOf(desk.page());
        const QString chosen = desk.model().line(tasks.currentIndex().row()).caseId;
        QCOMPARE(tasks.currentIndex().row(), WorkModel::pageSize + 19);
        const QString first = desk.model().line(0).caseId;
        QVERIFY((*office.reception->resume(first))->perform(AbandonCase{u"另日再来"_s}));
        QTRY_COMPARE(desk.rows(), WorkModel::pageSize + 19);
        QCOMPARE(desk.model().line(tasks.currentIndex().row()).caseId, chosen);
    }

    void narrowedByKeys()
    {
        Office office;
        for (int i = 0; i < 3; ++i)
            office.open(u"张三"_s);
        const auto online = office.open(u"欧阳修文"_s);
        QVERIFY(support::fillIn(*online) && online->perform(LifeCommand{SubmitApplication{}}));
        office.clock.set(QDateTime(QDate(2026, 3, 5), QTime(16, 0)));
        Desk desk(office);
        QCOMPARE(desk.rows(), 4);
        QCOMPARE(desk.model().line(0).caseId, online->file().id);
        QCOMPARE(desk.model().line(0).applicant, u"欧阳**"_s);
        QVERIFY(desk.buttons().contains(u"Overdue 1"_s));
        QVERIFY(desk.buttons().contains(u"In time 3"_s));
        QCOMPARE(desk.kinds(), (QStringList{u"All kinds 4"_s, u"Finish the intake 3"_s, u"Look at the online application 1"_s}));

        struct Step {
            Qt::Key key;
            int rows;
        };
        for (const Step &step : {Step{Qt::Key_1, 1}, Step{Qt::Key_2, 0}, Step{Qt::Key_4, 3}, Step{Qt::Key_Right, 3},
                                 Step{Qt::Key_Right, 0}, Step{Qt::Key_0, 1}, Step{Qt::Key_Left, 3}, Step{Qt::Key_M, 3},
                                 Step{Qt::Key_W, 3}, Step{Qt::Key_Escape, 4}, Step{Qt::Key_1, 1},
                                 Step{Qt::Key_Escape, 4}}) {
            desk.press(step.key);
            QVERIFY2(desk.rows() == step.rows, qPrintable(QKeySequence(step.key).toString()));
        }
        QVERIFY(!desk.page().filter().mine && !desk.page().filter().oursOnly);

        const QSignalSpy opened(&desk.page(), &WorkPage::resumeRequested);
        desk.press(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), online->file().id);
    }

    void onlyOneMatterByF()
    {
        Office office;
        office.open(u"张三"_s);
        office.clock.advance(60);
        const auto loan = office.open(u"李四"_s, u"housing-fund-loan"_s);
        Desk desk(office);
        QCOMPARE(desk.rows(), 2);
        desk.press(Qt::Key_End);
        desk.press(Qt::Key_F);
        QCOMPARE(desk.rows(), 1);
        QCOMPARE(desk.model().line(0).caseId, loan->file().id);
        QVERIFY(desk.buttons().contains(u"Only “%1”"_s.arg(loan->guide().matter.name)));
        QVERIFY(desk.buttons().contains(u"All 1"_s));
        desk.press(Qt::Key_F);
        QCOMPARE(desk.rows(), 2);
        QVERIFY(desk.page().filter().matter.pack.isEmpty());
        desk.press(Qt::Key_F);
        QCOMPARE(desk.rows(), 1);
        desk.press(Qt::Key_Escape);
        QCOMPARE(desk.rows(), 2);
        Office empty;
        Desk nothing(empty);
        nothing.press(Qt::Key_F); // there is no task whose matter it could be
        QVERIFY(nothing.page().filter().matter.pack.isEmpty());
    }

    void aReminderIsRecordedByR()
    {
        Office office;
        const auto work = office.open(u"张三"_s, u"public-rental-housing"_s);
        const QDate due = fileWithDeferral(*work);
        QVERIFY2(due > work->today().addDays(1), qPrintable(due.toString()));
        office.clock.set(QDateTime(due.addDays(-1), QTime(9, 0)));
        Desk desk(office);
        const QSignalSpy reminded(&desk.page(), &WorkPage::reminded);
        const auto toRemind = [&] {
            QStringList materials;
            for (int row = 0; row < desk.rows(); ++row) {
                if (desk.model().line(row).task.kind == Kind::RemindSupplement)
                    materials << desk.model().line(row).task.subject;
            }
            return materials;
        };
        const QStringList wanted = toRemind();
        QVERIFY(!wanted.isEmpty() && desk.rows() > wanted.size());
        desk.press(Qt::Key_Home);
        for (int row = 0; row < desk.rows(); ++row, desk.press(Qt::Key_Down))
            desk.press(Qt::Key_R); // on every task, of which few are reminders
        QStringList told;
        for (const QList<QVariant> &each : reminded) {
            QCOMPARE(each[0].toString(), work->file().id);
            told << each[1].toString();
        }
        QCOMPARE(told, wanted);
        QVERIFY(office.issuance.perform(work->file().id,
                                        LifeCommand(TellCitizen{Contact::About::Supplement, Contact::Way::Phone, told[0]})));
        QTRY_COMPARE(toRemind(), QStringList());
    }

    void whatWaitsForOthersIsLeftOutByW()
    {
        Office office;
        const auto work = office.open(u"张三"_s);
        support::file(*work);
        Desk desk(office);
        const int all = desk.rows();
        int waiting = 0;
        for (int row = 0; row < all; ++row)
            waiting += desk.model().line(row).task.waitsForOthers;
        QVERIFY(waiting > 0 && waiting < all);
        desk.press(Qt::Key_W);
        QCOMPARE(desk.rows(), all - waiting);
        QVERIFY(desk.buttons().contains(u"All %1"_s.arg(all - waiting)));
        desk.press(Qt::Key_W);
        QCOMPARE(desk.rows(), all);
    }

    void mineIsWhatIOpened()
    {
        Office office;
        office.open(u"张三"_s);
        const desk::OnDuty other(base::HallSettings{.clerk = u"李四"_s});
        const desk::WorkList others(office.profile->journal(), office.shelf, office.clock, other, office.book);
        Desk mine(office);
        mine.press(Qt::Key_M);
        QCOMPARE(mine.rows(), 1);
        Desk theirs(office, others);
        QCOMPARE(theirs.rows(), 1);
        theirs.press(Qt::Key_M);
        QCOMPARE(theirs.rows(), 0);
        theirs.press(Qt::Key_Escape);
        QCOMPARE(theirs.rows(), 1);
    }

    void urgencyFollowsTheClockEachMinute()
    {
        Office office;
        office.open(u"张三"_s);
        Desk desk(office);
        office.clock.set(QDateTime(QDate(2026, 3, 12), QTime(9, 0)));
        const auto timers = desk.page().findChildren<QTimer *>();
        const auto minute = std::ranges::find_if(timers, [](const QTimer *timer) { return timer->interval() == 60'000; });
        QVERIFY(minute != timers.end() && (*minute)->isActive());
        QCOMPARE(desk.model().line(0).urgency, Urgency::Green);
        (*minute)->setInterval(1); // the test does not wait for a minute
        QTRY_COMPARE(desk.model().line(0).urgency, Urgency::Red);
        desk.page().hide();
        QVERIFY(!(*minute)->isActive());
    }

    void urgencyFollowsTheClockWhenThePageIsSeenAgain()
    {
        Office office;
        office.open(u"张三"_s);
        Desk desk(office);
        QCOMPARE(desk.model().line(0).urgency, Urgency::Green);
        desk.page().hide();
        office.clock.set(QDateTime(QDate(2026, 3, 12), QTime(9, 0)));
        desk.page().show();
        QCOMPARE(desk.model().line(0).urgency, Urgency::Red);
    }
};
QTEST_MAIN(TestWorkList)
#include "tst_worklist.moc"
