#include "core/domain/decidelife.h"
#include "core/domain/letters.h"
#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "tests/ui/intake/counter.h"
#include "ui/intake/applicantform.h"
#include "ui/intake/checklistpanel.h"
#include "ui/intake/intakepage.h"
#include "ui/intake/itemspanel.h"
#include "ui/intake/paperpanel.h"
#include "ui/intake/situationspanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paperview.h"
#include "ui/words/words.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using Why = domain::Refusal::Why;

namespace {

/// The page at work in a window as large as the smallest screen leaves it, with a clerk's hands.
class Desk
{
public:
    explicit Desk(desk::CaseWork &work) : m_work(work)
    {
        m_page.resize(1282, 700);
        m_page.QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
        m_page.show(&work);
    }

    IntakePage &page() { return m_page; }
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
    void answerAll()
    {
        while (firstOpen() == Why::SituationOpen)
            press(Qt::Key_1);
    }
    void fillIn()
    {
        const QList<domain::Plan::FieldLine> lines = m_work.plan().fields; // as it is now: every fact makes a new plan
        for (const domain::Plan::FieldLine &line : lines) {
            if (line.field.kind == domain::Field::Kind::Choice) {
                press(Qt::Key_1);
                continue;
            }
            m_keys.type(support::factFor(line.field));
            press(Qt::Key_Return);
        }
    }
    /// Gives every material without a verdict the verdict of \a key.
    void check(Qt::Key key)
    {
        while (std::ranges::any_of(m_work.plan().materials, [&](const auto &line) {
            return !m_work.file().verdicts.contains(line.material.id);
        }))
            press(key);
    }

private:
    std::optional<Why> firstOpen() const
    {
        const QList<domain::Refusal> open = m_work.obstaclesToFiling();
        return open.isEmpty() ? std::nullopt : std::optional(open.front().why);
    }

    desk::CaseWork &m_work;
    IntakePage m_page;
    Keys m_keys;
};

}

class TestIntakePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void init()
    {
        m_counter = std::make_unique<Counter>();
        m_work = m_counter->open(u"sanmenxia-personal"_s, u"newborn"_s);
    }
    void cleanup()
    {
        m_work.reset();
        m_counter.reset();
    }

    void aFreshCaseBeginsAtTheFirstQuestion()
    {
        Desk desk(*m_work);
        QVERIFY(desk.hasFocus<SituationsPanel>());
    }

    void everyStepHasItsKey()
    {
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_F3);
        QVERIFY(desk.hasFocus<ItemsPanel>());
        desk.press(Qt::Key_F4);
        QVERIFY(desk.hasFocus<ApplicantForm>());
        desk.press(Qt::Key_F5);
        QVERIFY(desk.hasFocus<ChecklistPanel>());
        desk.press(Qt::Key_F6);
        QVERIFY(desk.hasFocus<PaperPanel>());
        desk.press(Qt::Key_F2);
        QVERIFY(desk.hasFocus<SituationsPanel>());
    }

    /// design.md: at most 60 key presses beyond the typed facts, no mouse.
    void theStandardCaseIsFiledWithFewKeys()
    {
        Desk desk(*m_work);
        const QSignalSpy prints(&desk.page(), &IntakePage::printRequested);
        desk.press(Qt::Key_2); // the birth certificate is not issued yet: the longest way
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        QVERIFY(desk.hasFocus<ChecklistPanel>());
        desk.check(Qt::Key_1);
        desk.press(Qt::Key_F9);
        QCOMPARE(m_work->file().stage, domain::Stage::Filed);
        QCOMPARE(prints.size(), 1);
        QCOMPARE(prints[0][0].value<domain::PaperRef>().kind, domain::PaperKind::FilingReceipt);
        qInfo("%d key presses", desk.keys().count());
        QVERIFY2(desk.keys().count() <= 60, qPrintable(QString::number(desk.keys().count())));
    }

    /// Enter follows what is seen: block by block, in each row from left to right, under the heading of the block.
    void theKeyboardFollowsTheBlocks()
    {
        m_work = m_counter->open(u"sanmenxia-personal"_s, u"second-hand-house"_s);
        for (const auto &[question, answer] : std::initializer_list<std::pair<QString, QString>>{
                 {u"presence"_s, u"both-proxy"_s}, {u"minors"_s, u"buyer"_s}})
            QVERIFY(m_work->perform(domain::AnswerSituation{question, answer}).has_value());
        Desk desk(*m_work);
        desk.page().resize(1282, 1400); // the whole form in sight
        desk.answerAll();
        ApplicantForm &form = desk.panel<ApplicantForm>();
        const QList<domain::FormBlock> blocks = domain::formBlocks(m_work->plan());
        QCOMPARE(blocks.size(), 4);
        QCOMPARE(blocks.front().title, u"买方"_s);
        QVERIFY(blocks[2].fields.contains(u"seller-agent-until"_s) && blocks[2].fields.contains(u"buyer-agent-scope"_s));
        form.takeFocus(blocks.front().fields.front());
        QCoreApplication::processEvents(); // the form is laid out
        QPoint before(-1, -1);
        for (const domain::FormBlock &block : blocks) {
            const QString title = block.title.isEmpty() ? words::name(block.role) : block.title;
            const auto labels = form.findChildren<QLabel *>();
            const auto heading = std::ranges::find(labels, title, &QLabel::text);
            QVERIFY2(heading != labels.end() && (*heading)->isVisible(), qPrintable(title));
            for (const QString &field : block.fields) {
                QWidget *editor = form.editor(field);
                QVERIFY2(editor->hasFocus(), qPrintable(field));
                const QPoint at = editor->mapTo((*heading)->parentWidget(), QPoint(0, 0)); // however far it is scrolled
                QVERIFY2(at.y() > before.y() || (at.y() == before.y() && at.x() > before.x()), qPrintable(field));
                QVERIFY2((*heading)->y() < at.y(), qPrintable(u"%1 at %2, %3 at %4"_s.arg(title).arg((*heading)->y()).arg(field).arg(at.y())));
                before = at;
                desk.press(Qt::Key_Return);
            }
        }
    }

    void aGapIsToldAndPutRightLater()
    {
        Desk desk(*m_work);
        const QSignalSpy prints(&desk.page(), &IntakePage::printRequested);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        desk.press(Qt::Key_7);
        desk.check(Qt::Key_1);
        desk.press(Qt::Key_F9);
        QCOMPARE(m_work->file().stage, domain::Stage::Intake);
        QVERIFY(!desk.panel<PaperPanel>().refusal().isEmpty());

        desk.press(Qt::Key_F8);
        QCOMPARE(m_work->file().notices.size(), 1);
        QCOMPARE(prints.size(), 1);
        QCOMPARE(prints[0][0].value<domain::PaperRef>().kind, domain::PaperKind::CorrectionNotice);
        QCOMPARE(prints[0][0].value<domain::PaperRef>().number, 1);
        QVERIFY(desk.panel<PaperPanel>().refusal().isEmpty());
        desk.press(Qt::Key_Return); // where the keyboard rests now, Enter does nothing
        QCOMPARE(m_work->file().notices.size(), 1);

        desk.press(Qt::Key_F7);
        QVERIFY(desk.hasFocus<ChecklistPanel>());
        desk.press(Qt::Key_1);
        desk.press(Qt::Key_F9);
        QCOMPARE(m_work->file().stage, domain::Stage::Filed);
        QCOMPARE(prints.size(), 2);
    }

    void noNoticeBeforeEveryMaterialHasAVerdict()
    {
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        desk.press(Qt::Key_7);
        desk.press(Qt::Key_F8);
        QVERIFY(m_work->file().notices.isEmpty());
        QCOMPARE(desk.panel<PaperPanel>().refusal(), words::sentence(m_work->obstaclesToNotice().front()));
        QVERIFY(desk.hasFocus<ChecklistPanel>()); // a refusal takes nobody away from the work
    }

    void enterLeadsThroughTheSteps()
    {
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_Return);
        QVERIFY(desk.hasFocus<ItemsPanel>());
        desk.press(Qt::Key_Return);
        QVERIFY(desk.hasFocus<ApplicantForm>());
        desk.fillIn();
        desk.check(Qt::Key_1);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.hasFocus<PaperPanel>());
        desk.press(Qt::Key_Return); // on the act that is possible
        QCOMPARE(m_work->file().stage, domain::Stage::Filed);
    }

    void undoTakesTheLastVerdictBack()
    {
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_F5);
        desk.press(Qt::Key_1);
        QCOMPARE(m_work->file().verdicts.size(), 1);
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_work->file().verdicts.isEmpty());
    }

    void undoInAnUntouchedFieldIsTheCasesUndo()
    {
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        const qsizetype answers = m_work->file().answers.size();
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_work->file().answers.size(), answers - 1);
    }

    void leavingGivesWhatWasOnlyTyped()
    {
        Desk desk(*m_work);
        const QSignalSpy left(&desk.page(), &IntakePage::leaveRequested);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.keys().type(u"测试"_s);
        desk.press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        QCOMPARE(m_work->file().fields.value(u"applicant-name"_s), u"测试"_s);
    }

    void everythingIsInTheJournalAtOnce()
    {
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        desk.press(Qt::Key_1);
        QCOMPARE(m_counter->resume(m_work->file().id)->file(), m_work->file());
    }

    void escInTheStripStaysOnThePage()
    {
        Desk desk(*m_work);
        const QSignalSpy left(&desk.page(), &IntakePage::leaveRequested);
        desk.answerAll();
        desk.press(Qt::Key_F5);
        desk.press(Qt::Key_6);
        desk.press(Qt::Key_Escape);
        QCOMPARE(left.size(), 0);
        QVERIFY(desk.hasFocus<ChecklistPanel>());
        desk.press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void nothingIssuedNothingToReprint()
    {
        Desk desk(*m_work);
        const QSignalSpy prints(&desk.page(), &IntakePage::printRequested);
        desk.press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(prints.size(), 0);
        QCOMPARE(desk.panel<PaperPanel>().refusal(), words::sentence(domain::Refusal{Why::NoSuchPaper, {}, {}}));
    }

    void theLastPaperIsReprintedAndSaved()
    {
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        desk.check(Qt::Key_1);
        desk.press(Qt::Key_F9);
        const QSignalSpy prints(&desk.page(), &IntakePage::printRequested);
        const QSignalSpy saves(&desk.page(), &IntakePage::saveRequested);
        desk.press(Qt::Key_P, Qt::ControlModifier);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(prints.size(), 1);
        QCOMPARE(saves.size(), 1);
        QCOMPARE(saves[0][0].value<domain::PaperRef>().kind, domain::PaperKind::FilingReceipt);
    }

    /// 容缺: the letter is printed, its consequences stand to be read out, one key says that it is signed.
    void whatIsDeferredIsSignedForBeforeFiling()
    {
        Desk desk(*m_work);
        const QSignalSpy letters(&desk.page(), &IntakePage::printRequested);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        desk.check(Qt::Key_1);
        const auto deferrable = std::ranges::find_if(m_work->plan().materials,
                                                     [](const auto &line) { return line.material.deferrable; });
        QVERIFY(deferrable != m_work->plan().materials.end());
        const domain::Verdict later{.kind = domain::VerdictKind::Deferred, .due = m_work->today()};
        QVERIFY(m_work->perform(domain::GiveVerdict{deferrable->material.id, later}));
        PaperPanel &paper = desk.panel<PaperPanel>();
        QCOMPARE(paper.headline(), PaperPanel::tr("A letter is to be signed before filing"));
        desk.press(Qt::Key_F11);
        QVERIFY(paper.refusal().contains(u"容缺受理承诺书"_s)); // not printed yet
        desk.press(Qt::Key_F9);
        QCOMPARE(letters.size(), 1);
        QVERIFY(letters[0][0].value<domain::PaperRef>() == (domain::PaperRef{domain::PaperKind::DeferralLetter, 1, {}}));
        desk.press(Qt::Key_P, Qt::ControlModifier); // the printer was out of paper
        QCOMPARE(letters.size(), 2);
        QCOMPARE(m_work->file().stage, domain::Stage::Intake);
        QCOMPARE(paper.headline(), PaperPanel::tr("Read out, then let sign"));
        const QString told = domain::consequencesOf(domain::Letter::Kind::Deferral, m_work->guide());
        const QList<QLabel *> labels = paper.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text() == told; }));
        desk.press(Qt::Key_F9);
        QVERIFY(paper.refusal().contains(u"F11"_s));
        QCOMPARE(m_work->file().stage, domain::Stage::Intake);
        desk.press(Qt::Key_F11);
        QVERIFY(m_work->file().letters.last().signedAt.isValid());
        QCOMPARE(m_work->file().letters.last().told, told);
        desk.press(Qt::Key_Return); // the keyboard waits on the act that is possible now
        QCOMPARE(m_work->file().stage, domain::Stage::Filed);
        QCOMPARE(m_work->file().life.supplements.size(), 1);
    }

    void whatWasEntrustedToTheWindowIsAcceptedAtOnce()
    {
        m_work = m_counter->open(u"sanmenxia-personal"_s, u"newborn"_s, {.acceptsAtWindow = {u"*"_s}});
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        desk.check(Qt::Key_1);
        desk.press(Qt::Key_F9);
        QCOMPARE(m_work->file().stage, domain::Stage::Filed);
        desk.press(Qt::Key_F11);
        const auto items = domain::itemsOf(m_work->file(), m_work->guide());
        QVERIFY(!items.isEmpty());
        for (const auto &[line, item] : items)
            QCOMPARE(item.state, domain::CaseItem::State::Accepted);
        const domain::Case before = m_work->file();
        desk.press(Qt::Key_F11); // nothing is left
        QCOMPARE(m_work->file(), before);
    }

    void aFiledCaseDoesNotChange()
    {
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        desk.check(Qt::Key_1);
        desk.press(Qt::Key_F9);
        const domain::Case filed = m_work->file();
        desk.press(Qt::Key_F5);
        desk.press(Qt::Key_7);
        QVERIFY(!desk.panel<ChecklistPanel>().refusal().isEmpty());
        desk.press(Qt::Key_F3);
        desk.press(Qt::Key_Space);
        desk.press(Qt::Key_F4);
        desk.keys().type(u"另一人"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(m_work->file(), filed);
    }

    void thePaperFollowsTheWork()
    {
        Desk desk(*m_work);
        const auto &view = desk.panel<PaperView>();
        QTRY_VERIFY(!view.accessibleDescription().isEmpty());
        QCOMPARE(desk.panel<PaperPanel>().stateText(), PaperPanel::tr("draft"));
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        desk.check(Qt::Key_1);
        QCOMPARE(desk.panel<PaperPanel>().stateText(), PaperPanel::tr("receipt, draft"));
    }

    void anotherCaseShowsNothingOfTheFirst()
    {
        Desk desk(*m_work);
        desk.answerAll();
        desk.press(Qt::Key_F4);
        desk.fillIn();
        desk.press(Qt::Key_7);
        const auto second = m_counter->open(u"sanmenxia-personal"_s, u"newborn"_s);
        desk.page().show(second.get());
        QVERIFY(second->file().answers.isEmpty());
        QVERIFY(desk.hasFocus<SituationsPanel>());
        const auto *name = qobject_cast<QLineEdit *>(desk.panel<ApplicantForm>().editor(u"applicant-name"_s));
        QVERIFY(!name || name->text().isEmpty());
        QVERIFY(second->file().fields.isEmpty());
        desk.page().show(nullptr);
    }

    void everyMatterThatIsWorkedOutCanBeFiled_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("matter");
        QTest::newRow("newborn") << u"sanmenxia-personal"_s << u"newborn"_s;
        QTest::newRow("supermarket") << u"sanmenxia-enterprise"_s << u"supermarket"_s;
        QTest::newRow("second-hand house") << u"luoyang-personal"_s << u"second-hand-house"_s;
    }
    void everyMatterThatIsWorkedOutCanBeFiled()
    {
        QFETCH(QString, pack);
        QFETCH(QString, matter);
        const auto work = m_counter->open(pack, matter);
        Desk desk(*work);
        for (int steps = 0; steps < 40 && !work->obstaclesToFiling().isEmpty(); ++steps) {
            const domain::Refusal open = work->obstaclesToFiling().front();
            desk.press(Qt::Key_F7);
            const domain::Situation *situation = work->guide().matter.situation(open.id);
            if (open.why == Why::SituationOpen && situation->kind == domain::Situation::Kind::Number) {
                desk.press(Qt::Key_3);
                desk.press(Qt::Key_0);
                desk.press(Qt::Key_Return);
            } else if (open.why == Why::FieldMissing) {
                desk.press(Qt::Key_F4);
                desk.fillIn();
            } else if (open.why == Why::ItemsExclude) {
                desk.press(Qt::Key_Space);
            } else {
                desk.press(Qt::Key_1);
            }
        }
        desk.press(Qt::Key_F9);
        QCOMPARE(work->file().stage, domain::Stage::Filed);
    }

private:
    std::unique_ptr<Counter> m_counter;
    std::unique_ptr<desk::CaseWork> m_work;
};

QTEST_MAIN(TestIntakePage)
#include "tst_intakepage.moc"
