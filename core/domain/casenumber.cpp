#include "core/domain/casenumber.h"

#include "core/base/text.h"
#include "core/domain/codes.h"

#include <QRegularExpression>

namespace domain {

namespace {

/// \a text is a number and nothing else.
std::optional<CaseNumber> wholeNumber(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^([0-9]{6})([0-9]{3})([0-9A-Z]{2})([0-9]{8})([0-9]{4})([0-9A-Z])$"));
    const QString code = base::normalizedCode(text);
    const QRegularExpressionMatch parts = shape.match(code);
    if (!parts.hasMatch() || mod37_36(code.left(23)) != code.back())
        return {};
    CaseNumber number{.region = parts.captured(1),
                      .window = parts.captured(2),
                      .device = parts.captured(3),
                      .day = QDate::fromString(parts.captured(4), QStringLiteral("yyyyMMdd")),
                      .serial = parts.captured(5).toInt()};
    if (!number.day.isValid() || number.serial == 0)
        return {};
    return number;
}

}

QString CaseNumber::text() const
{
    const QString body = region + window + device + day.toString(QStringLiteral("yyyyMMdd"))
        + QStringLiteral("%1").arg(serial, 4, 10, QLatin1Char('0'));
    return body + mod37_36(body);
}

QString groupedNumber(const QString &number)
{
    if (number.size() != 24)
        return number;
    return QStringList{number.left(6), number.mid(6, 5), number.mid(11, 8), number.mid(19, 4), number.mid(23)}.join(u'-');
}

std::optional<CaseNumber> readCaseNumber(const QString &text)
{
    // A scanned code is an address whose last part is the number, with or without a stamp behind a '#' or a '.'; typed text is
    // the number alone, in groups that dots may part.
    const QString code = text.left(400).section(u'#', 0, 0);
    const QString last = code.mid(code.lastIndexOf(u'/') + 1);
    const std::optional<CaseNumber> stamped = wholeNumber(last.section(u'.', 0, 0));
    return stamped ? stamped : wholeNumber(last);
}

}
