#pragma once

#include "core/desk/clockrules.h"
#include "core/desk/profile.h"
#include "core/desk/reception.h"
#include "core/desk/scanroom.h"
#include "core/guides/shelf.h"
#include "core/journal/journal.h"
#include "core/papers/forms.h"
#include "tests/support/fakes.h"

#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

/// A window with the real guides, forms and journal, in a folder of its own.
class Hall
{
public:
    Hall() { reopen(); }
    /// On a profile that another program has left.
    explicit Hall(const QString &left) : profileFolder(left.isEmpty() ? folder.filePath(QStringLiteral("profile")) : left) { reopen(); }
    void reopen()
    {
        reception.reset();
        profile.reset();
        profile = std::move(*desk::Profile::open(profileFolder, keys, clock));
        scans.emplace(profile->journal(), profileFolder + QStringLiteral("/scans"));
        reception.emplace(needs(), shelf);
    }
    desk::CaseWork::Needs needs()
    {
        return {.journal = profile->journal(),
                .clock = clock,
                .hall = profile->hall(),
                .forms = forms,
                .rules = clocks.rules,
                .scans = &*scans};
    }

    QTemporaryDir folder;
    const QString profileFolder = folder.filePath(QStringLiteral("profile"));
    support::FakeClock clock;
    support::NoKeyStore keys;
    const QString source = qEnvironmentVariable("YICHUANG_SOURCE");
    guides::Shelf shelf = *guides::Shelf::load(source + QStringLiteral("/resources/guides"));
    papers::FormFolder forms = *papers::FormFolder::load(source + QStringLiteral("/forms"));
    desk::Clocks clocks = *desk::clocksOf(*base::readSettings({}), {source + QStringLiteral("/resources/calendars")});
    std::unique_ptr<desk::Profile> profile;
    std::optional<desk::ScanRoom> scans;
    std::optional<desk::Reception> reception;
};

/// While it lives no file of this process can grow, as on a full disk.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 1;
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

inline domain::GuideRef newborn(const Hall &hall)
{
    return {QStringLiteral("sanmenxia-personal"), hall.shelf.pack(QStringLiteral("sanmenxia-personal"))->version,
            QStringLiteral("newborn")};
}
