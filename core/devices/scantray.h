#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace devices {

/// Where scanimage lays the pages of a stack: a folder of its own in memory (tmpfs), that nobody else may enter and that never
/// reaches a disk, because what lies there is papers of citizens in plain.
class ScanTray final
{
public:
    /// Makes it, and removes those of programs that were killed. Not isThere() when this PC has no such place.
    ScanTray();
    /// Removes it with all that is in it.
    ~ScanTray();

    bool isThere() const { return !m_folder.isEmpty(); }
    QString folder() const { return m_folder; }
    /// Takes the page \a file (a name or path of this folder) out. At most \a most bytes.
    base::Result<QByteArray> take(const QString &file, qint64 most) const;

private:
    QString m_folder;

    Q_DISABLE_COPY_MOVE(ScanTray)
};

}
