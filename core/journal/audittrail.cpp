#include "core/journal/audittrail.h"

#include "core/base/durablefile.h"
#include "core/journal/database.h"
#include "core/journal/envelope.h"
#include "core/journal/profileplaces.h"
#include "core/journal/seal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace journal {

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

/// How far trail and events went.
struct AuditTrail::Head {
    qint64 lines = 0;
    Hash last = Hash(hashSize, '\0'); ///< of the last line
    Hash event; ///< of the last event of this window; empty: none yet
    qint64 writer = 0, seq = 0; ///< where that stands, so that it is found at once
    bool operator==(const Head &) const = default;
};

/// A row as it is kept.
struct AuditTrail::Link {
    qint64 seq = 0;
    qint64 at = 0;
    int offset = 0; ///< seconds east of UTC
    QString act;
    Hash prev, hash;
    Sealed sealed;

    QString month() const { return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(u"yyyy-MM"_s); }
    /// What a line is sealed for: moved or bound to another line before it, it opens no more.
    QByteArray place() const { return "audit|" + QByteArray::number(seq) + '|' + prev.toHex(); }
    /// The bytes that are hashed: canonical JSON, keys sorted.
    QByteArray bytes() const
    {
        const QJsonObject json{{"act"_L1, act},
                               {"at"_L1, at},
                               {"offset"_L1, offset},
                               {"prev"_L1, QString::fromLatin1(prev.toHex())},
                               {"sealed"_L1, QString::fromLatin1(sealed.bytes.toBase64())},
                               {"seq"_L1, seq},
                               {"suite"_L1, sealed.suite}};
        return QJsonDocument(json).toJson(QJsonDocument::Compact);
    }
};

namespace {

const QString auditHeadFile = u"/audit.head"_s;
constexpr const char *auditRows = "SELECT seq, at, utc_offset, act, prev, hash, suite, sealed FROM audit WHERE seq > :from"
                                  " ORDER BY seq LIMIT :most";
constexpr const char *auditRowsBack = "SELECT seq, at, utc_offset, act, prev, hash, suite, sealed FROM audit WHERE seq < :from"
                                      " ORDER BY seq DESC LIMIT :most";

}

AuditTrail::AuditTrail(Database &database, QString folder, base::Secret profileKey)
    : m_database(database), m_folder(std::move(folder)), m_profileKey(std::move(profileKey))
{
}

base::Result<AuditTrail::Head> AuditTrail::present()
{
    Head head;
    const auto line = m_database.row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
    if (!line)
        return base::Fail(line.error());
    if (*line) {
        head.lines = line->value()[0].toLongLong();
        head.last = line->value()[1].toByteArray();
    }
    // By writer, so that no number of events of others makes it slow.
    const auto event = m_database.row("SELECT hash, writer, seq FROM event WHERE (writer, seq) = (SELECT w.id, (SELECT max(e.seq) FROM event e"
                                      " WHERE e.writer = w.id) AS last FROM writer w WHERE w.mark <> '' AND last > 0 ORDER BY w.id DESC LIMIT 1)");
    if (!event)
        return base::Fail(event.error());
    if (*event) {
        head.event = (*event)->at(0).toByteArray();
        head.writer = (*event)->at(1).toLongLong();
        head.seq = (*event)->at(2).toLongLong();
    }
    return head;
}

base::Result<std::optional<AuditTrail::Head>> AuditTrail::remembered() const
{
    const QString file = m_folder + auditHeadFile;
    const auto bytes = base::readWhole(file);
    if (!bytes)
        return base::Fail(bytes.error());
    if (!*bytes)
        return std::nullopt;
    const base::Fail wrong({Kind::Damaged, u"the head of the audit trail does not open"_s, file});
    if ((*bytes)->isEmpty())
        return wrong;
    const base::Result<QByteArray> plain = unseal({(*bytes)->at(0), (*bytes)->sliced(1)}, m_profileKey, profileplaces::auditHead());
    if (!plain)
        return wrong;
    const QJsonObject json = QJsonDocument::fromJson(*plain).object();
    const auto hash = [&](QLatin1StringView name) { return QByteArray::fromHex(json[name].toString().toLatin1()); };
    return Head{json["lines"_L1].toInteger(), hash("last"_L1), hash("event"_L1), json["writer"_L1].toInteger(), json["seq"_L1].toInteger()};
}

base::Result<> AuditTrail::remember(const Head &head) const
{
    const QJsonObject json{{"event"_L1, QString::fromLatin1(head.event.toHex())},
                           {"last"_L1, QString::fromLatin1(head.last.toHex())},
                           {"lines"_L1, head.lines},
                           {"seq"_L1, head.seq},
                           {"writer"_L1, head.writer}};
    const Sealed sealed = seal(QJsonDocument(json).toJson(QJsonDocument::Compact), m_profileKey, profileplaces::auditHead());
    return base::writeDurably(m_folder + auditHeadFile, char(sealed.suite) + sealed.bytes);
}

