#include "app/hub/store/devicetable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

#define DEVICE_COLUMNS                                                                                                 \
    "SELECT uuid, hall_name, window_name, public_key, hall, region, window_code, program, enrolled_at, revoked_at, algorithm FROM device "

#define WIPE_COLUMNS "SELECT id, device, reason, ordered_by, ordered_at, revoked, heard_at, wiped_at, lifted_at FROM wipe_order "

base::Result<Device> deviceIn(const QSqlQuery &row)
{
    const QString uuid = row.value(0).toString();
    const base::Result<people::PublicKey> key = people::publicKeyFrom(row.value(10).toString(), row.value(3).toByteArray());
    if (!key)
        return base::Fail({base::Error::Kind::Damaged, u"what stands as its key "_s + key.error().detail, uuid});
    return Device{.uuid = uuid,
                  .card = {row.value(1).toString(), row.value(2).toString(), *key},
                  .hall = row.value(4).toString(),
                  .regionCode = row.value(5).toString(),
                  .windowCode = row.value(6).toString(),
                  .program = row.value(7).toString(),
                  .enrolledAt = momentIn(row.value(8)),
                  .revokedAt = momentIn(row.value(9))};
}

}

base::Result<Self> DeviceTable::self()
{
    const auto row = m_connection.row("SELECT uuid, epoch, public_key, algorithm FROM self");
    if (!row)
        return base::Fail(row.error());
    if (!*row)
        return base::Fail({base::Error::Kind::Damaged, u"the store does not say whose it is"_s, {}});
    Self self{(*row)->at(0).toString(), (*row)->at(1).toString()};
    if (const QByteArray bytes = (*row)->at(2).toByteArray(); !bytes.isEmpty()) {
        const base::Result<people::PublicKey> key = people::publicKeyFrom((*row)->at(3).toString(), bytes);
        if (!key)
            return base::Fail({base::Error::Kind::Damaged, u"the key of the hub in its store "_s + key.error().detail, {}});
        self.key = *key;
    }
    return self;
}

base::Result<> DeviceTable::setEpoch(const QString &epoch)
{
    return m_connection.run("UPDATE self SET epoch = :epoch", {{u":epoch"_s, epoch}});
}

base::Result<> DeviceTable::setKey(const people::PublicKey &key)
{
    return m_connection.run("UPDATE self SET public_key = :key, algorithm = :algorithm",
                            {{u":key"_s, key.bytes}, {u":algorithm"_s, people::algorithmName(key.algorithm)}});
}

base::Result<QList<Device>> DeviceTable::read(const char *sql, const Values &values)
{
    base::Result<QList<Device>> devices;
    return m_connection
        .each(sql, values,
              [&](const QSqlQuery &row) {
                  const base::Result<Device> device = deviceIn(row);
                  if (device)
                      devices->append(*device);
                  else
                      devices = base::Fail(device.error());
                  return device.has_value();
              })
        .and_then([&] { return devices; });
}

base::Result<std::optional<Device>> DeviceTable::readOne(const char *sql, const Values &values)
{
    return read(sql, values).map([](const QList<Device> &devices) {
        return devices.isEmpty() ? std::optional<Device>() : devices.constFirst();
    });
}

base::Result<std::optional<Device>> DeviceTable::device(const QString &uuid)
{
    return readOne(DEVICE_COLUMNS "WHERE uuid = :uuid", {{u":uuid"_s, uuid}});
}

base::Result<std::optional<Device>> DeviceTable::deviceWithKey(const people::PublicKey &key)
{
    return readOne(DEVICE_COLUMNS "WHERE public_key = :key", {{u":key"_s, key.bytes}});
}

base::Result<QList<Device>> DeviceTable::devices()
{
    return read(DEVICE_COLUMNS "ORDER BY hall, region, window_code, enrolled_at, uuid", {});
}

base::Result<> DeviceTable::put(const Device &device)
{
    return m_connection.run(
        "INSERT INTO device (uuid, hall_name, window_name, public_key, hall, region, window_code, program, enrolled_at,"
        " revoked_at, algorithm)"
        " VALUES (:uuid, :hallname, :window, :key, :hall, :region, :code, :program, :enrolled, :revoked, :algorithm)"
        " ON CONFLICT (uuid) DO UPDATE SET hall_name = excluded.hall_name, window_name = excluded.window_name,"
        " public_key = excluded.public_key, hall = excluded.hall, region = excluded.region, window_code = excluded.window_code,"
        " program = excluded.program, enrolled_at = excluded.enrolled_at, revoked_at = excluded.revoked_at,"
        " algorithm = excluded.algorithm",
        {{u":uuid"_s, device.uuid},
         {u":hallname"_s, device.card.hall},
         {u":window"_s, device.card.window},
         {u":key"_s, device.card.key.bytes},
         {u":hall"_s, device.hall},
         {u":region"_s, device.regionCode},
         {u":code"_s, device.windowCode},
         {u":program"_s, device.program},
         {u":enrolled"_s, stored(device.enrolledAt)},
         {u":revoked"_s, stored(device.revokedAt)},
         {u":algorithm"_s, people::algorithmName(device.card.key.algorithm)}});
}

