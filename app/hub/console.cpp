#include "app/hub/console.h"

#include "app/hub/checking.h"
#include "app/hub/routingcheck.h"
#include "core/base/datafolder.h"
#include "core/base/durablefile.h"
#include "core/codes/drawncode.h"
#include "core/guides/hallclocks.h"
#include "core/guides/routingreader.h"
#include "core/guides/signature.h"
#include "core/hub/administration.h"
#include "core/hub/book.h"
#include "core/hub/lookups.h"
#include "core/hub/moving.h"
#include "core/hub/wiping.h"
#include "core/offices/accounts.h"
#include "core/offices/librarian.h"
#include "core/offices/ratingdesk.h"
#include "core/wire/ticket.h"
#include "core/people/recovery.h"

#include <QFileInfo>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostListed = 1000;
constexpr int daysAside = 30;
constexpr qint64 largestTable = 256 << 20;

/// What is printed of a moment: local time of this machine.
QString shown(const QDateTime &at)
{
    return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"-"_s;
}

/// Names come from elsewhere: nothing in them may end a line, a column or speak to the terminal.
QString plain(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return result;
}

QString outcomeWord(LookUpLine::Outcome outcome)
{
    switch (outcome) {
    case LookUpLine::Outcome::Asked:
        return u"no answer was given"_s;
    case LookUpLine::Outcome::Found:
        return u"found"_s;
    case LookUpLine::Outcome::NotFound:
        return u"nothing"_s;
    case LookUpLine::Outcome::Refused:
        return u"refused"_s;
    case LookUpLine::Outcome::Unreachable:
        return u"not reached"_s;
    }
    Q_UNREACHABLE();
}

QString wipeWord(const WipeLine &wipe)
{
    if (wipe.wipedAt.isValid())
        return u"wiped "_s + shown(wipe.wipedAt);
    return (wipe.heardAt.isValid() ? u"wipe heard "_s : u"wipe ordered "_s) + shown(wipe.heardAt.isValid() ? wipe.heardAt : wipe.orderedAt);
}

QString reasonWord(AsideLine::Reason reason)
{
    return reason == AsideLine::Reason::Fork ? u"fork"_s : u"revoked"_s;
}

}

int Console::fail(const base::Error &error)
{
    m_err << (error.place.isEmpty() ? error.detail : error.place + u": "_s + error.detail) << '\n';
    return 1;
}

int Console::done(const base::Result<> &result, const QString &words)
{
    if (!result)
        return fail(result.error());
    m_out << words << '\n';
    return 0;
}

int Console::enrolCode(const CodeWish &wish)
{
    const auto code = Administration(m_engine).makeCode(wish.hall, wish.regionCode, wish.windowCode, wish.hours);
    if (!code)
        return fail(code.error());
    const QString ticket = wire::toText(wire::Ticket{wish.hub, *code, wish.regionCode, wish.windowCode});
    if (const auto read = wire::ticketFrom(ticket); !read)
        return fail({base::Error::Kind::Settings, u"%1 is no address of a hub"_s.arg(wish.hub), {}});
    const auto drawn = codes::QrCode::of(ticket);
    if (!drawn)
        return fail(drawn.error());
    if (!wish.svg.isEmpty()) {
        if (const base::Result<> written = base::writeChosen(wish.svg, codes::drawnAsSvg(*drawn)); !written)
            return fail(written.error());
    }
    m_out << *code << '\n';
    if (!wish.window.isEmpty())
        m_err << u"for the window %1, once, within %2 hours\n"_s.arg(plain(wish.window)).arg(wish.hours);
    if (wish.inTerminal)
        m_out << codes::drawnInText(*drawn) << ticket << '\n';
    return 0;
}

