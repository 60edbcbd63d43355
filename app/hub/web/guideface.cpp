#include "app/hub/web/guideface.h"

#include "app/hub/web/guidewords.h"
#include "app/hub/web/paperhtml.h"
#include "core/base/text.h"
#include "core/papers/sheet.h"

#include <algorithm>

namespace web {

using namespace Qt::StringLiterals;
using hub::Response;

namespace {

constexpr int longestQuery = 60;
constexpr int mostHits = 60;

/// What is the same for everybody may be kept for a while: what a guide of an exact version says changes with the day and with a newer
/// version, and with nothing else.
Response kept(Response response)
{
    if (response.status == 200)
        response.headers.insert("Cache-Control", "public, max-age=300");
    return response;
}

domain::GuideRef refIn(const Asked &asked)
{
    return {asked.path.value(0), asked.path.value(1), asked.path.value(2)};
}

Response pdfAnswer(const QByteArray &bytes, const QString &name)
{
    const QByteArray fileName = name.toUtf8().toPercentEncoding();
    return {.status = 200,
            .type = "application/pdf",
            .body = bytes,
            .headers = {{"Content-Disposition", "inline; filename=\"guide.pdf\"; filename*=UTF-8''" + fileName}}};
}

QJsonArray sectionWords(const QList<Section> &sections)
{
    QJsonArray words;
    for (const Section &section : sections)
        words << QJsonObject{{"id"_L1, section.id}, {"text"_L1, section.text}};
    return words;
}

}

QList<Route> GuideFace::routes() const
{
    const auto get = [](const QByteArray &pattern, std::function<Response(const Asked &)> answer) {
        return Route{"GET", pattern, std::move(answer)};
    };
    const QByteArray matter = "/g/{pack}/{version}/{matter}";
    return {get("/", [this](const Asked &asked) { return home(asked); }),
            get("/p/{pack}", [this](const Asked &asked) { return pack(asked); }),
            get("/p/{pack}/{matter}", [this](const Asked &asked) { return current(asked); }),
            get(matter, [this](const Asked &asked) { return guide(asked); }),
            get(matter + "/guide.pdf", [this](const Asked &asked) { return leaf(asked, GuidePapers::Leaf::Full); }),
            get(matter + "/leaflet.pdf", [this](const Asked &asked) { return leaf(asked, GuidePapers::Leaf::Leaflet); }),
            get(matter + "/list", [this](const Asked &asked) { return list(asked); }),
            get(matter + "/list.pdf", [this](const Asked &asked) { return listOnPaper(asked); })};
}

Response GuideFace::home(const Asked &asked) const
{
    const base::Result<QList<offices::PackLine>> packs = m.guides.packs();
    if (!packs)
        return problemPage(m.pages, packs.error());
    const QString query = base::cleanLine(asked.query.value(u"q"_s), longestQuery);
    QJsonArray hits;
    if (!query.isEmpty()) {
        const base::Result<QList<guides::MatterHit>> found = m.guides.find(query, mostHits);
        if (!found)
            return problemPage(m.pages, found.error());
        for (const guides::MatterHit &hit : *found)
            hits << hitWords(hit);
    }
    QJsonArray rows;
    for (const offices::PackLine &pack : *packs)
        rows << packWords(pack);
    return kept(m.pages.show({.title = query.isEmpty() ? u"办事指南"_s : u"查找“%1”"_s.arg(query),
                              .name = u"home"_s,
                              .words = {{"packs"_L1, rows}, {"query"_L1, query}, {"hits"_L1, hits}, {"hitCount"_L1, hits.size()}}}));
}

Response GuideFace::pack(const Asked &asked) const
{
    const base::Result<QList<offices::PackLine>> packs = m.guides.packs();
    if (!packs)
        return problemPage(m.pages, packs.error());
    const auto pack = std::ranges::find(*packs, asked.path[0], &offices::PackLine::id);
    if (pack == packs->end())
        return problemPage(m.pages, 404);
    QJsonArray matters;
    for (const offices::MatterLine &matter : pack->matters)
        matters << matterWords(*pack, matter);
    QJsonObject words = packWords(*pack);
    words.insert("matters"_L1, matters);
    return kept(m.pages.show({.title = pack->title, .name = u"pack"_s, .words = words}));
}

Response GuideFace::current(const Asked &asked) const
{
    const auto now = m.guides.current(asked.path[0], asked.path[1]);
    if (!now)
        return problemPage(m.pages, now.error());
    if (!*now)
        return problemPage(m.pages, 404);
    return {.status = 303, .type = {}, .body = {}, .headers = {{"Location", (m.pages.frame().root + addressOf(**now)).toLatin1()}}};
}

template <class Show>
Response GuideFace::with(const Asked &asked, const Show &show) const
{
    const domain::GuideRef ref = refIn(asked);
    const base::Result<std::optional<offices::FoundGuide>> found = m.guides.guide(ref);
    if (!found)
        return problemPage(m.pages, found.error());
    return *found ? show(**found) : notHere(ref);
}

Response GuideFace::notHere(const domain::GuideRef &ref) const
{
    const auto now = m.guides.current(ref.pack, ref.matter);
    if (!now)
        return problemPage(m.pages, now.error());
    if (!*now)
        return problemPage(m.pages, 404);
    return m.pages.show({.title = u"没有这个版本"_s,
                         .name = u"otherversion"_s,
                         .words = {{"address"_L1, addressOf(**now)}, {"version"_L1, (*now)->version}},
                         .status = 404});
}

Response GuideFace::guide(const Asked &asked) const
{
    return with(asked, [this](const offices::FoundGuide &found) {
        const base::Result<papers::Paper> paper = m.papers.full(found.guide, today());
        const auto changes = found.newer.pack.isEmpty() ? base::Result<QList<guides::Difference>>()
                                                        : m.guides.changes(found.guide.ref, found.newer);
        if (!paper || !changes)
            return problemPage(m.pages, !paper ? paper.error() : changes.error());
        PaperPage page = pageOf(*paper);
        QJsonObject words = guideWords(found, *changes, today());
        words.insert("title"_L1, paper->title);
        words.insert("number"_L1, paper->number);
        words.insert("sections"_L1, sectionWords(page.sections));
        words.insert("footer"_L1, paper->footer);
        words.insert("asks"_L1, !found.guide.matter.situations.isEmpty());
        return kept(m.pages.show(
            {.title = paper->title, .name = u"guide"_s, .words = words, .html = {{u"paperHtml"_s, std::move(page.html)}}}));
    });
}

Response GuideFace::leaf(const Asked &asked, GuidePapers::Leaf leaf) const
{
    return with(asked, [&](const offices::FoundGuide &found) {
        const base::Result<QByteArray> pdf = m.papers.pdf(found.guide, leaf, today());
        if (!pdf)
            return problemPage(m.pages, pdf.error());
        const QString kind = leaf == GuidePapers::Leaf::Full ? u"办事指南（完整版）"_s : u"办事指南（简版）"_s;
        return kept(pdfAnswer(*pdf, found.guide.matter.name + kind + u".pdf"_s));
    });
}

Response GuideFace::list(const Asked &asked) const
{
    return with(asked, [&](const offices::FoundGuide &found) {
        const offices::Choices choices = choicesIn(asked.query);
        const offices::PersonalList list = offices::personalListOf(found.guide, choices, m.clock.now());
        const base::Result<papers::Paper> paper = m.papers.list(found.guide, list, today());
        if (!paper)
            return problemPage(m.pages, paper.error());
        QJsonObject words = guideWords(found, {}, today());
        const QJsonObject more = listWords(list, choices);
        for (auto it = more.begin(); it != more.end(); ++it)
            words.insert(it.key(), it.value());
        words.insert("query"_L1, queryOf(choices, found.guide));
        words.insert("footer"_L1, paper->footer);
        return m.pages.show({.title = u"我的清单：“%1”一件事"_s.arg(found.guide.matter.name),
                             .name = u"list"_s,
                             .words = words,
                             .html = {{u"paperHtml"_s, pageOf(*paper).html}}});
    });
}

Response GuideFace::listOnPaper(const Asked &asked) const
{
    return with(asked, [&](const offices::FoundGuide &found) {
        if (const int seconds = m.making.wait(offices::networkOf(asked.request.peer)))
            return problemPage(m.pages, 429, seconds);
        const offices::PersonalList list = offices::personalListOf(found.guide, choicesIn(asked.query), m.clock.now());
        const base::Result<QByteArray> pdf = m.papers.list(found.guide, list, today()).and_then([](const papers::Paper &paper) {
            return papers::Sheet(paper).pdf();
        });
        return pdf ? pdfAnswer(*pdf, found.guide.matter.name + u"办事一次告知单.pdf"_s) : problemPage(m.pages, pdf.error());
    });
}

}
