#pragma once

#include "core/guides/alphabet.h"
#include "core/guides/spelling.h"

#include <array>
#include <span>

namespace guides {

/// One typed word, made ready to be looked for in many texts: each letter of a text takes itself or the beginning of one of its
/// readings (at least one Latin letter, at most all) from the word, without a gap; u is as good as ü.
class Needle
{
public:
    /// One way to go on from a position of the word: so many of its letters are taken by one letter of the text, which sounds
    /// like \c beginning when there is one.
    struct Step {
        size_t length = 1;
        std::optional<quint16> beginning;
    };

    /// \a word has 1–longestWord letters as typedWords() makes them. \a alphabet outlives the needle.
    Needle(std::u32string word, const Alphabet &alphabet);

    /// Whether the word fits \a text, letters by their number in the alphabet, from its start.
    bool fitsStart(std::span<const quint32> text) const;
    /// Whether it fits anywhere.
    bool fits(std::span<const quint32> text) const;
    /// Whether it stands anywhere as it is, without sounds.
    bool stands(std::span<const quint32> text) const;

    size_t size() const { return m_word.size(); }
    /// All ways to go on from \a position; none: the word fits nowhere.
    QList<Step> steps(size_t position) const;
    /// One first letter (see Alphabet) that each letter of a text has which takes anything from \a position on; the position
    /// has steps.
    int firstLetter(size_t position) const;

private:
    using Positions = quint64; ///< bit n: the first n letters of the word are taken
    static_assert(longestWord < 64);
    /// From which positions how many letters can be taken: [length - 1].
    using Taking = std::array<Positions, Pinyin::longestReading>;

    Positions after(Positions reached, quint32 letter) const;
    Positions end() const { return Positions(1) << m_word.size(); }

    std::u32string m_word;
    const Alphabet *m_alphabet;
    std::vector<Taking> m_bySound;
    std::vector<Positions> m_itself; ///< by letter: the positions where it stands in the word
    std::vector<bool> m_begins; ///< by letter: whether it can take the first letter
};

}
