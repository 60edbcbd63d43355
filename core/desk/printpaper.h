#pragma once

#include "core/desk/casework.h"

#include <functional>

namespace devices {
class Printer;
}

namespace desk {

/// Prints or saves a paper of a case. The act is in the journal before a byte leaves the program, and so is what became of it.
/// Nothing ever blocks another print.
class PrintPaper final
{
public:
    explicit PrintPaper(devices::Printer &printer) : m_printer(printer) { }

    /// Prints \a paper of \a work; the copy counts up and is marked. Gives "printer, job".
    tl::expected<QString, Undone> print(CaseWork &work, const domain::PaperRef &paper);
    /// Writes the same PDF to \a file (whole or not at all). Counts as a copy.
    tl::expected<QString, Undone> save(CaseWork &work, const domain::PaperRef &paper, const QString &file);

private:
    using Output = std::function<base::Result<QString>(const QByteArray &pdf, const QString &title)>;
    tl::expected<QString, Undone> produce(CaseWork &work, const domain::PaperRef &paper, const Output &output);

    devices::Printer &m_printer;
};

}
