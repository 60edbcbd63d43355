#pragma once

#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>
#include <QDateTime>

#include <variant>

namespace papers {

/// A paper is a value: what a form says, filled in. It is laid out once and then shown, printed or saved from that one layout,
/// so that the three cannot differ.

struct Heading {
    QString text;
    int level = 1; ///< 1 or 2
    bool operator==(const Heading &) const = default;
};
struct Paragraph {
    QString text;
    enum class Weight { Normal, Strong, Small } weight = Weight::Normal;
    bool indented = true; ///< first line two characters in, as official papers have it; not with a mark
    QString mark; ///< e.g. “1. ” or “· ”: stands before the text, whose further lines begin where it ends
    bool centred = false;
    bool operator==(const Paragraph &) const = default;
};
/// Label and value in two columns of pairs.
struct FactTable {
    QList<std::pair<QString, QString>> rows;
    int pairsPerRow = 2;
    bool operator==(const FactTable &) const = default;
};
/// A ruled table whose head is repeated on every page.
struct Table {
    struct Column {
        QString head;
        double share = 1; ///< of the width
        bool centred = false;
        bool operator==(const Column &) const = default;
    };
    QList<Column> columns;
    QList<QStringList> rows;
    QStringList notes; ///< by row: what stands below it over all columns but the first; none or empty: nothing
    bool operator==(const Table &) const = default;
};
/// What follows on what: boxes in rows from the top down, with an arrow from each to those that need it.
struct Chart {
    struct Box {
        QString text;
        QString note; ///< smaller, below
        QList<int> after; ///< boxes that go before, from 0; a circle is cut open
        bool dashed = false; ///< not for everybody
        bool operator==(const Box &) const = default;
    };
    QList<Box> boxes;
    QString first; ///< goes before all; empty: none
    QString last; ///< comes after all; empty: none
    bool operator==(const Chart &) const = default;

    /// The boxes as they are drawn: each below all that go before it, at most three side by side.
    QList<QList<int>> rows() const;
};
/// QR codes side by side with a caption each; \c content is what a reader gets.
struct Codes {
    struct Code {
        QString content;
        QString caption;
        bool operator==(const Code &) const = default;
    };
    QList<Code> codes;
    int columns = 0; ///< that the width is parted into; 0: as many as there are codes
    bool operator==(const Codes &) const = default;
};
/// Lines at the foot of the text that stay together: signature, seal area, date. Never alone on a page.
struct Signature {
    QStringList left; ///< the citizen's side
    QStringList right; ///< the hall's side
    QImage hand = {}; ///< signed by hand on a screen: grey on white, drawn on the rule of a line of \c left; null: to be signed
    int handLine = 0;
    bool operator==(const Signature &) const = default;
};
/// Pictures of the same shape, dark on white, side by side: charts, which a form only has the place for, see Paper::illustrate().
struct Pictures {
    QList<QImage> pictures;
    int perRow = 2;
    bool operator==(const Pictures &) const = default;
};
using Block = std::variant<Heading, Paragraph, FactTable, Table, Chart, Codes, Signature, Pictures>;

struct Paper {
    QString form; ///< id of the form
    QString title;
    QString number; ///< top right, e.g. the case number in groups
    QString mark; ///< e.g. 草稿 or 补打 第2次; empty: none
    QString footer; ///< left of the page number on every page
    QString author; ///< hall, for the metadata
    QList<Block> blocks;
    enum class Format {
        A4, ///< upright
        Folded, ///< A4 across, printed on both sides and folded in three: six panels; the title stands on the cover
        Roll80, ///< 80 mm thermal paper, one page as long as what stands on it
    } format
        = Format::A4;
    double scale = 1; ///< of the letters
    int copies = 1; ///< to print at once (一式几份)
    QList<Block> cover; ///< Folded: below the title
    bool operator==(const Paper &) const = default;

    /// Puts \a hand, given at \a at, on the line on which the citizen signs, and the moment behind the word for it. \a asAgent: on that of the
    /// agent, where there is one. False, and nothing happens, when the paper has no such line.
    bool sign(const QImage &hand, const QDateTime &at, bool asAgent);

    /// Puts \a pictures into the place that the form has for them; nothing happens where it has none.
    void illustrate(const QList<QImage> &pictures);

    /// Every text of the paper in reading order, as it must be found again in the PDF.
    QStringList texts() const;
};

}
