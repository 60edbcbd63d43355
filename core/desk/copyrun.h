#pragma once

#include "core/desk/casework.h"
#include "core/domain/copysheet.h"

namespace desk {

/// One filed case being typed into one other system, blank by blank. What was copied is recorded in the case: that there was
/// a use before its first value leaves, and which blanks it were when a screen is done, at finish(), and when this is given up.
class CopyRun final
{
public:
    enum class Mark {
        Open,
        Copied, ///< in this run
        Left, ///< passed by the clerk, or typed by hand
        Before, ///< copied into this system by an earlier run
    };

    /// \a work is filed and outlives this.
    CopyRun(CaseWork &work, const domain::CopyMap &map);
    ~CopyRun();
    Q_DISABLE_COPY_MOVE(CopyRun)

    const domain::CopySheet &sheet() const { return m_sheet; }
    Mark mark(qsizetype line) const { return m_marks[line]; }
    /// The line that is next; as many as there are lines: nothing is left after the last one.
    qsizetype current() const { return m_current; }
    bool isAtEnd() const { return m_current >= m_sheet.lines.size(); }
    /// How many lines that want a value are copied or passed.
    int done() const;
    int wanted() const;

    /// The value of the current line, which is then copied, and the next is current. Empty where the clerk types by hand: then
    /// only that. What could not be recorded is not given out.
    tl::expected<QString, Undone> copy();
    /// All values of the current screen, each with its label before it and a tab between; the next screen is current.
    tl::expected<QString, Undone> copyScreen();
    /// The current line is left as it is.
    void skip();
    /// To the line before, which is open again.
    void back();
    /// To \a line, whatever was copied before it.
    void jump(qsizetype line);
    /// Records what is not recorded yet. What cannot be written stays to be written next time.
    Done finish();

private:
    /// The first line from \a from on that wants something; the number of lines when there is none.
    qsizetype nextWanted(qsizetype from) const;
    bool isWanted(qsizetype line) const { return m_sheet.lines[line].state != domain::CopyLine::State::Passed; }
    /// Notes that \a lines are given out; the first of a run at once.
    Done note(const QList<qsizetype> &lines);
    void moveTo(qsizetype line);

    CaseWork &m_work;
    const domain::CopySheet m_sheet;
    QList<Mark> m_marks;
    qsizetype m_current = 0;
    QStringList m_unrecorded;
    bool m_used = false; ///< this run stands in the case
};

}
