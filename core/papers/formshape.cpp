#include "core/papers/formshape.h"

#include "core/papers/numbering.h"
#include "core/papers/words.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace papers {

using namespace Qt::StringLiterals;

namespace {

enum class Shape {
    Template,
    Word,
    Id,
    Flag,
    Line,
    Copies,
    Serial,
    Weight,
    Format,
    Scale,
    Share,
    Pairs,
    Level,
    Templates,
    Parts,
    Facts,
    Columns,
    Codes,
    Blocks
};

struct Key {
    QString name;
    Shape shape;
    bool needed = true;
};
using Keys = QList<Key>;

const Keys formKeys{{u"form"_s, Shape::Id},
                    {u"version"_s, Shape::Id},
                    {u"title"_s, Shape::Template},
                    {u"number"_s, Shape::Template},
                    {u"mark"_s, Shape::Template},
                    {u"footer"_s, Shape::Template},
                    {u"author"_s, Shape::Template},
                    {u"blocks"_s, Shape::Blocks},
                    {u"format"_s, Shape::Format, false},
                    {u"scale"_s, Shape::Scale, false},
                    {u"cover"_s, Shape::Blocks, false},
                    {u"copies"_s, Shape::Copies, false},
                    {u"seal"_s, Shape::Line, false},
                    {u"serial"_s, Shape::Serial, false},
                    {u"parts"_s, Shape::Parts, false}};
const Keys everyBlock{{u"kind"_s, Shape::Word}, {u"if"_s, Shape::Word, false}, {u"unless"_s, Shape::Word, false}};
const QMap<QString, Keys> blockKeys{
    {u"heading"_s, {{u"text"_s, Shape::Template}, {u"level"_s, Shape::Level, false}}},
    {u"paragraph"_s,
     {{u"text"_s, Shape::Template},
      {u"each"_s, Shape::Word, false},
      {u"weight"_s, Shape::Weight, false},
      {u"indented"_s, Shape::Flag, false},
      {u"mark"_s, Shape::Template, false},
      {u"centred"_s, Shape::Flag, false}}},
    {u"facts"_s, {{u"rows"_s, Shape::Facts}, {u"pairsPerRow"_s, Shape::Pairs, false}}},
    {u"table"_s, {{u"each"_s, Shape::Word}, {u"columns"_s, Shape::Columns}, {u"note"_s, Shape::Template, false}}},
    {u"chart"_s,
     {{u"each"_s, Shape::Word},
      {u"text"_s, Shape::Template},
      {u"note"_s, Shape::Template, false},
      {u"after"_s, Shape::Word},
      {u"dashed"_s, Shape::Word, false},
      {u"first"_s, Shape::Template, false},
      {u"last"_s, Shape::Template, false}}},
    {u"section"_s, {{u"each"_s, Shape::Word, false}, {u"blocks"_s, Shape::Blocks}}},
    {u"codes"_s, {{u"codes"_s, Shape::Codes}, {u"each"_s, Shape::Word, false}, {u"perRow"_s, Shape::Pairs, false}}},
    {u"pictures"_s, {{u"perRow"_s, Shape::Pairs, false}}},
    {u"signature"_s, {{u"left"_s, Shape::Templates}, {u"right"_s, Shape::Templates}}},
};
const Keys factKeys{{u"label"_s, Shape::Template},
                    {u"text"_s, Shape::Template},
                    {u"if"_s, Shape::Word, false},
                    {u"unless"_s, Shape::Word, false},
                    {u"each"_s, Shape::Word, false}};
const Keys columnKeys{{u"head"_s, Shape::Template},
                      {u"text"_s, Shape::Template},
                      {u"share"_s, Shape::Share, false},
                      {u"centred"_s, Shape::Flag, false}};
const Keys codeKeys{{u"content"_s, Shape::Template}, {u"caption"_s, Shape::Template}};

/// Walks through a form and stops at the first fault.
class Inspector
{
public:
    explicit Inspector(const QString &file) : m_file(file) { }

