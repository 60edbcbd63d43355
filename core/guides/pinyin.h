#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>

#include <string>

namespace guides {

/// A text as it can be typed: one letter for each character that is a letter or a digit (punctuation is not typed), each the
/// character itself and all its readings without tones (ü is v).
struct Spelling {
    struct Letter {
        char32_t character;
        QList<QByteArray> readings;
        quint32 initials = 0; ///< which Latin letters its readings begin with: bit 0 is a
    };
    QList<Letter> letters;

    /// First letter from which \a query fits without a gap: each letter takes itself or the start of one of its readings
    /// (at least one Latin letter, at most all) from the query; u is as good as v. -1 when there is none. \a query is as
    /// typed() makes it; an empty one fits at 0, one of more than 100 letters nowhere.
    qsizetype find(const std::u32string &query) const;
};

/// What somebody typed as Spelling::find() wants it: full-width and compatibility forms made plain, lower case, ü made v, only
/// letters and digits, at most 100.
std::u32string typed(const QString &raw);

/// Readings of Chinese characters (data: resources/pinyin, from Unicode's Unihan database).
class Pinyin
{
public:
    /// Reads readings.tsv; an Error::Document names file and line.
    static base::Result<Pinyin> load(const QString &file);

    Spelling spell(const QString &text) const;
    qsizetype size() const { return m_readings.size(); }

private:
    QHash<char32_t, QList<QByteArray>> m_readings;
};

}
