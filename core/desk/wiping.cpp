#include "core/desk/wiping.h"

#include "core/base/durablefile.h"
#include "core/sync/pushlane.h"
#include "core/sync/wipejudging.h"
#include "core/wire/remnant.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcWipe, "yichuang.wipe")

const QString wipeFile = u"/wipe.json"_s;
const QString remnantFile = u"/unsent.sealed"_s;

/// What stays: sealed under keys that are gone, or no secret.
constexpr std::array staying{"journal.db"_L1,  "journal.db-wal"_L1, "journal.db-shm"_L1,    "profile.lock"_L1, "hall.ini"_L1,
                             "device.json"_L1, "wipe.json"_L1,      "unsent.sealed"_L1, "wipe-refused.json"_L1};
/// What opens the profile goes first; these last, because they say where a key may still be and whose order it is.
constexpr std::array firstToGo{"profile.key"_L1, "staff.json"_L1, "recovery.json"_L1, "window.key"_L1, "audit.head"_L1};
constexpr std::array lastToGo{"key.json"_L1, "hub.json"_L1};

QString base64Of(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesIn(const QJsonObject &json, QLatin1StringView name)
{
    return QByteArray::fromBase64(json[name].toString().toLatin1());
}

QDateTime momentInJson(const QJsonObject &json, QLatin1StringView name)
{
    return QDateTime::fromString(json[name].toString(), Qt::ISODateWithMs);
}

/// Who stands in device.json; empty where that cannot be read.
QString deviceOf(const QString &folder)
{
    const auto bytes = base::readWhole(folder + u"/device.json"_s);
    return bytes && *bytes ? QJsonDocument::fromJson(**bytes).object()["device"_L1].toString() : QString();
}

base::Result<> removed(const QString &file)
{
    if (QFile open(file); !open.remove())
        return base::Fail({base::Error::Kind::Storage, open.errorString(), file});
    return base::syncFolder(QFileInfo(file).path());
}

base::Result<> judgeKept(const QString &folder, const wire::SignedWipe &wipe)
{
    const base::Result<std::optional<HubPlace>> place = readHubPlace(folder);
    if (!place || !*place)
        return {}; // gone already, by the very order
    return syncing::judge(wipe, {(*place)->hub, (*place)->key, deviceOf(folder)});
}

/// Everything unsent of every incarnation; how many events.
base::Result<int> leaveUnsent(const WipeNeeds &needs, const QString &device)
{
    wire::Remnant remnant{.hub = needs.hub.hub, .device = device, .pushes = {}};
    const auto collect = [&](journal::Outbox &outbox) -> base::Result<int> {
        const auto writers = outbox.acknowledged();
        if (!writers)
            return base::Fail(writers.error());
        int events = 0;
        for (const auto &[writer, upTo] : *writers) {
            journal::Unsent before{.writer = writer, .first = upTo + 1, .events = {}, .tip = {}};
            for (;;) {
                const base::Result<journal::Unsent> next = outbox.unsentBehind(before, wire::mostEvents, wire::batchBytes);
                if (!next)
                    return base::Fail(next.error());
                if (next->events.isEmpty())
                    break;
                remnant.pushes << syncing::pushOf(*next, needs.windowKey);
                events += int(next->events.size());
                before = *next;
            }
        }
        return events;
    };
    return journal::Outbox::open(needs.profileFolder, needs.profileKey).and_then([&](const std::unique_ptr<journal::Outbox> &outbox) {
        return collect(*outbox);
    }).and_then([&](int events) -> base::Result<int> {
        if (events == 0)
            return 0;
        return wire::toRemnantFile(remnant, needs.hub.key)
            .and_then([&](const QByteArray &file) { return base::writeDurably(needs.profileFolder + remnantFile, file); })
            .map([&] { return events; });
    });
}

}

base::Result<std::optional<WipeRecord>> readWipe(const QString &folder)
{
    const QString file = folder + wipeFile;
    const auto bytes = base::readWhole(file);
    if (!bytes)
        return base::Fail(bytes.error());
    if (!*bytes)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(**bytes).object();
    const WipeRecord record{.wipe = {.order = {.id = json["id"_L1].toString(),
                                               .device = json["device"_L1].toString(),
                                               .hub = json["hub"_L1].toString(),
                                               .orderedAt = momentInJson(json, "orderedAt"_L1),
                                               .reason = json["reason"_L1].toString()},
                                     .answers = bytesIn(json, "answers"_L1),
                                     .signature = bytesIn(json, "signature"_L1)},
                            .hub = QUrl(json["url"_L1].toString(), QUrl::StrictMode),
                            .receipt = bytesIn(json, "receipt"_L1),
                            .heardAt = momentInJson(json, "heardAt"_L1),
                            .unsent = json["unsent"_L1].toInt(),
                            .hasRemnant = json["hasRemnant"_L1].toBool(),
                            .pictures = json["pictures"_L1].toInt(),
                            .wipedAt = momentInJson(json, "wipedAt"_L1),
                            .isReported = json["isReported"_L1].toBool()};
    if (const base::Result<> judged = judgeKept(folder, record.wipe); !judged) {
        qCWarning(lcWipe).noquote() << file << "has no effect:" << judged.error().detail;
        QFile::remove(folder + u"/wipe-refused.json"_s);
        if (!QFile::rename(file, folder + u"/wipe-refused.json"_s))
            return base::Fail({base::Error::Kind::Storage, u"cannot be put aside"_s, file});
        return std::nullopt;
    }
    return record;
}

