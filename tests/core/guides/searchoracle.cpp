#include "tests/core/guides/searchoracle.h"

#include <algorithm>

namespace {

constexpr int notAtAll = 8;

bool fitsFrom(const SearchOracle::Spelled &text, qsizetype at, std::u32string_view word)
{
    if (word.empty())
        return true;
    if (at == text.size())
        return false;
    const SearchOracle::Letter &letter = text.at(at);
    if (word.front() == letter.character && fitsFrom(text, at + 1, word.substr(1)))
        return true;
    for (const QByteArray &reading : letter.readings) {
        for (size_t length = 1; length <= std::min(size_t(reading.size()), word.size()); ++length) {
            const char32_t sound = char32_t(reading[qsizetype(length) - 1]);
            if (word[length - 1] != sound && !(sound == U'v' && word[length - 1] == U'u'))
                break;
            if (fitsFrom(text, at + 1, word.substr(length)))
                return true;
        }
    }
    return false;
}

QString materialName(const domain::GuidePack &pack, const QString &id)
{
    for (const domain::Material &material : pack.materials) {
        if (material.id == id)
            return material.name;
    }
    return {};
}

}

SearchOracle::Spelled SearchOracle::spell(const QString &text, const guides::Pinyin &pinyin)
{
    Spelled spelled;
    for (const char32_t c : guides::plainLetters(text))
        spelled.append({c, pinyin.readingsOf(c)});
    return spelled;
}

int SearchOracle::placeOf(const Spelled &text, std::u32string_view word)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (fitsFrom(text, at, word))
            return at == 0 ? 0 : 1;
    }
    return 2;
}

SearchOracle::SearchOracle(const QList<domain::GuidePack> &packs, const guides::Pinyin &pinyin)
{
    for (const domain::GuidePack &pack : packs) {
        for (const domain::Matter &matter : pack.matters) {
            Matter mine{pack.id, matter.id, 0, QList<QList<Text>>(7)};
            const auto put = [&](int field, const QString &text) {
                mine.fields[field].append({text, spell(text, pinyin)});
            };
            put(0, matter.name);
            for (const QString &wording : matter.keywords)
                put(1, wording);
            put(4, matter.lead);
            for (const domain::Item &item : matter.items) {
                put(2, item.name);
                for (const domain::MaterialUse &use : item.materials)
                    put(3, materialName(pack, use.material));
                put(4, item.department);
            }
            for (const domain::Situation &situation : matter.situations)
                put(5, situation.question);
            for (const domain::Faq &faq : matter.faq) {
                put(5, faq.question);
                mine.fields[6].append({faq.question, spell(faq.answer, guides::Pinyin())});
            }
            m_matters.append(mine);
        }
    }
}

void SearchOracle::countOpened(const QString &pack, const QString &matter, int times)
{
    for (Matter &mine : m_matters) {
        if (mine.pack == pack && mine.id == matter)
            mine.opened += times;
    }
}

std::pair<int, QString> SearchOracle::fit(const Matter &matter, const std::u32string &word)
{
    const int inName = placeOf(matter.fields[0].first().letters, word);
    if (inName < 2)
        return {inName, {}};
    for (int field = 1; field < matter.fields.size(); ++field) {
        for (const Text &text : matter.fields[field]) {
            if (placeOf(text.letters, word) < 2)
                return {field + 1, text.shown};
        }
    }
    return {notAtAll, {}};
}

QStringList SearchOracle::find(const QString &query) const
{
    struct Found {
        int rank;
        int opened;
        QString line;
    };
    QList<Found> all;
    for (const Matter &matter : m_matters) {
        Found found{0, matter.opened, {}};
        QStringList because;
        for (const std::u32string &word : guides::typedWords(query)) {
            const auto [rank, text] = fit(matter, word);
            found.rank = std::max(found.rank, rank);
            if (!text.isEmpty() && !because.contains(text))
                because << text;
        }
        found.line = matter.pack + u'/' + matter.id + u'/' + because.join(u'；');
        if (found.rank < notAtAll)
            all.append(found);
    }
    std::ranges::stable_sort(
        all, [](const Found &a, const Found &b) { return a.rank != b.rank ? a.rank < b.rank : a.opened > b.opened; });
    QStringList lines;
    for (const Found &found : all)
        lines << found.line;
    return lines;
}
