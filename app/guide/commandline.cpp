#include "app/guide/commandline.h"

#include "app/guide/commands.h"
#include "app/guide/diffcommand.h"
#include "app/guide/signcommands.h"

#include <CLI/CLI.hpp>

#include <QTextStream>

#include <optional>

namespace {

struct Request {
    std::string folder;
    std::string pack;
    std::string matter;
    std::vector<std::string> packs;
    std::string newPack;
    std::string keyFolder;
    std::string publisher;
    std::string keyFile;
    std::string publishers;
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
        addSigning(request);
    }

    void addDiff(Request &request, const std::string &packHelp)
    {
        diff = app.add_subcommand("diff", "Say in words what is different in a newer pack");
        diff->add_option("old", request.pack, packHelp)->required()->type_name("OLD");
        diff->add_option("new", request.newPack, packHelp)->required()->type_name("NEW");
    }

    void addSigning(Request &request)
    {
        key = app.add_subcommand("key", "Make the key of a publisher: publisher.key to keep, publisher.pub to give away");
        key->add_option("folder", request.keyFolder, "Folder to put them in")->required()->type_name("FOLDER");
        key->add_option("--publisher", request.publisher, "Name of the publisher")->required()->type_name("NAME");
        sign = app.add_subcommand("sign", "Sign a pack: writes PACK.json.sig beside it");
        sign->add_option("--key", request.keyFile, "The publisher.key")->required()->type_name("FILE");
        verify = app.add_subcommand("verify", "Say who published a pack and whether it was altered");
        verify->add_option("--publishers", request.publishers, "Folder with the *.pub files, if not the installed one")
            ->type_name("FOLDER");
        for (CLI::App *command : {sign, verify})
            command->add_option("pack", request.pack, "File of the pack")->required()->type_name("PACK.json");
    }

    CLI::App app{"Checks guide packs and looks into them", "yichuang-guide"};
    CLI::App *rows = nullptr;
    CLI::App *check = nullptr;
    CLI::App *list = nullptr;
    CLI::App *show = nullptr;
    CLI::App *diff = nullptr;
    CLI::App *key = nullptr;
    CLI::App *sign = nullptr;
    CLI::App *verify = nullptr;
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

/// The publishers that came with the packs of \a request, unless it names others.
QString publishersOf(const Request &request)
{
    const QString named = QString::fromStdString(request.publishers);
    return named.isEmpty() ? QString::fromStdString(request.folder) + QStringLiteral("/../publishers") : named;
}

/// Nothing when the request is not about keys and signatures.
std::optional<int> obeySigning(const Parser &parser, const Request &request, QTextStream &out, QTextStream &err)
{
    SignCommands commands(out, err);
    const QString pack = QString::fromStdString(request.pack);
    if (parser.key->parsed())
        return commands.makeKey(QString::fromStdString(request.keyFolder), QString::fromStdString(request.publisher));
    if (parser.sign->parsed())
        return commands.sign(pack, QString::fromStdString(request.keyFile));
    if (parser.verify->parsed())
        return commands.verify(pack, publishersOf(request));
    return {};
}

int obey(const Parser &parser, const Request &request, QTextStream &out, QTextStream &err)
{
    if (const std::optional<int> code = obeySigning(parser, request, out, err))
        return *code;
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
    Request request;
    request.folder = folder.toStdString();
    Parser parser(request);
    try {
        parser.app.parse(reversed(arguments));
    } catch (const CLI::ParseError &error) {
        return explain(parser, error, out, err);
    }
    return obey(parser, request, out, err);
}
