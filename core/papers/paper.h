#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace papers {

/// A paper is a value: what a form says, filled in. It is laid out once and then shown, printed or saved from that one layout,
/// so that the three cannot differ.

struct Heading {
    QString text;
    bool operator==(const Heading &) const = default;
};
struct Paragraph {
    QString text;
    enum class Weight { Normal, Strong, Small } weight = Weight::Normal;
    bool indented = true; ///< first line two characters in, as official papers have it
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
    bool operator==(const Table &) const = default;
};
/// One or two QR codes side by side with a caption each; \c content is what a reader gets.
struct Codes {
    struct Code {
        QString content;
        QString caption;
        bool operator==(const Code &) const = default;
    };
    QList<Code> codes;
    bool operator==(const Codes &) const = default;
};
/// Lines at the foot of the text that stay together: signature, seal area, date. Never alone on a page.
struct Signature {
    QStringList left; ///< the citizen's side
    QStringList right; ///< the hall's side
    bool operator==(const Signature &) const = default;
};
using Block = std::variant<Heading, Paragraph, FactTable, Table, Codes, Signature>;

struct Paper {
    QString form; ///< id of the form
    QString title;
    QString number; ///< top right, e.g. the case number in groups
    QString mark; ///< e.g. 草稿 or 补打 第2次; empty: none
    QString footer; ///< left of the page number on every page
    QString author; ///< hall, for the metadata
    QList<Block> blocks;
    bool operator==(const Paper &) const = default;

    /// Every text of the paper in reading order, as it must be found again in the PDF.
    QStringList texts() const;
};

}
