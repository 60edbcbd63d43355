#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "tests/support/office.h"
#include "ui/case/actform.h"
#include "ui/issuance/issuancepage.h"
#include "ui/issuance/resultpane.h"
#include "ui/issuance/shelfface.h"
#include "ui/issuance/shelfmodel.h"
#include "ui/issuance/shelfpane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/words/words.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using Why = Refusal::Why;
using support::must;

namespace {

const QString somebody = u"欧阳样例"_s;

/// The page at work in a window as large as the smallest screen leaves it.
class Window
{
public:
    explicit Window(Office &office) : m_page(office.onShelf, office.issuance, u"出证窗口"_s)
    {
        m_page.resize(1282, 700);
        m_page.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
        m_page.setFocus();
    }

    IssuancePage &page() { return m_page; }
    ShelfModel &model() const { return *m_page.findChild<ShelfModel *>(); }
    int rows() const { return model().rowCount(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { m_keys.press(key, modifiers); }
    void press(std::initializer_list<Qt::Key> keys) { m_keys.press(keys); }
    void type(const QString &text) const { m_keys.type(text); }
    void scan(const QString &text)
    {
        type(text);
        press(Qt::Key_Return);
    }
    void tabTo(const QString &id)
    {
        for (int i = 0; i < 12 && QApplication::focusWidget()->objectName() != id; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), id);
    }
    QString message() const { return m_page.findChild<InlineMessage *>()->text(); }
    QString details() const { return m_page.findChild<ResultPane *>()->text(); }
    QStringList faults() const { return m_page.findChild<ActForm *>()->faults(); }
    bool isAsking() const { return m_page.findChild<ActForm *>()->isVisible(); }
    QString emptyWords() const
    {
        QStringList texts;
        for (const QLabel *label : m_page.findChild<EmptyState *>()->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u' ');
    }

private:
    IssuancePage m_page;
    Keys m_keys;
};

QStringList idsOf(const desk::CaseWork &work)
{
    QStringList ids;
    for (const auto &[line, item] : itemsOf(work.file(), work.guide()))
        ids << line.item.id;
    return ids;
}

std::unique_ptr<desk::CaseWork> decided(Office &office)
{
    auto work = office.open(somebody);
    support::decideAll(*work);
    return work;
}

std::unique_ptr<desk::CaseWork> arrived(Office &office)
{
    auto work = decided(office);
    for (const QString &id : idsOf(*work))
        must(*work, ReceiveResult{id, u"出证窗口"_s, {}, u"A-03"_s});
    return work;
}

QString sentenceOf(Why why, const QString &subject = {})
{
    return words::sentence(Refusal{why, subject, {}});
}

}

/// The issuance window, driven by keys, over a real journal.
class TestIssuancePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void statesDifferInMoreThanColour();
    void whatIsEmptySaysWhatToDo();
    void fromTheCourierToTheProofByKeys();
    void theRecordIsPrintedToBeSignedFirst_data();
    void theRecordIsPrintedToBeSignedFirst();
    void whoMayTakeItIsAsked_data();
    void whoMayTakeItIsAsked();
    void byCourier();
    void togetherNamesWhatIsOpen();
    void oneByOneWhenTheApplicantWants();
    void aMistakeIsPutRightByAMove();
    void theSameCannotArriveTwiceAtOnePlace();
    void escGoesBackStepByStep();
    void partsOfTheListByArrows();
    void theCaseOpens();
    void markedLinesStayAndTheModelKeepsItsRules();
};

void TestIssuancePage::statesDifferInMoreThanColour()
{
    QSet<QString> texts, icons;
    for (int state = 0; state < shelfStates; ++state) {
        texts << shelfFace(ShelfState(state)).text;
        icons << shelfFace(ShelfState(state)).icon;
    }
    QCOMPARE(texts.size(), shelfStates);
    QCOMPARE(icons.size(), shelfStates);
}

