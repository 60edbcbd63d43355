#include "ui/shell/statusline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;
using theme::Colour;

namespace {

QString iconOf(Segment segment, Colour role)
{
    switch (segment) {
    case Segment::Person: return u"person"_s;
    case Segment::Saved: return role == Colour::Bad ? u"warning"_s : u"save"_s;
    case Segment::Network: return role == Colour::Good ? u"online"_s : u"offline"_s;
    case Segment::Copies: return role == Colour::Bad ? u"warning"_s : u"save"_s;
    case Segment::Printer: return role == Colour::Bad || role == Colour::Warn ? u"printer-off"_s : u"print"_s;
    case Segment::Key: return u"key"_s;
    case Segment::Clock: return u"clock"_s;
    case Segment::Version: return {};
    }
    Q_UNREACHABLE();
}

}

StatusLine::StatusLine(QWidget *parent) :
    QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space(4), 1, theme::space(4), 0);
    layout->setSpacing(theme::space(1));
    setFixedHeight(theme::space(8));
    setAccessibleName(tr("Status"));
    for (const Segment segment :
         {Segment::Person, Segment::Saved, Segment::Network, Segment::Copies, Segment::Printer, Segment::Key, Segment::Clock, Segment::Version}) {
        if (segment == Segment::Clock)
            layout->addStretch(1);
        place(segment) = {new QLabel(this), new QLabel(this)};
        place(segment).words->setTextFormat(Qt::PlainText);
        layout->addWidget(place(segment).icon);
        layout->addWidget(place(segment).words);
        if (segment != Segment::Version)
            layout->addSpacing(theme::space(4));
        set(segment, {}, Colour::Muted);
    }
}

void StatusLine::set(Segment segment, const QString &text, Colour role)
{
    constexpr int side = theme::space(4);
    const Place &at = place(segment);
    const QString icon = iconOf(segment, role);
    if (!icon.isEmpty())
        at.icon->setPixmap(theme::icon(icon, role).pixmap(QSize(side, side), devicePixelRatioF()));
    theme::dress(*at.words, theme::Type::Caption, role);
    at.words->setText(text);
    at.words->setVisible(!text.isEmpty());
    at.icon->setVisible(!text.isEmpty() && !icon.isEmpty());
}

QString StatusLine::text(Segment segment) const
{
    return m_places[static_cast<size_t>(segment)].words->text();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::colour(Colour::Surface));
    painter.fillRect(0, 0, width(), 1, theme::colour(Colour::Line));
}
