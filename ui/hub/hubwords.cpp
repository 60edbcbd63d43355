#include "ui/hub/hubwords.h"

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace hubwords {

namespace {

constexpr qint64 clockWorthTelling = 120'000; // milliseconds

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("hubwords", text, nullptr, n);
}

/// What is not at the hub yet; empty: nothing.
QString waiting(const journal::SyncFigures &figures)
{
    QStringList parts;
    if (figures.events > 0)
        parts << tr("%n act(s)", figures.events);
    if (figures.pictures > 0)
        parts << tr("%n picture(s)", figures.pictures);
    return parts.join(tr(" and "));
}

}

Line statusLine(bool enrolled, const syncing::Status &status)
{
    using Contact = syncing::Status::Contact;
    if (!enrolled)
        return {tr("No hub set up: cases stay on this PC"), theme::Colour::Muted};
    if (status.contact == Contact::Stopped)
        return {tr("Hub: this PC's disk refuses (Ctrl+7)"), theme::Colour::Bad};
    const QString unsent = waiting(status.figures);
    const QString ageOfOldest = status.figures.oldest.isValid()
        ? tr(", since %1").arg(QLocale().toString(status.figures.oldest.toLocalTime(), u"MM-dd HH:mm"_s))
        : QString();
    if (status.contact == Contact::Refusing)
        return {tr("The hub refuses (Ctrl+7)"), theme::Colour::Bad};
    if (status.contact == Contact::Online)
        return unsent.isEmpty() ? Line{tr("Everything is at the hub"), theme::Colour::Good}
                                : Line{tr("To the hub: %1").arg(unsent), theme::Colour::Muted};
    if (status.contact == Contact::Unknown)
        return {tr("Looking for the hub"), theme::Colour::Muted};
    return unsent.isEmpty()
        ? Line{tr("Hub not reached; nothing waits"), theme::Colour::Warn}
        : Line{tr("Hub not reached: %1 wait here safely%2").arg(unsent, ageOfOldest), theme::Colour::Warn};
}

QString safety(const syncing::Status &status)
{
    if (status.contact == syncing::Status::Contact::Stopped)
        return tr("The disk of this PC refuses; what was written before is safe.");
    const QString unsent = waiting(status.figures);
    if (unsent.isEmpty())
        return tr("Everything that was done here is at the hub.");
    return tr("%1 are on the disk of this PC and not at the hub yet.").arg(unsent);
}

QString contact(const syncing::Status &status, const QDateTime &now)
{
    QStringList lines;
    if (status.lastContact.isValid())
        lines << tr("The hub answered %1 ago.").arg(age(status.lastContact, now));
    else
        lines << tr("The hub has not answered yet.");
    if (status.nextTry.isValid() && status.nextTry > now)
        lines << tr("Next try in %1.").arg(age(now, status.nextTry));
    if (qAbs(status.clockOffset) >= clockWorthTelling)
        lines << (status.clockOffset > 0 ? tr("The clock of this PC is %1 behind the hub's.") : tr("The clock of this PC is %1 ahead of the hub's."))
                     .arg(age(now, now.addMSecs(qAbs(status.clockOffset))));
    if (status.figures.toFetch > 0)
        lines << tr("%n picture(s) of other windows are still to come.", status.figures.toFetch);
    if (!status.spoilt.isEmpty())
        lines << tr("%n picture(s) are not what they were: the list below names their cases.", int(status.spoilt.size()));
    if (status.figures.faults > 0)
        lines << tr("%n thing(s) that the hub sent could not be used: tell your technician.", status.figures.faults);
    return lines.join(u'\n');
}

