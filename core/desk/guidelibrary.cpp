#include "core/desk/guidelibrary.h"

#include "core/base/durablefile.h"
#include "core/base/text.h"
#include "core/guides/overlay.h"

#include <QFileInfo>
#include <QVersionNumber>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using domain::GuidePack;
using Kind = guides::SignatureState::Kind;

namespace {

constexpr int longestPerson = 100;
constexpr int longestReason = 500;
constexpr qint64 longestSignature = 64 * 1024;

Fail refuse(const GuideLook &look, const QString &reason)
{
    return Fail({Error::Kind::Document, reason, look.file});
}

/// A file that a person chose may be a link; a pipe or a folder it may not be.
base::Result<QByteArray> chosenFile(const QString &file, qint64 most)
{
    const QString target = QFileInfo(file).canonicalFilePath();
    return base::readPlain(target.isEmpty() ? file : target, most);
}

base::Result<std::optional<QByteArray>> signatureBeside(const QString &file)
{
    const QString signature = guides::signatureFile(file);
    if (!QFileInfo::exists(signature))
        return std::nullopt;
    return chosenFile(signature, longestSignature);
}

/// Somebody changed the pack or its signature: no consent helps.
bool isWrong(const guides::SignatureState &signature)
{
    return signature.kind == Kind::Altered || signature.kind == Kind::Unreadable;
}

const GuidePack *sameVersion(const guides::Shelf &shelf, const GuidePack &pack)
{
    const auto it = std::ranges::find_if(
        shelf.packs(), [&](const GuidePack &other) { return other.id == pack.id && other.version == pack.version; });
    return it == shelf.packs().end() ? nullptr : &*it;
}

GuideLook::Step stepOf(const guides::Shelf &shelf, const GuidePack &pack)
{
    if (const GuidePack *same = sameVersion(shelf, pack))
        return *same == pack ? GuideLook::Step::Same : GuideLook::Step::OtherContent;
    const GuidePack *newest = shelf.pack(pack.id);
    if (!newest)
        return GuideLook::Step::New;
    const bool isNewer = QVersionNumber::fromString(pack.version) > QVersionNumber::fromString(newest->version);
    return isNewer ? GuideLook::Step::Newer : GuideLook::Step::Older;
}

}

GuideLook::Entrance GuideLook::entrance() const
{
    if (!pack || !faults.isEmpty() || step == Step::OtherContent)
        return Entrance::Closed;
    if (step == Step::Same)
        return Entrance::Known;
    if (isWrong(signature))
        return Entrance::Closed;
    return signature.kind == Kind::Genuine ? Entrance::Open : Entrance::Consent;
}

base::Result<std::unique_ptr<GuideLibrary>> GuideLibrary::open(const QString &dataFolder, const QString &profileFolder,
                                                               const base::Clock &clock)
{
    base::Result<guides::Shelf> shipped = guides::Shelf::load(dataFolder + "/guides"_L1);
    if (!shipped)
        return Fail(shipped.error());
    return std::unique_ptr<GuideLibrary>(new GuideLibrary(dataFolder, profileFolder, clock, std::move(*shipped)));
}

GuideLibrary::GuideLibrary(const QString &dataFolder, const QString &profileFolder, const base::Clock &clock,
                           guides::Shelf shelf)
    : m_clock(clock), m_publishers({dataFolder + "/publishers"_L1, profileFolder + "/publishers"_L1}),
      m_imported(profileFolder + "/guides"_L1), m_shelf(std::move(shelf))
{
    takeImported();
}

void GuideLibrary::takeImported()
{
    const ImportedGuides::Content content = m_imported.read();
    for (const ImportedGuides::Entry &entry : content.entries) {
        const GuidePack *shipped = sameVersion(m_shelf, entry.pack);
        if (!shipped || *shipped != entry.pack) // a later program may ship what was imported before
            m_shelf.add(entry.pack, entry.file);
    }
    for (const Error &fault : content.faults)
        m_shelf.addFault(fault);
}

