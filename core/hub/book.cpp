#include "core/hub/book.h"

#include <QCryptographicHash>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesAtOnce = 2000;

QByteArray measured(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size()) + ':' + bytes;
}

/// Why \a line cannot stand at \a place behind the hash \a before; empty: it can.
QString faultOf(const AuditLine &line, qint64 place, const QByteArray &before)
{
    if (line.place == 0)
        return u"a line without a hash stands inside the chain"_s;
    if (line.place > place)
        return u"%1 line(s) are missing here"_s.arg(line.place - place);
    if (line.place < place)
        return u"this place is taken twice"_s;
    return line.hash == chainHash(before, line) ? QString() : u"the line, or the one before it, is not what was written"_s;
}

/// One field of a table.
QByteArray cell(QString text)
{
    static constexpr QStringView signsOfFormulas = u"=+-@\t\r";
    if (!text.isEmpty() && signsOfFormulas.contains(text.front()))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

}

base::Result<> writeDown(const Engine &engine, Transaction &rows, const QString &by, const QString &act, const QString &subject,
                         const QString &words)
{
    return rows.people().add({.at = engine.now(), .account = by, .act = act, .subject = subject, .words = words});
}

QByteArray chainBegin()
{
    return QByteArray(QCryptographicHash::hashLength(QCryptographicHash::Sha256), '\0');
}

QByteArray chainHash(const QByteArray &before, const AuditLine &line)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    for (const QByteArray &field : {QByteArray::number(line.place), QByteArray::number(line.at.toMSecsSinceEpoch()), line.account.toUtf8(),
                                    line.act.toUtf8(), line.subject.toUtf8(), line.words.toUtf8()})
        hash.addData(measured(field));
    return hash.result();
}

base::Result<> eachLine(const Engine &engine, const std::function<base::Result<>(const AuditLine &)> &visit)
{
    // The whole book in one transaction: what is added meanwhile is not of this moment.
    return within(engine.store, Store::For::Reading, [&](Transaction &rows) -> base::Result<> {
        qint64 last = 0;
        while (true) {
            const auto lines = rows.people().auditAfter(last, linesAtOnce);
            if (!lines)
                return base::Fail(lines.error());
            for (const AuditLine &line : *lines) {
                if (const base::Result<> visited = visit(line); !visited)
                    return visited;
                last = line.id;
            }
            if (lines->size() < linesAtOnce)
                return {};
        }
    });
}

base::Result<BookCheck> checkBook(const Engine &engine)
{
    // The end first: lines that are added after this are only more than it says.
    const auto end = within(engine.store, Store::For::Reading, [](Transaction &rows) { return rows.people().bookEnd(); });
    if (!end)
        return base::Fail(end.error());
    BookCheck check;
    QByteArray before = chainBegin();
    QByteArray atEnd = end->place == 0 ? before : QByteArray();
    const base::Result<> read = eachLine(engine, [&](const AuditLine &line) -> base::Result<> {
        if (!check.isSound())
            return {};
        if (line.place == 0 && check.chained == 0) {
            ++check.older;
            return {};
        }
        const qint64 place = check.chained + 1;
        if (check.fault = faultOf(line, place, before); !check.isSound()) {
            check.faulty = place;
            return {};
        }
        before = line.hash;
        check.chained = place;
        if (place == end->place)
            atEnd = before;
        return {};
    });
    if (!read)
        return base::Fail(read.error());
    if (check.isSound() && check.chained < end->place) {
        check.faulty = check.chained + 1;
        check.fault = u"%1 line(s) are missing at the end"_s.arg(end->place - check.chained);
    } else if (check.isSound() && atEnd != end->hash) {
        check.faulty = end->place;
        check.fault = u"the end of the chain is not what was noted of it"_s;
    }
    return check;
}

QByteArray tableHead()
{
    return "\xef\xbb\xbf" // by which spreadsheets know UTF-8
           "place,at,account,act,subject,words,hash\r\n";
}

QByteArray tableLine(const AuditLine &line)
{
    const QByteArray place = line.place > 0 ? QByteArray::number(line.place) : QByteArray();
    return place + ',' + line.at.toUTC().toString(Qt::ISODateWithMs).toLatin1() + ',' + cell(line.account) + ',' + cell(line.act) + ','
        + cell(line.subject) + ',' + cell(line.words) + ',' + line.hash.toHex() + "\r\n";
}

}
