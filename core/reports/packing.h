#pragma once

#include "core/domain/reportfacts.h"

#include <QByteArray>
#include <QHash>

#include <span>
#include <vector>

namespace reports {

// The facts of a case as they are kept: a few hundred bytes that are read again without making a text of anything. Words (matters,
// departments, clerks, windows) stand in a dictionary beside all cases.

/// A word of the dictionary; 0: none.
using Word = quint64;
using Dictionary = QHash<Word, QString>;

constexpr int neverEnds = 0x7fffffff; ///< Packed::lastDay of what is open

struct Packed {
    /// An act whose window is wanted: the writer of that event.
    struct Act {
        QString type;
        QDateTime at;
        bool operator==(const Act &) const = default;
    };
    int firstDay = 0; ///< Julian; nothing of the case counts before
    int lastDay = 0; ///< nor after; neverEnds where something waits
    QStringList words; ///< at most 250, each once
    QList<Act> acts; ///< at most 250
    QByteArray facts; ///< names words and acts by their place; no person data
    bool operator==(const Packed &) const = default;
};
Packed pack(const domain::ReportFacts &facts);

struct CountedFact {
    domain::ReportFact::Kind kind = domain::ReportFact::Kind::Opened;
    int day = 0; ///< Julian
    int hour = 0;
    bool ofItem = false; ///< else of the case, \c department is 0
    Word department = 0;
    Word clerk = 0;
    Word window = 0;
    int value = 0;
};
/// Seconds since 1970; 0: none.
struct CountedWait {
    Word department = 0;
    qint64 from = 0, until = 0, amberFrom = 0, redFrom = 0, due = 0;
    bool paused = false;
};
struct CountedCase {
    qint64 row = 0; ///< by which its holder knows it
    Word hall = 0; ///< where several halls are counted; its holder says which, not the facts
    Word matter = 0, matterName = 0;
    Word clerk = 0, window = 0; ///< who filed it, or opened it
    std::vector<Word> departments; ///< of its items, each once
    std::vector<CountedFact> facts;
    std::vector<CountedWait> waits;
};
/// Puts what stands in \a facts into \a into, whose row and hall stay; \a words and \a windows in the order of Packed. False when it is damaged.
bool unpack(QByteArrayView facts, std::span<const Word> words, std::span<const Word> windows, CountedCase &into);

}
