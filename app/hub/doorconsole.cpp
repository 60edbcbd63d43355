#include "app/hub/doorconsole.h"

#include "core/offices/apitokens.h"
#include "core/offices/subscribers.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMessages = 1000;

QString localTime(const QDateTime &at)
{
    return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"-"_s;
}

QString wordFor(Delivery::State state)
{
    return state == Delivery::State::Waiting ? u"waiting"_s : state == Delivery::State::Delivered ? u"delivered"_s : u"dead"_s;
}

std::optional<Delivery::State> stateFrom(const QString &word)
{
    for (const Delivery::State state : {Delivery::State::Waiting, Delivery::State::Delivered, Delivery::State::Dead}) {
        if (wordFor(state) == word)
            return state;
    }
    return {};
}

}

int DoorConsole::fail(const base::Error &error)
{
    m_err << (error.place.isEmpty() ? error.detail : error.place + u": "_s + error.detail) << '\n';
    return 1;
}

int DoorConsole::addToken(const QString &name, const QString &unit, const QString &scopes)
{
    const auto token = offices::ApiTokens(m_engine).add({name, unit, scopes}, atConsole());
    if (!token)
        return fail(token.error());
    m_out << *token << '\n';
    m_err << "shown once and kept nowhere: give it to the system over a safe way\n";
    return 0;
}

int DoorConsole::tokens()
{
    const auto tokens = offices::ApiTokens(m_engine).all();
    if (!tokens)
        return fail(tokens.error());
    row(u"id"_s, u"name"_s, u"unit"_s, u"scopes"_s, u"made"_s, u"last used"_s, u"state"_s);
    for (const ApiToken &token : *tokens)
        row(QString::number(token.id), token.name, token.unit.isEmpty() ? u"-"_s : token.unit, token.scopes, localTime(token.madeAt),
            localTime(token.usedAt), token.withdrawnAt.isValid() ? u"withdrawn"_s : u"in use"_s);
    return 0;
}

int DoorConsole::withdrawToken(qint64 id)
{
    const base::Result<> withdrawn = offices::ApiTokens(m_engine).withdraw(id, atConsole());
    if (!withdrawn)
        return fail(withdrawn.error());
    m_out << "withdrawn\n";
    return 0;
}

int DoorConsole::addHook(const HookWish &wish)
{
    const auto secret = offices::Subscribers(m_engine).add({.kind = wish.kind,
                                                            .unit = wish.unit,
                                                            .url = wish.url,
                                                            .events = wish.events.split(u',', Qt::SkipEmptyParts),
                                                            .privateAllowed = wish.privateAllowed},
                                                           atConsole());
    if (!secret)
        return fail(secret.error());
    m_out << *secret << '\n';
    m_err << "shown once: the receiver checks signatures with it\n";
    return 0;
}

int DoorConsole::hooks()
{
    const auto subscribers = offices::Subscribers(m_engine).all();
    if (!subscribers)
        return fail(subscribers.error());
    row(u"id"_s, u"kind"_s, u"unit"_s, u"url"_s, u"events"_s, u"private"_s, u"added"_s, u"state"_s);
    for (const Subscriber &subscriber : *subscribers)
        row(QString::number(subscriber.id), subscriber.kind, subscriber.unit.isEmpty() ? u"-"_s : subscriber.unit, subscriber.url,
            subscriber.events.isEmpty() ? u"all"_s : subscriber.events, subscriber.privateAllowed ? u"allowed"_s : u"-"_s,
            localTime(subscriber.madeAt), subscriber.withdrawnAt.isValid() ? u"withdrawn"_s : u"in use"_s);
    return 0;
}

int DoorConsole::withdrawHook(qint64 id)
{
    const base::Result<> withdrawn = offices::Subscribers(m_engine).withdraw(id, atConsole());
    if (!withdrawn)
        return fail(withdrawn.error());
    m_out << "withdrawn; what waited for it was given up\n";
    return 0;
}

int DoorConsole::messages(const QString &which)
{
    const auto messages = offices::Subscribers(m_engine).messages(stateFrom(which), mostMessages);
    if (!messages)
        return fail(messages.error());
    bool isDead = false;
    row(u"id"_s, u"to"_s, u"event"_s, u"case"_s, u"happened"_s, u"state"_s, u"tries"_s, u"next try"_s, u"last"_s);
    for (const Delivery &message : *messages) {
        isDead = isDead || message.state == Delivery::State::Dead;
        row(QString::number(message.id), QString::number(message.subscriber), message.event, message.caseUuid, localTime(message.at),
            wordFor(message.state), QString::number(message.tries),
            message.state == Delivery::State::Waiting ? localTime(message.next) : u"-"_s, message.words.isEmpty() ? u"-"_s : message.words);
    }
    return isDead ? 1 : 0;
}

int DoorConsole::sendAgain(qint64 id)
{
    const base::Result<> again = offices::Subscribers(m_engine).sendAgain(id, atConsole());
    if (!again)
        return fail(again.error());
    m_out << "will be sent again\n";
    return 0;
}

}
