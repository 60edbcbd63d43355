#include "ui/printing/againbar.h"

#include "ui/printing/printwords.h"
#include "ui/printing/reasonbar.h"
#include "ui/widgets/choicebox.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPrinters = 8; ///< with the usual one: one digit each

}

AgainBar::AgainBar(QWidget *parent)
    : QWidget(parent), m_bar(new ReasonBar(printwords::reasons(), tr("print"), this)), m_printer(new ChoiceBox(m_bar))
{
    m_printer->setAccessibleName(tr("Printer"));
    m_bar->add(m_printer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    connect(m_bar, &ReasonBar::dropped, this, [this] {
        hide();
        emit dropped();
    });
    connect(m_bar, &ReasonBar::given, this, [this] {
        hide();
        emit wanted({m_bar->reason(), m_names.value(m_printer->currentIndex())});
    });
    hide();
}

void AgainBar::ask(const QString &what, const QList<devices::PrinterFace> &printers)
{
    m_names = {QString()};
    QStringList shown{tr("as set")};
    for (const devices::PrinterFace &printer : printers.first(std::min<qsizetype>(printers.size(), mostPrinters))) {
        m_names << printer.name;
        shown << printer.name + u" · "_s + printwords::state(printer);
    }
    m_printer->setChoices(shown);
    m_printer->setCurrentIndex(0);
    show();
    m_bar->ask(tr("Print again: %1").arg(what));
}
