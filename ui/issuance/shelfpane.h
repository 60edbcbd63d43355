#pragma once

#include "core/desk/shelflist.h"

#include <QWidget>

class EmptyState;
class QListView;
class QPushButton;
class QStackedLayout;
class SectionHeader;
class ShelfModel;

/// The lines: one part of the shelf list, or what was found for a number. Has no keyboard of its own.
class ShelfPane final : public QWidget
{
    Q_OBJECT

public:
    /// \a shelf outlives the pane.
    explicit ShelfPane(const desk::ShelfList &shelf, QWidget *parent = nullptr);

    desk::ShelfKind kind() const { return m_kind; }
    void chooseKind(desk::ShelfKind kind);
    void stepKind(int parts);

    /// Shows what is found for \a typed, the first of it chosen; an error leaves everything as it is.
    base::Result<> find(const QString &typed);
    /// What the lines were found for; empty: a part of the list is shown.
    QString searched() const { return m_searched; }
    /// A case that was found and has nothing on the shelf; empty: none.
    QString finished() const { return m_finished; }
    void leaveFound();

    /// Reads again what is seen. The chosen result stays chosen; when it is gone, the one in its place is.
    void refresh();
    void step(int rows);
    /// Null: nothing is chosen.
    const desk::ShelfEntry *current() const;
    void toggleMark();
    void clearMarks();
    QList<desk::ShelfEntry> marked() const;
    /// The cases of the marked results, each once; when none is marked, of all that are shown.
    QStringList casesWanted();
    int count(desk::ShelfKind kind) const { return m_counts[size_t(kind)]; }

signals:
    void currentChanged();
    void activated();

private:
    QWidget *buildKinds();
    QWidget *buildList();
    void showCounts();
    void showState();
    QStringList emptyWords() const;

    const desk::ShelfList &m_shelf;
    ShelfModel *const m_model;
    QListView *const m_view;
    SectionHeader *const m_head;
    EmptyState *const m_empty;
    QStackedLayout *const m_stack;
    QList<QPushButton *> m_kinds;
    desk::ShelfTally m_counts{};
    desk::ShelfKind m_kind = desk::ShelfKind::All;
    QString m_searched;
    QString m_finished;
};
