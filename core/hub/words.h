#pragma once

#include <QString>

namespace hub {

/// Whether \a text is a UUID as windows write it: 36 characters, lower case.
bool isUuid(QStringView text);

/// Whether \a text is a name or code that may be stored and shown: 1 to \a longest units of UTF-16, no control characters.
bool isPlain(QStringView text, qsizetype longest = 100);

}
