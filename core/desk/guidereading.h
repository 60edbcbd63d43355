#pragma once

#include "core/base/settings.h"
#include "core/desk/guidebrowser.h"
#include "core/desk/guidelibrary.h"
#include "core/desk/loosepapers.h"
#include "core/papers/forms.h"

#include <memory>

namespace desk {

class AuditBook;

/// One thing that is not the same in two versions, in words.
using Difference = guides::Difference;
/// What the signature of a brought pack says.
using Signature = guides::SignatureState;

/// Reads guides at the window (办事指南): finds them, lays them out, prints them, compares versions, and lets a brought pack in. The
/// guides themselves are never changed. After an import, and after midnight, it answers from the guides that are in force then.
class GuideReading final
{
public:
    /// All of them outlive the reading.
    struct Needs {
        GuideLibrary &library;
        const FindMatter &search; ///< over the same library
        const papers::FormFolder &forms;
        const base::HallSettings &hall;
        const base::Clock &clock;
        LoosePapers &printing;
        AuditBook *audit = nullptr; ///< where imports are noted; null: nowhere
    };
    /// The papers that a guide is given out as.
    enum class Leaf {
        Full, ///< 完整版
        Concise, ///< 简版, A4 across, folded in three
    };
    /// One matter in two versions of its pack.
    struct Comparison {
        domain::GuideRef old;
        domain::GuideRef now;
        QList<Difference> differences;
    };

    explicit GuideReading(const Needs &needs);
    ~GuideReading();

    /// As GuideBrowser::find().
    GuideBrowser::Findings find(const QString &query, const GuideBrowser::Filter &filter) const;
    /// The other versions of the pack of \a ref that are at hand, the newest first; their version stands as in a GuideRef. Of an
    /// overlay those over the same base.
    QList<GuideBrowser::VersionLine> otherVersions(const domain::GuideRef &ref) const;
    /// Whether that version has the matter, and is at hand.
    bool has(const domain::GuideRef &ref) const;
    /// The same matter in \a version; nothing when one of the two versions is not at hand.
    std::optional<Comparison> compare(const domain::GuideRef &ref, const QString &version) const;

    /// Error::Document when \a ref is not at hand or its form is not right.
    base::Result<papers::Paper> paper(const domain::GuideRef &ref, Leaf leaf) const;
    base::Result<LoosePapers::Sent> print(const domain::GuideRef &ref, Leaf leaf);
    /// Writes the PDF to \a file, whole or not at all.
    [[nodiscard]] base::Result<> save(const domain::GuideRef &ref, Leaf leaf, const QString &file) const;

    /// By which it is reckoned what is in force.
    QDate today() const { return m_needs.clock.now().date(); }

    /// As in GuideLibrary.
    GuideLook look(const QString &file) const { return m_needs.library.look(file); }
    [[nodiscard]] base::Result<> import(const GuideLook &look, const std::optional<Consent> &consent);

private:
    const GuideBrowser &browser() const;

    const Needs m_needs;
    mutable QDate m_day; ///< what m_browser was made for, with m_edition
    mutable int m_edition = 0;
    mutable std::unique_ptr<GuideBrowser> m_browser;
};

}
