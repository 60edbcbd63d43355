#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/store.h"

namespace hub {

class DeviceTable final : public DeviceRows
{
public:
    explicit DeviceTable(Connection &connection) : m_connection(connection) { }

    base::Result<Self> self() override;
    base::Result<> setEpoch(const QString &epoch) override;
    base::Result<> setKey(const people::PublicKey &key) override;
    base::Result<std::optional<Device>> device(const QString &uuid) override;
    base::Result<std::optional<Device>> deviceWithKey(const people::PublicKey &key) override;
    base::Result<QList<Device>> devices() override;
    base::Result<> put(const Device &device) override;
    base::Result<QString> deviceWithMark(const QString &regionCode, const QString &windowCode, const QString &mark) override;
    base::Result<> putMark(const Device &device, const QString &mark) override;
    base::Result<std::optional<WipeLine>> wipeOf(const QString &device) override;
    base::Result<QList<WipeLine>> wipes() override;
    base::Result<> put(const WipeLine &wipe) override;
    base::Result<std::optional<EnrolmentCode>> code(const QByteArray &hash) override;
    base::Result<> put(const EnrolmentCode &code) override;
    base::Result<QStringList> halls() override;

private:
    base::Result<QList<Device>> read(const char *sql, const Values &values);
    base::Result<QList<WipeLine>> readWipes(const char *sql, const Values &values);
    base::Result<std::optional<Device>> readOne(const char *sql, const Values &values);

    Connection &m_connection;
};

}