int Console::devices()
{
    const Administration administration(m_engine);
    const auto devices = administration.devices();
    const auto streams = administration.streams();
    const auto wipes = Wiping(m_engine).orders();
    if (!devices || !streams || !wipes)
        return fail(!devices ? devices.error() : !streams ? streams.error() : wipes.error());
    QHash<QString, WipeLine> ordered;
    for (const WipeLine &wipe : *wipes) {
        if (!wipe.liftedAt.isValid())
            ordered.insert(wipe.device, wipe);
    }
    QHash<QString, Stream> last;
    for (const Stream &stream : *streams) {
        if (Stream &known = last[stream.writer.device]; known.writer.incarnation <= stream.writer.incarnation)
            known = stream;
    }
    row(u"device"_s, u"hall"_s, u"region"_s, u"window"_s, u"name"_s, u"program"_s, u"enrolled"_s, u"state"_s, u"events"_s, u"last heard"_s,
        u"signs by"_s);
    for (const Device &device : *devices) {
        const Stream stream = last.value(device.uuid);
        const QString state = ordered.contains(device.uuid) ? wipeWord(ordered[device.uuid])
            : device.revokedAt.isValid()                     ? u"revoked"_s
            : stream.stopped                                 ? u"stopped"_s
                                                             : u"in use"_s;
        row(device.uuid, device.hall, device.regionCode, device.windowCode, plain(device.card.window), plain(device.program),
            shown(device.enrolledAt), state, QString::number(stream.last), shown(stream.heard),
            people::algorithmName(device.card.key.algorithm));
    }
    return 0;
}

int Console::revoke(const QString &device)
{
    return done(Administration(m_engine).revoke(device), u"revoked; what it still sends is kept aside"_s);
}

int Console::publish(const Publication &publication)
{
    const offices::Librarian librarian(m_engine);
    int code = 0;
    for (const QString &file : publication.files) {
        const base::Result<QByteArray> bytes = base::readPlain(file, Bookshelf::largest);
        const auto signature = base::readWhole(guides::signatureFile(file));
        if (!bytes || !signature) {
            code = fail(!bytes ? bytes.error() : signature.error());
            continue;
        }
        const auto published = librarian.publish({.bytes = *bytes,
                                                  .signature = signature->value_or(QByteArray()),
                                                  .name = {publication.kind, publication.name, publication.version},
                                                  .source = file},
                                                 atConsole());
        if (!published) {
            code = fail(published.error());
            continue;
        }
        row(published->kind, published->name, published->version, published->signature.isEmpty() ? u"not signed"_s : u"signed"_s);
    }
    return code;
}

int Console::withdraw(const QString &kind, const QString &name, const QString &version)
{
    return done(Bookshelf(m_engine).withdraw({kind, name, version}), u"withdrawn"_s);
}

int Console::library()
{
    const auto files = Bookshelf(m_engine).list();
    if (!files)
        return fail(files.error());
    row(u"kind"_s, u"name"_s, u"version"_s, u"bytes"_s, u"sha256"_s, u"signature"_s);
    for (const wire::LibraryFile &file : *files)
        row(file.kind, plain(file.name), plain(file.version), QString::number(file.bytes), file.sha256,
            file.signature.isEmpty() ? u"no"_s : u"yes"_s);
    return 0;
}

int Console::loadRouting(const QString &file)
{
    if (const int code = checkRouting(file, m_out, m_err); code != 0)
        return code;
    const base::Result<QByteArray> bytes = base::readPlain(file, guides::mostRoutingBytes);
    const auto loaded = bytes.and_then([&](const QByteArray &read) { return offices::Librarian(m_engine).loadRouting(read, file, atConsole()); });
    return loaded ? done({}, u"loaded"_s) : fail(loaded.error());
}