    base::Result<> object(const QJsonValue &value, const Keys &keys, const QString &path)
    {
        if (!value.isObject())
            return fault(path, u"not an object"_s);
        const QJsonObject object = value.toObject();
        for (const QString &name : object.keys()) {
            if (std::none_of(keys.begin(), keys.end(), [&](const Key &key) { return key.name == name; }))
                return fault(below(path, name), u"unknown key"_s);
        }
        for (const Key &key : keys) {
            if (!object.contains(key.name)) {
                if (key.needed)
                    return fault(below(path, key.name), u"missing"_s);
                continue;
            }
            if (const auto checked = check(object[key.name], key.shape, below(path, key.name)); !checked)
                return checked;
        }
        return {};
    }

private:
    base::Result<> check(const QJsonValue &value, Shape shape, const QString &path)
    {
        switch (shape) {
        case Shape::Template:
            return templateText(value, path);
        case Shape::Word:
            return matches(value, u"^[A-Za-z][A-Za-z0-9]*$"_s, path);
        case Shape::Id:
            return matches(value, u"^[a-z0-9][a-z0-9.-]*$"_s, path);
        case Shape::Line:
            return matches(value, u"^[^{}\\n]{1,40}$"_s, path);
        case Shape::Copies:
            return must(value.toInt() >= 1 && value.toInt() <= 9, path, u"not a whole number from 1 to 9"_s);
        case Shape::Serial:
            return must(isSerialPattern(value.toString()), path, u"not a text with {year}, {serial} and perhaps {organ}"_s);
        case Shape::Weight:
            return matches(value, u"^(normal|strong|small)$"_s, path);
        case Shape::Format:
            return matches(value, u"^(a4|folded|roll80)$"_s, path);
        case Shape::Scale:
            return must(value.toDouble() >= 0.6 && value.toDouble() <= 1.5, path, u"not a number from 0.6 to 1.5"_s);
        case Shape::Level:
            return must(value.toInt() == 1 || value.toInt() == 2, path, u"not 1 or 2"_s);
        case Shape::Parts:
            return parts(value, path);
        case Shape::Flag:
            return must(value.isBool(), path, u"not true or false"_s);
        case Shape::Share:
            return must(value.toDouble() >= 0.05 && value.toDouble() <= 100, path, u"not a number from 0.05 to 100"_s);
        case Shape::Pairs:
            return must(value.toInt() >= 1 && value.toInt() <= 3, path, u"not a whole number from 1 to 3"_s);
        case Shape::Templates:
            return each(value, path,
                        [this](const QJsonValue &text, const QString &at) { return templateText(text, at); });
        case Shape::Facts:
            return each(value, path, [this](const QJsonValue &fact, const QString &at) { return factRow(fact, at); });
        case Shape::Columns:
            return filled(value, path, columnKeys);
        case Shape::Codes:
            return filled(value, path, codeKeys);
        case Shape::Blocks:
            return each(value, path, [this](const QJsonValue &some, const QString &at) { return block(some, at); });
        }
        return {};
    }

    base::Result<> templateText(const QJsonValue &value, const QString &path)
    {
        if (!value.isString())
            return fault(path, u"not a text"_s);
        const QString wrong = Words::templateFault(value.toString());
        return must(wrong.isEmpty(), path, wrong);
    }

    base::Result<> parts(const QJsonValue &value, const QString &path)
    {
        if (!value.isObject())
            return fault(path, u"not an object"_s);
        const QJsonObject all = value.toObject();
        for (const QString &name : all.keys()) {
            if (const auto checked = templateText(all[name], below(path, name)); !checked)
                return checked;
            if (all[name].toString().contains(u"{{>"_s))
                return fault(below(path, name), u"a part cannot take in parts"_s);
        }
        return {};
    }

    base::Result<> matches(const QJsonValue &value, const QString &pattern, const QString &path)
    {
        const bool fits = QRegularExpression(pattern).match(value.toString()).hasMatch();
        return must(fits, path, u"not allowed: %1"_s.arg(value.toVariant().toString().left(40)));
    }

    template <class Check>
    base::Result<> each(const QJsonValue &value, const QString &path, Check checkOne)
    {
        if (!value.isArray())
            return fault(path, u"not a list"_s);
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (const auto checked = checkOne(list[i], u"%1[%2]"_s.arg(path).arg(i)); !checked)
                return checked;
        }
        return {};
    }

    base::Result<> filled(const QJsonValue &value, const QString &path, const Keys &keys)
    {
        if (value.isArray() && value.toArray().isEmpty())
            return fault(path, u"empty"_s);
        return each(value, path, [&](const QJsonValue &one, const QString &at) { return object(one, keys, at); });
    }

    /// ["label", "text"] or {"label": …, "text": …, "if": …}.
    base::Result<> factRow(const QJsonValue &value, const QString &path)
    {
        if (!value.isArray())
            return object(value, factKeys, path);
        if (value.toArray().size() != 2)
            return fault(path, u"not a label and a text"_s);
        return check(value, Shape::Templates, path);
    }

    base::Result<> block(const QJsonValue &value, const QString &path)
    {
        const auto keys = blockKeys.constFind(value[u"kind"_s].toString());
        if (keys == blockKeys.cend())
            return fault(below(path, u"kind"_s), u"unknown kind of block"_s);
        return object(value, everyBlock + *keys, path);
    }

    static QString below(const QString &path, const QString &name)
    {
        return path.isEmpty() ? name : path + u'.' + name;
    }

    base::Result<> must(bool holds, const QString &path, const QString &detail) const
    {
        return holds ? base::Result<>() : fault(path, detail);
    }

    base::Result<> fault(const QString &path, const QString &detail) const
    {
        return base::Fail({base::Error::Kind::Document, detail, u"%1: %2"_s.arg(m_file, path)});
    }

    QString m_file;
};

}

base::Result<> checkFormShape(const QJsonObject &form, const QString &file)
{
    return Inspector(file).object(form, formKeys, {});
}

}
