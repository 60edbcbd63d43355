#pragma once

#include "core/desk/issuance.h"
#include "core/desk/worklist.h"
#include "tests/core/desk/hall.h"

/// A hall whose cases are listed and searched, with everything real but the clock: 2026-03-05, a Thursday, 9:30.
class Office : public Hall
{
public:
    Office() { clock.set(QDateTime(QDate(2026, 3, 5), QTime(9, 30))); }

    /// A new case of \a name on \a matter of the personal guides; ends the test when it cannot be opened.
    std::unique_ptr<desk::CaseWork> open(const QString &name, const QString &matter = QStringLiteral("newborn"))
    {
        const domain::GuidePack *pack = shelf.pack(QStringLiteral("sanmenxia-personal"));
        auto work = reception->open({pack->id, pack->version, matter});
        if (!work || !(*work)->perform(domain::EnterField{QStringLiteral("applicant-name"), name}))
            qFatal("no case");
        return std::move(*work);
    }

    desk::CaseBook book{profile->journal(), shelf, clocks.rules};
    desk::OnDuty duty{profile->hall()};
    desk::WorkList list{profile->journal(), shelf, clock, duty, book};
    desk::CaseSearch search{profile->journal(), shelf, source + QStringLiteral("/resources/pinyin/readings.tsv"), book};
    desk::ShelfList onShelf{profile->journal(), shelf, clock, search, book};
    desk::Issuance issuance{*reception, onShelf};
};
