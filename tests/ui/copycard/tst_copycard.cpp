#include "tests/support/keys.h"
#include "tests/ui/case/filedcase.h"
#include "ui/copycard/clipboardhold.h"
#include "ui/copycard/copycardwindow.h"
#include "ui/copycard/copymodel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;

namespace {

const QString idNumber = u"41030219900307001X"_s;

CopyBlank blank(const QString &label, CopySource::Kind kind, const QString &subject = {})
{
    return {.label = label, .from = {{kind, subject}}, .steps = {}, .missing = CopyBlank::Missing::Stop};
}

QList<CopyMap> systems()
{
    CopyBlank passed = blank(u"电话"_s, CopySource::Kind::Field, u"applicant-phone"_s);
    passed.missing = CopyBlank::Missing::Skip;
    const CopyMap province{.id = u"p"_s,
                           .system = u"省平台"_s,
                           .sample = true,
                           .screens = {{.title = u"登记"_s, .blanks = {blank(u"流水号"_s, CopySource::Kind::CaseNumber), passed}},
                                       {.title = u"申请人"_s,
                                        .blanks = {blank(u"姓名"_s, CopySource::Kind::Field, u"applicant-name"_s),
                                                   blank(u"证件号码"_s, CopySource::Kind::Field, u"applicant-id"_s),
                                                   blank(u"民族"_s, CopySource::Kind::Field, u"none"_s)}}}};
    CopyMap city = province;
    city.id = u"c"_s;
    city.system = u"市平台"_s;
    city.sample = false;
    return {province, city};
}

/// The card of a filed case, open under a clerk's hands.
class CardBench
{
public:
    explicit CardBench(std::chrono::seconds keep = 60s) : CardBench(std::make_shared<FiledCase>(), keep) { }
    /// On a case that other benches had before.
    explicit CardBench(std::shared_ptr<FiledCase> filed, std::chrono::seconds keep = 60s) : m_ownFiled(std::move(filed)), m_card(keep)
    {
        QGuiApplication::clipboard()->clear();
        m_card.open(m_filed.work(), systems());
        QVERIFY(QTest::qWaitForWindowActive(&m_card));
    }
    CopyCardWindow &card() { return m_card; }
    FiledCase &filed() { return m_filed; }
    void press(std::initializer_list<Qt::Key> keys) { Keys().press(keys); }
    QString clipboard() const { return QGuiApplication::clipboard()->text(); }
    /// Every text of the card that a person beside the clerk can read.
    QString readable() const
    {
        QStringList texts;
        for (const QLabel *label : m_card.findChildren<QLabel *>())
            texts << (label->isVisible() ? label->text() : QString());
        const QAbstractItemModel *model = m_card.findChild<QListView *>()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, 0).data(CopyModel::ValueRole).toString();
        return texts.join(u'\n');
    }
    QStringList recorded() const
    {
        QStringList all;
        for (const Copying &copying : m_filed.file().life.copyings)
            all += copying.blanks;
        return all;
    }

private:
    const std::shared_ptr<FiledCase> m_ownFiled;
    FiledCase &m_filed = *m_ownFiled;
    CopyCardWindow m_card;
};

}

