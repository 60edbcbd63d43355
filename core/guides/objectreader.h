#pragma once

#include "core/guides/formatwords.h"
#include "core/guides/inspection.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QVarLengthArray>

#include <optional>

namespace guides {

enum class Need { Required, Optional };

/// Reads one JSON object key by key, each key once. What is missing, of another type or out of bounds becomes a fault of the
/// inspection and reads as the default. Keys that nobody asked for are reported when the reader is given up.
class ObjectReader
{
public:
    /// Objects and lists within each other, counted from the outside.
    static constexpr qsizetype deepest = 20;
    static constexpr qsizetype longestList = 1000; ///< of objects
    static constexpr qsizetype longestWordList = 100; ///< of texts, ids and words
    static constexpr qsizetype longestText = 2000; ///< UTF-16 units

    ObjectReader(const QJsonValue &value, Inspection &inspection);
    ~ObjectReader();
    Q_DISABLE_COPY_MOVE(ObjectReader)

    bool isReadable() const { return m_isReadable; }
    bool has(QLatin1StringView key) const { return m_object.contains(key); }
    bool holdsObject(QLatin1StringView key) const { return m_object.value(key).isObject(); }

    /// A text without control characters and without spaces around it; a required one is not empty.
    QString text(QLatin1StringView key, Need need = Need::Required);
    /// a–z 0–9 -, 1 to 64 characters.
    QString id(QLatin1StringView key, Need need = Need::Required);
    /// A whole number between \a least and \a most; \a fallback, when there is one, if it is left out.
    int whole(QLatin1StringView key, int least, int most, std::optional<int> fallback = {});
    /// A number between 0 and 1,000,000,000; nothing when left out or null.
    std::optional<double> quantity(QLatin1StringView key, Need need = Need::Required);
    bool flag(QLatin1StringView key, bool fallback);
    /// yyyy-MM-dd from 1949 to 2199; left out or null: no date.
    QDate date(QLatin1StringView key, Need need = Need::Optional);
    /// Texts, none empty and none twice; left out: none.
    QStringList texts(QLatin1StringView key);
    QStringList ids(QLatin1StringView key);

    /// The first word's meaning when it is left out.
    template <class Meaning>
    Meaning word(QLatin1StringView key, std::span<const Word<Meaning>> words, Need need = Need::Required)
    {
        const std::optional<QJsonValue> value = this->value(key, need);
        const Inspection::Step step = m_inspection.into(key);
        return value ? wordHere(*value, words).value_or(words.front().meaning) : words.front().meaning;
    }

    /// Words, none twice; left out: none.
    template <class Meaning>
    QList<Meaning> words(QLatin1StringView key, std::span<const Word<Meaning>> words)
    {
        QList<Meaning> meanings;
        eachEntry(key, Need::Optional, longestWordList, [&](const QJsonValue &entry) {
            if (const std::optional<Meaning> meaning = wordHere(entry, words))
                appendOnce(meanings, *meaning);
        });
        return meanings;
    }

    /// What \a read makes of the value under \a key, standing at its place; a default Part when it is left out.
    template <class Part>
    Part single(QLatin1StringView key, Part (*read)(const QJsonValue &, Inspection &), Need need = Need::Required)
    {
        const std::optional<QJsonValue> value = this->value(key, need);
        const Inspection::Step step = m_inspection.into(key);
        return value ? read(*value, m_inspection) : Part();
    }

    /// The entries of a list, each read by \a read standing at its place; a required list is not empty.
    template <class Entry>
    QList<Entry> list(QLatin1StringView key, Entry (*read)(const QJsonValue &, Inspection &),
                      Need need = Need::Optional)
    {
        QList<Entry> entries;
        eachEntry(key, need, longestList, [&](const QJsonValue &entry) { entries.append(read(entry, m_inspection)); });
        return entries;
    }

private:
    /// What stands under \a key, whatever it is; nothing when it is left out, which is a fault if it is required.
    std::optional<QJsonValue> value(QLatin1StringView key, Need need);
    QJsonArray array(QLatin1StringView key, Need need, qsizetype most);
    QString textHere(const QJsonValue &value, Need need);
    QString idHere(const QJsonValue &value);
    std::optional<double> numberHere(const QJsonValue &value, double least, double most);

    template <class Read>
    void eachEntry(QLatin1StringView key, Need need, qsizetype most, Read read)
    {
        const QJsonArray entries = array(key, need, most);
        const Inspection::Step step = m_inspection.into(key);
        for (qsizetype index = 0; index < entries.size(); ++index) {
            const Inspection::Step entryStep = m_inspection.into(index);
            read(entries.at(index));
        }
    }

    template <class Meaning>
    std::optional<Meaning> wordHere(const QJsonValue &value, std::span<const Word<Meaning>> words)
    {
        const QString text = textHere(value, Need::Required);
        for (const Word<Meaning> &word : words) {
            if (word.text == text)
                return word.meaning;
        }
        QStringList allowed;
        for (const Word<Meaning> &word : words)
            allowed.append(word.text.toString());
        if (!text.isEmpty())
            m_inspection.fault(QStringLiteral("%1 is none of: %2").arg(quoted(text), allowed.join(u' ')));
        return {};
    }

    template <class Entry>
    void appendOnce(QList<Entry> &entries, const Entry &entry)
    {
        if (entries.contains(entry))
            m_inspection.fault(QStringLiteral("stands twice in the list"));
        entries.append(entry);
    }

    Inspection &m_inspection;
    bool m_isReadable = false; ///< false: one fault was enough, nothing in it is missed
    QJsonObject m_object;
    QVarLengthArray<QLatin1StringView, 24> m_asked;
    qsizetype m_found = 0; ///< of those asked for
};

}
