#include "core/offices/licenceissuing.h"

#include "core/domain/codes.h"
#include "core/domain/parties.h"
#include "core/hub/history.h"
#include "core/offices/postbox.h"

#include <algorithm>

namespace offices {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using hub::IssuedLicence;
using hub::Store;
using hub::Transaction;
using IssueResult = wire::IssueAnswer::Result;

namespace {

constexpr int claimedFor = 60; ///< seconds; longer than a question takes

QByteArray placeOfDocument(const QString &caseUuid, const QString &item)
{
    return "hub issued|" + caseUuid.toUtf8() + '|' + item.toUtf8();
}

base::Result<base::Secret> keyOfCase(Transaction &rows, const QString &caseUuid, const hub::HubKey &key)
{
    const auto lines = rows.records().cases({caseUuid});
    return lines ? hub::keyOf(lines->value(caseUuid), key) : base::Result<base::Secret>(Fail(lines.error()));
}

wire::IssueWish wishOf(const HubCase &opened, const domain::Guide &guide, const QString &item, QDate today)
{
    const domain::CaseItem state = opened.file.life.items.value(item);
    const domain::Item *row = guide.matter.item(item);
    const domain::Outcome outcome = state.outcome.value_or(domain::Outcome());
    const QList<domain::Party> parties = domain::partiesOf(domain::planOf(opened.file, guide, today));
    const domain::Party holder = parties.value(0); // applicant and enterprise stand first
    return {.request = opened.uuid + u'/' + item,
            .caseNumber = opened.file.number,
            .matter = guide.matter.name,
            .item = item,
            .itemName = row ? row->name : item,
            .certificate = outcome.certificate,
            .code = outcome.eLicence,
            .granted = state.endedAt.date(),
            .holderName = holder.name,
            .holderNumber = holder.identity};
}

}

base::Result<std::optional<IssueErrand>> LicenceIssuing::next() const
{
    using Next = std::optional<IssueErrand>;
    const QDateTime now = m.engine.now();
    const auto due = hub::within(m.engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.issues().due(now); });
    if (!due)
        return Fail(due.error());
    if (!*due)
        return Next();
    const auto ours = hub::within(m.engine.store, Store::For::Writing,
                                  [&](Transaction &rows) { return rows.issues().claim(**due, now, now.addSecs(claimedFor)); });
    if (!ours)
        return Fail(ours.error());
    if (!*ours)
        return Next();
    const auto opened = m.cases.open((*due)->caseUuid);
    const auto guide = opened && *opened ? m.guides.guide((*opened)->file.guide) : base::Result<std::optional<FoundGuide>>();
    if (!opened || !guide)
        return Fail(!opened ? opened.error() : guide.error());
    if (!*opened || !*guide)
        return settle({**due, {}}, {.result = IssueResult::Unreachable, .why = u"the case was erased, or its guide is not in the library"_s}).map([] {
            return Next();
        });
    return Next(IssueErrand{**due, wishOf(**opened, (*guide)->guide, (*due)->item, now.date())});
}

base::Result<> LicenceIssuing::settle(const IssueErrand &errand, const wire::IssueAnswer &answer) const
{
    const QDateTime now = m.engine.now();
    const QList<int> waits = Postbox::waits();
    IssuedLicence licence = errand.licence;
    licence.claimedUntil = {};
    licence.words = answer.why;
    licence.tries += 1;
    const bool isGood = answer.result == IssueResult::Issued && domain::eLicenceFault(answer.code) == domain::FieldFault::None;
    if (answer.result == IssueResult::Issued && !isGood)
        licence.words = u"the issuing system sent an identifier that is none of GB/T 36904"_s;
    if (answer.result == IssueResult::None)
        licence.state = IssuedLicence::State::None;
    else if (!isGood && licence.tries > waits.size())
        licence.state = IssuedLicence::State::GivenUp;
    else if (!isGood)
        licence.next = now.addSecs(waits[licence.tries - 1]);
    return hub::within(m.engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        if (isGood) {
            const auto key = keyOfCase(rows, licence.caseUuid, m.engine.key);
            if (!key)
                return Fail(key.error());
            licence.state = IssuedLicence::State::Issued;
            licence.code = answer.code;
            licence.kind = answer.kind;
            licence.document = journal::seal(answer.document, *key, placeOfDocument(licence.caseUuid, licence.item));
        }
        const base::Result<> put = rows.issues().put(licence);
        if (!put || licence.state != IssuedLicence::State::GivenUp)
            return put;
        return rows.records().put(hub::Alarm{.at = now,
                                             .kind = u"e-licence"_s,
                                             .device = {},
                                             .words = u"no e-licence for %1/%2: %3"_s.arg(licence.caseUuid, licence.item, licence.words)});
    });
}

base::Result<QList<IssuedLicence>> LicenceIssuing::issuedOf(const QString &number) const
{
    return hub::within(m.engine.store, Store::For::Reading, [&](Transaction &rows) -> base::Result<QList<IssuedLicence>> {
        const auto line = rows.records().caseWithNumber(number);
        if (!line)
            return Fail(line.error());
        if (!*line || (*line)->erased())
            return QList<IssuedLicence>();
        return rows.issues().licencesOf((*line)->id).map([](QList<IssuedLicence> licences) {
            licences.removeIf([](const IssuedLicence &licence) { return licence.state != IssuedLicence::State::Issued; });
            return licences;
        });
    });
}

base::Result<std::optional<LicenceIssuing::Document>> LicenceIssuing::fetch(const QString &number, const QString &item) const
{
    using Found = std::optional<Document>;
    return hub::within(m.engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<Found> {
        const auto line = rows.records().caseWithNumber(number);
        if (!line)
            return Fail(line.error());
        if (!*line || (*line)->erased())
            return Found();
        const auto licence = rows.issues().licence((*line)->id, item);
        if (!licence)
            return Fail(licence.error());
        if (!*licence || (*licence)->state != IssuedLicence::State::Issued)
            return Found();
        const QString caseUuid = (*line)->uuid;
        const auto bytes = hub::keyOf(**line, m.engine.key).and_then([&](const base::Secret &key) {
            return journal::unseal((*licence)->document, key, placeOfDocument(caseUuid, item));
        });
        if (!bytes)
            return Fail(bytes.error());
        const hub::AuditLine seen{.at = m.engine.now(), .account = u"receipt"_s, .act = u"licence-fetched"_s, .subject = caseUuid + u'/' + item, .words = {}};
        return rows.people().add(seen).map([&] { return Found(Document{(*licence)->kind, *bytes}); });
    });
}

}
