#include "core/base/delimited.h"

#include "core/base/text.h"

#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace base {

using namespace Qt::StringLiterals;

namespace {

/// What parts the cells: the first of these that stands outside quotes in the first line with anything in it. Null: spaces.
QChar separatorOf(const QString &text)
{
    const QStringView line = QStringView(text).trimmed();
    for (const char16_t candidate : {u'\t', u',', u'，', u';', u'；'}) {
        bool quoted = false;
        for (const QChar c : line) {
            quoted = quoted != (c == u'"');
            if (!quoted && c == u'\n')
                break;
            if (!quoted && c == candidate)
                return candidate;
        }
    }
    return {};
}

class DelimitedReader
{
public:
    DelimitedReader(const QString &text, const Delimited::Bounds &bounds) : m_text(text), m_bounds(bounds), m_separator(separatorOf(text)) { }

    Delimited read()
    {
        for (qsizetype at = 0; at < m_text.size(); ++at) {
            const QChar c = m_text[at];
            if (m_quoted)
                at += takeQuoted(at);
            else if (c == u'"' && m_cell.trimmed().isEmpty())
                m_quoted = true;
            else if (c == u'\n')
                endRow();
            else if (isSeparator(c))
                endCell();
            else
                m_cell += c;
            m_line += c == u'\n' ? 1 : 0;
            m_read.isTooLarge = m_read.rows.size() > m_bounds.rows || m_row.cells.size() > m_bounds.columns;
            if (m_read.isTooLarge)
                return m_read;
        }
        if (m_quoted)
            m_read.openQuote = m_row.line;
        else
            endRow();
        return m_read;
    }

private:
    /// How many characters more than one were taken.
    qsizetype takeQuoted(qsizetype at)
    {
        const bool isQuote = m_text[at] == u'"';
        const bool isDoubled = isQuote && at + 1 < m_text.size() && m_text[at + 1] == u'"';
        if (!isQuote || isDoubled)
            m_cell += m_text[at];
        else
            m_quoted = false;
        return isDoubled ? 1 : 0;
    }
    bool isSeparator(QChar c) const { return m_separator.isNull() ? c == u' ' || c == u'\u3000' : c == m_separator; }

    void endCell()
    {
        const QString cell = base::cleanLine(std::exchange(m_cell, {}), m_bounds.cell);
        if (!m_separator.isNull() || !cell.isEmpty()) // several spaces part as one
            m_row.cells.append(cell);
    }
    void endRow()
    {
        endCell();
        const bool hasText = std::ranges::any_of(m_row.cells, [](const QString &cell) { return !cell.isEmpty(); });
        if (hasText)
            m_read.rows.append(m_row);
        m_row = {.line = m_line + 1, .cells = {}};
    }

    const QString &m_text;
    const Delimited::Bounds m_bounds;
    const QChar m_separator;
    Delimited m_read;
    Delimited::Row m_row{.line = 1, .cells = {}};
    QString m_cell;
    int m_line = 1;
    bool m_quoted = false;
};

/// Nothing when \a bytes are no text in \a encoding.
std::optional<QString> decoded(const QByteArray &bytes, QStringDecoder decoder)
{
    if (!decoder.isValid())
        return {};
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter) || text.contains(QChar::Null))
        return {};
    return text;
}

}

Delimited readDelimited(const QString &text, const Delimited::Bounds &bounds)
{
    const QString lines = QString(text).replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return DelimitedReader(lines, bounds).read();
}

std::optional<QString> textOfFile(const QByteArray &bytes)
{
    if (const auto marked = QStringDecoder::encodingForData(bytes))
        return decoded(bytes, QStringDecoder(*marked));
    if (const auto text = decoded(bytes, QStringDecoder(QStringDecoder::Utf8)))
        return text;
    return decoded(bytes, QStringDecoder("GB18030"));
}

}
