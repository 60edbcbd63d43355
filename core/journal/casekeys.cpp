#include "core/journal/casekeys.h"

#include "core/journal/profileplaces.h"

#include <sodium.h>

namespace journal {

using namespace Qt::StringLiterals;

base::Result<std::optional<base::Secret>> CaseKeys::find(const QString &caseId)
{
    const auto row = m_database.row("SELECT suite, sealed FROM case_key WHERE case_id = :case", {{u":case"_s, caseId}});
    if (!row)
        return base::Fail(row.error());
    if (!*row || row->value()[0].toInt() == 0)
        return std::nullopt;
    return open(caseId, {row->value()[0].toInt(), row->value()[1].toByteArray()});
}

base::Result<base::Secret> CaseKeys::findOrMake(const QString &caseId)
{
    const auto known = find(caseId);
    if (!known)
        return base::Fail(known.error());
    if (*known)
        return **known;
    base::Secret fresh = freshKeyLike(m_profileKey);
    const Sealed sealed = seal(fresh.view(), m_profileKey, profileplaces::caseKey(caseId));
    return m_database
        .run("INSERT INTO case_key (case_id, suite, sealed) VALUES (:case, :suite, :sealed)"
             " ON CONFLICT (case_id) DO UPDATE SET suite = excluded.suite, sealed = excluded.sealed",
             {{u":case"_s, caseId}, {u":suite"_s, sealed.suite}, {u":sealed"_s, sealed.bytes}})
        .map([&] { return fresh; });
}

base::Result<> CaseKeys::destroy(const QString &caseId)
{
    // Its bytes are overwritten in the file, not only given up.
    return m_database.run("PRAGMA secure_delete = ON")
        .and_then([&] {
            return m_database.run("UPDATE case_key SET suite = 0, sealed = x'' WHERE case_id = :case", {{u":case"_s, caseId}});
        })
        .and_then([&] { return m_database.run("PRAGMA secure_delete = OFF"); });
}

base::Result<base::Secret> CaseKeys::open(const QString &caseId, const Sealed &sealed) const
{
    base::Result<QByteArray> bytes = unseal(sealed, m_profileKey, profileplaces::caseKey(caseId));
    if (!bytes)
        return base::Fail(
            {bytes.error().kind, u"key of case %1: %2"_s.arg(caseId, bytes.error().detail), m_database.file()});
    return base::Secret(std::move(*bytes));
}

QByteArray CaseKeys::markOf(const QString &text) const
{
    const QByteArray plain = "mark|" + text.toUtf8();
    QByteArray mark(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(mark.data()), size_t(mark.size()),
                       reinterpret_cast<const unsigned char *>(plain.constData()), size_t(plain.size()), m_profileKey.data(),
                       size_t(keySize)); // whatever the key seals by, so that marks stay comparable
    return mark;
}

base::Secret CaseKeys::derived(const base::Secret &caseKey, const QByteArray &purpose)
{
    const QByteArray context = "purpose|" + purpose;
    QByteArray key(keySize, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(key.data()), size_t(key.size()),
                       reinterpret_cast<const unsigned char *>(context.constData()), size_t(context.size()),
                       caseKey.data(), size_t(keySize));
    base::Secret secret = keyLike(caseKey, key);
    sodium_memzero(key.data(), size_t(key.size()));
    return secret;
}

}
