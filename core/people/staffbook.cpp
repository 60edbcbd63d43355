#include "core/people/staffbook.h"

#include "core/base/durablefile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

#include <algorithm>

namespace people {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using base::Result;
using Outcome = StaffBook::Attempt::Outcome;

namespace {

constexpr qsizetype mostMembers = 500;
constexpr qsizetype longestWord = 100;
constexpr int secondsUntilWritten = 30; ///< of a time that merely goes on

QJsonValue millisecondsOf(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toMSecsSinceEpoch()) : QJsonValue(QJsonValue::Null);
}

QDateTime momentIn(const QJsonValue &value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC) : QDateTime();
}

QByteArray base64In(const QJsonValue &value)
{
    const auto bytes = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? *bytes : QByteArray();
}

QString base64Of(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonObject objectOfLock(const PasswordLock &lock)
{
    return {{"algorithm"_L1, QString::fromLatin1(lockAlgorithm)},
            {"operations"_L1, qint64(lock.cost.operations)},
            {"memory"_L1, qint64(lock.cost.memory)},
            {"salt"_L1, base64Of(lock.salt)},
            {"mark"_L1, base64Of(lock.mark)},
            {"box"_L1, base64Of(lock.box)}};
}

bool isRun(QByteArrayView digits)
{
    const int step = digits[1] - digits[0];
    for (qsizetype i = 1; i < digits.size(); ++i) {
        if (digits[i] - digits[i - 1] != step)
            return false;
    }
    return step >= -1 && step <= 1;
}

}

Result<StaffBook> StaffBook::open(const QString &folder, PasswordCost cost)
{
    StaffBook book(folder + u"/staff.json"_s, cost);
    const Result<std::optional<QByteArray>> bytes = base::readWhole(book.m_file);
    if (!bytes)
        return Fail(bytes.error());
    if (*bytes) {
        if (const Result<> well = book.read(**bytes); !well)
            return Fail(well.error());
    }
    return book;
}

Result<> StaffBook::read(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QJsonArray members = object["people"_L1].toArray();
    if (object["format"_L1].toInt() != 1 || members.size() > mostMembers)
        return Fail({Error::Kind::Document, u"is no book of staff; put back the file that belongs to this profile"_s, m_file});
    m_asks = object["asks"_L1].toBool();
    m_highest = m_written = momentIn(object["highest"_L1]);
    m_seal = base64In(object["seal"_L1]);
    m_count = object["count"_L1].toInteger();
    for (const QJsonValue &value : members) {
        const Result<Known> known = knownIn(value.toObject());
        if (!known)
            return Fail({known.error().kind, known.error().detail, m_file});
        m_known << *known;
    }
    return {};
}

Result<StaffBook::Known> StaffBook::knownIn(const QJsonObject &object)
{
    const QJsonObject lock = object["lock"_L1].toObject();
    Known known;
    known.member = {.account = object["account"_L1].toInteger(),
                    .name = object["name"_L1].toString(),
                    .called = object["called"_L1].toString(),
                    .posts = object["posts"_L1].toString().split(u' ', Qt::SkipEmptyParts),
                    .version = object["version"_L1].toInteger()};
    known.lock = {.cost = {quint64(lock["operations"_L1].toInteger()), size_t(lock["memory"_L1].toInteger())},
                  .salt = base64In(lock["salt"_L1]),
                  .mark = base64In(lock["mark"_L1]),
                  .box = base64In(lock["box"_L1])};
    known.pin = object["pin"_L1].toString().toLatin1();
    known.leaseUntil = momentIn(object["leaseUntil"_L1]);
    known.lockedUntil = momentIn(object["lockedUntil"_L1]);
    known.signedInAt = momentIn(object["signedInAt"_L1]);
    known.failures = object["failures"_L1].toInt();
    known.pinFailures = object["pinFailures"_L1].toInt();
    known.mustGoOnline = object["mustGoOnline"_L1].toBool();
    known.isClosed = object["closed"_L1].toBool();
    const StaffMember &member = known.member;
    const bool fits = !member.name.isEmpty() && member.name.size() <= longestWord && !member.called.isEmpty()
        && member.called.size() <= longestWord && lock["algorithm"_L1].toString() == QLatin1StringView(lockAlgorithm)
        && known.leaseUntil.isValid() && known.failures >= 0 && known.pinFailures >= 0;
    if (!fits)
        return Fail({Error::Kind::Document, u"somebody in the book of staff is not written as this program writes"_s, {}});
    return known;
}

