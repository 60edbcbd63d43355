#pragma once

#include "core/desk/papernumbers.h"

#include <QWidget>

namespace desk {
class NumberLeases;
}

class EmptyState;
class InlineMessage;
class NumbersModel;
class QKeyEvent;
class QLabel;
class QStackedLayout;
class QTableView;
class ReasonBar;
class SectionHeader;
class SeriesModel;

/// The book of legal numbers: every series with what was given, voided and is left; inside one, each number with its case.
class NumbersPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a numbers and \a leases outlive the page. \a leases: what the hub leases; null: there is no such thing.
    explicit NumbersPage(desk::PaperNumbers &numbers, desk::NumberLeases *leases = nullptr, QWidget *parent = nullptr);

    /// Saves the open series, or the list of all series, to \a file (.xlsx or .csv) and says so.
    void saveTo(const QString &file);

signals:
    void leaveRequested();
    void openRequested(const QString &caseId);
    /// A file to save to is wanted, perhaps called \a name (without ending): answered by saveTo().
    void saveRequested(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildCard();
    QWidget *buildKeys();
    bool take(const QKeyEvent &press);
    bool isInside() const { return m_isInside; }
    void refresh();
    void openSeries();
    void leaveSeries();
    void askToVoid();
    void voidNumber();
    void showState();
    void showSource();
    void showEmptyWords();
    const desk::SeriesLine *currentSeries() const;
    const desk::NumberLine *currentNumber() const;
    base::Result<QList<QStringList>> rowsToSave() const;

    desk::PaperNumbers &m_numbers;
    desk::NumberLeases *const m_leases;
    QLabel *const m_source;
    SeriesModel *const m_series;
    NumbersModel *const m_lines;
    SectionHeader *const m_head;
    QTableView *const m_seriesTable;
    QTableView *const m_linesTable;
    EmptyState *const m_empty;
    ReasonBar *const m_void;
    InlineMessage *const m_message;
    QStackedLayout *const m_stack;
    QWidget *m_seriesKeys = nullptr;
    QWidget *m_linesKeys = nullptr;
    desk::NumberSeries m_chosen; ///< series that stays chosen when the list is read again
    bool m_isInside = false; ///< one series is open
    std::optional<base::Error> m_fault; ///< of reading the series
};
