#pragma once

#include "core/domain/plan.h"

#include <QScrollArea>

class QLabel;

/// What the clerk should look at on one material: its checkpoints, notes, and where they come from.
class MaterialNotes final : public QScrollArea
{
    Q_OBJECT

public:
    explicit MaterialNotes(QWidget *parent = nullptr);

    void show(const domain::Plan::MaterialLine &line);
    void showNothing();
    QSize sizeHint() const override { return minimumSize(); }

private:
    QWidget *const m_page;
    QLabel *const m_checkpoints;
    QLabel *const m_notes;
    QLabel *const m_source;
};
