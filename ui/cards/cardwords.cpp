#include "ui/cards/cardwords.h"

#include "ui/words/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cardwords {

namespace {

struct Cards {
    Q_DECLARE_TR_FUNCTIONS(Cards)
};

QString reason(devices::CardTroubleKind kind)
{
    using Kind = devices::CardTroubleKind;
    switch (kind) {
    case Kind::NoReader:
        return Cards::tr("No card reader is set up at this window. Type what the card says; a technician names the reader in hall.ini.");
    case Kind::NoService:
        return Cards::tr("The program of the card reader does not answer. Start it, or type what the card says.");
    case Kind::ReaderOff:
        return Cards::tr("The card reader is not connected. Look at its cable, then Ctrl+D once more.");
    case Kind::NoCard: return Cards::tr("No card was put on the reader. Put it on, then Ctrl+D once more.");
    case Kind::Unreadable:
        return Cards::tr("The card was not read whole. Lift it, put it on again and leave it there, then Ctrl+D once more.");
    case Kind::Busy: return Cards::tr("Another program uses the card reader. Close it, then Ctrl+D once more.");
    case Kind::TooSlow:
        return Cards::tr("The program of the card reader did not finish in time. Ctrl+D tries once more; or type what the card says.");
    case Kind::TooLong:
    case Kind::NotUnderstood:
        return Cards::tr("The program of the card reader answered something else than its mapping file says. Nothing was taken; tell your "
                         "technician.");
    case Kind::Refused: return Cards::tr("The program of the card reader refused. Nothing was taken.");
    case Kind::NotAllowed:
        return Cards::tr("The mapping file names another PC than this one. A technician allows it by cardReaderHosts in hall.ini.");
    case Kind::Cancelled: return Cards::tr("Reading was stopped.");
    }
    Q_UNREACHABLE();
}

}

QString sentence(const devices::CardTrouble &trouble)
{
    return trouble.detail.isEmpty() ? reason(trouble.kind) : reason(trouble.kind) + u" ("_s + trouble.detail + u')';
}

QString sentence(domain::CardFault fault, const domain::PersonCard &card)
{
    using Fault = domain::CardFault;
    switch (fault) {
    case Fault::NameMissing:
    case Fault::NumberMissing: return Cards::tr("The card was read without a name or number. Nothing was taken; put it on once more.");
    case Fault::NameMalformed: return Cards::tr("What was read as the name is none. Nothing was taken; put the card on once more.");
    case Fault::NumberMalformed:
    case Fault::WrongCheckDigit:
        return Cards::tr("The number that was read is none (check digit). Nothing was taken; put the card on once more.");
    case Fault::BirthDiffers: return Cards::tr("Number and date of birth on this card do not agree. Nothing was taken: look at the card itself.");
    case Fault::SexDiffers: return Cards::tr("Number and sex on this card do not agree. Nothing was taken: look at the card itself.");
    case Fault::NotYetValid:
        return Cards::tr("This card is valid from %1 only: ask for one that is valid today.").arg(words::day(card.from));
    case Fault::Expired:
        return Cards::tr("This card expired on %1: it proves no identity any more, ask for one that is valid.").arg(words::day(card.until));
    }
    Q_UNREACHABLE();
}

QString contradictions(const QList<domain::CardValue> &values)
{
    QStringList parts;
    for (const domain::CardValue &value : values)
        parts << u"%1 %2 → %3"_s.arg(value.label, value.now, value.card);
    return parts.join(u"；"_s);
}

}
