#include "app/guide/commandline.h"

#include "app/guide/bookcommands.h"
#include "app/guide/clockcommand.h"
#include "app/guide/commands.h"
#include "app/guide/diffcommand.h"
#include "app/guide/papercommands.h"
#include "app/guide/signcommands.h"
#include "core/base/datafolder.h"

#include <CLI/CLI.hpp>

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

QString text(const std::string &word)
{
    return QString::fromStdString(word);
}

QStringList texts(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(text(word));
    return list;
}

/// The commands, what each may be given, and what it does. One add… function for each group of commands.
class Parser
{
public:
    Parser(const QString &folder, QTextStream &out, QTextStream &err) : m_folder(folder.toStdString()), m_out(out), m_err(err)
    {
        m_app.require_subcommand(1);
        m_app.fallthrough();
        m_app.add_option("--guides", m_folder, "Folder with the packs, if not the installed one")->type_name("DIR");
        addReading();
        addBooks();
        addDiff();
        addPdf();
        addClock();
        addSigning();
    }

    /// Does what \a arguments say; CLI::ParseError when they say nothing that can be done.
    int obey(const QStringList &arguments)
    {
        std::vector<std::string> words; // the last one first, as the parser takes them
        for (auto it = arguments.crbegin(); it != arguments.crend(); ++it)
            words.push_back(it->toStdString());
        m_app.parse(std::move(words));
        return m_act();
    }

    int explain(const CLI::ParseError &error)
    {
        std::ostringstream help;
        std::ostringstream complaint;
        const int code = m_app.exit(error, help, complaint);
        m_out << text(help.str());
        m_err << text(complaint.str());
        return code == 0 ? 0 : 2;
    }

private:
    CLI::App *add(const char *name, const char *help, const std::function<int()> &act)
    {
        CLI::App *command = m_app.add_subcommand(name, help);
        command->callback([this, act] { m_act = act; });
        return command;
    }
    void takesPack(CLI::App *command)
    {
        command->add_option("pack", m_pack, "Id of a pack in the folder, or a file")->required()->type_name("PACK");
    }
    void takesMatter(CLI::App *command)
    {
        takesPack(command);
        command->add_option("matter", m_matter, "Its id, number or name")->required()->type_name("MATTER");
    }

    void addReading()
    {
        takesPack(add("rows",
                      "Print the catalogue rows, parted by tabs: pack, sequence, mark, matter, lead department, item, "
                      "department, level, note",
                      [this] { return commands().rows(text(m_pack)); }));
        add("check", "Print every fault of the packs named, or of all in the folder",
            [this] { return commands().check(texts(m_packs)); })
            ->add_option("pack", m_packs, "Id of a pack in the folder, or a file")
            ->type_name("PACK");
        add("list",
            "Print the packs in the folder, parted by tabs: id, version, number of matters, of rows, of matters worked "
            "out, title",
            [this] { return commands().list(); });
        takesMatter(add("show", "Print one matter in words", [this] { return commands().show(text(m_pack), text(m_matter)); }));
    }

    void addBooks()
    {
        CLI::App *toBook = add("export", "Write a pack as a workbook to fill in", [this] {
            return BookCommands(finder(), m_out, m_err).exportBook(text(m_pack), text(m_book), m_force);
        });
        takesPack(toBook);
        CLI::App *fromBook = add("import", "Check a workbook and write the pack in it, or print every fault", [this] {
            return BookCommands(finder(), m_out, m_err).importBook(text(m_book), text(m_file), m_force);
        });
        fromBook->add_option("--out", m_file, "The pack to write, if not beside the book")->type_name("FILE.json");
        for (CLI::App *command : {toBook, fromBook}) {
            command->add_option("book", m_book, "The workbook")->required()->type_name("BOOK.xlsx");
            command->add_flag("--force", m_force, "Write over another file that is there");
        }
    }

    void addDiff()
    {
        CLI::App *diff = add("diff", "Say in words what is different in a newer pack",
                             [this] { return diffPacks(finder(), text(m_pack), text(m_newPack), m_out, m_err); });
        diff->add_option("old", m_pack, "Id of a pack in the folder, or a file")->required()->type_name("OLD");
        diff->add_option("new", m_newPack, "The same")->required()->type_name("NEW");
    }

    void addPdf()
    {
        CLI::App *pdf = add("pdf", "Write the guide of one matter as PDF",
                            [this] { return writeGuidePdf(finder(), paperRequest(), m_out, m_err); });
        takesMatter(pdf);
        CLI::Option *full = pdf->add_flag("--full", m_full, "The full guide (if nothing is said)");
        pdf->add_flag("--concise", m_concise, "The leaflet: A4 across, both sides, folded in three")->excludes(full);
        pdf->add_option("--out", m_file, "Where to, if not MATTER-full.pdf or MATTER-concise.pdf here")->type_name("FILE");
        pdf->add_option("--hall", m_hall, "Settings of the hall, if not those of a sample")->type_name("FILE");
    }

