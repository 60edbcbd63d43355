#include "core/domain/fieldcheck.h"

#include "core/base/text.h"
#include "core/domain/codes.h"

#include <QRegularExpression>

namespace domain {

namespace {

FieldFault dateFault(const QString &value)
{
    const QDate date = QDate::fromString(value, Qt::ISODate);
    if (value.size() != 10 || !date.isValid())
        return FieldFault::ImpossibleDate;
    return date.year() < 1850 || date.year() > 2150 ? FieldFault::ImpossibleDate : FieldFault::None;
}

FieldFault nameFault(const QString &value)
{
    // Letters of any script, the middle dot of minority and foreign names, spaces and hyphens; GB 18030 level 3 goes beyond
    // U+FFFF, which \p{L} covers.
    static const QRegularExpression shape(QStringLiteral("^[\\p{L}\\p{M}·•. '’-]+$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    return shape.match(value).hasMatch() ? FieldFault::None : FieldFault::Malformed;
}

FieldFault numberFault(const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && number >= 0 && number <= 1e9 ? FieldFault::None : FieldFault::Malformed;
}

QString phoneValue(const QString &typed)
{
    QString phone = base::normalizedCode(typed);
    for (const char *prefix : {"+86", "0086"}) {
        if (phone.startsWith(QLatin1String(prefix)))
            phone = phone.mid(QLatin1String(prefix).size());
    }
    if (phone.size() == 13 && phone.startsWith(QLatin1String("861")))
        phone = phone.mid(2);
    return phone;
}

/// Eight digits, or a date with any usual separator, as ISO; what is no date stays as typed so that nothing is lost.
QString dateValue(const QString &typed)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{4})[-/.年 ]?(\\d{1,2})[-/.月 ]?(\\d{1,2})日?$"));
    const QString text = base::cleanLine(typed.normalized(QString::NormalizationForm_KC), 40);
    const QRegularExpressionMatch parts = shape.match(text);
    const QDate date(parts.captured(1).toInt(), parts.captured(2).toInt(), parts.captured(3).toInt());
    return date.isValid() ? date.toString(Qt::ISODate) : text;
}

}

FieldFault fieldFault(const Field &field, const QString &value, QDate day)
{
    if (value.isEmpty())
        return field.required ? FieldFault::Missing : FieldFault::None;
    switch (field.kind) {
    case Field::Kind::Text:
    case Field::Kind::Address:
        return FieldFault::None;
    case Field::Kind::PersonName:
        return nameFault(value);
    case Field::Kind::IdNumber:
        return isOtherIdentityDocument(value) ? FieldFault::None : identityNumberFault(value, day);
    case Field::Kind::Phone:
        return phoneFault(value);
    case Field::Kind::CreditCode:
        return creditCodeFault(value);
    case Field::Kind::Date:
        return dateFault(value);
    case Field::Kind::Choice:
        return field.choices.contains(value) ? FieldFault::None : FieldFault::NotAChoice;
    case Field::Kind::Number:
        return numberFault(value);
    }
    return FieldFault::None;
}

QString fieldValue(const Field &field, const QString &typed)
{
    switch (field.kind) {
    case Field::Kind::IdNumber:
    case Field::Kind::CreditCode:
        return base::normalizedCode(typed).left(40);
    case Field::Kind::Phone:
        return phoneValue(typed).left(40);
    case Field::Kind::Date:
        return dateValue(typed);
    case Field::Kind::Number:
        return base::cleanLine(typed.normalized(QString::NormalizationForm_KC), 20);
    case Field::Kind::PersonName:
        return base::cleanLine(typed, 60);
    case Field::Kind::Text:
    case Field::Kind::Address:
    case Field::Kind::Choice:
        return base::cleanLine(typed, 200);
    }
    return base::cleanLine(typed, 200);
}

}
