#include "app/guide/commandline.h"

#include "app/guide/commands.h"
#include "app/guide/diffcommand.h"

#include <CLI/CLI.hpp>

#include <QTextStream>

namespace {

struct Request {
    std::string folder;
    std::string pack;
    std::string matter;
    std::vector<std::string> packs;
    std::string newPack;
};

/// The commands as the parser knows them.
struct Parser {
    explicit Parser(Request &request)
    {
        app.require_subcommand(1);
        app.fallthrough();
        app.add_option("--guides", request.folder, "Folder with the packs, if not the installed one")->type_name("DIR");
        rows = app.add_subcommand("rows",
                                  "Print the catalogue rows, parted by tabs: pack, sequence, mark, matter, lead "
                                  "department, item, department, level, note");
        check = app.add_subcommand("check", "Print every fault of the packs named, or of all in the folder");
        list = app.add_subcommand("list",
                                  "Print the packs in the folder, parted by tabs: id, version, number of matters, "
                                  "of rows, of matters worked out, title");
        show = app.add_subcommand("show", "Print one matter in words");
        const std::string packHelp = "Id of a pack in the folder, or a file";
        for (CLI::App *command : {rows, show})
            command->add_option("pack", request.pack, packHelp)->required()->type_name("PACK");
        check->add_option("pack", request.packs, packHelp)->type_name("PACK");
        show->add_option("matter", request.matter, "Its id, number or name")->required()->type_name("MATTER");
        addDiff(request, packHelp);
    }

    void addDiff(Request &request, const std::string &packHelp)
    {
        diff = app.add_subcommand("diff", "Say in words what is different in a newer pack");
        diff->add_option("old", request.pack, packHelp)->required()->type_name("OLD");
        diff->add_option("new", request.newPack, packHelp)->required()->type_name("NEW");
    }

    CLI::App app{"Checks guide packs and looks into them", "yichuang-guide"};
    CLI::App *rows = nullptr;
    CLI::App *check = nullptr;
    CLI::App *list = nullptr;
    CLI::App *show = nullptr;
    CLI::App *diff = nullptr;
};

/// The arguments in the form that the parser takes: UTF-8, the last one first.
std::vector<std::string> reversed(const QStringList &arguments)
{
    std::vector<std::string> words;
    for (auto it = arguments.crbegin(); it != arguments.crend(); ++it)
        words.push_back(it->toStdString());
    return words;
}

int explain(const Parser &parser, const CLI::ParseError &error, QTextStream &out, QTextStream &err)
{
    std::ostringstream help;
    std::ostringstream complaint;
    const int code = parser.app.exit(error, help, complaint);
    out << QString::fromStdString(help.str());
    err << QString::fromStdString(complaint.str());
    return code == 0 ? 0 : 2;
}

int obey(const Parser &parser, const Request &request, QTextStream &out, QTextStream &err)
{
    Commands commands(PackFinder(QString::fromStdString(request.folder)), out, err);
    const QString pack = QString::fromStdString(request.pack);
    if (parser.rows->parsed())
        return commands.rows(pack);
    if (parser.show->parsed())
        return commands.show(pack, QString::fromStdString(request.matter));
    if (parser.diff->parsed())
        return diffPacks(PackFinder(QString::fromStdString(request.folder)), pack, QString::fromStdString(request.newPack),
                         out, err);
    if (parser.list->parsed())
        return commands.list();
    QStringList packs;
    for (const std::string &name : request.packs)
        packs.append(QString::fromStdString(name));
    return commands.check(packs);
}

}

int runGuide(const QStringList &arguments, const QString &folder, QTextStream &out, QTextStream &err)
{
    Request request{.folder = folder.toStdString(), .pack = {}, .matter = {}, .packs = {}, .newPack = {}};
    Parser parser(request);
    try {
        parser.app.parse(reversed(arguments));
    } catch (const CLI::ParseError &error) {
        return explain(parser, error, out, err);
    }
    return obey(parser, request, out, err);
}
