#pragma once

#include "app/hub/web/webdoor.h"
#include "core/base/settings.h"
#include "core/offices/applications.h"
#include "core/offices/guidestand.h"
#include "core/offices/licenceissuing.h"
#include "core/offices/progressdesk.h"
#include "core/offices/ratingdesk.h"
#include "core/offices/unitdesk.h"

namespace web {

/// What the pages for everybody are made from and how they hang together: templates, what is said behind the windows, and the faces
/// whose routes the door has.
class Site final
{
public:
    struct Places {
        QString share; ///< read-only data of the program: web/, forms/, pinyin/
        QString hall; ///< hall.ini with what pages say of the hall; a missing one has the defaults
        QString publicUrl; ///< stands in codes, without a slash at the end; empty: no code leads here
        /// How many events a window has not sent, as it says; nothing where it has not said. May be empty.
        std::function<std::optional<int>(const QString &device)> unsentOf = {};
    };
    /// \a engine must live as long as this. Error::Document for a template that is broken, Error::Settings for a hall.ini that is.
    static base::Result<std::unique_ptr<Site>> open(const hub::Engine &engine, const Places &places);
    ~Site();

    /// What is to be done now and then though nobody asks: items that were filed go to their units, sessions end.
    [[nodiscard]] base::Result<> tend();

    hub::Handler &door();
    /// What is behind the pages, for those who have another face on it. They live as long as this.
    struct Offices {
        const domain::ClockRules &rules;
        offices::GuideStand &guides;
        offices::HubCases &cases;
        offices::ItemRouting &routing;
        offices::UnitDesk &desk;
        const offices::ProgressDesk &progress;
        const offices::RatingDesk &ratings;
        const offices::LicenceIssuing &licences;
        const offices::Applications &applications;
    };
    Offices offices() const;
    QList<QByteArray> patterns() const; ///< of every route

private:
    struct Parts;
    explicit Site(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(Site)
};

}