int Console::addAccount(const AccountWish &wish)
{
    const QStringList words = wish.roles.split(u' ', Qt::SkipEmptyParts);
    const QList<offices::Role> roles = offices::rolesIn(wish.roles);
    if (roles.size() != words.size()) {
        QStringList known;
        for (const offices::Role role : offices::allRoles())
            known << offices::wordOf(role);
        return fail({base::Error::Kind::Document, u"%1: roles are %2"_s.arg(wish.roles, known.join(", "_L1)), {}});
    }
    return tellPassword(offices::Accounts(m_engine).add({wish.name, wish.called, wish.unit, roles, wish.hall}, atConsole()));
}

int Console::resetPassword(const QString &name)
{
    return tellPassword(offices::Accounts(m_engine).resetPassword(name, atConsole()));
}

int Console::tellPassword(const base::Result<QString> &password)
{
    if (!password)
        return fail(password.error());
    m_out << *password << '\n';
    m_err << "one-time password: it is shown once and must be changed at the first sign-in\n";
    return 0;
}

int Console::recoverProfile(const QString &file, const QString &out)
{
    const base::Result<people::Recovery> recovery = people::readRecovery(file);
    if (!recovery)
        return fail(recovery.error());
    const base::Secret key = m_engine.key.signing().openSealed(recovery->sealed);
    if (key.isEmpty())
        return fail({base::Error::Kind::Secret, u"was sealed to another hub"_s, file});
    return done(offices::Accounts(m_engine)
                    .note(atConsole(), u"profile-recovered"_s, recovery->of.device)
                    .and_then([&] { return base::writeDurably(out, key.view().toByteArray()); }),
                u"opened: give the file to the window with “yichuang --take-key”, then destroy it"_s);
}

int Console::accounts()
{
    const auto people = offices::Accounts(m_engine).all();
    if (!people)
        return fail(people.error());
    row(u"name"_s, u"called"_s, u"roles"_s, u"unit"_s, u"hall"_s, u"state"_s);
    for (const offices::Person &person : *people) {
        QStringList roles;
        for (const offices::Role role : person.roles)
            roles << offices::wordOf(role);
        const QString state = person.isClosed ? u"closed"_s
            : person.lockedUntil.isValid()    ? u"locked until "_s + shown(person.lockedUntil)
            : person.mustChangePassword       ? u"one-time password"_s
                                              : u"in use"_s;
        row(person.name, plain(person.called), roles.join(u' '), person.unit.isEmpty() ? u"-"_s : person.unit,
            person.hall.isEmpty() ? u"-"_s : person.hall, state);
    }
    return 0;
}

int Console::book(int most)
{
    const auto lines = offices::Accounts(m_engine).book(most);
    if (!lines)
        return fail(lines.error());
    row(u"at"_s, u"account"_s, u"act"_s, u"subject"_s, u"words"_s);
    for (const hub::AuditLine &line : *lines)
        row(shown(line.at), plain(line.account), plain(line.act), plain(line.subject), plain(line.words));
    return 0;
}

int Console::verifyBook()
{
    const auto check = checkBook(m_engine);
    if (!check)
        return fail(check.error());
    m_out << u"%1 lines from before the chain, %2 lines of the chain fit\n"_s.arg(check->older).arg(check->chained);
    return check->isSound() ? 0 : fail({base::Error::Kind::Damaged, check->fault, u"line %1 of the chain"_s.arg(check->faulty)});
}

int Console::exportBook(const QString &file)
{
    QByteArray table = tableHead();
    qint64 lines = 0;
    const base::Result<> written = eachLine(m_engine, [&](const AuditLine &line) -> base::Result<> {
                                       table += tableLine(line);
                                       ++lines;
                                       return {};
                                   })
                                       .and_then([&] { return base::writeChosen(file, table); });
    return done(written, u"%1 lines written"_s.arg(lines));
}

int Console::moveCase(const QString &caseId, const QString &hall)
{
    return done(hub::moveCase(m_engine, caseId, hall), u"moved"_s);
}

int Console::newEpoch()
{
    const auto epoch = Administration(m_engine).newEpoch();
    if (!epoch)
        return fail(epoch.error());
    m_out << *epoch << '\n';
    m_err << "windows now send again what this store lacks\n";
    return 0;
}

