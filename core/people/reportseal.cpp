#include "core/people/reportseal.h"

#include <algorithm>

namespace people {

namespace {

const QByteArray reportPurpose = QByteArrayLiteral("report v1");
constexpr qsizetype reportKeyBytes = 8;

}

QString signedReport(const WindowKey &key, const QString &text)
{
    return text + u'.' + QString::fromLatin1((key.publicKey().keyId() + key.sign(reportPurpose, text.toUtf8())).toHex().toUpper());
}

std::optional<WindowCard> signerOfReport(const QString &scanned, const QList<WindowCard> &known)
{
    const QString code = scanned.trimmed().toUpper();
    const qsizetype at = code.lastIndexOf(u'.');
    const QByteArray seal = QByteArray::fromHex(code.mid(at + 1).toLatin1());
    if (at < 0 || seal.size() <= reportKeyBytes)
        return {};
    const auto signer = std::ranges::find(known, seal.left(reportKeyBytes), &WindowCard::keyId);
    const bool fits = signer != known.end() && isSignedBy(signer->key, reportPurpose, code.left(at).toUtf8(), seal.mid(reportKeyBytes));
    return fits ? std::optional(*signer) : std::nullopt;
}

}
