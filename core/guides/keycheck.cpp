#include "core/guides/keycheck.h"

#include "core/guides/inspection.h"

#include <QVarLengthArray>

#include <algorithm>

namespace guides {

using namespace Qt::StringLiterals;

namespace {

/// No object of a pack has nearly as many; comparing each with each stays cheap.
constexpr qsizetype mostKeys = 64;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class KeyScan
{
public:
    KeyScan(QByteArrayView json, Inspection &inspection) : m_json(json), m_inspection(inspection) { }

    void value()
    {
        switch (next()) {
        case '{':
            object();
            break;
        case '[':
            array();
            break;
        case '"':
            string();
            break;
        default:
            skipWord();
        }
    }

private:
    /// The next character that means something; it is not consumed.
    char next()
    {
        while (m_at < m_json.size() && isSpace(m_json[m_at]))
            ++m_at;
        return m_at < m_json.size() ? m_json[m_at] : '\0';
    }

    bool take(char expected)
    {
        const bool isThere = next() == expected;
        m_at += isThere;
        return isThere;
    }

    void object()
    {
        QVarLengthArray<QByteArrayView, mostKeys> keys;
        ++m_at;
        while (next() == '"') {
            const QByteArrayView key = string();
            look(key, keys);
            take(':');
            const Inspection::Step step = m_inspection.into(QUtf8StringView(key.data(), key.size()));
            value();
            take(',');
        }
        take('}');
    }

    void look(QByteArrayView key, QVarLengthArray<QByteArrayView, mostKeys> &keys)
    {
        const QUtf8StringView name(key.data(), key.size());
        if (key.contains('\\'))
            m_inspection.faultAt(name, u"key written with an escape"_s);
        else if (std::ranges::find(keys, key) != keys.end())
            m_inspection.faultAt(name, u"key stands twice in one object"_s);
        if (keys.size() < mostKeys)
            keys.append(key);
    }

    void array()
    {
        ++m_at;
        for (qsizetype index = 0; next() != ']' && next() != '\0'; ++index) {
            const Inspection::Step step = m_inspection.into(index);
            value();
            take(',');
        }
        take(']');
    }

    /// The raw text between the quotation marks.
    QByteArrayView string()
    {
        const qsizetype begin = ++m_at;
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        const QByteArrayView text = m_json.sliced(begin, std::min(m_at, m_json.size()) - begin);
        ++m_at;
        return text;
    }

    void skipWord()
    {
        const auto isEnd = [](char c) { return c == ',' || c == ']' || c == '}' || isSpace(c); };
        while (m_at < m_json.size() && !isEnd(m_json[m_at]))
            ++m_at;
    }

    QByteArrayView m_json;
    Inspection &m_inspection;
    qsizetype m_at = 0;
};

}

void checkKeys(QByteArrayView json, Inspection &inspection)
{
    KeyScan(json, inspection).value();
}

}
