#pragma once

#include "core/guides/needle.h"

#include <QHash>

#include <functional>

namespace guides {

/// Many texts in several fields, searched for a typed word. Texts stand one after the other in blocks of about 64 letters; for
/// each beginning of a reading, and for each pair of first letters side by side, a bit per block says whether it occurs there,
/// so that only few blocks must be read. One entry may own many texts, and one text have many owners.
class Phrases
{
public:
    struct Owner {
        quint32 entry = 0;
        quint32 order = 0; ///< which text of that entry in that field it is
        quint32 text = 0; ///< shown(text) is what stands for it
    };
    /// Which blocks may hold a word.
    using Blocks = std::vector<quint64>;

    /// The texts in the order of the fields; add() before close().
    explicit Phrases(int fields) : m_drafts(size_t(fields)) { }
    /// Takes \a text into \a field; \a shown stands for it when it is not the text itself. Its number in that field.
    quint32 add(int field, const QString &text, const QString &shown = {});
    /// The text belongs to \a entry. Entries come one after the other, the texts of each in their order.
    void own(int field, quint32 entry, quint32 text);
    /// add() and own() of a text that may be there already.
    void addOnce(int field, quint32 entry, const QString &text);
    /// Makes everything that was added ready to be searched.
    void close(const Pinyin &pinyin);

    /// Valid after close(), and as long as this.
    const Alphabet &alphabet() const { return *m_alphabet; }
    Blocks mayHold(const Needle &needle) const;

    enum class How {
        Start, ///< fits from the start of a text
        Anywhere,
        AsItIs, ///< stands as it was typed, without sounds
    };
    /// Hands each owner of each text of \a field that \a needle fits to \a found. \a blocks is mayHold() of it. A text none of
    /// whose owners is \a wanted is not looked at.
    void find(const Needle &needle, const Blocks &blocks, int field, How how,
              const std::function<bool(const Owner &)> &wanted, const std::function<void(const Owner &)> &found) const;
    const QString &shown(quint32 text) const { return m_shown[text]; }

private:
    struct Draft {
        QHash<QString, quint32> known;
        std::vector<QString> texts;
        std::vector<QString> shown;
        std::vector<Owner> owners; ///< with the number of the text in the field
    };
    void append(Draft &draft);
    void appendText(const QString &text);
    void finishBlock();

    std::vector<Draft> m_drafts;
    std::optional<Alphabet> m_alphabet;
    std::vector<QString> m_shown; ///< by text
    std::vector<quint32> m_letters; ///< of all texts
    std::vector<quint32> m_textEnds; ///< in m_letters
    std::vector<quint32> m_blockEnds; ///< in m_textEnds: the last block is closed
    std::vector<quint32> m_fieldEnds; ///< in m_blockEnds
    std::vector<Owner> m_owners;
    std::vector<quint32> m_ownerEnds; ///< in m_owners, by text
    std::vector<Blocks> m_withBeginning; ///< ends after the last block that has it
    std::vector<Blocks> m_withFirst;
    std::vector<Blocks> m_withPair;
};

}