void TestIssuancePage::whatIsEmptySaysWhatToDo()
{
    Office office;
    Window window(office);
    QCOMPARE(window.rows(), 0);
    QVERIFY(window.emptyWords().contains(u"F2"_s));
    window.press(Qt::Key_F5);
    QVERIFY2(window.message().contains(u"Scan its number"_s), qPrintable(window.message()));
    window.scan(u"NICHTDA-7"_s);
    QVERIFY(window.emptyWords().contains(u"NICHTDA-7"_s));
    const auto work = office.open(somebody);
    window.scan(work->file().number); // the text is selected and typed over
    QVERIFY(window.emptyWords().contains(u"Ctrl+Enter"_s));
    const QSignalSpy opened(&window.page(), &IssuancePage::openRequested);
    window.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), work->file().id);
}

void TestIssuancePage::fromTheCourierToTheProofByKeys()
{
    Office office;
    const auto work = decided(office);
    const auto other = decided(office);
    const int n = int(idsOf(*work).size());
    Window window(office);
    const QSignalSpy records(&window.page(), &IssuancePage::recordRequested);
    QCOMPARE(window.rows(), 2 * n);
    window.scan(u"yichuang:c/"_s + work->file().number);
    QCOMPARE(window.rows(), n);
    for (int i = 0; i < n; ++i)
        window.press({Qt::Key_Insert, Qt::Key_Down});
    QCOMPARE(window.model().marked().size(), n);
    window.press(Qt::Key_F2);
    QVERIFY(window.isAsking());
    window.type(u"A-03"_s);
    window.press(Qt::Key_Tab);
    window.type(u"邮车 钱某某"_s);
    window.press(Qt::Key_Return);
    QVERIFY(!window.isAsking());
    QVERIFY2(window.message().contains(QString::number(n)), qPrintable(window.message()));
    QVERIFY(work->readAgain().has_value());
    for (const QString &id : idsOf(*work)) {
        const Custody custody = work->file().life.items.value(id).custody.value(0);
        QCOMPARE(custody.place, u"A-03"_s);
        QVERIFY(custody.givenBy.endsWith(u"邮车 钱某某"_s));
        QCOMPARE(custody.holder, u"出证窗口"_s);
        QVERIFY(!custody.takenBy.isEmpty());
    }
    QVERIFY2(window.details().contains(u"A-03"_s) && window.details().contains(u"欧阳**"_s), qPrintable(window.details()));

    window.press(Qt::Key_Return); // next: tell the citizen
    QVERIFY(window.isAsking());
    window.press(Qt::Key_Return);
    QCOMPARE(window.model().line(0).state, ShelfState::Told);
    window.press(Qt::Key_Return); // next: hand over
    QVERIFY(window.isAsking());
    window.press(Qt::Key_Return);
    QCOMPARE(window.faults(), QStringList{sentenceOf(Why::DeliveryNotSigned)});
    window.press({Qt::Key_Space, Qt::Key_Return});
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0][0].toString(), work->file().id);
    QCOMPARE(window.model().line(0).state, ShelfState::ToProve);
    window.press(Qt::Key_Return); // next: the proof of the first
    QCOMPARE(window.rows(), n - 1);
    window.press({Qt::Key_F8, Qt::Key_Return}); // and of all others
    QVERIFY(work->readAgain().has_value());
    for (const QString &id : idsOf(*work))
        QVERIFY(work->file().life.items.value(id).proofSentAt.isValid());
    QCOMPARE(window.rows(), 0);
    window.press(Qt::Key_Escape);
    window.press(Qt::Key_Escape);
    QCOMPARE(window.rows(), n); // the other case still waits
}

void TestIssuancePage::theRecordIsPrintedToBeSignedFirst_data()
{
    QTest::addColumn<QString>("collector"); // entered after the print
    QTest::addColumn<int>("records"); // that are printed by the act itself
    QTest::newRow("signed as printed") << QString() << 0;
    QTest::newRow("changed after the print") << u"欧阳样例甲"_s << 1;
}

