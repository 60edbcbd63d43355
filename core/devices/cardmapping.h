#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace devices {

/// Why a card was not read.
enum class CardTroubleKind {
    NoReader, ///< none is set up at this window
    NoService, ///< the vendor's program does not answer: not started, or another port
    ReaderOff, ///< the program runs, its reader is not connected
    NoCard, ///< no card was put on it in time
    Unreadable, ///< the card was not read whole: put it on again
    Busy, ///< another program uses the reader
    TooSlow, ///< the service began to answer and did not end in time
    TooLong, ///< more came than an answer can have
    NotUnderstood, ///< the answer is not what the mapping file says
    Refused, ///< the service says no, for a reason of its own
    NotAllowed, ///< the address is not this PC, and the hall did not allow it
    Cancelled,
};

/// How one vendor's service is spoken to and what its answers mean. Read from a file, so that a hall fits a reader without a
/// compiler; the format is in resources/readers/README.md.
struct CardMapping {
    enum class Service { Http, WebSocket };
    /// A message that counts as an answer: what stands at \c path is \c value. Others (greetings, heartbeats) are passed over.
    struct Only {
        QString path;
        QString value;
    };
    QString name; ///< of the file, without .json
    QString title; ///< for people
    QString source; ///< where the protocol is known from
    bool isSample = true; ///< not proven at a real reader: the window says so
    Service service = Service::Http;
    QUrl url;
    QByteArray method; ///< Http: GET or POST
    QByteArray contentType; ///< Http, POST
    QString message; ///< Http: body; WebSocket: what asks for a card
    bool binary = false; ///< WebSocket: as a binary message
    QStringList before; ///< asked before every card, answers not looked at: addresses (Http) or messages (WebSocket)
    QByteArray charset; ///< of answers and messages
    int timeout = 0; ///< ms for one answer
    int wait = 0; ///< ms that a card is waited for in all
    int pause = 0; ///< ms between two questions while there is no card
    std::optional<Only> only;
    QString code; ///< path of the code; empty: an answer with a number is success
    QStringList success; ///< codes
    QString words; ///< path of the service's own words
    QMap<QString, CardTroubleKind> troubles; ///< code → ours
    QMap<QString, QString> fields; ///< name, sex, ethnicity, birth, address, number, authority, from, until, validity, photo → path
    QMap<QString, QString> sexes; ///< its words → 男, 女, beside those of GB/T 2261.1
    QStringList dates; ///< formats, as QDate::fromString() takes them
    QStringList forLong; ///< words for a card that never ends
};

/// The mapping in \a json, a file called \a file. Error::Settings names the place in it and what is wrong there.
base::Result<CardMapping> readCardMapping(const QByteArray &json, const QString &file);

/// The mapping \a name in the first of \a folders that has NAME.json. Error::Settings when none has.
base::Result<CardMapping> loadCardMapping(const QString &name, const QStringList &folders);

}
