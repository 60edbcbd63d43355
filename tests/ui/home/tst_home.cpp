#include "core/domain/casenumber.h"
#include "core/domain/prefillcode.h"
#include "tests/ui/cases/samplecases.h"
#include "ui/home/findingsmodel.h"
#include "ui/home/homepage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QInputMethodEvent>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Three matters, found by the start of their name or by their initials.
class FewMatters final : public desk::FindMatter
{
public:
    QList<desk::MatterLine> find(const QString &query, int most) const override
    {
        QList<desk::MatterLine> fitting;
        for (const auto &[initials, name] : {std::pair(u"xse"_s, u"新生儿出生"_s), std::pair(u"gmhy"_s, u"公民婚育"_s),
                                             std::pair(u"gmsh"_s, u"公民身后"_s)}) {
            desk::MatterLine line;
            line.ref = {u"pack"_s, u"1"_s, initials};
            line.name = name;
            if (name.startsWith(query) || initials.startsWith(query))
                fitting.append(line);
        }
        return fitting.mid(0, most);
    }
};

class NoMatters final : public desk::FindMatter
{
public:
    QList<desk::MatterLine> find(const QString &, int) const override { return {}; }
};

void commit(QWidget *widget, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(widget, &event);
}

}

class TestHome : public QObject
{
    Q_OBJECT

private:
    FewMatters m_matters;