void TestIssuancePage::theRecordIsPrintedToBeSignedFirst()
{
    QFETCH(QString, collector);
    QFETCH(int, records);
    Office office;
    const auto work = arrived(office);
    Window window(office);
    const QSignalSpy toSign(&window.page(), &IssuancePage::recordToSignRequested);
    const QSignalSpy afterwards(&window.page(), &IssuancePage::recordRequested);
    window.press(Qt::Key_F5);
    window.tabTo(u"identity"_s);
    window.type(u"1"_s); // no identity number
    window.press(Qt::Key_F5);
    QCOMPARE(window.faults(), QStringList{sentenceOf(Why::CollectorIdentityInvalid)});
    QCOMPARE(toSign.size(), 0);
    window.press(Qt::Key_Backspace);
    window.press(Qt::Key_F5);
    QCOMPARE(toSign.size(), 1);
    QCOMPARE(toSign[0][0].toString(), work->file().id);
    QCOMPARE(toSign[0][1].value<DeliverItems>().delivery.collector, somebody);
    QVERIFY(window.isAsking());
    QVERIFY(work->readAgain().has_value());
    QVERIFY(!work->file().life.items.value(idsOf(*work).first()).delivery); // nothing is recorded yet
    if (!collector.isEmpty()) {
        window.tabTo(u"collector"_s);
        window.type(collector);
    }
    window.tabTo(u"signed"_s);
    window.press({Qt::Key_Space, Qt::Key_Return});
    QVERIFY2(!window.isAsking(), qPrintable(window.faults().join(u' ')));
    QVERIFY(work->readAgain().has_value());
    QVERIFY(work->file().life.items.value(idsOf(*work).first()).delivery->signedFor);
    QCOMPARE(afterwards.size(), records);
    window.press(Qt::Key_F9);
    QCOMPARE(afterwards.size(), records + 1);
}

void TestIssuancePage::whoMayTakeItIsAsked_data()
{
    QTest::addColumn<Qt::Key>("relation");
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QList<Why>>("refused");
    QTest::newRow("the applicant") << Qt::Key_1 << QString() << QString() << QList<Why>{};
    QTest::newRow("the applicant, a slip in the number") << Qt::Key_1 << u"110105194912310021"_s << QString()
                                                         << QList<Why>{Why::CollectorIdentityInvalid};
    QTest::newRow("an agent") << Qt::Key_2 << u"11010519491231002X"_s << u"授权委托书"_s << QList<Why>{};
    QTest::newRow("an agent without number and letter")
        << Qt::Key_2 << QString() << QString() << QList<Why>{Why::CollectorIdentityMissing, Why::AuthorityMissing};
}

void TestIssuancePage::whoMayTakeItIsAsked()
{
    QFETCH(Qt::Key, relation);
    QFETCH(QString, identity);
    QFETCH(QString, authority);
    QFETCH(QList<Why>, refused);
    Office office;
    const auto work = arrived(office);
    Window window(office);
    window.press(Qt::Key_F5);
    window.tabTo(u"relation"_s);
    window.press(relation);
    if (relation != Qt::Key_1) {
        window.tabTo(u"collector"_s);
        window.type(u"李样例"_s);
    }
    window.tabTo(u"identity"_s);
    window.type(identity);
    if (!authority.isEmpty()) {
        window.tabTo(u"authority"_s);
        window.type(authority);
    }
    window.tabTo(u"signed"_s);
    window.press({Qt::Key_Space, Qt::Key_Return});
    QStringList sentences;
    for (const Why why : refused)
        sentences << sentenceOf(why, why == Why::AuthorityMissing ? u"代理人"_s : QString());
    QCOMPARE(window.isAsking(), !refused.isEmpty());
    if (!refused.isEmpty())
        QCOMPARE(window.faults(), sentences);
    QVERIFY(work->readAgain().has_value());
    const auto delivery = work->file().life.items.value(idsOf(*work).first()).delivery;
    QCOMPARE(delivery.has_value(), refused.isEmpty());
    if (delivery)
        QCOMPARE(delivery->authority, authority);
}