/// What is here may have gone further than the head, never less far: the head follows each line.
base::Result<> AuditTrail::compare(const Head &was)
{
    if (was.lines > 0) {
        const auto line = m_database.row("SELECT hash FROM audit WHERE seq = :seq", {{u":seq"_s, was.lines}});
        if (!line)
            return base::Fail(line.error());
        if (!*line)
            return damaged(present().value_or(Head()).lines + 1, u"missing: there were %1 lines"_s.arg(was.lines));
        if ((*line)->constFirst().toByteArray() != was.last)
            return damaged(was.lines, u"is another than the one that was written"_s);
    }
    if (was.event.isEmpty())
        return {};
    const auto there = m_database.row("SELECT hash FROM event WHERE writer = :writer AND seq = :seq",
                                      {{u":writer"_s, was.writer}, {u":seq"_s, was.seq}});
    if (!there)
        return base::Fail(there.error());
    if (*there && (*there)->constFirst().toByteArray() == was.event)
        return {};
    // What was told again by a later incarnation stands elsewhere.
    const auto event = m_database.row("SELECT 1 FROM event WHERE hash = :hash", {{u":hash"_s, was.event}});
    if (!event)
        return base::Fail(event.error());
    if (!*event)
        return base::Fail({Kind::Damaged, u"the events of cases end earlier than they once did: an older file was put back"_s, m_database.file()});
    return {};
}

base::Result<> AuditTrail::begin()
{
    const base::Result<Head> head = present();
    const auto was = remembered();
    if (!head || !was)
        return base::Fail(head ? was.error() : head.error());
    if (*was)
        return compare(**was);
    if (head->lines > 0)
        return base::Fail({Kind::Damaged, u"the head of the audit trail is gone"_s, m_folder + auditHeadFile});
    return remember(*head);
}

base::Result<std::optional<base::Secret>> AuditTrail::monthKey(const QString &month)
{
    const auto row = m_database.row("SELECT suite, sealed FROM audit_key WHERE month = :month", {{u":month"_s, month}});
    if (!row)
        return base::Fail(row.error());
    if (!*row || (*row)->at(0).toInt() == 0)
        return std::nullopt;
    base::Result<QByteArray> key = unseal({(*row)->at(0).toInt(), (*row)->at(1).toByteArray()}, m_profileKey, profileplaces::auditKey(month));
    if (!key)
        return base::Fail({key.error().kind, u"audit key of %1: %2"_s.arg(month, key.error().detail), m_database.file()});
    return base::Secret(std::move(*key));
}

/// Inside a transaction.
base::Result<base::Secret> AuditTrail::monthKeyOrNew(const QString &month)
{
    const auto known = monthKey(month);
    if (!known)
        return base::Fail(known.error());
    if (*known)
        return **known;
    const base::Secret fresh = freshKeyLike(m_profileKey);
    const Sealed sealed = seal(fresh.view(), m_profileKey, profileplaces::auditKey(month));
    // A month that was given up and comes again (the clock was set back) begins with a key of its own.
    return m_database
        .run("INSERT INTO audit_key (month, suite, sealed) VALUES (:month, :suite, :sealed)"
             " ON CONFLICT (month) DO UPDATE SET suite = excluded.suite, sealed = excluded.sealed",
             {{u":month"_s, month}, {u":suite"_s, sealed.suite}, {u":sealed"_s, sealed.bytes}})
        .map([&] { return fresh; });
}

base::Result<qint64> AuditTrail::append(const AuditLine &line)
{
    Transaction transaction(m_database);
    if (const base::Result<> begun = transaction.begin(); !begun)
        return base::Fail(begun.error());
    base::Result<Head> head = present();
    if (!head)
        return base::Fail(head.error());
    Link link{.seq = head->lines + 1,
              .at = line.at.toMSecsSinceEpoch(),
              .offset = line.at.offsetFromUtc(),
              .act = line.act,
              .prev = head->last,
              .hash = {},
              .sealed = {}};
    const base::Result<base::Secret> key = monthKeyOrNew(link.month());
    if (!key)
        return base::Fail(key.error());
    const QJsonObject said{{"subject"_L1, line.subject}, {"who"_L1, line.who}, {"words"_L1, line.words}};
    link.sealed = seal(QJsonDocument(said).toJson(QJsonDocument::Compact), *key, link.place());
    link.hash = hashOf(link.bytes());
    head->lines = link.seq;
    head->last = link.hash;
    return m_database
        .run("INSERT INTO audit (seq, at, utc_offset, act, prev, hash, suite, sealed) VALUES (:seq, :at, :offset, :act, :prev, :hash,"
             " :suite, :sealed)",
             {{u":seq"_s, link.seq},
              {u":at"_s, link.at},
              {u":offset"_s, link.offset},
              {u":act"_s, link.act},
              {u":prev"_s, link.prev},
              {u":hash"_s, link.hash},
              {u":suite"_s, link.sealed.suite},
              {u":sealed"_s, link.sealed.bytes}})
        .and_then([&] { return transaction.commit(); })
        .and_then([&] { return remember(*head); })
        .map([&] { return link.seq; });
}

