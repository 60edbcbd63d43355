#include "ui/guides/importwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using desk::GuideLook;
using Entrance = GuideLook::Entrance;
using Kind = desk::Signature::Kind;
using Step = GuideLook::Step;

namespace importwords {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("importwords", text);
}

}

BadgeFace badge(Entrance entrance)
{
    switch (entrance) {
    case Entrance::Open: return {tr("Can be imported"), BadgeFace::Look::Good, u"check"_s};
    case Entrance::Consent: return {tr("An administrator must consent"), BadgeFace::Look::Warn, u"warning"_s};
    case Entrance::Known: return {tr("Here already"), BadgeFace::Look::Neutral, u"info"_s};
    case Entrance::Closed: return {tr("Cannot be imported"), BadgeFace::Look::Bad, u"cross"_s};
    }
    Q_UNREACHABLE();
}

QString signature(const desk::Signature &signature)
{
    switch (signature.kind) {
    case Kind::Genuine: return tr("Signed by “%1” and unchanged since.").arg(signature.publisher);
    case Kind::Altered: return tr("Does not fit: the pack or its signature was changed after “%1” signed it.").arg(signature.publisher);
    case Kind::UnknownPublisher:
        return tr("Signed by somebody who calls himself “%1” (key %2); this PC does not know that key.")
            .arg(signature.publisher, signature.keyId);
    case Kind::Unreadable: return tr("There is a signature file, but it is none.");
    case Kind::Missing: break;
    }
    return tr("Not signed: nobody vouches for where it is from.");
}

QString step(const GuideLook &look)
{
    if (!look.pack)
        return {};
    const QString version = look.pack->version;
    switch (look.step) {
    case Step::New: return tr("No version of this pack is on this PC yet.");
    case Step::Newer:
        return look.versionInUse.isEmpty() ? tr("Newer than what is here; no version is in force today.")
                                           : tr("Newer than version %1, which is in use.").arg(look.versionInUse);
    case Step::Older: return tr("Older than what is here. It would be kept for reading and for old cases.");
    case Step::Same: return tr("Version %1 is here already and says exactly the same.").arg(version);
    case Step::OtherContent: return tr("Version %1 is here already and says something else.").arg(version);
    }
    Q_UNREACHABLE();
}

QString whatToDo(const GuideLook &look)
{
    switch (look.entrance()) {
    case Entrance::Open: return tr("Press Import. Open cases keep the version they were opened with.");
    case Entrance::Consent:
        return tr("Ask the publisher for a signed pack; or an administrator enters name and reason below. Both are recorded.");
    case Entrance::Known: return tr("There is nothing to do. Press Esc.");
    case Entrance::Closed: break;
    }
    if (!look.pack)
        return tr("Send the faults below to whoever made the pack. The guides in use stay as they are.");
    if (look.step == Step::OtherContent)
        return tr("A changed pack needs a new version number: ask the publisher for one. The guides in use stay as they are.");
    if (!look.faults.isEmpty())
        return tr("Put the fault below right first, then choose the file again. The guides in use stay as they are.");
    return tr("Ask the publisher for pack and signature again. The guides in use stay as they are.");
}

}
