#include "core/offices/accounts.h"

#include "core/hub/words.h"

#include <QRegularExpression>

#include <sodium.h>

#include <algorithm>

namespace offices {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using hub::Account;
using hub::AuditLine;
using hub::Store;
using hub::Transaction;

namespace {

constexpr qsizetype tokenBytes = 32;
constexpr int touchSeconds = 60;
const QString byItself = u"hub"_s; ///< what the hub does by itself, in the book

QByteArray written(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// The bytes of a token; empty when it is none.
QByteArray tokenIn(const QByteArray &text)
{
    const auto read = QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return read && read.decoded.size() == tokenBytes ? read.decoded : QByteArray();
}

QByteArray hashOfToken(const QByteArray &token, const QByteArray &purpose)
{
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(purpose.constData()), size_t(purpose.size()),
                       reinterpret_cast<const unsigned char *>(token.constData()), size_t(token.size()));
    return hash;
}

QByteArray sessionHash(const QByteArray &token)
{
    return hashOfToken(token, "yichuang session");
}

QByteArray placeOfPerson(const QString &name)
{
    return "hub account|" + name.toUtf8();
}

/// Who is called \a called, however it was typed: “张 三” and “张三” are one on paper.
QString bareName(const QString &called)
{
    QString bare = called.normalized(QString::NormalizationForm_KC);
    bare.removeIf([](QChar c) { return c.isSpace(); });
    return bare;
}

Fail noAccount(const QString &name)
{
    return Fail({Error::Kind::Missing, u"there is no such account"_s, name});
}

}

Accounts::Accounts(const hub::Engine &engine, PasswordCost cost) : m_engine(engine), m_cost(cost) { }

base::Result<QByteArray> Accounts::kept(const QString &password)
{
    const std::scoped_lock one(m_hashing);
    const QByteArray form = keptForm(password, m_cost);
    if (form.isEmpty())
        return Fail({Error::Kind::Busy, u"not enough memory for a password"_s, {}});
    return form;
}

bool Accounts::checked(const QString &password, const QByteArray &form)
{
    const std::scoped_lock one(m_hashing);
    if (m_nobody.isEmpty())
        m_nobody = keptForm(oneTimePassword(), m_cost);
    return isPassword(password, form.isEmpty() ? m_nobody : form);
}

base::Result<QString> Accounts::add(const Wish &wish, const QString &by)
{
    static const QRegularExpression form(u"^[a-z0-9][a-z0-9._-]{1,39}$"_s);
    static const QRegularExpression hallCode(u"^[0-9A-Za-z._-]{1,40}$"_s);
    if (!form.match(wish.name).hasMatch())
        return Fail({Error::Kind::Document, u"a name to sign in with has 2 to 40 of a-z 0-9 . _ -"_s, wish.name});
    if (wish.name == hub::atConsole() || wish.name == byItself)
        return Fail({Error::Kind::Document, u"the book names others so"_s, wish.name});
    if (bareName(wish.called).isEmpty() || !hub::isPlain(wish.called, 40))
        return Fail({Error::Kind::Document, u"how somebody is called has 1 to 40 characters"_s, wish.name});
    if (const QString fault = faultOfRoles(wish.roles, wish.unit, wish.hall); !fault.isEmpty())
        return Fail({Error::Kind::Document, fault, wish.name});
    if (!wish.hall.isEmpty() && !hallCode.match(wish.hall).hasMatch())
        return Fail({Error::Kind::Document, u"a hall has a code of letters, digits, . _ -"_s, wish.hall});
    const QString password = oneTimePassword();
    const base::Result<QByteArray> keptPassword = kept(password);
    if (!keptPassword)
        return Fail(keptPassword.error());
    QStringList roles;
    for (const Role role : wish.roles)
        roles << wordOf(role);
    const QDateTime now = m_engine.now();
    const Account account{.name = wish.name,
                          .person = journal::seal(wish.called.trimmed().toUtf8(), m_engine.key.forPeople(), placeOfPerson(wish.name)),
                          .unit = wish.unit,
                          .hall = wish.hall,
                          .roles = roles.join(u' '),
                          .password = *keptPassword,
                          .oneTime = true,
                          .lockedUntil = {},
                          .madeAt = now};
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<QString> {
        const auto there = rows.people().account(wish.name);
        if (!there)
            return Fail(there.error());
        if (*there)
            return Fail({Error::Kind::Document, u"this name is taken"_s, wish.name});
        return refuseNamesakes(rows, wish)
            .and_then([&] { return rows.people().put(account); })
            .and_then([&] { return rows.people().add({.at = now, .account = by, .act = u"account-made"_s, .subject = wish.name, .words = account.roles}); })
            .map([&] { return password; });
    });
}

