#include "core/sheets/cellvalues.h"

#include "core/guides/conditionshape.h"
#include "core/guides/conditiontext.h"
#include "core/guides/inspection.h"
#include "core/guides/objectreader.h"
#include "core/guides/packwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

/// Numbers up to here are exact and stand in a cell digit for digit.
constexpr double mostExact = 1e15;

base::Fail expect(const QString &expected)
{
    return base::Fail({base::Error::Kind::Document, expected, {}});
}

QString shownWord(const QString &word, const Column &column)
{
    const auto choice = std::ranges::find(column.choices, word, &Choice::text);
    return choice == column.choices.end() ? word : choice->chinese;
}

QString shownCondition(const QJsonValue &value)
{
    guides::Inspection inspection{QString()};
    guides::ObjectReader object(QJsonObject{{u"when"_s, value}}, inspection);
    return guides::conditionLine(guides::shapeWhen(object));
}

QString shownLines(const QJsonArray &entries, const Column &column)
{
    QStringList lines;
    for (const QJsonValue &entry : entries)
        lines.append(column.kind == Kind::Words ? shownWord(entry.toString(), column) : entry.toString());
    return lines.join(u'\n');
}

QString wordsOf(const Column &column)
{
    QStringList words;
    for (const Choice &choice : column.choices)
        words.append(choice.chinese);
    return words.join(u'、');
}

base::Result<QJsonValue> wordValue(const QString &text, const Column &column)
{
    for (const Choice &choice : column.choices) {
        if (text == choice.chinese || text == choice.text)
            return QJsonValue(choice.text);
    }
    return expect(u"“%1”不在可选的词中，应为：%2"_s.arg(text, wordsOf(column)));
}

base::Result<QJsonValue> flagValue(const Cell &cell, const QString &text)
{
    if (cell.kind == Cell::Kind::Flag)
        return QJsonValue(cell.number != 0);
    if (text == u"是"_s || text == u"否"_s)
        return QJsonValue(text == u"是"_s);
    return expect(u"“%1”应为：是、否"_s.arg(text));
}

base::Result<QJsonValue> numberValue(const Cell &cell, QString text, const Column &column)
{
    double number = cell.number;
    bool isNumber = cell.kind == Cell::Kind::Number;
    if (cell.kind == Cell::Kind::Text)
        number = text.normalized(QString::NormalizationForm_KC).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return expect(cell.kind == Cell::Kind::Day ? u"应为数字，而这里是日期"_s : u"“%1”应为数字"_s.arg(text));
    if (column.kind == Kind::Whole && (number != std::floor(number) || std::abs(number) > mostExact))
        return expect(u"应为整数"_s);
    return QJsonValue(number);
}

base::Result<QJsonValue> dayValue(const Cell &cell, const QString &text, QDate firstDay)
{
    static const QString expected = u"应为日期，如 2026-11-21"_s;
    QDate day;
    if (cell.kind == Cell::Kind::Text)
        day = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    else if (cell.kind != Cell::Kind::Flag && std::abs(cell.number) < 1e6)
        day = firstDay.addDays(qint64(std::floor(cell.number)));
    if (!day.isValid() || day.year() < 1949 || day.year() > 2199)
        return expect(text.isEmpty() ? expected + u"（1949 年至 2199 年）"_s : u"“%1”%2"_s.arg(text, expected));
    return QJsonValue(day.toString(Qt::ISODate));
}

base::Result<QJsonValue> conditionValue(const QString &text)
{
    const base::Result<domain::Condition> condition = guides::conditionFrom(text);
    if (!condition)
        return base::Fail(condition.error());
    if (condition->kind == domain::Condition::Kind::Always)
        return QJsonValue(QJsonValue::Undefined);
    return QJsonValue(QJsonDocument::fromJson(guides::writeCondition(*condition)).object());
}

base::Result<QJsonValue> linesValue(const QString &text, const Column &column)
{
    static const QRegularExpression lineEnd(u"[\\r\\n]+"_s);
    static const QRegularExpression betweenWords(u"[\\s,，、;；]+"_s);
    const bool isOfTexts = column.kind == Kind::Lines;
    QJsonArray entries;
    for (const QString &line : text.split(isOfTexts ? lineEnd : betweenWords)) {
        const QString entry = line.trimmed();
        if (entry.isEmpty())
            continue;
        const base::Result<QJsonValue> value
            = column.kind == Kind::Words ? wordValue(entry, column) : QJsonValue(entry);
        if (!value)
            return value;
        entries.append(*value);
    }
    if (entries.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    return QJsonValue(entries);
}

/// The text of a cell whose column wants one, or why it has none.
base::Result<QString> textOf(const Cell &cell)
{
    const QString text = plainText(cell);
    if (!text.isEmpty() || cell.kind == Cell::Kind::Text)
        return text;
    if (cell.kind == Cell::Kind::Day)
        return expect(u"应为文字，而这里是日期：请把单元格设为文本格式后重新填写"_s);
    if (cell.kind == Cell::Kind::Number)
        return expect(u"应为文字，而这里是数字：请把单元格设为文本格式后重新填写"_s);
    return expect(u"应为文字，而这里是逻辑值（TRUE 或 FALSE）"_s);
}

}

QVariant shownValue(const QJsonValue &value, const Column &column)
{
    if (value.isUndefined() || value.isNull())
        return {};
    switch (column.kind) {
    case Kind::Whole:
    case Kind::Number:
        return value.toDouble();
    case Kind::Day:
        return QDate::fromString(value.toString(), Qt::ISODate);
    case Kind::Flag:
        return value.toBool() ? u"是"_s : u"否"_s;
    case Kind::Word:
        return shownWord(value.toString(), column);
    case Kind::When:
        return shownCondition(value);
    case Kind::Lines:
    case Kind::Words:
    case Kind::References:
        return shownLines(value.toArray(), column);
    case Kind::Text:
    case Kind::Id:
    case Kind::Reference:
        break;
    }
    return value.toString();
}

base::Result<QJsonValue> valueOf(const Cell &cell, const Column &column, QDate firstDay)
{
    if (cell.kind == Cell::Kind::Formula)
        return expect(u"不读取公式：请改填公式的结果"_s);
    const QString text = cell.kind == Cell::Kind::Text ? cell.text.trimmed() : QString();
    if (cell.kind == Cell::Kind::Text && text.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    if (column.kind == Kind::Whole || column.kind == Kind::Number)
        return numberValue(cell, text, column);
    if (column.kind == Kind::Day)
        return dayValue(cell, text, firstDay);
    if (column.kind == Kind::Flag)
        return flagValue(cell, text);
    const base::Result<QString> plain = textOf(cell);
    if (!plain)
        return base::Fail(plain.error());
    switch (column.kind) {
    case Kind::Word:
        return wordValue(*plain, column);
    case Kind::When:
        return conditionValue(*plain);
    case Kind::Lines:
    case Kind::Words:
    case Kind::References:
        return linesValue(*plain, column);
    default:
        return QJsonValue(*plain);
    }
}

QString plainText(const Cell &cell)
{
    if (cell.kind == Cell::Kind::Text)
        return cell.text.trimmed();
    const bool isExact = cell.number == std::floor(cell.number) && std::abs(cell.number) < mostExact;
    return cell.kind == Cell::Kind::Number && isExact ? QString::number(qint64(cell.number)) : QString();
}

}
