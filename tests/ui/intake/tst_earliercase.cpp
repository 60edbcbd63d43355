#include "core/domain/casenumber.h"
#include "tests/support/keys.h"
#include "tests/support/office.h"
#include "ui/intake/earliercase.h"
#include "ui/intake/intakepage.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

const QString somebody = u"11010519491231002X"_s;

/// Answers everything, so that the form asks for numbers.
void answer(desk::CaseWork &work)
{
    while (!work.obstaclesToFiling().isEmpty() && work.obstaclesToFiling().front().why == domain::Refusal::Why::SituationOpen) {
        const auto *situation = work.guide().matter.situation(work.obstaclesToFiling().front().id);
        const bool isNumber = situation->kind == domain::Situation::Kind::Number;
        if (!work.perform(domain::AnswerSituation{situation->id, isNumber ? u"30"_s : situation->options.front().id}))
            qFatal("not answered: %s", qPrintable(situation->id));
    }
}

/// The first blank for an identity number whose owner is \a role; empty when there is none.
QString numberField(const desk::CaseWork &work, domain::Field::Role role)
{
    for (const domain::Plan::FieldLine &line : work.plan().fields) {
        if (line.field.kind == domain::Field::Kind::IdNumber && line.field.role == role)
            return line.field.id;
    }
    return {};
}

}

class TestEarlierCase : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void aCaseTakenInTwiceIsJoinedByOneKey()
    {
        Office office;
        QTRY_VERIFY(office.search.isComplete());
        const auto first = office.open(u"测试·样例"_s);
        const auto second = office.open(u"测试·样例"_s);
        for (desk::CaseWork *work : {first.get(), second.get()}) {
            answer(*work);
            QVERIFY(work->perform(domain::EnterField{numberField(*work, domain::Field::Role::Applicant), somebody}));
        }
        IntakePage page;
        page.warnBy(office.search);
        page.QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.show(second.get());
        QVERIFY(page.findChild<EarlierCase *>()->text().contains(u"Shift+F10"_s));
        const QSignalSpy wanted(&page, &IntakePage::otherRequested);
        Keys keys;
        keys.press(Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(wanted.value(0).value(0).toString(), first->file().id);
        QCOMPARE(second->file().stage, domain::Stage::Abandoned);
        QCOMPARE(second->file().joinedTo, first->file().number);
        // Both numbers open the one case from now on, and nothing leads back.
        for (const desk::CaseWork *work : {first.get(), second.get()})
            QCOMPARE((*office.reception->resumeByNumber(work->file().number))->file().id, first->file().id);
        QVERIFY(!first->perform(domain::JoinCase{first->file().number}));
    }

    void theEarlierCaseIsNamedAndOpenedByOneKey()
    {
        Office office;
        QTRY_VERIFY(office.search.isComplete());
        const auto first = office.open(u"测试·样例"_s);
        answer(*first);
        const QString field = numberField(*first, domain::Field::Role::Applicant);
        QVERIFY(!field.isEmpty());
        QVERIFY(first->perform(domain::EnterField{field, somebody}));
        QVERIFY(first->perform(domain::AbandonCase{u"另日再来"_s}));

        const auto second = office.open(u"测试·样例"_s);
        answer(*second);
        IntakePage page;
        page.warnBy(office.search);
        page.resize(1282, 700);
        page.QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.show(second.get());
        const auto *warning = page.findChild<EarlierCase *>();
        QVERIFY(warning->isHidden());
        const QSignalSpy wanted(&page, &IntakePage::otherRequested);
        Keys keys;
        keys.press(Qt::Key_F10);
        QCOMPARE(wanted.size(), 0);

        QVERIFY(second->perform(domain::EnterField{field, somebody}));
        QVERIFY(warning->isVisible());
        for (const QString &part : {domain::groupedNumber(first->file().number), u"2026-03-05"_s})
            QVERIFY2(warning->text().contains(part), qPrintable(warning->text()));
        QVERIFY(!warning->text().contains(somebody));
        keys.press(Qt::Key_F10);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), first->file().id);

        warning->findChild<QToolButton *>()->click();
        QVERIFY(warning->isHidden());
        QVERIFY(second->perform(domain::EnterField{field, QString()}));
        QVERIFY(second->perform(domain::EnterField{field, somebody}));
        QVERIFY(warning->isHidden()); // was said and closed
        page.show(nullptr);
    }

    void anotherMatterOrNumberIsNoReason()
    {
        Office office;
        QTRY_VERIFY(office.search.isComplete());
        const auto first = office.open(u"测试·样例"_s);
        answer(*first);
        const QString field = numberField(*first, domain::Field::Role::Applicant);
        QVERIFY(first->perform(domain::EnterField{field, somebody}));
        const auto other = office.open(u"测试·样例"_s, u"housing-fund-loan"_s);
        QWidget window;
        EarlierCase warning(&window);
        warning.setSearch(office.search);
        QVERIFY(other->perform(domain::EnterField{u"applicant-id"_s, somebody}));
        warning.look(other.get());
        QCOMPARE(warning.text(), QString());
        const auto second = office.open(u"测试·样例"_s);
        answer(*second);
        QVERIFY(second->perform(domain::EnterField{field, u"410302199003070011"_s}));
        warning.look(second.get());
        QCOMPARE(warning.text(), QString());
        warning.look(nullptr);
        QCOMPARE(warning.text(), QString());
    }

    void agentsAreInManyCases_data()
    {
        QTest::addColumn<domain::Field::Role>("role");
        QTest::addColumn<bool>("own");
        using Role = domain::Field::Role;
        QTest::newRow("applicant") << Role::Applicant << true;
        QTest::newRow("subject") << Role::Subject << true;
        QTest::newRow("enterprise") << Role::Enterprise << true;
        QTest::newRow("agent") << Role::Agent << false;
        QTest::newRow("the other side of a sale") << Role::OtherParty << true;
    }
    void agentsAreInManyCases()
    {
        QFETCH(domain::Field::Role, role);
        QFETCH(bool, own);
        domain::Plan plan;
        domain::Plan::FieldLine line;
        line.field.kind = domain::Field::Kind::IdNumber;
        line.field.role = role;
        line.value = somebody;
        plan.fields = {line, line};
        QCOMPARE(desk::ownIdentities(plan), own ? QStringList{somebody} : QStringList());
        plan.fields[0].fault = plan.fields[1].fault = domain::FieldFault::NotAChoice;
        QCOMPARE(desk::ownIdentities(plan), QStringList());
    }
};
QTEST_MAIN(TestEarlierCase)
#include "tst_earliercase.moc"
