// How long a key press takes in the search, beside others on the same texts: bench_search [QUERIES PER KIND] [MOST HITS]
// The peers are asked for less: SQLite's FTS5 (unicode61, one token a character) for a phrase of characters, without sounds and
// without fields; fzf --filter for letters in that order anywhere in a line, in which the texts stand in characters and pinyin,
// started anew for each query.
#include "tests/core/guides/searchcorpus.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <malloc.h>

using namespace Qt::StringLiterals;

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double megabytesInUse()
{
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd) / 1e6;
}

/// Times of one kind of query; other programs disturb the time of day, not the time of the processor.
class Times
{
public:
    void measure(const auto &act)
    {
        QElapsedTimer timer;
        const double processor = processorNow();
        timer.start();
        act();
        m_passed << milliseconds(timer);
        m_processor << processorNow() - processor;
    }
    void add(const Times &other)
    {
        m_passed += other.m_passed;
        m_processor += other.m_processor;
    }
    void print(const char *who, const char *what)
    {
        if (m_passed.isEmpty())
            return;
        std::printf("  %-8s %-22s p50 %7.3f  p95 %7.3f  max %7.3f ms, processor p95 %7.3f\n", who, what,
                    at(m_passed, 0.5), at(m_passed, 0.95), at(m_passed, 1), at(m_processor, 0.95));
    }

private:
    static double processorNow()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    static double at(QList<double> &times, double share)
    {
        std::ranges::sort(times);
        return times[qsizetype(share * double(times.size() - 1))];
    }

    QList<double> m_passed;
    QList<double> m_processor;
};

/// All texts of a matter.
QStringList textsOf(const domain::GuidePack &pack, const domain::Matter &matter)
{
    QHash<QString, QString> materials;
    for (const domain::Material &material : pack.materials)
        materials.insert(material.id, material.name);
    QStringList texts{matter.name, matter.lead};
    texts << matter.keywords;
    for (const domain::Item &item : matter.items) {
        texts << item.name << item.department;
        for (const domain::MaterialUse &use : item.materials)
            texts << materials.value(use.material);
    }
    for (const domain::Situation &situation : matter.situations)
        texts << situation.question;
    for (const domain::Faq &faq : matter.faq)
        texts << faq.question << faq.answer;
    return texts;
}

QString parted(const QString &text)
{
    QString spaced;
    for (const char32_t c : guides::plainLetters(text))
        spaced += QString::fromUcs4(&c, 1) + u' ';
    return spaced;
}

class FullTextTable
{
public:
    FullTextTable()
    {
        sqlite3_open(":memory:", &m_database);
        run("CREATE VIRTUAL TABLE matter USING fts5(words, tokenize = 'unicode61')");
        sqlite3_prepare_v2(m_database, "INSERT INTO matter (words) VALUES (?)", -1, &m_insert, nullptr);
        sqlite3_prepare_v2(m_database, "SELECT rowid FROM matter WHERE matter MATCH ? ORDER BY rank LIMIT ?", -1,
                           &m_find, nullptr);
        run("BEGIN");
    }
    ~FullTextTable()
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_find);
        sqlite3_close(m_database);
    }
    void add(const QStringList &texts)
    {
        bind(m_insert, parted(texts.join(u" | "_s)));
        sqlite3_step(m_insert);
        sqlite3_reset(m_insert);
    }
    void close() { run("COMMIT"); }
    int find(const QString &query, int most)
    {
        bind(m_find, u'"' + parted(query) + u'"');
        sqlite3_bind_int(m_find, 2, most);
        int rows = 0;
        while (sqlite3_step(m_find) == SQLITE_ROW)
            ++rows;
        sqlite3_reset(m_find);
        return rows;
    }

private:
    void run(const char *sql) { sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr); }
    static void bind(sqlite3_stmt *statement, const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        sqlite3_bind_text(statement, 1, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_find = nullptr;
    Q_DISABLE_COPY_MOVE(FullTextTable)
};

QString firstReadings(const QString &text, const guides::Pinyin &pinyin)
{
    QString sounds;
    for (const SearchOracle::Letter &letter : SearchOracle::spell(text, pinyin))
        sounds += letter.readings.isEmpty() ? QString() : QString::fromLatin1(letter.readings.first());
    return sounds;
}

void askFzf(const QString &lines, const QString &query)
{
    QProcess fzf;
    fzf.setStandardInputFile(lines);
    fzf.start(u"fzf"_s, {u"--filter"_s, query});
    fzf.waitForFinished();
}

void measure(int count, int queries, int most, const guides::Pinyin &pinyin)
{
    const QList<domain::GuidePack> packs = searchcorpus::guides(searchcorpus::realPacks(), count, 11);
    const guides::Shelf shelf(packs);
    const double before = megabytesInUse();
    QElapsedTimer timer;
    timer.start();
    guides::MatterSearch search(shelf, pinyin);
    const double made = milliseconds(timer);
    const double memory = megabytesInUse() - before;

    FullTextTable fullText;
    QTemporaryFile lines;
    if (!lines.open())
        return;
    qsizetype letters = 0;
    for (const domain::GuidePack &pack : packs) {
        for (const domain::Matter &matter : pack.matters) {
            const QStringList texts = textsOf(pack, matter);
            const QString line = texts.join(u' ');
            letters += line.size();
            fullText.add(texts);
            lines.write((line + u' ' + firstReadings(line, pinyin) + u'\n').toUtf8());
        }
    }
    fullText.close();
    lines.flush();
    std::printf("%d guides, %lld letters: made in %.1f ms, %.1f MB\n", count, static_cast<long long>(letters), made,
                memory);

    const bool hasFzf = !QStandardPaths::findExecutable(u"fzf"_s).isEmpty();
    searchcorpus::Queries source(packs, pinyin, 5);
    Times all;
    for (int kind = 0; kind < searchcorpus::kinds; ++kind) {
        const bool asksCharacters
            = kind == int(searchcorpus::Kind::Characters) || kind == int(searchcorpus::Kind::OneOrTwo);
        Times ours, everything, table, fzf;
        for (int i = 0; i < queries; ++i) {
            const QString query = source.next(searchcorpus::Kind(kind));
            ours.measure([&] { search.find(query, most); });
            everything.measure([&] { search.find(query, count); });
            if (asksCharacters)
                table.measure([&] { fullText.find(query, most); });
            if (hasFzf && i < 20)
                fzf.measure([&] { askFzf(lines.fileName(), query); });
        }
        const char *name = searchcorpus::nameOf(searchcorpus::Kind(kind));
        ours.print("ours", name);
        everything.print("all hits", name);
        table.print("fts5", name);
        fzf.print("fzf", name);
        all.add(ours);
    }
    all.print("ours", "every kind");
}

}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = app.arguments();
    const int queries = std::max(20, words.value(1, u"500"_s).toInt());
    const int most = words.value(2, u"200"_s).toInt();
    const guides::Pinyin pinyin = searchcorpus::pinyin();
    for (const int count : {84, 5000})
        measure(count, queries, most, pinyin);
    return 0;
}
