#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>

#include <optional>

namespace papers {

/// An organ in whose name a paper goes out, as a hall has it in numbers.json; what is empty is not known.
struct Organ {
    QString name; ///< in full
    QString code; ///< 机关代字, e.g. 湖卫
    QString reviewOrgan; ///< where its decisions may be reviewed (行政复议机关)
    QString court; ///< where they may be challenged
    bool operator==(const Organ &) const = default;
};

/// Numbers that this window may give to one kind of paper of one organ in one year. Blocks of several windows do not overlap; who
/// leases them sees to that.
struct NumberBlock {
    QString code; ///< of the organ
    QString paper; ///< id of the form
    int year = 0;
    int from = 1;
    int to = 1; ///< inclusive
    int incarnation = 1; ///< of the journal that may use it: one begun anew cannot know what the old one gave; 0: any
    bool operator==(const NumberBlock &) const = default;
};

/// By which legal numbers (文号) the papers of a window go: organs and blocks.
class Numbering
{
public:
    /// Without a numbers.json: the code 样例 for every organ and one block from 1 on, so that nothing looks official.
    Numbering() = default;
    /// No organ, no block: no number is given.
    static Numbering none();
    /// Reads and checks \a file (forms/README.md); the place of an error names file and path inside it.
    static base::Result<Numbering> load(const QString &file);

    /// The organ that a guide calls \a department; only its code, or nothing, when the hall did not say.
    Organ organ(const QString &department) const;
    /// Of one series, the lowest first.
    QList<NumberBlock> blocks(const QString &code, const QString &paper, int year) const;
    const QList<NumberBlock> &allBlocks() const { return m_blocks; }
    /// The hall has no numbers.json: every number reads 样例.
    bool isSample() const { return m_isSample; }

private:
    bool m_isSample = true;
    QMap<QString, Organ> m_organs;
    QList<NumberBlock> m_blocks;
};

/// {organ}, {year} and {serial} of \a pattern filled in; not padded with zeros, as GB/T 9704 has it, unless {serial:N} says to how
/// many digits.
QString serialText(const QString &pattern, const QString &code, int year, int serial);
/// Whether \a pattern has year and serial and no other word in braces.
bool isSerialPattern(const QString &pattern);

}
