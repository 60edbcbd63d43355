#include "core/desk/auditbook.h"
#include "core/desk/onduty.h"
#include "core/domain/oversightrules.h"
#include "tests/core/desk/hall.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

people::StaffMember with(const QList<Post> &held)
{
    people::StaffMember member{.account = 5, .name = u"wangfang"_s, .called = u"王芳"_s, .version = 1};
    for (const Post post : held)
        member.posts << wordOf(post);
    return member;
}

/// Every kind of command, each as it is made with nothing in it.
template <std::size_t... kinds>
QList<Command> everyCommand(std::index_sequence<kinds...>)
{
    QList<Command> all;
    const auto add = [&]<class One>(One one) {
        if constexpr (!std::is_same_v<One, LifeCommand>)
            all.append(Command(std::move(one)));
    };
    (add(std::variant_alternative_t<kinds, AnyCommand>{}), ...);
    return all;
}
template <std::size_t... kinds>
QList<Command> everyLifeCommand(std::index_sequence<kinds...>)
{
    return {Command(std::variant_alternative_t<kinds, AnyLifeCommand>{})...};
}
QList<Command> everyCommand()
{
    return everyCommand(std::make_index_sequence<std::variant_size_v<AnyCommand>>())
        + everyLifeCommand(std::make_index_sequence<std::variant_size_v<AnyLifeCommand>>());
}

/// What this test says that a supervisor alone may do; the table of posts.cpp is not asked.
bool isForSupervisors(const Command &command)
{
    if (const auto *life = std::get_if<LifeCommand>(&command))
        return std::holds_alternative<RuleOnDelay>(*life) || std::holds_alternative<OrderRecheck>(*life)
            || std::holds_alternative<RemindDepartment>(*life) || std::holds_alternative<RecordNumberLook>(*life);
    return std::holds_alternative<AssignCase>(command) || std::holds_alternative<ClearConflict>(command);
}

bool isRefusedForPost(const QList<Refusal> &refusals)
{
    return refusals.size() == 1 && refusals[0].why == Refusal::Why::PostMissing;
}

class Window : public Hall
{
public:
    explicit Window(const std::optional<people::StaffMember> &member)
    {
        if (member)
            duty.take(*member);
        reception.emplace(withDuty(needs()), shelf);
        work = std::move(*reception->open(newborn(*this)));
    }

    desk::OnDuty duty{profile->hall()};
    desk::AuditBook audit{profile->journal(), clock, u"窗口"_s};
    std::unique_ptr<desk::CaseWork> work;

private:
    desk::CaseWork::Needs withDuty(const desk::CaseWork::Needs &plain)
    {
        return {.journal = plain.journal,
                .clock = plain.clock,
                .hall = duty.hall(),
                .forms = plain.forms,
                .rules = plain.rules,
                .scans = plain.scans,
                .audit = &audit,
                .duty = &duty};
    }
};

}

/// Who may do what, through the real case; and under whose name it is recorded.
class TestDuties : public QObject
{
    Q_OBJECT

private slots:
    void everyActOfEveryPost_data()
    {
        QTest::addColumn<QList<Post>>("held");
        QTest::addColumn<bool>("isAsked");
        QTest::addColumn<bool>("mayAll");
        QTest::newRow("nobody is asked") << QList<Post>() << false << true;
        QTest::newRow("clerk") << QList{Post::Clerk} << true << false;
        QTest::newRow("issuance clerk") << QList{Post::IssuanceClerk} << true << false;
        QTest::newRow("both") << QList{Post::Clerk, Post::IssuanceClerk} << true << false;
        QTest::newRow("supervisor") << QList{Post::Supervisor} << true << true;
        QTest::newRow("clerk and supervisor") << QList{Post::Clerk, Post::Supervisor} << true << true;
        QTest::newRow("no post at all") << QList<Post>() << true << false;
    }
    void everyActOfEveryPost()
    {
        QFETCH(QList<Post>, held);
        QFETCH(bool, isAsked);
        QFETCH(bool, mayAll);
        Window window(isAsked ? std::optional(with(held)) : std::nullopt);
        const QList<Command> commands = everyCommand();
        QCOMPARE(commands.size(), qsizetype(std::variant_size_v<AnyCommand> - 1 + std::variant_size_v<AnyLifeCommand>));
        int refused = 0;
        for (qsizetype i = 0; i < commands.size(); ++i) {
            const bool isToRefuse = !mayAll && isForSupervisors(commands[i]);
            const QByteArray which = "command " + QByteArray::number(i);
            QVERIFY2(isRefusedForPost(window.work->obstaclesTo(commands[i])) == isToRefuse, which);
            const desk::Done done = window.work->perform(commands[i]);
            QVERIFY2((!done && isRefusedForPost(done.error().refusals)) == isToRefuse, which);
            refused += isToRefuse;
        }
        QCOMPARE(refused, mayAll ? 0 : 6);
        QCOMPARE(window.duty.may(Duty::SeeBoard), mayAll);
        QCOMPARE(window.duty.may(Duty::SeeReport), mayAll);
        QCOMPARE(window.duty.may(Duty::SettleFact), mayAll || !held.isEmpty());
    }

