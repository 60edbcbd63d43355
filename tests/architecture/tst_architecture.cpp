#include "tests/architecture/rules.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The tree keeps its own rules, and the one who says so can tell a broken one.
class TestArchitecture : public QObject
{
    Q_OBJECT

private:
    using Files = QMap<QString, QString>;

    /// A small tree in which nothing is wrong.
    static Files soundTree()
    {
        return {
            {u"core/base/CMakeLists.txt"_s, u"add_layer(core_base SOURCES text.cpp USES Qt6::Core)"_s},
            {u"core/base/text.h"_s, u"#pragma once\n#include <QString>\n"_s},
            {u"core/domain/CMakeLists.txt"_s, u"add_layer(core_domain\n    SOURCES plan.cpp\n    USES core_base)"_s},
            {u"core/domain/plan.h"_s, u"#pragma once\n#include \"core/base/text.h\"\n"_s},
            {u"core/journal/CMakeLists.txt"_s,
             u"add_layer(core_journal SOURCES journal.cpp USES core_domain KEEPS Qt6::Sql)"_s},
            {u"core/journal/journal.h"_s, u"#pragma once\n#include \"core/base/text.h\"\n"_s},
            {u"core/journal/journal.cpp"_s,
             u"#include \"core/journal/journal.h\"\n#include <QSqlQuery>\nQSqlQuery q; // q.exec()\n"_s},
            {u"core/desk/CMakeLists.txt"_s,
             u"add_layer(core_desk SOURCES desk.cpp USES core_domain KEEPS core_journal)"_s},
            {u"core/desk/desk.h"_s, u"#pragma once\nnamespace journal {\nclass Journal;\n}\n"_s},
            {u"core/desk/desk.cpp"_s, u"#include \"core/desk/desk.h\"\n#include \"core/journal/journal.h\"\n"_s},
            {u"ui/CMakeLists.txt"_s,
             u"add_layer(ui_theme SOURCES theme/theme.cpp ${X}/icons.qrc USES Qt6::Widgets)\n"
             "add_layer(ui_intake SOURCES intake/page.cpp USES core_desk ui_theme)"_s},
            {u"ui/theme/theme.cpp"_s, u"#include <QWidget>\n"_s},
            {u"ui/intake/page.h"_s,
             u"#pragma once\n#include \"core/desk/desk.h\"\n#include <QWidget>\n#include <QIcon>\n"_s},
            {u"ui/intake/page.cpp"_s,
             u"#include \"ui/intake/page.h\"\n/* dialog.exec() and QSqlQuery\n are not used */\n"_s},
            {u"app/counter/main.cpp"_s, u"#include \"ui/intake/page.h\"\n#include \"core/journal/journal.h\"\n"_s},
        };
    }

    static QStringList faultsOf(const Files &files)
    {
        const QTemporaryDir folder;
        for (auto file = files.begin(); file != files.end(); ++file) {
            const QString path = folder.filePath(file.key());
            QDir().mkpath(path.section(u'/', 0, -2));
            QFile out(path);
            if (!out.open(QFile::WriteOnly) || out.write(file.value().toUtf8()) < 0)
                return {u"the small tree could not be written"_s};
        }
        return architecture::brokenRules(architecture::SourceTree::read(folder.path()));
    }

private slots:
    void theProjectKeepsItsRules()
    {
        const QString root = qEnvironmentVariable("YICHUANG_SOURCE");
        QVERIFY2(QFile::exists(root + "/core/base/result.h"_L1), "YICHUANG_SOURCE names the project's folder");
        const auto tree = architecture::SourceTree::read(root);
        QVERIFY(tree.code.size() > 20);
        QVERIFY(tree.layers.contains(u"core_base"_s));
        const QStringList faults = architecture::brokenRules(tree);
        for (const QString &fault : faults)
            qWarning().noquote() << fault;
        QVERIFY2(faults.isEmpty(), "the faults are listed above");
    }

    void aSoundTreeHasNoFault() { QCOMPARE(faultsOf(soundTree()), QStringList()); }

