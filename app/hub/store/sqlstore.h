#pragma once

#include "core/hub/store.h"

#include <QUrl>

namespace hub {

enum class FeedOrder;

/// The store of a hub in a database: one SQLite file (write-ahead log, fsync at each commit), or PostgreSQL 15, before which any
/// number of processes may stand. Each thread has a connection of its own; one that was lost is made again with the next transaction.
class SqlStore final : public Store
{
public:
    /// Opens or makes hub.db in \a folder. When hub.mark beside it has seen a later place than the database has, the database was
    /// put back from a copy, and the hub begins a new epoch by itself. Error::Document for a file of a newer program.
    static base::Result<std::unique_ptr<SqlStore>> openFile(const QString &folder);
    /// \a url is postgresql://USER:PASSWORD@HOST:PORT/DATABASE; a folder with a socket instead of a host stands as ?host=FOLDER.
    static base::Result<std::unique_ptr<SqlStore>> openServer(const QUrl &url);
    /// As above, with another order of the feed: only for the test that shows why there is one.
    static base::Result<std::unique_ptr<SqlStore>> openServer(const QUrl &url, FeedOrder order);
    ~SqlStore() override;

    base::Result<std::unique_ptr<Transaction>> begin(For purpose) override;
    base::Result<> clearOut() override;

private:
    struct Parts;
    explicit SqlStore(std::unique_ptr<Parts> parts);
    base::Result<> setUp();
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(SqlStore)
};

}
