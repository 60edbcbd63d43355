#pragma once

#include "tests/core/guides/searchoracle.h"

#include <QRandomGenerator>

/// Guides and queries in any number, the same for the same seed.
namespace searchcorpus {

/// The packs of resources/guides.
QList<domain::GuidePack> realPacks();
guides::Pinyin pinyin();

/// \a count matters made from those of \a real, with four questions and answers each. When there are more than real ones, every
/// further text (names, wordings, items, materials, questions, answers) is changed by a few characters, so that hardly any two
/// are the same.
QList<domain::GuidePack> guides(const QList<domain::GuidePack> &real, int count, quint32 seed);

enum class Kind {
    Characters, ///< a piece of a text
    OneOrTwo, ///< one or two characters
    Letter, ///< one Latin letter
    Syllables, ///< full pinyin of a piece, any reading
    Initials,
    Mixture, ///< characters, whole and unfinished syllables
    Words, ///< two or three of the above
    Wide, ///< as above in capitals or full-width
    Rare, ///< characters beyond U+FFFF
    Wrong, ///< as above with a wrong letter
};
inline constexpr int kinds = 10;
const char *nameOf(Kind kind);

/// Makes queries out of the texts of some packs.
class Queries
{
public:
    Queries(const QList<domain::GuidePack> &packs, const guides::Pinyin &pinyin, quint32 seed);
    QString next(Kind kind);

private:
    QString piece(Kind kind, int longest);
    QString typed(const SearchOracle::Letter &letter, Kind kind);

    QStringList m_texts;
    const guides::Pinyin &m_pinyin;
    QRandomGenerator m_random;
};

}
