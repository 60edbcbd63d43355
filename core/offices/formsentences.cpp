#include "core/offices/formsentences.h"

namespace offices {

using namespace Qt::StringLiterals;
using domain::FieldFault;

QString sentenceOf(FieldFault fault)
{
    switch (fault) {
    case FieldFault::None:
        return {};
    case FieldFault::Missing:
        return u"请填写。"_s;
    case FieldFault::Malformed:
        return u"格式不对，请与证件核对。"_s;
    case FieldFault::WrongCheckDigit:
        return u"校验位不符：有数字输错或前后颠倒。"_s;
    case FieldFault::ImpossibleDate:
        return u"没有这一天。请按 2026-01-31 的格式填写。"_s;
    case FieldFault::FutureDate:
        return u"这一天还没有到，请检查年份。"_s;
    case FieldFault::NotAChoice:
        return u"请从列表中选择。"_s;
    case FieldFault::Expired:
        return u"已过期限，需要新的。"_s;
    }
    Q_UNREACHABLE();
}

QString applicantSentenceOf(const domain::Refusal &refusal)
{
    using Why = domain::Refusal::Why;
    switch (refusal.why) {
    case Why::SituationOpen:
        return u"待回答：%1"_s.arg(refusal.subject);
    case Why::UnknownAnswer:
        return u"“%1”的回答不能识别，请重新填写。"_s.arg(refusal.subject);
    case Why::PathOpen:
        return u"待选择：“%1”的办理方式。"_s.arg(refusal.subject);
    case Why::ItemsExclude:
        return u"“%1”和另一个事项只能选一个。"_s.arg(refusal.subject);
    case Why::NothingChosen:
        return u"还没有选择事项，请至少选一个。"_s;
    case Why::FieldMissing:
        return u"待填写：%1"_s.arg(refusal.subject);
    case Why::FieldInvalid:
        return u"待更正：%1"_s.arg(refusal.subject);
    case Why::AlreadyDone:
        return u"申请已经提交，请等窗口审查。"_s;
    case Why::NotInIntake:
        return u"这个办件已经收件或者结束，不能再提交。"_s;
    default:
        return u"现在不能这样提交，请到窗口办理，或者打电话询问。"_s;
    }
}

}
