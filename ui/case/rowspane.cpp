#include "ui/case/rowspane.h"

#include "ui/case/rowdelegate.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

void PaneModel::show(const QList<PaneRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int PaneModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaneModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaneRow &row = m_rows[index.row()];
    if (role == RowRole)
        return QVariant::fromValue(row);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        QStringList parts{row.text, row.detail, row.badge.text};
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }
    return {};
}

RowsPane::RowsPane(const QString &title, const QString &key, RowShape shape, const QString &empty, QWidget *parent)
    : StepCard(0, title, key, parent), m_model(new PaneModel(this)), m_list(new QListView(this)),
      m_empty(new QLabel(empty, this))
{
    theme::dress(*m_empty, theme::Type::Caption, theme::Colour::Muted);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(shape, m_list));
    m_list->setAccessibleName(title);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_empty, 1);
    setFocusProxy(m_list);
    show(QList<PaneRow>{});
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const QString id = index.data(PaneModel::RowRole).value<PaneRow>().id; !id.isEmpty())
            emit taken(id);
    });
}

QString RowsPane::currentId() const
{
    return m_list->currentIndex().data(PaneModel::RowRole).value<PaneRow>().id;
}

void RowsPane::show(const QList<PaneRow> &rows)
{
    const int row = m_list->currentIndex().row();
    m_model->show(rows);
    m_list->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    if (!rows.isEmpty())
        m_list->setCurrentIndex(m_model->index(qBound(0, row, int(rows.size()) - 1)));
}

bool RowsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return StepCard::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (press->key() != Qt::Key_Return && press->key() != Qt::Key_Enter)
        return StepCard::eventFilter(watched, event);
    if (const QString id = m_list->currentIndex().data(PaneModel::RowRole).value<PaneRow>().id; !id.isEmpty())
        emit taken(id);
    return true;
}
