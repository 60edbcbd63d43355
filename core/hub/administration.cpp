#include "core/hub/administration.h"

#include "core/hub/book.h"
#include "core/hub/enrolling.h"
#include "core/hub/history.h"
#include "core/hub/logging.h"

#include <QRegularExpression>
#include <QUuid>

namespace hub {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

namespace {

constexpr int daysAside = 30;
constexpr int daysOfPartials = 7;
constexpr int codeLength = 16;

/// 80 random bits in letters that are not taken for one another, e.g. K7QM-2F9D-XW4H-PB3T.
QString freshCode()
{
    static constexpr char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's 32
    const base::Secret random = base::Secret::random(codeLength);
    QString code;
    for (int i = 0; i < codeLength; ++i) {
        if (i > 0 && i % 4 == 0)
            code += u'-';
        code += QLatin1Char(letters[random.data()[i] % 32]);
    }
    return code;
}

}

base::Result<QString> Administration::makeCode(const QString &hall, const QString &regionCode, const QString &windowCode, int hours,
                                               const QString &by) const
{
    static const QRegularExpression hallCode(u"^[0-9A-Za-z._-]{1,40}$"_s);
    static const QRegularExpression region(u"^[0-9]{6}$"_s);
    static const QRegularExpression window(u"^[0-9]{3}$"_s);
    if (!hallCode.match(hall).hasMatch())
        return Fail({Error::Kind::Document, u"a hall has a code of letters, digits, . _ -"_s, hall});
    if (!region.match(regionCode).hasMatch() || !window.match(windowCode).hasMatch() || hours < 1 || hours > 24 * 30)
        return Fail({Error::Kind::Document, u"region (six digits), window (three) or hours (1 to 720) cannot be right"_s, {}});
    const QString code = freshCode();
    const EnrolmentCode line{hashOfCode(code), hall, regionCode, windowCode, m_engine.now().addSecs(3600LL * hours)};
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
               return rows.devices().put(line).and_then(
                   [&] { return writeDown(m_engine, rows, by, u"enrol-code-made"_s, hall + u'/' + regionCode + windowCode); });
           })
        .map([&] { return code; });
}

base::Result<QList<Device>> Administration::devices() const
{
    return within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.devices().devices(); });
}

base::Result<QList<Stream>> Administration::streams() const
{
    return within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.records().streams(); });
}

base::Result<> Administration::revoke(const QString &uuid, const QString &by) const
{
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        base::Result<std::optional<Device>> device = rows.devices().device(uuid);
        if (!device)
            return Fail(device.error());
        if (!*device)
            return Fail({Error::Kind::Missing, u"there is no such device"_s, uuid});
        if ((*device)->revokedAt.isValid())
            return {};
        (*device)->revokedAt = m_engine.now();
        qCWarning(lcHub).noquote() << "revoked" << uuid;
        return rows.devices().put(**device).and_then([&] { return writeDown(m_engine, rows, by, u"device-revoked"_s, uuid); });
    });
}

base::Result<QList<AsideLine>> Administration::aside(int most) const
{
    return within(m_engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.records().aside(most); });
}

base::Result<QByteArray> Administration::open(const AsideLine &line) const
{
    return journal::unseal(line.sealed, m_engine.key.forAside(), placeOfEvent(line.writer, line.seq, line.caseUuid));
}

base::Result<> Administration::noteAsideRead(qsizetype lines, const QString &by) const
{
    return within(m_engine.store, Store::For::Writing,
                  [&](Transaction &rows) { return writeDown(m_engine, rows, by, u"aside-read"_s, QString::number(lines)); });
}

base::Result<int> Administration::clearAside(const QDateTime &before, const QString &by) const
{
    if (before > m_engine.now().addDays(-daysAside))
        return Fail({Error::Kind::Document, u"what was kept aside is kept for %1 days"_s.arg(daysAside), {}});
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<int> {
        const base::Result<int> gone = rows.records().clearAside(before);
        if (!gone || *gone == 0)
            return gone;
        return writeDown(m_engine, rows, by, u"aside-given-up"_s, QString::number(*gone)).map([&] { return *gone; });
    });
}

base::Result<QList<Alarm>> Administration::alarms(bool unseenOnly, int most) const
{
    return within(m_engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.records().alarms(unseenOnly, most); });
}

base::Result<> Administration::seen(Alarm alarm, const QString &by) const
{
    alarm.seenAt = m_engine.now();
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
        return rows.records().put(alarm).and_then([&] { return writeDown(m_engine, rows, by, u"alarm-seen"_s, QString::number(alarm.id), alarm.kind); });
    });
}

base::Result<QString> Administration::newEpoch(const QString &by) const
{
    const QString epoch = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
               return rows.devices()
                   .setEpoch(epoch)
                   .and_then([&] { return rows.counters().passOverInAll(Counters::passedOverByCopy); })
                   .and_then([&] { return writeDown(m_engine, rows, by, u"new-epoch"_s, epoch); });
           })
        .map([&] { return epoch; });
}

base::Result<int> Administration::sweep() const
{
    const QDateTime before = m_engine.now().addDays(-daysOfPartials);
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) { return rows.files().dropPartials(before); });
}

}
