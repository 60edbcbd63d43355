#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

/// The head of a part of a page: title, a quiet caption beside it, and at the right end whatever belongs to the part.
class SectionHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A few quiet words, e.g. how many; empty for none.
    void setCaption(const QString &caption);
    /// Puts \a widget at the right end and owns it.
    void addAside(QWidget *widget);

private:
    QLabel *const m_title;
    QLabel *const m_caption;
    QHBoxLayout *const m_layout;
};

/// White ground with a hairline around, for one part of a page. Never put one into another.
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }

private:
    QVBoxLayout *const m_body;
};

/// A horizontal line of one pixel between two things.
QFrame *hairline(QWidget *parent);
