#include "tests/core/desk/readingroom.h"
#include "ui/guides/differencesmodel.h"
#include "ui/guides/guidespage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/paperview.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(const guides::PublisherKey *)

/// The page with real guides behind it, worked by keys.
class TestGuidesPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }
    void init();
    void cleanup();

    void differencesKeepTheRulesOfModels();
    void lettersFind();
    void filtersLeaveWhatFitsAndOneKeyTakesThemOff();
    void anEmptyListSaysWhatToDo();
    void enterReadsAndEscGoesBack();
    void keysStartACaseOrAConsultation();
    void whatIsShownIsPrinted_data();
    void whatIsShownIsPrinted();
    void aPrinterThatFailsIsNamed();
    void whatIsShownIsSaved();
    void aloneThereIsNothingToCompare();
    void twoVersionsAreComparedSideBySide();
    void aMatterThatAVersionLacksIsSaid();
    void packsAreJudged_data();
    void packsAreJudged();
    void aSignedPackComesInByOneKey();
    void anAdministratorAnswersForAnUnsignedPack();
    void anOlderPackIsKeptForReading();
    void escLeavesTheImport();
    void aFullDiskIsSaid();

private:
    template <class T>
    T *named(const QString &name) const
    {
        const auto all = m_page->findChildren<T *>();
        const auto it = std::ranges::find(all, name, &QWidget::accessibleName);
        return it == all.end() ? nullptr : *it;
    }
    SearchField *field() const { return m_page->findChild<SearchField *>(); }
    QListView *list() const { return named<QListView>(u"Guides"_s); }
    QPushButton *button(const QString &text) const
    {
        const auto all = m_page->findChildren<QPushButton *>();
        const auto it = std::ranges::find(all, text, &QPushButton::text);
        return it == all.end() ? nullptr : *it;
    }
    bool says(const QString &words) const
    {
        const auto all = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(all, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_page->window()->focusWidget(), key, modifiers);
    }
    /// Hands in a file and waits until it was looked at.
    void lookAt(const QString &file) const
    {
        m_page->lookAt(file);
        QTRY_VERIFY(!says(u"is being read"_s));
    }
    QString badge() const
    {
        const auto *shown = m_page->findChild<Badge *>();
        return shown && shown->isVisible() ? shown->face().text : QString();
    }
    static QStringList rowsOf(const QAbstractItemView *view)
    {
        QStringList rows;
        for (int row = 0; view->model() && row < view->model()->rowCount(); ++row)
            rows << view->model()->index(row, 0).data().toString();
        return rows;
    }
    QListView *visibleDifferences() const
    {
        const auto all = m_page->findChildren<QListView *>();
        const auto it = std::ranges::find_if(
            all, [](const QListView *view) { return view->isVisible() && view->accessibleName() == "Differences"_L1; });
        return it == all.end() ? nullptr : *it;
    }

    std::unique_ptr<ReadingRoom> m_room;
    std::unique_ptr<GuidesPage> m_page;
};

