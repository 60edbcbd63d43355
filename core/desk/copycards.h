#pragma once

#include "core/base/result.h"
#include "core/domain/copymap.h"
#include "core/domain/plan.h"

namespace guides {
class Shelf;
}

namespace desk {

/// How the systems into which cases are typed once more want them: files of the program and of the hall
/// (resources/copycards/README.md).
class CopyCards final
{
public:
    /// Reads every file of \a folders, later ones in the place of earlier ones with the same id. \a shelf outlives this.
    CopyCards(const QStringList &folders, const guides::Shelf &shelf);

    /// The systems that take a case on \a matter, those of the hall before samples, made for this matter before made for all, by name.
    QList<domain::CopyMap> of(const QString &matter) const;
    /// Files that cannot be used, and blanks of others that ask for a field that no guide has.
    QList<base::Error> faults() const;

private:
    const guides::Shelf &m_shelf;
    QList<domain::CopyMap> m_maps;
    QList<base::Error> m_faults;
};

/// A card for systems that nobody wrote down: everything that \a plan asks for, in the order of its form, lists last.
domain::CopyMap formOrder(const domain::Plan &plan);

}
