#pragma once

#include "core/desk/guidereading.h"

#include <QTimer>
#include <QWidget>

#include <array>

class PaperPreview;
class QLabel;
class QPushButton;
class QStackedLayout;
class VersionCompare;

/// One guide as it will be printed: the full guide, the leaflet, or two versions side by side.
class GuideReader final : public QWidget
{
    Q_OBJECT

public:
    enum class View { Full, Concise, Compare };

    /// \a reading outlives the reader.
    explicit GuideReader(const desk::GuideReading &reading, QWidget *parent = nullptr);

    /// Shows \a line soon, so that stepping through a list is not held up by papers nobody looks at; nothing: says so.
    void show(const std::optional<desk::MatterLine> &line);
    void setView(View view);
    View view() const { return m_view; }
    /// What would be printed now; of a comparison the full guide in use.
    desk::GuideReading::Leaf leaf() const;
    /// The keys go to what can be moved in: the paper, or the versions.
    void takeFocus();

signals:
    void viewRequested(View view);
    void consultRequested();
    void openRequested();

private:
    QLayout *buildHead();
    QLayout *buildActs();
    void showNow();

    const desk::GuideReading &m_reading;
    std::optional<desk::MatterLine> m_line;
    View m_view = View::Full;
    QTimer m_pause;
    QLabel *const m_name;
    QLabel *const m_facts;
    std::array<QPushButton *, 3> m_views{};
    std::array<QPushButton *, 2> m_acts{};
    PaperPreview *const m_preview;
    VersionCompare *const m_compare;
    QStackedLayout *const m_stack;
};
