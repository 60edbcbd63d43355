#include "tests/app/course.h"

#include "core/domain/fieldcheck.h"
#include "tests/app/support/keyboard.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Kind = domain::Field::Kind;

namespace {

/// What is typed into a field. The people are made up; the numbers are right in form and belong to nobody.
QString typedInto(const domain::Field &field, QDate today)
{
    if (!field.required)
        return {};
    switch (field.kind) {
    case Kind::PersonName:
        return u"李𬭚"_s;
    case Kind::IdNumber:
        return u"41030720000229123X"_s;
    case Kind::Phone:
        return u"13812345678"_s;
    case Kind::Date:
        return today.addDays(-1).toString(u"yyyyMMdd"_s);
    case Kind::Choice:
        return u"1"_s;
    default:
        return u"A1"_s;
    }
}

/// Facts of one case in the order in which they happened, taken one by one.
class Trail
{
public:
    explicit Trail(const QList<domain::Event> &events) : m_events(events) { }

    /// The next fact if it is of this kind; then it is taken.
    template <class Fact>
    const Fact *next()
    {
        const Fact *fact = m_at < m_events.size() ? std::get_if<Fact>(&m_events[m_at].fact) : nullptr;
        m_at += fact ? 1 : 0;
        return fact;
    }
    bool isAtEnd() const { return m_at == m_events.size(); }
    QString where(const QString &what) const
    {
        return u"fact %1 of %2: %3"_s.arg(QString::number(m_at), QString::number(m_events.size()), what);
    }

private:
    const QList<domain::Event> &m_events;
    qsizetype m_at = 0;
};

}

Course::Course(const domain::Guide &guide) : m_matter(guide.ref)
{
    domain::Case file;
    const auto open = [](const auto &question) { return question.answer.isEmpty(); };
    domain::Plan plan = domain::planOf(file, guide, m_today);
    for (auto next = std::ranges::find_if(plan.questions, open); next != plan.questions.end();
         next = std::ranges::find_if(plan.questions, open)) {
        m_answers << Answer{next->situation.id, next->situation.options.first().id};
        file.answers.insert(m_answers.last().situation, m_answers.last().option);
        plan = domain::planOf(file, guide, m_today);
    }
    for (const auto &line : plan.fields)
        m_fields << line.field;
    for (const auto &line : plan.materials)
        m_materials << line.material.id;
}

QStringList Course::strokesToOpen()
{
    return outside::strokesOf(u"xse"_s) << u"Return"_s;
}

QStringList Course::strokesFrom(const domain::Case &file) const
{
    QStringList strokes(m_answers.size() - file.answers.size(), u"1"_s);
    strokes += strokesInForm(file);
    strokes << u"F5"_s;
    strokes += QStringList(m_materials.size() - file.verdicts.size(), u"1"_s);
    return strokes;
}

/// F4 goes to the first field with a fault; the first one that is not done may stand before it ("李" is a name).
QStringList Course::strokesInForm(const domain::Case &file) const
{
    qsizetype at = 0;
    qsizetype first = 0;
    const auto isFaulty = [&](const domain::Field &field) {
        return domain::fieldFault(field, file.fields.value(field.id), m_today) != domain::FieldFault::None;
    };
    if (const auto found = std::ranges::find_if(m_fields, isFaulty); found != m_fields.end())
        at = found - m_fields.begin();
    while (first < m_fields.size() && isDone(m_fields[first], file))
        ++first;
    if (first == m_fields.size())
        return {};
    QStringList strokes{u"F4"_s};
    for (; at > first; --at)
        strokes << u"shift+Tab"_s;
    for (; at < m_fields.size(); ++at) {
        const domain::Field &field = m_fields[at];
        if (!isDone(field, file)) {
            if (field.kind != Kind::Choice)
                strokes << u"ctrl+a"_s;
            strokes += outside::strokesOf(typedInto(field, m_today));
        }
        if (field.kind != Kind::Choice || isDone(field, file))
            strokes << u"Return"_s;
    }
    return strokes;
}

bool Course::isDone(const domain::Field &field, const domain::Case &file) const
{
    const QString typed = typedInto(field, m_today);
    const QString wanted
        = field.kind == Kind::Choice && !typed.isEmpty() ? field.choices.first() : domain::fieldValue(field, typed);
    return file.fields.value(field.id) == wanted;
}

bool Course::isWhole(const domain::Case &file) const
{
    return std::ranges::all_of(m_fields, [&](const domain::Field &field) { return isDone(field, file); });
}

bool Course::mayHold(const domain::Field &field, const QString &value) const
{
    if (field.kind == Kind::Choice)
        return value == field.choices.first();
    const QString typed = typedInto(field, m_today);
    for (qsizetype length = 1; length <= typed.size(); ++length) {
        if (value == domain::fieldValue(field, typed.left(length)))
            return true;
    }
    return false;
}

QString Course::faultIn(const QList<domain::Event> &events) const
{
    Trail trail(events);
    const auto *opened = trail.next<domain::CaseOpened>();
    if (!opened || opened->guide != m_matter)
        return trail.where(u"another matter"_s);
    qsizetype answers = 0;
    while (const auto *given = trail.next<domain::SituationAnswered>()) {
        if (answers == m_answers.size() || m_answers[answers++] != Answer{given->situation, given->answer})
            return trail.where(u"another answer to "_s + given->situation);
    }
    domain::Case file;
    qsizetype field = 0;
    while (const auto *entered = trail.next<domain::FieldEntered>()) {
        while (field < m_fields.size() && m_fields[field].id != entered->field && isDone(m_fields[field], file))
            ++field;
        if (answers < m_answers.size() || field == m_fields.size() || m_fields[field].id != entered->field
            || !mayHold(m_fields[field], entered->value))
            return trail.where(u"not what was typed into "_s + entered->field);
        file.fields.insert(entered->field, entered->value);
    }
    qsizetype verdicts = 0;
    while (const auto *given = trail.next<domain::VerdictGiven>()) {
        if (!isWhole(file) || verdicts == m_materials.size() || m_materials[verdicts++] != given->material
            || given->verdict.kind != domain::VerdictKind::OriginalSeen)
            return trail.where(u"another verdict on "_s + given->material);
    }
    return trail.isAtEnd() ? QString() : trail.where(u"an act nobody made"_s);
}
