#pragma once

#include "core/domain/posts.h"

namespace desk {

/// What is done to a whole profile by a command, the window being closed.
enum class ProfileAct {
    Verify,
    ExportAudit,
    Retention, ///< saying what is past its time
    Forget, ///< and forgetting it
    SetUpRecovery,
    BackUp,
    ImportList, ///< of those who may promise nothing
    JoinHub,
    RotateKey,
};
constexpr int profileActs = int(ProfileAct::RotateKey) + 1;

/// The post that somebody must have for \a act at a window that asks who works at it; nothing: whoever may work there.
std::optional<domain::Post> postFor(ProfileAct act);

}