base::Result<> Accounts::refuseNamesakes(Transaction &rows, const Wish &wish) const
{
    if (wish.hall.isEmpty())
        return {};
    if (const base::Result<> held = rows.people().holdHall(wish.hall); !held)
        return held;
    const auto others = rows.people().accountsOf(wish.hall);
    if (!others)
        return Fail(others.error());
    for (const Account &other : *others) {
        if (!other.closedAt.isValid() && bareName(calledIn(other)) == bareName(wish.called))
            return Fail({Error::Kind::Document,
                         u"the account %1 of this hall is called the same; papers are signed with that: add something that tells them apart"_s
                             .arg(other.name),
                         wish.name});
    }
    return {};
}

base::Result<> Accounts::change(const QString &name, const QString &by, const QString &act, const std::function<void(Account &)> &how)
{
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        const auto account = rows.people().account(name);
        if (!account)
            return Fail(account.error());
        if (!*account)
            return noAccount(name);
        Account changed = **account;
        how(changed);
        ++changed.version;
        return rows.people()
            .put(changed)
            .and_then([&] { return rows.people().dropSessionsOf(changed.id); })
            .and_then([&] { return rows.people().add({.at = m_engine.now(), .account = by, .act = act, .subject = name, .words = {}}); });
    });
}

base::Result<QString> Accounts::resetPassword(const QString &name, const QString &by)
{
    const QString password = oneTimePassword();
    const base::Result<QByteArray> form = kept(password);
    if (!form)
        return Fail(form.error());
    return change(name, by, u"password-reset"_s,
                  [&](Account &account) {
                      account.password = *form;
                      account.oneTime = true;
                      account.failures = 0;
                      account.lockedUntil = {};
                  })
        .map([&] { return password; });
}

base::Result<> Accounts::unlock(const QString &name, const QString &by)
{
    return change(name, by, u"account-unlocked"_s, [](Account &account) {
        account.failures = 0;
        account.lockedUntil = {};
    });
}

base::Result<> Accounts::close(const QString &name, const QString &by)
{
    return change(name, by, u"account-closed"_s, [&](Account &account) { account.closedAt = m_engine.now(); });
}

QString Accounts::calledIn(const Account &account) const
{
    return QString::fromUtf8(journal::unseal(account.person, m_engine.key.forPeople(), placeOfPerson(account.name)).value_or(QByteArray()));
}

Person Accounts::personIn(const Account &account) const
{
    const QString called = calledIn(account);
    return {.account = account.id,
            .name = account.name,
            .called = called.isEmpty() ? account.name : called,
            .unit = account.unit,
            .hall = account.hall,
            .roles = rolesIn(account.roles),
            .mustChangePassword = account.oneTime,
            .lockedUntil = account.lockedUntil > m_engine.now() ? account.lockedUntil : QDateTime(),
            .isClosed = account.closedAt.isValid(),
            .version = account.version};
}

QList<Person> Accounts::peopleIn(const QList<Account> &accounts) const
{
    QList<Person> people;
    for (const Account &account : accounts)
        people << personIn(account);
    return people;
}

base::Result<QList<Person>> Accounts::all() const
{
    return hub::within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.people().accounts(); })
        .map([this](const QList<Account> &accounts) { return peopleIn(accounts); });
}

base::Result<QList<Person>> Accounts::ofHall(const QString &hall) const
{
    return hub::within(m_engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.people().accountsOf(hall); })
        .map([this](const QList<Account> &accounts) { return peopleIn(accounts); });
}

base::Result<std::optional<QByteArray>> Accounts::signIn(const QString &name, const QString &password)
{
    const auto account = hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) { return rows.people().account(name); });
    if (!account)
        return Fail(account.error());
    const bool isRight = checked(password, *account ? (*account)->password : QByteArray());
    return judged(name, isRight && *account);
}

/// What came of a try, by how the account stands now: another try may have locked it while this one was reckoned.
base::Result<std::optional<QByteArray>> Accounts::judged(const QString &name, bool isRight)
{
    using Token = std::optional<QByteArray>;
    const QByteArray token = base::Secret::random(tokenBytes).view().toByteArray();
    const QDateTime now = m_engine.now();
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<Token> {
        const auto found = rows.people().account(name);
        if (!found)
            return Fail(found.error());
        const auto book = [&](const QString &act, const QString &subject) {
            return rows.people().add({.at = now, .account = subject, .act = act, .subject = subject, .words = {}});
        };
        if (!*found) // what was typed is not written down: it may be a password
            return book(u"sign-in-refused"_s, u"?"_s).map([] { return Token(); });
        Account account = **found;
        if (account.closedAt.isValid() || account.lockedUntil > now)
            return book(u"sign-in-refused"_s, name).map([] { return Token(); });
        if (!isRight) {
            ++account.failures;
            const bool isLocked = account.failures >= mostFailures;
            if (isLocked)
                account.lockedUntil = now.addSecs(lockMinutes * 60);
            return rows.people()
                .put(account)
                .and_then([&] { return book(isLocked ? u"account-locked"_s : u"sign-in-refused"_s, name); })
                .map([] { return Token(); });
        }
        account.failures = 0;
        account.lockedUntil = {};
        return rows.people()
            .put(account)
            .and_then([&] { return rows.people().put(hub::Session{sessionHash(token), account.id, now, now}); })
            .and_then([&] { return book(u"signed-in"_s, name); })
            .map([&] { return Token(written(token)); });
    });
}

