#pragma once

#include "core/desk/hublink.h"
#include "core/desk/onduty.h"
#include "core/devices/licencesource.h"

#include <QTimer>

#include <chrono>

namespace desk {

/// Looks licences and shared data up at the hub that this window belongs to, signed by the window's key as everything it asks.
class HubLookUp final : public devices::LicenceSource
{
    Q_OBJECT

public:
    static constexpr qsizetype mostAnswerBytes = qsizetype(64) * 1024;

    /// How the hub is asked; HubLink::ask() unless a test has another way.
    struct Needs {
        std::function<bool()> isSetUp;
        std::function<void(const syncing::Call &, QObject *, HubLink::Answered)> ask;
        const OnDuty &duty; ///< who asks, for the hub's record
        std::chrono::milliseconds within = std::chrono::seconds(10); ///< one question may take in all
    };
    explicit HubLookUp(Needs needs, QObject *parent = nullptr);
    /// At the hub of \a link; both outlive this.
    HubLookUp(HubLink &link, const OnDuty &duty, QObject *parent = nullptr);

    bool isSetUp() const override { return m_needs.isSetUp(); }
    void ask(const devices::LicenceQuestion &question) override;
    void cancel() override;

private:
    void end(const devices::LicenceAnswer &answer);

    const Needs m_needs;
    int m_turn = 0; ///< of the open question: an answer to an earlier one is not heard any more
    bool m_isOpen = false;
    QTimer m_within;
};

/// What came of a question, as the window takes it.
devices::LicenceAnswer licenceAnswerOf(const syncing::SignedLine::Outcome &outcome);

}
