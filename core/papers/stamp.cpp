#include "core/papers/stamp.h"

#include "core/domain/casenumber.h"

#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace papers {

using domain::PaperKind;

namespace {

/// By position, which never changes: a new kind comes at the end.
constexpr std::array stampedKinds{
    PaperKind::CorrectionNotice, PaperKind::FilingReceipt,    PaperKind::ApplicationForm,   PaperKind::CoverSheet,
    PaperKind::DeferralLetter,   PaperKind::CommitmentLetter, PaperKind::HandoverSheet,     PaperKind::AcceptanceNotice,
    PaperKind::RefusalDecision,  PaperKind::SupplementReceipt, PaperKind::ReturnSlip,       PaperKind::CollectionNotice,
    PaperKind::DeliveryRecord,
};
constexpr int bodySize = 9; ///< kind, number, lines (2), seconds (5)
constexpr int stampKeyIdSize = 8;
constexpr int signatureSize = 64;
constexpr int longestScan = 600;

// Nine bytes are fourteen digits to the base of 36: 2^72 < 36^14.
constexpr unsigned base = 36;
constexpr int bytesAtOnce = 9;
constexpr int digitsAtOnce = 14;
static_assert((bodySize + stampKeyIdSize + signatureSize) % bytesAtOnce == 0);

/// \a bytes, a multiple of nine, as digits 0–9 A–Z.
QString digitsOf(QByteArray bytes)
{
    QString digits;
    for (qsizetype from = 0; from < bytes.size(); from += bytesAtOnce) {
        QString group;
        for (int i = 0; i < digitsAtOnce; ++i) {
            unsigned rest = 0;
            for (qsizetype at = from; at < from + bytesAtOnce; ++at) {
                rest = rest * 256 + static_cast<unsigned char>(bytes[at]);
                bytes[at] = char(rest / base);
                rest %= base;
            }
            group.prepend(QChar(rest < 10 ? u'0' + rest : u'A' + rest - 10));
        }
        digits += group;
    }
    return digits;
}

/// The bytes that \a digits, in letters of any case, stand for; nothing when they stand for none.
std::optional<QByteArray> bytesOf(const QString &digits)
{
    if (digits.size() % digitsAtOnce != 0)
        return {};
    QByteArray bytes;
    for (qsizetype from = 0; from < digits.size(); from += digitsAtOnce) {
        QByteArray group(bytesAtOnce, '\0');
        for (const QChar digit : QStringView(digits).mid(from, digitsAtOnce)) {
            const char16_t c = digit.toUpper().unicode();
            const bool isNumber = c >= u'0' && c <= u'9';
            if (!isNumber && (c < u'A' || c > u'Z'))
                return {};
            unsigned carried = isNumber ? c - u'0' : c - u'A' + 10u;
            for (int at = bytesAtOnce - 1; at >= 0; --at) {
                carried += static_cast<unsigned char>(group[at]) * base;
                group[at] = char(carried % 256);
                carried /= 256;
            }
            if (carried > 0)
                return {};
        }
        bytes += group;
    }
    return bytes;
}

/// Whether \a code, the code of a case, means the same in capitals.
bool mayBeCapital(const QString &code)
{
    static const QRegularExpression shape(QStringLiteral("^(https?://[A-Za-z0-9.:-]+/|yichuang:)c/[0-9A-Z]{24}$"));
    return shape.match(code).hasMatch();
}

/// The place of the '#' of \a scanned, or else of its last '.'; -1: neither.
qsizetype partingOf(const QString &scanned)
{
    const qsizetype hash = scanned.indexOf(u'#');
    return hash >= 0 ? hash : scanned.lastIndexOf(u'.');
}

/// What stands behind it.
std::optional<QByteArray> stampBytes(const QString &scanned)
{
    const qsizetype at = partingOf(scanned);
    const QString stamp = scanned.mid(at + 1).trimmed();
    if (scanned[at] == u'.')
        return bytesOf(stamp);
    const auto bytes = QByteArray::fromBase64Encoding(
        stamp.toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

QByteArray bodyOf(const Stamp &stamp)
{
    QByteArray body;
    body.append(char(std::ranges::find(stampedKinds, stamp.kind) - stampedKinds.begin()));
    body.append(char(std::clamp(stamp.number, 0, 255)));
    QByteArray wide(10, '\0');
    qToBigEndian(quint16(std::clamp(stamp.lines, 0, 65535)), wide.data());
    qToBigEndian(quint64(std::max<qint64>(stamp.issuedAt.toSecsSinceEpoch(), 0)), wide.data() + 2);
    return body + wide.left(2) + wide.last(5);
}

std::optional<Stamp> stampFrom(const QString &caseNumber, const QByteArray &body)
{
    const auto kind = size_t(static_cast<unsigned char>(body[0]));
    if (kind >= stampedKinds.size())
        return {};
    const QByteArray seconds = QByteArray(3, '\0') + body.mid(4, 5);
    return Stamp{.caseNumber = caseNumber,
                 .kind = stampedKinds[kind],
                 .number = static_cast<unsigned char>(body[1]),
                 .issuedAt = QDateTime::fromSecsSinceEpoch(qint64(qFromBigEndian<quint64>(seconds.constData())), Qt::UTC),
                 .lines = qFromBigEndian<quint16>(body.constData() + 2)};
}

}

Stamp stampOf(const domain::Case &file, const domain::Plan &plan, const domain::PaperRef &paper)
{
    qsizetype lines = 0;
    if (paper.kind == PaperKind::FilingReceipt)
        lines = plan.materials.size();
    if (paper.kind == PaperKind::CorrectionNotice && paper.number <= file.notices.size())
        lines = file.notices[paper.number - 1].gaps.size();
    return {.caseNumber = file.number,
            .kind = paper.kind,
            .number = paper.number,
            .issuedAt = QDateTime::fromSecsSinceEpoch(file.changedAt.toSecsSinceEpoch(), Qt::UTC),
            .lines = int(std::clamp<qsizetype>(lines, 0, 65535))};
}

QByteArray signedBytes(const Stamp &stamp)
{
    return stamp.caseNumber.toLatin1() + '\0' + bodyOf(stamp);
}

QString stampedCode(const QString &code, const Stamp &stamp, const QByteArray &keyId, const QByteArray &signature)
{
    const QByteArray all = bodyOf(stamp) + keyId + signature;
    if (mayBeCapital(code))
        return code.toUpper() + u'.' + digitsOf(all);
    return code + u'#'
        + QString::fromLatin1(all.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool hasStamp(const QString &scanned)
{
    const qsizetype at = partingOf(scanned);
    return at >= 0 && scanned.size() <= longestScan && domain::readCaseNumber(scanned.left(at)).has_value();
}

std::optional<ScannedStamp> readStamp(const QString &scanned)
{
    if (!hasStamp(scanned))
        return {};
    const std::optional<QByteArray> all = stampBytes(scanned);
    if (!all || all->size() != bodySize + stampKeyIdSize + signatureSize)
        return {};
    const std::optional<Stamp> stamp
        = stampFrom(domain::readCaseNumber(scanned.left(partingOf(scanned)))->text(), all->left(bodySize));
    if (!stamp)
        return {};
    return ScannedStamp{*stamp, all->mid(bodySize, stampKeyIdSize), all->last(signatureSize)};
}

}
