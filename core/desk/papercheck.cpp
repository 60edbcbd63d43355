#include "core/desk/papercheck.h"

#include <algorithm>

namespace desk {

namespace {

constexpr QByteArrayView reportPurpose = "report v1";
constexpr qsizetype reportKeyBytes = 8;

}

PaperCheck::PaperCheck(people::WindowKey key, const QString &hall, const QString &window, QString folder) :
    m_key(std::move(key)), m_card{hall, window, m_key.publicKey()}
{
    if (const auto kept = people::keepWindow(m_card, folder); !kept)
        m_faults << kept.error();
    const people::KnownWindows known = people::readWindows(folder);
    m_known = QList{m_card} + known.cards;
    m_faults += known.faults;
}

QString PaperCheck::stamped(const QString &code, const papers::Stamp &stamp) const
{
    return papers::stampedCode(code, stamp, m_card.keyId(), m_key.sign(papers::stampPurpose, papers::signedBytes(stamp)));
}

PaperFinding PaperCheck::check(const QString &scanned) const
{
    using State = PaperFinding::Kind;
    if (!papers::hasStamp(scanned))
        return {.kind = State::Unstamped, .stamp = {}, .signer = {}};
    const std::optional<papers::ScannedStamp> found = papers::readStamp(scanned);
    if (!found)
        return {.kind = State::Unreadable, .stamp = {}, .signer = {}};
    const auto signer = std::ranges::find(m_known, found->keyId, &people::WindowCard::keyId);
    if (signer == m_known.end())
        return {.kind = State::UnknownSigner, .stamp = found->stamp, .signer = {}};
    const bool fits
        = people::isSignedBy(signer->key, papers::stampPurpose, papers::signedBytes(found->stamp), found->signature);
    return {.kind = fits ? State::Genuine : State::Altered, .stamp = found->stamp, .signer = *signer};
}

QString PaperCheck::signedReport(const QString &text) const
{
    const QByteArray signature = m_key.sign(reportPurpose.toByteArray(), text.toUtf8());
    return text + u'.' + QString::fromLatin1((m_card.keyId() + signature).toHex().toUpper());
}

std::optional<people::WindowCard> PaperCheck::signerOfReport(const QString &scanned) const
{
    const QString code = scanned.trimmed().toUpper();
    const qsizetype at = code.lastIndexOf(u'.');
    const QByteArray seal = QByteArray::fromHex(code.mid(at + 1).toLatin1());
    if (at < 0 || seal.size() <= reportKeyBytes)
        return {};
    const auto signer = std::ranges::find(m_known, seal.left(reportKeyBytes), &people::WindowCard::keyId);
    const bool fits = signer != m_known.end()
        && people::isSignedBy(signer->key, reportPurpose.toByteArray(), code.left(at).toUtf8(), seal.mid(reportKeyBytes));
    return fits ? std::optional(*signer) : std::nullopt;
}

}
