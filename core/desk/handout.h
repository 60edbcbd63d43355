#pragma once

#include "core/base/result.h"
#include "core/base/settings.h"
#include "core/desk/loosepapers.h"

namespace papers {
class FormFolder;
}

namespace desk {

class Consultation;

/// Papers that are handed out without a case: giving them out is no act of one, and nothing of it is stored.
class Handout final
{
public:
    /// All outlive the handout.
    Handout(const papers::FormFolder &forms, const base::HallSettings &hall, LoosePapers &printing)
        : m_forms(forms), m_hall(hall), m_printing(printing)
    {
    }

    /// The personal list as far as \a consultation has come: only what applies to this person, and what is still open.
    base::Result<papers::Paper> personalList(const Consultation &consultation) const;

    /// Error::Device when nothing was handed over. \a title is seen in queues.
    base::Result<LoosePapers::Sent> print(const papers::Paper &paper, const QString &title);
    /// Writes the same PDF to \a file, whole or not at all.
    base::Result<> save(const papers::Paper &paper, const QString &file) const;

private:
    const papers::FormFolder &m_forms;
    const base::HallSettings &m_hall;
    LoosePapers &m_printing;
};

}
