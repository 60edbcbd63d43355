#include "core/offices/apitokens.h"

#include "core/base/secret.h"
#include "core/journal/envelope.h"

#include <QRegularExpression>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace offices {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using hub::ApiToken;
using hub::Store;
using hub::Transaction;

namespace {

constexpr qsizetype secretBytes = 32;
constexpr QByteArrayView tokenHead = "yct_";
constexpr int usedWithin = 60; ///< seconds

struct ScopeWord {
    Scope scope;
    QLatin1StringView word;
};
constexpr std::array scopeWords{ScopeWord{Scope::Read, "read"_L1},       ScopeWord{Scope::Scans, "scans"_L1},
                                ScopeWord{Scope::Numbers, "numbers"_L1}, ScopeWord{Scope::Act, "act"_L1},
                                ScopeWord{Scope::Deliver, "deliver"_L1}, ScopeWord{Scope::Rate, "rate"_L1}};

QString faultOfToken(const ApiTokens::Wish &wish)
{
    static const QRegularExpression name(u"^[a-z0-9._-]{2,40}$"_s);
    if (!name.match(wish.name).hasMatch())
        return u"a name is 2 to 40 of a-z 0-9 . _ -"_s;
    const QStringList words = wish.scopes.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || !std::ranges::all_of(words, [](const QString &word) { return scopeOf(word).has_value(); }))
        return u"scopes are read, scans, numbers, act, deliver, rate"_s;
    if (wish.unit.isEmpty() && words != QStringList{u"rate"_s})
        return u"every scope but rate belongs to a unit"_s;
    return {};
}

/// Id and secret of \a text; nothing when it is no token.
std::optional<std::pair<qint64, QByteArray>> partsOf(const QByteArray &text)
{
    if (!text.startsWith(tokenHead) || text.size() > 100)
        return {};
    const qsizetype end = text.indexOf('_', tokenHead.size());
    bool isNumber = false;
    const qint64 id = text.mid(tokenHead.size(), end - tokenHead.size()).toLongLong(&isNumber);
    const auto secret = QByteArray::fromBase64Encoding(text.mid(end + 1), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (end < 0 || !isNumber || id <= 0 || !secret || secret.decoded.size() != secretBytes)
        return {};
    return std::pair(id, secret.decoded);
}

}

std::optional<Scope> scopeOf(const QString &word)
{
    const auto found = std::ranges::find(scopeWords, word, &ScopeWord::word);
    return found == scopeWords.end() ? std::nullopt : std::optional(found->scope);
}

QString wordOf(Scope scope)
{
    return std::ranges::find(scopeWords, scope, &ScopeWord::scope)->word;
}

QList<Scope> scopesIn(const QString &words)
{
    QList<Scope> scopes;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto scope = scopeOf(word))
            scopes << *scope;
    }
    return scopes;
}

base::Result<QString> ApiTokens::add(const Wish &wish, const QString &by) const
{
    if (const QString fault = faultOfToken(wish); !fault.isEmpty())
        return Fail({Error::Kind::Document, fault, wish.name});
    const QByteArray secret = base::Secret::random(secretBytes).view().toByteArray();
    const ApiToken token{.name = wish.name,
                         .unit = wish.unit,
                         .scopes = wish.scopes.simplified(),
                         .hash = journal::hashOf(secret),
                         .madeAt = m_engine.now()};
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<QString> {
        const base::Result<qint64> id = rows.doors().put(token);
        if (!id)
            return Fail(id.error());
        const hub::AuditLine line{.at = m_engine.now(), .account = by, .act = u"token-made"_s, .subject = wish.unit + u'/' + wish.name, .words = token.scopes};
        return rows.people().add(line).map([&] {
            return QString::fromLatin1(tokenHead.toByteArray() + QByteArray::number(*id) + '_'
                                       + secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        });
    });
}

base::Result<> ApiTokens::withdraw(qint64 id, const QString &by) const
{
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        const auto token = rows.doors().token(id);
        if (!token)
            return Fail(token.error());
        if (!*token || (*token)->withdrawnAt.isValid())
            return Fail({Error::Kind::Missing, u"there is no such token, or it was withdrawn"_s, QString::number(id)});
        ApiToken withdrawn = **token;
        withdrawn.withdrawnAt = m_engine.now();
        if (const base::Result<qint64> put = rows.doors().put(withdrawn); !put)
            return Fail(put.error());
        return rows.people().add({.at = m_engine.now(), .account = by, .act = u"token-withdrawn"_s, .subject = withdrawn.unit + u'/' + withdrawn.name, .words = {}});
    });
}

base::Result<QList<ApiToken>> ApiTokens::all() const
{
    return hub::within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.doors().tokens(); });
}

base::Result<std::optional<ApiHolder>> ApiTokens::holderOf(const QByteArray &text) const
{
    using Holder = std::optional<ApiHolder>;
    const auto parts = partsOf(text);
    if (!parts)
        return Holder();
    const auto found = hub::within(m_engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.doors().token(parts->first); });
    if (!found)
        return Fail(found.error());
    const QByteArray shown = journal::hashOf(parts->second);
    const QByteArray kept = *found ? (*found)->hash : QByteArray(shown.size(), '\0');
    const bool isRight = kept.size() == shown.size() && sodium_memcmp(kept.constData(), shown.constData(), size_t(shown.size())) == 0;
    if (!*found || !isRight || (*found)->withdrawnAt.isValid())
        return Holder();
    ApiToken token = **found;
    if (token.usedAt.isNull() || token.usedAt.secsTo(m_engine.now()) >= usedWithin) {
        const auto noted = hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
            const auto now = rows.doors().token(token.id); // it may have been withdrawn meanwhile
            if (!now || !*now)
                return now ? base::Result<>() : base::Result<>(Fail(now.error()));
            token = **now;
            token.usedAt = m_engine.now();
            return rows.doors().put(token).map([](qint64) { });
        });
        if (!noted)
            return Fail(noted.error());
        if (token.withdrawnAt.isValid())
            return Holder();
    }
    return Holder(ApiHolder{token.id, token.name, token.unit, scopesIn(token.scopes)});
}

base::Result<std::optional<hub::KeptAnswer>> ApiTokens::answered(const ApiHolder &holder, const QString &key) const
{
    return hub::within(m_engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.doors().answer(holder.id, key); });
}

base::Result<> ApiTokens::sweep() const
{
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) { return rows.doors().dropAnswers(m_engine.now().addDays(-daysKept)); });
}

}
