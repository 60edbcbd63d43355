#pragma once

#include "core/desk/shelflist.h"
#include "ui/case/caseview.h"
#include "ui/issuance/issuanceforms.h"

#include <QWidget>

class Badge;
class KeyButton;
class QLabel;
class QScrollArea;

/// All about the chosen result, and the keys of what can be done with it.
class ResultPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ResultPane(QWidget *parent = nullptr);

    /// \a view is the case of \a entry, or null when it could not be read.
    void show(const desk::ShelfEntry &entry, const CaseView *view);
    /// Nothing is chosen.
    void clear();
    /// What is shown, for tests and readers of the screen.
    QString text() const;

signals:
    void wanted(IssuanceAct act);

private:
    QLabel *addPart(const QString &title);
    static void fill(QLabel *part, const QStringList &lines);

    QLabel *const m_name;
    QLabel *const m_whose;
    Badge *const m_state;
    QLabel *const m_hint;
    QWidget *const m_facts;
    QScrollArea *const m_scroll;
    QLabel *m_result = nullptr;
    QLabel *m_collection = nullptr;
    QLabel *m_custody = nullptr;
    QLabel *m_citizen = nullptr;
};
