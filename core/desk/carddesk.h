#pragma once

#include "core/base/clock.h"
#include "core/devices/cardreader.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace desk {

/// The card reader of a window in the hands of its clerk: one card is read at a time, for whoever asked last, and looked at before
/// anything is taken from it.
class CardDesk final : public QObject
{
    Q_OBJECT

public:
    /// \a reader: null where none is set up; it and \a clock outlive this.
    CardDesk(devices::CardReader *reader, const base::Clock &clock, QObject *parent = nullptr);

    /// What came of asking for a card.
    struct Answer {
        std::optional<domain::PersonCard> card; ///< sound; its faults, if any, are not grave
        QList<domain::CardFault> faults; ///< grave ones first when there is no card
        devices::CardTrouble trouble; ///< when there is neither
    };

    bool isReading() const { return m_asker || (m_reader && m_reader->isReading()); }
    /// For people; empty: there is no reader.
    QString title() const { return m_reader ? m_reader->title() : QString(); }
    /// The reader's mapping was never proven at a real one.
    bool isSample() const { return m_reader && m_reader->isSample(); }

    /// Reads a card and gives it to \a then, which is not called any more once \a asker is gone. Who asked before and still waits is told
    /// Cancelled.
    void ask(QObject *asker, std::function<void(const Answer &)> then);
    /// Ends what \a asker waits for; it is told Cancelled.
    void cancel(const QObject *asker);

private:
    void take(const devices::CardRead &read);
    void answer(const Answer &answer);

    devices::CardReader *const m_reader;
    const base::Clock &m_clock;
    QPointer<QObject> m_asker;
    std::function<void(const Answer &)> m_then;
};

}
