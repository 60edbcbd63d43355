#include "core/domain/prefillcode.h"

#include "core/base/text.h"
#include "core/domain/codes.h"

#include <algorithm>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digits = 10;
const QString scheme = u"YICHUANG:A/"_s; ///< scanners give letters of any case

bool areDigits(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

}

std::optional<QString> prefillCodeOf(const QString &nineDigits)
{
    const QChar check = mod11_2(nineDigits);
    return check.isDigit() ? std::optional(nineDigits + check) : std::nullopt;
}

QString groupedPrefillCode(const QString &code)
{
    return code.size() == digits ? QStringList{code.left(4), code.mid(4, 3), code.mid(7)}.join(u'-') : code;
}

QString prefillText(const QString &code)
{
    return scheme + code;
}

std::optional<QString> readPrefillCode(const QString &text)
{
    const QString typed = text.trimmed().left(60).toUpper();
    const QString code = base::normalizedCode(typed.startsWith(scheme) ? typed.mid(scheme.size()) : typed);
    if (code.size() != digits || !areDigits(code) || mod11_2(code.left(digits - 1)) != code.back())
        return {};
    return code;
}

}
