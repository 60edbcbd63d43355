#include "core/domain/cardfill.h"

#include "core/domain/parties.h"

#include <algorithm>
#include <utility>

namespace domain {

namespace {

/// What a card says for \a field beside name and number; empty: nothing.
QString cardFact(const Field &field, const PersonCard &card)
{
    const auto asks = [&](const char16_t *word) { return field.label.contains(QStringView(word)); };
    switch (field.kind) {
    case Field::Kind::Address: return asks(u"户籍") ? card.address : QString();
    case Field::Kind::Date: return asks(u"出生") ? card.birth.toString(Qt::ISODate) : QString();
    case Field::Kind::Choice: return asks(u"性别") && field.choices.contains(card.sex) ? card.sex : QString();
    case Field::Kind::Text: return asks(u"民族") && !card.ethnicity.isEmpty() ? card.ethnicity + u'族' : QString();
    case Field::Kind::PersonName:
    case Field::Kind::IdNumber:
    case Field::Kind::Phone:
    case Field::Kind::CreditCode:
    case Field::Kind::Number: break;
    }
    return {};
}

/// Puts the values for the fields of one person together, whose first is the name. Further names and numbers are somebody else's.
class CardFiller
{
public:
    CardFiller(QString whom, const PersonCard &card) : m_card(card) { m_filling.whom = std::move(whom); }

    void add(const Field &field, const QString &now)
    {
        const bool isName = std::exchange(m_isFirst, false);
        const bool isNumber = field.kind == Field::Kind::IdNumber && !std::exchange(m_hasNumber, true);
        const QString value = fieldValue(field, isName ? m_card.name : isNumber ? m_card.number : cardFact(field, m_card));
        if (!value.isEmpty())
            m_filling.values.append({field.id, field.label, now, value, isName || isNumber});
    }
    CardFilling filling() { return std::move(m_filling); }

private:
    const PersonCard &m_card;
    CardFilling m_filling;
    bool m_isFirst = true;
    bool m_hasNumber = false;
};

}

QList<CardValue> CardFilling::contradicted() const
{
    QList<CardValue> found;
    std::ranges::copy_if(values, std::back_inserter(found),
                         [](const CardValue &value) { return !value.now.isEmpty() && value.now != value.card; });
    return found;
}

bool CardFilling::isSomebodyElse() const
{
    const QList<CardValue> against = contradicted();
    return std::ranges::any_of(against, &CardValue::identifies);
}

CardFilling fillingOf(const Plan &plan, const QString &field, const PersonCard &card)
{
    const FormPerson person = formPerson(plan, field);
    CardFiller filler(person.title, card);
    for (const QString &id : person.fields) {
        const Plan::FieldLine *line = plan.field(id);
        filler.add(line->field, line->value);
    }
    return filler.filling();
}

CardFilling fillingOf(const Plan::RosterLine &roster, const Person &person, const PersonCard &card)
{
    CardFiller filler(roster.roster.title, card);
    for (const Field &column : roster.columns)
        filler.add(column, person.values.value(column.id));
    return filler.filling();
}

EnterFields entryOf(const CardFilling &filling, bool over)
{
    EnterFields entry;
    if (!over && filling.isSomebodyElse())
        return entry;
    for (const CardValue &value : filling.values) {
        if (over || value.now.isEmpty() || value.now == value.card)
            entry.fields.append({value.field, value.card, FieldSource::CardReader});
    }
    return entry;
}

}
