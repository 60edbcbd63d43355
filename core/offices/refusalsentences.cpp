#include "core/offices/refusalsentences.h"

#include <algorithm>
#include <array>

namespace offices {

namespace {

using Why = domain::Refusal::Why;

struct Sentence {
    Why why;
    QStringView text; ///< %1: the subject
};

/// What decide() may say to a department; everything else has the last one.
constexpr std::array sentences{
    Sentence{Why::NotFiled, u"本件还没有收件，请等窗口收件。"},
    Sentence{Why::NotPushed, u"“%1”的材料还没有推送到本单位，请等窗口扫描并推送。"},
    Sentence{Why::NotAccepted, u"“%1”还没有受理，请先受理。"},
    Sentence{Why::AlreadyAccepted, u"“%1”已经受理。"},
    Sentence{Why::ItemEnded, u"“%1”已经办结、不予受理、撤回或者退件，不能再改。"},
    Sentence{Why::ItemOpen, u"“%1”还没有办结。"},
    Sentence{Why::ReasonMissing, u"请写明理由，申请人会在文书上看到。"},
    Sentence{Why::ClockPaused, u"“%1”正在特别环节中，计时已暂停；请先恢复计时。"},
    Sentence{Why::ClockRuns, u"“%1”正在计时，没有暂停，不用恢复。"},
    Sentence{Why::UnknownStep, u"“%1”不是本事项或者法律规定的特别环节，不能暂停计时。"},
    Sentence{Why::NothingToWaitFor, u"“%1”不等其他事项的结果，不用预审，可以直接作出决定。"},
    Sentence{Why::PrerequisiteOpen, u"前置事项“%1”还没有办结；可以先预审，等结果到了再作决定。"},
    Sentence{Why::PrerequisiteFailed, u"前置事项“%1”没有办成，本事项只能作出不予许可（不予办理）的决定。"},
    Sentence{Why::ELicenceInvalid, u"电子证照标识“%1”的校验位不对（GB/T 36904），请逐位核对。"},
    Sentence{Why::NoResult, u"“%1”还没有需要送达的纸质结果。"},
    Sentence{Why::AlreadyThere, u"“%1”的结果出证窗口已经收到。"},
    Sentence{Why::AlreadyDelivered, u"“%1”的结果已经送达申请人。"},
    Sentence{Why::AlreadyDone, u"这一步已经做过。%1"},
    Sentence{Why::ReceiverMissing, u"请写明送往哪个出证窗口。"},
    Sentence{Why::NothingChosen, u"请至少选择一个事项。"},
    Sentence{Why::UnknownReview, u"没有这次联合勘验（评审），请从列表中选择。"},
    Sentence{Why::DueDateMissing, u"请填写时间。"},
    Sentence{Why::DueDateInPast, u"这个时间已经过去，请填写今天以后的时间。"},
    Sentence{Why::DeferralOpen, u"容缺材料“%1”还没有补齐，请等申请人补交。"},
    Sentence{Why::DeferralHasLapsed, u"容缺材料“%1”逾期未补，本事项按退件处理。"},
    Sentence{Why::Archived, u"本件已经归档，不能再改。"},
    Sentence{Why::NewerProgram, u"本件有更新版本程序写下的内容，请升级中心端后再办理。"},
    Sentence{Why::UnknownItem, u"本件没有申请这个事项。"},
    Sentence{Why::UnknownOrder, u"现在没有待签收的督办。"},
    Sentence{Why::NotOpen, u"没有这个办件。"},
};

}

QString sentenceOf(const domain::Refusal &refusal)
{
    const auto found = std::ranges::find(sentences, refusal.why, &Sentence::why);
    if (found == sentences.end())
        return QStringLiteral("现在不能这样办理，请与收件窗口联系。");
    QString text = found->text.toString();
    return text.replace(QStringLiteral("%1"), refusal.subject);
}

}
