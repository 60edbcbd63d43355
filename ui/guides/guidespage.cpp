#include "ui/guides/guidespage.h"

#include "ui/guides/guidelist.h"
#include "ui/guides/importpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QDir>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>

using namespace Qt::StringLiterals;
using Level = InlineMessage::Level;
using View = GuideReader::View;

namespace {

constexpr int listWidth = theme::space(100);

}

GuidesPage::GuidesPage(desk::GuideReading &reading, QWidget *parent) :
    QWidget(parent), m_reading(reading), m_message(new InlineMessage(this)), m_list(new GuideList(reading, this)),
    m_reader(new GuideReader(reading, this)), m_import(new ImportPanel(reading, this))
{
    m_list->setFixedWidth(listWidth);
    m_import->hide();
    auto *parts = new QHBoxLayout;
    parts->setSpacing(theme::space(4));
    parts->addWidget(m_list);
    parts->addWidget(m_reader, 1);
    parts->addWidget(m_import, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), theme::space(3));
    layout->setSpacing(theme::space(3));
    layout->addWidget(m_message);
    layout->addLayout(parts, 1);
    layout->addWidget(keyLine({{u"Enter"_s, tr("read")},
                               {u"F5"_s, tr("filters")},
                               {u"F6"_s, tr("filters off")},
                               {u"F8"_s, tr("import a guide pack …")},
                               {u"Ctrl+P"_s, tr("print")},
                               {u"Ctrl+S"_s, tr("PDF")},
                               {u"Esc"_s, tr("back")}},
                              this));
    setFocusProxy(m_list);
    listen();
    m_reader->show(m_list->current());
    connect(m_message, &InlineMessage::told, this, [this] { m_saysSent = false; });
}

void GuidesPage::listen()
{
    const auto on = [this](const QKeySequence &key, const auto &act) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(Qt::Key_F2, [this] { setView(View::Full); });
    on(Qt::Key_F3, [this] { setView(View::Concise); });
    on(Qt::Key_F4, [this] { setView(View::Compare); });
    on(Qt::Key_F5, [this] {
        showList();
        m_list->goToFilters();
    });
    on(Qt::Key_F6, [this] {
        showList();
        m_list->clearFilters();
    });
    on(Qt::Key_F7, [this] { consult(); });
    on(Qt::Key_F8, [this] { emit packFileRequested(); });
    on(Qt::CTRL | Qt::Key_Return, [this] { open(); });
    on(Qt::CTRL | Qt::Key_Enter, [this] { open(); });
    on(QKeySequence::Print, [this] { print(); });
    on(QKeySequence::Save, [this] { save(); });
    connect(m_list, &GuideList::currentChanged, this, [this] {
        m_message->dismiss();
        m_reader->show(m_list->current());
    });
    connect(m_list, &GuideList::readRequested, this, &GuidesPage::read);
    connect(m_reader, &GuideReader::viewRequested, this, &GuidesPage::setView);
    connect(m_reader, &GuideReader::consultRequested, this, &GuidesPage::consult);
    connect(m_reader, &GuideReader::openRequested, this, &GuidesPage::open);
    connect(m_import, &ImportPanel::imported, this, &GuidesPage::showImported);
    connect(m_import, &ImportPanel::leaveRequested, this, &GuidesPage::leaveImport);
}

void GuidesPage::setView(View view)
{
    const bool wasReading = m_reader->view() != View::Compare && m_reader->isAncestorOf(focusWidget());
    m_message->dismiss();
    m_import->hide();
    m_reader->setVisible(true);
    m_reader->setView(view);
    // Two papers side by side need the whole width.
    m_list->setVisible(view != View::Compare);
    if (view == View::Compare || wasReading)
        m_reader->takeFocus();
    else
        m_list->setFocus(Qt::ShortcutFocusReason);
}

void GuidesPage::showList()
{
    if (m_reader->view() == View::Compare)
        setView(View::Full);
}

void GuidesPage::read()
{
    if (m_list->current())
        m_reader->takeFocus();
}

void GuidesPage::open()
{
    if (const auto line = m_list->current())
        emit openRequested(line->ref);
}

void GuidesPage::consult()
{
    if (const auto line = m_list->current())
        emit consultRequested(line->ref);
}

QString GuidesPage::paperName() const
{
    return m_reader->leaf() == desk::GuideReading::Leaf::Concise ? tr("The leaflet") : tr("The full guide");
}

void GuidesPage::print()
{
    const auto line = m_list->current();
    if (!line || m_import->isVisible())
        return;
    const base::Result<desk::LoosePapers::Sent> printed = m_reading.print(line->ref, m_reader->leaf());
    emit paperProduced();
    if (!printed) {
        m_message->tell(Level::Warning, words::sentence(printed.error()), words::detail(printed.error()));
        return;
    }
    QStringList next;
    if (!printed->where.isEmpty())
        next << tr("Printer and job: %1.").arg(printed->where);
    if (m_reader->leaf() == desk::GuideReading::Leaf::Concise)
        next << (printed->bothSides ? tr("Fold it in three.")
                                    : tr("This printer prints on one side: bring both pages onto one sheet, flipped on the "
                                         "short edge; then fold in three."));
    m_message->tell(Level::Done, tr("%1 of “%2” was sent to the printer.").arg(paperName(), line->name),
                    next.join(u' '));
    m_saysSent = true;
}

void GuidesPage::takeBackSent()
{
    if (m_saysSent)
        m_message->dismiss();
}

void GuidesPage::save()
{
    const auto line = m_list->current();
    if (!line || m_import->isVisible())
        return;
    const bool isLeaflet = m_reader->leaf() == desk::GuideReading::Leaf::Concise;
    emit saveRequested(u"%1-%2-%3.pdf"_s.arg(line->ref.matter, line->ref.version, isLeaflet ? u"concise"_s : u"full"_s));
}

void GuidesPage::saveTo(const QString &file)
{
    const auto line = m_list->current();
    if (!line)
        return;
    const base::Result<> saved = m_reading.save(line->ref, m_reader->leaf(), file);
    if (saved)
        m_message->tell(Level::Done, tr("%1 of “%2” was saved as PDF.").arg(paperName(), line->name), QDir::toNativeSeparators(file));
    else
        m_message->tell(Level::Warning, words::sentence(saved.error()), saved.error().detail);
}

void GuidesPage::lookAt(const QString &file)
{
    setView(View::Full);
    m_reader->hide();
    m_import->show();
    m_import->look(file);
}

void GuidesPage::renew()
{
    m_list->refresh();
    emit guidesChanged();
}

void GuidesPage::leaveImport()
{
    m_import->hide();
    m_reader->setVisible(true);
    m_list->setFocus(Qt::OtherFocusReason);
}

void GuidesPage::showImported(const QString &what, const QString &whatNow)
{
    leaveImport();
    m_message->tell(Level::Done, what, whatNow);
    renew();
}

void GuidesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
    } else if (m_import->isVisible()) {
        leaveImport();
    } else if (m_reader->view() == View::Compare) {
        setView(View::Full);
    } else if (!m_list->isAncestorOf(focusWidget())) {
        m_list->setFocus(Qt::OtherFocusReason);
    } else {
        QWidget::keyPressEvent(event); // the window may have a notice to close
    }
}
