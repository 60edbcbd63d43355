#pragma once

#include "app/hub/web/pages.h"
#include "app/hub/web/staticfiles.h"

namespace web {

/// The door through which people come with a browser: finds the route of a request, reads its query, cookies and body strictly, has the
/// route answer and puts the safety headers on. What is not answered gets a page that says what to do. Never throws.
class WebDoor final : public hub::Handler
{
public:
    /// \a pages must live as long as this. Of two routes that fit the first one counts.
    WebDoor(const Pages &pages, StaticFiles files, QList<Route> routes);

    hub::Response handle(const hub::Request &request) override;
    /// Of all routes, for those who name them in the log.
    QList<QByteArray> patterns() const;

private:
    hub::Response routed(const hub::Request &request) const;
    hub::Response answered(const Route &route, const hub::Request &request, const QStringList &words, const QByteArray &query) const;

    const Pages &m_pages;
    const StaticFiles m_files;
    QList<Route> m_routes;
};

}
