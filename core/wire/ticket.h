#pragma once

#include "core/base/result.h"

#include <QString>

namespace wire {

/// What a window must be told so that it can enrol, as one line that a QR code holds and a scanner types:
/// yichuang-hub:enrol?hub=https%3A%2F%2Fhub.example&code=K7QM-2F9D-XW4H-PB3T&region=410300&window=101
struct Ticket {
    QString hub; ///< http or https address, without a slash at the end
    QString code; ///< one-time, in groups
    QString regionCode; ///< GB/T 2260
    QString windowCode; ///< three digits
    bool operator==(const Ticket &) const = default;
};

/// ASCII only.
QString toText(const Ticket &ticket);
/// Error::Document when \a text is no such line.
base::Result<Ticket> ticketFrom(const QString &text);

}
