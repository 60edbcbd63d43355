#include "core/domain/personcard.h"

#include "core/base/text.h"
#include "core/domain/codes.h"

#include <QRegularExpression>
#include <QStringList>

namespace domain {

namespace {

constexpr int longestCardName = 60;
constexpr int longestCardLine = 200;

/// Cards pad names with spaces between the characters; the names of foreigners keep theirs.
QString nameOnCard(const QString &raw)
{
    static const QRegularExpression padding(QStringLiteral("(?<=\\p{Han})\\s+(?=\\p{Han})"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return base::cleanLine(raw, longestCardName).remove(padding);
}

void addNumberFault(QList<CardFault> &faults, const QString &number, QDate day)
{
    if (number.isEmpty()) {
        faults << CardFault::NumberMissing;
        return;
    }
    const FieldFault fault = identityNumberFault(number, day);
    if (fault != FieldFault::None)
        faults << (fault == FieldFault::WrongCheckDigit ? CardFault::WrongCheckDigit : CardFault::NumberMalformed);
}

}

PersonCard cleanedCard(PersonCard card)
{
    card.name = nameOnCard(card.name);
    card.sex = base::cleanLine(card.sex, longestCardLine);
    card.ethnicity = base::cleanLine(card.ethnicity, longestCardLine);
    if (card.ethnicity.size() > 1 && card.ethnicity.endsWith(u'族'))
        card.ethnicity.chop(1);
    card.address = base::cleanLine(card.address, longestCardLine);
    card.authority = base::cleanLine(card.authority, longestCardLine);
    card.number = base::normalizedCode(card.number);
    return card;
}

QList<CardFault> cardFaults(const PersonCard &card, QDate day)
{
    QList<CardFault> faults;
    const Field name{.kind = Field::Kind::PersonName};
    if (card.name.isEmpty())
        faults << CardFault::NameMissing;
    else if (fieldFault(name, card.name, day) != FieldFault::None)
        faults << CardFault::NameMalformed;
    addNumberFault(faults, card.number, day);
    if (card.birth.isValid() && birthDate(card.number).isValid() && card.birth != birthDate(card.number))
        faults << CardFault::BirthDiffers;
    if (!card.sex.isEmpty() && card.number.size() == 18 && card.sex != sexInNumber(card.number))
        faults << CardFault::SexDiffers;
    if (card.from.isValid() && card.from > day)
        faults << CardFault::NotYetValid;
    if (!card.forLong && card.until.isValid() && card.until < day)
        faults << CardFault::Expired;
    return faults;
}

bool isGrave(CardFault fault)
{
    return fault != CardFault::NotYetValid && fault != CardFault::Expired;
}

QString sexInNumber(const QString &number)
{
    if (number.size() != 18)
        return {};
    return number[16].digitValue() % 2 == 1 ? QStringLiteral("男") : QStringLiteral("女");
}

QString ethnicityOf(const QString &code)
{
    static const QStringList names = QStringLiteral(
        "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 "
        "仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺").split(u' ');
    bool isNumber = false;
    const int number = code.toInt(&isNumber);
    return isNumber && number >= 1 ? names.value(number - 1) : QString();
}

}
