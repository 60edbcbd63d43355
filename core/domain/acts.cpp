#include "core/domain/acts.h"

namespace domain {

namespace {

using namespace Qt::StringLiterals;

QString itemSubject(const QString &id)
{
    return u"item:"_s + id;
}

QString materialSubject(const QString &id)
{
    return u"material:"_s + id;
}

QString personSubject(const QString &roster, int number)
{
    return u"person:%1/%2"_s.arg(roster).arg(number);
}

QList<Touched> itemsTouched(const QStringList &ids)
{
    QList<Touched> touched;
    for (const QString &id : ids)
        touched.append({itemSubject(id), {}});
    return touched;
}

QString letterSubject(Letter::Kind kind)
{
    return u"letter:"_s + QString::number(int(kind));
}

class Classifier
{
public:
    Act operator()(const CaseOpened &) const { return {ActKind::Opening, {{wholeCase, {}}}}; }
    Act operator()(const SituationAnswered &f) const { return entry(u"answer:"_s + f.situation, f.answer); }
    Act operator()(const ItemDropped &f) const { return entry(u"chosen:"_s + f.item, u"dropped"_s); }
    Act operator()(const ItemKept &f) const { return entry(u"chosen:"_s + f.item, u"kept"_s); }
    Act operator()(const PathChosen &f) const { return entry(u"path:"_s + f.item, f.path); }
    Act operator()(const FieldEntered &f) const { return entry(u"field:"_s + f.field, f.value); }
    Act operator()(const PeopleEntered &f) const
    {
        Act act{ActKind::Entry, {}};
        for (const Person &person : f.people)
            act.touched.append({personSubject(f.roster, person.number), QStringList(person.values.values()).join(u'、')});
        return act;
    }
    Act operator()(const PeopleRemoved &f) const
    {
        Act act{ActKind::Entry, {}};
        for (const int number : f.numbers)
            act.touched.append({personSubject(f.roster, number), {}});
        return act;
    }
    Act operator()(const VerdictGiven &f) const
    {
        return {ActKind::Verdict, {{materialSubject(f.material), verdictWord(f.verdict.kind)}}};
    }
    Act operator()(const VerdictTakenBack &f) const { return {ActKind::Verdict, {{materialSubject(f.material), {}}}}; }
    Act operator()(const NoticeIssued &) const { return {ActKind::Notice, {{wholeCase, {}}}}; }
    Act operator()(const LetterIssued &f) const { return {ActKind::Letter, {{letterSubject(f.letter), {}}}}; }
    Act operator()(const LetterSigned &f) const { return {ActKind::Letter, {{letterSubject(f.letter), {}}}}; }
    Act operator()(const CaseFiled &) const { return {ActKind::Filing, {{wholeCase, {}}}}; }
    Act operator()(const CaseAbandoned &) const { return {ActKind::Closing, {{wholeCase, {}}}}; }
    Act operator()(const CaseAssigned &f) const { return {ActKind::Assignment, {{wholeCase, f.device}}}; }
    Act operator()(const ConflictCleared &f) const
    {
        return {ActKind::Clearing, {{u"conflict:"_s + f.conflict, f.other ? u"other"_s : u"shown"_s}}};
    }
    Act operator()(const LifeFact &fact) const { return std::visit(*this, fact); }

