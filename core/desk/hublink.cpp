#include "core/desk/hublink.h"

#include "core/base/durablefile.h"
#include "core/base/text.h"
#include "core/desk/lanepictures.h"
#include "core/journal/journal.h"
#include "core/sync/httpline.h"
#include "core/wire/messages.h"
#include "core/wire/signing.h"
#include "core/wire/ticket.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

const QString placeFile = u"/hub.json"_s;

base::Fail noPlace(const QString &file)
{
    return base::Fail({base::Error::Kind::Document, u"says of no hub where it is"_s, file});
}

wire::Enrolment enrolmentOf(const HubLinkNeeds &needs, const QString &code)
{
    const journal::Identity &identity = needs.journal.identity();
    return {.code = base::normalizedCode(code),
            .writer = {identity.device, identity.incarnation},
            .mark = identity.mark,
            .regionCode = needs.hall.regionCode,
            .windowCode = needs.hall.windowCode,
            .card = {needs.hall.hallName, needs.hall.windowName, needs.windowKey.publicKey()},
            .program = needs.program};
}

}

base::Result<std::optional<HubPlace>> readHubPlace(const QString &profileFolder)
{
    const QString file = profileFolder + placeFile;
    const auto bytes = base::readWhole(file);
    if (!bytes)
        return base::Fail(bytes.error());
    if (!*bytes)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(**bytes).object();
    const base::Result<people::PublicKey> key
        = people::publicKeyFrom(json["algorithm"_L1].toString(), QByteArray::fromHex(json["key"_L1].toString().toLatin1()));
    if (!key)
        return base::Fail({key.error().kind, u"the key of the hub "_s + key.error().detail, file});
    const HubPlace place{.url = QUrl(json["url"_L1].toString(), QUrl::StrictMode),
                         .hub = json["hub"_L1].toString(),
                         .key = *key,
                         .hall = json["hall"_L1].toString(),
                         .picturesPerSecond = qMax<qint64>(0, json["picturesPerSecond"_L1].toInteger())};
    if (!syncing::isHubAddress(place.url) || place.hub.isEmpty() || place.hall.isEmpty())
        return noPlace(file);
    return place;
}

base::Result<> keepHubPlace(const QString &profileFolder, const HubPlace &place)
{
    QJsonObject json{{"url"_L1, place.url.toString()},
                     {"hub"_L1, place.hub},
                     {"key"_L1, QLatin1String(place.key.bytes.toHex())},
                     {"algorithm"_L1, people::algorithmName(place.key.algorithm)},
                     {"hall"_L1, place.hall}};
    if (place.picturesPerSecond > 0)
        json["picturesPerSecond"_L1] = place.picturesPerSecond;
    return base::writeDurably(profileFolder + placeFile, QJsonDocument(json).toJson());
}

HubInvitation readInvitation(const QString &address, const QString &code)
{
    for (const QString &text : {address, code}) {
        if (const base::Result<wire::Ticket> ticket = wire::ticketFrom(text.trimmed()); ticket)
            return {QUrl(ticket->hub, QUrl::StrictMode), ticket->code};
    }
    return {QUrl(address.trimmed(), QUrl::StrictMode), code.trimmed()};
}

HubLink::HubLink(HubLinkNeeds needs, QObject *parent) :
    QObject(parent), m_needs(std::move(needs)), m_clock(std::make_shared<syncing::HubClock>()), m_feed(m_needs.journal)
{
    base::Result<std::optional<HubPlace>> place = readHubPlace(m_needs.profileFolder);
    if (place)
        m_place = *place;
    else
        m_fault = place.error();
    connect(&m_feed, &HallFeed::taken, this, [this] { endPage(true); });
    connect(&m_feed, &HallFeed::failed, this, [this](const base::Error &error) {
        emit storageFailed(error);
        endPage(false);
    });
    connect(&m_feed, &HallFeed::renewed, this, &HubLink::acted);
    connect(&m_feed, &HallFeed::changed, this, &HubLink::casesChanged);
    connect(&m_feed, &HallFeed::purged, this, &HubLink::casesLeft);
    connect(&m_feed, &HallFeed::doubled, this, &HubLink::doubled);
    connect(&m_feed, &HallFeed::contradicted, this, &HubLink::contradicted);
    connect(&m_feed, &HallFeed::faulty, this, &HubLink::faulty);
}

HubLink::~HubLink()
{
    endWorker();
}

void HubLink::start()
{
    if (m_place && !m_worker)
        runWorker();
}

void HubLink::runWorker()
{
    m_worker = new syncing::Worker({.folder = m_needs.profileFolder,
                                    .profileKey = m_needs.profileKey,
                                    .windowKey = m_needs.windowKey,
                                    .clock = m_clock,
                                    .pictures = std::make_shared<LanePictures>(m_needs.profileFolder, m_needs.profileKey),
                                    .line = [make = m_needs.line, url = m_place->url] { return make(url); },
                                    .picturesPerSecond = m_place->picturesPerSecond,
                                    .hub = m_place->hub,
                                    .hubKey = m_place->key});
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, &syncing::Worker::start);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &syncing::Worker::status, this, [this](const syncing::Status &status) {
        m_status = status;
        emit statusChanged(status);
    });
    connect(m_worker, &syncing::Worker::arrived, this,
            [this](const QList<journal::FeedEntry> &entries, const journal::FeedCursor &next) {
                if (m_feed.isTaking()) // the page of a worker that has ended meanwhile
                    endPage(false);
                else
                    m_feed.take(entries, next, m_clock->now());
            });
    connect(m_worker, &syncing::Worker::libraryChanged, this, &HubLink::libraryChanged);
    connect(m_worker, &syncing::Worker::receiptsChecked, this, &HubLink::receiptsChecked);
    connect(m_worker, &syncing::Worker::mustRenew, this, &HubLink::renew);
    connect(m_worker, &syncing::Worker::wipeOrdered, this, &HubLink::wipeOrdered);
    connect(m_worker, &syncing::Worker::wipeRefused, this, &HubLink::wipeRefused);
    connect(m_worker, &syncing::Worker::answered, this, [this](int id, const syncing::SignedLine::Outcome &outcome) {
        if (const auto [context, done] = m_questions.take(id); context)
            done(outcome);
    });
    m_thread.start();
}

