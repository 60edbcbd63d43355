#include "core/desk/recoveryprint.h"

#include "core/desk/auditbook.h"
#include "core/papers/recoverypaper.h"

namespace desk {

base::Result<papers::Paper> RecoveryPrint::paper(const RecoveryCode &code) const
{
    return papers::recoveryPaper(m_needs.forms, m_needs.hall, {code.groups, code.scanned, code.mark, m_needs.clock.now()});
}

base::Result<LoosePapers::Sent> RecoveryPrint::print(const RecoveryCode &code)
{
    const base::Result<papers::Paper> made = paper(code);
    if (!made)
        return base::Fail(made.error());
    if (const base::Result<> noted = m_needs.audit.note(AuditAct::PaperPrinted, {}, made->form); !noted)
        return base::Fail(noted.error());
    return m_needs.printing.print(*made, QStringLiteral("内部资料"), true);
}

}
