#include "core/offices/tidings.h"

#include "core/domain/casenumber.h"
#include "core/domain/decidelife.h"
#include "core/domain/parties.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace offices {

using namespace Qt::StringLiterals;
using domain::CaseItem;
using PartyRole = domain::Field::Role;

namespace {

QJsonValue momentOf(const QDateTime &at, int offset)
{
    return at.isValid() ? QJsonValue(at.toOffsetFromUtc(offset).toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue wordsOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject caseOf(const Happened &happened)
{
    const domain::Case &file = happened.opened.file;
    return {{"id"_L1, happened.opened.uuid},
            {"number"_L1, file.number},
            {"hall"_L1, happened.opened.hall},
            {"matter"_L1, happened.guide ? happened.guide->matter.name : file.guide.matter},
            {"filedAt"_L1, momentOf(file.filing ? file.filing->at : QDateTime(), happened.now.offsetFromUtc())}};
}

QJsonObject itemOf(const Happened &happened)
{
    const QString &id = happened.happening.item;
    const int offset = happened.now.offsetFromUtc();
    const CaseItem item = happened.opened.file.life.items.value(id);
    const domain::Item *row = happened.guide ? happened.guide->matter.item(id) : nullptr;
    const auto unit = std::ranges::find(happened.units, id, &hub::ItemUnit::item);
    return {{"id"_L1, id},
            {"name"_L1, row ? row->name : id},
            {"department"_L1, row ? row->department : QString()},
            {"unit"_L1, wordsOrNull(unit == happened.units.end() ? QString() : unit->unit)},
            {"state"_L1, stateWord(item.state)},
            {"acceptedAt"_L1, momentOf(item.acceptedAt, offset)},
            {"endedAt"_L1, momentOf(item.endedAt, offset)},
            {"granted"_L1, item.outcome ? QJsonValue(item.outcome->granted) : QJsonValue(QJsonValue::Null)},
            {"certificate"_L1, wordsOrNull(item.outcome ? item.outcome->certificate : QString())},
            {"elicence"_L1, wordsOrNull(item.outcome ? item.outcome->eLicence : QString())}};
}

QList<domain::Party> partiesIn(const Happened &happened)
{
    if (!happened.guide)
        return {};
    return domain::partiesOf(domain::planOf(happened.opened.file, *happened.guide, happened.now.date()));
}

QJsonArray recipientsOf(const Happened &happened)
{
    QStringList phones;
    for (const domain::Party &party : partiesIn(happened)) {
        const bool mayBeTold = party.role == PartyRole::Applicant || party.role == PartyRole::Enterprise || party.role == PartyRole::Agent;
        if (mayBeTold && !party.phone.isEmpty() && !phones.contains(party.phone))
            phones << party.phone;
    }
    QJsonArray recipients;
    for (const QString &phone : std::as_const(phones))
        recipients << QJsonObject{{"phone"_L1, phone}};
    return recipients;
}

QJsonObject holderOf(const Happened &happened)
{
    const QList<domain::Party> parties = partiesIn(happened);
    const auto enterprise = std::ranges::find(parties, PartyRole::Enterprise, &domain::Party::role);
    if (enterprise != parties.end())
        return {{"name"_L1, enterprise->name}, {"code"_L1, wordsOrNull(enterprise->identity)}};
    const auto applicant = std::ranges::find(parties, PartyRole::Applicant, &domain::Party::role);
    return {{"name"_L1, applicant == parties.end() ? QString() : applicant->name}, {"code"_L1, QJsonValue::Null}};
}

}

QString stateWord(CaseItem::State state)
{
    switch (state) {
    case CaseItem::State::Filed:
        return u"filed"_s;
    case CaseItem::State::Accepted:
        return u"accepted"_s;
    case CaseItem::State::Refused:
        return u"refused"_s;
    case CaseItem::State::Decided:
        return u"decided"_s;
    case CaseItem::State::Withdrawn:
        return u"withdrawn"_s;
    case CaseItem::State::Lapsed:
        break;
    }
    return u"lapsed"_s;
}

QStringList eventsOf(const Happened &happened)
{
    const QString &what = happened.happening.what;
    const CaseItem item = happened.opened.file.life.items.value(happened.happening.item);
    if (what == "item.decided"_L1) {
        const bool isGranted = item.outcome && item.outcome->granted;
        QStringList events{what};
        if (isGranted)
            events << u"approval.granted"_s;
        if (isGranted && !item.outcome->physical)
            events << u"result.ready"_s;
        return events;
    }
    if (what == "result.arrived"_L1) // where it goes from there is no news for the citizen
        return item.custody.size() <= 1 ? QStringList{u"result.ready"_s} : QStringList();
    return {what};
}

std::optional<QByteArray> messageFor(const Happened &happened, const QString &kind, const QString &event, const QString &uid)
{
    QJsonObject message{{"id"_L1, uid},
                        {"event"_L1, event},
                        {"at"_L1, momentOf(happened.happening.at, happened.now.offsetFromUtc())},
                        {"case"_L1, caseOf(happened)}};
    if (!happened.happening.item.isEmpty())
        message.insert("item"_L1, itemOf(happened));
    if (event == "rating.given"_L1)
        message.insert("level"_L1, happened.happening.words.toInt());
    if (kind == "sms"_L1) {
        const QJsonArray recipients = recipientsOf(happened);
        if (recipients.isEmpty())
            return {};
        message.insert("recipients"_L1, recipients);
    }
    if (kind == "supervision"_L1)
        message.insert("holder"_L1, holderOf(happened));
    if (kind == "rating"_L1) {
        const auto number = domain::readCaseNumber(happened.opened.file.number);
        message.insert("window"_L1, number ? number->window : QString());
    }
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

QByteArray messageFor(const hub::UnitEntry &entry, const QString &uid, int offset)
{
    return QJsonDocument(QJsonObject{{"id"_L1, uid},
                                     {"event"_L1, entry.what},
                                     {"at"_L1, momentOf(entry.at, offset)},
                                     {"case"_L1, QJsonObject{{"id"_L1, entry.caseUuid}}},
                                     {"item"_L1, QJsonObject{{"id"_L1, entry.item}}}})
        .toJson(QJsonDocument::Compact);
}

}
