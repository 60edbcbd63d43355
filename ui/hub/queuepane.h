#pragma once

#include "core/desk/hublibrary.h"
#include "ui/widgets/section.h"

class EmptyState;
class PlainTable;
class QStackedLayout;

/// Everything that has not gone its way between this window and the hub, with reason and age: acts and pictures of cases, pictures of
/// others, guides, and what the hub sent and could not be used.
class QueuePane final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the pane.
    QueuePane(desk::HubLink &link, const desk::HubLibrary &library, QWidget *parent = nullptr);

    /// Reads what waits.
    void renew();
    bool isEmpty() const;

signals:
    void openRequested(const QString &caseId);
    void failed(const base::Error &error);

private:
    desk::HubLink &m_link;
    const desk::HubLibrary &m_library;
    PlainTable *const m_table;
    EmptyState *const m_nothing;
    QStackedLayout *m_stack = nullptr;
};
