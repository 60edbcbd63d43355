#pragma once

#include "core/base/settings.h"
#include "core/domain/deadlines.h"
#include "core/domain/plan.h"
#include "core/papers/forms.h"

namespace papers {

/// What the papers of a case are made from.
struct CaseFacts {
    const domain::Case &file; ///< as it stood when the paper was issued
    const domain::Plan &plan;
    const domain::Guide &guide;
    const base::HallSettings &hall;
    int copy = 1; ///< above 1: marked 补打 第n次
    bool draft = false; ///< not issued yet: marked 草稿
    bool onRoll = false; ///< for 80 mm paper, where there is such a form (PAPER-80, e.g. filing-receipt-80)
    const domain::ClockRules *rules = nullptr; ///< by which decision days are reckoned; null: none are told
    QString code = {}; ///< of the case, stamped for this paper; empty: without a stamp
    bool toSign = false; ///< a delivery record that is printed for its signature, before the act: marked 待签收
    QString serialNumber = {}; ///< legal number of this paper (文号); empty: the one that was entered with the act, if any
};

/// Paper \a ref of a case; its form is domain::paperWord(kind). forms/README.md says which words it has.
base::Result<Paper> casePaper(const FormFolder &forms, const CaseFacts &facts, const domain::PaperRef &ref);
/// 一次性告知书: every gap of \a notice in one table. Full text of the layout: forms/correction-notice.
base::Result<Paper> correctionNotice(const FormFolder &forms, const CaseFacts &facts,
                                     const domain::IssuedNotice &notice);
/// 收件回执 of a case that is filed, or would be (\a draft). forms/filing-receipt.
base::Result<Paper> filingReceipt(const FormFolder &forms, const CaseFacts &facts, const domain::Filing &filing);

/// What the codes on the papers say. With a public address of the hub they are web addresses (URL/g/PACK/VERSION/MATTER and
/// URL/c/NUMBER); without one they are yichuang:g/… and yichuang:c/…, which any window reads.
QString guideCode(const domain::GuideRef &guide, const base::HallSettings &hall);
QString caseCode(const QString &number, const base::HallSettings &hall);

}