void TestIssuancePage::byCourier()
{
    Office office;
    const auto work = arrived(office);
    must(*work, ChooseCollection{{true, Collection::Courier, u"样例路9号"_s}});
    Window window(office);
    const QSignalSpy records(&window.page(), &IssuancePage::recordRequested);
    window.press(Qt::Key_Return); // nobody has to be told first
    window.tabTo(u"company"_s);
    window.type(u"邮政速递"_s);
    window.tabTo(u"tracking"_s);
    window.type(u"EMS100"_s);
    window.press(Qt::Key_Return);
    QVERIFY(work->readAgain().has_value());
    const auto delivery = work->file().life.items.value(idsOf(*work).last()).delivery;
    QVERIFY(delivery);
    QCOMPARE(delivery->company, u"邮政速递"_s);
    QCOMPARE(delivery->address, u"样例路9号"_s);
    QCOMPARE(records.size(), 0); // nobody signs
    window.scan(u"ems100"_s);
    QCOMPARE(window.rows(), int(idsOf(*work).size()));
}

void TestIssuancePage::togetherNamesWhatIsOpen()
{
    Office office;
    const auto work = decided(office);
    const QString first = idsOf(*work).first();
    must(*work, ReceiveResult{first, u"出证窗口"_s, {}});
    Window window(office);
    window.scan(work->file().number);
    int held = -1;
    for (int row = 0; row < window.rows(); ++row)
        held = window.model().line(row).state == ShelfState::Held ? row : held;
    QVERIFY(held >= 0);
    for (int i = 0; i < held; ++i)
        window.press(Qt::Key_Down);
    const QString missing = work->guide().matter.item(idsOf(*work).last())->name;
    QVERIFY2(window.details().contains(missing), qPrintable(window.details()));
    window.press(Qt::Key_Return);
    QVERIFY(!window.isAsking());
    QVERIFY2(window.message().contains(u"together"_s), qPrintable(window.message()));
    window.press(Qt::Key_F5);
    QVERIFY2(window.message().contains(missing), qPrintable(window.message()));
    QVERIFY(work->readAgain().has_value());
    QVERIFY(!work->file().life.items.value(first).delivery);
}

void TestIssuancePage::oneByOneWhenTheApplicantWants()
{
    Office office;
    const auto work = decided(office);
    const QString first = idsOf(*work).first();
    must(*work, ReceiveResult{first, u"出证窗口"_s, {}});
    Window window(office);
    window.press({Qt::Key_F6, Qt::Key_2, Qt::Key_Return}); // each when it is there
    QVERIFY(!window.isAsking());
    QCOMPARE(window.model().line(0).result.item, first); // its clock runs now, it comes first
    window.press({Qt::Key_Up, Qt::Key_Up, Qt::Key_Up, Qt::Key_Up, Qt::Key_Up, Qt::Key_Up});
    window.press(Qt::Key_F5);
    window.tabTo(u"signed"_s);
    window.press({Qt::Key_Space, Qt::Key_Return});
    QVERIFY(work->readAgain().has_value());
    for (const QString &id : idsOf(*work))
        QCOMPARE(work->file().life.items.value(id).delivery.has_value(), id == first);
}