QList<guides::Publisher> GuideLibrary::trusted() const
{
    QList<guides::Publisher> publishers;
    for (const QString &folder : m_publishers)
        publishers += guides::readPublishers(folder).publishers;
    return publishers;
}

GuideLook GuideLibrary::look(const QString &file) const
{
    GuideLook look{.file = file};
    const base::Result<QByteArray> bytes = chosenFile(file, guides::mostPackBytes + 1);
    const base::Result<std::optional<QByteArray>> signature = signatureBeside(file);
    if (!bytes || !signature) {
        look.faults = {bytes ? signature.error() : bytes.error()};
        return look;
    }
    look.bytes = *bytes;
    look.signatureBytes = *signature;
    look.faults = guides::faultsIn(look.bytes, file);
    look.signature = guides::checkSignature(look.bytes, look.signatureBytes, trusted());
    if (look.faults.isEmpty()) {
        look.pack = *guides::readPack(look.bytes, file);
        compare(look);
    }
    return look;
}

void GuideLibrary::compare(GuideLook &look) const
{
    look.step = stepOf(m_shelf, *look.pack);
    if (const GuidePack *inUse = m_shelf.pack(look.pack->id, m_clock.now().date())) {
        look.versionInUse = inUse->version;
        look.differences = guides::differencesBetween(*inUse, *look.pack);
    }
    if (const std::optional<Error> fault = overlayFault(look))
        look.faults.append(*fault);
}

std::optional<Error> GuideLibrary::overlayFault(const GuideLook &look) const
{
    const GuidePack &overlay = *look.pack;
    if (overlay.base.isEmpty())
        return {};
    const QDate firstDay = std::max(overlay.from, m_clock.now().date());
    const GuidePack *inForce = m_shelf.pack(overlay.base, firstDay);
    const GuidePack *base = inForce ? inForce : m_shelf.pack(overlay.base);
    if (!base)
        return Error{Error::Kind::Document, u"its base %1 is not here: import that one first"_s.arg(overlay.base),
                     look.file + u": base"_s};
    const base::Result<GuidePack> both = guides::laidOver(*base, overlay);
    return both ? std::nullopt : std::optional(both.error());
}

base::Result<ImportRecord> GuideLibrary::recordFor(const GuideLook &look, const std::optional<Consent> &consent) const
{
    // Asked once more: whom this window trusts may have changed since the file was looked at.
    const guides::SignatureState signature = guides::checkSignature(look.bytes, look.signatureBytes, trusted());
    const bool isGenuine = signature.kind == Kind::Genuine;
    if (isWrong(signature) || (!isGenuine && !consent))
        return refuse(look, guides::sentence(signature));
    const QString person = consent ? base::cleanLine(consent->person, longestPerson) : QString();
    const QString reason = consent ? base::cleanLine(consent->reason, longestReason) : QString();
    if (!isGenuine && (person.isEmpty() || reason.isEmpty()))
        return refuse(look, u"who consents and why must both be said"_s);
    return ImportRecord{.digest = guides::digestOf(look.bytes),
                        .at = m_clock.now(),
                        .publisher = signature.publisher,
                        .keyId = signature.keyId,
                        .person = person,
                        .reason = reason};
}

base::Result<> GuideLibrary::import(const GuideLook &look, const std::optional<Consent> &consent)
{
    if (!look.faults.isEmpty())
        return Fail(look.faults.first());
    if (!look.pack)
        return refuse(look, u"nothing was read"_s);
    const GuideLook::Step step = stepOf(m_shelf, *look.pack); // it may have been looked at before another import
    if (step == GuideLook::Step::Same)
        return {};
    if (step == GuideLook::Step::OtherContent)
        return refuse(look, u"version %1 of %2 is here already and says something else: a changed pack needs a new version"_s
                                .arg(look.pack->version, look.pack->id));
    const base::Result<ImportRecord> record = recordFor(look, consent);
    if (!record)
        return Fail(record.error());
    if (const base::Result<> added = m_imported.add(*look.pack, look.bytes, look.signatureBytes, *record); !added)
        return added;
    m_shelf.add(*look.pack, look.file);
    ++m_edition;
    return {};
}

}
