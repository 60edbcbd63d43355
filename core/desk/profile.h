#pragma once

#include "core/base/clock.h"
#include "core/base/settings.h"
#include "core/desk/dishonestylist.h"
#include "core/people/profilekey.h"
#include "core/people/windowkey.h"

#include <memory>

namespace journal {
class Journal;
}

namespace desk {

class PaperCheck;

/// The secrets of a profile.
struct ProfileKeys {
    base::Secret profile; ///< everything in the profile is sealed under it
    base::Secret opener; ///< its bytes alone, without the suite by which it seals: what people::profileKey() takes
    people::WindowKey window; ///< signs for this window
};

/// What one window owns on disk: a folder of mode 0700 with its lock, settings (hall.ini), key and journal. One program at a
/// time holds it.
class Profile final
{
public:
    /// Opens the profile in \a folder, made when it is not there. \a opener: what a password gave, see people::profileKey(). Error::Busy
    /// when another program holds it; otherwise the errors of settings, key and journal.
    static base::Result<std::unique_ptr<Profile>> open(const QString &folder, people::KeyStore &systemStore,
                                                       const base::Clock &clock, const base::Secret &opener = {});
    ~Profile();

    const base::HallSettings &hall() const;
    journal::Journal &journal();
    /// Who may not promise anything; sealed under the key of the profile.
    DishonestyStore &dishonesty();
    /// Signs the codes of this window's papers and checks those of the windows whose cards are in its folder windows/.
    const PaperCheck &stamps() const;
    people::KeyPlace keyPlace() const;
    const ProfileKeys &keys() const;
    /// UUID of this window.
    QString device() const;
    /// Where a damaged journal was put; empty when nothing was wrong.
    QString setAside() const;

private:
    struct Parts;
    explicit Profile(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(Profile)
};

}