base::Result<QString> DeviceTable::deviceWithMark(const QString &regionCode, const QString &windowCode, const QString &mark)
{
    return m_connection
        .row("SELECT device FROM device_mark WHERE region = :region AND window_code = :code AND mark = :mark",
             {{u":region"_s, regionCode}, {u":code"_s, windowCode}, {u":mark"_s, mark}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toString() : QString(); });
}

base::Result<> DeviceTable::putMark(const Device &device, const QString &mark)
{
    return m_connection.run(
        "INSERT INTO device_mark (region, window_code, mark, device) VALUES (:region, :code, :mark, :device)",
        {{u":region"_s, device.regionCode}, {u":code"_s, device.windowCode}, {u":mark"_s, mark}, {u":device"_s, device.uuid}});
}

base::Result<QList<WipeLine>> DeviceTable::readWipes(const char *sql, const Values &values)
{
    QList<WipeLine> wipes;
    return m_connection
        .each(sql, values,
              [&](const QSqlQuery &row) {
                  wipes.append({.id = row.value(0).toString(),
                                .device = row.value(1).toString(),
                                .reason = row.value(2).toString(),
                                .by = row.value(3).toString(),
                                .orderedAt = momentIn(row.value(4)),
                                .revoked = row.value(5).toBool(),
                                .heardAt = momentIn(row.value(6)),
                                .wipedAt = momentIn(row.value(7)),
                                .liftedAt = momentIn(row.value(8))});
                  return true;
              })
        .map([&] { return wipes; });
}

base::Result<std::optional<WipeLine>> DeviceTable::wipeOf(const QString &device)
{
    return readWipes(WIPE_COLUMNS "WHERE device = :device AND lifted_at IS NULL", {{u":device"_s, device}})
        .map([](const QList<WipeLine> &wipes) { return wipes.isEmpty() ? std::optional<WipeLine>() : wipes.constFirst(); });
}

base::Result<QList<WipeLine>> DeviceTable::wipes()
{
    return readWipes(WIPE_COLUMNS "ORDER BY ordered_at DESC, id", {});
}

base::Result<> DeviceTable::put(const WipeLine &wipe)
{
    return m_connection.run(
        "INSERT INTO wipe_order (id, device, reason, ordered_by, ordered_at, revoked, heard_at, wiped_at, lifted_at)"
        " VALUES (:id, :device, :reason, :by, :ordered, :revoked, :heard, :wiped, :lifted)"
        " ON CONFLICT (id) DO UPDATE SET heard_at = excluded.heard_at, wiped_at = excluded.wiped_at, lifted_at = excluded.lifted_at",
        {{u":id"_s, wipe.id},
         {u":device"_s, wipe.device},
         {u":reason"_s, wipe.reason},
         {u":by"_s, wipe.by},
         {u":ordered"_s, stored(wipe.orderedAt)},
         {u":revoked"_s, int(wipe.revoked)},
         {u":heard"_s, stored(wipe.heardAt)},
         {u":wiped"_s, stored(wipe.wipedAt)},
         {u":lifted"_s, stored(wipe.liftedAt)}});
}

base::Result<std::optional<EnrolmentCode>> DeviceTable::code(const QByteArray &hash)
{
    return m_connection
        .row("SELECT hall, region, window_code, expires, used_by FROM enrolment_code WHERE hash = :hash $held", {{u":hash"_s, hash}})
        .map([&](const std::optional<QVariantList> &row) -> std::optional<EnrolmentCode> {
            if (!row)
                return {};
            return EnrolmentCode{hash, row->at(0).toString(), row->at(1).toString(), row->at(2).toString(), momentIn(row->at(3)),
                        row->at(4).toString()};
        });
}

base::Result<> DeviceTable::put(const EnrolmentCode &code)
{
    return m_connection.run("INSERT INTO enrolment_code (hash, hall, region, window_code, expires, used_by)"
                            " VALUES (:hash, :hall, :region, :code, :expires, :used)"
                            " ON CONFLICT (hash) DO UPDATE SET expires = excluded.expires, used_by = excluded.used_by",
                            {{u":hash"_s, code.hash},
                             {u":hall"_s, code.hall},
                             {u":region"_s, code.regionCode},
                             {u":code"_s, code.windowCode},
                             {u":expires"_s, stored(code.expires)},
                             {u":used"_s, code.usedBy}});
}

base::Result<QStringList> DeviceTable::halls()
{
    QStringList halls;
    return m_connection
        .each("SELECT DISTINCT hall FROM device ORDER BY hall", {},
              [&](const QSqlQuery &row) {
                  halls << row.value(0).toString();
                  return true;
              })
        .map([&] { return halls; });
}

}
