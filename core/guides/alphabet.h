#pragma once

#include "core/guides/pinyin.h"

#include <string_view>
#include <unordered_map>

namespace guides {

/// Every letter of the searched texts under a number, with all ways to type it.
class Alphabet
{
public:
    /// First letters that can be typed: a–z, and one for everything that is no Latin letter.
    static constexpr int firstLetters = 27;
    static constexpr int noLatinLetter = 26;

    /// How letters that sound alike can be typed.
    struct Sound {
        /// Every beginning of every reading (x, xi, xin), ü also as u; a Latin letter sounds like itself.
        std::vector<quint16> beginnings;
        std::vector<quint8> firsts; ///< the first letters of these, never empty
        std::optional<quint16> whole; ///< of the beginnings, one whole reading; nothing when there is no reading
    };

    /// \a pinyin outlives add().
    explicit Alphabet(const Pinyin &pinyin) : m_pinyin(&pinyin) { }
    /// The number of \a letter, a new one when it was not there.
    quint32 add(char32_t letter);

    /// How many letters, sounds, beginnings there are: the numbers run from 0.
    size_t letters() const { return m_soundOfLetter.size(); }
    size_t sounds() const { return m_sounds.size(); }
    size_t beginnings() const { return m_soundsByBeginning.size(); }

    std::optional<quint32> find(char32_t letter) const;
    quint16 soundNumber(quint32 letter) const { return m_soundOfLetter[letter]; }
    const Sound &sound(quint32 letter) const { return m_sounds[m_soundOfLetter[letter]]; }
    /// The number of what is typed in \a part of a word when it begins any reading.
    std::optional<quint16> beginning(std::u32string_view part) const;
    /// The sounds that begin so.
    const std::vector<quint16> &soundsWith(quint16 beginning) const { return m_soundsByBeginning[beginning]; }

private:
    quint16 soundOf(char32_t letter);
    void addBeginnings(Sound &sound, quint16 number, const QByteArray &reading);

    const Pinyin *m_pinyin;
    std::unordered_map<char32_t, quint32> m_numbers;
    std::vector<quint16> m_soundOfLetter;
    std::vector<Sound> m_sounds;
    std::unordered_map<quint32, quint16> m_soundNumbers; ///< by number of Pinyin, or by Latin letter
    std::unordered_map<quint32, quint16> m_beginnings; ///< by the packed letters
    std::vector<std::vector<quint16>> m_soundsByBeginning;
};

}
