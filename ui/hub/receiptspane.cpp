#include "ui/hub/receiptspane.h"

#include "core/domain/casenumber.h"
#include "ui/hub/hubwords.h"
#include "ui/hub/plaintable.h"
#include "ui/words/words.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int daysShown = 31;

}

ReceiptsPane::ReceiptsPane(desk::HubLink &link, QWidget *parent)
    : QWidget(parent), m_link(link), m_table(new PlainTable(tr("Receipts and the hub"), {tr("Day or case"), tr("How it stands")}, this))
{
    auto *card = new Card(this);
    auto *head = new SectionHeader(tr("Receipts and the hub"), card);
    head->setCaption(tr("every printed receipt must be there"));
    card->body()->addWidget(head);
    card->body()->addWidget(m_table, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    setFocusProxy(m_table);
    connect(m_table, &PlainTable::opened, this, [this](const QString &key) {
        if (domain::readCaseNumber(key)) // a day has no case
            emit numberRequested(key);
    });
}

void ReceiptsPane::renew()
{
    const auto days = m_link.place() ? m_link.receiptDays(daysShown) : base::Result<QList<journal::ReceiptDay>>();
    if (!days) {
        emit failed(days.error());
        return;
    }
    QList<PlainTable::Row> rows;
    for (const journal::ReceiptDay &day : *days) {
        rows.append({{words::day(day.day), hubwords::receipts(day)}, day.day.toString(Qt::ISODate)});
        for (const QString &number : day.unknownToHub)
            rows.append({{domain::groupedNumber(number), hubwords::notAtHub()}, number});
        for (const QString &number : day.notListed)
            rows.append({{domain::groupedNumber(number), hubwords::onlyAtHub()}, number});
    }
    m_table->show(rows);
}
