#pragma once

#include "core/hub/engine.h"

#include <QTextStream>

namespace hub {

/// What an administrator does at the console about systems of others: their tokens, and what they are told of. As Console.
class DoorConsole final
{
public:
    /// Everything must live as long as this.
    DoorConsole(const Engine &engine, QTextStream &out, QTextStream &err) : m_engine(engine), m_out(out), m_err(err) { }

    int addToken(const QString &name, const QString &unit, const QString &scopes); ///< prints the token, once
    int tokens();
    int withdrawToken(qint64 id);

    struct HookWish {
        QString kind, unit, url;
        QString events; ///< by commas; empty: all
        bool privateAllowed = false;
    };
    int addHook(const HookWish &wish); ///< prints the secret, once
    int hooks();
    int withdrawHook(qint64 id);
    /// Messages, the newest first; \a which: waiting, delivered, dead, all. Exit code 1 when there are dead ones among them.
    int messages(const QString &which);
    int sendAgain(qint64 message); ///< one that was given up

private:
    int fail(const base::Error &error);
    template <class... Word>
    void row(const Word &...words)
    {
        m_out << QStringList{words...}.join(u'\t') << '\n';
    }

    const Engine &m_engine;
    QTextStream &m_out;
    QTextStream &m_err;
};

}
