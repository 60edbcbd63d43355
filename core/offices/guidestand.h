#pragma once

#include "core/guides/difference.h"
#include "core/guides/mattersearch.h"
#include "core/hub/engine.h"

#include <chrono>

namespace offices {

/// A matter of a pack, as people choose among them.
struct MatterLine {
    QString id;
    QString name;
    QString lead;
    domain::MatterStatus status = domain::MatterStatus::Catalogue;
    int items = 0;
    bool operator==(const MatterLine &) const = default;
};

/// A pack that is in force.
struct PackLine {
    QString id;
    QString version;
    QString title;
    QString regionCode; ///< GB/T 2260
    QString region;
    QString audience; ///< 个人 or 企业
    QString publisher;
    QDate from;
    QList<MatterLine> matters; ///< in catalogue order
    bool operator==(const PackLine &) const = default;
};

/// One matter of one version, and what has become of that version.
struct FoundGuide {
    domain::Guide guide;
    /// What stands for its pack today and is another version; no pack: this one is in force, or none is any more.
    domain::GuideRef newer = {};
    bool inForce = true;
    QDate from;
    QDate until; ///< null: open
};

/// The guides of the hub's library for everybody who reads: every version of every pack that lies there, parsed once. From any thread.
class GuideStand final
{
public:
    /// \a engine must live as long as this. \a pinyinFile: resources/pinyin/readings.tsv; without a readable one only characters are
    /// searched for.
    GuideStand(const hub::Engine &engine, const QString &pinyinFile);
    ~GuideStand();

    /// Packs in force today; overlays of counties stand behind the packs of cities.
    base::Result<QList<PackLine>> packs();
    /// Exactly that version, in force or not; nothing when the library has not got it.
    base::Result<std::optional<FoundGuide>> guide(const domain::GuideRef &ref);
    /// The matter in the version of \a pack that is in force; nothing when there is none.
    base::Result<std::optional<domain::GuideRef>> current(const QString &pack, const QString &matter);
    /// Matters by what was typed (guides::MatterSearch), in the packs of cities; best first.
    base::Result<QList<guides::MatterHit>> find(const QString &query, int most);
    /// What is different in the matter \a now, the newer of two versions of it; an empty list when one is not at hand.
    base::Result<QList<guides::Difference>> changes(const domain::GuideRef &old, const domain::GuideRef &now);

private:
    struct Parts;
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(GuideStand)
};

}
