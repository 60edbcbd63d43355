#include "core/hub/enrolling.h"

#include "core/base/text.h"
#include "core/hub/logging.h"
#include "core/hub/words.h"
#include "core/wire/signing.h"

#include <QRegularExpression>

namespace hub {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;

namespace {

std::optional<wire::Problem> faultOf(const wire::SignedEnrolment &wish)
{
    static const QRegularExpression mark(u"^[0-9A-Z]{2}$"_s);
    static const QRegularExpression region(u"^[0-9]{6}$"_s);
    static const QRegularExpression window(u"^[0-9]{3}$"_s);
    static const QString ofTheHub = u"000"_s; ///< in the numbers of cases that the hub opens
    const wire::Enrolment &enrolment = wish.enrolment;
    const auto problem = [](Code code, const QString &detail) { return wire::Problem{code, detail, 0, {}}; };
    if (!isUuid(enrolment.writer.device))
        return problem(Code::BadRequest, u"the device is no UUID"_s);
    if (!mark.match(enrolment.mark).hasMatch() || !region.match(enrolment.regionCode).hasMatch()
        || !window.match(enrolment.windowCode).hasMatch() || enrolment.windowCode == ofTheHub)
        return problem(Code::BadRequest, u"region, window or mark cannot be right"_s);
    if (!isPlain(enrolment.card.window) || !isPlain(enrolment.card.hall) || !isPlain(enrolment.program))
        return problem(Code::BadRequest, u"the names of hall, window or program cannot be right"_s);
    if (enrolment.newest < wire::oldestVersion || enrolment.oldest > wire::newestVersion)
        return problem(Code::OldProtocol, u"this hub speaks %1 to %2"_s.arg(wire::oldestVersion).arg(wire::newestVersion));
    if (!people::isSignedBy(enrolment.card.key, wire::enrolmentPurpose, wire::enrolmentToSign(enrolment), wish.signature))
        return problem(Code::BadSignature, u"the enrolment is not signed by its key"_s);
    return {};
}

/// One enrolment inside one transaction.
class Letting
{
public:
    Letting(DeviceRows &rows, const wire::Enrolment &wish, QDateTime now) : m_rows(rows), m_wish(wish), m_now(std::move(now)) { }

    wire::Answer<Device> in()
    {
        const base::Result<std::optional<Device>> known = m_rows.device(m_wish.writer.device);
        const base::Result<std::optional<Device>> sameKey = m_rows.deviceWithKey(m_wish.card.key);
        if (!known || !sameKey)
            return refused(!known ? known.error() : sameKey.error());
        if ((*known && (*known)->card.key != m_wish.card.key) || (*sameKey && (*sameKey)->uuid != m_wish.writer.device))
            return refused(Code::Taken, u"this device is known with another key, or this key with another device"_s);
        if (*known && (*known)->revokedAt.isValid())
            return refused(Code::Revoked, u"this device was revoked"_s);
        const wire::Answer<std::optional<EnrolmentCode>> code = usableCode();
        if (!code)
            return wire::Refused(code.error());
        if (!*code && !*known)
            return refused(Code::WrongCode, u"the code is unknown, used or too old, or was made for another window"_s);
        Device device = *known ? **known : Device{.uuid = m_wish.writer.device, .enrolledAt = m_now};
        if (*code)
            device.hall = (*code)->hall;
        else if (device.regionCode != m_wish.regionCode || device.windowCode != m_wish.windowCode)
            return refused(Code::WrongCode, u"another window needs a code of its own"_s);
        device.card = m_wish.card;
        device.regionCode = m_wish.regionCode;
        device.windowCode = m_wish.windowCode;
        device.program = m_wish.program;
        return write(device, *code);
    }

private:
    /// The code, when it is good for this device and window.
    wire::Answer<std::optional<EnrolmentCode>> usableCode()
    {
        const base::Result<std::optional<EnrolmentCode>> code = m_rows.code(hashOfCode(m_wish.code));
        if (!code)
            return refused(code.error());
        const bool isGood = *code && (*code)->regionCode == m_wish.regionCode && (*code)->windowCode == m_wish.windowCode
            && ((*code)->usedBy == m_wish.writer.device || ((*code)->usedBy.isEmpty() && m_now <= (*code)->expires));
        return isGood ? *code : std::nullopt;
    }

    wire::Answer<Device> write(const Device &device, std::optional<EnrolmentCode> code)
    {
        const base::Result<QString> marked = m_rows.deviceWithMark(device.regionCode, device.windowCode, m_wish.mark);
        if (!marked)
            return refused(marked.error());
        if (!marked->isEmpty() && *marked != device.uuid)
            return refused(Code::Taken, u"another device has this window code and mark"_s);
        base::Result<> done = m_rows.put(device);
        if (done && marked->isEmpty())
            done = m_rows.putMark(device, m_wish.mark);
        if (done && code) {
            code->usedBy = device.uuid;
            done = m_rows.put(*code);
        }
        if (!done)
            return refused(done.error());
        return device;
    }

    DeviceRows &m_rows;
    const wire::Enrolment &m_wish;
    const QDateTime m_now;
};

}

QByteArray hashOfCode(const QString &code)
{
    return journal::hashOf("enrolment code|" + base::normalizedCode(code).toUtf8());
}

wire::Answer<wire::Enrolled> Enrolling::enrol(const wire::SignedEnrolment &wish) const
{
    if (const std::optional<wire::Problem> fault = faultOf(wish))
        return wire::Refused(*fault);
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> wire::Answer<wire::Enrolled> {
        const wire::Answer<Device> device = Letting(rows.devices(), wish.enrolment, m_engine.now()).in();
        if (!device)
            return wire::Refused(device.error());
        const base::Result<Self> self = rows.devices().self();
        const base::Result<QList<Device>> all = rows.devices().devices();
        if (!self || !all)
            return refused(!self ? self.error() : all.error());
        wire::Enrolled enrolled{.hub = self->uuid,
                                .epoch = self->epoch,
                                .hubKey = m_engine.key.signing().publicKey(),
                                .hall = device->hall,
                                .publicUrl = m_publicUrl,
                                .windows = {},
                                .hubTime = m_engine.now()};
        for (const Device &other : *all) {
            if (other.regionCode == device->regionCode && !other.revokedAt.isValid())
                enrolled.windows.append(other.card);
        }
        qCInfo(lcHub).noquote() << "enrolled" << device->uuid << "as window" << device->regionCode << device->windowCode;
        return enrolled;
    });
}

}
