#include "app/hub/web/site.h"

#include "app/hub/web/applyface.h"
#include "app/hub/web/bookface.h"
#include "app/hub/web/deskface.h"
#include "app/hub/web/guideface.h"
#include "app/hub/web/hallsface.h"
#include "app/hub/web/libraryface.h"
#include "app/hub/web/peopleface.h"
#include "app/hub/web/progressface.h"
#include "app/hub/web/systemsface.h"
#include "app/hub/web/wipeface.h"
#include "core/guides/hallclocks.h"
#include "core/scans/unfolding.h"

#include <QUrl>

namespace web {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPapers = 120; ///< of one network
constexpr int mostSignIns = 30; ///< of one network
constexpr int inSeconds = 600;

}

struct Site::Parts {
    Parts(const hub::Engine &engine, const Places &places, base::HallSettings hallSettings, domain::ClockRules clocks,
          papers::FormFolder formFolder, Pages made, StaticFiles files)
        : hall(std::move(hallSettings)), rules(std::move(clocks)), forms(std::move(formFolder)), pages(std::move(made)),
          guides(engine, places.share + "/pinyin/readings.tsv"_L1), papers(forms, hall), making(engine.clock, mostPapers, inSeconds),
          signIns(engine.clock, mostSignIns, inSeconds), cases(engine), progress({engine, cases, guides, rules}),
          ratings(engine, rules), licences({engine, guides, cases}), routing(engine, guides, cases), accounts(engine), desk({engine, guides, cases, routing, accounts, rules}),
          reader(scans::pagesProgram()), applications({engine, guides, cases, rules, reader}), issuedPapers({engine, cases, forms, hall, rules}),
          applyFace({engine, pages, guides, applications, issuedPapers, hall}),
          guideFace({engine.clock, pages, guides, papers, making}), progressFace({engine.clock, pages, progress, ratings, licences, hall}),
          gate({pages, accounts, routing}), deskFace({engine, pages, gate, accounts, desk, routing, cases, signIns, forms, hall, rules}),
          hallsFace({engine, pages, gate, places.publicUrl, places.unsentOf}), peopleFace({engine, pages, gate, accounts, routing}), wipeFace({engine, pages, gate}), bookFace({engine, pages, gate, accounts}),
          libraryFace({engine, pages, gate, routing}), systemsFace({engine, pages, gate, accounts, ratings, places.hall}),
          door(pages, std::move(files),
               guideFace.routes() + progressFace.routes() + deskFace.routes() + hallsFace.routes() + peopleFace.routes() + wipeFace.routes() + bookFace.routes()
                   + libraryFace.routes() + systemsFace.routes() + applyFace.routes())
    {
    }

    const base::HallSettings hall;
    const domain::ClockRules rules;
    const papers::FormFolder forms;
    const Pages pages;
    offices::GuideStand guides;
    GuidePapers papers;
    offices::Throttle making, signIns;
    offices::HubCases cases;
    const offices::ProgressDesk progress;
    const offices::RatingDesk ratings;
    const offices::LicenceIssuing licences;
    offices::ItemRouting routing;
    offices::Accounts accounts;
    offices::UnitDesk desk;
    offices::SandboxReader reader;
    const offices::Applications applications;
    const offices::HubPapers issuedPapers;
    ApplyFace applyFace;
    const GuideFace guideFace;
    ProgressFace progressFace;
    const Gate gate;
    const DeskFace deskFace;
    const HallsFace hallsFace;
    const PeopleFace peopleFace;
    const WipeFace wipeFace;
    const BookFace bookFace;
    const LibraryFace libraryFace;
    const SystemsFace systemsFace;
    WebDoor door;
};

Site::Site(std::unique_ptr<Parts> parts) : m(std::move(parts)) { }

Site::~Site() = default;

base::Result<std::unique_ptr<Site>> Site::open(const hub::Engine &engine, const Places &places)
{
    base::Result<base::HallSettings> hall = base::readSettings(places.hall);
    if (!hall)
        return base::Fail(hall.error());
    hall->publicUrl = places.publicUrl;
    base::Result<guides::Clocks> clocks = guides::clocksOf(*hall, {places.share + "/calendars"_L1});
    if (!clocks)
        return base::Fail(clocks.error());
    base::Result<papers::FormFolder> forms = papers::FormFolder::load(places.share + "/forms"_L1);
    if (!forms)
        return base::Fail(forms.error());
    base::Result<StaticFiles> files = StaticFiles::load(places.share + "/web/static"_L1);
    if (!files)
        return base::Fail(files.error());
    base::Result<Pages> pages = Pages::load(
        places.share + "/web"_L1,
        {.root = QUrl(places.publicUrl).path(QUrl::FullyEncoded), .site = hall->hallName, .style = files->address(u"style.css"_s)});
    if (!pages)
        return base::Fail(pages.error());
    return std::unique_ptr<Site>(
        new Site(std::make_unique<Parts>(engine, places, std::move(*hall), std::move(clocks->rules), std::move(*forms), std::move(*pages), std::move(*files))));
}

hub::Handler &Site::door()
{
    return m->door;
}

Site::Offices Site::offices() const
{
    return {m->rules, m->guides, m->cases, m->routing, m->desk, m->progress, m->ratings, m->licences, m->applications};
}

QList<QByteArray> Site::patterns() const
{
    return m->door.patterns();
}

base::Result<> Site::tend()
{
    return m->routing.catchUp().and_then([this](int) { return m->accounts.sweep(); });
}

}
