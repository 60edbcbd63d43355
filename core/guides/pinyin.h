#pragma once

#include "core/base/result.h"
#include "core/guides/spelling.h"

#include <vector>

namespace guides {

/// Readings of Chinese characters (data: resources/pinyin, from Unicode's Unihan database).
class Pinyin
{
public:
    /// Reads readings.tsv; an Error::Document names file and line.
    static base::Result<Pinyin> load(const QString &file);

    Spelling spell(const QString &text) const;
    /// Number of characters that it knows.
    qsizetype size() const { return qsizetype(m_characters.size()); }

private:
    friend class ReadingTable;
    QList<QByteArray> readings(char32_t character) const;

    std::vector<char32_t> m_characters; ///< ascending
    std::vector<quint16> m_sounds; ///< of each character: index into m_readings
    QList<QList<QByteArray>> m_readings; ///< about a thousand: characters that sound alike share one entry
};

}
