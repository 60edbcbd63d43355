#pragma once

#include "core/desk/hublink.h"

#include <QTimer>

namespace desk {

/// Sync rule 21: a result has a keeper, the window that recorded that it came there. Only the keeper hands it over while the hub is
/// out of reach; every other window asks the hub for a lease first, so that two windows never hand over one result. A window that
/// belongs to no hub is alone and asks nobody.
class HandoverLease final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. \a window: where results come to here, as the hall names it.
    HandoverLease(HubLink &link, const journal::Journal &journal, const QString &window, QObject *parent = nullptr);

    /// Within how many milliseconds the hub must have answered a window that is not the keeper, and the keeper.
    static constexpr int patience = 5000;
    static constexpr int keepersPatience = 2000;

    enum class Answer {
        Granted,
        Elsewhere, ///< another window, \c holder, is about to hand it over, until \c until
        HandedOver, ///< by another window; it shows here soon
        Offline, ///< the hub did not answer, and another window is the keeper
        Refused, ///< the hub said why: \c trouble
    };
    struct Outcome {
        Answer answer = Answer::Granted;
        QString holder; ///< Elsewhere: name of the window; Offline: who has the result; empty: nobody has recorded that it came
        QDateTime until; ///< Elsewhere
        syncing::Trouble trouble; ///< Refused, Offline
    };
    using Done = std::function<void(const Outcome &)>;
    /// Whether the results of \a items may be handed over here now. \a done is called once, at once where nobody has to be asked,
    /// unless \a context is gone or cancel() was called. Another question ends this one.
    void ask(const QString &caseId, const QStringList &items, QObject *context, Done done);
    bool isAsking() const { return m_asking.has_value(); }
    void cancel();

private:
    struct Asking {
        QString caseId;
        QStringList items; ///< still to ask about
        bool isKeeper = false;
        QString holder; ///< of what another window keeps
        QPointer<QObject> context;
        Done done;
        int number = 0; ///< answers to an earlier question are not for this one
    };
    void askNext();
    void take(const syncing::SignedLine::Outcome &outcome);
    void takeSilence(const syncing::Trouble &trouble);
    void end(const Outcome &outcome);
    bool findKeeper(Asking &asking) const;

    HubLink &m_link;
    const journal::Journal &m_journal;
    const QString m_window;
    std::optional<Asking> m_asking;
    QTimer m_patience;
    int m_last = 0;
};

}
