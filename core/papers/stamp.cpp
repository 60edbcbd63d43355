#include "core/papers/stamp.h"

#include "core/domain/casenumber.h"

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
    return code + u'#'
        + QString::fromLatin1(all.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool hasStamp(const QString &scanned)
{
    const qsizetype at = scanned.indexOf(u'#');
    return at >= 0 && scanned.size() <= longestScan && domain::readCaseNumber(scanned.left(at)).has_value();
}

std::optional<ScannedStamp> readStamp(const QString &scanned)
{
    if (!hasStamp(scanned))
        return {};
    const qsizetype at = scanned.indexOf(u'#');
    const auto all = QByteArray::fromBase64Encoding(
        scanned.mid(at + 1).trimmed().toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!all || (*all).size() != bodySize + stampKeyIdSize + signatureSize)
        return {};
    const std::optional<Stamp> stamp
        = stampFrom(domain::readCaseNumber(scanned.left(at))->text(), (*all).left(bodySize));
    if (!stamp)
        return {};
    return ScannedStamp{*stamp, (*all).mid(bodySize, stampKeyIdSize), (*all).last(signatureSize)};
}

}
