#pragma once

#include "core/desk/oversight.h"
#include "ui/widgets/section.h"

class QLabel;

/// One of two acts that contradict each other: what it says, who did it, when, at which window.
class ActCard final : public QWidget
{
    Q_OBJECT

public:
    /// \a key chooses it.
    explicit ActCard(const QString &key, QWidget *parent = nullptr);

    struct Side {
        QString title; ///< whether it counts now
        QString value; ///< what it says of the matter of dispute; may be empty
        QString act; ///< what was done, in words
        QString who; ///< clerk, moment, window
        bool operator==(const Side &) const = default;
    };
    void show(const Side &side);
    /// It is the one that shall count.
    void setChosen(bool chosen);
    using QWidget::show;

private:
    Card *const m_card;
    SectionHeader *const m_head;
    QLabel *const m_value;
    QLabel *const m_act;
    QLabel *const m_who;
    QString m_title;
};