    static QListView *findings(const HomePage &page) { return listNamed(page, u"Matters"_s); }
    static QListView *unfinished(const HomePage &page) { return listNamed(page, u"Unfinished cases"_s); }
    static QListView *listNamed(const HomePage &page, const QString &name)
    {
        const auto lists = page.findChildren<QListView *>();
        const auto found = std::ranges::find(lists, name, &QWidget::accessibleName);
        return found == lists.end() ? nullptr : *found;
    }
    static SearchField *field(const HomePage &page) { return page.findChild<SearchField *>(); }

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void modelKeepsTheRulesOfModels()
    {
        FindingsModel model;
        const QAbstractItemModelTester rules(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show({}, m_matters.find({}, 10));
        QCOMPARE(model.rowCount(), 3);
        model.show(sample::number(4), m_matters.find({}, 10));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0).data(FindingsModel::NumberRole).toString(), sample::number(4));
        QCOMPARE(model.index(1).data().toString(), u"新生儿出生"_s);
        model.show(sample::number(4), {});
        QCOMPARE(model.rowCount(), 1);
    }

    /// A code from a phone, typed or scanned, is fetched; ten digits that are no code are not.
    void aCodeFromHomeIsFetched_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isCode");
        const QString code = *domain::prefillCodeOf(u"123456780"_s);
        QTest::newRow("typed") << domain::groupedPrefillCode(code) << true;
        QTest::newRow("scanned") << domain::prefillText(code) << true;
        QTest::newRow("a slip of the hand") << code.chopped(1) + QChar(code.back().digitValue() == 9 ? u'0' : u'9') << false;
    }
    void aCodeFromHomeIsFetched()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isCode);
        HomePage page(m_matters);
        const QSignalSpy fetched(&page, &HomePage::prefillCodeEntered);
        QTest::keyClicks(field(page), typed);
        QTest::keyClick(field(page), Qt::Key_Return);
        QCOMPARE(fetched.count(), isCode ? 1 : 0);
        if (isCode)
            QCOMPARE(domain::readPrefillCode(fetched.constFirst().constFirst().toString()), domain::readPrefillCode(typed));
    }

    void lettersAndEnterOpenAMatter()
    {
        HomePage page(m_matters);
        const QSignalSpy opened(&page, &HomePage::openRequested);
        QTest::keyClicks(field(page), u"gm"_s);
        QCOMPARE(findings(page)->model()->rowCount(), 2);
        QTest::keyClick(field(page), Qt::Key_Down);
        QTest::keyClick(field(page), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<domain::GuideRef>().matter, u"gmsh"_s);
    }

    void f6ConsultsOnTheChosenMatter()
    {
        HomePage page(m_matters);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const QSignalSpy opened(&page, &HomePage::openRequested);
        const QSignalSpy consulted(&page, &HomePage::consultRequested);
        QTest::keyClicks(field(page), u"gm"_s);
        QTest::keyClick(field(page), Qt::Key_Down);
        QTest::keyClick(field(page), Qt::Key_F6);
        QCOMPARE(consulted.size(), 1);
        QCOMPARE(consulted[0][0].value<domain::GuideRef>().matter, u"gmsh"_s);
        page.comeBack();
        QTest::keyClick(field(page), Qt::Key_F6); // what was found is still there
        QCOMPARE(consulted.size(), 2);
        QTest::keyClicks(field(page), u"xs"_s); // and the next letter begins a new search
        QCOMPARE(field(page)->text(), u"xs"_s);
        QCOMPARE(opened.size(), 0);
    }

    void f6OnACaseNumberSaysWhatItNeeds()
    {
        HomePage page(m_matters);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const QSignalSpy consulted(&page, &HomePage::consultRequested);
        QTest::keyClicks(field(page), sample::number(12));
        QTest::keyClick(field(page), Qt::Key_F6);
        QCOMPARE(consulted.size(), 0);
        QVERIFY(page.findChild<InlineMessage *>()->isVisible());
    }

    void chineseFromAnInputMethodFinds()
    {
        HomePage page(m_matters);
        commit(field(page), u"公民婚"_s);
        QCOMPARE(findings(page)->model()->rowCount(), 1);
        QCOMPARE(findings(page)->currentIndex().data().toString(), u"公民婚育"_s);
    }

    void theFieldKeepsTheKeysWhenNothingFits()
    {
        HomePage page(m_matters);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        field(page)->setFocus();
        QTest::keyClicks(field(page), u"xx"_s);
        QCOMPARE(findings(page)->model()->rowCount(), 0);
        QCOMPARE(QApplication::focusWidget(), field(page));
        QTest::keyClick(field(page), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), field(page));
    }

    void arrowsStopAtTheEnds()
    {
        HomePage page(m_matters);
        QTest::keyClick(field(page), Qt::Key_Up);
        QCOMPARE(findings(page)->currentIndex().row(), 0);
        for (int press = 0; press < 9; ++press)
            QTest::keyClick(field(page), Qt::Key_Down);
        QCOMPARE(findings(page)->currentIndex().row(), 2);
    }

    void escClearsTheField()
    {
        HomePage page(m_matters);
        QTest::keyClicks(field(page), u"xse"_s);
        QTest::keyClick(field(page), Qt::Key_Escape);
        QVERIFY(field(page)->text().isEmpty());
        QCOMPARE(findings(page)->model()->rowCount(), 3);
    }

    void numberIsOfferedFirst_data()
    {
        QTest::addColumn<QString>("typed");
        const QString number = sample::number(12);
        QTest::newRow("as printed") << domain::groupedNumber(number);
        QTest::newRow("without groups, small letters") << number.toLower();
        QTest::newRow("scanned without a hub") << u"yichuang:c/"_s + number;
        QTest::newRow("scanned with a hub") << u"https://hall.example/c/"_s + number;
    }
    void numberIsOfferedFirst()
    {
        QFETCH(QString, typed);
        HomePage page(m_matters);
        const QSignalSpy entered(&page, &HomePage::numberEntered);
        const QSignalSpy opened(&page, &HomePage::openRequested);
        QTest::keyClicks(field(page), typed);
        QCOMPARE(findings(page)->currentIndex().data(FindingsModel::NumberRole).toString(), sample::number(12));
        QTest::keyClick(field(page), Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(opened.size(), 0);
    }

    void wrongCheckCharacterIsNoNumber()
    {
        HomePage page(m_matters);
        QString number = sample::number(12);
        number.back() = number.back() == u'A' ? u'B' : u'A';
        const QSignalSpy entered(&page, &HomePage::numberEntered);
        QTest::keyClicks(field(page), number);
        QTest::keyClick(field(page), Qt::Key_Return);
        QCOMPARE(findings(page)->model()->rowCount(), 0);
        QCOMPARE(entered.size(), 0);
    }

    void tabGoesToTheUnfinishedAndEnterResumes()
    {
        HomePage page(m_matters);
        page.showUnfinished({sample::line(1, u"新生儿出生"_s), sample::line(2, u"公民婚育"_s)}, sample::now());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.setFocus();
        QVERIFY(field(page)->hasFocus());
        QTest::keyClick(field(page), Qt::Key_Tab);
        QVERIFY(unfinished(page)->hasFocus());
        const QSignalSpy resumed(&page, &HomePage::resumeRequested);
        QTest::keyClick(unfinished(page), Qt::Key_Down);
        QTest::keyClick(unfinished(page), Qt::Key_Return);
        QCOMPARE(resumed.size(), 1);
        QCOMPARE(resumed[0][0].toString(), u"case-2"_s);
    }

    void typingInTheUnfinishedListSearches()
    {
        HomePage page(m_matters);
        page.showUnfinished({sample::line(1, u"新生儿出生"_s)}, sample::now());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        unfinished(page)->setFocus();
        QTest::keyClick(unfinished(page), Qt::Key_X);
        QVERIFY(field(page)->hasFocus());
        QTest::keyClicks(field(page), u"se"_s);
        QCOMPARE(field(page)->text(), u"xse"_s);
        unfinished(page)->setFocus();
        QTest::keyClick(unfinished(page), Qt::Key_Escape);
        QVERIFY(field(page)->hasFocus());
    }

    void refusalStaysUntilTheNextKey()
    {
        HomePage page(m_matters);
        page.show();
        page.tell(InlineMessage::Level::Warning, u"Not worked out yet."_s, u"Choose another."_s);
        const auto *message = page.findChild<InlineMessage *>();
        QVERIFY(message->isVisible());
        QTest::keyClicks(field(page), u"x"_s);
        QVERIFY(!message->isVisible());
    }

    void pastedBookIsCutAndSearched()
    {
        HomePage page(m_matters);
        field(page)->insert(QString(10'000'000, u'x'));
        QVERIFY(field(page)->text().size() <= 200);
        QCOMPARE(findings(page)->model()->rowCount(), 0);
    }

    void withoutPacksThePageSaysSo()
    {
        const NoMatters none;
        HomePage page(none);
        page.show();
        QVERIFY(!findings(page)->isVisible());
        QTest::keyClick(field(page), Qt::Key_Down);
        QTest::keyClick(field(page), Qt::Key_Return);
    }

    void everyInputHasAName()
    {
        HomePage page(m_matters);
        QVERIFY(!field(page)->accessibleName().isEmpty());
        QVERIFY(findings(page));
        QVERIFY(unfinished(page));
    }
};
QTEST_MAIN(TestHome)
#include "tst_home.moc"
