#pragma once

#include "app/guide/packfinder.h"

class QTextStream;

/// The matter of \a pack with this id, number in the catalogue or name; null when there is none.
const domain::Matter *matterOf(const domain::GuidePack &pack, const QString &name);

/// What the program can do. Each gives its exit code: 0 done; 1 a pack has faults or what was asked for is not there.
class Commands
{
public:
    Commands(PackFinder finder, QTextStream &out, QTextStream &err)
        : m_finder(std::move(finder)), m_out(out), m_err(err)
    {
    }

    /// One line for each catalogue row of the pack: pack, sequence, mark, matter, lead department, item, department, level,
    /// note. No value holds a tab or a line break (readers refuse them), so nothing is quoted.
    int rows(const QString &pack);
    /// Every fault of the packs, or of all in the folder when none is named; a line for each sound one.
    int check(const QStringList &packs);
    /// One line for each pack: id, version, number of matters, of rows, of matters worked out, title.
    int list();
    /// One matter in words; \a matter is its id, its number in the catalogue or its name.
    int show(const QString &pack, const QString &matter);

private:
    int fail(const base::Error &error);

    PackFinder m_finder;
    QTextStream &m_out;
    QTextStream &m_err;
};
