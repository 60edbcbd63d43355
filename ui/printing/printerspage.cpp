#include "ui/printing/printerspage.h"

#include "core/desk/printjobs.h"
#include "core/desk/printqueue.h"
#include "ui/printing/printwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;
using desk::PrintRoute;

namespace {

constexpr int mostShown = 8; ///< printers or trays in a box, with the first choice: one digit each
constexpr int mostPiecesShown = 9;

}

PrintersPage::PrintersPage(desk::PrintQueue &queue, desk::PrintRoutes &routes, const QList<Kind> &kinds, QWidget *parent)
    : QWidget(parent), m_queue(queue), m_routes(routes), m_kinds(kinds), m_list(new QListWidget(this)),
      m_printers(new QListWidget(this)), m_head(new SectionHeader(QString(), this)),
      m_rawHint(new QLabel(this)), m_message(new InlineMessage(this))
{
    auto *title = new QLabel(tr("Printers"), this);
    theme::dress(*title, theme::Type::Title);
    auto *right = new QVBoxLayout;
    right->addWidget(buildRoute());
    right->addWidget(buildPrinters(), 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme::space(3));
    columns->addWidget(buildKinds(), 2);
    columns->addLayout(right, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addWidget(title);
    layout->addWidget(m_message);
    layout->addLayout(columns, 1);
    layout->addWidget(keyLine({{u"↑ / ↓"_s, tr("kind of paper")},
                               {u"Tab"_s, tr("to what is set; digits choose")},
                               {u"F5"_s, tr("look again")},
                               {u"F9"_s, tr("test page")},
                               {u"Esc"_s, tr("back to the queue")}},
                              this));
    setFocusProxy(m_list);
    setUpKeys();
    connect(m_list, &QListWidget::currentRowChanged, this, &PrintersPage::showRoute);
    connect(&queue, &desk::PrintQueue::changed, this, &PrintersPage::showPrinters);
    showKinds();
    showPrinters();
    if (routes.fault())
        m_message->tell(InlineMessage::Level::Warning, words::sentence(*routes.fault()),
                        routes.fault()->place + u": "_s + routes.fault()->detail);
}

QWidget *PrintersPage::buildKinds()
{
    auto *card = new Card(this);
    card->body()->addWidget(new SectionHeader(tr("Kinds of paper"), card));
    m_list->setAccessibleName(tr("Kinds of paper"));
    m_list->setFrameShape(QFrame::NoFrame);
    card->body()->addWidget(m_list, 1);
    return card;
}

QWidget *PrintersPage::buildRoute()
{
    auto *card = new Card(this);
    card->body()->addWidget(m_head);
    auto *form = new QFormLayout;
    const std::array<QString, choices> labels{tr("Printer"), tr("Tray"), tr("Pieces"), tr("Both sides"), tr("Layout"),
                                              tr("Colour")};
    for (const QString &label : labels) {
        auto *box = new ChoiceBox(card);
        box->setAccessibleName(label);
        form->addRow(label, box);
        connect(box, &ChoiceBox::chosen, this, &PrintersPage::store);
        connect(box, &ChoiceBox::passed, this, [this, place = m_boxes.size()] {
            m_boxes[(place + 1) % choices]->setFocus(Qt::TabFocusReason);
        });
        m_boxes << box;
    }
    QStringList numbers;
    for (int i = 1; i <= mostPiecesShown; ++i)
        numbers << tr("%n piece(s)", nullptr, i);
    numbers << tr("as its form says");
    m_boxes[Pieces]->setChoices(numbers);
    m_boxes[Sides]->setChoices({tr("by itself"), tr("one side"), tr("turned on the long edge"),
                                tr("turned on the short edge")});
    m_boxes[Layout]->setChoices({tr("as the printer is"), tr("A4"), tr("80 mm receipt")});
    m_boxes[Colour]->setChoices({tr("black and white"), tr("in colour")});
    card->body()->addLayout(form);
    theme::dress(*m_rawHint, theme::Type::Caption, theme::Colour::Muted);
    m_rawHint->setWordWrap(true);
    card->body()->addWidget(m_rawHint);
    return card;
}

QWidget *PrintersPage::buildPrinters()
{
    auto *card = new Card(this);
    card->body()->addWidget(new SectionHeader(tr("Printers of this PC"), card));
    m_printers->setAccessibleName(tr("Printers of this PC"));
    m_printers->setFrameShape(QFrame::NoFrame);
    m_printers->setFocusPolicy(Qt::NoFocus); // to be read only
    card->body()->addWidget(m_printers, 1);
    return card;
}

void PrintersPage::setUpKeys()
{
    const auto key = [this](Qt::Key press, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(press, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_Escape, [this] { emit leaveRequested(); });
    key(Qt::Key_F5, [this] { m_queue.look(); });
    key(Qt::Key_F9, [this] {
        if (const devices::PrinterFace *printer = machine())
            emit testRequested(printer->name, m_trays.value(m_boxes[Tray]->currentIndex()), m_routes.of(form()).layout);
        else
            m_message->tell(InlineMessage::Level::Warning, tr("There is no such printer."), tr("Choose another one."));
    });
}

QString PrintersPage::form() const
{
    return m_kinds.value(m_list->currentRow()).form;
}

/// The printer that the chosen kind of paper goes to.
const devices::PrinterFace *PrintersPage::machine() const
{
    const QString wanted = m_routes.of(form()).printer;
    const auto &all = m_queue.printers();
    const auto found = std::ranges::find_if(all, [&](const devices::PrinterFace &printer) {
        return wanted.isEmpty() ? printer.isUsual : printer.name == wanted;
    });
    return found == all.end() ? nullptr : &*found;
}

void PrintersPage::showKinds()
{
    const int row = qMax(0, m_list->currentRow());
    m_list->clear();
    for (const Kind &kind : m_kinds) {
        const QString printer = m_routes.of(kind.form).printer;
        m_list->addItem(printer.isEmpty() ? kind.name : tr("%1 → %2").arg(kind.name, printer));
    }
    m_list->setCurrentRow(row);
}

void PrintersPage::showRoute()
{
    const PrintRoute route = m_routes.of(form());
    m_head->setTitle(m_kinds.value(m_list->currentRow()).name);
    m_names = {QString()};
    QStringList shown{tr("the usual printer")};
    for (const devices::PrinterFace &printer : m_queue.printers().mid(0, mostShown)) {
        m_names << printer.name;
        shown << printer.name;
    }
    if (!m_names.contains(route.printer)) {
        m_names << route.printer;
        shown << tr("%1 (not there)").arg(route.printer);
    }
    m_boxes[Printer]->setChoices(shown);
    m_boxes[Printer]->setCurrentIndex(int(m_names.indexOf(route.printer)));
    const devices::PrinterFace *printer = machine();
    m_trays = {QString()};
    if (printer)
        m_trays += printer->trays.mid(0, mostShown);
    if (!m_trays.contains(route.tray))
        m_trays << route.tray;
    QStringList trays = m_trays;
    trays[0] = tr("the printer chooses");
    m_boxes[Tray]->setChoices(trays);
    m_boxes[Tray]->setCurrentIndex(int(m_trays.indexOf(route.tray)));
    m_boxes[Pieces]->setCurrentIndex(route.pieces > 0 ? route.pieces - 1 : mostPiecesShown);
    m_boxes[Sides]->setCurrentIndex(int(route.sides));
    m_boxes[Layout]->setCurrentIndex(int(route.layout));
    m_boxes[Colour]->setCurrentIndex(route.colour ? 1 : 0);
    const bool isRaw = printer && printer->raw;
    m_rawHint->setVisible(isRaw);
    if (isRaw)
        m_rawHint->setText(rawHint(*printer, route.layout));
}

/// What a queue without a driver does with the chosen kind of paper, and what to set.
QString PrintersPage::rawHint(const devices::PrinterFace &printer, PrintRoute::Layout layout) const
{
    if (layout == PrintRoute::Layout::A4)
        return tr("%1 has no driver: PDF goes to it as it is. If only letters come out, it does not print PDF: set the layout back, "
                  "or set the printer up with a driver.")
            .arg(printer.name);
    if (m_kinds.value(m_list->currentRow()).hasRoll)
        return tr("%1 has no driver: papers go to it as dots, as receipt printers (ESC/POS) take them. F9 tries it.").arg(printer.name);
    return tr("%1 has no driver and is taken for a receipt printer; this kind of paper is A4 and will not be sent to it. Choose another "
              "printer above, or set the layout to A4 if it prints PDF by itself.")
        .arg(printer.name);
}

void PrintersPage::showPrinters()
{
    m_printers->clear();
    for (const devices::PrinterFace &printer : m_queue.printers()) {
        QStringList parts{printer.name, printwords::state(printer)};
        if (printer.isUsual)
            parts << tr("the usual printer");
        if (printer.roll)
            parts << tr("80 mm receipt");
        if (printer.raw)
            parts << tr("without a driver");
        if (printer.duplex)
            parts << tr("both sides");
        parts << (printer.colour ? tr("in colour") : tr("black and white"));
        if (!printer.resolutions.isEmpty())
            parts << tr("%1 dots an inch").arg(*std::ranges::max_element(printer.resolutions));
        if (!printer.place.isEmpty())
            parts << printer.place;
        auto *item = new QListWidgetItem(theme::icon(printer.isReady() ? u"print"_s : u"printer-off"_s,
                                                     printer.isReady() ? theme::Colour::Good : theme::Colour::Bad),
                                         parts.join(u" · "_s), m_printers);
        item->setFlags(item->flags() & ~Qt::ItemIsSelectable);
    }
    if (m_queue.printers().isEmpty())
        m_printers->addItem(tr("No printer is set up, or the print service does not answer."));
    showRoute();
}

void PrintersPage::store()
{
    const auto at = [this](Choice choice) { return qMax(0, m_boxes[choice]->currentIndex()); }; // emptied: the first
    const PrintRoute route{.printer = m_names.value(at(Printer)),
                           .tray = m_trays.value(at(Tray)),
                           .pieces = at(Pieces) < mostPiecesShown ? at(Pieces) + 1 : 0,
                           .sides = PrintRoute::Sides(at(Sides)),
                           .layout = PrintRoute::Layout(at(Layout)),
                           .colour = at(Colour) == 1};
    if (const base::Result<> stored = m_routes.set(form(), route); !stored)
        m_message->tell(InlineMessage::Level::Error, words::sentence(stored.error()), stored.error().detail);
    else
        m_message->dismiss();
    showKinds();
}

void PrintersPage::tellTest(const QString &printer, const QString &why)
{
    if (why.isEmpty())
        m_message->tell(InlineMessage::Level::Done, tr("The test page was printed by %1.").arg(printer),
                        tr("Is its frame whole, its small text clear, and do both codes scan?"));
    else
        m_message->tell(InlineMessage::Level::Warning, tr("The test page did not come out of %1.").arg(printer), words::whyNotPrinted(why));
}

void PrintersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_queue.look();
}
