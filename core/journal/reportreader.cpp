#include "core/journal/reportreader.h"

#include "core/journal/logging.h"
#include "core/journal/reportstore.h"
#include "core/journal/seal.h"

#include <QtEndian>

namespace journal {

using namespace Qt::StringLiterals;

struct ReportReader::Parts {
    Parts(const QString &file, const base::Secret &key) : database(file), keys(database, key), profileKey(key) { }

    Database database;
    CaseKeys keys;
    base::Secret profileKey;
};

namespace {

/// Takes a list of numbers from the front of \a bytes; false when it is cut short.
bool takeNumbers(QByteArrayView &bytes, std::vector<quint64> &numbers)
{
    if (bytes.isEmpty())
        return false;
    const size_t count = quint8(bytes.front());
    bytes = bytes.sliced(1);
    if (size_t(bytes.size()) < count * sizeof(quint64))
        return false;
    numbers.resize(count);
    for (size_t i = 0; i < count; ++i)
        numbers[i] = qFromLittleEndian<quint64>(bytes.data() + i * sizeof(quint64));
    bytes = bytes.sliced(qsizetype(count * sizeof(quint64)));
    return true;
}

}

ReportReader::ReportReader(std::unique_ptr<Parts> parts) : m(std::move(parts)) { }
ReportReader::~ReportReader() = default;

base::Result<std::unique_ptr<ReportReader>> ReportReader::open(const QString &folder, const base::Secret &profileKey)
{
    auto parts = std::make_unique<Parts>(folder + u"/journal.db"_s, profileKey);
    if (const base::Result<> opened = parts->database.open(); !opened)
        return base::Fail(opened.error());
    return std::unique_ptr<ReportReader>(new ReportReader(std::move(parts)));
}

base::Result<QHash<quint64, QString>> ReportReader::words()
{
    QHash<quint64, QString> words;
    return m->database
        .each("SELECT id, suite, sealed FROM report_word", {},
              [&](const QSqlQuery &row) -> base::Result<> {
                  const auto number = quint64(row.value(0).toLongLong());
                  const base::Result<QByteArray> word
                      = unseal({row.value(1).toInt(), row.value(2).toByteArray()}, m->profileKey, reportWordPlace(number));
                  if (!word)
                      return base::Fail(word.error());
                  words.insert(number, QString::fromUtf8(*word));
                  return {};
              })
        .map([&] { return words; });
}

base::Result<qint64> ReportReader::count(QDate from, QDate to)
{
    return m->database
        .row("SELECT count(*) FROM report_line WHERE last_day >= :from AND first_day <= :to",
             {{u":from"_s, from.toJulianDay()}, {u":to"_s, to.toJulianDay()}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toLongLong() : 0; });
}

base::Result<> ReportReader::eachLine(QDate from, QDate to, const std::function<base::Result<>(const ReportLine &)> &visit)
{
    std::vector<quint64> words, windows;
    return m->database.each("SELECT id, line FROM report_line WHERE last_day >= :from AND first_day <= :to",
                            {{u":from"_s, from.toJulianDay()}, {u":to"_s, to.toJulianDay()}},
                            [&](const QSqlQuery &row) -> base::Result<> {
                                const QByteArray line = row.value(1).toByteArray();
                                QByteArrayView rest(line);
                                if (!takeNumbers(rest, words) || !takeNumbers(rest, windows))
                                    return base::Fail({base::Error::Kind::Damaged, u"a line of the reports is cut short"_s,
                                                       u"report_line %1"_s.arg(row.value(0).toLongLong())});
                                return visit({row.value(0).toLongLong(), words, windows, rest});
                            });
}

base::Result<QByteArray> ReportReader::reasonsOf(qint64 row)
{
    const auto found = m->database.row("SELECT l.case_id, l.suite, l.reasons, k.suite, k.sealed FROM report_line l JOIN case_key k ON"
                                       " k.case_id = l.case_id WHERE l.id = :row",
                                       {{u":row"_s, row}});
    if (!found)
        return base::Fail(found.error());
    if (!*found || (*found)->at(2).toByteArray().isEmpty())
        return QByteArray();
    const QString caseId = (*found)->at(0).toString();
    const base::Result<QByteArray> reasons
        = m->keys.open(caseId, {(*found)->at(3).toInt(), (*found)->at(4).toByteArray()}).and_then([&](const base::Secret &key) {
              return unseal({(*found)->at(1).toInt(), (*found)->at(2).toByteArray()}, key, reportReasonsPlace(caseId));
          });
    if (!reasons)
        qCWarning(lcJournal) << "reasons of case" << caseId << "cannot be read:" << reasons.error().detail;
    return reasons.value_or(QByteArray());
}

base::Result<QList<ReportedCase>> ReportReader::casesOf(std::span<const qint64> rows)
{
    QList<ReportedCase> cases;
    for (const qint64 row : rows) {
        const auto found = m->database.row("SELECT f.case_id, f.number FROM report_line l JOIN case_file f ON f.case_id = l.case_id"
                                           " WHERE l.id = :row",
                                           {{u":row"_s, row}});
        if (!found)
            return base::Fail(found.error());
        if (*found)
            cases.append({row, (*found)->at(0).toString(), (*found)->at(1).toString()});
    }
    return cases;
}

base::Result<int> ReportReader::casesWithout()
{
    return m->database
        .row("SELECT count(*) FROM case_file f WHERE NOT EXISTS (SELECT 1 FROM report_line l WHERE l.case_id = f.case_id)")
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toInt() : 0; });
}

}
