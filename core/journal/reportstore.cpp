#include "core/journal/reportstore.h"

#include <QtEndian>

namespace journal {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QString &type, qint64 at)
{
    return type + u'@' + QString::number(at);
}

/// How many there are, then each.
void appendNumbers(QByteArray &line, const QList<quint64> &numbers)
{
    line.append(char(numbers.size()));
    for (const quint64 number : numbers) {
        const quint64 little = qToLittleEndian(number);
        line.append(reinterpret_cast<const char *>(&little), sizeof little);
    }
}

}

QByteArray reportWordPlace(quint64 number)
{
    return "report_word.sealed|" + QByteArray::number(number);
}

QByteArray reportReasonsPlace(const QString &caseId)
{
    return "report_line.reasons|" + caseId.toUtf8();
}

base::Result<> ReportStore::put(const QString &caseId, const ReportDigest &digest, const base::Secret &key)
{
    Q_ASSERT(digest.words.size() < 256 && digest.acts.size() < 256);
    const auto writers = windowsOf(caseId, digest.acts);
    if (!writers)
        return base::Fail(writers.error());
    QList<quint64> words, windows;
    for (const QString &word : digest.words) {
        const base::Result<quint64> number = numberOf(word);
        if (!number)
            return base::Fail(number.error());
        words.append(*number);
    }
    for (const ReportDigest::Act &act : digest.acts) {
        const QString window = writers->value(keyOf(act.type, act.at.toMSecsSinceEpoch()));
        const base::Result<quint64> number = window.isEmpty() ? base::Result<quint64>(0) : numberOf(window);
        if (!number)
            return base::Fail(number.error());
        windows.append(*number);
    }
    QByteArray line;
    appendNumbers(line, words);
    appendNumbers(line, windows);
    const Sealed reasons = digest.reasons.isEmpty() ? Sealed{} : seal(digest.reasons, key, reportReasonsPlace(caseId));
    return m_database.run("INSERT INTO report_line (case_id, first_day, last_day, line, suite, reasons)"
                          " VALUES (:case, :first, :last, :line, :suite, :reasons) ON CONFLICT (case_id) DO UPDATE SET"
                          " first_day = excluded.first_day, last_day = excluded.last_day, line = excluded.line,"
                          " suite = excluded.suite, reasons = excluded.reasons",
                          {{u":case"_s, caseId},
                           {u":first"_s, digest.firstDay},
                           {u":last"_s, digest.lastDay},
                           {u":line"_s, line + digest.facts},
                           {u":suite"_s, reasons.suite},
                           {u":reasons"_s, reasons.bytes}});
}

/// The writer's device of each of \a acts, by its type and moment.
base::Result<QHash<QString, QString>> ReportStore::windowsOf(const QString &caseId, const QList<ReportDigest::Act> &acts)
{
    QHash<QString, QString> writers;
    if (acts.isEmpty())
        return writers;
    return m_database
        .each("SELECT e.type, e.at, w.device FROM event e JOIN writer w ON w.id = e.writer WHERE e.case_id = :case AND e.origin <> 2"
              " ORDER BY e.id",
              {{u":case"_s, caseId}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  writers.insert(keyOf(row.value(0).toString(), row.value(1).toLongLong()), row.value(2).toString());
                  return {};
              })
        .map([&] { return writers; });
}

/// The number of \a word, which follows from the word and the key of the profile; the word is kept beside it.
base::Result<quint64> ReportStore::numberOf(const QString &word)
{
    const QByteArray mark = m_keys.markOf(word);
    const auto number = qFromLittleEndian<quint64>(mark.constData()) | 1; // 0 stands for none
    const auto known = m_database.row("SELECT 1 FROM report_word WHERE id = :id", {{u":id"_s, qint64(number)}});
    if (!known)
        return base::Fail(known.error());
    if (*known)
        return number;
    const Sealed sealed = seal(word.toUtf8(), m_profileKey, reportWordPlace(number));
    return m_database.run("INSERT INTO report_word (id, suite, sealed) VALUES (:id, :suite, :sealed)",
                          {{u":id"_s, qint64(number)}, {u":suite"_s, sealed.suite}, {u":sealed"_s, sealed.bytes}})
        .map([&] { return number; });
}

base::Result<> ReportStore::remove(const QString &caseId)
{
    return m_database.run("DELETE FROM report_line WHERE case_id = :case", {{u":case"_s, caseId}});
}

base::Result<> ReportStore::clear()
{
    return m_database.run("DELETE FROM report_line").and_then([this] { return m_database.run("DELETE FROM report_word"); });
}

}
