#pragma once

#include "app/hub/api/apiacts.h"
#include "app/hub/web/fields.h"
#include "core/hub/http.h"
#include "core/offices/apitokens.h"
#include "core/offices/postbox.h"
#include "core/offices/progressdesk.h"
#include "core/offices/ratingdesk.h"
#include "core/offices/throttle.h"
#include "core/offices/unitfeed.h"

namespace api {

/// Requests below /api/: those of systems of departments, which show a token. Never throws; from several threads at once.
class ApiDoor final : public hub::Handler
{
public:
    struct Needs {
        const hub::Engine &engine;
        offices::UnitDesk &desk;
        offices::Postbox &postbox; ///< a feed is sorted before it is read
        const offices::ProgressDesk &progress;
        const offices::RatingDesk &ratings;
        QString description; ///< file with the OpenAPI description
    };
    /// Everything must live as long as this.
    explicit ApiDoor(const Needs &needs);

    static constexpr int mostInAMinute = 600; ///< requests of one token
    static constexpr int mostOfStrangers = 30; ///< requests without a good token, of one network in ten minutes
    static constexpr qsizetype mostBody = 64 * 1024;

    hub::Response handle(const hub::Request &request) override;
    static QList<QByteArray> patterns(); ///< of every route

private:
    /// A request of somebody who may ask it.
    struct Asked {
        const hub::Request &request;
        QStringList path;
        web::Fields query;
        offices::ApiHolder holder;
    };
    struct Route;
    static const QList<Route> &routes();

    hub::Response answered(const hub::Request &request);
    hub::Response routed(const hub::Request &request, const offices::ApiHolder &holder);
    hub::Response description() const;
    hub::Response feed(const Asked &asked);
    hub::Response items(const Asked &asked);
    hub::Response oneCase(const Asked &asked);
    hub::Response scan(const Asked &asked);
    hub::Response act(const Asked &asked);
    hub::Response rate(const Asked &asked);
    hub::Response perform(const Asked &asked, const AskedAct &what, const hub::KeptAnswer &kept);

    const Needs m;
    const offices::ApiTokens m_tokens;
    const offices::UnitFeed m_feed;
    offices::Throttle m_ofTokens, m_ofStrangers;
};

}
