#include "core/guides/spelledtext.h"

#include <bitset>

namespace guides {

namespace {

constexpr size_t longestQuery = 100;

quint32 initialBit(char32_t c)
{
    return c >= U'a' && c <= U'z' ? 1u << (c - U'a') : 0;
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
                    eachReach(letters[at], m_query, position, [this](size_t end) { m_next.set(end); });
            }
            if (m_next[m_query.size()])
                return true;
            reached = m_next;
        }
        return false;
    }

private:
    using Positions = std::bitset<longestQuery + 1>;

    const std::u32string &m_query;
    Positions m_next;
};

}

Spelling::Letter::Letter(char32_t itself, QList<QByteArray> soundsLike)
    : character(itself), readings(std::move(soundsLike))
{
    for (const QByteArray &reading : std::as_const(readings))
        initials |= initialBit(char32_t(reading.front()));
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

Spelling spelled(const QString &text, const Pinyin &pinyin)
{
    Spelling spelling;
    for (const char32_t letter : plainLetters(text))
        spelling.letters.append({letter, pinyin.readingsOf(letter)});
    return spelling;
}

std::u32string typedLetters(const QString &raw)
{
    return plainLetters(raw.left(qsizetype(longestQuery) * 4)).substr(0, longestQuery);
}

}
