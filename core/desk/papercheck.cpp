#include "core/desk/papercheck.h"

#include "core/people/reportseal.h"

#include <algorithm>

namespace desk {

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
    return people::signedReport(m_key, text);
}

std::optional<people::WindowCard> PaperCheck::signerOfReport(const QString &scanned) const
{
    return people::signerOfReport(scanned, m_known);
}

}
