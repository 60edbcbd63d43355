#pragma once

#include "core/hub/engine.h"

#include <QStringList>

namespace offices {

/// Systems that are told of what happens, added and withdrawn at the console.
class Subscribers final
{
public:
    /// \a engine must live as long as this.
    explicit Subscribers(const hub::Engine &engine) : m_engine(engine) { }

    static QStringList kinds(); ///< sms, platform, rating, supervision, unit
    /// What a subscriber of \a kind may be told of; of a unit: everything in its feed, which is not listed here.
    static QStringList eventsOf(const QString &kind);

    struct Wish {
        QString kind;
        QString unit; ///< kind unit: whose items
        QString url; ///< https; http only to this very machine
        QStringList events; ///< empty: all that the kind may be told of
        bool privateAllowed = false; ///< the address may be one that is not public (RFC 1918 and its like)
    };
    /// Its secret, which is shown once. Error::Document when the wish cannot be. \a by: who does it, for the book.
    base::Result<QString> add(const Wish &wish, const QString &by) const;
    /// It is told of nothing more, and what waited for it is given up. Error::Missing when there is none.
    [[nodiscard]] base::Result<> withdraw(qint64 id, const QString &by) const;
    base::Result<QList<hub::Subscriber>> all() const;
    /// The newest first, without what they say; \a state: only those; nothing: all.
    base::Result<QList<hub::Delivery>> messages(std::optional<hub::Delivery::State> state, int most) const;
    /// A message that was given up is sent again. Error::Missing when there is none that is still there.
    [[nodiscard]] base::Result<> sendAgain(qint64 message, const QString &by) const;

    /// What its messages are signed with.
    base::Result<QByteArray> secretOf(const hub::Subscriber &subscriber) const;

private:
    const hub::Engine &m_engine;
};

}
