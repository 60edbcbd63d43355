#include "app/hub/store/dialect.h"

#include <QRegularExpression>

#include <sqlite3.h>

#include <array>

namespace hub {

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

namespace {

struct Spelling {
    QLatin1StringView word, sqlite, postgres;
};
constexpr std::array words{
    Spelling{"$int"_L1, "INTEGER"_L1, "BIGINT"_L1},
    Spelling{"$bytes"_L1, "BLOB"_L1, "BYTEA"_L1},
    Spelling{"$text"_L1, "TEXT"_L1, "TEXT"_L1},
    Spelling{"$id"_L1, "INTEGER PRIMARY KEY"_L1, "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"_L1},
    Spelling{"$strict"_L1, "STRICT"_L1, ""_L1},
    Spelling{"$clustered"_L1, "STRICT, WITHOUT ROWID"_L1, ""_L1},
    Spelling{"$held"_L1, ""_L1, "FOR UPDATE"_L1},
    Spelling{"$among"_L1, "IN (SELECT value FROM json_each(:among))"_L1, "= ANY (CAST(:among AS text[]))"_L1},
};

Kind kindOfSqlite(int code)
{
    constexpr int primaryCode = 0xff; // extended result codes keep the plain one in the low byte
    switch (code & primaryCode) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Kind::Damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::Busy;
    default:
        return Kind::Storage;
    }
}

/// Appendix A of the PostgreSQL manual. Somebody else was first, or held something too long: the same may be tried again.
Kind kindOfPostgres(const QString &state)
{
    constexpr std::array again{"40001"_L1, "40P01"_L1, "55P03"_L1, "57014"_L1, "23505"_L1};
    if (std::ranges::find(again, state) != again.end())
        return Kind::Busy;
    return state.startsWith("XX001"_L1) || state.startsWith("XX002"_L1) ? Kind::Damaged : Kind::Storage;
}

}

QString spelled(const QString &sql, Dialect dialect)
{
    QString text = sql;
    for (const Spelling &word : words)
        text.replace(word.word, dialect == Dialect::Sqlite ? word.sqlite : word.postgres);
    return text;
}

QString among(const QStringList &words, Dialect dialect)
{
    static const QRegularExpression word(u"^[A-Za-z0-9._-]+$"_s);
    const QStringList ids = words.filter(word);
    return dialect == Dialect::Sqlite ? (ids.isEmpty() ? u"[]"_s : u"[\""_s + ids.join("\",\""_L1) + u"\"]"_s)
                                      : u'{' + ids.join(u',') + u'}';
}

Kind kindOf(const QString &nativeCode, Dialect dialect)
{
    return dialect == Dialect::Sqlite ? kindOfSqlite(nativeCode.toInt()) : kindOfPostgres(nativeCode);
}

}
