#include "core/guides/needle.h"

namespace guides {

namespace {
constexpr quint64 nothingTaken = 1;
}

Needle::Needle(std::u32string word, const Alphabet &alphabet)
    : m_word(std::move(word)), m_alphabet(&alphabet), m_bySound(alphabet.sounds(), Taking{}),
      m_itself(alphabet.letters(), 0), m_begins(alphabet.letters(), false)
{
    for (size_t position = 0; position < m_word.size(); ++position) {
        const Positions bit = Positions(1) << position;
        if (const std::optional<quint32> letter = alphabet.find(m_word[position]))
            m_itself[*letter] |= bit;
        for (size_t length = 1; length <= Pinyin::longestReading && position + length <= m_word.size(); ++length) {
            if (const auto beginning = alphabet.beginning(std::u32string_view(m_word).substr(position, length))) {
                for (const quint16 sound : alphabet.soundsWith(*beginning))
                    m_bySound[sound][length - 1] |= bit;
            }
        }
    }
    for (quint32 letter = 0; letter < alphabet.letters(); ++letter)
        m_begins[letter] = after(nothingTaken, letter) != 0;
}

Needle::Positions Needle::after(Positions reached, quint32 letter) const
{
    Positions next = (reached & m_itself[letter]) << 1;
    const Taking &taking = m_bySound[m_alphabet->soundNumber(letter)];
    for (size_t length = 1; length <= taking.size(); ++length)
        next |= (reached & taking[length - 1]) << length;
    return next;
}

bool Needle::fitsStart(std::span<const quint32> text) const
{
    Positions reached = nothingTaken;
    for (const quint32 letter : text) {
        reached = after(reached, letter);
        if (reached & end())
            return true;
        if (!reached)
            return false;
    }
    return false;
}

bool Needle::fits(std::span<const quint32> text) const
{
    Positions reached = nothingTaken;
    for (const quint32 letter : text) {
        if (reached == nothingTaken && !m_begins[letter])
            continue;
        reached = after(reached, letter) | nothingTaken;
        if (reached & end())
            return true;
    }
    return false;
}

bool Needle::stands(std::span<const quint32> text) const
{
    Positions reached = nothingTaken;
    for (const quint32 letter : text) {
        reached = (reached & m_itself[letter]) << 1 | nothingTaken;
        if (reached & end())
            return true;
    }
    return false;
}

QList<Needle::Step> Needle::steps(size_t position) const
{
    QList<Step> steps;
    const std::optional<quint32> letter = m_alphabet->find(m_word[position]);
    for (size_t length = 1; length <= Pinyin::longestReading && position + length <= m_word.size(); ++length) {
        if (const auto beginning = m_alphabet->beginning(std::u32string_view(m_word).substr(position, length)))
            steps.append({length, *beginning});
    }
    if (!steps.isEmpty() || !letter)
        return steps;
    steps.append({1, m_alphabet->sound(*letter).whole}); // whichever of its readings: it has them all
    return steps;
}

int Needle::firstLetter(size_t position) const
{
    const char32_t c = m_word[position];
    if (c >= U'a' && c <= U'z')
        return int(c - U'a');
    return m_alphabet->sound(*m_alphabet->find(c)).firsts.front();
}

}
