#include "core/domain/casenumber.h"
#include "tests/support/office.h"
#include "tests/ui/cases/samplecases.h"
#include "ui/cases/caseface.h"
#include "ui/cases/casesmodel.h"
#include "ui/cases/casespage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Stage;

class TestCases : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        m_office = std::make_unique<Office>();
    }

    void whenIsSaidAsPeopleSayIt_data()
    {
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<QString>("words");
        const QDateTime now = sample::now();
        QTest::newRow("a minute ago") << now.addSecs(-60) << u"Today 14:31"_s;
        QTest::newRow("the same day in the store's time") << now.addSecs(-60).toUTC() << u"Today 14:31"_s;
        QTest::newRow("yesterday evening") << now.addSecs(-16 * 3600) << u"Yesterday 22:32"_s;
        QTest::newRow("this year") << now.addDays(-20) << u"11/1 14:32"_s;
        QTest::newRow("last year") << now.addDays(-400) << u"2025-10-17"_s;
    }
    void whenIsSaidAsPeopleSayIt()
    {
        QFETCH(QDateTime, at);
        QTEST(whenWords(at, sample::now()), "words");
    }

    void everyStageHasWords()
    {
        desk::CaseLine line = sample::line(1, u"新生儿出生"_s);
        QCOMPARE(stageBadge(line).look, BadgeFace::Look::Accent);
        line.notices = 2;
        QCOMPARE(stageBadge(line).text, u"2 notice(s) given"_s);
        line.stage = Stage::Filed;
        QCOMPARE(stageBadge(line).look, BadgeFace::Look::Good);
        line.stage = Stage::Abandoned;
        QVERIFY(!stageBadge(line).text.isEmpty());
    }

    void modelKeepsTheRulesOfModels()
    {
        CasesModel model;
        const QAbstractItemModelTester rules(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show({sample::line(1, u"新生儿出生"_s), sample::line(2, u"公民婚育"_s)}, sample::now());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, CasesModel::Number).data().toString(), domain::groupedNumber(sample::number(1)));
        QCOMPARE(model.index(1, CasesModel::Matter).data().toString(), u"公民婚育"_s);
        QCOMPARE(model.index(0, CasesModel::Applicant).data().toString(), u"not entered"_s);
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"新生儿出生"_s));
        model.show({}, sample::now());
        QCOMPARE(model.rowCount(), 0);
    }

    void casesOfOtherWindowsNameTheWindow_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("words"); // of a case of window 001 in 411202
        QTest::newRow("our own") << u"411202001"_s << QString();
        QTest::newRow("another window") << u"411202002"_s << u"window 001"_s;
        QTest::newRow("another region") << u"411203001"_s << u"window 001 in 411202"_s;
        QTest::newRow("nobody said who we are") << QString() << QString();
    }
    void casesOfOtherWindowsNameTheWindow()
    {
        QFETCH(QString, own);
        QFETCH(QString, words);
        QCOMPARE(otherWindow(sample::number(1), own), words);
        QCOMPARE(otherWindow(u"no number"_s, own), QString());
        CasesPage page(m_office->search);
        page.showCases(sample::mixed(), sample::now());
        page.setOwnWindow(own);
        const auto *table = page.findChild<QTableView *>();
        QCOMPARE(table->model()->index(0, CasesModel::Window).data().toString(), words);
        QCOMPARE(table->isColumnHidden(CasesModel::Window), words.isEmpty());
    }

    void unfinishedOnesAloneUntilF4()
    {
        CasesPage page(m_office->search);
        page.showCases(sample::mixed(), sample::now());
        page.show();
        const auto *table = page.findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::keyClick(page.focusProxy(), Qt::Key_F4);
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(2, CasesModel::Stage).data().toString(), u"Filed"_s);
    }

    void enterGoesOnWithTheChosenCase()
    {
        CasesPage page(m_office->search);
        page.showCases(sample::mixed(), sample::now());
        auto *field = page.findChild<SearchField *>();
        const QSignalSpy resumed(&page, &CasesPage::resumeRequested);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(resumed.size(), 1);
        QCOMPARE(resumed[0][0].toString(), u"case-2"_s);
    }

    void narrowedByNumberOrMatter_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing typed") << QString() << 2;
        QTest::newRow("matter") << u"婚育"_s << 1;
        QTest::newRow("end of a number in groups") << domain::groupedNumber(sample::number(1)).right(6) << 1;
        QTest::newRow("number in small letters") << sample::number(2).toLower() << 1;
        QTest::newRow("matter and part of the number") << u"新生 411202"_s << 1;
        QTest::newRow("matter of another case") << u"婚育 0001"_s << 0;
        QTest::newRow("a filed one too") << u"超市"_s << 1;
        QTest::newRow("a dash alone is no part of a number") << u"-"_s << 0;
    }
    void narrowedByNumberOrMatter()
    {
        QFETCH(QString, typed);
        CasesPage page(m_office->search);
        page.showCases(sample::mixed(), sample::now());
        page.findChild<SearchField *>()->setText(typed);
        QTEST(page.findChild<QTableView *>()->model()->rowCount(), "rows");
    }

    void wholeNumberThatIsNotHereIsHandedOn()
    {
        CasesPage page(m_office->search);
        page.showCases(sample::mixed(), sample::now());
        auto *field = page.findChild<SearchField *>();
        const QSignalSpy entered(&page, &CasesPage::numberEntered);
        const QSignalSpy resumed(&page, &CasesPage::resumeRequested);
        QTest::keyClicks(field, sample::number(77));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(resumed.size(), 0);
    }

    void theChosenRowStaysWhenTheListIsRenewed()
    {
        CasesPage page(m_office->search);
        page.showCases(sample::mixed(), sample::now());
        QTest::keyClick(page.findChild<SearchField *>(), Qt::Key_Down);
        QList<desk::CaseLine> lines = sample::mixed();
        lines.prepend(sample::line(9, u"企业开办"_s));
        page.showCases(lines, sample::now());
        const auto *table = page.findChild<QTableView *>();
        QCOMPARE(table->model()->index(table->currentIndex().row(), CasesModel::Matter).data().toString(), u"公民婚育"_s);
    }

    void everyCaseIsFoundByWhatIsKnownOfIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("why");
        QTest::newRow("name") << u"欧阳"_s << u"name"_s;
        QTest::newRow("initials") << u"oyxw"_s << u"name"_s;
        QTest::newRow("digits of the ID number") << u"1990 0307"_s << u"ID number"_s;
        QTest::newRow("matter in pinyin") << u"xinshenger"_s << u"matter"_s;
    }
    void everyCaseIsFoundByWhatIsKnownOfIt()
    {
        QFETCH(QString, typed);
        Office office;
        const auto work = office.open(u"欧阳修文"_s);
        QVERIFY(work->perform(domain::EnterField{u"applicant-id"_s, u"41030219900307001X"_s}));
        QVERIFY(work->perform(domain::AbandonCase{u"另日再来"_s}));
        CasesPage page(office.search);
        page.showCases(sample::mixed(), sample::now());
        auto *field = page.findChild<SearchField *>();
        const auto *table = page.findChild<QTableView *>();
        QVERIFY(table->isColumnHidden(CasesModel::Found));
        field->setText(typed);
        QVERIFY(!table->isColumnHidden(CasesModel::Found));
        const auto cell = [table](int column) { return table->model()->index(0, column).data().toString(); };
        QTRY_COMPARE(cell(CasesModel::Applicant), u"欧阳**"_s);
        QTEST(cell(CasesModel::Found), "why");
        QCOMPARE(cell(CasesModel::Number), domain::groupedNumber(work->file().number));
        QCOMPARE(cell(CasesModel::Stage), u"Closed unfiled"_s);

        const QSignalSpy resumed(&page, &CasesPage::resumeRequested);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(resumed.size(), 1);
        QCOMPARE(resumed[0][0].toString(), work->file().id);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(table->isColumnHidden(CasesModel::Found));
    }

    void whatIsStillBeingReadIsSaid()
    {
        Office office;
        CasesPage page(office.search);
        page.showCases(sample::mixed(), sample::now());
        page.findChild<SearchField *>()->setText(u"新生"_s);
        const auto isSaid = [&page] {
            const auto labels = page.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"still being read"_s); });
        };
        // The reader's word reaches the page only through the event loop, which has not run yet.
        QVERIFY(!office.search.isComplete());
        QVERIFY(isSaid());
        QTRY_VERIFY(office.search.isComplete());
        QVERIFY(!isSaid());
    }

    void casesAreGivenToAnotherWindow_data()
    {
        QTest::addColumn<QList<Qt::Key>>("keys"); ///< in the field and then in the bar
        QTest::addColumn<QStringList>("given"); ///< cases; empty: nothing is
        QTest::addColumn<QString>("device");
        using K = QList<Qt::Key>;
        QTest::newRow("the chosen one") << K{Qt::Key_F8, Qt::Key_2, Qt::Key_Return} << QStringList{u"case-1"_s} << u"d2"_s;
        QTest::newRow("the marked ones") << K{Qt::Key_Space, Qt::Key_Space, Qt::Key_F8, Qt::Key_1, Qt::Key_Return}
                                         << QStringList{u"case-1"_s, u"case-2"_s} << u"d1"_s;
        QTest::newRow("no window chosen") << K{Qt::Key_F8, Qt::Key_Return} << QStringList{} << QString();
        QTest::newRow("a window that is none") << K{Qt::Key_F8, Qt::Key_9, Qt::Key_Return} << QStringList{} << QString();
        QTest::newRow("left") << K{Qt::Key_F8, Qt::Key_2, Qt::Key_Escape} << QStringList{} << QString();
    }
    void casesAreGivenToAnotherWindow()
    {
        QFETCH(QList<Qt::Key>, keys);
        QFETCH(QStringList, given);
        QFETCH(QString, device);
        CasesPage page(m_office->search);
        page.offerWindows([] { return QList<OtherWindow>{{u"d1"_s, u"综合窗口1"_s}, {u"d2"_s, u"综合窗口2"_s}}; });
        page.showCases(sample::mixed(), sample::now());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.setFocus();
        QSignalSpy assigned(&page, &CasesPage::assignRequested);
        for (const Qt::Key key : keys)
            QTest::keyClick(QApplication::focusWidget(), key);
        QCOMPARE(assigned.isEmpty(), given.isEmpty());
        QCOMPARE(page.findChild<AssignBar *>()->isVisible(), given.isEmpty() && keys.last() != Qt::Key_Escape);
        if (given.isEmpty())
            return;
        QStringList cases = assigned[0][0].toStringList();
        cases.sort();
        QCOMPARE(cases, given);
        QCOMPARE(assigned[0][1].value<OtherWindow>().device, device);
        QCOMPARE(QApplication::focusWidget(), page.findChild<SearchField *>());
    }

private:
    std::unique_ptr<Office> m_office;
};
QTEST_MAIN(TestCases)
#include "tst_cases.moc"
