#include "core/domain/codes.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

namespace domain {

namespace {

const QString alphanumeric = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
/// GB 32100-2015: without I O S V Z.
const QString creditAlphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QLatin1String(pattern)).match(text).hasMatch();
}

/// GB 11714: check character of an eight-character organisation code.
QChar organisationCheck(const QString &body)
{
    constexpr std::array weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 8; ++i)
        sum += int(alphanumeric.indexOf(body[i])) * weights[size_t(i)];
    const int check = 11 - sum % 11;
    return check == 10 ? u'X' : QChar(u'0' + check % 11);
}

QChar creditCheck(const QString &body)
{
    int sum = 0;
    int weight = 1; // 3^(i-1) mod 31
    for (const QChar c : body) {
        sum += int(creditAlphabet.indexOf(c)) * weight;
        weight = weight * 3 % 31;
    }
    return creditAlphabet[(31 - sum % 31) % 31];
}

}

QChar mod11_2(const QString &digits)
{
    int remainder = 0;
    for (const QChar c : digits)
        remainder = (remainder + c.digitValue()) * 2 % 11;
    const int check = (12 - remainder) % 11;
    return check == 10 ? u'X' : QChar(u'0' + check);
}

QChar mod37_36(const QString &text)
{
    qsizetype product = 36;
    for (const QChar c : text) {
        qsizetype sum = (product + alphanumeric.indexOf(c)) % 36;
        if (sum == 0)
            sum = 36;
        product = sum * 2 % 37;
    }
    return alphanumeric[(37 - product) % 36];
}

FieldFault identityNumberFault(const QString &number, QDate day)
{
    if (!matches(number, "^[0-9]{17}[0-9X]$"))
        return FieldFault::Malformed;
    if (mod11_2(number.left(17)) != number.back())
        return FieldFault::WrongCheckDigit;
    const QDate born = QDate::fromString(number.mid(6, 8), QStringLiteral("yyyyMMdd"));
    if (!born.isValid() || born.year() < 1800)
        return FieldFault::ImpossibleDate;
    return born > day ? FieldFault::FutureDate : FieldFault::None;
}

QDate birthDate(const QString &number)
{
    return number.size() == 18 ? QDate::fromString(number.mid(6, 8), QStringLiteral("yyyyMMdd")) : QDate();
}

bool idNumberRegionKnown(const QString &number)
{
    // First two digits of GB/T 2260, the three residence-permit prefixes, and 9 for the permanent residence card.
    static const QSet<QString> provinces = [] {
        const QString codes = QStringLiteral("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 "
                                             "64 65 71 81 82 83");
        const QStringList list = codes.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    if (number.startsWith(u'9'))
        return provinces.contains(number.mid(1, 2));
    return provinces.contains(number.left(2));
}

FieldFault creditCodeFault(const QString &code)
{
    if (!matches(code, "^[0-9ABCDEFGHJKLMNPQRTUWXY]{2}[0-9]{6}[0-9ABCDEFGHJKLMNPQRTUWXY]{10}$"))
        return FieldFault::Malformed;
    if (organisationCheck(code.mid(8, 8)) != code[16] || creditCheck(code.left(17)) != code.back())
        return FieldFault::WrongCheckDigit;
    return FieldFault::None;
}

FieldFault phoneFault(const QString &phone)
{
    return matches(phone, "^(1[3-9][0-9]{9}|0[1-9][0-9]{1,2}-?[0-9]{7,8}|[2-8][0-9]{6,7}|1[0-9]{4}|400[0-9]{7})$")
        ? FieldFault::None
        : FieldFault::Malformed;
}

bool isOtherIdentityDocument(const QString &number)
{
    // Permanent residence card before 2023, passport, permits for residents of Hong Kong and Macao and of Taiwan.
    return matches(number, "^([A-Z]{3}[0-9]{12}|[EGDSPH][A-Z0-9][0-9]{7}|[HM][0-9]{8}([0-9]{2})?|[0-9]{8})$");
}

FieldFault eLicenceFault(const QString &identifier)
{
    const QString root = QStringLiteral("1.2.156.3005.2.");
    if (!identifier.startsWith(root))
        return FieldFault::Malformed;
    QStringList parts = identifier.mid(root.size()).split(u'.');
    if (parts.size() != 5 || parts[0].size() != 21 || parts[1].size() != 18 || parts[2].isEmpty() || parts[3].size() != 3
        || parts[4].size() != 1)
        return FieldFault::Malformed;
    const QString check = parts.takeLast();
    const QString body = parts.join(QString());
    if (!matches(body, "^[0-9A-Z]+$"))
        return FieldFault::Malformed;
    return check == mod37_36(body) ? FieldFault::None : FieldFault::WrongCheckDigit;
}

QString maskedNumber(const QString &number)
{
    if (number.size() <= 7)
        return QString(number.size(), u'*');
    return number.left(3) + QString(number.size() - 7, u'*') + number.right(4);
}

QString maskedName(const QString &name)
{
    static const QSet<QString> doubleSurnames{
        QStringLiteral("欧阳"), QStringLiteral("司马"), QStringLiteral("上官"), QStringLiteral("诸葛"), QStringLiteral("皇甫"),
        QStringLiteral("尉迟"), QStringLiteral("公孙"), QStringLiteral("令狐"), QStringLiteral("慕容"), QStringLiteral("司徒"),
        QStringLiteral("夏侯"), QStringLiteral("东方"), QStringLiteral("端木"), QStringLiteral("百里"), QStringLiteral("呼延")};
    const QList<uint> points = name.toUcs4();
    if (points.isEmpty())
        return {};
    const qsizetype shown = points.size() > 2 && doubleSurnames.contains(name.left(2)) ? 2 : 1;
    const auto *characters = reinterpret_cast<const char32_t *>(points.constData());
    return QString::fromUcs4(characters, shown) + QString(qMax(qsizetype(1), points.size() - shown), u'*');
}

QString maskedPhone(const QString &phone)
{
    return phone.size() == 11 ? phone.left(3) + QStringLiteral("****") + phone.right(4) : maskedNumber(phone);
}

}
