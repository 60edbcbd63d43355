#include "core/devices/servicecardreader.h"

#include <QHostAddress>

namespace devices {

namespace {

bool isThisPc(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

}

ServiceCardReader::ServiceCardReader(CardMapping mapping, QStringList hosts, QObject *parent)
    : CardReader(parent), m_mapping(std::move(mapping)), m_hosts(std::move(hosts))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(m_mapping.pause);
    connect(&m_pause, &QTimer::timeout, this, &ServiceCardReader::ask);
}

ServiceCardReader::~ServiceCardReader() = default;

bool ServiceCardReader::isAllowed(const QUrl &url) const
{
    return isThisPc(url.host()) || m_hosts.contains(url.host());
}

void ServiceCardReader::read()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_patience = QDeadlineTimer(m_mapping.wait);
    QList<QUrl> addresses{m_mapping.url};
    if (m_mapping.service == CardMapping::Service::Http) {
        for (const QString &address : m_mapping.before)
            addresses << QUrl(address);
    }
    for (const QUrl &address : std::as_const(addresses)) {
        if (!isAllowed(address)) {
            finish(tl::unexpected(CardTrouble{CardTroubleKind::NotAllowed, address.host()}));
            return;
        }
    }
    ask();
}

void ServiceCardReader::ask()
{
    m_conversation = m_mapping.service == CardMapping::Service::Http ? askOverHttp(m_mapping) : askOverWebSocket(m_mapping);
    connect(m_conversation.get(), &CardConversation::answered, this, &ServiceCardReader::take);
    connect(m_conversation.get(), &CardConversation::failed, this, &ServiceCardReader::fail);
}

void ServiceCardReader::take(const QByteArray &answer)
{
    const CardRead result = cardFromAnswer(answer, m_mapping);
    const bool waits = !result && result.error().kind == CardTroubleKind::NoCard && !m_patience.hasExpired();
    if (waits)
        m_pause.start();
    else
        finish(result);
}

void ServiceCardReader::fail(const CardTrouble &trouble)
{
    finish(tl::unexpected(trouble));
}

void ServiceCardReader::cancel()
{
    if (m_isReading)
        finish(tl::unexpected(CardTrouble{CardTroubleKind::Cancelled, {}}));
}

void ServiceCardReader::finish(const CardRead &result)
{
    m_pause.stop();
    m_isReading = false;
    if (m_conversation) {
        m_conversation->disconnect(this);
        m_conversation.release()->deleteLater(); // it may be the one that is speaking
    }
    emit finished(result);
}

}
