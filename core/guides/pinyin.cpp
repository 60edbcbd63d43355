#include "core/guides/pinyin.h"

#include <QFile>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace guides {

using namespace Qt::StringLiterals;

/// Fills a Pinyin line by line. The program waits for this at every start, so nothing is allocated for a character.
class ReadingTable
{
public:
    explicit ReadingTable(const QString &table) : m_table(table) { }

    /// False: line() is no character with its readings, or stands out of order.
    bool read()
    {
        for (qsizetype begin = 0; begin < m_table.size(); ++m_line) {
            const qsizetype found = m_table.indexOf(u'\n', begin);
            const qsizetype end = found < 0 ? m_table.size() : found;
            const QStringView text = m_table.sliced(begin, end - begin);
            if (!text.startsWith(u'#') && !readLine(text))
                return false;
            begin = end + 1;
        }
        return true;
    }

    int line() const { return m_line; }
    Pinyin take() { return std::move(m_pinyin); }

private:
    /// E.g. "行\txing hang heng".
    bool readLine(QStringView text)
    {
        const qsizetype length = !text.isEmpty() && text.front().isHighSurrogate() ? 2 : 1;
        if (text.size() < length + 2 || text[length] != u'\t')
            return false;
        const char32_t character = length == 1 ? text[0].unicode() : QChar::surrogateToUcs4(text[0], text[1]);
        const bool isInOrder = m_pinyin.m_characters.empty() || m_pinyin.m_characters.back() < character;
        const std::optional<quint16> sounds = soundsOf(text.sliced(length + 1));
        if (!QChar::isLetter(character) || !isInOrder || !sounds)
            return false;
        m_pinyin.m_characters.push_back(character);
        m_pinyin.m_sounds.push_back(*sounds);
        return true;
    }

    std::optional<quint16> soundsOf(QStringView text)
    {
        const std::u16string_view key(text.utf16(), size_t(text.size()));
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second;
        QList<QByteArray> readings;
        for (const QStringView reading : text.split(u' ')) {
            const bool isReading = !reading.isEmpty() && reading.size() <= Pinyin::longestReading
                && std::ranges::all_of(reading, [](QChar c) { return c >= u'a' && c <= u'z'; });
            if (!isReading)
                return {};
            readings.append(reading.toLatin1());
        }
        if (m_pinyin.m_readings.size() > std::numeric_limits<quint16>::max())
            return {};
        m_pinyin.m_readings.append(readings);
        return m_known.emplace(key, quint16(m_pinyin.m_readings.size() - 1)).first->second;
    }

    const QStringView m_table;
    Pinyin m_pinyin;
    std::unordered_map<std::u16string_view, quint16> m_known; ///< QHash takes three times as long here
    int m_line = 1;
};

base::Result<Pinyin> Pinyin::load(const QString &file)
{
    QFile source(file);
    if (!source.open(QFile::ReadOnly))
        return base::Fail({base::Error::Kind::Document, source.errorString(), file});
    const QString text = QString::fromUtf8(source.readAll());
    ReadingTable table(text);
    if (!table.read())
        return base::Fail({base::Error::Kind::Document, u"is no character with its readings, or out of order"_s,
                           u"%1: line %2"_s.arg(file).arg(table.line())});
    return table.take();
}

std::optional<quint16> Pinyin::sound(char32_t character) const
{
    const auto found = std::ranges::lower_bound(m_characters, character);
    if (found == m_characters.end() || *found != character)
        return {};
    return m_sounds[size_t(found - m_characters.begin())];
}

QList<QByteArray> Pinyin::readingsOf(char32_t character) const
{
    const std::optional<quint16> known = sound(character);
    return known ? readings(*known) : QList<QByteArray>();
}

}
