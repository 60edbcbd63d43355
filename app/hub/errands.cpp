#include "app/hub/errands.h"

#include "app/hub/posting.h"
#include "core/hub/logging.h"
#include "core/wire/messages.h"

#include <condition_variable>
#include <mutex>

namespace hub {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using offices::Postbox;

namespace {

constexpr auto betweenLooks = 500ms;

/// Does \a once again and again: at once while it says that there is more, else after a pause. A failure is told once.
template <class Once>
void keepDoing(const std::stop_token &stop, const Once &once)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    bool hasFailed = false;
    while (!stop.stop_requested()) {
        const base::Result<bool> more = once();
        if (!more && !hasFailed)
            qCWarning(lcHub).noquote() << "messages to other systems wait:" << more.error().detail << more.error().place;
        hasFailed = !more;
        if (more && *more)
            continue;
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, betweenLooks, [] { return false; });
    }
}

base::Result<bool> sendNext(Postbox &postbox)
{
    const auto errand = postbox.next();
    if (!errand)
        return base::Fail(errand.error());
    if (!*errand)
        return false;
    return postbox.settle(**errand, sent(**errand, QDateTime::currentDateTimeUtc())).map([] { return true; });
}

base::Result<bool> askNext(const offices::LicenceIssuing &licences, offices::Issuer &issuer)
{
    const auto errand = licences.next();
    if (!errand)
        return base::Fail(errand.error());
    if (!*errand)
        return false;
    return licences.settle(**errand, issuer.ask((*errand)->wish)).map([] { return true; });
}

}

Postbox::Reply sent(const offices::Errand &errand, const QDateTime &now)
{
    const QByteArray id = errand.delivery.uid.toLatin1();
    const QByteArray time = QByteArray::number(now.toSecsSinceEpoch());
    const Posted outcome = posted({.url = QUrl(errand.url, QUrl::StrictMode),
                                   .headers = {{"Content-Type", wire::jsonType},
                                               {"User-Agent", "yichuang-hub"},
                                               {"Yichuang-Webhook-Id", id},
                                               {"Yichuang-Webhook-Time", time},
                                               {"Yichuang-Webhook-Signature", "v1=" + offices::signatureOf(errand.secret, id, time, errand.body)}},
                                   .body = errand.body,
                                   .privateAllowed = errand.privateAllowed});
    switch (outcome.how) {
    case Posted::How::Answered:
        return {outcome.status, {}};
    case Posted::How::NotReached:
        return {0, u"the receiver was not reached, or its certificate is not trusted here"_s};
    case Posted::How::NotInTime:
        return {0, u"no answer within ten seconds"_s};
    case Posted::How::TooLong:
        return {0, u"the answer was too long"_s};
    case Posted::How::PrivateAddress:
        break;
    }
    return {0, u"the host has no address, or one that is not public; webhook add --private allows that"_s};
}

Errands::Errands(Postbox &postbox, const offices::LicenceIssuing &licences, offices::Issuer *issuer)
{
    if (issuer)
        m_threads.emplace_back([&licences, issuer](const std::stop_token &stop) { keepDoing(stop, [&] { return askNext(licences, *issuer); }); });
    m_threads.emplace_back([this, &postbox](const std::stop_token &stop) {
        keepDoing(stop, [&] {
            return postbox.sort().and_then([&] { return postbox.deliveries({}, 1); }).map([&](const QList<hub::Delivery> &any) {
                m_hasMessages = m_hasMessages || !any.isEmpty();
                return false;
            });
        });
    });
    // A sender that was never needed has no connection to the store.
    for (int i = 0; i < senders; ++i) {
        m_threads.emplace_back([this, &postbox](const std::stop_token &stop) {
            keepDoing(stop, [&] { return m_hasMessages ? sendNext(postbox) : base::Result<bool>(false); });
        });
    }
}

Errands::~Errands()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

}
