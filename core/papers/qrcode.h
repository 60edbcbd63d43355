#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace papers {

/// A QR code as modules, the quiet zone of four light modules on each side included.
class QrCode final
{
public:
    /// How much of a code may be spoilt (ISO/IEC 18004): of its codewords M makes good 15 %, Q 25 %, H 30 %.
    enum class Level { M, Q, H };

    /// Error::Document when \a content is empty or too long for any code of that \a level.
    static base::Result<QrCode> of(const QString &content, Level level = Level::M);

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