void TestGuidesPage::init()
{
    m_room = std::make_unique<ReadingRoom>();
    m_page = std::make_unique<GuidesPage>(*m_room->reading);
    m_page->resize(1280, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
    QVERIFY(field()->hasFocus());
}

void TestGuidesPage::cleanup()
{
    m_page.reset();
    m_room.reset();
}

void TestGuidesPage::differencesKeepTheRulesOfModels()
{
    DifferencesModel model;
    const QAbstractItemModelTester rules(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({{u"a"_s, u"甲"_s, u"增加材料"_s, true}, {u"a"_s, u"甲"_s, u"电话改变"_s, false}});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString() != u"增加材料"_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"电话改变"_s);
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void TestGuidesPage::lettersFind()
{
    QCOMPARE(list()->model()->rowCount(), 2);
    QTRY_VERIFY(says(u"version 2026.11.1"_s));
    press(Qt::Key_Down);
    QCOMPARE(list()->currentIndex().data().toString(), u"幼儿入园"_s);
    QTest::keyClicks(field(), u"xse"_s);
    QCOMPARE(rowsOf(list()), QStringList{u"新生儿出生"_s});
    QVERIFY(says(u"1 found"_s));
    press(Qt::Key_Escape);
    QCOMPARE(list()->model()->rowCount(), 2);
}

void TestGuidesPage::filtersLeaveWhatFitsAndOneKeyTakesThemOff()
{
    press(Qt::Key_F5);
    auto *audience = named<QComboBox>(u"Whom it serves"_s);
    QVERIFY(audience && audience->hasFocus());
    QCOMPARE(audience->itemText(1), u"个人  2"_s);
    auto *mark = named<QComboBox>(u"List"_s);
    mark->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(mark->currentData().toString(), u"*"_s);
    QCOMPARE(rowsOf(list()), QStringList{u"新生儿出生"_s});
    QCOMPARE(audience->itemText(1), u"个人  1"_s); // counted with the other filters
    press(Qt::Key_F6);
    QCOMPARE(list()->model()->rowCount(), 2);
    QCOMPARE(mark->currentIndex(), 0);
    QVERIFY(field()->hasFocus());
}

void TestGuidesPage::anEmptyListSaysWhatToDo()
{
    QTest::keyClicks(field(), u"qqq"_s);
    QCOMPARE(list()->model()->rowCount(), 0);
    QVERIFY(says(u"Nothing fits “qqq”"_s));
    QTRY_VERIFY(says(u"No guide is chosen"_s));
    QVERIFY(field()->hasFocus());
    press(Qt::Key_Return);
    press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(m_room->printer.jobs.isEmpty());
}

void TestGuidesPage::enterReadsAndEscGoesBack()
{
    press(Qt::Key_Return);
    auto *paper = qobject_cast<PaperView *>(m_page->window()->focusWidget());
    QVERIFY(paper);
    QVERIFY(paper->verticalScrollBar()->maximum() > 0);
    press(Qt::Key_PageDown);
    QVERIFY(paper->verticalScrollBar()->value() > 0);
    press(Qt::Key_F3);
    QCOMPARE(m_page->window()->focusWidget(), paper); // still reading, now the leaflet
    press(Qt::Key_Escape);
    QVERIFY(field()->hasFocus());
}

void TestGuidesPage::keysStartACaseOrAConsultation()
{
    const domain::GuideRef birth{u"sample-city"_s, u"2026.11.1"_s, u"birth"_s};
    const QSignalSpy opened(m_page.get(), &GuidesPage::openRequested);
    const QSignalSpy consulted(m_page.get(), &GuidesPage::consultRequested);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_F7);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<domain::GuideRef>(), birth);
    QCOMPARE(consulted.size(), 1);
    QCOMPARE(consulted[0][0].value<domain::GuideRef>(), birth);
}

void TestGuidesPage::whatIsShownIsPrinted_data()
{
    QTest::addColumn<Qt::Key>("view");
    QTest::addColumn<desk::GuideReading::Leaf>("leaf");
    QTest::addColumn<bool>("duplex");
    QTest::addColumn<QString>("words");
    QTest::newRow("full guide") << Qt::Key_F2 << desk::GuideReading::Leaf::Full << true << u"The full guide of “新生儿出生”"_s;
    QTest::newRow("leaflet, turned by the printer")
        << Qt::Key_F3 << desk::GuideReading::Leaf::Concise << true << u"Fold it in three."_s;
    QTest::newRow("leaflet, turned by hand") << Qt::Key_F3 << desk::GuideReading::Leaf::Concise << false << u"flipped on the short edge"_s;
    QTest::newRow("comparison") << Qt::Key_F4 << desk::GuideReading::Leaf::Full << true << u"The full guide of “新生儿出生”"_s;
}

void TestGuidesPage::whatIsShownIsPrinted()
{
    QFETCH(Qt::Key, view);
    QFETCH(desk::GuideReading::Leaf, leaf);
    QFETCH(bool, duplex);
    QFETCH(QString, words);
    m_room->printer.faces = {{.name = u"counter"_s, .isUsual = true, .duplex = duplex}};
    press(view);
    press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m_room->printer.jobs.size(), 1);
    const QString direct = m_room->path(u"direct.pdf"_s);
    QVERIFY(m_room->reading->save({u"sample-city"_s, u"2026.11.1"_s, u"birth"_s}, leaf, direct));
    QFile file(direct);
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(m_room->printer.jobs[0].second.size(), file.size());
    const QString told = m_page->findChild<InlineMessage *>()->text();
    QVERIFY2(told.contains(words), qPrintable(told));
    QCOMPARE(told.contains(u"short edge"_s), !duplex);
}

void TestGuidesPage::aPrinterThatFailsIsNamed()
{
    m_room->printer.failing = true;
    press(Qt::Key_P, Qt::ControlModifier);
    const auto *message = m_page->findChild<InlineMessage *>();
    QVERIFY(message->isVisible() && message->text().contains(u"out of paper"_s));
    press(Qt::Key_Down);
    QVERIFY(!message->isVisible());
}

