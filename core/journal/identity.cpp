#include "core/journal/identity.h"

#include "core/base/durablefile.h"
#include "core/journal/logging.h"
#include "core/journal/opening.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace journal {

using namespace Qt::StringLiterals;

namespace {

/// What one of the two witnesses (file, journal) knows of the writer.
struct Known {
    QString device;
    int incarnation = 0;
    QString mark;
    QStringList marks; ///< every mark ever used, this one too
    int highest = 0; ///< incarnation of this device of which anything is known
};

const QString deviceFile = u"device.json"_s;

bool isMark(const QString &mark)
{
    return mark.size() == 2
        && std::ranges::all_of(mark, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z'); });
}

std::optional<Known> parse(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    Known known{.device = json["device"_L1].toString(),
                .incarnation = json["incarnation"_L1].toInt(),
                .mark = json["mark"_L1].toString(),
                .marks = {}};
    for (const QJsonValue mark : json["marks"_L1].toArray())
        known.marks.append(mark.toString());
    if (QUuid(known.device).isNull() || known.incarnation < 1 || !isMark(known.mark)
        || !known.marks.contains(known.mark))
        return std::nullopt;
    return known;
}

base::Result<std::optional<Known>> readFile(const QString &folder, const base::Clock &clock)
{
    const auto bytes = base::readWhole(folder + u'/' + deviceFile);
    if (!bytes)
        return base::Fail(bytes.error());
    if (!*bytes)
        return std::nullopt;
    const std::optional<Known> known = parse(**bytes);
    if (known)
        return known;
    const base::Result<QString> aside = moveAside(folder, {deviceFile}, clock);
    if (!aside)
        return base::Fail(aside.error());
    qCWarning(lcJournal) << deviceFile << "was not readable and lies in" << *aside;
    return std::nullopt;
}

base::Result<> writeFile(const QString &folder, const Known &known)
{
    const QJsonObject json{{"device"_L1, known.device},
                           {"incarnation"_L1, known.incarnation},
                           {"mark"_L1, known.mark},
                           {"marks"_L1, QJsonArray::fromStringList(known.marks)}};
    return base::writeDurably(folder + u'/' + deviceFile, QJsonDocument(json).toJson());
}

/// What the journal knows of \a device; of the device that began it when that is empty.
base::Result<Known> readJournal(Database &database, const QString &device)
{
    Known known{.device = device, .incarnation = 0, .mark = {}, .marks = {}};
    return database
        .each("SELECT device, incarnation, mark FROM writer ORDER BY id", {},
              [&](const QSqlQuery &row) -> base::Result<> {
                  const QString mark = row.value(2).toString();
                  if (row.value(0).toString() == known.device)
                      known.highest = std::max(known.highest, row.value(1).toInt());
                  if (mark.isEmpty()) // somebody else's, or what another copy of this profile wrote
                      return {};
                  known.marks.append(mark);
                  if (known.device.isEmpty())
                      known.device = row.value(0).toString();
                  if (row.value(0).toString() == known.device && row.value(1).toInt() > known.incarnation) {
                      known.incarnation = row.value(1).toInt();
                      known.mark = mark;
                  }
                  return {};
              })
        .map([&] { return known; });
}

base::Result<QString> freshMark(const QStringList &used)
{
    const QString letters = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
    QStringList free;
    for (const QChar first : letters) {
        for (const QChar second : letters) {
            if (const QString mark = QString(first) + second; !used.contains(mark))
                free.append(mark);
        }
    }
    if (free.isEmpty())
        return base::Fail({base::Error::Kind::Document, u"every mark of this device has been used"_s, deviceFile});
    return free[QRandomGenerator::system()->bounded(free.size())];
}

base::Result<Known> nextIncarnation(const QString &folder, const std::optional<Known> &file, const Known &journal)
{
    Known next{.device = journal.device,
               .incarnation = std::max({file ? file->incarnation : 0, journal.incarnation, journal.highest}) + 1,
               .mark = {},
               .marks = (file ? file->marks : QStringList()) + journal.marks};
    if (next.device.isEmpty())
        next.device = QUuid::createUuid().toString(QUuid::WithoutBraces);
    next.marks.removeDuplicates();
    const base::Result<QString> mark = freshMark(next.marks);
    if (!mark)
        return base::Fail(mark.error());
    next.mark = *mark;
    next.marks.append(*mark);
    return writeFile(folder, next).map([&] { return next; });
}

base::Result<Settled> settled(Database &database, const Known &known)
{
    const auto row = database.row("SELECT id FROM writer WHERE device = :device AND incarnation = :incarnation",
                                  {{u":device"_s, known.device}, {u":incarnation"_s, known.incarnation}});
    if (!row)
        return base::Fail(row.error());
    if (!*row)
        return base::Fail({base::Error::Kind::Damaged, u"the journal has no row for its writer"_s, database.file()});
    return Settled{{known.device, known.incarnation, known.mark},
                   {(*row)->constFirst().toLongLong(), known.device, known.incarnation}};
}

}

namespace {

base::Result<Settled> begin(const QString &folder, Database &database, const std::optional<Known> &file, const Known &journal)
{
    const base::Result<Known> next = nextIncarnation(folder, file, journal);
    if (!next)
        return base::Fail(next.error());
    qCInfo(lcJournal) << "incarnation" << next->incarnation << "of this window begins, mark" << next->mark;
    const base::Result<> entered = database.run(
        "INSERT INTO writer (device, incarnation, mark) VALUES (:device, :incarnation, :mark)",
        {{u":device"_s, next->device}, {u":incarnation"_s, next->incarnation}, {u":mark"_s, next->mark}});
    if (!entered)
        return base::Fail(entered.error());
    return settled(database, *next);
}

}

base::Result<Settled> settleIdentity(const QString &folder, Database &database, const base::Clock &clock)
{
    const auto file = readFile(folder, clock);
    if (!file)
        return base::Fail(file.error());
    const base::Result<Known> journal = readJournal(database, *file ? (*file)->device : QString());
    if (!journal)
        return base::Fail(journal.error());
    if (*file && (*file)->incarnation == journal->incarnation && (*file)->mark == journal->mark)
        return settled(database, **file);
    return begin(folder, database, *file, *journal);
}

base::Result<Settled> renewIdentity(const QString &folder, Database &database, const base::Clock &clock)
{
    const auto file = readFile(folder, clock);
    if (!file)
        return base::Fail(file.error());
    return readJournal(database, *file ? (*file)->device : QString()).and_then([&](const Known &journal) {
        return begin(folder, database, *file, journal);
    });
}

}
