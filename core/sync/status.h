#pragma once

#include "core/journal/outbox.h"
#include "core/sync/signedline.h"

#include <QDateTime>
#include <QMetaType>

namespace syncing {

/// A picture that cannot go on its way.
struct SpoiltPicture {
    journal::LanePicture picture;
    bool out = true; ///< to the hub, else from it
    base::Error error;
    QDateTime since; ///< by this PC's clock
};

/// “Is my work safe?”
struct Status {
    enum class Contact {
        Unknown, ///< nothing was tried yet
        Online, ///< the hub answered last
        Silent, ///< it was not reached; tried again by itself
        Refusing, ///< it answered that it will not: \c trouble says why
        Stopped, ///< this PC's own disk does not let us: \c storage says why
    };
    Contact contact = Contact::Unknown;
    journal::SyncFigures figures;
    QDateTime lastContact; ///< by this PC's clock; null: never
    qint64 clockOffset = 0; ///< milliseconds by which the hub's clock is ahead of this PC's
    Trouble trouble; ///< Silent, Refusing
    base::Error storage; ///< Stopped
    QDateTime nextTry; ///< by this PC's clock; null: none is waited for
    QList<SpoiltPicture> spoilt; ///< pictures that are not what they were; looked at again at the next start and by retry()
};

}

Q_DECLARE_METATYPE(syncing::Status)
