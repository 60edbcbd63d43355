#pragma once

#include "core/offices/personallist.h"
#include "core/papers/guidepapers.h"

#include <QCache>

#include <mutex>

namespace web {

/// The papers of guides, made by the forms that windows print by, and kept for a while: those of one version are the same for everybody on
/// one day. From any thread.
class GuidePapers final
{
public:
    /// \a hall outlives this.
    GuidePapers(papers::FormFolder forms, const base::HallSettings &hall) : m_forms(std::move(forms)), m_hall(hall) { }

    enum class Leaf { Full, Leaflet };
    base::Result<papers::Paper> full(const domain::Guide &guide, QDate day) const;
    base::Result<papers::Paper> list(const domain::Guide &guide, const offices::PersonalList &list, QDate day) const;
    /// The PDF of a leaf.
    base::Result<QByteArray> pdf(const domain::Guide &guide, Leaf leaf, QDate day);

private:
    const papers::FormFolder m_forms;
    const base::HallSettings &m_hall;
    std::mutex m_mutex;
    QCache<QString, QByteArray> m_pdfs{64 * 1024}; ///< cost: kibibytes; under m_mutex
};

}
