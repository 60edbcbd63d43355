#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace guides {

/// Readings of Chinese characters (data: resources/pinyin, from Unicode's Unihan database).
class Pinyin
{
public:
    /// Reads readings.tsv; an Error::Document names file and line.
    static base::Result<Pinyin> load(const QString &file);

    static constexpr int longestReading = 6; ///< e.g. zhuang

    /// How \a character sounds, as a number that all share which sound alike; nothing when it is not known.
    std::optional<quint16> sound(char32_t character) const;
    /// The readings behind a number of sound(), without tones (ü is v), none of them empty.
    const QList<QByteArray> &readings(quint16 sound) const { return m_readings.at(sound); }
    /// The readings of \a character; none when it is not known.
    QList<QByteArray> readingsOf(char32_t character) const;
    /// Number of characters that it knows.
    qsizetype size() const { return qsizetype(m_characters.size()); }

private:
    friend class ReadingTable;

    std::vector<char32_t> m_characters; ///< ascending
    std::vector<quint16> m_sounds; ///< of each character: index into m_readings
    QList<QList<QByteArray>> m_readings; ///< about a thousand: characters that sound alike share one entry
};

}
