#include "core/offices/librarian.h"

#include "core/guides/packreader.h"
#include "core/guides/routingreader.h"
#include "core/guides/signature.h"

namespace offices {

using namespace Qt::StringLiterals;

base::Result<wire::LibraryFile> Librarian::publish(const Gift &gift, const QString &by) const
{
    wire::LibraryFile file{.kind = gift.name.kind, .name = gift.name.name, .version = gift.name.version, .signature = gift.signature};
    if (file.kind.isEmpty() || file.kind == "pack"_L1 || file.kind == "overlay"_L1) {
        const base::Result<domain::GuidePack> pack = guides::readPack(gift.bytes, gift.source);
        if (!pack)
            return base::Fail(pack.error());
        file.kind = pack->base.isEmpty() ? u"pack"_s : u"overlay"_s;
        file.name = pack->id;
        file.version = pack->version;
    }
    if (file.name.isEmpty() || file.version.isEmpty())
        return base::Fail({base::Error::Kind::Document, u"only guide packs say what they are: give --name and --version too"_s, gift.source});
    if (!file.signature.isEmpty()) {
        const guides::SignatureState state = guides::checkSignature(gift.bytes, file.signature, {}, guides::signedAs(gift.bytes));
        if (state.kind == guides::SignatureState::Kind::Unreadable)
            return base::Fail({base::Error::Kind::Document, u"the signature is none: "_s + state.detail, gift.source});
    }
    return m_shelf.publish(file, gift.bytes, by).map([&] { return file; });
}

base::Result<domain::RoutingTable> Librarian::loadRouting(const QByteArray &bytes, const QString &source, const QString &by) const
{
    return guides::readRouting(bytes, source).and_then([&](const domain::RoutingTable &table) -> base::Result<domain::RoutingTable> {
        return m_shelf.publish({.kind = u"routing"_s, .name = table.id, .version = table.version}, bytes, by).map([&] { return table; });
    });
}

base::Result<QList<Librarian::Entry>> Librarian::list() const
{
    constexpr int mostPublications = 5000;
    const auto files = m_shelf.list();
    if (!files)
        return base::Fail(files.error());
    const auto lines = hub::within(m_engine.store, hub::Store::For::Reading, [](hub::Transaction &rows) {
        return rows.people().audit({.account = {}, .act = u"published"_s, .subject = {}}, mostPublications);
    });
    if (!lines)
        return base::Fail(lines.error());
    QList<Entry> entries;
    for (const wire::LibraryFile &file : *files) {
        const QString name = hub::Bookshelf::inTheBook({file.kind, file.name, file.version});
        const auto line = std::ranges::find(*lines, name, &hub::AuditLine::subject);
        entries << (line == lines->end() ? Entry{.file = file, .by = {}} : Entry{file, line->account, line->at});
    }
    return entries;
}

}
