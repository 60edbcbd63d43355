#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

/// Stands where nothing is yet: an icon, a sentence that says so, and what to do first.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &icon, const QString &sentence, const QString &whatToDo, QWidget *parent = nullptr);

    void setTexts(const QString &icon, const QString &sentence, const QString &whatToDo);

private:
    QLabel *const m_picture;
    QLabel *const m_sentence;
    QLabel *const m_whatToDo;
};