base::Result<std::optional<Person>> Accounts::personOf(const QByteArray &text) const
{
    using Somebody = std::optional<Person>;
    const QByteArray token = tokenIn(text);
    if (token.isEmpty())
        return Somebody();
    const QByteArray hash = sessionHash(token);
    const QDateTime now = m_engine.now();
    hub::Session session;
    const auto somebody = hub::within(m_engine.store, Store::For::Reading, [&](Transaction &rows) -> base::Result<Somebody> {
        const auto found = rows.people().session(hash);
        if (!found)
            return Fail(found.error());
        const bool isOver = !*found || (*found)->used.secsTo(now) > idleMinutes * 60 || (*found)->began.secsTo(now) > sessionHours * 3600;
        if (isOver)
            return Somebody();
        session = **found;
        const auto account = rows.people().account(session.account);
        if (!account)
            return Fail(account.error());
        return *account && !(*account)->closedAt.isValid() ? Somebody(personIn(**account)) : Somebody();
    });
    if (!somebody || !*somebody || session.used.secsTo(now) < touchSeconds)
        return somebody;
    session.used = now;
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) { return rows.people().put(session); }).map([&] {
        return *somebody;
    });
}

base::Result<> Accounts::signOut(const QByteArray &text) const
{
    const QByteArray token = tokenIn(text);
    if (token.isEmpty())
        return {};
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) { return rows.people().drop(sessionHash(token)); });
}

base::Result<QString> Accounts::changePassword(const QByteArray &text, const QString &old, const QString &fresh)
{
    const auto person = personOf(text);
    if (!person)
        return Fail(person.error());
    if (!*person)
        return u"登录已过期，请重新登录"_s;
    const QString name = (*person)->name;
    if (const QString fault = faultOfPassword(fresh, name); !fault.isEmpty())
        return fault;
    if (fresh == old)
        return u"新密码不能与原密码相同"_s;
    const auto account = hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) { return rows.people().account(name); });
    if (!account)
        return Fail(account.error());
    if (!*account || !checked(old, (*account)->password)) {
        // A wrong old password counts like a wrong one at the door: else a session left open could be used to guess it.
        const auto noted = judged(name, false);
        return noted ? base::Result<QString>(u"原密码不对"_s) : base::Result<QString>(Fail(noted.error()));
    }
    const base::Result<QByteArray> form = kept(fresh);
    if (!form)
        return Fail(form.error());
    const hub::Session again{sessionHash(tokenIn(text)), (*account)->id, m_engine.now(), m_engine.now()};
    return change(name, name, u"password-changed"_s,
                  [&](Account &changed) {
                      changed.password = *form;
                      changed.oneTime = false;
                  })
        .and_then([&] { return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) { return rows.people().put(again); }); })
        .map([] { return QString(); });
}

base::Result<> Accounts::sweep() const
{
    const QDateTime now = m_engine.now();
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
        return rows.people().dropSessions(now.addSecs(-idleMinutes * 60 - touchSeconds), now.addSecs(-sessionHours * 3600));
    });
}

QByteArray Accounts::formToken(const QByteArray &text)
{
    const QByteArray token = tokenIn(text);
    return token.isEmpty() ? QByteArray() : written(hashOfToken(token, "yichuang form"));
}

bool Accounts::isFormToken(const QByteArray &text, const QByteArray &sent)
{
    const QByteArray right = formToken(text);
    return !right.isEmpty() && right.size() == sent.size() && sodium_memcmp(right.constData(), sent.constData(), size_t(sent.size())) == 0;
}

base::Result<> Accounts::note(const QString &who, const QString &act, const QString &subject, const QString &words) const
{
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
        return rows.people().add({.at = m_engine.now(), .account = who, .act = act, .subject = subject, .words = words});
    });
}

base::Result<QList<AuditLine>> Accounts::book(int most, const hub::AuditFilter &filter) const
{
    return hub::within(m_engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.people().audit(filter, most); });
}

base::Result<QList<Accounts::Seat>> Accounts::seatsOf(const QString &name) const
{
    constexpr int mostSignIns = 1000;
    return book(mostSignIns, {.account = name, .act = u"window-signed-in"_s, .subject = {}}).map([](const QList<hub::AuditLine> &lines) {
        QList<Seat> seats;
        for (const hub::AuditLine &line : lines) {
            if (std::ranges::find(seats, line.subject, &Seat::device) == seats.end())
                seats.append({line.subject, line.at});
        }
        return seats;
    });
}

}