int Console::receipts(QDate day)
{
    const auto days = Counters(m_engine).receiptsOf(day);
    if (!days)
        return fail(days.error());
    bool differs = false;
    row(u"hall"_s, u"window"_s, u"name"_s, u"listed"_s, u"not at the hub"_s, u"not in the list"_s);
    for (const Counters::DayOfReceipts &of : *days) {
        const bool isListed = of.sent.has_value();
        const wire::ReceiptDifferences &found = of.differences;
        differs = differs || !isListed || !found.unknownToHub.isEmpty() || !found.notListed.isEmpty();
        const auto list = [](const QStringList &numbers) { return numbers.isEmpty() ? u"-"_s : plain(numbers.join(u' ')); };
        row(of.device.hall, of.device.windowCode, plain(of.device.card.window),
            isListed ? QString::number(of.sent->list.receipts.size()) : u"no list came"_s, list(found.unknownToHub), list(found.notListed));
    }
    return differs ? 1 : 0;
}

int Console::serials()
{
    const auto blocks = Counters(m_engine).blocks();
    const auto devices = Administration(m_engine).devices();
    if (!blocks || !devices)
        return fail(!blocks ? blocks.error() : devices.error());
    QHash<QString, QString> names;
    for (const Device &device : *devices)
        names.insert(device.uuid, device.windowCode + u' ' + plain(device.card.window));
    row(u"year"_s, u"organ"_s, u"paper"_s, u"from"_s, u"to"_s, u"window"_s, u"given"_s);
    for (const BlockLine &line : *blocks) {
        row(QString::number(line.series.year), plain(line.series.organ), plain(line.series.paper), QString::number(line.block.from),
            QString::number(line.block.to), names.value(line.device, line.device), line.at.toString(Qt::ISODate));
    }
    return 0;
}

int Console::passOver(const wire::SerialWish &series, int last)
{
    return done(Counters(m_engine).passOver(series, last), u"the next number is above %1"_s.arg(last));
}

int Console::importLicences(const QString &file)
{
    const base::Result<QByteArray> bytes = base::readPlain(file, largestTable);
    if (!bytes)
        return fail(bytes.error());
    if (bytes->size() == largestTable)
        return fail({base::Error::Kind::Document, u"is too large: bring it in parts"_s, file});
    const base::Result<QList<Licence>> licences = licencesFrom(*bytes);
    if (!licences)
        return fail({licences.error().kind, licences.error().detail, file});
    return done(LookUps(m_engine).import(*licences), u"%1 taken in"_s.arg(licences->size()));
}

int Console::lookUps(const QString &number)
{
    const auto record = LookUps(m_engine).record(number, mostListed);
    const auto devices = Administration(m_engine).devices();
    if (!record || !devices)
        return fail(!record ? record.error() : devices.error());
    QHash<QString, QString> names;
    for (const Device &device : *devices)
        names.insert(device.uuid, device.windowCode + u' ' + plain(device.card.window));
    row(u"time"_s, u"window"_s, u"clerk"_s, u"case"_s, u"material"_s, u"of"_s, u"outcome"_s, u"purpose"_s);
    for (const LookUps::Recorded &line : *record) {
        row(shown(line.at), names.value(line.device, line.device), plain(line.clerk), plain(line.caseNumber), plain(line.material),
            line.isShared ? u"shared data"_s : u"e-licences"_s, outcomeWord(line.outcome), plain(line.purpose));
    }
    return 0;
}

int Console::verify()
{
    const base::Result<Check> check = checkStore(m_engine);
    if (!check)
        return fail(check.error());
    for (const QString &fault : check->faults)
        m_err << fault << '\n';
    m_out << u"%1 events of %2 writers opened (%3 erased on order), %4 entries of feeds, %5 library files: %6\n"_s.arg(check->events)
                 .arg(check->writers)
                 .arg(check->erased)
                 .arg(check->entries)
                 .arg(check->files)
                 .arg(check->isSound() ? u"sound"_s : u"%1 fault(s)"_s.arg(check->faults.size()));
    return check->isSound() ? 0 : 1;
}

