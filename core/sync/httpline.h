#pragma once

#include "core/sync/line.h"

#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace syncing {

/// HTTP or HTTPS to the hub at \a hub (scheme, host, port). Follows no redirection, keeps no cookie, asks nobody for a password; an
/// HTTPS hub is trusted by the certificates of the system.
class HttpLine final : public Line
{
public:
    explicit HttpLine(const QUrl &hub);
    ~HttpLine() override;

    void send(const Call &call, QObject *context, Done done) override;
    void breakOff() override;

private:
    QUrl m_hub;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

/// Whether \a url can be a hub's: https, or http to this very PC, or any http where \a plainAllowed; no path, user or query.
bool isHubAddress(const QUrl &url, bool plainAllowed = false);

}
