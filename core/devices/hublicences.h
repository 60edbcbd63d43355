#pragma once

#include "core/devices/licencesource.h"

#include <QTimer>

#include <chrono>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace devices {

/// Asks the hub, by the contract in README.md of this folder. Follows no redirection, keeps no cookie, reads at most
/// mostAnswerBytes, and every text of an answer is cut to a line.
class HubLicences final : public LicenceSource
{
    Q_OBJECT

public:
    static constexpr qint64 mostAnswerBytes = 64 * 1024;

    /// \a hub: its address without a slash at the end; empty: there is none. \a within: how long one question may take in all.
    explicit HubLicences(const QString &hub, std::chrono::milliseconds within = std::chrono::seconds(10), QObject *parent = nullptr);
    ~HubLicences() override;

    bool isSetUp() const override { return !m_hub.isEmpty(); }
    void ask(const LicenceQuestion &question) override;
    void cancel() override;

private:
    void take();
    void end(const LicenceAnswer &answer);
    void drop();

    const QString m_hub;
    std::unique_ptr<QNetworkAccessManager> m_network; ///< made with the first question
    QNetworkReply *m_reply = nullptr; ///< null: no open question
    QByteArray m_body;
    QTimer m_within;
};

/// What the body \a json of an answer says; Result::Garbled, with the place, when it is not what the contract says.
LicenceAnswer readLicenceAnswer(const QByteArray &json);

}