base::Result<> keepWipe(const QString &folder, const WipeRecord &record)
{
    const wire::WipeOrder &order = record.wipe.order;
    const auto text = [](const QDateTime &at) { return at.toUTC().toString(Qt::ISODateWithMs); };
    return base::writeDurably(folder + wipeFile, QJsonDocument(QJsonObject{{"id"_L1, order.id},
                                                                           {"device"_L1, order.device},
                                                                           {"hub"_L1, order.hub},
                                                                           {"orderedAt"_L1, text(order.orderedAt)},
                                                                           {"reason"_L1, order.reason},
                                                                           {"answers"_L1, base64Of(record.wipe.answers)},
                                                                           {"signature"_L1, base64Of(record.wipe.signature)},
                                                                           {"url"_L1, record.hub.toString()},
                                                                           {"receipt"_L1, base64Of(record.receipt)},
                                                                           {"heardAt"_L1, text(record.heardAt)},
                                                                           {"unsent"_L1, record.unsent},
                                                                           {"hasRemnant"_L1, record.hasRemnant},
                                                                           {"pictures"_L1, record.pictures},
                                                                           {"wipedAt"_L1, text(record.wipedAt)},
                                                                           {"isReported"_L1, record.isReported}})
                                                     .toJson());
}

WipeRecord takeWipe(const WipeNeeds &needs, const wire::SignedWipe &wipe, const QDateTime &now)
{
    const wire::WipeOrder &order = wipe.order;
    WipeRecord record{.wipe = wipe,
                      .hub = needs.hub.url,
                      .receipt = needs.windowKey.sign(wire::wipedPurpose, wire::wipedToSign(order.id, order.device)),
                      .heardAt = now};
    const base::Result<int> left = leaveUnsent(needs, order.device);
    if (!left)
        qCWarning(lcWipe).noquote() << "what is unsent could not be left for the hub:" << left.error().place << left.error().detail;
    record.unsent = left.value_or(0);
    record.hasRemnant = record.unsent > 0;
    if (const base::Result<> kept = keepWipe(needs.profileFolder, record); !kept)
        qCWarning(lcWipe).noquote() << "not kept:" << kept.error().place << kept.error().detail;
    return record;
}

QStringList filesToWipe(const QString &folder)
{
    // Remains of a write that was cut short (NAME.XXXXXX) and of a restore hold the same as the files themselves.
    const auto allIn = [](const QString &place) { return QDir(place).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name); };
    QStringList names = allIn(folder);
    names.removeIf([](const QString &name) { return std::ranges::find(staying, name) != staying.end(); });
    const auto rank = [](const QString &name) {
        const bool isFirst = std::ranges::any_of(firstToGo, [&](QLatin1StringView first) { return name.startsWith(first); });
        const auto last = std::ranges::find(lastToGo, name);
        return isFirst ? 0 : last == lastToGo.end() ? 1 : 2 + int(last - lastToGo.begin());
    };
    std::ranges::stable_sort(names, {}, rank);
    QStringList files;
    const QString part = folder + u".part"_s;
    for (const QString &name : allIn(part))
        files << part + u'/' + name;
    for (const QString &name : names)
        files << folder + u'/' + name;
    return files;
}

base::Result<WipeRecord> carryOutWipe(const QString &folder, people::KeyStore &system, WipeRecord record, const QDateTime &now)
{
    base::Result<> done = people::forgetInSystemStore(folder, system);
    const bool isStoreDone = done.has_value();
    for (const QString &file : filesToWipe(folder)) {
        const bool saysWhere = std::ranges::any_of(lastToGo, [&](QLatin1StringView name) { return file.endsWith(u'/' + name); });
        if (saysWhere && !isStoreDone)
            continue; // or nobody would know which key of the store it is
        // These hold no secret and are there whole or not at all: half of key.json would not say which key of the store is left.
        const base::Result<> gone = saysWhere ? removed(file) : base::destroyFile(file);
        if (!gone && done)
            done = gone;
    }
    if (!done)
        return base::Fail(done.error());
    if (!record.wipedAt.isValid())
        record.wipedAt = now;
    return keepWipe(folder, record).map([&] { return record; });
}

}