base::Result<> AuditTrail::eachLink(const char *sql, qint64 from, int most, const std::function<base::Result<>(const Link &)> &visit)
{
    return m_database.each(sql, {{u":from"_s, from}, {u":most"_s, most}}, [&](const QSqlQuery &row) {
        return visit({.seq = row.value(0).toLongLong(),
                      .at = row.value(1).toLongLong(),
                      .offset = row.value(2).toInt(),
                      .act = row.value(3).toString(),
                      .prev = row.value(4).toByteArray(),
                      .hash = row.value(5).toByteArray(),
                      .sealed = {row.value(6).toInt(), row.value(7).toByteArray()}});
    });
}

base::Result<AuditLine> AuditTrail::open(const Link &link)
{
    AuditLine line{.seq = link.seq,
                   .at = QDateTime::fromMSecsSinceEpoch(link.at, Qt::OffsetFromUTC, link.offset),
                   .act = link.act,
                   .who = {},
                   .subject = {},
                   .words = {}};
    const auto key = monthKey(link.month());
    if (!key)
        return damaged(link.seq, key.error().detail);
    line.isForgotten = !*key;
    if (line.isForgotten)
        return line;
    const base::Result<QByteArray> said = unseal(link.sealed, **key, link.place());
    if (!said)
        return damaged(link.seq, said.error().detail);
    const QJsonObject json = QJsonDocument::fromJson(*said).object();
    line.who = json["who"_L1].toString();
    line.subject = json["subject"_L1].toString();
    line.words = json["words"_L1].toString();
    return line;
}

base::Result<QList<AuditLine>> AuditTrail::before(qint64 before, int most)
{
    QList<AuditLine> lines;
    return eachLink(auditRowsBack, before > 0 ? before : std::numeric_limits<qint64>::max(), most, [&](const Link &link) {
               return open(link).map([&](const AuditLine &line) { lines.append(line); });
           })
        .map([&] { return lines; });
}

base::Result<> AuditTrail::each(const std::function<base::Result<>(const AuditLine &)> &visit)
{
    return eachLink(auditRows, 0, -1, [&](const Link &link) { return open(link).and_then(visit); });
}

base::Result<qint64> AuditTrail::verify()
{
    Head soFar;
    const base::Result<> walked = eachLink(auditRows, 0, -1, [&](const Link &link) -> base::Result<> {
        if (link.seq != soFar.lines + 1)
            return damaged(soFar.lines + 1, u"missing"_s);
        if (link.prev != soFar.last)
            return damaged(link.seq, u"does not follow the line before"_s);
        if (link.hash != hashOf(link.bytes()))
            return damaged(link.seq, u"is not as it was written"_s);
        soFar.lines = link.seq;
        soFar.last = link.hash;
        return open(link).map([](const AuditLine &) { });
    });
    if (!walked)
        return base::Fail(walked.error());
    const auto was = remembered();
    if (!was)
        return base::Fail(was.error());
    if (!*was)
        return base::Fail({Kind::Damaged, u"the head of the audit trail is gone"_s, m_folder + auditHeadFile});
    return compare(**was).map([&] { return soFar.lines; });
}

base::Result<QStringList> AuditTrail::months()
{
    QStringList months;
    return m_database
        .each("SELECT month FROM audit_key WHERE suite <> 0 ORDER BY month", {},
              [&](const QSqlQuery &row) -> base::Result<> {
                  months << row.value(0).toString();
                  return {};
              })
        .map([&] { return months; });
}

base::Result<> AuditTrail::forget(const QString &month)
{
    // Its bytes are overwritten in the file, not only given up.
    return m_database.run("PRAGMA secure_delete = ON")
        .and_then([&] { return m_database.run("UPDATE audit_key SET suite = 0, sealed = x'' WHERE month = :month", {{u":month"_s, month}}); })
        .and_then([&] { return m_database.run("PRAGMA secure_delete = OFF"); });
}

base::Fail AuditTrail::damaged(qint64 seq, const QString &why) const
{
    return base::Fail({Kind::Damaged, u"audit line %1: %2"_s.arg(seq).arg(why), m_database.file()});
}

}
