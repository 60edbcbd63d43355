#pragma once

#include "core/base/settings.h"
#include "core/domain/deadlines.h"
#include "core/offices/hubcases.h"
#include "core/papers/forms.h"
#include "core/papers/paper.h"

namespace offices {

/// A paper of a case as the hub gives it out, with a code that the hub has signed.
struct IssuedPaper {
    papers::Paper paper;
    QString code; ///< what its QR code says
};

/// Papers that windows issued, made once more at the hub for the citizen whose application came online. From any thread.
class HubPapers final
{
public:
    struct Needs {
        const hub::Engine &engine;
        HubCases &cases;
        const papers::FormFolder &forms;
        const base::HallSettings &hall; ///< of the hub; names of halls are those of the cases
        const domain::ClockRules &rules;
    };
    /// Everything must live as long as this.
    explicit HubPapers(const Needs &needs) : m(needs) { }

    /// \a paper of the case \a caseUuid on \a guide in the hall that is called \a hallName; nothing when it was never issued.
    base::Result<std::optional<IssuedPaper>> make(const QString &caseUuid, const domain::Guide &guide, const QString &hallName,
                                                  const domain::PaperRef &paper) const;

private:
    const Needs m;
};

}
