#include "app/hub/web/fields.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace web {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 100;
constexpr qsizetype mostCookies = 50;

base::Fail noField(const QString &detail, const QString &name = {})
{
    return base::Fail({base::Error::Kind::Document, detail, name});
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isBadControl(QChar c)
{
    return c.category() == QChar::Other_Control && c != u'\t' && c != u'\n';
}

/// RFC 6265, 4.1.1.
bool isCookieByte(char c)
{
    return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
}

}

base::Result<QString> decoded(const QByteArray &encoded, bool plusIsSpace)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype at = 0; at < encoded.size(); ++at) {
        const char c = encoded[at];
        if (c == '+' && plusIsSpace) {
            bytes += ' ';
        } else if (c != '%') {
            bytes += c;
        } else {
            const int high = at + 2 < encoded.size() ? hexDigit(encoded[at + 1]) : -1;
            const int low = high < 0 ? -1 : hexDigit(encoded[at + 2]);
            if (low < 0)
                return noField(u"a percent sign without two digits"_s);
            bytes += char(high * 16 + low);
            at += 2;
        }
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8(bytes);
    if (utf8.hasError())
        return noField(u"no UTF-8"_s);
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    if (std::ranges::any_of(text, isBadControl))
        return noField(u"a control character"_s);
    return text;
}

base::Result<Fields> Fields::read(const QByteArray &encoded, qsizetype most)
{
    Fields fields;
    for (qsizetype from = 0; from < encoded.size();) {
        const qsizetype end = encoded.indexOf('&', from);
        const QByteArray pair = encoded.mid(from, end < 0 ? -1 : end - from);
        from = end < 0 ? encoded.size() : end + 1;
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const base::Result<QString> name = decoded(equals < 0 ? pair : pair.first(equals), true);
        if (!name)
            return base::Fail(name.error());
        if (name->isEmpty() || name->size() > longestName)
            return noField(u"a field without a name, or with a long one"_s);
        const base::Result<QString> value = equals < 0 ? QString() : decoded(pair.mid(equals + 1), true);
        if (!value)
            return noField(value.error().detail, *name);
        if (fields.m_values.contains(*name))
            return noField(u"comes twice"_s, *name);
        if (fields.m_names.size() >= most)
            return noField(u"more than %1 fields"_s.arg(most));
        fields.m_names << *name;
        fields.m_values.insert(*name, *value);
    }
    return fields;
}

QHash<QByteArray, QByteArray> cookiesIn(const QByteArray &header)
{
    QHash<QByteArray, QByteArray> cookies;
    QSet<QByteArray> twice;
    const QByteArrayList pairs = header.split(';');
    for (const QByteArray &one : pairs.mid(0, mostCookies)) {
        const QByteArray pair = one.trimmed();
        const qsizetype equals = pair.indexOf('=');
        if (equals <= 0)
            continue;
        const QByteArray name = pair.first(equals);
        const QByteArray value = pair.mid(equals + 1);
        if (!std::ranges::all_of(name, isCookieByte) || !std::ranges::all_of(value, isCookieByte))
            continue;
        if (cookies.contains(name))
            twice.insert(name);
        cookies.insert(name, value);
    }
    for (const QByteArray &name : std::as_const(twice))
        cookies.remove(name);
    return cookies;
}

}
