#pragma once

#include "core/desk/clockrules.h"
#include "core/desk/profile.h"
#include "core/desk/reception.h"
#include "core/guides/shelf.h"
#include "core/journal/journal.h"
#include "core/papers/forms.h"
#include "tests/support/fakes.h"

#include <memory>

namespace outside {

/// A profile opened in the test itself, before or after programs held it; guides and forms are those of the built tree.
class PastProfile
{
public:
    /// Ends the test run when the profile cannot be opened.
    explicit PastProfile(const QString &folder);

    journal::Journal &journal() { return m_profile->journal(); }
    desk::Reception &reception() { return *m_reception; }
    const desk::PaperCheck &stamps() const { return m_profile->stamps(); }
    QString setAside() const { return m_profile->setAside(); }

    /// The newest version of a guide at hand; ends the test run when there is none.
    domain::Guide guide(const QString &pack, const QString &matter) const;
    /// Every case, the newest first.
    QList<journal::CaseRow> cases();
    QList<domain::Event> eventsOf(const QString &caseId);
    /// The case as its events make it; ends the test run when it cannot be resumed.
    std::unique_ptr<desk::CaseWork> resume(const QString &caseId);

private:
    base::SystemClock m_clock;
    support::NoKeyStore m_noKeyStore;
    std::unique_ptr<desk::Profile> m_profile;
    guides::Shelf m_shelf;
    papers::FormFolder m_forms;
    desk::Clocks m_clocks;
    std::unique_ptr<desk::Reception> m_reception;
};

}
