#include "app/hub/commandline.h"

#include "app/hub/backup.h"
#include "app/hub/carecommand.h"
#include "app/hub/console.h"
#include "app/hub/doorconsole.h"
#include "app/hub/reportcommand.h"
#include "app/hub/routingcheck.h"
#include "app/hub/serving.h"

#include <CLI/CLI.hpp>

#include <QUrl>

#include <sstream>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

QString text(const std::string &word)
{
    return QString::fromStdString(word);
}

class Parser
{
public:
    Parser(Signals &told, QTextStream &out, QTextStream &err) : m_told(told), m_out(out), m_err(err), m_report(out, err), m_care(out, err)
    {
        m_app.require_subcommand(0, 1);
        m_app.fallthrough();
        m_app.set_version_flag("--version", YICHUANG_VERSION);
        m_app.footer("Without a command the hub answers until SIGTERM or SIGINT; SIGHUP has it read its certificate again.\n"
                     "Commands work on the same store, also beside a hub at work.\n"
                     "Exit codes: 0 done; 1 it could not be done, or a check found something; 2 the command line is wrong.");
        addPlace();
        addServing();
        addWindows();
        addLibrary();
        addRouting();
        addPeople();
        addSystems();
        addRecords();
        m_report.addTo(m_app);
        m_care.addTo(m_app);
        addBackups();
    }

