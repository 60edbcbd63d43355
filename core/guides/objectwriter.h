#pragma once

#include "core/guides/formatwords.h"

#include <boost/json/value.hpp>

#include <QDate>

namespace guides {

/// Builds one JSON object key by key, in the order of the calls: the counterpart of ObjectReader. What is optional and says
/// nothing is left out.
class ObjectWriter
{
public:
    /// Left out when it is empty.
    void text(QLatin1StringView key, const QString &text);
    void texts(QLatin1StringView key, const QStringList &texts);
    void date(QLatin1StringView key, QDate date);
    /// Left out when it is \a fallback.
    void whole(QLatin1StringView key, int number, int fallback = -1);
    void flag(QLatin1StringView key, bool isSet, bool fallback);
    void quantity(QLatin1StringView key, double number);
    void put(QLatin1StringView key, boost::json::value value);
    /// Left out when nothing is in it.
    void object(QLatin1StringView key, ObjectWriter part);

    template <class Meaning>
    void word(QLatin1StringView key, const Meaning &meaning, std::span<const Word<Meaning>> list)
    {
        text(key, wordFor(meaning, list).toString());
    }

    template <class Meaning>
    void words(QLatin1StringView key, const QList<Meaning> &meanings, std::span<const Word<Meaning>> list)
    {
        QStringList all;
        for (const Meaning &meaning : meanings)
            all.append(wordFor(meaning, list).toString());
        texts(key, all);
    }

    /// What \a write makes of each entry; left out when there is none.
    template <class Entry>
    void list(QLatin1StringView key, const QList<Entry> &entries, boost::json::value (*write)(const Entry &))
    {
        boost::json::array all;
        for (const Entry &entry : entries)
            all.push_back(write(entry));
        if (!all.empty())
            put(key, std::move(all));
    }

    boost::json::value take() { return std::move(m_object); }

private:
    boost::json::object m_object;
};

}
