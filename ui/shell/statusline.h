#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

/// What the status line speaks about, from left to right.
enum class Segment { Person, Saved, Network, Copies, Printer, Key, Clock, Version };

/// The line at the foot of the window: is the work safe, is anybody connected, will it print.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent);

    /// \a role: Muted when all is as it should be, Good, Warn or Bad when it is worth a look. Empty \a text hides the segment.
    void set(Segment segment, const QString &text, theme::Colour role);
    QString text(Segment segment) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Place {
        QLabel *icon = nullptr;
        QLabel *words = nullptr;
    };
    Place &place(Segment segment) { return m_places[static_cast<size_t>(segment)]; }

    Place m_places[static_cast<size_t>(Segment::Version) + 1];
};
