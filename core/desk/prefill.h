#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QTimer>

namespace journal {
class Journal;
}

namespace desk {

class HubLink;

/// Fetches what a citizen filled in at home: asks the hub by the code on their phone, and waits until the case that the hub opened has
/// come here. Asking twice brings the same case.
class Prefill final : public QObject
{
    Q_OBJECT

public:
    /// Why there is nothing to go on with.
    enum class Why {
        NoHub, ///< this window belongs to none
        Unreachable, ///< the hub does not answer now; the code stays good
        Unknown, ///< no such code, or it expired
        Used, ///< another window has it
        Full, ///< no number is left for today
        OnTheWay, ///< it was fetched, and its case is not here yet
    };

    /// Both outlive it.
    Prefill(HubLink &hub, const journal::Journal &journal, QObject *parent = nullptr);

    /// \a code: ten digits. arrived() or failed() follows, unless another code is asked for before.
    void fetch(const QString &code);

signals:
    void arrived(const QString &caseId);
    /// \a number: of the case, for OnTheWay.
    void failed(desk::Prefill::Why why, const QString &number);

private:
    void look();
    void end(Why why);

    HubLink &m_hub;
    const journal::Journal &m_journal;
    QString m_caseId; ///< that is waited for; empty: none
    QString m_number;
    int m_asked = 0; ///< so many codes; answers to earlier ones are let go
    QTimer m_patience;
};

}
