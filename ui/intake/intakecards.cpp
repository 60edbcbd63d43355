#include "ui/intake/intakecards.h"

#include "ui/cards/cardline.h"
#include "ui/cards/cardwords.h"
#include "ui/intake/applicantform.h"
#include "ui/intake/peoplepanel.h"

using Level = InlineMessage::Level;

IntakeCards::IntakeCards(CardLine &line, ApplicantForm &form, PeoplePanel &people, QObject *parent)
    : QObject(parent), m_line(line), m_form(form), m_people(people)
{
}

void IntakeCards::press(desk::CaseWork *work)
{
    m_work = work;
    if (!work || work->file().stage != domain::Stage::Intake || m_line.answerYes())
        return;
    const Place whose = place();
    m_line.read(filling(whose, {}).whom, [this, whose](const domain::PersonCard &card) {
        if (m_work)
            take(whose, card);
    });
}

IntakeCards::Place IntakeCards::place() const
{
    if (m_people.isVisible() && m_form.fieldUnderCursor().isEmpty())
        return {.field = {}, .roster = m_people.roster(), .row = m_people.currentRow()};
    return {.field = m_form.fieldUnderCursor(), .roster = {}};
}

/// The first of a list stands in the form.
domain::CardFilling IntakeCards::filling(const Place &place, const domain::PersonCard &card) const
{
    const domain::Plan::RosterLine *roster = m_work->plan().roster(place.roster);
    if (!roster)
        return domain::fillingOf(m_work->plan(), place.field, card);
    const domain::Person person
        = place.row >= 0 && place.row < roster->people.size() ? roster->people[place.row].person : domain::Person{};
    return domain::fillingOf(*roster, person, card);
}

void IntakeCards::take(const Place &place, const domain::PersonCard &card)
{
    m_form.flush(); // what is typed and not yet given counts
    const domain::CardFilling found = filling(place, card);
    if (found.values.isEmpty()) {
        m_line.tell(Level::Info, tr("The form asks for nothing that a card says. Answer the situations first."));
        return;
    }
    if (!found.isSomebodyElse())
        enter(place, found, false);
    const QList<domain::CardValue> against = found.contradicted();
    if (against.isEmpty()) {
        m_line.tell(Level::Done, tr("The card of “%1” is in the form.").arg(found.whom), tr("Ctrl+Z takes it back."));
        return;
    }
    m_line.ask(tr("The form says something else than the card of “%1”: %2").arg(found.whom, cardwords::contradictions(against)),
               tr("Esc keeps what was typed."), [this, place, found] {
                   enter(place, found, true);
                   m_line.tell(Level::Done, tr("The card of “%1” is in the form.").arg(found.whom), tr("Ctrl+Z takes it back."));
               });
}

void IntakeCards::enter(const Place &place, const domain::CardFilling &filling, bool over)
{
    const domain::EnterFields entry = domain::entryOf(filling, over);
    const domain::Plan::RosterLine *roster = m_work->plan().roster(place.roster);
    const bool isFirst = roster && place.row == 0;
    if (!roster || isFirst) {
        emit wanted(entry, &m_form);
        if (!roster)
            m_form.takeFocus();
        return;
    }
    domain::ListPeople list{.roster = place.roster, .people = {}};
    for (const domain::Plan::PersonLine &line : roster->people)
        list.people.append(line.person);
    if (place.row < 0 || place.row >= list.people.size())
        list.people.append(domain::Person{});
    domain::Person &person = place.row < 0 ? list.people.last() : list.people[std::min<qsizetype>(place.row, list.people.size() - 1)];
    for (const domain::EnterField &value : entry.fields)
        person.values.insert(value.field, value.value);
    emit wanted(list, &m_people);
}
