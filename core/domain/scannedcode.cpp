#include "core/domain/scannedcode.h"

#include "core/domain/casenumber.h"

#include <QRegularExpression>
#include <QUrl>

namespace domain {

namespace {

using namespace Qt::StringLiterals;

constexpr auto scheme = "yichuang:"_L1;
constexpr auto separatorPrefix = "yichuang:s/"_L1;
constexpr qsizetype longestCode = 2000; // a QR code holds at most 2953 bytes; papers use a tenth of that
constexpr qsizetype longestMaterial = 200;

/// One of the two begins with the other, in letters of any case.
bool overlap(const QString &text, const QString &start)
{
    const qsizetype common = std::min(text.size(), start.size());
    return text.left(common).compare(start.left(common), Qt::CaseInsensitive) == 0;
}

}

QString separatorText(const QString &caseNumber, const QString &material)
{
    return separatorPrefix + caseNumber + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(material));
}

std::optional<SeparatorCode> readSeparator(const QString &scanned)
{
    const QString text = scanned.trimmed();
    if (text.size() > longestCode || !text.startsWith(separatorPrefix, Qt::CaseInsensitive))
        return {};
    const QString rest = text.mid(separatorPrefix.size());
    const qsizetype slash = rest.indexOf(u'/');
    if (slash < 0)
        return {};
    const auto number = readCaseNumber(rest.left(slash));
    const QString material = QUrl::fromPercentEncoding(rest.mid(slash + 1).toLatin1());
    if (!number || material.isEmpty() || material.size() > longestMaterial)
        return {};
    return SeparatorCode{number->text(), material};
}

bool mayBecomeOurCode(const QString &text, const QString &publicUrl)
{
    static const QRegularExpression number(u"^[0-9]{1,9}$|^[0-9]{9}[0-9A-Za-z]{0,15}$"_s);
    if (text.size() > longestCode)
        return false;
    if (overlap(text, scheme) || number.match(text).hasMatch())
        return true;
    if (!publicUrl.isEmpty())
        return overlap(text, publicUrl + u"/"_s);
    return overlap(text, u"https://"_s) || overlap(text, u"http://"_s);
}

bool isOurCode(const QString &text, const QString &publicUrl)
{
    static const QRegularExpression ours(u"^yichuang:[a-z]/[^ ]+$"_s, QRegularExpression::CaseInsensitiveOption);
    if (text.size() > longestCode)
        return false;
    if (readCaseNumber(text) || ours.match(text).hasMatch())
        return true;
    return !publicUrl.isEmpty() && text.startsWith(publicUrl + u'/', Qt::CaseInsensitive);
}

}
