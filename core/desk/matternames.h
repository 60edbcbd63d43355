#pragma once

#include "core/domain/guide.h"

#include <QHash>

namespace guides {
class Shelf;
}

namespace desk {

/// The names of all matters on a shelf, for lists that show many.
class MatterNames final
{
public:
    explicit MatterNames(const guides::Shelf &shelf);

    /// Its id when the guide is not at hand.
    QString name(const domain::GuideRef &ref) const;

private:
    QHash<QString, QString> m_names;
};

}
