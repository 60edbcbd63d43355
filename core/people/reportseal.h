#pragma once

#include "core/people/windowkey.h"

#include <optional>

namespace people {

/// \a text, in letters that a QR code holds well (0–9 A–Z $%*+-./:), with the signature of \a key behind a '.', in such letters too.
QString signedReport(const WindowKey &key, const QString &text);
/// Which of \a known signed the code of a report as it was scanned; nothing when it was none of them or something was changed.
std::optional<WindowCard> signerOfReport(const QString &scanned, const QList<WindowCard> &known);

}
