#pragma once

#include "ui/case/caseview.h"

#include <QWidget>

class Badge;
class QLabel;

/// The strip above the panes of a case: which matter and number, whose (masked), where it stands, what ends next.
class CaseHead final : public QWidget
{
    Q_OBJECT

public:
    explicit CaseHead(QWidget *parent = nullptr);

    void show(const CaseView &view);
    QString standing() const;

signals:
    void leaveRequested();
    /// The pictures of the case are wanted.
    void scansRequested();
    /// The copy card of this filed case is wanted.
    void copyCardRequested();

private:
    QLabel *const m_matter;
    Badge *const m_sample;
    QLabel *const m_number;
    QLabel *const m_applicant;
    QLabel *const m_standing;
    Badge *const m_next;
};
