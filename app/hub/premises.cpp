#include "app/hub/premises.h"

#include "app/hub/store/sqlstore.h"
#include "core/base/durablefile.h"

#include <QUrl>

namespace hub {

namespace {

base::Result<std::unique_ptr<SqlStore>> openStore(const Place &place)
{
    return place.store.isEmpty() ? SqlStore::openFile(place.folder) : SqlStore::openServer(QUrl(place.store));
}

}

Premises::Premises(std::unique_ptr<Store> store, HubKey key, FeedGrown grown)
    : m_store(std::move(store)), m_key(std::move(key)), m_engine{*m_store, m_clock, m_key, std::move(grown)}
{
}

base::Result<std::unique_ptr<Premises>> Premises::open(const Place &place, FeedGrown grown)
{
    if (const base::Result<> made = base::makePrivateFolder(place.folder); !made)
        return base::Fail(made.error());
    base::Result<std::unique_ptr<SqlStore>> store = openStore(place);
    if (!store)
        return base::Fail(store.error());
    const auto self = within(**store, Store::For::Reading, [](Transaction &rows) { return rows.devices().self(); });
    if (!self)
        return base::Fail(self.error());
    base::Result<HubKey> key = HubKey::open(place.folder + QStringLiteral("/hub.key"), self->key.isEmpty(), place.suite);
    if (!key)
        return base::Fail(key.error());
    if (const base::Result<> settled = settle(**store, *key); !settled)
        return base::Fail(settled.error());
    return std::unique_ptr<Premises>(new Premises(std::move(*store), std::move(*key), std::move(grown)));
}

}
