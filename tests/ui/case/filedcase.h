#pragma once

#include "core/desk/casework.h"
#include "core/desk/clockrules.h"
#include "core/desk/scanroom.h"
#include "core/journal/journal.h"
#include "core/papers/forms.h"
#include "tests/support/fakes.h"

#include <QTemporaryDir>

/// A case on the sample guide, filed: two items, of which one waits for the other, and one material promised for three days
/// later. Everything but the clock is real.
class FiledCase
{
public:
    static inline const QDateTime morning{QDate(2026, 11, 23), QTime(9, 30)};

    FiledCase();

    desk::CaseWork &work() { return *m_work; }
    const domain::Case &file() const { return m_work->file(); }
    support::FakeClock &clock() { return m_clock; }
    /// Carries \a commands out; ends the test when one of them cannot be.
    void perform(const QList<domain::LifeCommand> &commands);

private:
    QTemporaryDir m_folder;
    support::FakeClock m_clock{morning};
    base::HallSettings m_hall;
    papers::FormFolder m_forms;
    desk::Clocks m_clocks;
    const domain::HallRules m_authority{.acceptsAtWindow = {QStringLiteral("fire")}};
    std::unique_ptr<journal::Journal> m_journal;
    std::optional<desk::ScanRoom> m_scans;
    std::unique_ptr<desk::CaseWork> m_work;
};
