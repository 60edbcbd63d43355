#include "core/guides/alphabet.h"

#include <algorithm>

namespace guides {

namespace {

bool isLatin(char32_t c)
{
    return c >= U'a' && c <= U'z';
}

/// Up to Pinyin::longestReading Latin letters in one number; 0 when \a part is none.
quint32 packed(std::u32string_view part)
{
    static_assert(Pinyin::longestReading * 5 <= 32);
    quint32 number = 0;
    for (const char32_t c : part) {
        if (!isLatin(c))
            return 0;
        number = number << 5 | quint32(c - U'a' + 1);
    }
    return number;
}

void insert(auto &list, auto value)
{
    if (std::ranges::find(list, value) == list.end())
        list.push_back(value);
}

}

quint32 Alphabet::add(char32_t letter)
{
    const auto [at, isNew] = m_numbers.try_emplace(letter, quint32(m_soundOfLetter.size()));
    if (isNew)
        m_soundOfLetter.push_back(soundOf(letter));
    return at->second;
}

quint16 Alphabet::soundOf(char32_t letter)
{
    // Numbers of Pinyin are below 65,536; Latin letters and “none” stand above them.
    const std::optional<quint16> known = m_pinyin->sound(letter);
    const quint32 key = known ? *known : isLatin(letter) ? 0x10000 + letter : 0x10000;
    const auto [at, isNew] = m_soundNumbers.try_emplace(key, quint16(m_sounds.size()));
    if (isNew) {
        Sound sound;
        if (known) {
            for (const QByteArray &reading : m_pinyin->readings(*known))
                addBeginnings(sound, at->second, reading);
        } else if (isLatin(letter)) {
            addBeginnings(sound, at->second, QByteArray(1, char(letter)));
        } else {
            sound.firsts = {noLatinLetter};
        }
        m_sounds.push_back(std::move(sound));
    }
    return at->second;
}

void Alphabet::addBeginnings(Sound &sound, quint16 number, const QByteArray &reading)
{
    std::u32string typed;
    for (const char c : reading)
        typed += char32_t(c);
    QList<std::u32string> ways{typed};
    if (const size_t at = typed.find(U'v'); at != typed.npos && reading.size() > 1)
        ways.append(typed.replace(at, 1, 1, U'u'));
    for (const std::u32string &way : std::as_const(ways)) {
        insert(sound.firsts, quint8(way.front() - U'a'));
        for (size_t length = 1; length <= way.size(); ++length) {
            const quint32 key = packed(std::u32string_view(way).substr(0, length));
            const auto [at, isNew] = m_beginnings.try_emplace(key, quint16(m_soundsByBeginning.size()));
            if (isNew)
                m_soundsByBeginning.emplace_back();
            insert(sound.beginnings, at->second);
            insert(m_soundsByBeginning[at->second], number);
            if (length == way.size() && !sound.whole)
                sound.whole = at->second;
        }
    }
}

std::optional<quint32> Alphabet::find(char32_t letter) const
{
    const auto at = m_numbers.find(letter);
    return at == m_numbers.end() ? std::nullopt : std::optional(at->second);
}

std::optional<quint16> Alphabet::beginning(std::u32string_view part) const
{
    const quint32 key = packed(part);
    const auto at = m_beginnings.find(key);
    return key == 0 || at == m_beginnings.end() ? std::nullopt : std::optional(at->second);
}

}