void TestIssuancePage::aMistakeIsPutRightByAMove()
{
    Office office;
    const auto work = arrived(office);
    Window window(office);
    const desk::ShelfEntry line = window.model().line(0);
    window.press(Qt::Key_F3);
    window.type(u"B-07"_s);
    window.tabTo(u"receiver"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    window.type(u"二楼出证窗口"_s);
    window.tabTo(u"taken-by"_s);
    window.type(u"赵六"_s);
    window.press(Qt::Key_Return);
    QVERIFY(work->readAgain().has_value());
    const QList<Custody> chain = work->file().life.items.value(line.result.item).custody;
    QCOMPARE(chain.size(), 2);
    QCOMPARE(chain.last().holder, u"二楼出证窗口"_s);
    QCOMPARE(chain.last().place, u"B-07"_s);
    QCOMPARE(chain.last().takenBy, u"赵六"_s);
    QVERIFY2(window.details().contains(u"A-03"_s) && window.details().contains(u"B-07"_s), qPrintable(window.details()));
    window.scan(u"B07"_s);
    QCOMPARE(window.rows(), 1);
}

void TestIssuancePage::theSameCannotArriveTwiceAtOnePlace()
{
    Office office;
    const auto work = arrived(office);
    Window window(office);
    const int events = int(work->file().events);
    window.press(Qt::Key_F2); // it is here: the form is that of a move
    window.type(u"A-03"_s);
    window.press(Qt::Key_Return);
    QVERIFY(window.isAsking());
    QCOMPARE(window.faults(), QStringList{sentenceOf(Why::AlreadyThere, window.model().line(0).result.name)});
    window.press(Qt::Key_Escape);
    QVERIFY(!window.isAsking());
    QVERIFY(work->readAgain().has_value());
    QCOMPARE(int(work->file().events), events);
}

void TestIssuancePage::escGoesBackStepByStep()
{
    Office office;
    const auto work = arrived(office);
    decided(office);
    Window window(office);
    const int all = window.rows();
    window.press({Qt::Key_Right, Qt::Key_Right});
    const int here = window.rows();
    QVERIFY(here > 0 && here < all);
    window.press(Qt::Key_Insert);
    window.scan(work->file().number);
    window.press(Qt::Key_Escape); // what was found
    QCOMPARE(window.rows(), here);
    QCOMPARE(window.model().marked().size(), 1);
    window.press(Qt::Key_Escape); // the mark
    QCOMPARE(window.model().marked().size(), 0);
    QCOMPARE(window.rows(), here);
    window.press(Qt::Key_Escape); // the part of the list
    QCOMPARE(window.rows(), all);
}

void TestIssuancePage::partsOfTheListByArrows()
{
    Office office;
    const auto work = arrived(office);
    const int n = int(idsOf(*work).size());
    office.clock.set(office.clock.now().addDays(1));
    Window window(office);
    for (const int rows : {0, 0, n, 0, 0, 0, 0}) { // to come, here, overdue, not collected, refusals, proof; the last stays
        window.press(Qt::Key_Right);
        QCOMPARE(window.rows(), rows);
    }
    QCOMPARE(window.page().findChild<ShelfPane *>()->kind(), desk::ShelfKind::ToProve);
}

void TestIssuancePage::theCaseOpens()
{
    Office office;
    const auto work = arrived(office);
    Window window(office);
    const QSignalSpy opened(&window.page(), &IssuancePage::openRequested);
    window.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), work->file().id);
}

void TestIssuancePage::markedLinesStayAndTheModelKeepsItsRules()
{
    Office office;
    const auto work = arrived(office);
    ShelfModel model(office.onShelf);
    const QAbstractItemModelTester rules(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.read(desk::ShelfKind::All);
    model.toggleMark(1);
    model.read(desk::ShelfKind::Waiting);
    QCOMPARE(model.marked().size(), 1);
    QVERIFY(model.index(1).data(ShelfModel::MarkedRole).toBool());
    QVERIFY(!model.index(0).data(ShelfModel::MarkedRole).toBool());
    model.toggleMark(1);
    QVERIFY(model.marked().isEmpty());
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"A-03"_s));
}

QTEST_MAIN(TestIssuancePage)
#include "tst_issuancepage.moc"
