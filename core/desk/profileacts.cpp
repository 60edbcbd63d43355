#include "core/desk/profileacts.h"

namespace desk {

std::optional<domain::Post> postFor(ProfileAct act)
{
    switch (act) {
    // They show no person and take nothing away.
    case ProfileAct::Verify:
    case ProfileAct::Retention:
    case ProfileAct::BackUp: return std::nullopt;
    case ProfileAct::ExportAudit:
    case ProfileAct::Forget:
    case ProfileAct::SetUpRecovery:
    case ProfileAct::ImportList:
    case ProfileAct::JoinHub:
    case ProfileAct::RotateKey: return domain::Post::Supervisor;
    }
    Q_UNREACHABLE();
}

}
