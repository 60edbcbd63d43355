#pragma once

#include "core/desk/guidereading.h"

#include <QWidget>

class DifferencesModel;
class EmptyState;
class PaperPreview;
class QComboBox;
class QLabel;
class QListView;
class QStackedLayout;
class SectionHeader;

/// One matter in two versions: what differs in words, below it both full guides side by side, scrolled together.
class VersionCompare final : public QWidget
{
    Q_OBJECT

public:
    /// \a reading outlives this.
    explicit VersionCompare(const desk::GuideReading &reading, QWidget *parent = nullptr);

    /// The other versions at hand are offered, the newest is compared at once; without one it is said what to do.
    void show(const domain::GuideRef &ref);

private:
    QWidget *buildComparison();
    QWidget *buildSide(QLabel *caption, PaperPreview *preview);
    void compare();
    void showSentences();
    void showSide(QLabel &caption, PaperPreview &preview, const QString &words, const domain::GuideRef &ref);

    const desk::GuideReading &m_reading;
    domain::GuideRef m_ref;
    DifferencesModel *const m_differences;
    QComboBox *const m_versions;
    SectionHeader *const m_head;
    QListView *const m_sentences;
    QLabel *const m_oldCaption;
    QLabel *const m_nowCaption;
    PaperPreview *const m_old;
    PaperPreview *const m_now;
    EmptyState *const m_alone;
    QStackedLayout *const m_stack;
};
