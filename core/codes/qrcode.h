#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace codes {

/// A QR code as modules: error correction M, the quiet zone of four light modules on each side included.
class QrCode final
{
public:
    /// Error::Document when \a content is empty or too long for any code.
    static base::Result<QrCode> of(const QString &content);

    /// Dark modules that stand side by side in one row.
    struct Run {
        int x;
        int y;
        int length;
    };
    int size() const { return m_size; } ///< modules a side
    const QList<Run> &runs() const { return m_runs; }

private:
    int m_size = 0;
    QList<Run> m_runs;
};

}
