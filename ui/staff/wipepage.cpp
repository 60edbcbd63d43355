#include "ui/staff/wipepage.h"

#include "ui/theme/theme.h"
#include "ui/widgets/section.h"

#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int wipeCardWidth = theme::space(160);

QString shownAt(const QDateTime &at)
{
    return at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

}

WipePage::WipePage(const QString &place, QWidget *parent) : QWidget(parent)
{
    auto *card = new Card(this);
    card->setFixedWidth(wipeCardWidth);
    card->body()->setContentsMargins(theme::space(8), theme::space(7), theme::space(8), theme::space(6));
    card->body()->setSpacing(theme::space(3));
    const auto add = [&](theme::Type type, theme::Colour colour) {
        auto *label = new QLabel(card);
        theme::dress(*label, type, colour);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        card->body()->addWidget(label);
        return label;
    };
    m_title = add(theme::Type::Title, theme::Colour::Text);
    add(theme::Type::Body, theme::Colour::Muted)->setText(place);
    m_state = add(theme::Type::Body, theme::Colour::Text);
    m_order = add(theme::Type::Body, theme::Colour::Text);
    m_unsent = add(theme::Type::Body, theme::Colour::Text);
    m_next = add(theme::Type::Body, theme::Colour::Text);
    card->body()->addWidget(hairline(card));
    m_report = add(theme::Type::Caption, theme::Colour::Muted);
    m_close = new QPushButton(tr("Close"), card);
    m_close->setShortcut(Qt::Key_Escape);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    card->body()->addWidget(m_close, 0, Qt::AlignRight);
    auto *centre = new QGridLayout(this);
    centre->addWidget(card, 1, 1);
    for (const int edge : {0, 2}) {
        centre->setRowStretch(edge, 1);
        centre->setColumnStretch(edge, 1);
    }
    setWindowTitle(tr("Yichuang"));
    setAccessibleName(tr("This window is wiped"));
}

void WipePage::showOrder(const desk::WipeRecord &record)
{
    const wire::WipeOrder &order = record.wipe.order;
    m_order->setText(tr("Ordered by the security administrator of the hub %1 on %2. Reason: %3")
                         .arg(record.hub.toString(), shownAt(order.orderedAt), order.reason));
}

void WipePage::showSending(const desk::WipeRecord &record, int left)
{
    m_title->setText(tr("The hub ordered this window to be wiped"));
    m_state->setText(tr("Nothing can be done here any more. What was not uploaded goes to the hub now; then all keys of this window's records are destroyed."));
    showOrder(record);
    m_unsent->setText(left > 0 ? tr("Still to upload: %n record(s).", nullptr, left) : tr("All records are at the hub."));
    m_next->setText(tr("Leave the PC on and connected for a moment, please. It takes two minutes at most."));
    m_report->clear();
    m_close->hide();
}

void WipePage::showWiped(const desk::WipeRecord &record, const QString &folder)
{
    m_title->setText(tr("This window was wiped by order of the hub"));
    m_state->setText(tr("On %1 all keys of this window's records were destroyed. Nobody can open what is left on this PC any more.").arg(shownAt(record.wipedAt)));
    showOrder(record);
    m_unsent->setText(record.hasRemnant
                          ? tr("%n record(s) could not be uploaded any more. They lie sealed in %1, which only the hub opens: bring this file to the administrator of the hub.", nullptr, record.unsent)
                                .arg(QDir::toNativeSeparators(folder + u"/unsent.sealed"_s))
                          : tr("Every record of this window is at the hub."));
    if (record.pictures > 0)
        m_unsent->setText(m_unsent->text() + u' ' + tr("%n picture(s) of papers could not be uploaded and are lost: take them again.", nullptr, record.pictures));
    m_next->setText(tr("Citizens are served at the other windows. If this PC is to be a window again: your technician saves that file, empties the folder %1 and enrols the window anew with a code of the hub.")
                        .arg(QDir::toNativeSeparators(folder)));
    m_report->setText(record.isReported ? tr("The hub knows that this was done.") : tr("The hub is told as soon as it can be reached; leave this page open."));
    m_close->show();
    m_close->setFocus();
}

void WipePage::showUnfinished(const desk::WipeRecord &record, const base::Error &error)
{
    m_title->setText(tr("The hub ordered this window to be wiped"));
    m_state->setText(tr("Nothing can be done here any more. Not everything could be destroyed yet; it is tried again and at every start."));
    showOrder(record);
    m_unsent->clear();
    m_next->setText(tr("Unlock the key store of this desktop, or call your technician. For your technician: %1 %2").arg(error.place, error.detail));
    m_report->clear();
    m_close->show();
    m_close->setFocus();
}
