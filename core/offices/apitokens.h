#pragma once

#include "core/hub/engine.h"

namespace offices {

/// What the token of a system lets it do.
enum class Scope {
    Read, ///< feed, items and cases of its unit, numbers of persons masked
    Scans, ///< pictures of what was brought
    Numbers, ///< numbers of persons unmasked
    Act, ///< accept, refuse, pause, review, decide
    Deliver, ///< send results, confirm proofs of delivery
    Rate, ///< hand on what the holder of a receipt says of the visit
};

/// The scope that is written as \a word: read, scans, numbers, act, deliver, rate.
std::optional<Scope> scopeOf(const QString &word);
QString wordOf(Scope scope);
QList<Scope> scopesIn(const QString &words); ///< words by spaces; those that are none are left out

/// A system that has shown its token.
struct ApiHolder {
    qint64 id = 0;
    QString name;
    QString unit; ///< id of the routing table; empty: of no unit
    QList<Scope> scopes;

    bool may(Scope scope) const { return scopes.contains(scope); }
    QString inTheBook() const { return QStringLiteral("api:%1/%2").arg(unit, name); } ///< as the book names it
};

/// Tokens by which systems of units identify themselves, made and withdrawn at the console. From any thread.
class ApiTokens final
{
public:
    /// \a engine must live as long as this.
    explicit ApiTokens(const hub::Engine &engine) : m_engine(engine) { }

    struct Wish {
        QString name; ///< 2 to 40 of a–z 0–9 . _ -
        QString unit;
        QString scopes; ///< words by spaces
    };
    /// A new token, which is shown once and kept nowhere. Error::Document when the wish cannot be: every scope but rate belongs to a
    /// unit. \a by: who does it, for the book.
    base::Result<QString> add(const Wish &wish, const QString &by) const;
    /// From now on nobody gets in with it. Error::Missing when there is none.
    [[nodiscard]] base::Result<> withdraw(qint64 id, const QString &by) const;
    base::Result<QList<hub::ApiToken>> all() const;

    /// Whose token \a text is; nothing when it is none, or was withdrawn. Takes as long for a wrong one as for a right one.
    base::Result<std::optional<ApiHolder>> holderOf(const QByteArray &text) const;

    /// What was answered to \a key before.
    base::Result<std::optional<hub::KeptAnswer>> answered(const ApiHolder &holder, const QString &key) const;
    static constexpr int daysKept = 7; ///< answers
    /// Gives up answers that are older. To be called now and then.
    [[nodiscard]] base::Result<> sweep() const;

private:
    const hub::Engine &m_engine;
};

}
