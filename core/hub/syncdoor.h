#pragma once

#include "core/hub/engine.h"
#include "core/wire/prefill.h"

namespace hub {

/// The door through which windows come: the requests under /sync/v1/ of core/wire/README.md. Knows who asks by the signature, checks
/// what it is handed and answers; holds nothing between two requests, so that any number of processes may stand beside each other
/// before one store. Other paths are answered with 404. Never throws.
class SyncDoor final : public Handler
{
public:
    /// \a engine must live as long as this; its \c grown is called after a commit, in the thread of the request. \a publicUrl is where
    /// citizens find guides and progress; may be empty.
    /// \a prefill answers windows that ask for what was filled in at home, from any thread; empty: nothing was.
    using AnswerPrefill = std::function<wire::Answer<wire::PrefillAnswer>(const Device &device, const wire::PrefillWish &wish)>;
    explicit SyncDoor(const Engine &engine, QString publicUrl = {}, AnswerPrefill prefill = {});
    ~SyncDoor() override;

    Response handle(const Request &request) override;
    /// As Presences has it.
    std::optional<int> unsentOf(const QString &device) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(SyncDoor)
};

}
