#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>

#include <optional>

namespace desk {

/// Where one kind of paper goes, and how.
struct PrintRoute {
    enum class Sides { Auto, One, LongEdge, ShortEdge }; ///< Auto: a leaflet is turned on the short edge, three pages and more on the long
    enum class Layout { Auto, A4, Roll }; ///< Auto: as the printer is
    QString printer; ///< queue; empty: the usual printer
    QString tray; ///< empty: the printer chooses
    int pieces = 0; ///< identical papers of one print, 1–9; 0: as many as its form says
    Sides sides = Sides::Auto;
    Layout layout = Layout::Auto;
    bool colour = false;
    bool operator==(const PrintRoute &) const = default;
};

/// The printers of this window by kind of paper (printers.json of the profile). Kinds that are not named there go to the usual
/// printer, once, black and white: nothing need be set.
class PrintRoutes final
{
public:
    /// Reads \a file. What cannot be read leaves the defaults, see fault(); the file stays as it is until somebody sets a route.
    explicit PrintRoutes(const QString &file);

    /// Of the papers of form \a form, e.g. "filing-receipt"; a form for the roll ("filing-receipt-80") goes by its wide sister.
    PrintRoute of(const QString &form) const;
    /// From now on, durably. Error::Storage leaves everything as it was.
    base::Result<> set(const QString &form, const PrintRoute &route);
    /// Why the file could not be used; nothing when all is well.
    const std::optional<base::Error> &fault() const { return m_fault; }

private:
    base::Result<> read(const QByteArray &bytes);

    QString m_file;
    QMap<QString, PrintRoute> m_routes;
    std::optional<base::Error> m_fault;
};

}
