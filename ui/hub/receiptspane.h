#pragma once

#include "core/desk/hublink.h"
#include "ui/widgets/section.h"

class PlainTable;

/// The receipts that were printed here, day by day, and what the hub has of them. What differs names its case.
class ReceiptsPane final : public QWidget
{
    Q_OBJECT

public:
    /// \a link outlives the pane.
    explicit ReceiptsPane(desk::HubLink &link, QWidget *parent = nullptr);

    void renew();

signals:
    void numberRequested(const QString &number);
    void failed(const base::Error &error);

private:
    desk::HubLink &m_link;
    PlainTable *const m_table;
};
