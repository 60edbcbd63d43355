#include "core/domain/applylife.h"
#include "core/domain/decide.h"
#include "core/domain/issuedpapers.h"

#include <algorithm>

namespace domain {

namespace {

/// Puts one fact into a case. A fact that makes no sense for the case leaves it as it was.
class Applier
{
public:
    Applier(Case &file, const Event &event) : m_case(file), m_event(event) { }

    void operator()(const CaseOpened &fact)
    {
        if (!m_case.id.isEmpty())
            return;
        m_case.id = fact.caseId;
        m_case.number = fact.number;
        m_case.guide = fact.guide;
        m_case.openedAt = m_event.at;
        m_case.clerk = m_event.actor;
    }
    void operator()(const SituationAnswered &fact)
    {
        beginEditions();
        put(m_case.answers, fact.situation, fact.answer);
    }
    void operator()(const ItemDropped &fact)
    {
        beginEditions();
        m_case.dropped.insert(fact.item);
    }
    void operator()(const ItemKept &fact)
    {
        beginEditions();
        m_case.dropped.remove(fact.item);
    }
    void operator()(const PathChosen &fact)
    {
        beginEditions();
        put(m_case.paths, fact.item, fact.path);
    }
    void operator()(const FieldEntered &fact)
    {
        beginEditions();
        put(m_case.fields, fact.field, fact.value);
        if (fact.value.isEmpty() || fact.source == FieldSource::Typed)
            m_case.fieldSources.remove(fact.field);
        else
            m_case.fieldSources.insert(fact.field, fact.source);
    }
    void operator()(const PeopleEntered &fact)
    {
        beginEditions();
        QList<Person> &people = m_case.people[fact.roster];
        for (const Person &person : fact.people) {
            const auto place = std::ranges::lower_bound(people, person.number, {}, &Person::number);
            if (place != people.end() && place->number == person.number)
                *place = person;
            else
                people.insert(place, person);
            m_case.lastPerson = std::max(m_case.lastPerson, person.number);
        }
    }
    void operator()(const PeopleRemoved &fact)
    {
        beginEditions();
        QList<Person> &people = m_case.people[fact.roster];
        people.removeIf([&](const Person &person) { return fact.numbers.contains(person.number); });
        if (people.isEmpty())
            m_case.people.remove(fact.roster);
    }
    void operator()(const VerdictGiven &fact)
    {
        beginEditions();
        Verdict verdict = fact.verdict;
        const auto before = m_case.verdicts.constFind(fact.material);
        const bool wasGap = before != m_case.verdicts.constEnd() && (!before->satisfies() || before->correctedOnTheSpot);
        // Whoever came back after a notice corrected nothing on the spot.
        verdict.correctedOnTheSpot = wasGap && verdict.satisfies() && m_case.notices.isEmpty();
        m_case.verdicts.insert(fact.material, verdict);
    }
    void operator()(const VerdictTakenBack &fact)
    {
        beginEditions();
        m_case.verdicts.remove(fact.material);
    }
    void operator()(const NoticeIssued &fact)
    {
        m_case.life.awaitsReview = false;
        if (m_case.notices.isEmpty())
            m_case.shownToFirstNotice = QSet<QString>(fact.asked.begin(), fact.asked.end());
        m_case.notices.append({.number = int(m_case.notices.size()) + 1,
                               .at = m_event.at,
                               .clerk = m_event.actor,
                               .gaps = fact.gaps,
                               .secondTelling = fact.secondTelling});
    }
    void operator()(const LetterIssued &fact)
    {
        const auto before
            = std::ranges::count_if(m_case.letters, [&](const IssuedLetter &letter) { return letter.kind == fact.letter; });
        m_case.letters.append({.kind = fact.letter,
                               .number = int(before) + 1,
                               .at = m_event.at,
                               .clerk = m_event.actor,
                               .applicant = fact.applicant,
                               .promises = fact.promises,
                               .signedAt = {},
                               .told = {}});
    }
    void operator()(const LetterSigned &fact)
    {
        for (IssuedLetter &letter : m_case.letters) {
            if (letter.kind != fact.letter || letter.number != fact.number || letter.signedAt.isValid())
                continue;
            letter.signedAt = m_event.at;
            letter.told = fact.told;
        }
    }
    void operator()(const SignatureGiven &fact)
    {
        m_case.signatures.append({fact.paper, fact.ink, m_event.at, m_event.actor});
    }
    void operator()(const CaseFiled &fact)
    {
        if (m_case.stage != Stage::Intake)
            return;
        m_case.life.awaitsReview = false;
        m_case.stage = Stage::Filed;
        m_case.filing = Filing{.at = m_event.at, .clerk = m_event.actor, .pushDue = fact.pushDue};
    }
    void operator()(const PrintRequested &fact)
    {
        m_case.prints.append({.id = fact.print,
                              .paper = fact.paper,
                              .copy = fact.copy,
                              .state = PrintAct::State::Requested,
                              .at = m_event.at,
                              .detail = {},
                              .reason = fact.reason,
                              .pieces = fact.pieces});
    }
    void operator()(const PrintSpooled &fact)
    {
        setPrint(fact.print, PrintAct::State::Spooled, fact.detail);
        for (PrintAct &print : m_case.prints) {
            if (print.id == fact.print) {
                print.printer = fact.printer;
                print.job = fact.job;
            }
        }
    }
    void operator()(const PrintFailed &fact) { setPrint(fact.print, PrintAct::State::Failed, fact.detail); }
    void operator()(const PrintDone &fact) { setPrint(fact.print, PrintAct::State::Printed, {}); }
    void operator()(const PrintConfirmed &fact) { setPrint(fact.print, PrintAct::State::Confirmed, {}); }
    void operator()(const CaseAbandoned &)
    {
        if (m_case.stage == Stage::Intake)
            m_case.stage = Stage::Abandoned;
    }
    void operator()(const PaperNumbered &fact)
    {
        m_case.numbers.append({.paper = fact.paper,
                               .organ = fact.organ,
                               .year = fact.year,
                               .serial = fact.serial,
                               .text = fact.text,
                               .at = m_event.at,
                               .voidedAt = {},
                               .voidReason = {}});
    }
    void operator()(const PaperNumberVoided &fact)
    {
        for (PaperNumber &number : m_case.numbers) {
            const bool isIt = number.paper == fact.paper && number.organ == fact.organ && number.year == fact.year
                && number.serial == fact.serial;
            if (isIt && number.voidedAt.isNull()) {
                number.voidedAt = m_event.at;
                number.voidReason = fact.reason;
            }
        }
    }
    void operator()(const LifeFact &fact)
    {
        if (std::holds_alternative<ApplicationSubmitted>(fact) && m_case.stage != Stage::Intake)
            return;
        applyLife(m_case.life, fact, m_event.at, m_event.actor);
    }
    void operator()(const CaseAssigned &fact) { m_case.holder = fact.device; }
    void operator()(const CaseJoined &fact)
    {
        if (m_case.joinedTo.isEmpty())
            m_case.joinedTo = fact.number;
    }
    void operator()(const ConflictCleared &fact)
    {
        const auto conflict = std::ranges::find(m_case.conflicts, fact.conflict, &Conflict::id);
        if (conflict == m_case.conflicts.end() || conflict->clearedAt.isValid())
            return;
        conflict->clearedAt = m_event.at;
        conflict->clearedBy = m_event.actor;
        conflict->decision = fact.words;
    }
    void operator()(const UnknownFact &) { m_case.newer = true; }

private:
    /// What was printed stays as it is: papers that follow the intake get a new edition when it goes on after their print.
    void beginEditions()
    {
        if (m_case.stage != Stage::Intake)
            return;
        for (const PaperKind kind : papersOfIntake()) {
            const PaperRef paper{.kind = kind, .number = editionOf(m_case, kind), .item = {}};
            if (std::ranges::any_of(m_case.prints, [&](const PrintAct &print) { return print.paper == paper; }))
                m_case.editions[kind] = paper.number + 1;
        }
    }
    static void put(QMap<QString, QString> &map, const QString &key, const QString &value)
    {
        if (value.isEmpty())
            map.remove(key);
        else
            map.insert(key, value);
    }
    /// An empty \a detail leaves the one before.
    void setPrint(const QString &id, PrintAct::State state, const QString &detail)
    {
        for (PrintAct &print : m_case.prints) {
            if (print.id == id) {
                print.state = state;
                if (!detail.isEmpty())
                    print.detail = detail;
            }
        }
    }

    Case &m_case;
    const Event &m_event;
};

}

Case apply(Case file, const Event &event)
{
    if (file.id.isEmpty() && !std::holds_alternative<CaseOpened>(event.fact))
        return file;
    std::visit(Applier(file, event), event.fact);
    file.changedAt = event.at;
    ++file.events;
    return file;
}

QString applicantName(const Case &file)
{
    const QString person = file.fields.value(applicantNameField);
    return person.isEmpty() ? file.fields.value(enterpriseNameField) : person;
}

}