    void aBrokenRuleIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QString &path, const QString &text, const QString &fault) {
            QTest::newRow(name) << path << text << fault;
        };
        row("a layer includes what it does not link", u"core/domain/plan.cpp"_s,
            u"\n#include \"core/journal/journal.h\"\n"_s,
            u"core/domain/plan.cpp:2: \"core/journal/journal.h\" is of core_journal, which core_domain does not link"_s);
        row("what a layer keeps is not handed on", u"ui/intake/page.cpp"_s, u"#include \"core/journal/journal.h\"\n"_s,
            u"ui/intake/page.cpp:1: \"core/journal/journal.h\" is of core_journal, which ui_intake does not link"_s);
        row("ui takes a short cut to the journal", u"ui/intake/page.cpp"_s, u"#include \"core/journal/journal.h\"\n"_s,
            u"ui/intake/page.cpp:1: ui goes through core/desk"_s);
        row("core includes a widget", u"core/domain/plan.cpp"_s, u"#include <QLabel>\n"_s,
            u"core/domain/plan.cpp:1: <QLabel> is of Qt6::Widgets, which core_domain does not link"_s);
        row("core includes a widget by its folder", u"core/domain/plan.cpp"_s, u"#include <QtWidgets/QLabel>\n"_s,
            u"core/domain/plan.cpp:1: <QtWidgets/QLabel> is of Qt6::Widgets, which core_domain does not link"_s);
        row("core links widgets", u"core/domain/CMakeLists.txt"_s,
            u"add_layer(core_domain SOURCES a.cpp USES core_base KEEPS Qt6::Widgets)"_s,
            u"core_domain reaches Qt6::Widgets from core"_s);
        row("core gets widgets through another layer", u"core/base/CMakeLists.txt"_s,
            u"add_layer(core_base SOURCES a.cpp USES Qt6::Core Qt6::Widgets)"_s,
            u"core_journal reaches Qt6::Widgets from core"_s);
        row("core uses ui", u"core/domain/CMakeLists.txt"_s,
            u"add_layer(core_domain SOURCES a.cpp USES core_base ui_intake)"_s,
            u"core_domain reaches ui_intake, which is above core"_s);
        row("layers in a circle", u"core/base/CMakeLists.txt"_s,
            u"add_layer(core_base SOURCES a.cpp USES Qt6::Core KEEPS core_desk)"_s,
            u"core_base is part of a circle of layers"_s);
        row("a layer that is none", u"core/base/CMakeLists.txt"_s,
            u"add_layer(core_base SOURCES a.cpp USES Qt6::Core core_tools)"_s,
            u"core_base links core_tools, which is no layer"_s);
        row("linked behind the layer's back", u"core/base/CMakeLists.txt"_s,
            u"add_layer(core_base SOURCES a.cpp USES Qt6::Core)\ntarget_link_libraries(core_base PRIVATE Qt6::Sql)"_s,
            u"core/base/CMakeLists.txt: core_base is linked outside its add_layer"_s);
        row("two layers in a folder", u"core/base/CMakeLists.txt"_s,
            u"add_layer(core_base USES Qt6::Core)\nadd_layer(core_more USES Qt6::Core)"_s,
            u"core/base/CMakeLists.txt: a second layer beside core_base"_s);
        row("SQL outside the stores", u"core/desk/desk.cpp"_s, u"\n\nclass QSqlDatabase;\n"_s,
            u"core/desk/desk.cpp:3: SQL stays in the stores"_s);
        row("SQL linked outside the stores", u"core/desk/CMakeLists.txt"_s,
            u"add_layer(core_desk SOURCES a.cpp USES core_domain KEEPS core_journal Qt6::Sql)"_s,
            u"core_desk links Qt6::Sql: SQL stays in the stores"_s);
        row("SQL in a program", u"app/counter/main.cpp"_s, u"QSqlQuery query;\n"_s,
            u"app/counter/main.cpp:1: SQL stays in the stores"_s);
        row("an include that is not from the root", u"core/domain/plan.cpp"_s, u"#include \"plan.h\"\n"_s,
            u"core/domain/plan.cpp:1: \"plan.h\" is not written from the project's root"_s);
        row("a nested event loop in ui", u"ui/intake/page.cpp"_s, u"int f(D &d) { return d.exec(); }\n"_s,
            u"ui/intake/page.cpp:1: ui waits in no event loop of its own"_s);
        row("a singleton", u"core/desk/desk.h"_s, u"#pragma once\nstruct Desk { static Desk &instance(); };\n"_s,
            u"core/desk/desk.h:2: what is needed is handed in"_s);
        row("a sentence for people in core", u"core/desk/desk.cpp"_s, u"auto s = tr(\"Saved\");\n"_s,
            u"core/desk/desk.cpp:1: core speaks no user language"_s);
        row("a header without a guard", u"core/domain/plan.h"_s, u"struct Plan;\n"_s,
            u"core/domain/plan.h:1: no #pragma once"_s);
        row("work left over in code", u"core/domain/plan.cpp"_s, u"// TO"_s + u"DO: the rest\n"_s,
            u"core/domain/plan.cpp:1: work left over"_s);
        row("work left over in the build", u"core/CMakeLists.txt"_s, u"# FIX"_s + u"ME\n"_s,
            u"core/CMakeLists.txt:1: work left over"_s);
        row("code outside every layer", u"core/tools/a.cpp"_s, u"int a;\n"_s, u"core/tools/a.cpp:1: is of no layer"_s);
        row("a file about too much", u"core/domain/plan.cpp"_s, QString(501, u'\n'),
            u"core/domain/plan.cpp:501: more than 500 lines"_s);
    }
    void aBrokenRuleIsFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, fault);
        Files files = soundTree();
        files.insert(path, text);
        const QStringList faults = faultsOf(files);
        QVERIFY2(faults.contains(fault), qPrintable(faults.join(u'\n')));
    }

    void aFileOfFiveHundredLinesIsNotTooLong()
    {
        Files files = soundTree();
        files.insert(u"core/domain/plan.cpp"_s, QString(500, u'\n'));
        QCOMPARE(faultsOf(files), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
