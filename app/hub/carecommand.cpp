#include "app/hub/carecommand.h"

#include "core/base/durablefile.h"
#include "core/hub/administration.h"
#include "core/hub/intake.h"
#include "core/hub/retention.h"
#include "core/hub/wiping.h"
#include "core/offices/accounts.h"
#include "core/people/staffbook.h"
#include "core/wire/remnant.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestRemnant = 1LL << 30;

/// Local time of this machine.
QString momentText(const QDateTime &at)
{
    return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"-"_s;
}

}

void CareCommand::addTo(CLI::App &app)
{
    const auto add = [&](const char *name, const char *help, int (CareCommand::*act)(const Engine &)) {
        CLI::App *command = app.add_subcommand(name, help);
        command->callback([this, act] { m_act = [this, act](const Engine &engine) { return (this->*act)(engine); }; });
        return command;
    };
    const auto ofDevice = [this](CLI::App *command) { command->add_option("device", m_device, "Its UUID, as devices lists it")->required()->type_name("UUID"); };
    CLI::App *wipe = add("wipe", "Order a lost window to destroy what opens its profile once it asks for anything, and revoke it", &CareCommand::wipe);
    ofDevice(wipe);
    wipe->add_option("--reason", m_reason, "Shown at the window; no person data")->required()->type_name("WORDS");
    ofDevice(add("lift-wipe", "Take an order to wipe back, while the window has asked for nothing since", &CareCommand::lift));
    add("salvage-file", "Keep aside what a wiped window could not send: unsent.sealed of its profile", &CareCommand::takeRemnant)
        ->add_option("file", m_file, "Only this hub opens it")
        ->required()
        ->type_name("FILE");
    add("close-account", "Keep somebody from signing in, for good, and say at which windows that is still to be heard", &CareCommand::closeAccount)
        ->add_option("name", m_name, "Of the account")
        ->required()
        ->type_name("NAME");
    add("retention", "Say what is past its time: cases never filed, archived cases, records of look-ups, what was kept aside", &CareCommand::retention)
        ->add_flag("--do", m_isMeant, "Not only say it: forget it for ever, here and at the windows");
}

int CareCommand::fail(const base::Error &error)
{
    m_err << (error.place.isEmpty() ? error.detail : error.place + u": "_s + error.detail) << '\n';
    return 1;
}

int CareCommand::wipe(const Engine &engine)
{
    const auto ordered = Wiping(engine).order(QString::fromStdString(m_device), QString::fromStdString(m_reason).simplified(), atConsole());
    if (!ordered)
        return fail(ordered.error());
    m_out << u"ordered %1; the window hears of it when it asks for anything, \"devices\" says what became of it\n"_s.arg(ordered->id);
    return 0;
}

int CareCommand::lift(const Engine &engine)
{
    const base::Result<> lifted = Wiping(engine).lift(QString::fromStdString(m_device), atConsole());
    if (!lifted)
        return fail(lifted.error());
    m_out << "lifted\n";
    return 0;
}

/// Each push is judged as if the device had sent it now: its signature, its numbers; it is revoked, so it goes aside.
int CareCommand::takeRemnant(const Engine &engine)
{
    const auto remnant = base::readPlain(QString::fromStdString(m_file), largestRemnant).and_then([&](const QByteArray &bytes) {
        return wire::remnantFrom(bytes, engine.key.signing());
    });
    if (!remnant)
        return fail(remnant.error());
    const auto device = within(engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.devices().device(remnant->device); });
    if (!device)
        return fail(device.error());
    if (!*device)
        return fail({base::Error::Kind::Missing, u"there is no such device"_s, remnant->device});
    if (!(*device)->revokedAt.isValid())
        return fail({base::Error::Kind::Document, u"the device is in use and sends by itself"_s, remnant->device});
    qsizetype taken = 0;
    for (const wire::Push &push : remnant->pushes) {
        const wire::Answer<wire::PushAnswer> answer = Intake(engine).push(**device, push);
        if (!answer)
            return fail({base::Error::Kind::Document, answer.error().detail, QString::fromStdString(m_file)});
        taken += push.events.size();
    }
    if (const base::Result<> noted = offices::Accounts(engine).note(atConsole(), u"remnant-taken"_s, remnant->device, QString::number(taken)); !noted)
        return fail(noted.error());
    m_out << u"%1 events kept aside, see salvage; the file may go\n"_s.arg(taken);
    return 0;
}

/// A window hears of it when it asks next; one that does not ask lets them work to the end of the lease.
int CareCommand::closeAccount(const Engine &engine)
{
    offices::Accounts accounts(engine);
    const QString name = QString::fromStdString(m_name);
    const auto seats = accounts.close(name, atConsole()).and_then([&] { return accounts.seatsOf(name); });
    const auto devices = Administration(engine).devices();
    const auto streams = Administration(engine).streams();
    if (!seats || !devices || !streams)
        return fail(!seats ? seats.error() : !devices ? devices.error() : streams.error());
    m_out << "closed\n";
    for (const offices::Accounts::Seat &seat : *seats) {
        const auto device = std::ranges::find(*devices, seat.device, &Device::uuid);
        QDateTime heard;
        for (const Stream &stream : *streams) {
            if (stream.writer.device == seat.device && (heard.isNull() || stream.heard > heard))
                heard = stream.heard;
        }
        m_out << u"signed in at\t%1\t%2\t%3\tlast sent\t%4\n"_s.arg(device == devices->end() ? u"?"_s : device->hall + u' ' + device->windowCode, seat.device,
                                                                   momentText(seat.signedInAt), momentText(heard));
    }
    if (!seats->isEmpty())
        m_out << u"the sitting ends there when the window asks the hub next, without it %1 days after it asked last\n"_s.arg(people::StaffBook::leaseDays);
    return 0;
}

/// One line a rule, one a case; no person.
int CareCommand::retention(const Engine &engine)
{
    const base::Result<PastTime> past = pastTime(engine);
    if (!past)
        return fail(past.error());
    using What = domain::RetentionRule::What;
    const auto tell = [&](What what, const char *name, qsizetype count) {
        const domain::RetentionRule &rule = domain::retentionTable().at(std::size_t(what));
        m_out << name << '\t' << count << '\t' << rule.days << " days\t" << rule.source << '\t' << rule.confidence << '\n';
    };
    tell(What::Draft, "never filed", past->drafts.size());
    tell(What::ArchivedCase, "archived", past->archived.size());
    tell(What::LookUp, "look-ups", past->lookUps);
    tell(What::KeptAside, "kept aside", past->aside);
    for (const OldCase &old : past->drafts)
        m_out << "never filed\t" << old.uuid << '\t' << old.number << '\n';
    for (const OldCase &old : past->archived)
        m_out << "archived\t" << old.uuid << '\t' << old.number << '\n';
    for (const QString &unreadable : past->unreadable)
        m_out << "stays, cannot be read\t" << unreadable << '\n';
    if (!m_isMeant) {
        m_out << "nothing was changed; --do forgets what is listed\n";
        return 0;
    }
    const base::Result<> done = forgetPast(engine, *past).and_then([&] { return offices::Accounts(engine).sweep(); });
    if (!done)
        return fail(done.error());
    m_out << "forgotten\n";
    return 0;
}

}
