#include "core/domain/plan.h"
#include "core/guides/shelf.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Truth;

namespace {

/// One line of a notes table: what a note of the catalogue does to one item under given answers.
struct NoteRow {
    QString pack;
    QString matter;
    QString item;
    QString note;
    QString answers; ///< situation=answer;{parameter}=number;…
    QString expected; ///< applies, not, after:IDS, excludes:ID, remark
};

QList<QStringList> linesOf(const QString &file)
{
    QFile source(file);
    QList<QStringList> lines;
    if (!source.open(QFile::ReadOnly))
        return lines;
    for (const QString &line : QString::fromUtf8(source.readAll()).split(u'\n', Qt::SkipEmptyParts))
        lines << line.split(u'\t');
    return lines;
}

}

/// Every note of the catalogues is a rule that selects: the tables beside the packs say what each must do.
class TestNotes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void noteSelects_data();
    void noteSelects();
    void everyNoteHasItsRows_data();
    void everyNoteHasItsRows();

private:
    static QString folder() { return qEnvironmentVariable("YICHUANG_SOURCE") + u"/tests/data/guides"_s; }
    const domain::GuidePack *pack(const QString &id) const;
    /// The line of \a row's item in the plan of a case that gave \a row's answers.
    domain::Plan planUnder(const NoteRow &row) const;

    std::optional<guides::Shelf> m_shelf;
    QList<NoteRow> m_rows;
};

void TestNotes::initTestCase()
{
    const auto shelf = guides::Shelf::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides"_s);
    QVERIFY(shelf);
    m_shelf = *shelf;
    for (const QString &name : QDir(folder()).entryList({u"*.notes.tsv"_s}, QDir::Files, QDir::Name)) {
        const QList<QStringList> lines = linesOf(folder() + u'/' + name);
        const auto id = std::ranges::find_if(m_shelf->packs(), [&](const auto &pack) { return name.startsWith(pack.id); });
        QVERIFY2(id != m_shelf->packs().end(), qPrintable(name));
        for (const QStringList &line : lines.mid(1)) {
            QVERIFY2(line.size() == 5, qPrintable(name + u": "_s + line.join(u'|')));
            m_rows.append({id->id, line[0], line[1], line[2], line[3], line[4]});
        }
    }
    QVERIFY(m_rows.size() > 100);
}

const domain::GuidePack *TestNotes::pack(const QString &id) const
{
    const auto it = std::ranges::find(m_shelf->packs(), id, &domain::GuidePack::id);
    return it == m_shelf->packs().end() ? nullptr : &*it;
}

domain::Plan TestNotes::planUnder(const NoteRow &row) const
{
    std::optional<domain::Guide> guide = domain::guideOf(*pack(row.pack), row.matter);
    domain::Case file;
    for (const QString &answer : row.answers.split(u';', Qt::SkipEmptyParts)) {
        const QString name = answer.section(u'=', 0, 0).trimmed();
        const QString value = answer.section(u'=', 1).trimmed();
        if (name.startsWith(u'{'))
            guide->parameters.insert(name.sliced(1, name.size() - 2), value.toDouble());
        else
            file.answers.insert(name, value);
    }
    return domain::planOf(file, *guide, QDate(2026, 11, 21));
}

void TestNotes::noteSelects_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < m_rows.size(); ++i) {
        const NoteRow &row = m_rows[i];
        QTest::newRow(qPrintable(u"%1 %2/%3 %4 → %5"_s.arg(row.pack, row.matter, row.item, row.answers, row.expected))) << i;
    }
}

void TestNotes::noteSelects()
{
    QFETCH(int, row);
    const NoteRow &note = m_rows[row];
    const auto guide = domain::guideOf(*pack(note.pack), note.matter);
    QVERIFY2(guide, "no such matter");
    const domain::Item *item = guide->matter.item(note.item);
    QVERIFY2(item, "no such item");
    if (!note.note.isEmpty())
        QCOMPARE(item->note, note.note);
    const domain::Plan plan = planUnder(note);
    for (const QString &answer : note.answers.split(u';', Qt::SkipEmptyParts)) {
        const QString name = answer.section(u'=', 0, 0).trimmed();
        if (name.startsWith(u'{'))
            continue;
        const domain::Situation *situation = guide->matter.situation(name);
        QVERIFY2(situation, qPrintable(u"no such question: "_s + name));
        const QString value = answer.section(u'=', 1).trimmed();
        QVERIFY2(situation->kind == domain::Situation::Kind::Number || situation->option(value),
                 qPrintable(u"no such answer: "_s + answer));
    }
    const QString kind = note.expected.section(u':', 0, 0);
    const QStringList ids = note.expected.section(u':', 1).split(u',', Qt::SkipEmptyParts);
    if (kind == u"applies") {
        QCOMPARE(plan.item(note.item)->applies, Truth::Yes);
    } else if (kind == u"not") {
        QCOMPARE(plan.item(note.item)->applies, Truth::No);
    } else if (kind == u"after") {
        for (const QString &id : ids)
            QVERIFY2(item->after.contains(id), qPrintable(id));
        QVERIFY(!ids.isEmpty());
    } else if (kind == u"excludes") {
        const domain::Item *other = guide->matter.item(ids.value(0));
        QVERIFY2(other, "no such other item");
        const bool sameGroup = !item->exclusive.isEmpty() && item->exclusive == other->exclusive;
        const bool byAnswer
            = plan.item(note.item)->applies == Truth::Yes && plan.item(other->id)->applies == Truth::No;
        QVERIFY(sameGroup || byAnswer);
    } else {
        QCOMPARE(note.expected, u"remark"_s);
    }
}

void TestNotes::everyNoteHasItsRows_data()
{
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QString>("matter");
    QTest::addColumn<QString>("item");
    for (const domain::GuidePack &pack : m_shelf->packs()) {
        for (const domain::Matter &matter : pack.matters) {
            for (const domain::Item &item : matter.items) {
                if (!item.note.isEmpty() && matter.status != domain::MatterStatus::Catalogue)
                    QTest::newRow(qPrintable(u"%1 %2/%3"_s.arg(pack.id, matter.id, item.id)))
                        << pack.id << matter.id << item.id;
            }
        }
    }
}

void TestNotes::everyNoteHasItsRows()
{
    QFETCH(QString, pack);
    QFETCH(QString, matter);
    QFETCH(QString, item);
    QSet<QString> seen;
    for (const NoteRow &row : std::as_const(m_rows)) {
        if (row.pack == pack && row.matter == matter && row.item == item)
            seen.insert(row.expected.section(u':', 0, 0));
    }
    QVERIFY2(seen.contains(u"remark"_s) || (seen.contains(u"applies"_s) && seen.contains(u"not"_s)),
             "a note needs rows for both sides, or is a remark");
}

QTEST_GUILESS_MAIN(TestNotes)
#include "tst_notes.moc"
