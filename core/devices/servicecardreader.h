#pragma once

#include "core/devices/cardreader.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <memory>

namespace devices {

/// One question to the service and its answer.
class CardConversation : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void answered(const QByteArray &answer);
    void failed(const devices::CardTrouble &trouble);
};

/// Asks the local service of a reader's vendor, over HTTP or WebSocket, by a mapping. Bounds: only addresses of this PC (and hosts
/// that the hall allows), no redirection, no proxy, 1 MiB an answer, the times of the mapping. Nothing of a card is kept or logged.
class ServiceCardReader final : public CardReader
{
    Q_OBJECT

public:
    /// \a hosts: others than this PC that may be spoken to.
    ServiceCardReader(CardMapping mapping, QStringList hosts, QObject *parent = nullptr);
    /// Drops what is under way without a word.
    ~ServiceCardReader() override;

    QString title() const override { return m_mapping.title; }
    bool isSample() const override { return m_mapping.isSample; }
    void read() override;
    void cancel() override;
    bool isReading() const override { return m_isReading; }

private:
    bool isAllowed(const QUrl &url) const;
    void ask();
    void take(const QByteArray &answer);
    void fail(const CardTrouble &trouble);
    void finish(const CardRead &result);

    const CardMapping m_mapping;
    const QStringList m_hosts;
    std::unique_ptr<CardConversation> m_conversation;
    QDeadlineTimer m_patience; ///< for a card to be put on
    QTimer m_pause;
    bool m_isReading = false;
};

/// A conversation with the service of \a mapping; begins at once.
std::unique_ptr<CardConversation> askOverHttp(const CardMapping &mapping);
std::unique_ptr<CardConversation> askOverWebSocket(const CardMapping &mapping);

/// Bytes that an answer may have.
inline constexpr qint64 longestCardAnswer = 1 << 20;

}
