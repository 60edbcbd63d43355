#include "core/desk/printpaper.h"

#include "core/base/durablefile.h"
#include "core/devices/printer.h"
#include "core/papers/sheet.h"

#include <QUuid>

#include <algorithm>

namespace desk {

using namespace domain;

namespace {

base::Result<QByteArray> pdfOf(const CaseWork &work, const PrintAct &act)
{
    return work.issuedPaper(act.paper, act.copy).and_then([](const papers::Paper &paper) {
        return papers::Sheet(paper).pdf();
    });
}

}

tl::expected<QString, Undone> PrintPaper::print(CaseWork &work, const PaperRef &paper)
{
    return produce(work, paper,
                   [this](const QByteArray &pdf, const QString &title) { return m_printer.print(pdf, title); });
}

tl::expected<QString, Undone> PrintPaper::save(CaseWork &work, const PaperRef &paper, const QString &file)
{
    return produce(work, paper,
                   [&file](const QByteArray &pdf, const QString &) {
                       return base::writeChosen(file, pdf).map([] { return QStringLiteral("PDF"); });
                   })
        .and_then([&](const QString &saved) -> tl::expected<QString, Undone> {
            // A file that is written is in hand.
            if (const Done confirmed = work.perform(ConfirmPrint{work.file().prints.last().id}); !confirmed)
                return tl::unexpected(confirmed.error());
            return saved;
        });
}

tl::expected<QString, Undone> PrintPaper::produce(CaseWork &work, const PaperRef &paper, const Output &output)
{
    const QString print = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Done requested = work.perform(RequestPrint{print, paper}); !requested)
        return tl::unexpected(requested.error());
    const PrintAct act = *std::ranges::find(work.file().prints, print, &PrintAct::id);
    const base::Result<QString> handedOver = pdfOf(work, act).and_then(
        [&](const QByteArray &pdf) { return output(pdf, work.file().number); });
    const Command report = handedOver ? Command(ReportSpooled{print, *handedOver})
                                      : Command(ReportPrintFailed{print, handedOver.error().detail});
    if (const Done reported = work.perform(report); !reported)
        return tl::unexpected(reported.error());
    if (!handedOver)
        return tl::unexpected(Undone{{}, handedOver.error()});
    return *handedOver;
}

}
