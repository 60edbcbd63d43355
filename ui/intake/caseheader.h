#pragma once

#include "core/domain/case.h"
#include "core/domain/deadlines.h"
#include "core/domain/guide.h"

#include <QWidget>

class Badge;
class KeyButton;
class QLabel;

/// The strip above the five steps: which matter, which number, how far the case is.
class CaseHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit CaseHeader(QWidget *parent = nullptr);

    /// \a rules: by which what came online is looked at in time.
    void show(const domain::Case &file, const domain::Guide &guide, const domain::ClockRules &rules, bool canUndo);

signals:
    void undoRequested();
    void leaveRequested();
    /// The pictures of the case are wanted.
    void scansRequested();
    void copyCardRequested();

private:
    void showOnline(const domain::CaseLife &life, const domain::ClockRules &rules);

    QLabel *const m_matter;
    QLabel *const m_number;
    Badge *const m_stage;
    Badge *const m_sample;
    Badge *const m_notices;
    Badge *const m_online; ///< it came over the pages, and from when on until when it is looked at
    KeyButton *const m_undo;
    KeyButton *const m_copyCard; ///< once the case is filed
};
