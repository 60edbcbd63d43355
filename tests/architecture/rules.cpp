#include "tests/architecture/rules.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace architecture {
namespace {

constexpr int longestFile = 500;

QString at(const QString &path, int line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(what);
}

bool isBelow(const QString &path, QLatin1StringView folder)
{
    return path.startsWith(folder);
}

bool mayTouchSql(const QString &path)
{
    return isBelow(path, "core/journal/"_L1) || isBelow(path, "app/hub/store/"_L1) || isBelow(path, "tests/"_L1);
}

/// The link name of the Qt module that owns \a header (QSqlQuery → Qt6::Sql); empty when it is no header of Qt.
QString qtModuleOf(const QString &header)
{
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    static const QStringList modules = headers.entryList({u"Qt*"_s}, QDir::Dirs);
    for (const QString &module : modules) {
        if (header.startsWith(module + u'/')
            || (!header.contains(u'/') && QFileInfo::exists(headers.filePath(module + u'/' + header))))
            return "Qt6::"_L1 + module.mid(2);
    }
    return {};
}

/// Qt's own modules hand each other on: who links Widgets has Gui, who links anything has Core.
QSet<QString> withWhatQtHandsOn(QSet<QString> reached)
{
    if (reached.contains(u"Qt6::Svg"_s) || reached.contains(u"Qt6::Widgets"_s)
        || reached.contains(u"Qt6::PrintSupport"_s))
        reached.insert(u"Qt6::Gui"_s);
    if (reached.contains(u"Qt6::PrintSupport"_s) || reached.contains(u"Qt6::SvgWidgets"_s))
        reached.insert(u"Qt6::Widgets"_s);
    reached.insert(u"Qt6::Core"_s);
    return reached;
}

QStringList includeFaults(const SourceTree &tree, const SourceFile &file, const Layer &layer)
{
    static const QRegularExpression fromRoot(u"^(app|core|ui|tests)/"_s);
    const QSet<QString> reached = withWhatQtHandsOn(tree.reach(layer));
    QStringList faults;
    const auto includes = includesOf(file);
    for (const Include &include : includes) {
        if (!include.quoted) {
            const QString module = qtModuleOf(include.name);
            if (!module.isEmpty() && !reached.contains(module))
                faults.append(at(file.path, include.line,
                                 u"<%1> is of %2, which %3 does not link"_s.arg(include.name, module, layer.name)));
        } else if (!fromRoot.match(include.name).hasMatch()) {
            if (!include.name.endsWith(".moc"_L1))
                faults.append(
                    at(file.path, include.line, u"\"%1\" is not written from the project's root"_s.arg(include.name)));
        } else {
            const Layer *other = tree.layerOf(include.name);
            if (!other)
                faults.append(at(file.path, include.line, u"\"%1\" is of no layer"_s.arg(include.name)));
            else if (other != &layer && !reached.contains(other->name))
                faults.append(
                    at(file.path, include.line,
                       u"\"%1\" is of %2, which %3 does not link"_s.arg(include.name, other->name, layer.name)));
        }
    }
    return faults;
}

QStringList linkFaults(const SourceTree &tree, const Layer &layer)
{
    static const QRegularExpression layerName(u"^(core|ui|app)_"_s);
    QStringList faults;
    const auto say = [&](const QString &what) { faults.append(u"%1 %2"_s.arg(layer.name, what)); };
    const QStringList direct = layer.uses + layer.keeps;
    for (const QString &name : direct) {
        if (name.contains(layerName) && !tree.layers.contains(name))
            say(u"links %1, which is no layer"_s.arg(name));
        const bool opensDatabase = name == "Qt6::Sql"_L1 || name == "PkgConfig::sqlite3"_L1;
        if (opensDatabase && !mayTouchSql(layer.folder + u'/'))
            say(u"links %1: SQL stays in the stores"_s.arg(name));
    }
    const QSet<QString> reached = withWhatQtHandsOn(tree.reach(layer));
    if (isBelow(layer.folder, "core/"_L1) && reached.contains(u"Qt6::Widgets"_s))
        say(u"reaches Qt6::Widgets from core"_s);
    for (const QString &name : reached) {
        const QString folder = tree.layers.value(name).folder;
        if (isBelow(layer.folder, "core/"_L1) && (isBelow(folder, "ui/"_L1) || isBelow(folder, "app/"_L1)))
            say(u"reaches %1, which is above core"_s.arg(name));
        if (isBelow(layer.folder, "ui/"_L1) && isBelow(folder, "app/"_L1))
            say(u"reaches %1, which is above ui"_s.arg(name));
    }
    return faults;
}

/// A circle through KEEPS is a circle too, so this follows both, unlike reach().
bool runsInCircle(const SourceTree &tree, const QString &start)
{
    QSet<QString> seen;
    QStringList open{start};
    while (!open.isEmpty()) {
        const Layer layer = tree.layers.value(open.takeLast());
        const QStringList next = layer.uses + layer.keeps;
        for (const QString &name : next) {
            if (name == start)
                return true;
            if (!seen.contains(name)) {
                seen.insert(name);
                open.append(name);
            }
        }
    }
    return false;
}

/// A pattern that must not be met in the code of a folder.
struct Ban {
    QLatin1StringView folder;
    QRegularExpression pattern;
    QString why;
    bool inStoresToo = true;
};

const QList<Ban> &bans()
{
    static const QString singleton = u"(?<!Application)::instance\\s*\\(|\\bstatic\\b[^;=]*\\binstance\\s*\\(\\s*\\)"_s;
    static const QList<Ban> list{
        {"core/"_L1, QRegularExpression(u"\\bQSql[A-Z]|\\bsqlite3_"_s), u"SQL stays in the stores"_s, false},
        {"ui/"_L1, QRegularExpression(u"\\bQSql[A-Z]|\\bsqlite3_"_s), u"SQL stays in the stores"_s, false},
        {"app/"_L1, QRegularExpression(u"\\bQSql[A-Z]|\\bsqlite3_"_s), u"SQL stays in the stores"_s, false},
        {"ui/"_L1, QRegularExpression(u"include\\s*\"core/(journal|guides|sync)/"_s), u"ui goes through core/desk"_s,
         true},
        {"ui/"_L1, QRegularExpression(u"\\bprocessEvents\\s*\\(|\\bQEventLoop\\b|(\\.|->)exec\\s*\\("_s),
         u"ui waits in no event loop of its own"_s, true},
        {"core/"_L1, QRegularExpression(u"\\btr\\s*\\(|\\bQCoreApplication::translate\\b"_s),
         u"core speaks no user language"_s, true},
        {"core/"_L1, QRegularExpression(singleton), u"what is needed is handed in"_s, true},
        {"ui/"_L1, QRegularExpression(singleton), u"what is needed is handed in"_s, true},
        {"app/"_L1, QRegularExpression(singleton), u"what is needed is handed in"_s, true},
        {"ui/"_L1, QRegularExpression(u"\\b(SIGNAL|SLOT)\\s*\\("_s), u"connect by &Class::member"_s, true},
    };
    return list;
}

QStringList bannedWords(const SourceFile &file)
{
    QStringList faults;
    for (const Ban &ban : bans()) {
        if (!isBelow(file.path, ban.folder) || (!ban.inStoresToo && mayTouchSql(file.path)))
            continue;
        for (qsizetype i = 0; i < file.code.size(); ++i) {
            if (file.code[i].contains(ban.pattern))
                faults.append(at(file.path, int(i) + 1, ban.why));
        }
    }
    return faults;
}

QStringList leftovers(const SourceFile &file)
{
    // Written apart, for this file is searched too.
    static const QRegularExpression leftover(u"\\b(TO"_s + u"DO|FIX"_s + u"ME)\\b"_s);
    QStringList faults;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        if (file.lines[i].contains(leftover))
            faults.append(at(file.path, int(i) + 1, u"work left over"_s));
    }
    return faults;
}

