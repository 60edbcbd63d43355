#pragma once

#include "core/desk/clockrules.h"
#include "core/desk/reception.h"
#include "core/desk/scanroom.h"
#include "core/guides/shelf.h"
#include "core/journal/journal.h"
#include "core/papers/forms.h"

#include <QTemporaryDir>

/// A window's desk with everything real but the clock: journal in a temporary folder, the packs and forms of the source tree.
class Counter
{
public:
    Counter();

    /// A new case on \a matter of \a pack in a hall with \a authority; ends the test when it cannot be opened.
    std::unique_ptr<desk::CaseWork> open(const QString &pack, const QString &matter, const domain::HallRules &authority = {});
    const base::Clock &clock() const { return m_clock; }
    /// The case as the journal has it.
    std::unique_ptr<desk::CaseWork> resume(const QString &caseId);

private:
    class Morning final : public base::Clock
    {
    public:
        QDateTime now() const override { return {QDate(2026, 11, 23), QTime(9, 30)}; }
    };

    QTemporaryDir m_folder;
    Morning m_clock;
    base::HallSettings m_hall;
    papers::FormFolder m_forms;
    desk::Clocks m_clocks;
    domain::HallRules m_authority;
    guides::Shelf m_shelf;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<desk::ScanRoom> m_scans;
};
