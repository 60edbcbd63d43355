#include "core/guides/pinyin.h"

#include <QFile>

#include <algorithm>
#include <bitset>

namespace guides {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t longestQuery = 100;

/// The letters and digits of \a raw in one plain form, so that what is typed and what is searched can be compared.
std::u32string plain(const QString &raw)
{
    QString text = raw.normalized(QString::NormalizationForm_KC).toLower();
    text.replace(u'ü', u'v');
    std::u32string letters = text.toStdU32String();
    std::erase_if(letters, [](char32_t c) { return !QChar::isLetterOrNumber(c); });
    return letters;
}

quint32 initialBit(char32_t c)
{
    return c >= U'a' && c <= U'z' ? 1u << (c - U'a') : 0;
}

quint32 initialsOf(const QList<QByteArray> &readings)
{
    quint32 initials = 0;
    for (const QByteArray &reading : readings)
        initials |= initialBit(char32_t(reading.front()));
    return initials;
}

bool sounds(char read, char32_t typed)
{
    return char32_t(read) == typed || (read == 'v' && typed == U'u');
}

/// Goes along a spelling and a query at once. Which positions of the query can be reached is all that must be remembered.
class Fit
{
public:
    explicit Fit(const std::u32string &query) : m_query(query) { }

    bool from(const QList<Spelling::Letter> &letters, qsizetype start)
    {
        Positions reached(1);
        for (qsizetype at = start; at < letters.size() && reached.any(); ++at) {
            m_next.reset();
            for (size_t position = 0; position < m_query.size(); ++position) {
                if (reached[position])
                    step(letters[at], position);
            }
            if (m_next[m_query.size()])
                return true;
            reached = m_next;
        }
        return false;
    }

private:
    using Positions = std::bitset<longestQuery + 1>;

    void step(const Spelling::Letter &letter, size_t position)
    {
        if (m_query[position] == letter.character)
            m_next.set(position + 1);
        for (const QByteArray &reading : letter.readings) {
            size_t end = position;
            for (const char sound : reading) {
                if (end == m_query.size() || !sounds(sound, m_query[end]))
                    break;
                m_next.set(++end);
            }
        }
    }

    const std::u32string &m_query;
    Positions m_next;
};

/// Character and readings of a line such as "行\txing hang heng".
std::optional<std::pair<char32_t, QByteArrayView>> splitLine(QByteArrayView line)
{
    const qsizetype tab = line.indexOf('\t');
    if (tab < 1)
        return {};
    const QList<uint> character = QString::fromUtf8(line.first(tab)).toUcs4();
    if (character.size() != 1)
        return {};
    return std::pair(char32_t(character.front()), line.sliced(tab + 1));
}

bool isReading(const QByteArray &reading)
{
    return !reading.isEmpty() && std::ranges::all_of(reading, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// About a thousand sets of readings serve all characters: those that sound alike share one list.
class ReadingSets
{
public:
    /// The readings in \a text, parted by spaces; nothing when one of them is none. \a text must stay.
    std::optional<QList<QByteArray>> of(QByteArrayView text)
    {
        if (const auto known = m_sets.constFind(text); known != m_sets.constEnd())
            return *known;
        const QList<QByteArray> readings = text.toByteArray().split(' ');
        if (!std::ranges::all_of(readings, isReading))
            return {};
        m_sets.insert(text, readings);
        return readings;
    }

private:
    QHash<QByteArrayView, QList<QByteArray>> m_sets;
};

}

qsizetype Spelling::find(const std::u32string &query) const
{
    if (query.empty())
        return 0;
    if (query.size() > longestQuery)
        return -1;
    const char32_t first = query.front();
    const quint32 initial = initialBit(first) | (first == U'u' ? initialBit(U'v') : 0);
    Fit fit(query);
    for (qsizetype start = 0; start < letters.size(); ++start) {
        const bool canBegin = letters[start].character == first || (letters[start].initials & initial) != 0;
        if (canBegin && fit.from(letters, start))
            return start;
    }
    return -1;
}

std::u32string typed(const QString &raw)
{
    return plain(raw.left(qsizetype(longestQuery) * 4)).substr(0, longestQuery);
}

base::Result<Pinyin> Pinyin::load(const QString &file)
{
    QFile source(file);
    if (!source.open(QFile::ReadOnly))
        return base::Fail({base::Error::Kind::Document, source.errorString(), file});
    const QByteArray table = source.readAll();
    Pinyin pinyin;
    pinyin.m_readings.reserve(table.count('\n'));
    ReadingSets sets;
    qsizetype number = 0;
    for (qsizetype begin = 0, end = 0; begin < table.size(); begin = end + 1) {
        ++number;
        end = table.indexOf('\n', begin);
        const QByteArrayView line = QByteArrayView(table).sliced(begin, (end < 0 ? table.size() : end) - begin);
        const auto entry = splitLine(line);
        const auto readings = entry ? sets.of(entry->second) : std::nullopt;
        if (readings)
            pinyin.m_readings.insert(entry->first, *readings);
        else if (!line.startsWith('#'))
            return base::Fail({base::Error::Kind::Document, u"is no character with its readings"_s,
                               u"%1: line %2"_s.arg(file).arg(number)});
        if (end < 0)
            break;
    }
    return pinyin;
}

Spelling Pinyin::spell(const QString &text) const
{
    Spelling spelling;
    for (const char32_t c : plain(text)) {
        const QList<QByteArray> readings = m_readings.value(c);
        spelling.letters.append({c, readings, initialsOf(readings)});
    }
    return spelling;
}

}
