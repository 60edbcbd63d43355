#include "core/offices/hubpapers.h"

#include "core/domain/decidelife.h"
#include "core/domain/issuedpapers.h"
#include "core/papers/casepapers.h"
#include "core/papers/stamp.h"

namespace offices {

using namespace Qt::StringLiterals;

base::Result<std::optional<IssuedPaper>> HubPapers::make(const QString &caseUuid, const domain::Guide &guide, const QString &hallName,
                                                         const domain::PaperRef &paper) const
{
    const auto then = m.cases.asIssued(caseUuid, paper);
    if (!then)
        return base::Fail(then.error());
    if (!*then)
        return std::nullopt;
    base::HallSettings hall = m.hall;
    hall.hallName = hallName.isEmpty() ? hall.hallName : hallName;
    hall.windowName = u"网上受理"_s;
    const domain::Plan plan = domain::asFiledOf(**then, guide, (*then)->changedAt.date());
    const papers::Stamp stamp = papers::stampOf(**then, plan, paper);
    const people::WindowKey &key = m.engine.key.signing();
    const QString code = papers::stampedCode(papers::caseCode((*then)->number, hall), stamp,
                                             key.publicKey().keyId(),
                                             key.sign(papers::stampPurpose, papers::signedBytes(stamp)));
    const domain::PaperNumber *number = domain::numberOf(**then, paper);
    const papers::CaseFacts facts{.file = **then,
                                  .plan = plan,
                                  .guide = guide,
                                  .hall = hall,
                                  .rules = &m.rules,
                                  .code = code,
                                  .serialNumber = number ? number->text : QString()};
    return papers::casePaper(m.forms, facts, paper).map([&](papers::Paper made) {
        return std::optional(IssuedPaper{std::move(made), code});
    });
}

}
