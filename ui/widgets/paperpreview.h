#pragma once

#include <QSizeF>
#include <QWidget>

#include <functional>

class EmptyState;
class PaperView;
class QStackedLayout;

/// Shows the pages of a paper as wide as there is room, one below the other, sharp at any scale; or says why there is none.
class PaperPreview final : public QWidget
{
    Q_OBJECT

public:
    /// Gives page \a page (from 0) drawn at \a scale device pixels per point (1/72 inch).
    using Picture = std::function<QImage(int page, double scale)>;

    static constexpr QSizeF a4{595.276, 841.890}; ///< points

    explicit PaperPreview(QWidget *parent = nullptr);

    /// \a picture is asked for a page when it is first seen, and again when the width changes. \a page is the size of each in
    /// points.
    void showPages(int count, Picture picture, QSizeF page = a4);
    /// Nothing to show yet: a sentence and what to do first.
    void showNothing(const QString &sentence, const QString &whatToDo);
    /// The paper could not be made: why, and what to do.
    void showError(const QString &sentence, const QString &whatToDo);

    /// From now on this and \a other, which has pages of the same size and width, show the same height of the paper.
    void scrollWith(PaperPreview &other);

private:
    EmptyState *const m_words;
    PaperView *const m_view;
    QStackedLayout *const m_layout;
};