QString sentence(const syncing::Trouble &trouble)
{
    using Code = wire::Problem::Code;
    if (trouble.kind == syncing::Trouble::Kind::Unreachable)
        return tr("The hub was not reached. Work goes on; it is tried again by itself.");
    if (trouble.kind == syncing::Trouble::Kind::Nonsense)
        return tr("What answers at this address is no hub. Check the address, or tell your technician.");
    switch (trouble.problem.code) {
    case Code::NotEnrolled:
        return tr("The hub does not know this window. Join it again with a new code (F2).");
    case Code::BadSignature:
        return tr("The hub does not believe this window's signature. Join it again with a new code (F2).");
    case Code::Revoked:
        return tr("This window was shut out. What it sends is kept aside at the hub; speak to your supervisor.");
    case Code::WrongCode:
        return tr("The code is wrong, was used already or is too old. Ask for a new one.");
    case Code::Taken:
        return tr("Another PC has the code of this window. Give this one another windowCode in hall.ini, or have the other shut out.");
    case Code::OldProtocol:
        return tr("This program is too old for the hub. Install the new version; work goes on until then.");
    case Code::Busy:
        return tr("The hub has much to do. It is tried again by itself.");
    case Code::WrongTime:
        return tr("The hub does not accept the time of this PC. Set the clock.");
    case Code::BadRequest:
    case Code::TooLarge:
    case Code::Unknown:
    case Code::Failed:
        break;
    }
    return tr("The hub could not do it. It is tried again by itself; tell your technician if it stays.");
}

QString why(const journal::QueueLine &line, const syncing::Status &status)
{
    using Contact = syncing::Status::Contact;
    for (const syncing::SpoiltPicture &spoilt : status.spoilt) {
        if (spoilt.picture.caseId == line.caseId)
            return spoilt.out ? tr("a picture here is not what it was and was not sent: scan it again")
                              : tr("a picture that came is not what was taken and was not kept: tell your technician");
    }
    if (status.contact == Contact::Silent)
        return tr("the hub is not reached; it is sent by itself");
    if (status.contact == Contact::Refusing)
        return tr("the hub refuses, see above");
    switch (line.why) {
    case journal::Waiting::ForPictures:
        return tr("acts are at the hub, pictures follow");
    case journal::Waiting::ForOthers:
        return tr("pictures of another window are still to come");
    case journal::Waiting::ForHub:
        break;
    }
    return tr("is being sent");
}

QString why(const desk::HubLibrary::Held &held)
{
    if (!held.refused)
        return tr("is being fetched: %1 %").arg(held.percent);
    return tr("not let in: %1 Guides in use stay; tell whoever publishes them.").arg(words::sentence(*held.refused));
}

QString why(const journal::FeedFault &fault)
{
    switch (fault.kind) {
    case journal::FeedFault::Kind::Unreadable:
        return tr("could not be read and is kept aside: tell your technician");
    case journal::FeedFault::Kind::Forked:
        return tr("is another than this PC has under the same number and is kept aside: tell your technician");
    case journal::FeedFault::Kind::NumberTwice:
        break;
    }
    return tr("its number belongs to another case too: both stay, tell your supervisor");
}

QString receipts(const journal::ReceiptDay &day)
{
    const QString printed = day.receipts == 0 ? tr("no receipt printed") : tr("%n receipt(s) printed", day.receipts);
    if (day.told == 0)
        return tr("%1; not compared with the hub yet").arg(printed);
    const qsizetype differing = day.unknownToHub.size() + day.notListed.size();
    const QString at = QLocale().toString(day.toldAt.toLocalTime(), u"MM-dd HH:mm"_s);
    if (differing > 0)
        return tr("%1; %n do(es) not match (%2)", int(differing)).arg(printed, at);
    if (day.told < day.revision)
        return tr("%1; more since it was compared (%2)").arg(printed, at);
    return day.receipts == 0 ? tr("%1 (%2)").arg(printed, at) : tr("%1, all at the hub (%2)").arg(printed, at);
}

QString notAtHub()
{
    return tr("printed here; the hub has no filing of it. It is sent by itself: if this stays, tell your supervisor before the PC is changed.");
}

QString onlyAtHub()
{
    return tr("the hub has a receipt of this window that this PC has no record of. Enter opens the case: tell your supervisor.");
}

QString age(const QDateTime &since, const QDateTime &now)
{
    const qint64 seconds = qMax<qint64>(0, since.secsTo(now));
    if (seconds < 60)
        return tr("%n second(s)", int(seconds));
    if (seconds < 3600)
        return tr("%n minute(s)", int(seconds / 60));
    if (seconds < 48 * 3600)
        return tr("%n hour(s)", int(seconds / 3600));
    return tr("%n day(s)", int(qMin<qint64>(seconds / 86'400, 36'500)));
}

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

}