    void actsBearTheNameOfWhoDidThem()
    {
        Window window({});
        const auto enter = [&](const QString &value) { return window.work->perform(EnterField{u"applicant-name"_s, value}).has_value(); };
        const auto lastActor = [&] { return window.work->history()->last().event.actor; };
        const QString ofTheHall = window.profile->hall().clerk;
        QVERIFY(enter(u"测试一"_s));
        QCOMPARE(lastActor(), ofTheHall);
        const QSignalSpy changed(&window.duty, &desk::OnDuty::changed);
        window.duty.take(with({Post::Clerk}));
        QVERIFY(enter(u"测试二"_s));
        QCOMPARE(lastActor(), u"王芳"_s);
        people::StaffMember other = with({Post::Clerk});
        other.account = 6;
        other.called = u"李强"_s;
        window.duty.take(other); // quick change, the case in hand
        QVERIFY(enter(u"测试三"_s));
        QCOMPARE(lastActor(), u"李强"_s);
        window.duty.take(other);
        QCOMPARE(changed.size(), 2); // nothing new the third time
        window.duty.leave();
        QVERIFY(window.duty.isAsked() && !window.duty.member() && !window.duty.may(Duty::SettleFact));
        QVERIFY(enter(u"测试四"_s)); // what the program does by itself
        QCOMPARE(lastActor(), ofTheHall);
        window.duty.askNobody();
        QVERIFY(window.duty.may(Duty::AssignCase));
        QCOMPARE(window.profile->hall().clerk, ofTheHall);
    }

    /// Over the shoulder: this one act, on this case, by this clerk, now; and then it is as before.
    void allowedForOnce_data()
    {
        QTest::addColumn<int>("duty"); // that was allowed
        QTest::addColumn<bool>("isOnThisCase");
        QTest::addColumn<int>("lasts"); // milliseconds
        QTest::addColumn<bool>("isSameClerk");
        QTest::addColumn<bool>("isDone");
        const int look = int(Duty::SeeNumber), minute = 60'000;
        QTest::newRow("this act") << look << true << minute << true << true;
        QTest::newRow("another act") << int(Duty::OrderRecheck) << true << minute << true << false;
        QTest::newRow("another case") << look << false << minute << true << false;
        QTest::newRow("too late") << look << true << 0 << true << false;
        QTest::newRow("another clerk") << look << true << minute << false << false;
    }
    void allowedForOnce()
    {
        QFETCH(int, duty);
        QFETCH(bool, isOnThisCase);
        QFETCH(int, lasts);
        QFETCH(bool, isSameClerk);
        QFETCH(bool, isDone);
        Window window(with({Post::Clerk}));
        QVERIFY(window.work->perform(EnterField{u"applicant-id"_s, u"11010519491231002X"_s}));
        const QList<HiddenNumber> numbers = hiddenNumbers(window.work->file(), window.work->plan());
        QVERIFY(!numbers.isEmpty());
        const LifeCommand look = RecordNumberLook{numbers.first().id, u"电话核对"_s};
        people::StaffMember supervisor = with({Post::Supervisor});
        supervisor.account = 8;
        supervisor.called = u"赵磊"_s;
        window.duty.allow({static_cast<Duty>(duty), {isOnThisCase ? window.work->file().id : u"other"_s}, supervisor}, std::chrono::milliseconds(lasts));
        window.duty.take(with({Post::Clerk})); // told again by the hub: the same person
        if (!isSameClerk) {
            people::StaffMember other = with({Post::Clerk});
            other.account = 6;
            window.duty.take(other);
            window.duty.take(with({Post::Clerk})); // and back
        }
        QCOMPARE(window.work->obstaclesTo(look).isEmpty(), isDone);
        QVERIFY(!window.work->perform(LifeCommand(RecordNumberLook{numbers.first().id, {}}))); // what the rules refuse spends nothing
        const desk::Done done = window.work->perform(look);
        QCOMPARE(done.has_value(), isDone);
        QCOMPARE(window.work->file().life.numberLooks.size(), isDone ? 1 : 0);
        const auto lines = window.audit.page(0, 10).value();
        QCOMPARE(std::ranges::count(lines, desk::AuditAct::Allowed, &desk::AuditEntry::act), isDone ? 1 : 0);
        if (isDone) {
            const auto event = window.work->history()->last().event;
            QCOMPARE(event.actor, u"王芳"_s);
            const auto *life = std::get_if<LifeFact>(&event.fact);
            const auto *looked = life ? std::get_if<NumberLooked>(life) : nullptr;
            QVERIFY(looked && looked->reason == u"电话核对（经赵磊许可）"_s);
            const auto allowed = std::ranges::find(lines, desk::AuditAct::Allowed, &desk::AuditEntry::act);
            QVERIFY(allowed->subject == window.work->file().number && allowed->words.contains(u"赵磊"_s));
        }
        const desk::Done again = window.work->perform(look);
        QVERIFY(!again && isRefusedForPost(again.error().refusals));
    }
};

QTEST_GUILESS_MAIN(TestDuties)
#include "tst_duties.moc"
