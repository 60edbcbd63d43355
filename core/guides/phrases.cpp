#include "core/guides/phrases.h"

#include <algorithm>
#include <bit>

namespace guides {

namespace {

constexpr size_t lettersOfABlock = 64;
constexpr size_t bits = 64;

size_t startOf(const std::vector<quint32> &ends, size_t index)
{
    return index == 0 ? 0 : ends[index - 1];
}

/// \a to or (\a one and \a two), word by word; what a list does not reach is not set.
void orBoth(Phrases::Blocks &to, const Phrases::Blocks &one, const Phrases::Blocks &two)
{
    const size_t words = std::min({to.size(), one.size(), two.size()});
    for (size_t i = 0; i < words; ++i)
        to[i] |= one[i] & two[i];
}

void orOne(Phrases::Blocks &to, const Phrases::Blocks &one)
{
    const size_t words = std::min(to.size(), one.size());
    for (size_t i = 0; i < words; ++i)
        to[i] |= one[i];
}

size_t pairOf(int first, int second)
{
    return size_t(first) * Alphabet::firstLetters + size_t(second);
}

}

quint32 Phrases::add(int field, const QString &text, const QString &shown)
{
    Draft &draft = m_drafts[size_t(field)];
    draft.texts.push_back(text);
    draft.shown.push_back(shown.isEmpty() ? text : shown);
    return quint32(draft.texts.size() - 1);
}

void Phrases::own(int field, quint32 entry, quint32 text)
{
    std::vector<Owner> &owners = m_drafts[size_t(field)].owners;
    const bool goesOn = !owners.empty() && owners.back().entry == entry;
    owners.push_back({.entry = entry, .order = goesOn ? owners.back().order + 1 : 0, .text = text});
}

void Phrases::addOnce(int field, quint32 entry, const QString &text)
{
    QHash<QString, quint32> &known = m_drafts[size_t(field)].known;
    const auto at = known.constFind(text);
    own(field, entry, at != known.constEnd() ? *at : *known.insert(text, add(field, text)));
}

void Phrases::close(const Pinyin &pinyin)
{
    m_alphabet.emplace(pinyin);
    m_withFirst.resize(Alphabet::firstLetters);
    m_withPair.resize(size_t(Alphabet::firstLetters) * Alphabet::firstLetters);
    for (Draft &draft : m_drafts) {
        append(draft);
        finishBlock();
        m_fieldEnds.push_back(quint32(m_blockEnds.size()));
    }
    m_drafts.clear();
    m_letters.shrink_to_fit();
}

void Phrases::append(Draft &draft)
{
    std::ranges::stable_sort(draft.owners, {}, &Owner::text);
    auto owner = draft.owners.cbegin();
    for (quint32 number = 0; number < draft.texts.size(); ++number) {
        const quint32 text = quint32(m_shown.size());
        for (; owner != draft.owners.cend() && owner->text == number; ++owner)
            m_owners.push_back({owner->entry, owner->order, text});
        m_ownerEnds.push_back(quint32(m_owners.size()));
        m_shown.push_back(draft.shown[number]);
        appendText(draft.texts[number]);
    }
}

void Phrases::appendText(const QString &text)
{
    const auto set = [block = m_blockEnds.size()](Blocks &blocks) {
        if (blocks.size() <= block / bits)
            blocks.resize(block / bits + 1);
        blocks[block / bits] |= quint64(1) << block % bits;
    };
    std::optional<quint32> before;
    for (const char32_t c : plainLetters(text)) {
        const quint32 letter = m_alphabet->add(c);
        m_withBeginning.resize(m_alphabet->beginnings());
        const Alphabet::Sound &sound = m_alphabet->sound(letter);
        for (const quint16 beginning : sound.beginnings)
            set(m_withBeginning[beginning]);
        for (const quint8 first : sound.firsts) {
            set(m_withFirst[first]);
            if (before) {
                for (const quint8 previous : m_alphabet->sound(*before).firsts)
                    set(m_withPair[pairOf(previous, first)]);
            }
        }
        before = letter;
        m_letters.push_back(letter);
    }
    m_textEnds.push_back(quint32(m_letters.size()));
    const size_t blockStart = startOf(m_textEnds, startOf(m_blockEnds, m_blockEnds.size()));
    if (m_letters.size() - blockStart >= lettersOfABlock)
        finishBlock();
}

void Phrases::finishBlock()
{
    if (startOf(m_blockEnds, m_blockEnds.size()) < m_textEnds.size())
        m_blockEnds.push_back(quint32(m_textEnds.size()));
}

Phrases::Blocks Phrases::mayHold(const Needle &needle) const
{
    // From the end of the word to its begin: the blocks that may hold what is typed from each position on.
    const size_t words = (m_blockEnds.size() + bits - 1) / bits;
    std::vector<Blocks> from(needle.size(), Blocks(words));
    std::vector<QList<Needle::Step>> steps(needle.size());
    for (size_t position = needle.size(); position-- > 0;) {
        steps[position] = needle.steps(position);
        for (const Needle::Step &step : std::as_const(steps[position])) {
            const Blocks &here
                = step.beginning ? m_withBeginning[*step.beginning] : m_withFirst[size_t(needle.firstLetter(position))];
            const size_t next = position + step.length;
            if (next == needle.size()) {
                orOne(from[position], here);
            } else if (!steps[next].isEmpty()) {
                Blocks both(words);
                orBoth(both, here, from[next]);
                orBoth(from[position], both,
                       m_withPair[pairOf(needle.firstLetter(position), needle.firstLetter(next))]);
            }
        }
    }
    return std::move(from.front());
}

void Phrases::find(const Needle &needle, const Blocks &blocks, int field, How how,
                   const std::function<bool(const Owner &)> &wanted,
                   const std::function<void(const Owner &)> &found) const
{
    const auto fits = [&](std::span<const quint32> text) {
        switch (how) {
        case How::Start:
            return needle.fitsStart(text);
        case How::Anywhere:
            return needle.fits(text);
        case How::AsItIs:
            break;
        }
        return needle.stands(text);
    };
    const size_t end = m_fieldEnds[size_t(field)];
    for (size_t block = startOf(m_fieldEnds, size_t(field)); block < end; ++block) {
        const quint64 rest = blocks[block / bits] >> block % bits;
        if (rest == 0) {
            block |= bits - 1; // to the next 64
            continue;
        }
        block += size_t(std::countr_zero(rest));
        if (block >= end)
            return;
        for (size_t text = startOf(m_blockEnds, block); text < m_blockEnds[block]; ++text) {
            const size_t begin = startOf(m_textEnds, text);
            const size_t first = startOf(m_ownerEnds, text);
            const std::span<const Owner> owners(m_owners.data() + first, m_ownerEnds[text] - first);
            if (std::ranges::any_of(owners, std::ref(wanted))
                && fits({m_letters.data() + begin, m_textEnds[text] - begin}))
                std::ranges::for_each(owners, std::ref(found));
        }
    }
}

}