    Act operator()(const ApplicationSubmitted &) const { return once(wholeCase); }
    Act operator()(const ScanMoved &f) const
    {
        return {ActKind::Setting, {{u"scan:"_s + f.scan, f.material}}};
    }
    Act operator()(const ScanRemoved &f) const { return {ActKind::Setting, {{u"scan:"_s + f.scan, u"removed"_s}}}; }
    Act operator()(const ScansCompleted &) const { return once(wholeCase); }
    Act operator()(const PushedToDepartments &) const { return once(wholeCase); }
    Act operator()(const PaperHandedOver &) const { return once(wholeCase); }
    Act operator()(const ItemPreReviewed &f) const { return once(itemSubject(f.item)); }
    Act operator()(const ResultSent &f) const { return once(itemSubject(f.item)); }
    Act operator()(const ProofSent &f) const { return {ActKind::Once, itemsTouched(f.items)}; }
    Act operator()(const ItemAccepted &f) const { return step(ActKind::Acceptance, f.item); }
    Act operator()(const ItemRefused &f) const { return step(ActKind::Refusal, f.item); }
    Act operator()(const ItemDecided &f) const { return step(ActKind::Decision, f.item); }
    Act operator()(const ClockPaused &f) const { return step(ActKind::Clock, f.item); }
    Act operator()(const ClockResumed &f) const { return step(ActKind::Clock, f.item); }
    Act operator()(const ResultArrived &f) const { return {ActKind::Arrival, {{itemSubject(f.item), f.holder}}}; }
    Act operator()(const MaterialSupplied &f) const { return {ActKind::Supply, {{materialSubject(f.material), {}}}}; }
    Act operator()(const DeferralPromised &f) const { return {ActKind::Filing, {{materialSubject(f.material), {}}}}; }
    Act operator()(const DeferralLapsed &f) const
    {
        Act act{ActKind::Lapse, {{materialSubject(f.material), {}}}};
        act.touched += itemsTouched(f.items);
        return act;
    }
    Act operator()(const ItemsWithdrawn &f) const { return {ActKind::Withdrawal, itemsTouched(f.items)}; }
    Act operator()(const ItemsDelivered &f) const { return {ActKind::HandOver, itemsTouched(f.items)}; }
    Act operator()(const CaseArchived &) const { return {ActKind::Archiving, {{wholeCase, {}}}}; }
    Act operator()(const CollectionChosen &f) const
    {
        const QString value = u"%1 %2 %3"_s.arg(f.choice.together).arg(int(f.choice.way)).arg(f.choice.address);
        return {ActKind::Setting, {{u"collection:"_s, value}}};
    }
    /// Prints, numbers, pictures, contacts, reviews, papers given back, and what a newer program wrote.
    template <class Other>
    Act operator()(const Other &) const
    {
        return {};
    }

private:
    static Act entry(const QString &subject, const QString &value) { return {ActKind::Entry, {{subject, value}}}; }
    static Act once(const QString &subject) { return {ActKind::Once, {{subject, {}}}}; }
    static Act step(ActKind kind, const QString &item) { return {kind, {{itemSubject(item), {}}}}; }
};

/// Takes entries out of the lists of facts that are about several things.
class Trimmer
{
public:
    explicit Trimmer(const QStringList &subjects) : m_subjects(subjects) { }

    void operator()(PeopleEntered &f) const
    {
        f.people.removeIf([&](const Person &person) { return m_subjects.contains(personSubject(f.roster, person.number)); });
    }
    void operator()(PeopleRemoved &f) const
    {
        f.numbers.removeIf([&](int number) { return m_subjects.contains(personSubject(f.roster, number)); });
    }
    void operator()(LifeFact &fact) const { std::visit(*this, fact); }
    void operator()(ItemsWithdrawn &f) const { trim(f.items); }
    void operator()(ItemsDelivered &f) const { trim(f.items); }
    void operator()(ProofSent &f) const { trim(f.items); }
    void operator()(DeferralLapsed &f) const { trim(f.items); }
    template <class Other>
    void operator()(Other &) const
    {
    }

private:
    void trim(QStringList &items) const
    {
        items.removeIf([&](const QString &id) { return m_subjects.contains(itemSubject(id)); });
    }

    const QStringList &m_subjects;
};

}

Act actOf(const Fact &fact)
{
    return std::visit(Classifier(), fact);
}

QString idOf(const QString &subject)
{
    return subject == wholeCase ? QString() : subject.mid(subject.indexOf(u':') + 1);
}

std::optional<Fact> without(const Fact &fact, const QStringList &subjects)
{
    if (subjects.isEmpty())
        return fact;
    const QList<Touched> before = actOf(fact).touched;
    Fact rest = fact;
    std::visit(Trimmer(subjects), rest);
    // A lapsed deferral is about its material first: without it nothing of it is left.
    const QList<Touched> after = actOf(rest).touched;
    const bool isBlocked = after.isEmpty() || subjects.contains(after.constFirst().subject) || subjects.contains(wholeCase);
    return isBlocked && !before.isEmpty() ? std::nullopt : std::optional(rest);
}

}
