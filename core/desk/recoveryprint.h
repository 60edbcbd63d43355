#pragma once

#include "core/desk/backupfiles.h"
#include "core/desk/loosepapers.h"

namespace base {
struct HallSettings;
}
namespace papers {
class FormFolder;
}

namespace desk {

class AuditBook;

/// Brings a recovery code on paper: from memory to the printer, which is told to forget it; no file, no preview.
class RecoveryPrint final
{
public:
    /// All outlive it.
    struct Needs {
        const papers::FormFolder &forms;
        const base::HallSettings &hall;
        LoosePapers &printing;
        const base::Clock &clock;
        AuditBook &audit;
    };
    explicit RecoveryPrint(const Needs &needs) : m_needs(needs) { }

    /// The paper of \a code as it is printed.
    base::Result<papers::Paper> paper(const RecoveryCode &code) const;
    /// Noted before it is handed over. Error::Device when nothing was: then it is written by hand.
    base::Result<LoosePapers::Sent> print(const RecoveryCode &code);

private:
    const Needs m_needs;
};

}