void HubLink::endWorker()
{
    m_thread.quit();
    m_thread.wait();
    m_worker = nullptr;
}

base::Result<QList<journal::QueueLine>> HubLink::queue(int most) const
{
    return journal::Outbox::open(m_needs.profileFolder, m_needs.profileKey)
        .and_then([&](const std::unique_ptr<journal::Outbox> &outbox) { return outbox->queue(most); });
}

base::Result<QList<journal::FeedFault>> HubLink::faults(int most) const
{
    return journal::Outbox::open(m_needs.profileFolder, m_needs.profileKey)
        .and_then([&](const std::unique_ptr<journal::Outbox> &outbox) { return outbox->faults(most); });
}

base::Result<QStringList> HubLink::stillToCome(const QString &caseId) const
{
    if (!m_place)
        return QStringList();
    return journal::Outbox::open(m_needs.profileFolder, m_needs.profileKey)
        .and_then([&](const std::unique_ptr<journal::Outbox> &outbox) { return outbox->stillToCome(caseId); });
}

base::Result<QList<journal::ReceiptDay>> HubLink::receiptDays(int most) const
{
    return journal::Outbox::open(m_needs.profileFolder, m_needs.profileKey)
        .and_then([&](const std::unique_ptr<journal::Outbox> &outbox) { return outbox->receiptDays(most); });
}

void HubLink::acted()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &syncing::Worker::look);
}

void HubLink::retry()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &syncing::Worker::retry);
}

void HubLink::ask(const syncing::Call &call, QObject *context, Answered done)
{
    const int id = ++m_lastQuestion;
    m_questions.insert(id, {context, std::move(done)});
    if (m_worker) {
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, id, call] { worker->ask(id, call); });
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            if (const auto [asker, answer] = m_questions.take(id); asker)
                answer(tl::unexpected(syncing::Trouble{.kind = syncing::Trouble::Kind::Unreachable}));
        },
        Qt::QueuedConnection);
}

void HubLink::enrol(const QUrl &url, const QString &code)
{
    if (!syncing::isHubAddress(url)) {
        emit enrolmentFailed({.kind = syncing::Trouble::Kind::Nonsense, .detail = u"no address of a hub"_s});
        return;
    }
    m_enrolling = m_needs.line(url);
    const wire::Enrolment enrolment = enrolmentOf(m_needs, code);
    const QByteArray signature = m_needs.windowKey.sign(wire::enrolmentPurpose, wire::enrolmentToSign(enrolment));
    const syncing::Call call{.method = "POST",
                             .target = "/sync/v1/enrol",
                             .type = wire::jsonType,
                             .body = wire::toJson(enrolment, signature)};
    m_enrolling->send(call, this, [this, url](const syncing::Reply &reply) {
        const syncing::SignedLine::Outcome outcome = syncing::outcomeOf(reply);
        const base::Result<wire::Enrolled> answer
            = outcome ? wire::enrolledFrom(outcome->body) : base::Result<wire::Enrolled>();
        if (!outcome)
            emit enrolmentFailed(outcome.error());
        else if (!answer)
            emit enrolmentFailed({.kind = syncing::Trouble::Kind::Nonsense, .detail = answer.error().detail});
        else
            keepEnrolment(url, *answer);
    });
}

void HubLink::keepEnrolment(const QUrl &url, const wire::Enrolled &answer)
{
    m_clock->hear(answer.hubTime, 0);
    const HubPlace place{.url = url,
                         .hub = answer.hub,
                         .key = answer.hubKey,
                         .hall = answer.hall,
                         .picturesPerSecond = m_place ? m_place->picturesPerSecond : 0};
    base::Result<std::unique_ptr<journal::Outbox>> outbox
        = journal::Outbox::open(m_needs.profileFolder, m_needs.profileKey);
    base::Result<> kept = outbox ? base::Result<>() : base::Result<>(base::Fail(outbox.error()));
    if (kept) {
        base::Result<journal::SyncState> state = (*outbox)->state();
        if (state && (state->hub != answer.hub || state->epoch != answer.epoch))
            kept = (*outbox)->forgetPlaces(answer.epoch);
        if (state && kept) {
            state = (*outbox)->state();
            state->hub = answer.hub;
            kept = (*outbox)->setState(*state);
        }
    }
    // The hub stamps the papers of online applications itself.
    const people::WindowCard ofTheHub{m_needs.hall.hallName, u"网上受理"_s, answer.hubKey};
    for (const people::WindowCard &card : answer.windows + QList{ofTheHub}) {
        if (kept)
            kept = people::keepWindow(card, m_needs.profileFolder + u"/windows"_s);
    }
    if (kept)
        kept = keepHubPlace(m_needs.profileFolder, place);
    if (!kept) {
        emit storageFailed(kept.error());
        return;
    }
    endWorker();
    m_place = place;
    m_fault.reset();
    emit enrolled(place);
    runWorker();
}

void HubLink::endPage(bool well)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, well] { worker->taken(well); });
}

void HubLink::renew(int incarnation)
{
    if (const base::Result<> renewed = m_needs.journal.renew(incarnation); !renewed) {
        emit storageFailed(renewed.error());
        return;
    }
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &syncing::Worker::renewed);
}

}
