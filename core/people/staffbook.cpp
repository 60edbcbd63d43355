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

bool isRun(const QString &digits)
{
    const int step = digits[1].unicode() - digits[0].unicode();
    for (qsizetype i = 1; i < digits.size(); ++i) {
        if (digits[i].unicode() - digits[i - 1].unicode() != step)
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
    const QByteArray steady = QJsonDocument(QJsonObject{{"asks"_L1, m_asks}, {"people"_L1, members}}).toJson(QJsonDocument::Compact);
    QByteArray seal(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(seal.data()), size_t(seal.size()),
                       reinterpret_cast<const unsigned char *>(steady.constData()), size_t(steady.size()), m_sealKey.data(),
                       size_t(m_sealKey.size()));
    return seal;
}

Result<> StaffBook::bindTo(const base::Secret &profileKey)
{
    static const QByteArray purpose = QByteArrayLiteral("yichuang staff book v1");
    QByteArray key(crypto_generichash_KEYBYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(key.data()), size_t(key.size()),
                       reinterpret_cast<const unsigned char *>(purpose.constData()), size_t(purpose.size()), profileKey.data(),
                       size_t(profileKey.size()));
    m_sealKey = base::Secret(std::move(key));
    const QByteArray seal = sealOfPeople();
    const bool isNew = m_known.isEmpty() && !m_asks && m_seal.isEmpty();
    if (isNew || (m_seal.size() == seal.size() && sodium_memcmp(m_seal.constData(), seal.constData(), size_t(seal.size())) == 0))
        return {};
    m_asks = true;
    for (Known &known : m_known) {
        known.mustGoOnline = true;
        known.pin.clear();
    }
    return write();
}

Result<> StaffBook::write()
{
    if (!m_sealKey.isEmpty())
        m_seal = sealOfPeople();
    QJsonArray members;
    for (const Known &known : m_known)
        members << objectOf(known);
    const QJsonObject object{{"format"_L1, 1},
                             {"asks"_L1, m_asks},
                             {"highest"_L1, millisecondsOf(m_highest)},
                             {"people"_L1, members},
                             {"seal"_L1, base64Of(m_seal)}};
    return base::writeDurably(m_file, QJsonDocument(object).toJson());
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

Result<StaffBook::Attempt> StaffBook::tryPassword(const QString &name, const QString &password)
{
    Known *known = find(name);
    if (!known)
        return Attempt{};
    const bool wasLocked = known->lockedUntil.isValid() && m_highest < known->lockedUntil;
    const Result<Attempt> counted = countedTry(*known);
    if (!counted || wasLocked)
        return counted;
    const Result<Unlocked> unlocked = unlock(known->lock, password);
    if (!unlocked)
        return Fail({unlocked.error().kind, unlocked.error().detail, m_file});
    if (!unlocked->isRight)
        return counted;
    known->failures = known->pinFailures = 0;
    known->lockedUntil = {};
    const Attempt attempt{.outcome = standingOf(*known), .member = known->member, .opener = unlocked->content};
    if (attempt.outcome == Outcome::Welcome)
        known->signedInAt = m_highest;
    return write().map([&] { return attempt; });
}

Result<StaffBook::Attempt> StaffBook::tryPin(const QString &name, const QString &pin)
{
    Known *known = find(name);
    if (!known)
        return Attempt{};
    if (!hasPin(name))
        return Attempt{.outcome = Outcome::PasswordWanted};
    ++known->pinFailures;
    if (const Result<> written = write(); !written)
        return Fail(written.error());
    if (!isPassword(pin, known->pin)) {
        const int left = mostPinFailures - known->pinFailures;
        return Attempt{.outcome = left > 0 ? Outcome::Wrong : Outcome::PasswordWanted, .left = left};
    }
    known->pinFailures = 0;
    return write().map([&] { return Attempt{.outcome = standingOf(*known), .member = known->member}; });
}

Result<> StaffBook::keep(const StaffMember &member, const QString &password, const base::Secret &opener, const QDateTime &leaseUntil)
{
    Result<PasswordLock> lock = lockedBy(password, opener, m_cost);
    if (!lock)
        return Fail({lock.error().kind, lock.error().detail, m_file});
    const Known *before = find(member.name);
    const bool isSame = before && before->member.account == member.account && before->member.version == member.version;
    Known known{.member = member, .lock = std::move(*lock), .pin = isSame ? before->pin : QByteArray(), .leaseUntil = leaseUntil};
    known.signedInAt = m_highest;
    m_known.removeIf([&](const Known &each) { return each.member.name == member.name || (each.isClosed && !opener.isEmpty()); });
    m_known.append(std::move(known));
    m_asks = true;
    return write();
}

StaffBook::PinFault StaffBook::faultOfPin(const QString &pin)
{
    constexpr qsizetype leastPin = 6;
    constexpr qsizetype mostPin = 12;
    const bool isDigits = std::ranges::all_of(pin, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isDigits || pin.size() < leastPin || pin.size() > mostPin)
        return PinFault::TooShort;
    return isRun(pin) ? PinFault::TooSimple : PinFault::None;
}

Result<> StaffBook::setPin(const QString &name, const QString &pin)
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
