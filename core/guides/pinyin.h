#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace guides {

/// A text as it can be typed: one entry a character, each the character itself and all its readings without tones (ü is v).
struct Spelling {
    struct Letter {
        char32_t character;
        QList<QByteArray> readings;
    };
    QList<Letter> letters;

    /// First letter from which \a query fits without a gap: each character of the text takes itself, the start of one of its
    /// readings or a whole reading from the query; -1 when there is none. \a query is lower case without spaces.
    int find(const QString &query) const;
};

/// Readings of Chinese characters (data: resources/pinyin, from Unicode's Unihan database).
class Pinyin
{
public:
    static base::Result<Pinyin> load(const QString &file);

    Spelling spell(const QString &text) const;

private:
    QHash<char32_t, QList<QByteArray>> m_readings;
};

}
