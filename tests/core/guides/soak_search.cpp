// The search beside trying everything, query by query: soak_search [QUERIES] [GUIDES] [SEED]
#include "tests/core/guides/searchcorpus.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

QStringList linesOf(const QList<guides::MatterHit> &hits)
{
    QStringList lines;
    for (const guides::MatterHit &hit : hits)
        lines << hit.ref.pack + u'/' + hit.ref.matter + u'/' + hit.because;
    return lines;
}

}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto number = [&](int at, int otherwise) {
        return app.arguments().size() > at ? app.arguments().at(at).toInt() : otherwise;
    };
    const int queries = number(1, 100000);
    const auto seed = quint32(number(3, 20261121));
    const QList<domain::GuidePack> packs = searchcorpus::guides(searchcorpus::realPacks(), number(2, 100), seed);
    const guides::Pinyin pinyin = searchcorpus::pinyin();
    guides::MatterSearch search(guides::Shelf(packs), pinyin);
    SearchOracle oracle(packs, pinyin);
    for (const domain::GuidePack &pack : packs) {
        for (qsizetype i = 0; i < pack.matters.size(); i += 7) {
            search.countOpened(pack.id, pack.matters[i].id, i % 5);
            oracle.countOpened(pack.id, pack.matters[i].id, int(i % 5));
        }
    }
    searchcorpus::Queries source(packs, pinyin, seed);
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < queries; ++i) {
        const QString query = source.next(searchcorpus::Kind(i % searchcorpus::kinds));
        const QStringList expected = oracle.find(query);
        const int most = i % 3 == 0 ? 20 : 100000;
        if (linesOf(search.find(query, most)) != expected.mid(0, most)) {
            std::printf("wrong: \"%s\"\n", qPrintable(query));
            ++wrong;
        }
        found += !expected.isEmpty();
    }
    std::printf("%d queries, %d of them found something, %d wrong\n", queries, found, wrong);
    return wrong == 0 ? 0 : 1;
}
