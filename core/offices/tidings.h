#pragma once

#include "core/offices/guidestand.h"
#include "core/offices/hubcases.h"

#include <QStringList>

namespace offices {

/// Something that happened, with what is known of its case.
struct Happened {
    const hub::Happening &happening;
    const HubCase &opened;
    const std::optional<domain::Guide> &guide; ///< nothing: the library has not got it
    QList<hub::ItemUnit> units;
    QDateTime now;
};

/// How systems are told of a state: filed, accepted, refused, decided, withdrawn, lapsed.
QString stateWord(domain::CaseItem::State state);

/// What subscribers other than units are told of it: none, one or several of the events of Subscribers::eventsOf().
QStringList eventsOf(const Happened &happened);

/// The message that a subscriber of \a kind gets about \a event, under the id \a uid; nothing when there is nobody to tell (an SMS gateway
/// without a number). A telephone number is only in what goes to an SMS gateway, a holder's name only in what goes to a supervising
/// department; the code of an enterprise is public, the number of a person is never told.
std::optional<QByteArray> messageFor(const Happened &happened, const QString &kind, const QString &event, const QString &uid);

/// The message about an entry of a unit's feed: what the feed says, and nothing more.
QByteArray messageFor(const hub::UnitEntry &entry, const QString &uid, int offset);

}
