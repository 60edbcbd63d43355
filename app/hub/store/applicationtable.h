#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/store.h"

namespace hub {

class ApplicationTable final : public ApplicationRows
{
public:
    ApplicationTable(Connection &connection, Store::For purpose) : m_connection(connection), m_purpose(purpose) { }

    base::Result<std::optional<ApplicationLine>> application(By by, const QByteArray &blinded) override;
    base::Result<int> openOnes() override;
    base::Result<int> openOnesOf(const QByteArray &network) override;
    base::Result<qint64> put(const ApplicationLine &line) override;
    base::Result<> drop(qint64 id) override;
    base::Result<int> dropExpired(const QDateTime &now) override;
    base::Result<qint64> addPicture(qint64 application, const journal::Sealed &picture) override;
    base::Result<std::optional<journal::Sealed>> picture(qint64 application, qint64 id) override;
    base::Result<> dropPicture(qint64 application, qint64 id) override;
    base::Result<> dropPicturesOf(qint64 application) override;
    base::Result<int> nextCaseSerial(const QString &region, QDate day) override;

private:
    Connection &m_connection;
    const Store::For m_purpose;
};

}