void TestGuidesPage::whatIsShownIsSaved()
{
    const QSignalSpy wanted(m_page.get(), &GuidesPage::saveRequested);
    press(Qt::Key_F3);
    press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), u"birth-2026.11.1-concise.pdf"_s);
    m_page->saveTo(m_room->path(u"leaflet.pdf"_s));
    QFile file(m_room->path(u"leaflet.pdf"_s));
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF"));
    QVERIFY(m_page->findChild<InlineMessage *>()->text().contains(u"leaflet.pdf"_s));
    m_page->saveTo(m_room->path(u"no such folder/leaflet.pdf"_s));
    QVERIFY(!m_page->findChild<InlineMessage *>()->text().contains(u"was saved"_s));
}

void TestGuidesPage::aloneThereIsNothingToCompare()
{
    press(Qt::Key_F4);
    QVERIFY(says(u"Only one version of this pack is on this PC"_s));
    QVERIFY(!list()->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(list()->isVisible());
    QVERIFY(field()->hasFocus());
}

void TestGuidesPage::twoVersionsAreComparedSideBySide()
{
    lookAt(m_room->bring(ReadingRoom::version(u"2026.9.1"_s, u"新生儿"_s), &m_room->city));
    press(Qt::Key_Return);
    press(Qt::Key_F4);
    auto *versions = named<QComboBox>(u"Version to compare with"_s);
    QVERIFY(versions->hasFocus());
    QCOMPARE(versions->count(), 1);
    QVERIFY(says(u"Older: 2026.9.1"_s));
    QVERIFY(says(u"Newer: 2026.11.1 (in use)"_s));
    const QStringList differences = rowsOf(visibleDifferences());
    QCOMPARE(differences.size(), 1);
    QVERIFY2(differences[0].contains(u"新生儿"_s), qPrintable(differences[0]));

    QList<PaperView *> papers;
    for (PaperView *view : m_page->findChildren<PaperView *>()) {
        if (view->isVisible())
            papers << view;
    }
    QCOMPARE(papers.size(), 2);
    QVERIFY(papers[0]->verticalScrollBar()->maximum() > 0);
    papers[0]->setFocus();
    press(Qt::Key_PageDown);
    QVERIFY(papers[0]->verticalScrollBar()->value() > 0);
    QCOMPARE(papers[1]->verticalScrollBar()->value(), papers[0]->verticalScrollBar()->value());
}

void TestGuidesPage::aMatterThatAVersionLacksIsSaid()
{
    lookAt(m_room->bring(ReadingRoom::version(u"2026.9.1"_s).replace("\"school\"", "\"nursery\""), &m_room->city));
    press(Qt::Key_Return);
    press(Qt::Key_Down);
    press(Qt::Key_F4);
    QVERIFY(says(u"This version does not have the matter"_s));
    QCOMPARE(rowsOf(visibleDifferences()).size(), 1);
}

void TestGuidesPage::packsAreJudged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("signer"); // city, stranger, altered or nobody
    QTest::addColumn<QString>("badge");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("canBePressed");
    QTest::addColumn<bool>("asksConsent");
    const QByteArray newer = ReadingRoom::version(u"2026.12.1"_s, u"新生儿"_s);
    const QString open = u"Can be imported"_s;
    const QString consent = u"An administrator must consent"_s;
    const QString closed = u"Cannot be imported"_s;
    QTest::newRow("signed, newer") << newer << u"city"_s << open << u"Newer than version 2026.11.1"_s << true << false;
    QTest::newRow("signed, older") << ReadingRoom::version(u"2026.9.1"_s) << u"city"_s << open << u"Older than what is here"_s << true << false;
    QTest::newRow("not signed") << newer << u""_s << consent << u"nobody vouches"_s << false << true;
    QTest::newRow("signed by a stranger") << newer << u"stranger"_s << consent << u"does not know that key"_s << false << true;
    QTest::newRow("altered after signing") << newer << u"altered"_s << closed << u"Ask the publisher for pack and signature"_s << false << false;
    QTest::newRow("the same") << ReadingRoom::version(u"2026.11.1"_s) << u"city"_s << u"Here already"_s << u"exactly the same"_s << false << false;
    QTest::newRow("other content") << ReadingRoom::version(u"2026.11.1"_s, u"新生儿"_s) << u"city"_s << closed << u"needs a new version number"_s << false << false;
    QTest::newRow("broken") << QByteArray("{\"pack\": 7}") << u"city"_s << closed << u"Send the faults below"_s << false << false;
    QTest::newRow("empty") << QByteArray() << u""_s << closed << u"Send the faults below"_s << false << false;
}