QStringList shapeFaults(const SourceFile &file)
{
    QStringList faults;
    if (file.lines.size() > longestFile + 1) // the last newline ends a line and begins none
        faults.append(at(file.path, int(file.lines.size()) - 1, u"more than %1 lines"_s.arg(longestFile)));
    if (file.isHeader() && !file.lines.contains("#pragma once"_L1))
        faults.append(at(file.path, 1, u"no #pragma once"_s));
    return faults;
}

}

QStringList brokenRules(const SourceTree &tree)
{
    QStringList faults = tree.faults;
    for (const Layer &layer : tree.layers) {
        faults += linkFaults(tree, layer);
        if (runsInCircle(tree, layer.name))
            faults.append(layer.name + u" is part of a circle of layers"_s);
    }
    for (const SourceFile &file : tree.code) {
        if (const Layer *layer = tree.layerOf(file.path))
            faults += includeFaults(tree, file, *layer);
        else if (!file.isHeader() && (isBelow(file.path, "core/"_L1) || isBelow(file.path, "ui/"_L1)))
            faults.append(at(file.path, 1, u"is of no layer"_s));
        faults += bannedWords(file) + leftovers(file) + shapeFaults(file);
    }
    for (const SourceFile &file : tree.texts)
        faults += leftovers(file);
    faults.removeDuplicates();
    return faults;
}

}