/// What trying passwords and PINs does not change.
QJsonObject StaffBook::steadyOf(const Known &known)
{
    return {{"account"_L1, known.member.account},
            {"name"_L1, known.member.name},
            {"called"_L1, known.member.called},
            {"posts"_L1, known.member.posts.join(u' ')},
            {"version"_L1, known.member.version},
            {"lock"_L1, objectOfLock(known.lock)},
            {"pin"_L1, QString::fromLatin1(known.pin)},
            {"leaseUntil"_L1, millisecondsOf(known.leaseUntil)},
            {"mustGoOnline"_L1, known.mustGoOnline},
            {"closed"_L1, known.isClosed}};
}

QJsonObject StaffBook::objectOf(const Known &known)
{
    QJsonObject object = steadyOf(known);
    object["lockedUntil"_L1] = millisecondsOf(known.lockedUntil);
    object["signedInAt"_L1] = millisecondsOf(known.signedInAt);
    object["failures"_L1] = known.failures;
    object["pinFailures"_L1] = known.pinFailures;
    return object;
}

QByteArray StaffBook::sealOfPeople() const
{
    QJsonArray members;
    for (const Known &known : m_known)
        members << steadyOf(known);
    QJsonObject object{{"asks"_L1, m_asks}, {"people"_L1, members}};
    if (m_count > 0)
        object["count"_L1] = m_count;
    const QByteArray steady = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray seal(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(seal.data()), size_t(seal.size()),
                       reinterpret_cast<const unsigned char *>(steady.constData()), size_t(steady.size()), m_sealKey.data(),
                       size_t(m_sealKey.size()));
    return seal;
}

base::Secret StaffBook::sealKeyOf(const base::Secret &profileKey)
{
    static const QByteArray purpose = QByteArrayLiteral("yichuang staff book v1");
    QByteArray key(crypto_generichash_KEYBYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(key.data()), size_t(key.size()),
                       reinterpret_cast<const unsigned char *>(purpose.constData()), size_t(purpose.size()), profileKey.data(),
                       size_t(profileKey.size()));
    return base::Secret(std::move(key));
}

Result<> StaffBook::bindTo(const base::Secret &profileKey, const BookMark &remembered)
{
    m_sealKey = sealKeyOf(profileKey);
    const QByteArray seal = sealOfPeople();
    const bool isNew = m_known.isEmpty() && !m_asks && m_seal.isEmpty();
    const bool fits = m_seal.size() == seal.size() && sodium_memcmp(m_seal.constData(), seal.constData(), size_t(seal.size())) == 0;
    if (isNew)
        m_fault = remembered.asks ? BookFault::Missing : BookFault::None;
    else if (!fits)
        m_fault = BookFault::Altered;
    else
        m_fault = m_count < remembered.count ? BookFault::Older : BookFault::None;
    if (isNew)
        m_count = remembered.count;
    if (m_fault == BookFault::None)
        return {};
    m_count = std::max(m_count, remembered.count);
    m_asks = true;
    return sendAllToHub();
}

Result<> StaffBook::sendAllToHub()
{
    for (Known &known : m_known) {
        known.mustGoOnline = true;
        known.pin.clear();
    }
    return write();
}

Result<QByteArray> StaffBook::underNewKey(const NewKey &change)
{
    StaffBook next = *this;
    if (const Result<> bound = next.bindTo(change.from, {m_asks, m_count}); !bound)
        return Fail(bound.error());
    if (Known *keeper = next.find(change.name); keeper && !keeper->lock.box.isEmpty()) {
        Result<PasswordLock> lock = lockedBy(change.password, change.opener, m_cost);
        if (!lock)
            return Fail({lock.error().kind, lock.error().detail, m_file});
        keeper->lock = std::move(*lock);
    } else if (change.isKept) {
        return Fail({Error::Kind::Missing, u"the password of %1 does not open this profile"_s.arg(change.name), m_file});
    }
    for (Known &known : next.m_known) {
        if (known.lock.box.isEmpty() || known.member.name == change.name)
            continue;
        known.lock.box.clear();
        known.pin.clear();
        known.mustGoOnline = true;
    }
    next.m_known.removeIf([](const Known &known) { return known.isClosed && known.lock.box.isEmpty(); });
    next.m_sealKey = sealKeyOf(change.to);
    ++next.m_count;
    next.m_seal = next.sealOfPeople();
    return next.bytes();
}

QByteArray StaffBook::bytes() const
{
    QJsonArray members;
    for (const Known &known : m_known)
        members << objectOf(known);
    const QJsonObject object{{"format"_L1, 1},
                             {"asks"_L1, m_asks},
                             {"count"_L1, m_count},
                             {"highest"_L1, millisecondsOf(m_highest)},
                             {"people"_L1, members},
                             {"seal"_L1, base64Of(m_seal)}};
    return QJsonDocument(object).toJson();
}