int Console::salvage(const QString &folder, bool clear)
{
    const Administration administration(m_engine);
    if (clear) {
        const auto cleared = administration.clearAside(m_engine.now().addDays(-daysAside));
        return cleared ? done({}, u"%1 given up"_s.arg(*cleared)) : fail(cleared.error());
    }
    const auto lines = administration.aside(mostListed);
    if (!lines)
        return fail(lines.error());
    if (!folder.isEmpty()) {
        const base::Result<> ready = base::makePrivateFolder(folder).and_then([&] { return administration.noteAsideRead(lines->size()); });
        if (!ready)
            return fail(ready.error());
    }
    row(u"reason"_s, u"device"_s, u"incarnation"_s, u"number"_s, u"case"_s, u"received"_s);
    for (const AsideLine &line : *lines) {
        row(reasonWord(line.reason), line.writer.device, QString::number(line.writer.incarnation), QString::number(line.seq), line.caseUuid,
            shown(line.received));
        if (folder.isEmpty())
            continue;
        const QString file = u"%1/%2-%3-%4-%5.json"_s.arg(folder, line.writer.device)
                                 .arg(line.writer.incarnation)
                                 .arg(line.seq)
                                 .arg(QString::fromLatin1(line.hash.left(4).toHex()));
        const base::Result<> written
            = administration.open(line).and_then([&](const QByteArray &bytes) { return base::writeDurably(file, bytes); });
        if (!written)
            return fail(written.error());
    }
    return 0;
}

int Console::alarms(bool seen)
{
    const Administration administration(m_engine);
    const auto alarms = administration.alarms(!seen, mostListed);
    if (!alarms)
        return fail(alarms.error());
    row(u"at"_s, u"kind"_s, u"device"_s, u"words"_s);
    for (const Alarm &alarm : *alarms) {
        row(shown(alarm.at), alarm.kind, alarm.device, plain(alarm.words));
        if (seen && alarm.seenAt.isNull()) {
            if (const base::Result<> noted = administration.seen(alarm); !noted)
                return fail(noted.error());
        }
    }
    return 0;
}

int Console::ratings(bool openOnly, qint64 rectified, const QString &result)
{
    const base::Result<guides::Clocks> clocks = guides::clocksOf(base::HallSettings{.hours = u"08:30-17:30"_s}, {base::dataFolder() + "/calendars"_L1});
    if (!clocks)
        return fail(clocks.error());
    const offices::RatingDesk desk(m_engine, clocks->rules);
    if (rectified > 0)
        return done(desk.rectify(rectified, result), u"noted"_s);
    const auto entries = desk.entries(openOnly, mostListed);
    if (!entries)
        return fail(entries.error());
    bool isLate = false;
    row(u"id"_s, u"at"_s, u"hall"_s, u"case"_s, u"level"_s, u"words"_s, u"put right by"_s, u"days left"_s, u"put right at"_s, u"result"_s);
    for (const offices::RatingDesk::Entry &entry : *entries) {
        const RatingLine &line = entry.line;
        const bool isOpen = line.due.isValid() && line.rectifiedAt.isNull();
        isLate = isLate || (isOpen && entry.daysLeft < 0);
        row(QString::number(line.id), shown(line.at), line.hall, line.number, QString::number(line.level), plain(entry.words),
            line.due.isValid() ? line.due.toString(Qt::ISODate) : u"-"_s, isOpen ? QString::number(entry.daysLeft) : u"-"_s,
            shown(line.rectifiedAt), plain(entry.result));
    }
    return isLate ? 1 : 0;
}

}
