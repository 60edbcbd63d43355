#pragma once

#include "core/base/result.h"
#include "core/devices/scanner.h"

#include <optional>

namespace desk {

/// How this window scans (scanner.json of the profile): scanner, glass or feeder, colour, resolution, as chosen last.
class ScanHabit final
{
public:
    /// Reads \a file. What cannot be read leaves everything to the scanner, see fault(); the file stays as it is until somebody
    /// chooses again.
    explicit ScanHabit(const QString &file);

    const devices::ScanWish &wish() const { return m_wish; }
    /// From now on, durably. Error::Storage leaves everything as it was.
    base::Result<> set(const devices::ScanWish &wish);
    const std::optional<base::Error> &fault() const { return m_fault; }

private:
    base::Result<> read(const QByteArray &bytes);

    const QString m_file;
    devices::ScanWish m_wish;
    std::optional<base::Error> m_fault;
};

}
