#include "core/papers/casepapers.h"

#include "core/domain/events.h"
#include "core/papers/casewords.h"
#include "core/papers/paperbuilders.h"
#include "core/papers/paperfacts.h"

#include <algorithm>
#include <array>

namespace papers {

using namespace Qt::StringLiterals;
using domain::PaperKind;

namespace {

struct Maker {
    PaperKind kind;
    base::Result<QJsonObject> (*facts)(const FormFolder &, const CaseFacts &, const domain::PaperRef &);
};

constexpr std::array makers{
    Maker{PaperKind::CorrectionNotice, correctionFacts},
    Maker{PaperKind::FilingReceipt, receiptFacts},
    Maker{PaperKind::ApplicationForm, applicationFacts},
    Maker{PaperKind::CoverSheet, coverFacts},
    Maker{PaperKind::DeferralLetter, deferralFacts},
    Maker{PaperKind::CommitmentLetter, commitmentFacts},
    Maker{PaperKind::HandoverSheet, handoverFacts},
    Maker{PaperKind::AcceptanceNotice, acceptanceFacts},
    Maker{PaperKind::RefusalDecision, refusalFacts},
    Maker{PaperKind::SupplementReceipt, supplementFacts},
    Maker{PaperKind::ReturnSlip, returnFacts},
    Maker{PaperKind::CollectionNotice, collectionFacts},
    Maker{PaperKind::DeliveryRecord, deliveryFacts},
};

const Maker &makerOf(PaperKind kind)
{
    return *std::ranges::find(makers, kind, &Maker::kind);
}

QJsonObject noticeWords(const CaseFacts &from, const domain::IssuedNotice &notice)
{
    QJsonObject facts = commonFacts(from);
    addAct(facts, notice.at, notice.clerk);
    QJsonArray gaps;
    for (const domain::Gap &gap : notice.gaps)
        gaps << QJsonObject{
            {u"material"_s, gap.materialName}, {u"items"_s, gap.items.join(u'、')}, {u"reason"_s, gap.reason}};
    facts.insert(u"noticeNumber"_s, notice.number);
    facts.insert(u"again"_s, notice.number > 1);
    facts.insert(u"gaps"_s, gaps);
    facts.insert(u"gapCount"_s, notice.gaps.size());
    facts.insert(u"hasSecondTelling"_s, !notice.secondTelling.isEmpty());
    facts.insert(u"secondTelling"_s, notice.secondTelling.join(u'、'));
    return facts;
}

QJsonObject receiptWords(const CaseFacts &from, const domain::Filing &filing)
{
    QJsonObject facts = commonFacts(from);
    addAct(facts, filing.at, filing.clerk);
    facts.insert(u"pushDue"_s, momentWords(filing.pushDue));
    facts.insert(u"totalDays"_s, countWord(from.plan.promisedDays()));
    addMaterials(facts, from);
    return facts;
}

QString codeOf(const QString &what, const QString &path, const base::HallSettings &hall)
{
    return hall.publicUrl.isEmpty() ? u"yichuang:%1/%2"_s.arg(what, path)
                                    : u"%1/%2/%3"_s.arg(hall.publicUrl, what, path);
}

/// The form of a kind, in its narrow version when it is wanted and there is one.
QString formFor(PaperKind kind, const FormFolder &forms, const CaseFacts &facts)
{
    const QString narrow = domain::paperWord(kind) + u"-80"_s;
    return facts.onRoll && forms.form(narrow) ? narrow : domain::paperWord(kind);
}

}

base::Result<Paper> casePaper(const FormFolder &forms, const CaseFacts &facts, const domain::PaperRef &ref)
{
    const Maker &maker = makerOf(ref.kind);
    return maker.facts(forms, facts, ref).and_then([&](const QJsonObject &words) {
        return filled(forms, formFor(ref.kind, forms, facts), words);
    });
}

base::Result<Paper> correctionNotice(const FormFolder &forms, const CaseFacts &from, const domain::IssuedNotice &notice)
{
    return filled(forms, domain::paperWord(PaperKind::CorrectionNotice), noticeWords(from, notice));
}

base::Result<Paper> filingReceipt(const FormFolder &forms, const CaseFacts &from, const domain::Filing &filing)
{
    return filled(forms, formFor(PaperKind::FilingReceipt, forms, from), receiptWords(from, filing));
}

base::Result<QJsonObject> correctionFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &ref)
{
    if (ref.number < 1 || ref.number > from.file.notices.size())
        return notOfThisCase(ref);
    return noticeWords(from, from.file.notices[ref.number - 1]);
}

base::Result<QJsonObject> receiptFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &ref)
{
    return from.file.filing ? base::Result<QJsonObject>(receiptWords(from, *from.file.filing)) : notOfThisCase(ref);
}

base::Fail notOfThisCase(const domain::PaperRef &ref)
{
    return base::Fail({base::Error::Kind::Document, u"the case has no such paper"_s,
                       u"%1 %2 %3"_s.arg(domain::paperWord(ref.kind)).arg(ref.number).arg(ref.item)});
}

QString guideCode(const domain::GuideRef &guide, const base::HallSettings &hall)
{
    return codeOf(u"g"_s, u"%1/%2/%3"_s.arg(guide.pack, guide.version, guide.matter), hall);
}

QString caseCode(const QString &number, const base::HallSettings &hall)
{
    return codeOf(u"c"_s, number, hall);
}

}