Result<> StaffBook::write()
{
    if (!m_sealKey.isEmpty() && m_seal != sealOfPeople()) {
        ++m_count;
        m_seal = sealOfPeople();
    }
    return base::writeDurably(m_file, bytes());
}

StaffBook::Known *StaffBook::find(const QString &name)
{
    const auto found = std::ranges::find_if(m_known, [&](const Known &known) { return known.member.name == name; });
    return found == m_known.end() ? nullptr : &*found;
}

const StaffBook::Known *StaffBook::find(const QString &name) const
{
    const auto found = std::ranges::find_if(m_known, [&](const Known &known) { return known.member.name == name; });
    return found == m_known.end() ? nullptr : &*found;
}

QList<StaffMember> StaffBook::members() const
{
    QList<Known> sorted = m_known;
    std::ranges::stable_sort(sorted, std::greater{}, &Known::signedInAt);
    QList<StaffMember> members;
    for (const Known &known : std::as_const(sorted)) {
        if (!known.isClosed)
            members << known.member;
    }
    return members;
}

bool StaffBook::hasPin(const QString &name) const
{
    const Known *known = find(name);
    return known && !known->pin.isEmpty() && known->pinFailures < mostPinFailures;
}

bool StaffBook::opensProfile() const
{
    return std::ranges::any_of(m_known, [](const Known &known) { return !known.lock.box.isEmpty(); });
}

QList<StaffMember> StaffBook::openers() const
{
    QList<StaffMember> openers;
    for (const Known &known : m_known) {
        if (!known.lock.box.isEmpty() && !known.isClosed)
            openers << known.member;
    }
    return openers;
}

Result<> StaffBook::see(const QDateTime &now, qint64 elapsed)
{
    const QDateTime gone = m_highest.isValid() ? m_highest.addMSecs(std::max<qint64>(elapsed, 0)) : QDateTime();
    m_highest = std::max(gone.isValid() ? gone : now.toUTC(), now.toUTC());
    const bool isToWrite = !m_known.isEmpty() && (!m_written.isValid() || m_written.secsTo(m_highest) >= secondsUntilWritten);
    if (!isToWrite)
        return {};
    m_written = m_highest;
    return write();
}

/// How somebody stands whose password is right.
Outcome StaffBook::standingOf(const Known &known) const
{
    if (known.isClosed)
        return Outcome::Closed;
    if (known.mustGoOnline)
        return Outcome::MustGoOnline;
    return m_highest < known.leaseUntil ? Outcome::Welcome : Outcome::LeaseOver;
}

/// A try that is written down as a failure before anything is reckoned. Locked where there is none to be had.
Result<StaffBook::Attempt> StaffBook::countedTry(Known &known)
{
    if (known.lockedUntil.isValid() && m_highest < known.lockedUntil)
        return Attempt{.outcome = Outcome::Locked, .until = known.lockedUntil};
    ++known.failures;
    if (known.failures >= mostFailures)
        known.lockedUntil = m_highest.addSecs(qint64(lockMinutes) * 60);
    return write().map([&] {
        const bool isLast = known.failures >= mostFailures;
        return Attempt{.outcome = isLast ? Outcome::Locked : Outcome::Wrong,
                       .until = isLast ? known.lockedUntil : QDateTime(),
                       .left = std::max(0, mostFailures - known.failures)};
    });
}

Result<StaffBook::Try> StaffBook::beginPassword(const QString &name)
{
    Known *known = find(name);
    if (!known)
        return Try{.name = name, .lock = {}, .pin = {}, .answer = {}, .isOver = true};
    const bool wasLocked = known->lockedUntil.isValid() && m_highest < known->lockedUntil;
    return countedTry(*known).map([&](const Attempt &counted) { return Try{name, known->lock, {}, counted, wasLocked}; });
}

Result<StaffBook::Try> StaffBook::beginPin(const QString &name)
{
    Known *known = find(name);
    if (!known || !hasPin(name))
        return Try{.name = name,
                   .lock = {},
                   .pin = {},
                   .answer = {.outcome = known ? Outcome::PasswordWanted : Outcome::Unknown},
                   .isOver = true};
    const int left = mostPinFailures - ++known->pinFailures;
    return write().map([&] {
        return Try{name, {}, known->pin, {.outcome = left > 0 ? Outcome::Wrong : Outcome::PasswordWanted, .left = left}, false};
    });
}

Result<Unlocked> StaffBook::reckon(const Try &begun, const Typed &secret)
{
    if (begun.isOver)
        return Unlocked{};
    return begun.pin.isEmpty() ? unlock(begun.lock, secret) : Result<Unlocked>(Unlocked{.isRight = isPassword(secret, begun.pin)});
}

