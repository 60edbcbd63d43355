#include "core/offices/guidestand.h"

#include "core/guides/pinyin.h"
#include "core/hub/bookshelf.h"
#include "core/hub/logging.h"

#include <QCryptographicHash>

#include <algorithm>
#include <mutex>

namespace offices {

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace {

constexpr auto lookKept = std::chrono::seconds(2);

bool isGuide(const wire::LibraryFile &file)
{
    return file.kind == "pack"_L1 || file.kind == "overlay"_L1;
}

PackLine lineOf(const domain::GuidePack &pack)
{
    PackLine line{.id = pack.id,
                  .version = pack.version,
                  .title = pack.title,
                  .regionCode = pack.regionCode,
                  .region = pack.regionName,
                  .audience = pack.audience,
                  .publisher = pack.publisher,
                  .from = pack.from,
                  .matters = {}};
    for (const domain::Matter &matter : pack.matters)
        line.matters << MatterLine{matter.id, matter.name, matter.lead, matter.status, int(matter.items.size())};
    return line;
}

}

struct GuideStand::Parts {
    Parts(const hub::Engine &hubEngine, const QString &pinyinFile) : engine(hubEngine)
    {
        base::Result<guides::Pinyin> read = guides::Pinyin::load(pinyinFile);
        if (read)
            pinyin = std::move(*read);
        else
            qCWarning(hub::lcHub).noquote() << "guides are not found by their sound:" << read.error().place << read.error().detail;
    }

    QDate today() const { return engine.clock.now().date(); }

    /// Brings what is held here up to the library and to today; to be called under the mutex.
    base::Result<> look()
    {
        if (const auto now = steady_clock::now(); now >= lookAgain) {
            const auto files = hub::Bookshelf(engine).list();
            if (!files)
                return base::Fail(files.error());
            lookAgain = now + lookKept;
            take(*files);
        }
        if (day != today()) {
            day = today();
            lines = linesOfToday();
            search.reset();
        }
        return {};
    }

    void take(const QList<wire::LibraryFile> &files)
    {
        QList<wire::LibraryFile> wanted;
        for (const wire::LibraryFile &file : files) {
            if (isGuide(file))
                wanted << file;
        }
        if (wanted == taken)
            return;
        QHash<QString, domain::GuidePack> still;
        for (const wire::LibraryFile &file : std::as_const(wanted)) {
            const auto known = packs.constFind(file.sha256);
            if (known != packs.cend())
                still.insert(file.sha256, *known);
            else if (const auto read = packOf(file))
                still.insert(file.sha256, *read);
            else
                qCCritical(hub::lcHub).noquote() << "a guide of the library is not shown:" << file.name << file.version << read.error().detail;
        }
        packs = std::move(still);
        shelf = guides::Shelf();
        for (const wire::LibraryFile &file : std::as_const(wanted)) {
            if (const auto pack = packs.constFind(file.sha256); pack != packs.cend())
                shelf.add(*pack, file.name);
        }
        taken = std::move(wanted);
        day = {};
    }

    base::Result<domain::GuidePack> packOf(const wire::LibraryFile &file) const
    {
        const wire::Answer<QByteArray> bytes = hub::Bookshelf(engine).read({file.kind, file.name, file.version}, 0, file.bytes);
        if (!bytes)
            return base::Fail({base::Error::Kind::Storage, bytes.error().detail, file.name});
        if (QString::fromLatin1(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex()) != file.sha256)
            return base::Fail({base::Error::Kind::Damaged, u"its bytes are not what was published"_s, file.name});
        return guides::readPack(*bytes, file.name);
    }

    QList<PackLine> linesOfToday() const
    {
        QList<PackLine> found;
        for (const domain::GuidePack *pack : shelf.offered(day, {}))
            found << lineOf(*pack);
        QStringList overlays;
        for (const domain::GuidePack &pack : shelf.packs()) {
            if (!pack.base.isEmpty() && !overlays.contains(pack.id))
                overlays << pack.id;
        }
        for (const QString &id : std::as_const(overlays)) {
            const domain::GuidePack *overlay = shelf.pack(id, day);
            const domain::GuidePack *whole = overlay ? shelf.successor(id, day, overlay->regionCode) : nullptr;
            if (whole && whole->id == id)
                found << lineOf(*whole);
        }
        return found;
    }

    const PackLine *lineOfPack(const QString &id) const
    {
        const auto line = std::ranges::find(lines, id, &PackLine::id);
        return line == lines.end() ? nullptr : &*line;
    }

    std::optional<domain::GuideRef> current(const QString &pack, const QString &matter) const
    {
        const PackLine *line = lineOfPack(pack);
        const bool hasIt = line && std::ranges::find(line->matters, matter, &MatterLine::id) != line->matters.end();
        return hasIt ? std::optional(domain::GuideRef{pack, line->version, matter}) : std::nullopt;
    }

    /// Does \a body under the mutex with everything up to date.
    template <class Body>
    auto with(const Body &body) -> base::Result<std::invoke_result_t<Body>>
    {
        const std::lock_guard lock(mutex);
        if (const base::Result<> looked = look(); !looked)
            return base::Fail(looked.error());
        return body();
    }

    const hub::Engine &engine;
    guides::Pinyin pinyin;
    std::mutex mutex;
    // all below under the mutex
    steady_clock::time_point lookAgain{};
    QList<wire::LibraryFile> taken;
    QHash<QString, domain::GuidePack> packs; ///< by SHA-256
    guides::Shelf shelf;
    QDate day; ///< of \c lines and \c search; null: to be made
    QList<PackLine> lines;
    std::unique_ptr<guides::MatterSearch> search; ///< null: nobody has searched yet
};

GuideStand::GuideStand(const hub::Engine &engine, const QString &pinyinFile) : m(std::make_unique<Parts>(engine, pinyinFile)) { }

GuideStand::~GuideStand() = default;

base::Result<QList<PackLine>> GuideStand::packs()
{
    return m->with([this] { return m->lines; });
}

base::Result<std::optional<FoundGuide>> GuideStand::guide(const domain::GuideRef &ref)
{
    return m->with([&]() -> std::optional<FoundGuide> {
        const domain::GuidePack *pack = m->shelf.whole(ref.pack, ref.version);
        std::optional<domain::Guide> guide = pack ? domain::guideOf(*pack, ref.matter) : std::nullopt;
        if (!guide)
            return {};
        FoundGuide found{.guide = std::move(*guide), .from = pack->from, .until = pack->until};
        const std::optional<domain::GuideRef> now = m->current(ref.pack, ref.matter);
        found.inForce = now && now->version == ref.version;
        if (now && !found.inForce)
            found.newer = *now;
        return found;
    });
}

base::Result<std::optional<domain::GuideRef>> GuideStand::current(const QString &pack, const QString &matter)
{
    return m->with([&] { return m->current(pack, matter); });
}

base::Result<QList<guides::MatterHit>> GuideStand::find(const QString &query, int most)
{
    return m->with([&] {
        if (!m->search)
            m->search = std::make_unique<guides::MatterSearch>(m->shelf, m->pinyin, QString(), m->day);
        return m->search->find(query, most);
    });
}

base::Result<QList<guides::Difference>> GuideStand::changes(const domain::GuideRef &old, const domain::GuideRef &now)
{
    return m->with([&] {
        const domain::GuidePack *before = m->shelf.whole(old.pack, old.version);
        const domain::GuidePack *after = m->shelf.whole(now.pack, now.version);
        return before && after ? guides::differencesBetween(*before, *after, old.matter) : QList<guides::Difference>();
    });
}

}
