#pragma once

#include "core/domain/casenumber.h"
#include "core/guides/packreader.h"
#include "core/hub/bookshelf.h"
#include "tests/app/hub/store/hubworld.h"

#include <QFile>

/// What windows of Sanmenxia file, on the guides and the routing that are shipped.
namespace filed {

using namespace Qt::StringLiterals;

inline QByteArray shipped(const QString &file)
{
    QFile open(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/"_s + file);
    return open.open(QFile::ReadOnly) ? open.readAll() : QByteArray();
}

inline domain::GuidePack pack()
{
    static const domain::GuidePack read = *guides::readPack(shipped(u"guides/sanmenxia-personal.json"_s), u"sanmenxia-personal"_s);
    return read;
}

inline void publishGuides(const hub::Engine &engine)
{
    const auto done = hub::Bookshelf(engine).publish({.kind = u"pack"_s, .name = pack().id, .version = pack().version},
                                                     shipped(u"guides/sanmenxia-personal.json"_s));
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
}

inline void publishRouting(const hub::Engine &engine, QByteArray json = shipped(u"routing/sanmenxia.json"_s),
                           const QString &version = u"2026.11.1"_s)
{
    json.replace("\"2026.11.1\"", '"' + version.toLatin1() + '"');
    const auto done = hub::Bookshelf(engine).publish({.kind = u"routing"_s, .name = u"sanmenxia"_s, .version = version}, json);
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
}

/// A filed and pushed case on \a matter at a window of \a region, with the first answer to every question; its id. It is pushed to the hub.
inline QString file(hubworld::Hub &hub, hubworld::Window &window, const QString &matter, const QString &region = u"411202"_s,
                    bool isPushed = true)
{
    static int serial = 0;
    const auto guide = domain::guideOf(pack(), matter);
    if (!guide)
        qFatal("no such matter");
    const QString caseId = hubworld::freshUuid();
    const domain::CaseNumber number{region, window.windowCode, window.mark, hub.clock.now().date(), ++serial};
    const qsizetype before = window.events.size();
    window.write(caseId, domain::CaseOpened{caseId, number.text(), {pack().id, pack().version, matter}});
    for (const domain::Situation &situation : guide->matter.situations)
        window.write(caseId, domain::SituationAnswered{situation.id, situation.options.isEmpty() ? u"1"_s : situation.options.front().id});
    window.write(caseId, domain::FieldEntered{u"applicant-name"_s, u"测试·样例"_s});
    window.write(caseId, domain::FieldEntered{u"applicant-id"_s, u"11010519491231002X"_s});
    window.write(caseId, domain::CaseFiled{hub.clock.now().addSecs(7200)});
    if (isPushed) {
        window.write(caseId, domain::LifeFact{domain::ScansCompleted{1}});
        window.write(caseId, domain::LifeFact{domain::PushedToDepartments{}});
    }
    if (const auto pushed = window.push(window.pushOf(before)); !pushed)
        qFatal("%s", qPrintable(pushed.error().detail));
    return caseId;
}

}
