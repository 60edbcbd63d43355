#pragma once

#include "core/desk/guidereading.h"

#include <QWidget>

class EmptyState;
class FilterBar;
class FindingsModel;
class QListView;
class QStackedLayout;
class SearchField;
class SectionHeader;

/// Which guide to read: what is typed and what is filtered leave these matters. The cursor stays in the field while the list is
/// walked.
class GuideList final : public QWidget
{
    Q_OBJECT

public:
    /// \a reading is asked at every key press and outlives the list.
    explicit GuideList(const desk::GuideReading &reading, QWidget *parent = nullptr);

    /// Asks again, as after an import; the current matter stays current, in the version that is in use now.
    void refresh();
    /// The line that is current; nothing when no matter fits.
    std::optional<desk::MatterLine> current() const;

    void goToFilters();
    void clearFilters();

signals:
    void currentChanged();
    void readRequested();

private:
    void find();
    void step(int rows);
    void showCount(int found);

    const desk::GuideReading &m_reading;
    FindingsModel *const m_findings;
    SearchField *const m_field;
    FilterBar *const m_filters;
    SectionHeader *const m_head;
    QListView *const m_list;
    EmptyState *const m_nothing;
    QStackedLayout *const m_stack;
};
