#pragma once

#include "core/journal/journal.h"
#include "core/papers/numbering.h"

#include <QDateTime>

#include <optional>

namespace desk {

/// Legal numbers that the hub leased to this window, and what it was asked for: leases.json of the profile. A wish is on the disk before
/// the hub hears of it, and its numbers are before the first of them can be given: whatever breaks off between the two, the same
/// wish is asked once more and brings the same numbers. The file is the program's own, and good for one device only: on another PC
/// the same numbers would be given twice.
class LeaseBook final
{
public:
    struct Wish {
        QString id; ///< UUID
        QString hub; ///< UUID: at which it is asked
        journal::PaperSeries series;
        int count = 0;
        int above = 0; ///< see wire::SerialWish
        QDateTime at; ///< UTC
        bool operator==(const Wish &) const = default;
    };
    struct Block {
        papers::NumberBlock numbers;
        QString hub;
        QDateTime at; ///< UTC
        bool operator==(const Block &) const = default;
    };

    /// Reads it; a missing file is an empty book. \a device: that of the journal.
    LeaseBook(const QString &profileFolder, const QString &device);

    /// Why nothing of the file counts, and nothing is written to it; nothing when all is well.
    const std::optional<base::Error> &fault() const { return m_fault; }
    const QList<Wish> &wishes() const { return m_wishes; } ///< without an answer, the oldest first
    const QList<Block> &blocks() const { return m_blocks; } ///< the oldest first

    /// Durable when this returns; Error::Storage, or fault(): nothing has changed.
    [[nodiscard]] base::Result<> note(const Wish &wish);
    /// The wish \a id has brought \a block; as note(). Nothing when there is no such wish any more.
    [[nodiscard]] base::Result<> fulfil(const QString &id, const Block &block);

private:
    [[nodiscard]] base::Result<> keep(QList<Wish> wishes, QList<Block> blocks);

    const QString m_file;
    const QString m_device;
    std::optional<base::Error> m_fault;
    QList<Wish> m_wishes;
    QList<Block> m_blocks;
};

}
