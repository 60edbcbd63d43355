#include "core/guides/mattersearch.h"


#include <algorithm>
#include <tuple>

namespace guides {

using domain::GuidePack;
using domain::Matter;

namespace {

/// What is searched, best first.
enum FoundIn { InName, InWording, InItem, InMaterial, InDepartment, InQuestion, InAnswer, FieldCount };

/// How well something fits: a name from its start, then the fields in their order.
enum Rank : quint8 { NameStart, FirstField, NoRank = FirstField + FieldCount };

/// Where the best fitting text of one entry stands.
struct Fitting {
    quint8 rank = NoRank;
    quint32 order = 0;
    quint32 text = 0;
};

}

/// One query on its way through the fields, best first, until enough was found.
class MatterFinder
{
public:
    MatterFinder(const MatterSearch &search, const QList<std::u32string> &words)
        : m_search(search), m_wordsFound(size_t(search.m_entries.size()), 0)
    {
        for (const std::u32string &word : words) {
            Needle needle(word, search.m_phrases.alphabet());
            Phrases::Blocks blocks = search.m_phrases.mayHold(needle);
            m_words.push_back({std::move(needle), std::move(blocks), std::vector<Fitting>(m_wordsFound.size())});
        }
    }

    QList<MatterHit> find(qsizetype most)
    {
        // Whoever is found in a later field ranks behind all who are found by then.
        const size_t enough = std::min(size_t(most), m_wordsFound.size());
        for (int field = InName; field < FieldCount && m_found.size() < enough; ++field) {
            for (Word &word : m_words)
                look(word, field);
        }
        std::vector<std::tuple<quint8, qint64, quint32>> ranked; // rank, openings (more first), place in the catalogue
        ranked.reserve(m_found.size());
        for (const quint32 entry : m_found)
            ranked.push_back({rankOf(entry), -m_search.m_entries.at(entry).opened, entry});
        std::ranges::sort(ranked);
        ranked.resize(std::min(ranked.size(), size_t(most)));
        QList<MatterHit> hits;
        hits.reserve(qsizetype(ranked.size()));
        for (const auto &[rank, openings, entry] : ranked)
            hits.append(hitOf(entry));
        return hits;
    }

private:
    struct Word {
        Needle needle;
        Phrases::Blocks blocks;
        std::vector<Fitting> fittings; ///< by entry
    };

    void look(Word &word, int field)
    {
        if (field == InName)
            look(word, field, Phrases::How::Start, NameStart);
        const Phrases::How how = field == InAnswer ? Phrases::How::AsItIs : Phrases::How::Anywhere;
        look(word, field, how, quint8(FirstField + field));
    }

    void look(Word &word, int field, Phrases::How how, quint8 rank)
    {
        const auto isBetter = [&](const Phrases::Owner &owner) {
            const Fitting &fitting = word.fittings[owner.entry];
            return fitting.rank == NoRank || (fitting.rank == rank && owner.order < fitting.order);
        };
        m_search.m_phrases.find(word.needle, word.blocks, field, how, isBetter, [&](const Phrases::Owner &owner) {
            if (word.fittings[owner.entry].rank == NoRank && ++m_wordsFound[owner.entry] == m_words.size())
                m_found.push_back(owner.entry);
            if (isBetter(owner))
                word.fittings[owner.entry] = {rank, owner.order, owner.text};
        });
    }

    quint8 rankOf(quint32 entry) const
    {
        quint8 rank = NameStart;
        for (const Word &word : m_words)
            rank = std::max(rank, word.fittings[entry].rank);
        return rank;
    }

    MatterHit hitOf(quint32 entry) const
    {
        MatterHit hit = m_search.m_entries.at(entry).hit;
        if (m_words.size() == 1) {
            const Fitting &fitting = m_words.front().fittings[entry];
            if (fitting.rank > FirstField)
                hit.because = m_search.m_phrases.shown(fitting.text);
            return hit;
        }
        QStringList because;
        for (const Word &word : m_words) {
            const Fitting &fitting = word.fittings[entry];
            if (fitting.rank > FirstField && !because.contains(m_search.m_phrases.shown(fitting.text)))
                because << m_search.m_phrases.shown(fitting.text);
        }
        hit.because = because.join(u'；');
        return hit;
    }

    const MatterSearch &m_search;
    std::vector<quint8> m_wordsFound; ///< by entry
    std::vector<Word> m_words;
    std::vector<quint32> m_found; ///< entries that all words fit
};

MatterSearch::MatterSearch(const Shelf &shelf, const Pinyin &pinyin, const QString &regionCode, QDate day)
    : m_phrases(FieldCount)
{
    for (const GuidePack *pack : shelf.offered(day, regionCode)) {
        QHash<QString, quint32> materials;
        for (const domain::Material &material : pack->materials)
            materials.insert(material.id, m_phrases.add(InMaterial, material.name));
        for (const Matter &matter : pack->matters)
            add(*pack, matter, materials);
    }
    m_phrases.close(pinyin);
}

void MatterSearch::add(const GuidePack &pack, const Matter &matter, const QHash<QString, quint32> &materials)
{
    const auto entry = quint32(m_entries.size());
    m_entryOf.insert({pack.id, matter.id}, entry);
    m_entries.append({.hit = {.ref = {pack.id, pack.version, matter.id},
                              .name = matter.name,
                              .region = pack.regionName,
                              .audience = matter.audience,
                              .lead = matter.lead,
                              .mark = matter.mark,
                              .status = matter.status,
                              .items = int(matter.items.size()),
                              .because = {}},
                      .opened = 0});
    const auto addNew = [&](int field, const QString &text, const QString &shown = {}) {
        m_phrases.own(field, entry, m_phrases.add(field, text, shown));
    };
    addNew(InName, matter.name);
    for (const QString &wording : matter.keywords)
        m_phrases.addOnce(InWording, entry, wording);
    m_phrases.addOnce(InDepartment, entry, matter.lead);
    for (const domain::Item &item : matter.items) {
        m_phrases.addOnce(InItem, entry, item.name);
        m_phrases.addOnce(InDepartment, entry, item.department);
        for (const domain::MaterialUse &use : item.materials) {
            if (const auto material = materials.constFind(use.material); material != materials.constEnd())
                m_phrases.own(InMaterial, entry, *material);
        }
    }
    for (const domain::Situation &situation : matter.situations)
        m_phrases.addOnce(InQuestion, entry, situation.question);
    for (const domain::Faq &faq : matter.faq) {
        addNew(InQuestion, faq.question);
        addNew(InAnswer, faq.answer, faq.question);
    }
}

QList<MatterHit> MatterSearch::find(const QString &query, int most) const
{
    const QList<std::u32string> words = typedWords(query);
    if (!words.isEmpty())
        return MatterFinder(*this, words).find(std::max(most, 0));
    QList<MatterHit> hits;
    for (qsizetype i = 0; i < std::min(m_entries.size(), qsizetype(std::max(most, 0))); ++i)
        hits.append(m_entries[i].hit);
    return hits;
}

void MatterSearch::countOpened(const QString &pack, const QString &matter, qint64 times)
{
    if (const auto at = m_entryOf.constFind({pack, matter}); at != m_entryOf.constEnd())
        m_entries[*at].opened += times;
}

}
