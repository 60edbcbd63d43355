#pragma once

#include "core/devices/cardmapping.h"
#include "core/domain/personcard.h"

#include <QMetaType>
#include <QObject>

namespace devices {

/// Why no card came. \c detail is what the service says itself, or the place in its answer; never anything from a card.
struct CardTrouble {
    CardTroubleKind kind = CardTroubleKind::NoReader;
    QString detail;
    bool operator==(const CardTrouble &) const = default;
};

using CardRead = tl::expected<domain::PersonCard, CardTrouble>;

/// A reader of identity cards. It never waits: the answer comes by finished(), in the thread of this object.
class CardReader : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// For people.
    virtual QString title() const = 0;
    /// Not proven at a real reader.
    virtual bool isSample() const = 0;
    /// Asks for the card that lies on the reader, or is put on it in time; does nothing while one is being read.
    virtual void read() = 0;
    /// Ends what is under way; told by finished() with Cancelled.
    virtual void cancel() = 0;
    virtual bool isReading() const = 0;

signals:
    /// The end of every read(): a card as the service gave it, cleaned and not judged (domain::cardFaults()), or why not.
    void finished(const devices::CardRead &result);
};

/// What the bytes of an answer say by \a mapping. NotUnderstood names the path at which the answer is not as expected.
CardRead cardFromAnswer(const QByteArray &answer, const CardMapping &mapping);

/// Whether \a answer is one (CardMapping::Only); true when the mapping knows no other messages.
bool isCardAnswer(const QByteArray &answer, const CardMapping &mapping);

}

Q_DECLARE_METATYPE(devices::CardRead)
