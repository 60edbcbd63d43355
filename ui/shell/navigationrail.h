#pragma once

#include <QList>
#include <QToolButton>

class QButtonGroup;
class QVBoxLayout;

/// One entry of the rail: icon above a short text; the current one is marked.
class RailButton final : public QToolButton
{
    Q_OBJECT

public:
    RailButton(const QString &icon, const QString &text, const QString &key, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_quiet;
    QIcon m_current;
};

/// The dark strip at the left: which page is shown, and help at its foot. It takes no focus: its entries have keys of their own.
class NavigationRail final : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent);

    /// Adds an entry at the end and gives its place, from 0. \a key is shown in its tool tip.
    int add(const QString &icon, const QString &text, const QString &key);
    void setCurrent(int place);
    int current() const;

signals:
    void chosen(int place);
    void helpRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *const m_buttons;
    QVBoxLayout *const m_entries;
};
