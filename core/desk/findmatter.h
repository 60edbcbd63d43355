#pragma once

#include "core/domain/guide.h"

#include <QList>

namespace desk {

/// A matter as a line to choose from.
struct MatterLine {
    domain::GuideRef ref;
    QString name;
    QString region;
    QString audience; ///< 个人 or 企业
    QString lead; ///< lead department
    QChar mark = u'-'; ///< '*' national, '#' provincial, '-' none
    domain::MatterStatus status = domain::MatterStatus::Catalogue;
    int items = 0;
    QString because; ///< what fitted when it was not the name: a wording, item, material …; else empty
    bool operator==(const MatterLine &) const = default;
};

/// Finds matters by what a clerk types.
class FindMatter
{
public:
    virtual ~FindMatter() = default;
    /// At most \a most matters, best first: by characters, full pinyin, initials or a mixture; of several words, parted by
    /// spaces, each must fit. An empty \a query gives all in catalogue order. Fast enough to be asked at every key press.
    virtual QList<MatterLine> find(const QString &query, int most) const = 0;
};

}
