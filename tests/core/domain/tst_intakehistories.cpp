#include "core/domain/letters.h"
#include "tests/support/sampleguide.h"

#include <QRandomGenerator>
#include <QTest>

#include <functional>
#include <string>

using namespace domain;
using namespace Qt::StringLiterals;
using support::Sitting;

namespace {

/// The rules of letters and online review once more, in plain words: a lease that may be deferred, an air report that may be
/// committed, who applies, and what stands in the last letter of each kind.
struct Intake {
    std::string lease; ///< "", there, missing, later
    std::string air; ///< "", there, missing, promised
    int dueIn = 0; ///< days until the lease is due
    int today = 0; ///< days since the beginning
    std::string name = "a";
    std::string deferral; ///< what the last letter says; empty: none
    std::string commitment;
    bool deferralSigned = false;
    bool commitmentSigned = false;
    bool waits = false; ///< for the review of what was submitted online
    bool filed = false;

    /// What a letter would say now; empty: there is nothing to promise.
    std::string toDefer() const { return lease == "later" ? name + std::to_string(today + dueIn) : ""; }
    std::string toCommit() const { return air == "promised" ? name + "!" : ""; }
    bool signedFor() const
    {
        return (toDefer().empty() || (deferral == toDefer() && deferralSigned))
            && (toCommit().empty() || (commitment == toCommit() && commitmentSigned));
    }
    bool lookedAt() const { return !lease.empty() && !air.empty(); }
    bool hasGap() const { return lease == "missing" || air == "missing"; }
    bool inTime() const { return lease != "later" || dueIn >= 0; }
};

struct Step {
    std::string name;
    std::function<Command(const Sitting &)> command;
    std::function<bool(const Intake &)> allowed;
    std::function<void(Intake &)> happen;
};

Step verdict(const std::string &name, const QString &material, VerdictKind kind, std::string Intake::*where, const char *what, int days = 0)
{
    return {name,
            [=](const Sitting &sitting) {
                Verdict found{.kind = kind};
                if (kind == VerdictKind::Deferred)
                    found.due = sitting.now.date().addDays(days);
                return GiveVerdict{material, found};
            },
            [](const Intake &) { return true; },
            [=](Intake &intake) {
                intake.*where = what;
                if (kind == VerdictKind::Deferred)
                    intake.dueIn = days;
            }};
}

QList<Step> steps()
{
    using Kind = Letter::Kind;
    const auto always = [](const Intake &) { return true; };
    const auto fixed = [](const Command &command) { return [command](const Sitting &) { return command; }; };
    return {
        verdict("lease there", u"lease"_s, VerdictKind::OriginalSeen, &Intake::lease, "there"),
        verdict("lease missing", u"lease"_s, VerdictKind::Missing, &Intake::lease, "missing"),
        verdict("lease tomorrow", u"lease"_s, VerdictKind::Deferred, &Intake::lease, "later", 1),
        verdict("lease in two days", u"lease"_s, VerdictKind::Deferred, &Intake::lease, "later", 2),
        verdict("air there", u"air-report"_s, VerdictKind::CopyKept, &Intake::air, "there"),
        verdict("air missing", u"air-report"_s, VerdictKind::Missing, &Intake::air, "missing"),
        verdict("air promised", u"air-report"_s, VerdictKind::Committed, &Intake::air, "promised"),
        {"air not looked at", fixed(TakeBackVerdict{u"air-report"_s}), always, [](Intake &i) { i.air.clear(); }},
        {"another name", fixed(EnterField{u"applicant-name"_s, u"李四"_s}), always, [](Intake &i) { i.name = "b"; }},
        {"the first name", fixed(EnterField{u"applicant-name"_s, u"张三"_s}), always, [](Intake &i) { i.name = "a"; }},
        {"letter of deferral", fixed(IssueLetter{Kind::Deferral}),
         [](const Intake &i) { return !i.toDefer().empty() && i.inTime(); },
         [](Intake &i) {
             i.deferralSigned = i.deferralSigned && i.deferral == i.toDefer();
             i.deferral = i.toDefer();
         }},
        {"letter of commitment", fixed(IssueLetter{Kind::Commitment}), [](const Intake &i) { return !i.toCommit().empty(); },
         [](Intake &i) {
             i.commitmentSigned = i.commitmentSigned && i.commitment == i.toCommit();
             i.commitment = i.toCommit();
         }},
        {"sign the deferral", fixed(SignLetter{Kind::Deferral, u"后果"_s}),
         [](const Intake &i) { return !i.toDefer().empty() && i.deferral == i.toDefer(); }, [](Intake &i) { i.deferralSigned = true; }},
        {"sign the commitment", fixed(SignLetter{Kind::Commitment, u"后果"_s}),
         [](const Intake &i) { return !i.toCommit().empty() && i.commitment == i.toCommit(); },
         [](Intake &i) { i.commitmentSigned = true; }},
        {"submit", fixed(LifeCommand{SubmitApplication{}}), [](const Intake &i) { return !i.waits; }, [](Intake &i) { i.waits = true; }},
        {"notice", fixed(IssueNotice{}), [](const Intake &i) { return i.lookedAt() && i.hasGap(); }, [](Intake &i) { i.waits = false; }},
        {"file", fixed(FileCase{}),
         [](const Intake &i) { return i.lookedAt() && !i.hasGap() && i.inTime() && i.signedFor(); },
         [](Intake &i) {
             i.waits = false;
             i.filed = true;
         }},
    };
}

Sitting begun()
{
    Sitting sitting;
    sitting.open();
    for (const Command &command :
         {Command(AnswerSituation{u"premises"_s, u"rented"_s}), Command(AnswerSituation{u"landlord"_s, u"person"_s}),
          Command(AnswerSituation{u"area"_s, u"300"_s}), Command(EnterField{u"applicant-name"_s, u"张三"_s}),
          Command(EnterField{u"applicant-id"_s, u"41030219900307001X"_s}), Command(EnterField{u"applicant-phone"_s, u"13800000000"_s}),
          Command(ChoosePath{u"fire"_s, u"commitment"_s}), Command(GiveVerdict{u"licence"_s, {.kind = VerdictKind::OriginalSeen}})}) {
        if (!sitting.perform(command))
            qFatal("the sample case cannot be made");
    }
    return sitting;
}

/// What went wrong; empty: nothing.
QString play(quint32 seed, Sitting sitting, const QList<Step> &all, QSet<std::string> &reached)
{
    QRandomGenerator random(seed);
    Intake intake;
    for (int count = 0; count < 30; ++count) {
        if (random.bounded(15) == 0) {
            sitting.now = sitting.now.addDays(1);
            ++intake.today;
            --intake.dueIn;
        }
        const Step *step = &all[random.bounded(int(all.size()))];
        for (int tries = 0; tries < 2 && !step->allowed(intake); ++tries)
            step = &all[random.bounded(int(all.size()))];
        const bool expected = !intake.filed && step->allowed(intake);
        if (sitting.perform(step->command(sitting)) != expected)
            return u"step %1: %2 should be %3"_s.arg(count).arg(QString::fromStdString(step->name), expected ? u"allowed"_s : u"refused"_s);
        if (expected) {
            step->happen(intake);
            reached.insert(step->name);
        }
        if (sitting.file.life.awaitsReview != intake.waits || sitting.file.filing.has_value() != intake.filed)
            return u"step %1: %2 left another state"_s.arg(count).arg(QString::fromStdString(step->name));
    }
    Case again;
    for (const Event &event : sitting.events) {
        const auto fact = factFromJson(typeName(event.fact), toJson(event.fact));
        if (!fact)
            return u"a fact was lost"_s;
        again = apply(again, {event.at, event.actor, *fact});
    }
    return again == sitting.file ? QString() : u"the case made again from its events differs"_s;
}

}

/// Random intakes with deferrals, commitments, letters and online review against a plain model of the same rules.
class TestIntakeHistories : public QObject
{
    Q_OBJECT

private slots:
    /// YICHUANG_HISTORIES sets how many; the seed of a history is its number.
    void agreeWithThePlainModel()
    {
        const int wanted = qEnvironmentVariableIntValue("YICHUANG_HISTORIES");
        const int count = wanted > 0 ? wanted : 2'000;
        const Sitting start = begun();
        const QList<Step> all = steps();
        QSet<std::string> reached;
        for (int history = 0; history < count; ++history) {
            const QString fault = play(quint32(history), start, all, reached);
            QVERIFY2(fault.isEmpty(), qPrintable(u"history %1: %2"_s.arg(history).arg(fault)));
        }
        for (const Step &step : all)
            QVERIFY2(reached.contains(step.name), step.name.c_str());
    }
};

QTEST_GUILESS_MAIN(TestIntakeHistories)
#include "tst_intakehistories.moc"
