#pragma once

#include "core/guides/formatwords.h"
#include "core/sheets/tables.h"

namespace sheets {

/// Short ways to write down columns. A heading that ends with * is of a column that must be filled in.
inline Column column(Kind kind, const QString &key, const QString &heading, const QString &note)
{
    const bool isRequired = heading.endsWith(u'*');
    return {.key = key,
            .heading = isRequired ? heading.chopped(1) : heading,
            .note = note,
            .kind = kind,
            .isRequired = isRequired,
            .choices = {},
            .sheet = {}};
}

inline Column referenceTo(const QString &sheet, Kind kind, const QString &key, const QString &heading,
                          const QString &note)
{
    Column reference = column(kind, key, heading, note);
    reference.sheet = sheet;
    return reference;
}

template <class Meaning>
Column wordOf(std::span<const guides::Word<Meaning>> words, Kind kind, const QString &key, const QString &heading,
              const QString &note)
{
    Column word = column(kind, key, heading, note);
    for (const guides::Word<Meaning> &entry : words)
        word.choices.append({entry.text.toString(), entry.chinese.toString()});
    return word;
}

/// 来源, 可信程度 and the days on which it is law.
QList<Column> provenanceColumns(bool isRequired);

/// The sheets of a matter and what lies in it.
QList<Table> matterTables();

}
