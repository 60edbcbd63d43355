#pragma once

#include "core/domain/decide.h"

/// A matter made for tests, as large as real ones become: 7 situations (one asks for a number), 9 items, 12 fields and 14
/// materials of every kind. No person in it exists.
domain::Guide sampleGuide();

/// A case on sampleGuide() whose commands are decided and applied in memory, as the desk does with the journal.
class SampleCase
{
public:
    SampleCase();

    const domain::Case &file() const { return m_case; }
    const domain::Plan &plan() const { return m_plan; }
    QDate today() const { return m_now.date(); }
    const domain::WorkCalendar &calendar() const { return m_rules.calendar; }
    /// Carries out \a command; the refusals, none when it was done.
    QList<domain::Refusal> perform(const domain::Command &command);
    /// Answers every situation, so that all items but the last apply.
    void answerAll();

private:
    domain::Guide m_guide = sampleGuide();
    domain::ClockRules m_rules{domain::WorkCalendar(), *domain::OfficeHours::parse(QStringLiteral("08:30-12:00 14:00-17:30")), true};
    QDateTime m_now{QDate(2026, 11, 21), QTime(9, 30)};
    domain::Case m_case;
    domain::Plan m_plan;
};
