#include "app/hub/api/apiacts.h"

#include "core/base/text.h"
#include "core/wire/fields.h"

#include <QDate>
#include <QTime>

#include <algorithm>
#include <array>

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestOfficer = 40;
const QString proofWord = u"proof"_s;

enum class Is { Line, Words, Day, Time, Kind, Flag };

struct FieldRule {
    QLatin1StringView act;
    QLatin1StringView name;
    Is is;
    bool required;
    int longest; ///< characters
};
constexpr std::array fieldRules{
    FieldRule{"accept"_L1, "number"_L1, Is::Line, false, 60},      FieldRule{"refuse"_L1, "number"_L1, Is::Line, false, 60},
    FieldRule{"refuse"_L1, "reason"_L1, Is::Words, true, 1000},    FieldRule{"pause"_L1, "step"_L1, Is::Line, true, 60},
    FieldRule{"call-review"_L1, "kind"_L1, Is::Kind, true, 20},    FieldRule{"call-review"_L1, "day"_L1, Is::Day, true, 10},
    FieldRule{"call-review"_L1, "time"_L1, Is::Time, true, 5},     FieldRule{"call-review"_L1, "place"_L1, Is::Line, true, 200},
    FieldRule{"hold-review"_L1, "review"_L1, Is::Line, true, 60},  FieldRule{"hold-review"_L1, "result"_L1, Is::Words, true, 1000},
    FieldRule{"grant"_L1, "certificate"_L1, Is::Line, false, 100}, FieldRule{"grant"_L1, "elicence"_L1, Is::Line, false, 120},
    FieldRule{"grant"_L1, "physical"_L1, Is::Flag, true, 0},       FieldRule{"deny"_L1, "reason"_L1, Is::Words, true, 1000},
    FieldRule{"send"_L1, "to"_L1, Is::Line, true, 100},            FieldRule{"send"_L1, "by"_L1, Is::Line, false, 60},
};

base::Fail faulty(const QString &field, const QString &why)
{
    return base::Fail({base::Error::Kind::Document, why, field});
}

/// Words of more than one line; what a line must not have, these must not either.
std::optional<QString> strictWords(const QString &text, int longest)
{
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s);
    const bool isPlain = std::ranges::none_of(lines, [](QChar c) { return c != u'\n' && c.category() == QChar::Other_Control; });
    const QString trimmed = lines.trimmed();
    return isPlain && trimmed.isValidUtf16() && base::countCharacters(trimmed) <= longest ? std::optional(trimmed) : std::nullopt;
}

std::optional<QString> textOf(const FieldRule &rule, const QString &text)
{
    const auto kept = [&](bool isRight) { return isRight ? std::optional(text) : std::nullopt; };
    switch (rule.is) {
    case Is::Line:
        return strictLine(text, rule.longest);
    case Is::Words:
        return strictWords(text, rule.longest);
    case Is::Day:
        return kept(QDate::fromString(text, u"yyyy-MM-dd"_s).isValid());
    case Is::Time:
        return kept(QTime::fromString(text, u"HH:mm"_s).isValid());
    case Is::Kind:
        return kept(QStringList{u"assessment"_s, u"inspection"_s, u"final"_s}.contains(text));
    case Is::Flag:
        break;
    }
    return {};
}

base::Result<> readField(const FieldRule &rule, const QJsonObject &body, offices::Typed &typed)
{
    const QJsonValue value = body.value(rule.name);
    if (value.isUndefined())
        return rule.required ? base::Result<>(faulty(rule.name, u"缺少这一项。"_s)) : base::Result<>();
    if (rule.is == Is::Flag) {
        if (!value.isBool())
            return faulty(rule.name, u"应为 true 或者 false。"_s);
        if (value.toBool())
            typed.insert(rule.name, u"1"_s);
        return {};
    }
    if (!value.isString())
        return faulty(rule.name, u"应为文字。"_s);
    const std::optional<QString> text = textOf(rule, value.toString());
    if (!text || (rule.required && text->isEmpty()))
        return faulty(rule.name, rule.longest > 20 ? u"应有内容，不超过%1字，不含控制字符。"_s.arg(rule.longest) : u"不是接口说明中的写法。"_s);
    typed.insert(rule.name, *text);
    return {};
}

}

bool isAct(const QString &word)
{
    return word == proofWord || offices::deskActOf(word).has_value();
}

bool isOfDelivery(const QString &word)
{
    return word == proofWord || word == "send"_L1;
}

std::optional<QString> strictLine(const QString &text, int longest)
{
    const bool isPlain = std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
    const QString line = base::cleanLine(text, longest + 1);
    return isPlain && text.isValidUtf16() && base::countCharacters(line) <= longest ? std::optional(line) : std::nullopt;
}

base::Result<AskedAct> readAct(const QString &word, const QByteArray &body)
{
    const base::Result<QJsonObject> object = wire::objectIn(body);
    if (!object)
        return faulty({}, u"正文应为一个 JSON 对象；没有内容的写 {}。"_s);
    AskedAct asked{.act = offices::deskActOf(word), .typed = {}, .officer = {}};
    for (const FieldRule &rule : fieldRules) {
        if (rule.act != word)
            continue;
        if (const base::Result<> read = readField(rule, *object, asked.typed); !read)
            return base::Fail(read.error());
    }
    constexpr FieldRule officer{{}, "officer"_L1, Is::Line, false, longestOfficer};
    offices::Typed more;
    if (const base::Result<> read = readField(officer, *object, more); !read)
        return base::Fail(read.error());
    asked.officer = more.value(officer.name);
    for (const QString &name : object->keys()) {
        const bool isKnown = name == officer.name
            || std::ranges::any_of(fieldRules, [&](const FieldRule &rule) { return rule.act == word && rule.name == name; });
        if (!isKnown)
            return faulty(name.left(60), u"没有这一项。"_s);
    }
    return asked;
}

}
