#pragma once

#include "core/desk/casework.h"

namespace desk {

/// Answers the situations of one matter for a citizen without opening a case (咨询辅导), by the same rules as a case. Nothing of
/// it is stored; Reception::open() makes a case of it.
class Consultation final : public QObject
{
    Q_OBJECT

public:
    /// \a clock outlives the consultation. A matter that is catalogue only can be consulted, but makes no case.
    Consultation(domain::Guide guide, const base::Clock &clock, QObject *parent = nullptr);

    const domain::Guide &guide() const { return m_guide; }
    const domain::Plan &plan() const { return m_plan; }
    /// The day by which rules and times are reckoned.
    QDate today() const { return m_clock.now().date(); }

    /// Takes answers, dropped and kept items and paths; anything else belongs to a case and is refused as NotOpen.
    Done perform(const domain::Command &command);
    /// Takes back the last act, one after the other.
    void undo();
    bool canUndo() const { return !m_undo.isEmpty(); }
    /// Forgets everything that was said, for the next citizen; undo() brings it back.
    void startOver();

    /// What must still be told before the list is whole: questions, paths, items that exclude each other, or no item at all.
    QList<domain::Refusal> open() const;
    /// What it came to: answers, dropped items and paths in the order of the guide, each once.
    QList<domain::Fact> choices() const;

signals:
    void changed();

private:
    domain::Case fresh() const;
    void show(domain::Case file);

    domain::Guide m_guide;
    const base::Clock &m_clock;
    domain::Case m_case; ///< stands for a case and never becomes one
    domain::Plan m_plan;
    QList<domain::Case> m_undo; ///< as it stood before each act
};

}
