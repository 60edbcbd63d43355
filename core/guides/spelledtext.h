#pragma once

#include "core/guides/pinyin.h"
#include "core/guides/spelling.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <string>

namespace guides {

/// A text as it can be typed: one letter for each character that is a letter or a digit (punctuation is not typed).
struct Spelling {
    /// A character and all its readings without tones (ü is v), none of them empty.
    struct Letter {
        Letter(char32_t itself, QList<QByteArray> soundsLike);

        char32_t character;
        QList<QByteArray> readings;
        quint32 initials = 0; ///< which Latin letters the readings begin with: bit 0 is a
    };
    QList<Letter> letters;

    /// First letter from which \a query fits without a gap: each letter takes itself or the start of one of its readings
    /// (at least one Latin letter, at most all) from the query; u is as good as v. -1 when there is none. \a query is as
    /// typedLetters() makes it; an empty one fits at 0, one of more than 100 letters nowhere.
    qsizetype find(const std::u32string &query) const;
};

/// Calls \a reach with each position of \a query to which \a letter can take it from position \a at on.
template <class Reach>
void eachReach(const Spelling::Letter &letter, const std::u32string &query, size_t at, Reach reach)
{
    const auto sounds = [](char read, char32_t wanted) {
        return char32_t(read) == wanted || (read == 'v' && wanted == U'u');
    };
    if (at < query.size() && query[at] == letter.character)
        reach(at + 1);
    for (const QByteArray &reading : letter.readings) {
        size_t end = at;
        for (const char sound : reading) {
            if (end == query.size() || !sounds(sound, query[end]))
                break;
            reach(++end);
        }
    }
}

/// \a text with the readings that \a pinyin knows.
Spelling spelled(const QString &text, const Pinyin &pinyin);

/// What somebody typed as Spelling::find() wants it: plainLetters(), at most 100.
std::u32string typedLetters(const QString &raw);

}