void TestGuidesPage::packsAreJudged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, signer);
    QFETCH(QString, words);
    QFETCH(bool, canBePressed);
    QFETCH(bool, asksConsent);
    const bool isCity = signer == "city"_L1 || signer == "altered"_L1;
    const guides::PublisherKey *key = isCity ? &m_room->city : &m_room->stranger;
    const QString file = m_room->bring(bytes, signer.isEmpty() ? nullptr : key);
    if (signer == "altered"_L1) {
        QFile pack(file);
        QVERIFY(pack.open(QFile::Append) && pack.write("\n") == 1);
    }
    lookAt(file);
    QTEST(badge(), "badge");
    QVERIFY(says(words));
    auto *import = button(u"Import"_s);
    QCOMPARE(import->isVisible() && import->isEnabled(), canBePressed);
    QCOMPARE(named<QLineEdit>(u"Reason"_s)->isVisible(), asksConsent);
    if (badge() == "Cannot be imported"_L1 && bytes.size() < 20)
        QVERIFY(!rowsOf(named<QListView>(u"What is wrong"_s)).isEmpty());
    press(Qt::Key_Return);
    QCOMPARE(m_room->versions().size(), canBePressed ? 2 : 1);
}

void TestGuidesPage::aSignedPackComesInByOneKey()
{
    const QSignalSpy changed(m_page.get(), &GuidesPage::guidesChanged);
    lookAt(m_room->bring(ReadingRoom::version(u"2026.11.2"_s, u"新生儿来了"_s), &m_room->city));
    QVERIFY(says(u"Signed by “样例市”"_s));
    QVERIFY(!rowsOf(visibleDifferences()).isEmpty());
    press(Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"新生儿来了"_s); // at once
    QTRY_VERIFY(says(u"version 2026.11.2"_s));
    QVERIFY(m_page->findChild<InlineMessage *>()->text().contains(u"was imported"_s));
    QVERIFY(field()->hasFocus());
}

void TestGuidesPage::anAdministratorAnswersForAnUnsignedPack()
{
    lookAt(m_room->bring(ReadingRoom::version(u"2026.12.1"_s)));
    QVERIFY(named<QLineEdit>(u"Name of the administrator"_s)->hasFocus());
    QTest::keyClicks(m_page->focusWidget(), u"Li"_s);
    press(Qt::Key_Return);
    QVERIFY(named<QLineEdit>(u"Reason"_s)->hasFocus());
    press(Qt::Key_Return); // no reason yet
    QTest::keyClicks(m_page->focusWidget(), u"  "_s);
    QVERIFY(!button(u"Import"_s)->isEnabled());
    QCOMPARE(m_room->versions().size(), 1);
    QTest::keyClicks(m_page->focusWidget(), u"fax"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_room->versions().size(), 2);
    QCOMPARE(m_room->record(u"2026.12.1"_s).person, u"Li"_s);
    QCOMPARE(m_room->record(u"2026.12.1"_s).reason, u"fax"_s);
}

void TestGuidesPage::anOlderPackIsKeptForReading()
{
    lookAt(m_room->bring(ReadingRoom::version(u"2026.9.1"_s), &m_room->city));
    press(Qt::Key_Return);
    QVERIFY(m_page->findChild<InlineMessage *>()->text().contains(u"Version 2026.11.1 stays in use"_s));
    QTRY_VERIFY(says(u"version 2026.11.1"_s));
}

void TestGuidesPage::escLeavesTheImport()
{
    lookAt(m_room->bring(ReadingRoom::version(u"2026.12.1"_s)));
    press(Qt::Key_Escape);
    QCOMPARE(badge(), QString());
    QVERIFY(field()->hasFocus());
    QCOMPARE(m_room->versions().size(), 1);
    const QSignalSpy wanted(m_page.get(), &GuidesPage::packFileRequested);
    press(Qt::Key_F8);
    QCOMPARE(wanted.size(), 1);
}

void TestGuidesPage::aFullDiskIsSaid()
{
    lookAt(m_room->bring(ReadingRoom::version(u"2026.12.1"_s), &m_room->city));
    QFile inTheWay(m_room->path(u"profile/guides"_s)); // a file where the folder must be
    QVERIFY(inTheWay.open(QFile::WriteOnly));
    press(Qt::Key_Return);
    QVERIFY(says(u"Not imported"_s));
    QCOMPARE(m_room->versions().size(), 1);
}

QTEST_MAIN(TestGuidesPage)
#include "tst_guidespage.moc"
