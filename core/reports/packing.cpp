#include "core/reports/packing.h"

#include <QtEndian>

#include <algorithm>

namespace reports {

using domain::ReportFact;
using domain::ReportFacts;
using domain::ReportWait;

namespace {

constexpr quint8 packingVersion = 1;
constexpr quint8 noWord = 255;
constexpr qsizetype mostWords = 250;
constexpr int quarter = 900; // seconds; offsets from UTC are multiples of it
constexpr qint64 secondsOfDay = 86400;
constexpr int julianOf1970 = 2440588;
constexpr int secondsOfHour = 3600;

template <class Number>
void put(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

quint32 secondsOf(const QDateTime &at)
{
    return at.isValid() ? quint32(std::clamp<qint64>(at.toMSecsSinceEpoch() / 1000, 1, std::numeric_limits<quint32>::max())) : 0;
}

/// Gives words and acts their places.
class Packer
{
public:
    explicit Packer(const ReportFacts &facts) : m_facts(facts) { }

    Packed packed()
    {
        put(m_packed.facts, packingVersion);
        put(m_packed.facts, placeOf(m_facts.matter));
        put(m_packed.facts, placeOf(m_facts.matterName));
        const auto items = std::min<qsizetype>(m_facts.items.size(), mostWords);
        put(m_packed.facts, quint8(items));
        for (qsizetype i = 0; i < items; ++i)
            put(m_packed.facts, placeOf(m_facts.items[i].department));
        put(m_packed.facts, quint16(m_facts.facts.size()));
        for (const ReportFact &fact : m_facts.facts)
            addFact(fact);
        put(m_packed.facts, quint16(m_facts.waits.size()));
        for (const ReportWait &wait : m_facts.waits)
            addWait(wait);
        if (m_facts.isOpen())
            m_packed.lastDay = neverEnds;
        return std::move(m_packed);
    }

private:
    quint8 placeOf(const QString &word)
    {
        if (word.isEmpty())
            return noWord;
        const qsizetype known = m_packed.words.indexOf(word);
        if (known >= 0)
            return quint8(known);
        if (m_packed.words.size() == mostWords)
            return noWord;
        m_packed.words.append(word);
        return quint8(m_packed.words.size() - 1);
    }
    quint8 placeOf(const ReportFact &fact)
    {
        const Packed::Act act{fact.act, fact.at};
        if (act.type.isEmpty())
            return noWord;
        const qsizetype known = m_packed.acts.indexOf(act);
        if (known >= 0)
            return quint8(known);
        if (m_packed.acts.size() == mostWords)
            return noWord;
        m_packed.acts.append(act);
        return quint8(m_packed.acts.size() - 1);
    }
    void addFact(const ReportFact &fact)
    {
        QByteArray &bytes = m_packed.facts;
        put(bytes, quint8(fact.kind));
        put(bytes, fact.item < 0 ? noWord : quint8(fact.item));
        put(bytes, placeOf(fact.clerk));
        put(bytes, placeOf(fact));
        put(bytes, qint8(fact.at.offsetFromUtc() / quarter));
        put(bytes, secondsOf(fact.at));
        put(bytes, qint32(fact.value));
        note(int(fact.at.date().toJulianDay()));
    }
    void addWait(const ReportWait &wait)
    {
        QByteArray &bytes = m_packed.facts;
        put(bytes, quint8(wait.item));
        put(bytes, quint8(wait.paused));
        for (const QDateTime *at : {&wait.from, &wait.until, &wait.amberFrom, &wait.redFrom, &wait.due})
            put(bytes, secondsOf(*at));
    }
    void note(int day)
    {
        m_packed.firstDay = m_packed.firstDay == 0 ? day : std::min(m_packed.firstDay, day);
        m_packed.lastDay = std::max(m_packed.lastDay, day);
    }

    const ReportFacts &m_facts;
    Packed m_packed;
};

/// Reads numbers one after the other; behind the end there are zeros, and it knows.
class Bytes
{
public:
    explicit Bytes(QByteArrayView bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) { }

    template <class Number>
    Number take()
    {
        if (size_t(m_end - m_at) < sizeof(Number)) {
            m_whole = false;
            return {};
        }
        const auto number = qFromLittleEndian<Number>(m_at);
        m_at += sizeof(Number);
        return number;
    }
    bool isWhole() const { return m_whole && m_at == m_end; }

private:
    const char *m_at;
    const char *m_end;
    bool m_whole = true;
};

Word wordAt(std::span<const Word> words, quint8 place)
{
    return place < words.size() ? words[place] : 0;
}

}

Packed pack(const ReportFacts &facts)
{
    return Packer(facts).packed();
}

bool unpack(QByteArrayView facts, std::span<const Word> words, std::span<const Word> windows, CountedCase &into)
{
    Bytes bytes(facts);
    if (bytes.take<quint8>() != packingVersion)
        return false;
    into.matter = wordAt(words, bytes.take<quint8>());
    into.matterName = wordAt(words, bytes.take<quint8>());
    into.clerk = into.window = 0;
    into.departments.clear();
    std::array<Word, noWord + 1> departments{};
    const auto items = bytes.take<quint8>();
    for (int i = 0; i < items; ++i) {
        departments[size_t(i)] = wordAt(words, bytes.take<quint8>());
        if (std::ranges::find(into.departments, departments[size_t(i)]) == into.departments.end())
            into.departments.push_back(departments[size_t(i)]);
    }
    into.facts.resize(bytes.take<quint16>());
    for (CountedFact &fact : into.facts) {
        fact.kind = ReportFact::Kind(bytes.take<quint8>());
        const auto item = bytes.take<quint8>();
        fact.ofItem = item != noWord;
        fact.department = fact.ofItem ? departments[item] : 0;
        fact.clerk = wordAt(words, bytes.take<quint8>());
        fact.window = wordAt(windows, bytes.take<quint8>());
        const qint64 offset = qint64(bytes.take<qint8>()) * quarter;
        const qint64 local = qint64(bytes.take<quint32>()) + offset;
        fact.day = int(local / secondsOfDay) + julianOf1970;
        fact.hour = int(local % secondsOfDay) / secondsOfHour;
        fact.value = bytes.take<qint32>();
        if (fact.kind == ReportFact::Kind::Filed || (fact.kind == ReportFact::Kind::Opened && into.clerk == 0)) {
            into.clerk = fact.clerk;
            into.window = fact.window;
        }
    }
    for (CountedFact &fact : into.facts) { // what departments did counts for who filed the case
        fact.clerk = fact.clerk ? fact.clerk : into.clerk;
        fact.window = fact.window ? fact.window : into.window;
    }
    into.waits.resize(bytes.take<quint16>());
    for (CountedWait &wait : into.waits) {
        wait.department = departments[bytes.take<quint8>()];
        wait.paused = bytes.take<quint8>() != 0;
        for (qint64 *at : {&wait.from, &wait.until, &wait.amberFrom, &wait.redFrom, &wait.due})
            *at = bytes.take<quint32>();
    }
    return bytes.isWhole();
}

}
