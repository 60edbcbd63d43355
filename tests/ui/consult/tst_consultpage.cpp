#include "core/desk/printroutes.h"
#include "tests/core/desk/hall.h"
#include "tests/support/keys.h"
#include "ui/consult/consultpage.h"
#include "ui/consult/listpanel.h"
#include "ui/intake/itemspanel.h"
#include "ui/intake/optionlist.h"
#include "ui/intake/situationspanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paperview.h"
#include "ui/words/words.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Why = domain::Refusal::Why;

namespace {

constexpr QSize usualPage(1282, 700); ///< what a screen of 1366×768 leaves to a page
constexpr QSize smallestPage(1096, 640); ///< what the smallest window leaves, e.g. on 1920×1080 at 1.5×

/// The page at work with a clerk's hands.
class Desk
{
public:
    Desk(const desk::Handout &handout, desk::Consultation &consultation) : m_consultation(consultation), m_page(handout)
    {
        m_page.resize(usualPage);
        m_page.QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
        m_page.show(&consultation);
    }

    ConsultPage &page() { return m_page; }
    Keys &keys() { return m_keys; }
    template <class Panel>
    Panel &panel() const
    {
        return *m_page.findChild<Panel *>();
    }
    template <class Panel>
    bool hasFocus() const
    {
        return panel<Panel>().isAncestorOf(QApplication::focusWidget());
    }
    /// Presses \a key; the focus is in the page before and after.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        m_keys.press(key, modifiers);
        QVERIFY2(m_page.isAncestorOf(QApplication::focusWidget()), qPrintable(QKeySequence(key).toString()));
    }
    /// Gives the first answer and way to everything that is open.
    void answerAll()
    {
        for (int step = 0; step < 60 && !m_consultation.open().isEmpty(); ++step) {
            const domain::Refusal open = m_consultation.open().front();
            press(Qt::Key_F7);
            const domain::Situation *asked = m_consultation.guide().matter.situation(open.id);
            if (asked && asked->kind == domain::Situation::Kind::Number) {
                press(Qt::Key_3);
                press(Qt::Key_0);
                press(Qt::Key_Return);
            } else {
                press(open.why == Why::ItemsExclude ? Qt::Key_Space : Qt::Key_1);
            }
        }
    }

private:
    desk::Consultation &m_consultation;
    ConsultPage m_page;
    Keys m_keys;
};

}

class TestConsultPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void init() { begin(*m_hall.shelf.guide(newborn(m_hall))); }

    void itBeginsAtTheFirstQuestion()
    {
        Desk desk(m_handout, *m_consultation);
        QVERIFY(desk.hasFocus<SituationsPanel>());
        QCOMPARE(desk.panel<ListPanel>().headline(),
                 ListPanel::tr("Still open: %n", nullptr, int(m_consultation->open().size())));
        QTRY_VERIFY(!desk.panel<PaperView>().accessibleDescription().isEmpty());
    }

    void whatIsOpenIsNamed()
    {
        Desk desk(m_handout, *m_consultation);
        while (!m_consultation->open().isEmpty()) {
            QVERIFY2(desk.panel<ListPanel>().explanation().contains(m_consultation->open().front().subject),
                     qPrintable(desk.panel<ListPanel>().explanation()));
            desk.press(Qt::Key_F7);
            desk.press(Qt::Key_1);
        }
        QCOMPARE(desk.panel<ListPanel>().headline(), ListPanel::tr("The list is whole"));
    }

    void everyStepHasItsKey()
    {
        Desk desk(m_handout, *m_consultation);
        desk.press(Qt::Key_F3);
        QVERIFY(desk.hasFocus<ItemsPanel>());
        desk.press(Qt::Key_F4);
        QVERIFY(desk.hasFocus<ListPanel>() || QApplication::focusWidget() == &desk.panel<ListPanel>());
        desk.press(Qt::Key_F2);
        QVERIFY(desk.hasFocus<SituationsPanel>());
    }

    void tabGoesFromLeftToRight()
    {
        Desk desk(m_handout, *m_consultation);
        QTRY_VERIFY(desk.panel<PaperView>().isVisible());
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.hasFocus<ItemsPanel>());
        for (const QString &act : {u"Ctrl+P"_s, u"Ctrl+S"_s, u"F9"_s}) {
            desk.press(Qt::Key_Tab);
            const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
            QVERIFY2(button && button->text().contains(act), qPrintable(act));
        }
        desk.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), &desk.panel<PaperView>());
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.hasFocus<SituationsPanel>());
    }

    void enterLeadsToTheListAndPrintsOnce()
    {
        Desk desk(m_handout, *m_consultation);
        const QSignalSpy prints(&desk.page(), &ConsultPage::printRequested);
        desk.answerAll();
        QTRY_VERIFY(desk.panel<PaperView>().isVisible());
        desk.press(Qt::Key_F2);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.hasFocus<ItemsPanel>());
        desk.press(Qt::Key_Return);
        QVERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
        desk.press(Qt::Key_Return);
        QCOMPARE(prints.size(), 1);
        desk.press(Qt::Key_Return); // where the keyboard rests now, Enter does nothing
        QCOMPARE(prints.size(), 1);
    }

    void spaceDropsUndoBringsBackAndTheNextBeginsAnew()
    {
        Desk desk(m_handout, *m_consultation);
        desk.answerAll();
        const auto chosen
            = [this] { return std::ranges::count_if(m_consultation->plan().items, &domain::Plan::ItemLine::chosen); };
        const auto before = chosen();
        const auto &items = m_consultation->plan().items;
        desk.panel<ItemsPanel>().takeFocus(std::ranges::find_if(items, &domain::Plan::ItemLine::chosen)->item.id);
        desk.press(Qt::Key_Space);
        QCOMPARE(chosen(), before - 1);
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(chosen(), before);
        const QList<domain::Fact> said = m_consultation->choices();
        desk.press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m_consultation->choices().isEmpty());
        QVERIFY(desk.hasFocus<SituationsPanel>());
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_consultation->choices().size(), said.size());
    }

    /// A notice above the page takes room from it; the question at work stays in sight.
    void theQuestionAtWorkStaysInSight()
    {
        Desk desk(m_handout, *m_consultation);
        desk.answerAll();
        desk.press(Qt::Key_F2);
        desk.press(Qt::Key_End);
        const auto &list = *desk.panel<SituationsPanel>().findChild<OptionList *>();
        desk.page().resize(usualPage - QSize(0, 120));
        QTRY_VERIFY(list.viewport()->rect().contains(list.visualRect(list.currentIndex())));
    }

    void everyActHasItsKeyWhereverTheClerkIs_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("situations") << int(Qt::Key_F2);
        QTest::newRow("items") << int(Qt::Key_F3);
        QTest::newRow("list") << int(Qt::Key_F4);
    }
    void everyActHasItsKeyWhereverTheClerkIs()
    {
        QFETCH(int, step);
        Desk desk(m_handout, *m_consultation);
        const QSignalSpy prints(&desk.page(), &ConsultPage::printRequested);
        const QSignalSpy saves(&desk.page(), &ConsultPage::saveRequested);
        const QSignalSpy cases(&desk.page(), &ConsultPage::caseRequested);
        const QSignalSpy left(&desk.page(), &ConsultPage::leaveRequested);
        desk.press(Qt::Key(step));
        desk.press(Qt::Key_P, Qt::ControlModifier);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        desk.press(Qt::Key_F9);
        desk.press(Qt::Key_Escape);
        QCOMPARE(prints.size(), 1);
        QCOMPARE(saves.size(), 1);
        QCOMPARE(cases.size(), 1);
        QCOMPARE(left.size(), 1);
    }

    void aNumberThatWasOnlyTypedIsGivenBeforeItIsPrinted()
    {
        const domain::GuidePack *pack = m_hall.shelf.pack(u"sanmenxia-enterprise"_s);
        begin(*m_hall.shelf.guide({pack->id, pack->version, u"supermarket"_s}));
        Desk desk(m_handout, *m_consultation);
        const auto &situations = m_consultation->guide().matter.situations;
        const auto number = std::ranges::find(situations, domain::Situation::Kind::Number, &domain::Situation::kind);
        QVERIFY(number != situations.end());
        desk.panel<SituationsPanel>().takeFocus(number->id);
        for (const Qt::Key key : {Qt::Key_3, Qt::Key_0, Qt::Key_0})
            desk.press(key);
        desk.press(Qt::Key_P, Qt::ControlModifier);
        const auto answered = [&](const domain::Fact &fact) {
            const auto *answer = std::get_if<domain::SituationAnswered>(&fact);
            return answer && answer->situation == number->id && answer->answer == u"300";
        };
        QVERIFY(std::ranges::any_of(m_consultation->choices(), answered));
    }

    void aMatterThatIsCatalogueOnlySaysWhyThereIsNoCase()
    {
        domain::Guide guide = m_consultation->guide();
        guide.matter.status = domain::MatterStatus::Catalogue;
        guide.matter.situations.clear();
        for (domain::Item &item : guide.matter.items) {
            item.when = {};
            item.exclusive.clear();
            item.paths.clear();
            item.materials.clear();
        }
        begin(guide);
        Desk desk(m_handout, *m_consultation);
        QVERIFY(!desk.panel<SituationsPanel>().isVisible());
        QCOMPARE(desk.panel<ListPanel>().headline(), ListPanel::tr("Items and departments"));
        QVERIFY(desk.panel<ListPanel>().explanation().startsWith(u"No case can be opened"));
        for (const QPushButton *act : desk.panel<ListPanel>().findChildren<QPushButton *>())
            QVERIFY2(!act->isVisible() || !act->text().contains(u"F9"), qPrintable(act->text()));
        const QString texts = m_handout.personalList(*m_consultation)->texts().join(u'\n');
        for (const domain::Item &item : guide.matter.items)
            QVERIFY2(texts.contains(item.name) && texts.contains(item.department), qPrintable(item.name));
        desk.press(Qt::Key_F2); // there are no questions: the keyboard goes to what there is
        QVERIFY(desk.hasFocus<ItemsPanel>());
        desk.page().refuse(words::sentence(domain::Refusal{Why::NotWorkedOut, guide.matter.name, {}}));
        QVERIFY(!desk.panel<ListPanel>().refusal().isEmpty());
    }

    void anotherConsultationShowsNothingOfTheFirst()
    {
        Desk desk(m_handout, *m_consultation);
        desk.answerAll();
        desk.page().refuse(u"no"_s);
        desk::Consultation second(m_consultation->guide(), m_hall.clock);
        desk.page().show(&second);
        QVERIFY(second.choices().isEmpty());
        QVERIFY(desk.hasFocus<SituationsPanel>());
        QVERIFY(desk.panel<ListPanel>().refusal().isEmpty());
        desk.page().show(nullptr);
    }

    /// By keys alone to a whole list, and every matter of every pack fits the smallest screen.
    void everyMatterCanBeConsultedOn()
    {
        int matters = 0;
        for (const domain::GuidePack &pack : m_hall.shelf.packs()) {
            for (const domain::Matter &matter : pack.matters) {
                desk::Consultation consultation(*m_hall.shelf.guide({pack.id, pack.version, matter.id}), m_hall.clock);
                Desk at(m_handout, consultation);
                if (matter.sequence % 6 == 1) {
                    ++matters;
                    at.answerAll();
                    for (const domain::Refusal &left : consultation.open()) // first answers may rule every item out
                        QVERIFY2(left.why == Why::NothingChosen, qPrintable(matter.name + u": "_s + words::sentence(left)));
                }
                const QSize least = at.page().minimumSizeHint();
                QVERIFY2(least.width() <= smallestPage.width() && least.height() <= smallestPage.height(),
                         qPrintable(u"%1: %2 × %3"_s.arg(matter.name).arg(least.width()).arg(least.height())));
            }
        }
        QVERIFY(matters > 10);
    }

private:
    void begin(domain::Guide guide) { m_consultation.emplace(std::move(guide), m_hall.clock); }

    Hall m_hall;
    support::FakePrinter m_printer;
    const desk::PrintRoutes m_routes{m_hall.folder.filePath(u"printers.json"_s)};
    desk::LoosePapers m_printing{m_printer, m_routes};
    desk::Handout m_handout{m_hall.forms, m_hall.profile->hall(), m_printing};
    std::optional<desk::Consultation> m_consultation;
};

QTEST_MAIN(TestConsultPage)
#include "tst_consultpage.moc"
