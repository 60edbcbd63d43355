#pragma once

#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>

namespace devices {

/// A scanner of this PC and what it can do, in the words of its driver. A scanner that could not be asked has empty lists.
struct ScannerFace {
    QString device; ///< how SANE calls it
    QString name; ///< for people
    QStringList sources; ///< glass, feeder …; empty: there is no choice
    QStringList modes; ///< of colour
    QList<int> resolutions; ///< dots an inch, a handful of usual ones, rising
    QString source; ///< that it takes by itself
    QSizeF area{0, 0}; ///< in mm, the largest; 0: not told
    bool operator==(const ScannerFace &) const = default;
};

/// How a page is to be scanned; whatever is empty or 0 is left to the scanner.
struct ScanWish {
    QString device;
    QString source;
    QString mode;
    int resolution = 0;
    bool operator==(const ScanWish &) const = default;
};

/// Whether \a source is one that takes a whole stack.
bool isFeeder(const QString &source);
/// Whether it takes both sides of each sheet.
bool isBothSides(const QString &source);
/// Whether \a mode knows black and white only.
bool isBlackAndWhite(const QString &mode);

/// What \a face says of itself in the list of options that scanimage gives (--all-options), \a listed.
ScannerFace withOptions(ScannerFace face, const QString &listed);

/// \a wish as one of \a faces can do it: a scanner that is there, its own source when the wished one is none of its, in colour at
/// 300 dpi when nothing is wished. Empty device: there is no scanner.
ScanWish fitted(const ScanWish &wish, const QList<ScannerFace> &faces);

/// What is wrong when scanning has ended before its time.
enum class ScanTrouble {
    None,
    FeederEmpty,
    Jammed,
    CoverOpen,
    Busy, ///< another program or PC has it
    Gone, ///< switched off, or its cable was drawn
    NotAllowed, ///< this user may not use it
    NoMemory,
    Silent, ///< nothing came for long; it was given up
    NoPlace, ///< no folder in memory for the pages
    Other,
};

/// How scanimage ended: \a code is what it gave back, \a said its words, \a pages how many came. An empty feeder behind the last
/// page is how a stack ends.
ScanTrouble troubleOf(int code, const QString &said, int pages);

}
