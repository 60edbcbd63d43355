#include "app/hub/store/applicationtable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;
using State = ApplicationLine::State;

namespace {

#define APPLICATION_SELECT                                                                                                                 \
    "SELECT id, state, secret, resume, window_code, network, key_suite, key_sealed, suite, sealed, case_uuid, device, made_at, changed_at," \
    " expires FROM application WHERE "

/// What is held while it is being changed.
struct Finding {
    const char *reading;
    const char *holding;
};

Finding findingBy(ApplicationRows::By by)
{
    switch (by) {
    case ApplicationRows::By::Secret:
        return {APPLICATION_SELECT "secret = :blinded", APPLICATION_SELECT "secret = :blinded $held"};
    case ApplicationRows::By::Resume:
        return {APPLICATION_SELECT "resume = :blinded", APPLICATION_SELECT "resume = :blinded $held"};
    case ApplicationRows::By::Window:
        break;
    }
    return {APPLICATION_SELECT "window_code = :blinded", APPLICATION_SELECT "window_code = :blinded $held"};
}

/// No bytes are stored as none, not as NULL.
QByteArray bytesOf(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

ApplicationLine applicationIn(const QVariantList &row)
{
    return {.id = row[0].toLongLong(),
            .state = State(row[1].toInt()),
            .secret = row[2].toByteArray(),
            .resume = row[3].toByteArray(),
            .window = row[4].toByteArray(),
            .network = row[5].toByteArray(),
            .key = sealedIn(row[6], row[7]),
            .body = sealedIn(row[8], row[9]),
            .caseUuid = row[10].toString(),
            .device = row[11].toString(),
            .madeAt = momentIn(row[12]),
            .changedAt = momentIn(row[13]),
            .expires = momentIn(row[14])};
}

int countIn(const std::optional<QVariantList> &row)
{
    return row ? row->constFirst().toInt() : 0;
}

}

base::Result<std::optional<ApplicationLine>> ApplicationTable::application(By by, const QByteArray &blinded)
{
    if (blinded.isEmpty())
        return std::nullopt;
    const Finding finding = findingBy(by);
    return m_connection.row(m_purpose == Store::For::Writing ? finding.holding : finding.reading, {{u":blinded"_s, blinded}})
        .map([](const std::optional<QVariantList> &row) { return row ? std::optional(applicationIn(*row)) : std::nullopt; });
}

base::Result<int> ApplicationTable::openOnes()
{
    return m_connection.row("SELECT count(*) FROM application WHERE state = 0").map(countIn);
}

base::Result<int> ApplicationTable::openOnesOf(const QByteArray &network)
{
    return m_connection.row("SELECT count(*) FROM application WHERE state = 0 AND network = :network", {{u":network"_s, network}}).map(countIn);
}

base::Result<qint64> ApplicationTable::put(const ApplicationLine &line)
{
    Values values{{u":state"_s, int(line.state)},
                  {u":secret"_s, bytesOf(line.secret)},
                  {u":resume"_s, bytesOf(line.resume)},
                  {u":window"_s, bytesOf(line.window)},
                  {u":suite"_s, line.body.suite},
                  {u":sealed"_s, bytesOf(line.body.bytes)},
                  {u":case"_s, line.caseUuid.isNull() ? u""_s : line.caseUuid},
                  {u":device"_s, line.device.isNull() ? u""_s : line.device},
                  {u":changed"_s, stored(line.changedAt)},
                  {u":expires"_s, stored(line.expires)}};
    if (line.id != 0) {
        values.append({u":id"_s, line.id});
        return m_connection
            .run("UPDATE application SET state = :state, secret = :secret, resume = :resume, window_code = :window, suite = :suite,"
                 " sealed = :sealed, case_uuid = :case, device = :device, changed_at = :changed, expires = :expires WHERE id = :id",
                 values)
            .map([&] { return line.id; });
    }
    values.append({{u":network"_s, bytesOf(line.network)},
                   {u":key_suite"_s, line.key.suite},
                   {u":key"_s, bytesOf(line.key.bytes)},
                   {u":made"_s, stored(line.madeAt)}});
    return m_connection
        .row("INSERT INTO application (state, secret, resume, window_code, network, key_suite, key_sealed, suite, sealed, case_uuid, device,"
             " made_at, changed_at, expires) VALUES (:state, :secret, :resume, :window, :network, :key_suite, :key, :suite, :sealed, :case,"
             " :device, :made, :changed, :expires) RETURNING id",
             values)
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toLongLong() : 0; });
}

base::Result<> ApplicationTable::drop(qint64 id)
{
    return dropPicturesOf(id).and_then([&] { return m_connection.run("DELETE FROM application WHERE id = :id", {{u":id"_s, id}}); });
}

base::Result<int> ApplicationTable::dropExpired(const QDateTime &now)
{
    return m_connection
        .run("DELETE FROM application_picture WHERE application IN (SELECT id FROM application WHERE expires <= :now)",
             {{u":now"_s, stored(now)}})
        .and_then([&] { return m_connection.change("DELETE FROM application WHERE expires <= :now", {{u":now"_s, stored(now)}}); });
}

base::Result<qint64> ApplicationTable::addPicture(qint64 application, const journal::Sealed &picture)
{
    return m_connection
        .row("INSERT INTO application_picture (application, suite, sealed) VALUES (:application, :suite, :sealed) RETURNING id",
             {{u":application"_s, application}, {u":suite"_s, picture.suite}, {u":sealed"_s, picture.bytes}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toLongLong() : 0; });
}

base::Result<std::optional<journal::Sealed>> ApplicationTable::picture(qint64 application, qint64 id)
{
    return m_connection
        .row("SELECT suite, sealed FROM application_picture WHERE application = :application AND id = :id",
             {{u":application"_s, application}, {u":id"_s, id}})
        .map([](const std::optional<QVariantList> &row) {
            return row ? std::optional(sealedIn(row->at(0), row->at(1))) : std::nullopt;
        });
}

base::Result<> ApplicationTable::dropPicture(qint64 application, qint64 id)
{
    return m_connection.run("DELETE FROM application_picture WHERE application = :application AND id = :id",
                            {{u":application"_s, application}, {u":id"_s, id}});
}

base::Result<> ApplicationTable::dropPicturesOf(qint64 application)
{
    return m_connection.run("DELETE FROM application_picture WHERE application = :application", {{u":application"_s, application}});
}

base::Result<int> ApplicationTable::nextCaseSerial(const QString &region, QDate day)
{
    return m_connection
        .row("INSERT INTO own_serial (region, day, last) VALUES (:region, :day, 1) ON CONFLICT (region, day) DO UPDATE SET"
             " last = own_serial.last + 1 RETURNING last",
             {{u":region"_s, region}, {u":day"_s, day.toJulianDay()}})
        .map(countIn);
}

}
