#include "core/domain/copysteps.h"

#include "core/base/text.h"
#include "core/domain/codes.h"

#include <QRegularExpression>

#include <algorithm>

namespace domain {

namespace {

using namespace Qt::StringLiterals;
using StepFault = CopyLine::Fault;
using Changed = tl::expected<QString, StepFault>;

/// \a text, or that there is nothing of the kind.
Changed orFault(const QString &text, StepFault fault)
{
    return text.isEmpty() ? Changed(tl::unexpected(fault)) : Changed(text);
}

Changed inDigits(const QString &value)
{
    QString digits;
    std::ranges::copy_if(value.normalized(QString::NormalizationForm_KC), std::back_inserter(digits),
                         [](QChar c) { return c >= u'0' && c <= u'9'; });
    return orFault(digits, StepFault::NothingThere);
}

Changed inPattern(const QString &value, const QString &pattern)
{
    const QDateTime moment = QDateTime::fromString(value, Qt::ISODate);
    return orFault(moment.isValid() ? moment.toString(pattern) : QString(), StepFault::NoDate);
}

/// The number in \a value when sex and birth can be read from it.
QString readableNumber(const QString &value)
{
    const QDate anyDay(9999, 12, 31); // a child born tomorrow is for the form to notice
    const QString number = base::normalizedCode(value);
    return identityNumberFault(number, anyDay) == FieldFault::None ? number : QString();
}

Changed birthOf(const QString &value)
{
    return orFault(birthDate(readableNumber(value)).toString(Qt::ISODate), StepFault::NoIdentityNumber);
}

/// GB 11643-1999: the 17th digit is odd for men.
Changed sexOf(const QString &value)
{
    const QString number = readableNumber(value);
    if (number.isEmpty())
        return tl::unexpected(StepFault::NoIdentityNumber);
    return number[16].digitValue() % 2 == 1 ? u"男"_s : u"女"_s;
}

}

AddressParts addressParts(const QString &address)
{
    static const QRegularExpression pattern(
        u"^(?<province>(?:北京|天津|上海|重庆)市|[^省市区县路街]{2,8}?(?:省|自治区|特别行政区))?"
        u"(?<city>[^省市区县盟][^省市区县盟路街道号村]{1,9}?(?:市|自治州|地区|盟))?"
        u"(?<county>[^省市区县旗][^省市区县旗路街道号镇村]{0,9}?(?:自治县|县市(?![场政民])|县|市|自治旗|旗|(?<![小社园校厂])区))?"
        u"(?<street>.*)$"_s);
    const QRegularExpressionMatch match = pattern.match(address.trimmed());
    return {match.captured(u"province"_s), match.captured(u"city"_s), match.captured(u"county"_s), match.captured(u"street"_s)};
}

tl::expected<QString, CopyLine::Fault> changed(const QString &value, const CopyStep &step, const CopyMap &map)
{
    using Kind = CopyStep::Kind;
    switch (step.kind) {
    case Kind::Upper:
        return value.toUpper();
    case Kind::Lower:
        return value.toLower();
    case Kind::Digits:
        return inDigits(value);
    case Kind::Date:
        return inPattern(value, step.argument);
    case Kind::BirthDate:
        return birthOf(value);
    case Kind::Sex:
        return sexOf(value);
    case Kind::Province:
        return orFault(addressParts(value).province, StepFault::NoSuchPart);
    case Kind::City:
        return orFault(addressParts(value).city, StepFault::NoSuchPart);
    case Kind::County:
        return orFault(addressParts(value).county, StepFault::NoSuchPart);
    case Kind::Street:
        return orFault(addressParts(value).street, StepFault::NoSuchPart);
    case Kind::Table:
        return orFault(map.tables.value(step.argument).value(value), StepFault::NotInTable);
    case Kind::Most:
        if (base::countCharacters(value) > step.argument.toInt())
            return tl::unexpected(StepFault::TooLong);
        return value;
    }
    Q_UNREACHABLE();
}

}
