#include "app/guide/commandline.h"

#include "app/guide/bookcommands.h"
#include "app/guide/commands.h"

#include <CLI/CLI.hpp>

#include <QTextStream>

namespace {

struct Request {
    std::string folder;
    std::string pack;
    std::string matter;
    std::vector<std::string> packs;
    std::string book;
    std::string target;
    bool force = false;
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
        addBookCommands(request);
    }

    void addBookCommands(Request &request)
    {
        exportBook = app.add_subcommand("export", "Write a pack as a workbook to fill in");
        exportBook->add_option("pack", request.pack, "Id of a pack in the folder, or a file")->required()->type_name("PACK");
        exportBook->add_option("book", request.book, "The workbook to write")->required()->type_name("BOOK.xlsx");
        importBook = app.add_subcommand("import", "Check a workbook and write the pack in it, or print every fault");
        importBook->add_option("book", request.book, "The workbook")->required()->type_name("BOOK.xlsx");
        importBook->add_option("--out", request.target, "The pack to write, if not beside the book")->type_name("FILE.json");
        for (CLI::App *command : {exportBook, importBook})
            command->add_flag("--force", request.force, "Write over another file that is there");
    }

    CLI::App app{"Checks guide packs and looks into them", "yichuang-guide"};
    CLI::App *rows = nullptr;
    CLI::App *check = nullptr;
    CLI::App *list = nullptr;
    CLI::App *show = nullptr;
    CLI::App *exportBook = nullptr;
    CLI::App *importBook = nullptr;
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

int obeyBooks(const Parser &parser, const Request &request, QTextStream &out, QTextStream &err)
{
    BookCommands commands(PackFinder(QString::fromStdString(request.folder)), out, err);
    const QString book = QString::fromStdString(request.book);
    if (parser.exportBook->parsed())
        return commands.exportBook(QString::fromStdString(request.pack), book, request.force);
    return commands.importBook(book, QString::fromStdString(request.target), request.force);
}

int obey(const Parser &parser, const Request &request, QTextStream &out, QTextStream &err)
{
    Commands commands(PackFinder(QString::fromStdString(request.folder)), out, err);
    const QString pack = QString::fromStdString(request.pack);
    if (parser.exportBook->parsed() || parser.importBook->parsed())
        return obeyBooks(parser, request, out, err);
    if (parser.rows->parsed())
        return commands.rows(pack);
    if (parser.show->parsed())
        return commands.show(pack, QString::fromStdString(request.matter));
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
    Request request{.folder = folder.toStdString(), .pack = {}, .matter = {}, .packs = {}};
    Parser parser(request);
    try {
        parser.app.parse(reversed(arguments));
    } catch (const CLI::ParseError &error) {
        return explain(parser, error, out, err);
    }
    return obey(parser, request, out, err);
}
