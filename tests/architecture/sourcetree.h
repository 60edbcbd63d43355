#pragma once

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

/// The project as its files say it is: text only, nothing is built or run. Paths are relative to the project's folder.
namespace architecture {

struct SourceFile {
    QString path;
    QStringList lines;
    QStringList code; ///< the same lines without their comments

    QString folder() const { return path.section(u'/', 0, -2); }
    bool isHeader() const { return path.endsWith(u".h"); }
};

struct Include {
    QString name; ///< as written between the quotes or brackets
    int line = 0; ///< from 1
    bool quoted = false;
};
QList<Include> includesOf(const SourceFile &file);

/// One add_layer() of a CMakeLists.txt.
struct Layer {
    QString name;
    QString folder; ///< of its sources
    QStringList uses; ///< seen by those who use the layer
    QStringList keeps; ///< not seen
};

struct SourceTree {
    QList<SourceFile> code; ///< *.h and *.cpp below app, core, ui and tests
    QList<SourceFile> texts; ///< everything else that people write: CMake, scripts, Markdown, forms
    QMap<QString, Layer> layers; ///< by name
    QStringList faults; ///< what already went wrong while reading

    static SourceTree read(const QString &root);

    /// The layer of the nearest folder above \a file that declares one; null for programs and tests.
    const Layer *layerOf(const QString &path) const;
    /// Everything \a layer may use: what it names, and what those hand on by USES. Libraries from outside included.
    QSet<QString> reach(const Layer &layer) const;
};

}
