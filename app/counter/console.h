#pragma once

#include "app/counter/upkeep.h"
#include "core/desk/profile.h"
#include "core/desk/profileacts.h"
#include "core/people/staffbook.h"

/// Who acts at a console. The one place where a command finds out.
namespace console {

/// A line that is asked for with \a prompt: without echo where it is \a secret and a terminal asks, else from the standard input as it is.
QString ask(const QString &prompt, bool isSecret);

/// The profile, opened by whoever may do what is meant to it.
struct Entered {
    std::unique_ptr<desk::Profile> profile;
    QString who; ///< as the audit trail names them
    people::Typed password; ///< empty at a window that asks nobody
    std::optional<people::StaffMember> member; ///< nothing at a window that asks nobody
};

/// Opens the profile at \a place for \a act. Where the window asks who works at it, name and password are asked for: the try is counted as
/// at the window, the account must be good there now, and have the post that the act wants. A slip in the name of the folder makes no
/// profile: Error::Missing. Error::Secret says why somebody is not let in.
base::Result<Entered> enter(const upkeep::Place &place, desk::ProfileAct act);

}
