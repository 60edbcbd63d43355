#pragma once

#include <QString>
#include <QStringList>

namespace scans {

/// Says of each picture of a stream where it belongs. Separator sheets (domain::readSeparator) stand before the pages of their
/// material.
class Sorter final
{
public:
    /// Pages before the first separator belong to \a material (empty: to be sorted by hand). \a materials: ids that the case asks
    /// for.
    Sorter(QString caseNumber, QString material, QStringList materials);

    struct Place {
        enum class Kind {
            Page, ///< of \c material
            Separator, ///< a sheet of ours, no paper of the citizen
            UnknownSeparator, ///< of this case, but it asks for no such material: what follows is to be sorted by hand
            OtherCase, ///< a separator of the case \c otherCase, or a page behind one: not of this case
        };
        Kind kind = Kind::Page;
        QString material; ///< id; empty: to be sorted by hand
        QString otherCase; ///< number
        bool operator==(const Place &) const = default;
    };
    /// The place of the next picture, on which the codes \a codes were read. A picture with separators of several materials (the
    /// sheet of a whole bag) is a page like any other.
    Place next(const QStringList &codes);

private:
    const QString m_case;
    const QStringList m_materials;
    QString m_material;
    QString m_other; ///< number of another case whose pages go by
};

}