class TestCopyCard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        m_shared = std::make_shared<FiledCase>();
    }
    void cleanupTestCase() { m_shared.reset(); }

    void oneKeyAfterTheOther()
    {
        CardBench bench;
        bench.press({Qt::Key_Space});
        QCOMPARE(bench.clipboard(), bench.filed().file().number);
        bench.press({Qt::Key_Return});
        QCOMPARE(bench.clipboard(), u"张𬭚"_s); // the phone that nobody gave was passed over
        bench.press({Qt::Key_Space});
        QCOMPARE(bench.clipboard(), idNumber);
        bench.press({Qt::Key_Space}); // by hand: what lies there stays
        QCOMPARE(bench.clipboard(), idNumber);
        QVERIFY(bench.card().run()->isAtEnd());
        bench.press({Qt::Key_Space});
        QCOMPARE(bench.recorded(), (QStringList{u"登记 › 流水号"_s, u"申请人 › 姓名"_s, u"申请人 › 证件号码"_s}));
    }

    void aHeldKeyCopiesOnce()
    {
        CardBench bench;
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Space, {}, u" "_s, true);
        QCoreApplication::sendEvent(&bench.card(), &held);
        QCOMPARE(bench.card().run()->current(), 0);
        QVERIFY(bench.clipboard().isEmpty());
    }

    void masksUntilCopied()
    {
        CardBench bench;
        QVERIFY(!bench.readable().contains(idNumber));
        bench.press({Qt::Key_Down, Qt::Key_Down});
        QVERIFY(!bench.readable().contains(idNumber)); // current, and not copied yet
        QVERIFY(bench.readable().contains(u"410***********001X"_s));
        bench.press({Qt::Key_Space});
        QVERIFY(bench.readable().contains(idNumber));
        bench.press({Qt::Key_Delete});
        QVERIFY(!bench.readable().contains(idNumber));
        QVERIFY(bench.clipboard().isEmpty());
    }

    void movesByKeys_data()
    {
        QTest::addColumn<QList<Qt::Key>>("keys");
        QTest::addColumn<int>("line"); ///< of the first card; 5: at the end
        const auto row = [](const char *name, const QList<Qt::Key> &keys, int line) { QTest::newRow(name) << keys << line; };
        row("begin", {}, 0);
        row("down passes what is not wanted", {Qt::Key_Down}, 2);
        row("up again", {Qt::Key_Down, Qt::Key_Up}, 0);
        row("up at the top", {Qt::Key_Up}, 0);
        row("down at the foot", {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down}, 4);
        row("leave out", {Qt::Key_S}, 2);
        row("back", {Qt::Key_Space, Qt::Key_Backspace}, 0);
        row("next screen", {Qt::Key_PageDown}, 2);
        row("screen before", {Qt::Key_PageDown, Qt::Key_Down, Qt::Key_PageUp}, 0);
        row("whole screen", {Qt::Key_A}, 2);
        row("both screens", {Qt::Key_A, Qt::Key_A}, 5);
        row("back from the end", {Qt::Key_A, Qt::Key_A, Qt::Key_Backspace}, 4);
    }
    void movesByKeys()
    {
        QFETCH(QList<Qt::Key>, keys);
        QFETCH(int, line);
        CardBench bench(m_shared);
        for (const Qt::Key key : keys)
            bench.press({key});
        QCOMPARE(bench.card().run()->current(), line);
        const auto *list = bench.card().findChild<QListView *>();
        QCOMPARE(list->currentIndex().isValid() ? list->currentIndex().data(CopyModel::LineRole).toInt() : 5, line);
    }

    void aWholeScreenAtOnce()
    {
        CardBench bench;
        bench.press({Qt::Key_PageDown, Qt::Key_A});
        QCOMPARE(bench.clipboard(), u"姓名\t张𬭚\n证件号码\t"_s + idNumber);
    }

    /// The time of the hall is over, the card closes, another system is chosen.
    void takesOffWhatIsOurs_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("time") << 0;
        QTest::newRow("closing") << 1;
        QTest::newRow("another system") << 2;
    }
    void takesOffWhatIsOurs()
    {
        QFETCH(int, how);
        for (const bool isOurs : {true, false}) {
            CardBench bench(m_shared, how == 0 ? 1s : 60s);
            bench.press({Qt::Key_PageDown, Qt::Key_Space});
            QCOMPARE(bench.clipboard(), u"张𬭚"_s);
            if (!isOurs)
                QGuiApplication::clipboard()->setText(u"张𬭚"_s); // another's, even when it reads the same
            if (how == 1)
                bench.press({Qt::Key_Escape});
            if (how == 2)
                bench.press({Qt::Key_F2});
            if (isOurs)
                QTRY_VERIFY_WITH_TIMEOUT(bench.clipboard().isEmpty(), 3000);
            else if (how == 0)
                QTest::qWait(1500);
            QCOMPARE(bench.clipboard(), isOurs ? QString() : u"张𬭚"_s);
        }
    }

    void clipboardManagersAreTold()
    {
        CardBench bench;
        bench.press({Qt::Key_Space});
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
    }

    void closingRecordsAndForgets()
    {
        CardBench bench;
        bench.press({Qt::Key_PageDown, Qt::Key_Space, Qt::Key_Space});
        QCOMPARE(bench.recorded().size(), 1);
        bench.press({Qt::Key_Escape});
        QCOMPARE(bench.recorded(), (QStringList{u"申请人 › 姓名"_s, u"申请人 › 证件号码"_s}));
        QVERIFY(!bench.card().isVisible() && !bench.card().work());
        bench.card().open(bench.filed().work(), systems());
        QCOMPARE(bench.card().run()->mark(2), desk::CopyRun::Mark::Before);
    }

    void anotherSystemIsAnotherCard()
    {
        CardBench bench;
        bench.press({Qt::Key_Space, Qt::Key_F2});
        const auto *box = bench.card().findChild<QComboBox *>();
        QCOMPARE(box->currentText(), u"市平台"_s);
        QCOMPARE(bench.card().run()->mark(0), desk::CopyRun::Mark::Open);
        bench.press({Qt::Key_Space, Qt::Key_F2});
        QCOMPARE(box->currentText(), u"省平台"_s);
        QCOMPARE(bench.card().run()->mark(0), desk::CopyRun::Mark::Before);
    }

    void comingBackCopiesOnlyWhenAsked()
    {
        CardBench bench;
        const auto comeBack = [&] {
            emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
            emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
            QCoreApplication::processEvents();
        };
        comeBack();
        QCOMPARE(bench.card().run()->current(), 0);
        bench.press({Qt::Key_W});
        comeBack();
        QCOMPARE(bench.card().run()->current(), 2);
        bench.press({Qt::Key_W});
        comeBack();
        QCOMPARE(bench.card().run()->current(), 2);
    }

    void staysOnTopUntilItIsSwitchedOff()
    {
        CardBench bench;
        QVERIFY(bench.card().windowFlags().testFlag(Qt::WindowStaysOnTopHint));
        bench.press({Qt::Key_T});
        QVERIFY(!bench.card().windowFlags().testFlag(Qt::WindowStaysOnTopHint));
        QVERIFY(bench.card().isVisible());
        QTRY_VERIFY(bench.card().isActiveWindow());
        bench.press({Qt::Key_Space});
        QVERIFY(!bench.clipboard().isEmpty());
    }

    void theModelKeepsTheRulesOfModels()
    {
        FiledCase filed;
        desk::CopyRun run(filed.work(), systems().front());
        CopyModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(&run);
        QCOMPARE(model.rowCount(), 7); // five blanks under two titles
        model.refresh(3);
        QCOMPARE(model.index(model.rowOf(3)).data(CopyModel::ValueRole).toString(), idNumber);
        model.show(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

private:
    std::shared_ptr<FiledCase> m_shared;
};
QTEST_MAIN(TestCopyCard)
#include "tst_copycard.moc"