    int obey(const QStringList &arguments)
    {
        std::vector<std::string> words; // the last one first, as the parser takes them
        for (auto it = arguments.crbegin(); it != arguments.crend(); ++it)
            words.push_back(it->toStdString());
        m_app.parse(std::move(words));
        if (m_plainAct)
            return m_plainAct();
        if (m_data.empty()) {
            m_err << "--data is required\nRun with --help for more information.\n";
            return 2;
        }
        if (m_restores)
            return told(putBack(place(), text(m_backup), text(m_keyFile)), u"put back, and a new epoch begun: windows send again what was not in the copy"_s);
        return m_act || m_doorAct || m_backsUp || m_report.isAsked() || m_care.isAsked() ? atConsole() : serve();
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
    using Act = std::function<int(Console &)>;

    CLI::App *add(const char *name, const char *help, Act act)
    {
        CLI::App *command = m_app.add_subcommand(name, help);
        command->callback([this, act = std::move(act)] { m_act = act; });
        return command;
    }
    void takes(CLI::App *command, const char *name, std::string &value, const char *help, const char *type)
    {
        command->add_option(name, value, help)->required()->type_name(type);
    }

    void addPlace()
    {
        m_app.add_option("--data", m_data, "Folder of the hub; made at first use: hub.db (all records, sealed), hub.key (keep a copy elsewhere)")
            ->type_name("DIR");
        m_app
            .add_option("--store", m_store,
                        "postgresql://USER:PASSWORD@HOST/DATABASE instead of hub.db; any number of hubs may stand before one database, all "
                        "with the same hub.key")
            ->type_name("URL")
            ->envname("YICHUANG_HUB_STORE");
        m_app
            .add_option("--suite", m_suite,
                        "Algorithms of a hub that is made: standard (XChaCha20-Poly1305, Ed25519) or sm (SM4-CTR with HMAC-SM3, SM2). One that "
                        "is there keeps its own, and is not opened where another is named")
            ->transform(CLI::CheckedTransformer(std::map<std::string, journal::Suite>{{"standard", journal::Suite::XChaCha20Poly1305},
                                                                                      {"sm", journal::Suite::Sm4CtrHmacSm3}}));
    }

    void addServing()
    {
        m_app.add_option("--listen", m_listen, "Where to answer; port 0: any that is free. The first line of output is the address")
            ->type_name("ADDR:PORT")
            ->capture_default_str();
        CLI::Option *certificate = m_app.add_option("--tls-cert", m_certificate, "Certificate with its chain")->type_name("PEM");
        CLI::Option *key = m_app.add_option("--tls-key", m_certificateKey, "Its key")->type_name("PEM");
        certificate->needs(key);
        key->needs(certificate);
        m_app.add_flag("--behind-proxy", m_behindProxy,
                       "A proxy with TLS stands before this: plain HTTP on any address, and X-Forwarded-For says who asks");
        m_app.add_option("--public-url", m_publicUrl, "Where citizens find guides and progress, as it stands in QR codes")->type_name("URL");
        m_app.add_option("--lookup-url", m_lookUpUrl, "System that is asked for licences which are not here (POST URL/lookup/v1/licences)")
            ->type_name("URL");
        m_app.add_option("--lookup-token-file", m_lookUpToken, "File with the bearer token for it")->type_name("FILE");
        m_app.add_option("--issue-url", m_issueUrl, "System that makes e-licences of what is granted (POST URL/issue/v1/licences)")->type_name("URL");
        m_app.add_option("--issue-token-file", m_issueToken, "File with the bearer token for it")->type_name("FILE");
        m_app.add_option("--log-level", m_logLevel, "Least level of the log")
            ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
            ->capture_default_str();
        const ServerSettings given;
        m_workers = given.workers;
        m_connections = given.limits.connections;
        m_connectionsOfOne = given.limits.connectionsOfOne;
        m_app.add_option("--workers", m_workers, "Threads that work on requests")->check(CLI::Range(1, 64))->capture_default_str();
        m_app.add_option("--connections", m_connections, "At most, of all windows")->check(CLI::Range(1, 100000))->capture_default_str();
        m_app.add_option("--connections-of-one", m_connectionsOfOne, "At most, from one address; a hall may stand behind one")
            ->check(CLI::Range(1, 100000))
            ->capture_default_str();
    }

    void addWindows()
    {
        CLI::App *code = add("enrol-code", "Make a code by which one window enrols, once", [this](Console &console) {
            return console.enrolCode({.hall = text(m_hall),
                                      .regionCode = text(m_region),
                                      .windowCode = text(m_windowCode),
                                      .window = text(m_window),
                                      .hours = m_hours,
                                      .hub = text(m_hub.empty() ? "http://" + m_listen : m_hub),
                                      .inTerminal = m_inTerminal,
                                      .svg = text(m_svg)});
        });
        takes(code, "--hall", m_hall, "Code of the hall whose cases it shares", "CODE");
        takes(code, "--region", m_region, "Six digits (GB/T 2260)", "NNNNNN");
        takes(code, "--window-code", m_windowCode, "Three digits, of no other window of the region", "NNN");
        code->add_option("--window", m_window, "Its name, for the eye")->type_name("NAME");
        code->add_option("--hours", m_hours, "For how long the code is good")->capture_default_str();
        code->add_option("--hub", m_hub, "Address at which windows reach this hub, if not that of --listen")->type_name("URL");
        code->add_flag("--qr", m_inTerminal, "Show it as a QR code too, for the scanner of the window");
        code->add_option("--svg", m_svg, "Write that QR code to a picture")->type_name("FILE.svg");
        add("devices", "List the windows", [](Console &console) { return console.devices(); });
        takes(add("revoke", "Let a window pull nothing any more and keep aside what it sends",
                  [this](Console &console) { return console.revoke(text(m_device)); }),
              "device", m_device, "Its UUID, as devices lists it", "UUID");
    }

    void addLibrary()
    {
        CLI::App *publish = add("publish", "Give files to all windows: guide packs, and others of which --kind says what they are",
                                [this](Console &console) {
                                    Console::Publication publication{{}, text(m_kind), text(m_name), text(m_version)};
                                    for (const std::string &file : m_files)
                                        publication.files << text(file);
                                    return console.publish(publication);
                                });
        publish->add_option("file", m_files, "With FILE.sig beside it when it is signed")->required()->type_name("FILE");
        publish->add_option("--kind", m_kind, "If it is no guide pack: what it is")
            ->check(CLI::IsMember({"pack", "overlay", "calendar", "routing", "dishonesty", "windows"}));
        publish->add_option("--name", m_name, "If it is no guide pack: its name")->type_name("NAME");
        publish->add_option("--version-of-file", m_version, "If it is no guide pack: its version")->type_name("VERSION");
        add("library", "List what windows are given", [](Console &console) { return console.library(); });
        CLI::App *withdraw = add("withdraw", "Take a file back", [this](Console &console) {
            return console.withdraw(text(m_kind), text(m_name), text(m_version));
        });
        takes(withdraw, "kind", m_kind, "As library lists it", "KIND");
        takes(withdraw, "name", m_name, "The same", "NAME");
        takes(withdraw, "version", m_version, "The same", "VERSION");
    }

    void addRouting()
    {
        CLI::App *routing = m_app.add_subcommand("routing", "Which unit of a city handles what (resources/routing/README.md)");
        routing->require_subcommand(1);
        routing->fallthrough();
        CLI::App *check = routing->add_subcommand("check", "Say what is wrong with a file and where; needs no --data");
        takes(check, "file", m_routing, "As resources/routing has them", "FILE");
        check->callback([this] { m_plainAct = [this] { return checkRouting(text(m_routing), m_out, m_err); }; });
        CLI::App *load = routing->add_subcommand("load", "Check a file and put it into the library: in force from the day that it says");
        takes(load, "file", m_routing, "As resources/routing has them", "FILE");
        load->callback([this] { m_act = [this](Console &console) { return console.loadRouting(text(m_routing)); }; });
    }

    void addPeople()
    {
        CLI::App *admin = add("add-admin", "Make an administrator of the pages and print a one-time password", [this](Console &console) {
            return console.addAccount(
                {.name = text(m_person), .called = text(m_called.empty() ? m_person : m_called), .unit = {}, .hall = {}, .roles = text(m_roles)});
        });
        takes(admin, "name", m_person, "To sign in with: 2 to 40 of a-z 0-9 . _ -", "NAME");
        admin->add_option("--role", m_roles, "security: accounts; system: routing, what nobody has; audit: reads the book of what was done")
            ->check(CLI::IsMember({"security", "system", "audit"}))
            ->default_val("security");
        admin->add_option("--called", m_called, "How the person is called, if not NAME")->type_name("TEXT");
        CLI::App *person = add("add-person", "Make an account of a department's unit, of a hall, or of who writes guides, and print a one-time password",
                               [this](Console &console) {
                                   return console.addAccount({.name = text(m_person),
                                                              .called = text(m_called),
                                                              .unit = text(m_unit),
                                                              .hall = text(m_hall),
                                                              .roles = text(m_rolesOfPerson)});
                               });
        takes(person, "name", m_person, "To sign in with: 2 to 40 of a-z 0-9 . _ -", "NAME");
        takes(person, "--called", m_called, "How the person is called", "TEXT");
        CLI::Option *unit = person->add_option("--unit", m_unit, "Id of the unit in the routing")->type_name("ID");
        person->add_option("--hall", m_hall, "Or: code of the hall, as its windows enrol with")->type_name("CODE")->excludes(unit);
        person
            ->add_option("--roles", m_rolesOfPerson,
                         "By spaces. Of a unit: reviewer, supervisor; of a hall: clerk, issuer, hall-supervisor; of neither: author")
            ->type_name("WORDS")
            ->default_val("reviewer");
        CLI::App *reset = add("reset-password", "Print a new one-time password, unlock, and sign out everywhere",
                              [this](Console &console) { return console.resetPassword(text(m_person)); });
        takes(reset, "name", m_person, "Of the account", "NAME");
        CLI::App *recover = add("recover-profile", "Open the copy of its key that a window's profile keeps for this hub, once nobody knows a password",
                                [this](Console &console) { return console.recoverProfile(text(m_name), text(m_folder)); });
        takes(recover, "file", m_name, "recovery.json of the profile", "FILE");
        takes(recover, "--out", m_folder, "File for the key; to be destroyed after its use", "FILE");
        add("accounts", "List who may sign in", [](Console &console) { return console.accounts(); });
        CLI::App *book = m_app.add_subcommand("book", "List what everybody did, the newest first");
        book->add_option("--lines", m_lines, "At most")->check(CLI::Range(1, 100000))->capture_default_str();
        book->fallthrough();
        book->add_subcommand("verify", "Follow the chain of hashes from line to line; exit code 1 and the first line when one does not fit")
            ->callback([this] { m_act = [](Console &console) { return console.verifyBook(); }; });
        CLI::App *table = book->add_subcommand("export", "Write the whole book as a table with its hashes, for auditors");
        takes(table, "file", m_table, "UTF-8", "FILE.csv");
        table->callback([this] { m_act = [this](Console &console) { return console.exportBook(text(m_table)); }; });
        book->callback([this] {
            if (!m_act) // no word behind “book” said what else
                m_act = [this](Console &console) { return console.book(m_lines); };
        });
    }

    /// A word of the command \a group that works on systems of others.
    CLI::App *addDoor(CLI::App *group, const char *name, const char *help, std::function<int(DoorConsole &)> act)
    {
        CLI::App *command = group->add_subcommand(name, help);
        command->callback([this, act = std::move(act)] { m_doorAct = act; });
        return command;
    }
    CLI::App *addGroup(const char *name, const char *help)
    {
        CLI::App *group = m_app.add_subcommand(name, help);
        group->require_subcommand(1);
        group->fallthrough();
        return group;
    }

    void addSystems()
    {
        CLI::App *tokens = addGroup("token", "By which systems of units ask the hub (resources/openapi/departments.json)");
        CLI::App *token = addDoor(tokens, "add", "Make one and print it, once",
                                  [this](DoorConsole &doors) { return doors.addToken(text(m_person), text(m_unit), text(m_scopes)); });
        takes(token, "name", m_person, "Of the system: 2 to 40 of a-z 0-9 . _ -", "NAME");
        token->add_option("--unit", m_unit, "Id of the unit in the routing; none: only the scope rate")->type_name("ID");
        takes(token, "--scopes", m_scopes, "read, scans, numbers, act, deliver, rate, by spaces", "WORDS");
        addDoor(tokens, "list", "List them", [](DoorConsole &doors) { return doors.tokens(); });
        addDoor(tokens, "withdraw", "Let nobody in with it any more", [this](DoorConsole &doors) { return doors.withdrawToken(m_number); })
            ->add_option("id", m_number, "As list shows it")
            ->required();

        CLI::App *hooks = addGroup("webhook", "Systems that are told of what happens");
        CLI::App *hook = addDoor(hooks, "add", "Add one and print the secret that its messages are signed with, once", [this](DoorConsole &doors) {
            const bool isUnit = !m_unit.empty();
            return doors.addHook({.kind = isUnit ? u"unit"_s : text(m_kindOfSystem),
                                  .unit = text(m_unit),
                                  .url = text(m_url),
                                  .events = text(m_events),
                                  .privateAllowed = m_private});
        });
        CLI::Option *kind = hook->add_option("--for", m_kindOfSystem, "What the system is; only an SMS gateway is told telephone numbers")
                                ->check(CLI::IsMember({"sms", "platform", "rating", "supervision"}));
        hook->add_option("--unit", m_unit, "Or: id of the unit whose feed it is told")->type_name("ID")->excludes(kind);
        takes(hook, "--url", m_url, "https; http only to this very machine", "URL");
        hook->add_option("--events", m_events, "By commas, if not all that it may be told of")->type_name("WORDS");
        hook->add_flag("--private", m_private, "Its address may be one that is not public: of this machine or a local network");
        addDoor(hooks, "list", "List them", [](DoorConsole &doors) { return doors.hooks(); });
        addDoor(hooks, "withdraw", "Tell it nothing more and give up what waits for it",
                [this](DoorConsole &doors) { return doors.withdrawHook(m_number); })
            ->add_option("id", m_number, "As list shows it")
            ->required();
        addDoor(hooks, "again", "Send a message again that was given up", [this](DoorConsole &doors) { return doors.sendAgain(m_number); })
            ->add_option("message", m_number, "As webhooks shows it")
            ->required();
        CLI::App *messages = m_app.add_subcommand("webhooks", "List messages to other systems; exit code 1 when some were given up");
        messages->add_option("which", m_which, "waiting, delivered, dead, all")
            ->check(CLI::IsMember({"waiting", "delivered", "dead", "all"}))
            ->capture_default_str();
        messages->callback([this] { m_doorAct = [this](DoorConsole &doors) { return doors.messages(text(m_which)); }; });
    }

    void addRecords()
    {
        CLI::App *move = add("move-case", "Give a case to the windows of another hall",
                             [this](Console &console) { return console.moveCase(text(m_case), text(m_hall)); });
        takes(move, "case", m_case, "Its UUID", "UUID");
        takes(move, "hall", m_hall, "Code of the hall", "CODE");
        add("new-epoch", "Say that the store was put back from a copy: windows send again what it lacks",
            [](Console &console) { return console.newEpoch(); });
        CLI::App *receipts = add("receipts", "Compare what windows printed on a day with what the hub has; exit code 1 when they differ",
                                 [this](Console &console) { return receiptsOf(console); });
        receipts->add_option("--day", m_day, "If not today")->type_name("YYYY-MM-DD");
        takes(add("import-licences", "Take in licences and shared data that windows may look up, from a table (CSV)",
                  [this](Console &console) { return console.importLicences(text(m_table)); }),
              "file", m_table, "Its columns: see the manual", "FILE.csv");
        add("look-ups", "List who looked what up for which case", [this](Console &console) {
            return console.lookUps(m_ofOne ? QTextStream(stdin).readLine() : QString());
        })->add_flag("--of-one", m_ofOne, "Only about one person or firm, whose number is read from standard input");
        CLI::App *serials = add("serials", "List which legal numbers which window was given",
                                [this](Console &console) { return m_usedUpTo > 0 ? passOver(console) : console.serials(); });
        CLI::Option *usedUpTo = serials
                                    ->add_option("--used-up-to", m_usedUpTo,
                                                 "Numbers up to N of one series were given some other way: go on above them")
                                    ->check(CLI::Range(1, 999'999'999))
                                    ->type_name("N");
        for (const auto &[name, value, help] : std::initializer_list<std::tuple<const char *, std::string &, const char *>>{
                 {"--organ", m_organ, "Its code (机关代字)"}, {"--paper", m_paper, "Id of the form, e.g. acceptance-notice"}})
            usedUpTo->needs(serials->add_option(name, value, help));
        usedUpTo->needs(serials->add_option("--year", m_year, "Four digits")->check(CLI::Range(2000, 9999)));
        add("verify", "Open every event, follow every chain and feed, read every library file; exit code 1 when something is wrong",
            [](Console &console) { return console.verify(); });
        CLI::App *salvage = add("salvage", "List what was kept aside: events of revoked windows and of two with one number",
                                [this](Console &console) { return console.salvage(text(m_folder), m_clear); });
        CLI::Option *folder = salvage->add_option("--out", m_folder, "Write their content there: it names persons")->type_name("DIR");
        salvage->add_flag("--clear", m_clear, "Give up what is older than thirty days")->excludes(folder);
        CLI::App *ratings = add("ratings", "List what people said of their visits; exit code 1 when something is not put right in time",
                                [this](Console &console) { return console.ratings(m_open, m_rating, text(m_result)); });
        ratings->add_flag("--open", m_open, "Only what waits to be put right, the nearest end first");
        CLI::Option *done = ratings->add_option("--done", m_rating, "Note that this rating was looked into and put right")->type_name("ID");
        done->needs(ratings->add_option("--result", m_result, "What was done")->type_name("WORDS"));
        add("alarms", "List what nobody has said to have seen", [this](Console &console) { return console.alarms(m_seen); })
            ->add_flag("--seen", m_seen, "List all, and note that they were seen");
    }

    void addBackups()
    {
        CLI::App *backup = m_app.add_subcommand("backup", "Copy hub.db, also of a hub at work, into a new folder, and read the copy back; never hub.key");
        takes(backup, "folder", m_backup, "On another disk", "DIR");
        backup->callback([this] { m_backsUp = true; });
        CLI::App *restore = m_app.add_subcommand("restore", "Put a copy back into the empty folder of --data, check it, begin a new epoch");
        takes(restore, "folder", m_backup, "As backup named it", "DIR");
        restore->add_option("--key", m_keyFile, "The hub.key of that hub, if it is not in the folder of --data")->type_name("FILE");
        restore->callback([this] { m_restores = true; });
    }

    int told(const base::Result<Backup> &backup, const QString &words)
    {
        if (!backup) {
            m_err << backup.error().place << ": " << backup.error().detail << '\n';
            return 1;
        }
        m_out << backup->folder << '\n';
        m_err << u"%1: %2 events, %3 library files, %4 lines of the book read back\n"_s.arg(words).arg(backup->check.events).arg(backup->check.files).arg(backup->bookLines);
        return 0;
    }

    int receiptsOf(Console &console)
    {
        const QDate day = m_day.empty() ? QDate::currentDate() : QDate::fromString(text(m_day), Qt::ISODate);
        if (day.isValid())
            return console.receipts(day);
        m_err << "--day is no day (YYYY-MM-DD)\n";
        return 2;
    }

    int passOver(Console &console)
    {
        return console.passOver({.organ = text(m_organ), .paper = text(m_paper), .year = m_year}, m_usedUpTo);
    }

    Place place() const { return {text(m_data), text(m_store), m_suite}; }

    int atConsole()
    {
        const auto premises = Premises::open(place());
        if (!premises) {
            m_err << premises.error().place << ": " << premises.error().detail << '\n';
            return 1;
        }
        if (m_backsUp)
            return told(backUp(place(), (*premises)->engine(), text(m_backup)), u"copied; hub.key is not in it, keep that elsewhere"_s);
        if (m_doorAct) {
            DoorConsole doors((*premises)->engine(), m_out, m_err);
            return m_doorAct(doors);
        }
        if (m_report.isAsked())
            return m_report.obey((*premises)->engine(), text(m_data));
        if (m_care.isAsked())
            return m_care.obey((*premises)->engine());
        Console console((*premises)->engine(), m_out, m_err);
        return m_act(console);
    }

    int serve()
    {
        const QUrl listen(u"tcp://"_s + text(m_listen), QUrl::StrictMode);
        if (!listen.isValid() || listen.port(-1) < 0 || listen.host().isEmpty() || !listen.path().isEmpty()) {
            m_err << "--listen is not ADDRESS:PORT, e.g. 127.0.0.1:8765 or [::1]:8765\n";
            return 2;
        }
        ServeWish wish{.place = place(), .upstream = {text(m_lookUpUrl), text(m_lookUpToken)}, .issuing = {text(m_issueUrl), text(m_issueToken)}, .publicUrl = text(m_publicUrl), .log = logLevelOf(text(m_logLevel)).value_or(LogLevel::Info)};
        wish.server.address = listen.host();
        wish.server.port = quint16(listen.port());
        wish.server.certificate = text(m_certificate);
        wish.server.certificateKey = text(m_certificateKey);
        wish.server.behindProxy = m_behindProxy;
        wish.server.workers = m_workers;
        wish.server.limits.connections = m_connections;
        wish.server.limits.connectionsOfOne = m_connectionsOfOne;
        return hub::serve(wish, m_told, m_out);
    }

    CLI::App m_app{"The hub of Yichuang: takes in what windows do, hands it out, publishes guides", "yichuang-hub"};
    Act m_act;
    std::function<int(DoorConsole &)> m_doorAct;
    std::function<int()> m_plainAct; ///< needs no store
    Signals &m_told;
    QTextStream &m_out;
    QTextStream &m_err;
    ReportCommand m_report;
    CareCommand m_care;
    std::string m_data, m_store;
    std::optional<journal::Suite> m_suite;
    std::string m_listen = "127.0.0.1:8765";
    std::string m_certificate, m_certificateKey, m_publicUrl;
    std::string m_logLevel = "info";
    bool m_behindProxy = false;
    int m_workers = 0, m_connections = 0, m_connectionsOfOne = 0;
    std::string m_hall, m_region, m_windowCode, m_window, m_hub, m_svg, m_device;
    int m_hours = 24;
    bool m_inTerminal = false;
    std::vector<std::string> m_files;
    std::string m_kind, m_name, m_version, m_routing;
    std::string m_person, m_called, m_unit, m_roles, m_rolesOfPerson;
    int m_lines = 100;
    std::string m_case, m_day, m_folder;
    std::string m_organ, m_paper;
    int m_year = 0, m_usedUpTo = 0;
    bool m_clear = false, m_seen = false, m_open = false;
    qint64 m_rating = 0;
    std::string m_result;
    std::string m_scopes, m_url, m_events, m_kindOfSystem, m_which = "waiting";
    qint64 m_number = 0;
    std::string m_backup, m_keyFile;
    bool m_backsUp = false, m_restores = false;
    bool m_private = false;
    std::string m_table, m_lookUpUrl, m_lookUpToken, m_issueUrl, m_issueToken;
    bool m_ofOne = false;
};

}

int runHub(const QStringList &arguments, Signals &told, QTextStream &out, QTextStream &err)
{
    Parser parser(told, out, err);
    try {
        return parser.obey(arguments);
    } catch (const CLI::ParseError &error) {
        return parser.explain(error);
    }
}

}
