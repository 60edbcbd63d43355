#include "tests/architecture/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace architecture {
namespace {

bool isCode(const QString &path)
{
    static const QRegularExpression code(u"^(app|core|ui|tests)/.*\\.(h|cpp)$"_s);
    return code.match(path).hasMatch();
}

bool isText(const QString &path)
{
    static const QRegularExpression text(
        u"(CMakeLists\\.txt|CMakePresets\\.json|\\.cmake|\\.md|\\.sh|\\.clang-tidy|\\.qss|^\\.ci/.*|^packaging/[a-z-]+|"
        "^forms/.*\\.json)$"_s);
    return text.match(path).hasMatch();
}

/// Blanks comments so that line numbers stay. Comment marks inside string literals are left alone.
QStringList withoutComments(const QStringList &lines)
{
    static const QRegularExpression part(uR"re("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|//.*|/\*)re"_s);
    QStringList code;
    bool inComment = false;
    for (QString line : lines) {
        qsizetype from = 0;
        if (inComment) {
            const qsizetype end = line.indexOf("*/"_L1);
            inComment = end < 0;
            line = inComment ? QString() : line.mid(end + 2);
        }
        for (auto match = part.match(line, from); match.hasMatch(); match = part.match(line, from)) {
            from = match.capturedEnd();
            if (!match.capturedView().startsWith(u'/'))
                continue;
            const qsizetype end = match.capturedView() == "/*"_L1 ? line.indexOf("*/"_L1, from) : -1;
            inComment = match.capturedView() == "/*"_L1 && end < 0;
            line.remove(match.capturedStart(), (end < 0 ? line.size() : end + 2) - match.capturedStart());
            from = match.capturedStart();
        }
        code.append(line);
    }
    return code;
}

SourceFile readFile(const QDir &root, const QString &path)
{
    QFile file(root.filePath(path));
    if (!file.open(QFile::ReadOnly))
        return {path, {}, {}};
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    return {path, lines, withoutComments(lines)};
}

QString withoutHashComments(const SourceFile &file)
{
    static const QRegularExpression comment(u"#.*"_s);
    return file.lines.join(u'\n').remove(comment);
}

/// The words after \a keyword up to the next keyword.
QStringList wordsAfter(const QStringList &words, const QString &keyword)
{
    static const QSet<QString> keywords{u"SOURCES"_s, u"USES"_s, u"KEEPS"_s};
    QStringList found;
    for (qsizetype i = words.indexOf(keyword) + 1; i > 0 && i < words.size() && !keywords.contains(words[i]); ++i)
        found.append(words[i]);
    return found;
}

/// Where the sources of a layer are: in the folder of its CMakeLists.txt, or all in one folder below.
QString folderOf(const QStringList &sources, const QString &cmakeFolder)
{
    QSet<QString> folders;
    for (const QString &source : sources) {
        if (!source.startsWith(u'$'))
            folders.insert(source.section(u'/', 0, -2));
    }
    const QString below = folders.size() == 1 ? *folders.begin() : QString();
    return below.isEmpty() ? cmakeFolder : cmakeFolder + u'/' + below;
}

void readLayers(SourceTree &tree, const SourceFile &cmake)
{
    static const QRegularExpression call(u"\\b(add_layer|target_link_libraries)\\s*\\(([^)]*)\\)"_s);
    static const QRegularExpression space(u"\\s+"_s);
    if (cmake.path == "CMakeLists.txt"_L1)
        return; // where add_layer itself is written
    QStringList linked;
    const QString text = withoutHashComments(cmake);
    for (auto calls = call.globalMatch(text); calls.hasNext();) {
        const auto match = calls.next();
        const QStringList words = match.captured(2).split(space, Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        if (match.captured(1) == "target_link_libraries"_L1) {
            linked.append(words.first());
            continue;
        }
        const Layer layer{words.first(), folderOf(wordsAfter(words, u"SOURCES"_s), cmake.folder()),
                          wordsAfter(words, u"USES"_s), wordsAfter(words, u"KEEPS"_s)};
        for (const Layer &other : std::as_const(tree.layers)) {
            if (other.folder == layer.folder || other.name == layer.name)
                tree.faults.append(u"%1: a second layer beside %2"_s.arg(cmake.path, other.name));
        }
        tree.layers.insert(layer.name, layer);
    }
    for (const QString &target : std::as_const(linked)) {
        if (tree.layers.contains(target))
            tree.faults.append(u"%1: %2 is linked outside its add_layer"_s.arg(cmake.path, target));
    }
}

}

QList<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    QList<Include> found;
    for (qsizetype i = 0; i < file.code.size(); ++i) {
        const auto match = include.match(file.code[i]);
        if (match.hasMatch())
            found.append({match.captured(2), int(i) + 1, match.captured(1) == "\""_L1});
    }
    return found;
}

SourceTree SourceTree::read(const QString &rootPath)
{
    const QDir root(rootPath);
    QStringList paths;
    const QStringList top = root.entryList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : top)
        paths.append(name);
    for (const auto *folder :
         {"app", "core", "ui", "forms", "resources", "tests", "packaging", "translations", ".ci"}) {
        QDirIterator files(root.filePath(QLatin1String(folder)), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(root.relativeFilePath(files.next()));
    }
    paths.sort();

    SourceTree tree;
    for (const QString &path : std::as_const(paths)) {
        if (isCode(path))
            tree.code.append(readFile(root, path));
        else if (isText(path))
            tree.texts.append(readFile(root, path));
    }
    for (const SourceFile &text : std::as_const(tree.texts)) {
        if (text.path.endsWith("CMakeLists.txt"_L1))
            readLayers(tree, text);
    }
    return tree;
}

const Layer *SourceTree::layerOf(const QString &path) const
{
    const Layer *nearest = nullptr;
    for (const Layer &layer : layers) {
        if (path.startsWith(layer.folder + u'/') && (!nearest || layer.folder.size() > nearest->folder.size()))
            nearest = &layer;
    }
    return nearest;
}

QSet<QString> SourceTree::reach(const Layer &layer) const
{
    QSet<QString> reached;
    QStringList open = layer.uses + layer.keeps;
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        if (reached.contains(next))
            continue;
        reached.insert(next);
        open += layers.value(next).uses;
    }
    return reached;
}

}
