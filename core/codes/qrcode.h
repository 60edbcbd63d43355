#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QString>

namespace codes {

/// A QR code as modules, the quiet zone of four light modules on each side included.
class QrCode final
{
public:
    /// How much of a code may be spoilt (ISO/IEC 18004): of its codewords M makes good 15 %, Q 25 %, H 30 %.
    enum class Level { M, Q, H };

    /// Error::Document when \a content is empty or too long for any code of that \a level.
    static base::Result<QrCode> of(const QString &content, Level level = Level::M);
    /// At the highest level whose code has at most \a most modules a side. What is too long for all of them gets M and more
    /// modules; Error::Document as above.
    static base::Result<QrCode> hardiest(const QString &content, int most);

    int size() const { return m_modules.width(); } ///< modules a side
    /// Black on white, one bit a module, set where it is dark; the bits of a byte from the lowest on (Format_MonoLSB).
    const QImage &modules() const { return m_modules; }

private:
    QImage m_modules;
};

}
