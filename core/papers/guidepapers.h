#pragma once

#include "core/base/settings.h"
#include "core/domain/plan.h"
#include "core/papers/forms.h"

#include <QDate>

namespace papers {

/// What the papers of a guide are made from.
struct GuideFacts {
    const domain::Guide &guide;
    const base::HallSettings &hall;
    QDate day; ///< of printing: which rows are law
};

/// 完整版办事指南 with the 25 elements of 三政办〔2023〕32号 annex 3 §1, in its order. forms/full-guide.
base::Result<Paper> fullGuide(const FormFolder &forms, const GuideFacts &facts);
/// 简版办事指南: the 16 elements and the code of the full guide of exactly this version, A4 across, folded in three.
/// forms/concise-guide.
base::Result<Paper> conciseGuide(const FormFolder &forms, const GuideFacts &facts);
/// 咨询辅导: the personal list, only what applies to this person: answers given, items, materials (with where each comes from),
/// process, times, fees, cautions, code. \a plan is that of the same guide on the same day. forms/personal-list.
base::Result<Paper> personalList(const FormFolder &forms, const GuideFacts &facts, const domain::Plan &plan);

}
