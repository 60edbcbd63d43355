#include "core/devices/cardreader.h"

#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

namespace devices {

namespace {

using namespace Qt::StringLiterals;

constexpr int longestServiceWords = 80;
constexpr qsizetype longestPhoto = 512 << 10; // bytes

/// The JSON in \a text, out of the call that a service for web pages may wrap around it (JSONP).
QJsonValue jsonIn(QString text)
{
    text = text.trimmed();
    const qsizetype open = text.indexOf(u'(');
    const bool isCall = !text.startsWith(u'{') && open > 0 && text.lastIndexOf(u')') > open;
    if (isCall)
        text = text.mid(open + 1, text.lastIndexOf(u')') - open - 1);
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Undefined);
}

/// What stands at \a path, keys and places in lists by dots. A text on the way that holds JSON itself is gone into.
QJsonValue valueAt(QJsonValue value, const QString &path)
{
    for (const QString &step : path.split(u'.')) {
        if (value.isString())
            value = jsonIn(value.toString());
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    }
    return value;
}

QString textAt(const QJsonValue &root, const QString &path)
{
    const QJsonValue value = valueAt(root, path);
    if (value.isDouble())
        return QString::number(value.toDouble(), 'f', 0);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.toString();
}

std::optional<QString> decoded(const QByteArray &answer, const QByteArray &charset)
{
    QStringDecoder decoder(charset.constData());
    const QString text = decoder(answer);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

class Answer
{
public:
    Answer(QJsonValue root, const CardMapping &mapping) : m_root(std::move(root)), m_mapping(mapping) { }

    CardRead card()
    {
        if (const auto trouble = refusal())
            return tl::unexpected(*trouble);
        domain::PersonCard card{.name = text(u"name"_s),
                                .sex = sex(),
                                .ethnicity = ethnicity(),
                                .birth = date(u"birth"_s),
                                .address = text(u"address"_s),
                                .number = text(u"number"_s),
                                .authority = text(u"authority"_s),
                                .photo = photo()};
        readValidity(card);
        for (const QString &field : {u"name"_s, u"number"_s}) {
            if (text(field).trimmed().isEmpty())
                misunderstood(field);
        }
        if (!m_misunderstood.isEmpty())
            return tl::unexpected(CardTrouble{CardTroubleKind::NotUnderstood, m_misunderstood});
        return domain::cleanedCard(card);
    }

private:
    /// What the service says instead of a card.
    std::optional<CardTrouble> refusal() const
    {
        if (m_mapping.code.isEmpty())
            return {};
        const QString code = textAt(m_root, m_mapping.code);
        if (m_mapping.success.contains(code))
            return {};
        if (code.isEmpty())
            return CardTrouble{CardTroubleKind::NotUnderstood, m_mapping.code};
        const QString words = m_mapping.words.isEmpty() ? QString() : textAt(m_root, m_mapping.words);
        return CardTrouble{m_mapping.troubles.value(code, CardTroubleKind::Refused),
                           base::cleanLine(words.isEmpty() ? code : u"%1（%2）"_s.arg(words, code), longestServiceWords)};
    }

    QString text(const QString &field) const
    {
        const QString path = m_mapping.fields.value(field);
        return path.isEmpty() ? QString() : textAt(m_root, path);
    }

    void misunderstood(const QString &field)
    {
        if (m_misunderstood.isEmpty())
            m_misunderstood = m_mapping.fields.value(field);
    }

    QString sex()
    {
        static const QMap<QString, QString> usual{{u"1"_s, u"男"_s}, {u"2"_s, u"女"_s}, {u"男"_s, u"男"_s}, {u"女"_s, u"女"_s},
                                                  {u"男性"_s, u"男"_s}, {u"女性"_s, u"女"_s}, {u"0"_s, {}}, {u"9"_s, {}}, {{}, {}}};
        const QString word = text(u"sex"_s).trimmed();
        const QString mapped = m_mapping.sexes.value(word, usual.value(word));
        if (mapped.isEmpty() && !usual.contains(word))
            misunderstood(u"sex"_s);
        return mapped;
    }

    QString ethnicity() const
    {
        const QString word = text(u"ethnicity"_s).trimmed();
        const QString known = domain::ethnicityOf(word);
        return known.isEmpty() ? word : known;
    }

    QDate dateOf(const QString &words) const
    {
        for (const QString &format : m_mapping.dates) {
            if (const QDate date = QDate::fromString(words.trimmed(), format); date.isValid())
                return date;
        }
        return {};
    }

    QDate date(const QString &field)
    {
        const QString words = text(field).trimmed();
        const QDate date = dateOf(words);
        if (!words.isEmpty() && !date.isValid())
            misunderstood(field);
        return date;
    }

    void readValidity(domain::PersonCard &card)
    {
        const QString until = text(u"until"_s).trimmed();
        card.from = date(u"from"_s);
        card.forLong = m_mapping.forLong.contains(until);
        card.until = card.forLong ? QDate() : date(u"until"_s);
        const QString both = text(u"validity"_s).trimmed();
        if (both.isEmpty())
            return;
        static const QRegularExpression shape(u"^(\\d{4}[^0-9]?\\d{1,2}[^0-9]?\\d{1,2}日?)\\s*[-–—~至]+\\s*(.+)$"_s);
        const QRegularExpressionMatch parts = shape.match(both);
        card.from = dateOf(parts.captured(1));
        card.forLong = m_mapping.forLong.contains(parts.captured(2).trimmed());
        card.until = card.forLong ? QDate() : dateOf(parts.captured(2));
        if (!card.from.isValid() || (!card.forLong && !card.until.isValid()))
            misunderstood(u"validity"_s);
    }

    /// A photo that is none does not cost the card.
    QByteArray photo() const
    {
        const QString words = text(u"photo"_s);
        const auto bytes = QByteArray::fromBase64Encoding(words.mid(words.startsWith("data:"_L1) ? words.indexOf(u',') + 1 : 0).toLatin1(),
                                                          QByteArray::AbortOnBase64DecodingErrors);
        return bytes && bytes.decoded.size() <= longestPhoto ? bytes.decoded : QByteArray();
    }

    const QJsonValue m_root;
    const CardMapping &m_mapping;
    QString m_misunderstood; ///< path
};

}

CardRead cardFromAnswer(const QByteArray &answer, const CardMapping &mapping)
{
    const std::optional<QString> text = decoded(answer, mapping.charset);
    if (!text)
        return tl::unexpected(CardTrouble{CardTroubleKind::NotUnderstood, QString::fromLatin1(mapping.charset)});
    const QJsonValue root = jsonIn(*text);
    if (!root.isObject())
        return tl::unexpected(CardTrouble{CardTroubleKind::NotUnderstood, u"JSON"_s});
    return Answer(root, mapping).card();
}

bool isCardAnswer(const QByteArray &answer, const CardMapping &mapping)
{
    if (!mapping.only)
        return true;
    const std::optional<QString> text = decoded(answer, mapping.charset);
    return text && textAt(jsonIn(*text), mapping.only->path) == mapping.only->value;
}

}
