#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace devices {

/// The printers of this PC as one door.
class Printer
{
public:
    enum class State { Ready, Stopped, None, NoService };
    virtual ~Printer() = default;

    /// Name of the printer that print() would use, and whether it takes jobs now. Never blocks longer than a second.
    struct Status {
        State state = State::None;
        QString name;
        QString detail; ///< the system's own words when it is stopped
    };
    virtual Status status() const = 0;

    /// Hands \a pdf to the printer under \a title (no person data: titles are seen in queues). Gives "printer, job" or
    /// Error::Device. The bytes go through memory only, never through a file of ours.
    virtual base::Result<QString> print(const QByteArray &pdf, const QString &title) = 0;
};

/// The default printer of CUPS.
class CupsPrinter final : public Printer
{
public:
    Status status() const override;
    base::Result<QString> print(const QByteArray &pdf, const QString &title) override;
};

}
