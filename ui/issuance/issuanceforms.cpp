#include "ui/issuance/issuanceforms.h"

#include "ui/words/lifewords.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;
using namespace domain;
using FieldKind = ActField::Kind;

namespace {

struct IssuanceWords {
    Q_DECLARE_TR_FUNCTIONS(Issuance)
};

constexpr std::array actNames{
    QT_TRANSLATE_NOOP("Issuance", "Receive"),           QT_TRANSLATE_NOOP("Issuance", "Move"),
    QT_TRANSLATE_NOOP("Issuance", "Tell the citizen"),  QT_TRANSLATE_NOOP("Issuance", "Hand over"),
    QT_TRANSLATE_NOOP("Issuance", "Way of collection"), QT_TRANSLATE_NOOP("Issuance", "Send the proof"),
    QT_TRANSLATE_NOOP("Issuance", "Send all proofs"),   QT_TRANSLATE_NOOP("Issuance", "Print the record"),
};
static_assert(actNames.size() == issuanceActs);

ActField blank(const QString &id, const QString &label, const QString &preset, bool optional = false)
{
    return {.id = id, .label = label, .kind = FieldKind::Text, .preset = preset, .optional = optional};
}

template <class Enum>
ActField pick(const QString &id, const QString &label, std::initializer_list<Enum> values)
{
    ActField field{.id = id, .label = label, .kind = FieldKind::Choice};
    for (const Enum value : values)
        field.options.append({QString::number(int(value)), words::name(value)});
    field.preset = field.options.first().value;
    return field;
}

QList<ActField> receiveFields(const desk::ShelfEntry &entry, const LastArrival &last)
{
    ActField place = blank(actfield::shelfPlace, IssuanceWords::tr("Shelf place"), {}, true);
    place.hint = IssuanceWords::tr("scan the label of the place");
    return {place,
            blank(actfield::givenBy, IssuanceWords::tr("Brought by"),
                  last.givenBy.isEmpty() ? entry.result.department : last.givenBy, true),
            blank(actfield::receiver, IssuanceWords::tr("It is now at"), last.holder)};
}

QList<ActField> moveFields(const desk::ShelfEntry &entry)
{
    const Custody &now = entry.result.custody;
    return {blank(actfield::shelfPlace, IssuanceWords::tr("Shelf place"), {}, true),
            blank(actfield::receiver, IssuanceWords::tr("It goes to"), now.holder),
            blank(actfield::givenBy, IssuanceWords::tr("Given by"), now.takenBy, true),
            blank(actfield::takenBy, IssuanceWords::tr("Taken by"), {}, true)};
}

/// The collector signs before anything is handed over, so the record is to be had from here.
QList<ActField> handOverFields(const ActScene &scene)
{
    QList<ActField> fields = fieldsOf(Act::Deliver, scene);
    for (ActField &field : fields) {
        if (field.id == actfield::isSigned)
            field.label = IssuanceWords::tr("record signed (F5, Ctrl+B)");
        if (field.id == actfield::identity)
            field.hint = IssuanceWords::tr("Ctrl+D reads the card");
    }
    return fields;
}

QList<ActField> tellFields(const desk::ShelfEntry &entry)
{
    using About = Contact::About;
    using Way = Contact::Way;
    ActField about = entry.result.refusal ? pick(actfield::about, IssuanceWords::tr("About"), {About::Refusal, About::Result})
                                          : pick(actfield::about, IssuanceWords::tr("About"), {About::Result, About::Other});
    about.preset = QString::number(int(About::Result));
    return {about, pick(actfield::way, IssuanceWords::tr("How"), {Way::Phone, Way::Message, Way::InPerson, Way::Letter}),
            blank(actfield::said, IssuanceWords::tr("Said"), {}, true)};
}

}

Qt::Key keyOf(IssuanceAct act)
{
    return Qt::Key(int(Qt::Key_F2) + int(act));
}

QString issuanceWord(IssuanceAct act)
{
    return QCoreApplication::translate("Issuance", actNames[size_t(act)]);
}

QList<ActField> fieldsOf(IssuanceAct act, const desk::ShelfEntry &entry, const ActScene &scene, const LastArrival &last)
{
    switch (act) {
    case IssuanceAct::Receive: return receiveFields(entry, last);
    case IssuanceAct::Move: return moveFields(entry);
    case IssuanceAct::Tell: return tellFields(entry);
    case IssuanceAct::HandOver: return handOverFields(scene);
    case IssuanceAct::Choose: return fieldsOf(Act::ChooseCollection, scene);
    case IssuanceAct::Prove:
    case IssuanceAct::ProveAll:
    case IssuanceAct::Record: return {};
    }
    Q_UNREACHABLE();
}

ReceiveResult arrivalOf(const ActAnswers &answers)
{
    return {.item = {},
            .holder = answers.value(actfield::receiver),
            .givenBy = answers.value(actfield::givenBy),
            .place = answers.value(actfield::shelfPlace),
            .takenBy = answers.value(actfield::takenBy)};
}

LifeCommand commandOf(IssuanceAct act, const ActScene &scene, const ActAnswers &answers)
{
    const Act same = act == IssuanceAct::HandOver ? Act::Deliver
        : act == IssuanceAct::Choose              ? Act::ChooseCollection
                                                  : Act::Tell;
    return std::get<LifeCommand>(commandOf(same, scene, answers));
}

std::optional<IssuanceAct> nextActOf(const desk::ShelfEntry &entry)
{
    const Collection way = entry.result.way;
    const bool isCollected = way == Collection::Window || way == Collection::SelfService;
    switch (entry.state) {
    case ShelfState::Expected: return IssuanceAct::Receive;
    case ShelfState::Held: return {};
    case ShelfState::Ready:
    case ShelfState::Late: return isCollected ? IssuanceAct::Tell : IssuanceAct::HandOver;
    case ShelfState::Told: return IssuanceAct::HandOver;
    case ShelfState::Forgotten: return IssuanceAct::Tell;
    case ShelfState::ToProve: return IssuanceAct::Prove;
    }
    Q_UNREACHABLE();
}