/// The hub may have said something else of the person while it was reckoned; what is in the book now counts.
Result<StaffBook::Attempt> StaffBook::judge(const Try &begun, const Result<Unlocked> &reckoned)
{
    if (!reckoned)
        return Fail({reckoned.error().kind, reckoned.error().detail, m_file});
    Known *known = find(begun.name);
    if (!reckoned->isRight || !known)
        return begun.answer;
    known->pinFailures = 0;
    Attempt attempt{.outcome = standingOf(*known), .member = known->member, .opener = reckoned->content};
    if (begun.pin.isEmpty()) {
        known->failures = 0;
        known->lockedUntil = {};
        if (attempt.outcome == Outcome::Welcome)
            known->signedInAt = m_highest;
    }
    return write().map([&] { return attempt; });
}

Result<StaffBook::Attempt> StaffBook::tryPassword(const QString &name, const Typed &password)
{
    return beginPassword(name).and_then([&](const Try &begun) { return judge(begun, reckon(begun, password)); });
}

Result<StaffBook::Attempt> StaffBook::tryPin(const QString &name, const Typed &pin)
{
    return beginPin(name).and_then([&](const Try &begun) { return judge(begun, reckon(begun, pin)); });
}

Result<> StaffBook::keep(const StaffMember &member, const Typed &password, const base::Secret &opener, const QDateTime &leaseUntil)
{
    const Result<PasswordLock> lock = lockedBy(password, opener, m_cost);
    return lock ? keep(member, *lock, leaseUntil) : Fail({lock.error().kind, lock.error().detail, m_file});
}

Result<> StaffBook::keep(const StaffMember &member, const PasswordLock &lock, const QDateTime &leaseUntil)
{
    const Known *before = find(member.name);
    const bool isSame = before && before->member.account == member.account && before->member.version == member.version;
    Known known{.member = member, .lock = lock, .pin = isSame ? before->pin : QByteArray(), .leaseUntil = leaseUntil};
    known.signedInAt = m_highest;
    m_known.removeIf([&](const Known &each) { return each.member.name == member.name || (each.isClosed && !lock.box.isEmpty()); });
    m_known.append(std::move(known));
    m_asks = true;
    m_fault = BookFault::None; // the hub knows of it now: it was asked
    return write();
}

StaffBook::PinFault StaffBook::faultOfPin(const Typed &pin)
{
    const QByteArrayView digits = pin.bytes().view();
    constexpr qsizetype leastPin = 6;
    constexpr qsizetype mostPin = 12;
    const bool isDigits = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!isDigits || digits.size() < leastPin || digits.size() > mostPin)
        return PinFault::TooShort;
    return isRun(digits) ? PinFault::TooSimple : PinFault::None;
}

Result<> StaffBook::setPin(const QString &name, const Typed &pin)
{
    Known *known = find(name);
    if (!known)
        return Fail({Error::Kind::Missing, u"nobody of this name signed in here"_s, m_file});
    if (!pin.isEmpty() && faultOfPin(pin) != PinFault::None)
        return Fail({Error::Kind::Document, u"a PIN has 6 to 12 digits and is no run"_s, m_file});
    QByteArray form;
    if (!pin.isEmpty()) {
        form = keptForm(pin, m_cost);
        if (form.isEmpty())
            return Fail({Error::Kind::Secret, u"not enough memory for a PIN"_s, m_file});
    }
    known->pin = form;
    known->pinFailures = 0;
    return write();
}

Result<> StaffBook::hear(bool asks, const QList<StaffMember> &open, const QDateTime &leaseUntil, const QDateTime &hubNow)
{
    m_asks = asks;
    m_highest = m_written = hubNow.toUTC();
    for (Known &known : m_known) {
        const auto now = std::ranges::find(open, known.member.account, &StaffMember::account);
        known.isClosed = now == open.end();
        if (known.isClosed) {
            known.pin.clear();
            continue;
        }
        if (now->version != known.member.version) {
            known.mustGoOnline = true;
            known.pin.clear();
        }
        const qint64 kept = known.member.version;
        known.member = *now;
        known.member.version = kept;
        known.leaseUntil = leaseUntil;
    }
    // What opens the profile is not thrown away with the last of those who could: nobody would open it any more.
    const bool others = std::ranges::any_of(m_known, [](const Known &known) { return !known.isClosed && !known.lock.box.isEmpty(); });
    m_known.removeIf([&](const Known &known) { return known.isClosed && (others || known.lock.box.isEmpty()); });
    return write();
}

bool StaffBook::isStillWelcome(const StaffMember &member) const
{
    const Known *known = find(member.name);
    return known && known->member.account == member.account && standingOf(*known) == Outcome::Welcome;
}

}