    void addClock()
    {
        CLI::App *clock = add("clock", "Print every deadline of a case of one matter",
                              [this] { return tellClock(finder(), clockRequest(), m_out, m_err); });
        takesMatter(clock);
        clock->add_option("--filed", m_filed, "When it is filed, e.g. 2026-02-13T16:30")->required()->type_name("MOMENT");
        clock->add_option("--accepted", m_accepted, "When all items are accepted, if not as late as may be")
            ->type_name("MOMENT");
        clock->add_option("--answer", m_answers, "Answer to a situation, e.g. insured=none; may be given often")
            ->type_name("SITUATION=ANSWER");
        clock->add_option("--hours", m_hours, "Office hours, e.g. \"08:30-12:00 14:00-17:30\"")->type_name("HOURS");
        clock->add_flag("--wall-clock", m_wallClock, "The two hours run by the wall clock, not in office time only");
        clock->add_option("--calendars", m_calendars, "Folder with the calendars, if not the installed one")->type_name("DIR");
    }

    void addSigning()
    {
        const auto signing = [this] { return SignCommands(m_out, m_err); };
        CLI::App *key = add("key", "Make the key of a publisher: publisher.key to keep, publisher.pub to give away",
                            [=, this] { return signing().makeKey(text(m_keyFolder), text(m_publisher)); });
        key->add_option("folder", m_keyFolder, "Folder to put them in")->required()->type_name("FOLDER");
        key->add_option("--publisher", m_publisher, "Name of the publisher")->required()->type_name("NAME");
        CLI::App *sign = add("sign", "Sign a pack: writes PACK.json.sig beside it",
                             [=, this] { return signing().sign(text(m_pack), text(m_keyFile)); });
        sign->add_option("--key", m_keyFile, "The publisher.key")->required()->type_name("FILE");
        CLI::App *verify = add("verify", "Say who published a pack and whether it was altered",
                               [=, this] { return signing().verify(text(m_pack), publishers()); });
        verify->add_option("--publishers", m_publishers, "Folder with the *.pub files, if not the installed one")
            ->type_name("FOLDER");
        for (CLI::App *command : {sign, verify})
            command->add_option("pack", m_pack, "File of the pack")->required()->type_name("PACK.json");
    }

    PackFinder finder() const { return PackFinder(text(m_folder)); }
    Commands commands() { return Commands(finder(), m_out, m_err); }

    PaperRequest paperRequest() const
    {
        return {.pack = text(m_pack),
                .matter = text(m_matter),
                .isFull = !m_concise,
                .file = text(m_file),
                .hallFile = text(m_hall),
                .forms = base::dataFolder() + "/forms"_L1,
                .day = QDate::currentDate()};
    }

    ClockRequest clockRequest() const
    {
        const QString calendars = m_calendars.empty() ? base::dataFolder() + "/calendars"_L1 : text(m_calendars);
        return {.pack = text(m_pack),
                .matter = text(m_matter),
                .filed = text(m_filed),
                .accepted = text(m_accepted),
                .answers = texts(m_answers),
                .hours = text(m_hours),
                .byWallClock = m_wallClock,
                .calendars = {calendars}};
    }

    /// The publishers that came with the packs, unless others are named.
    QString publishers() const { return m_publishers.empty() ? text(m_folder) + "/../publishers"_L1 : text(m_publishers); }

    CLI::App m_app{"Checks guide packs, looks into them, prints and publishes them", "yichuang-guide"};
    std::function<int()> m_act;
    std::string m_folder;
    QTextStream &m_out;
    QTextStream &m_err;
    std::string m_pack;
    std::string m_newPack;
    std::vector<std::string> m_packs;
    std::string m_matter;
    std::string m_book;
    bool m_force = false;
    bool m_full = false; ///< the same as nothing
    bool m_concise = false;
    std::string m_file;
    std::string m_hall;
    std::string m_filed;
    std::string m_accepted;
    std::vector<std::string> m_answers;
    std::string m_hours = "08:30-12:00 14:00-17:30";
    bool m_wallClock = false;
    std::string m_calendars;
    std::string m_keyFolder;
    std::string m_publisher;
    std::string m_keyFile;
    std::string m_publishers;
};

}

int runGuide(const QStringList &arguments, const QString &folder, QTextStream &out, QTextStream &err)
{
    Parser parser(folder, out, err);
    try {
        return parser.obey(arguments);
    } catch (const CLI::ParseError &error) {
        return parser.explain(error);
    }
}
