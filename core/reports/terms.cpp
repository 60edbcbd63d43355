#include "core/reports/glossary.h"

namespace reports {

using namespace Qt::StringLiterals;

namespace {

const QString rule = u"三政办〔2023〕32号附件3"_s;
const QString licensing = u"行政许可法"_s;
const QString own = u"本系统统计口径"_s;
const QString nearestRank = u"从小到大排列取最近秩（第⌈n×p⌉个），不插值；没有样本时不显示。"_s;
const QString atEnd = u"统计时点为期末（期末未到的为出报表时）；按联办事项计；时限按现在所知的时限计算。"_s;

QList<Term> terms()
{
    using enum Figure;
    const QString intake = u"收件"_s, notice = u"一次性告知"_s, promise = u"容缺与承诺"_s, acceptance = u"受理"_s, decision = u"办结"_s,
                  open = u"在办"_s, delivery = u"送达"_s, relief = u"减负"_s, time = u"用时"_s, quality = u"打印、评价与对账"_s;
    const QString cases = u"件"_s, items = u"项"_s, papers = u"份"_s, minutes = u"分钟"_s;
    return {
        {.figure = Filings, .id = "filings", .chapter = intake, .name = u"收件"_s, .unit = cases,
         .definition = u"期内出具收件记录的一件事办件数，含线上申请；按收件时刻计日。告知后尚未收件的不计。"_s, .source = rule},
        {.figure = OnlineFilings, .id = "online-filings", .chapter = intake, .name = u"其中线上申请"_s, .unit = cases,
         .definition = u"收件中由申请人线上提交的；占比为线上申请除以收件。"_s, .source = rule, .measure = Measure::Share, .part = Filings},
        {.figure = FiledItems, .id = "filed-items", .chapter = intake, .name = u"收件涉及联办事项"_s, .unit = items,
         .definition = u"期内收件的办件所选的联办事项数之和。"_s, .source = own},
        {.figure = OnTheSpot, .id = "on-the-spot", .chapter = notice, .name = u"当场更正"_s, .unit = papers,
         .definition = u"期内收件的办件中，先核为不符合或缺少、未出告知书即当场改正的材料份数。"_s, .source = licensing + u"第三十二条"_s},
        {.figure = FirstNotices, .id = "first-notices", .chapter = notice, .name = u"一次性告知"_s, .unit = papers,
         .definition = u"期内出具的首份一次性告知书。"_s, .source = licensing + u"第三十二条；"_s + rule},
        {.figure = FurtherNotices, .id = "further-notices", .chapter = notice, .name = u"再次出具告知书"_s, .unit = papers,
         .definition = u"同一办件第二份及以后的告知书，不论原因；其中漏告的另计二次告知。"_s, .source = own},
        {.figure = SecondTellings, .id = "second-tellings", .chapter = notice, .name = u"二次告知"_s, .unit = papers,
         .definition = u"指出了首份告知书就应当指出、当时已经存在的问题的告知书份数。应为零。"_s, .source = licensing + u"第三十二条；"_s + rule,
         .mustBeZero = true},
        {.figure = Deferrals, .id = "deferrals", .chapter = promise, .name = u"容缺材料"_s, .unit = papers,
         .definition = u"期内收件时经申请人承诺容缺的材料份数。"_s, .source = rule},
        {.figure = DeferralsSupplied, .id = "deferrals-supplied", .chapter = promise, .name = u"容缺材料已补"_s, .unit = papers,
         .definition = u"期内补交的容缺材料份数，不论何时收件。"_s, .source = rule},
        {.figure = DeferralsLapsed, .id = "deferrals-lapsed", .chapter = promise, .name = u"容缺失效"_s, .unit = papers,
         .definition = u"期内因逾期未补而终止的容缺材料份数，不论何时收件。"_s, .source = rule},
        {.figure = Commitments, .id = "commitments", .chapter = promise, .name = u"告知承诺"_s, .unit = papers,
         .definition = u"期内收件时以告知承诺代替的材料份数。"_s, .source = u"国办发〔2020〕42号"_s},
        {.figure = CommitmentsBroken, .id = "commitments-broken", .chapter = promise, .name = u"承诺不实"_s, .unit = papers,
         .definition = u"期内经核查记录为承诺不实或者未兑现的告知承诺材料份数，不论何时收件。如何处理由部门决定，不在此计。"_s, .source = u"国办发〔2020〕42号"_s},
        {.figure = Acceptances, .id = "acceptances", .chapter = acceptance, .name = u"受理"_s, .unit = items,
         .definition = u"期内受理的联办事项数，按受理时刻计日；后来撤回、退件或者办结的仍计。"_s, .source = rule},
        {.figure = LateAcceptances, .id = "late-acceptances", .chapter = acceptance, .name = u"超期受理"_s, .unit = items,
         .definition = u"超过受理时限才受理或者不予受理的；占比的分母为受理与不予受理之和。"_s, .source = rule, .measure = Measure::Share},
        {.figure = Refusals, .id = "refusals", .chapter = acceptance, .name = u"不予受理"_s, .unit = items,
         .definition = u"期内不予受理的联办事项数，理由按原文逐字归并。"_s, .source = licensing + u"第三十二条"_s},
        {.figure = Withdrawals, .id = "withdrawals", .chapter = acceptance, .name = u"撤回"_s, .unit = items,
         .definition = u"期内申请人在决定前撤回的联办事项数。撤回与部门的决定相抵触时，以合并后的办件为准。"_s, .source = rule},
        {.figure = Returns, .id = "returns", .chapter = acceptance, .name = u"退件"_s, .unit = items,
         .definition = u"期内因容缺材料未补而终止的联办事项数。"_s, .source = rule},
        {.figure = Decisions, .id = "decisions", .chapter = decision, .name = u"办结"_s, .unit = items,
         .definition = u"期内作出决定（准予或者不予）的联办事项数，按决定时刻计日。不予受理、撤回、退件不计。"_s, .source = rule},
        {.figure = EarlyDecisions, .id = "early-decisions", .chapter = decision, .name = u"提前办结"_s, .unit = items,
         .definition = u"在承诺时限最后一日之前的日子办结的；没有承诺时限的按法定时限。特别环节的时间不计。"_s, .source = rule,
         .measure = Measure::Share, .part = Decisions},
        {.figure = TimelyDecisions, .id = "timely-decisions", .chapter = decision, .name = u"按时办结"_s, .unit = items,
         .definition = u"在承诺时限最后一日办结的；即办事项在当日办结的属于按时。"_s, .source = rule, .measure = Measure::Share,
         .part = Decisions},
        {.figure = LateDecisions, .id = "late-decisions", .chapter = decision, .name = u"超期办结"_s, .unit = items,
         .definition = u"在承诺时限最后一日之后办结的。"_s, .source = rule, .measure = Measure::Share, .part = Decisions},
        {.figure = DecisionsWithoutLimit, .id = "decisions-without-limit", .chapter = decision, .name = u"办结（无时限）"_s, .unit = items,
         .definition = u"指南没有承诺时限也没有法定时限，无从比较的。"_s, .source = own, .measure = Measure::Share, .part = Decisions},
        {.figure = Denials, .id = "denials", .chapter = decision, .name = u"其中不予许可"_s, .unit = items,
         .definition = u"办结中决定为不予的。"_s, .source = own, .measure = Measure::Share, .part = Decisions},
        {.figure = Open, .id = "open", .chapter = open, .name = u"在办"_s, .unit = items,
         .definition = u"已收件而未办结、未不予受理、未撤回、未退件的联办事项数。"_s + atEnd, .source = own},
        {.figure = OpenGreen, .id = "open-green", .chapter = open, .name = u"绿灯"_s, .unit = items,
         .definition = u"离受理或者办结时限尚早的。"_s + atEnd, .source = own, .measure = Measure::Share, .part = Open},
        {.figure = OpenAmber, .id = "open-amber", .chapter = open, .name = u"黄灯"_s, .unit = items,
         .definition = u"时限只剩五分之一（至少一个工作日）的；当日时限自始为黄灯。"_s + atEnd, .source = own, .measure = Measure::Share,
         .part = Open},
        {.figure = OpenRed, .id = "open-red", .chapter = open, .name = u"红灯"_s, .unit = items,
         .definition = u"时限最后一日的；当日时限为下班前两小时起。"_s + atEnd, .source = own, .measure = Measure::Share, .part = Open},
        {.figure = OpenOverdue, .id = "open-overdue", .chapter = open, .name = u"已超期"_s, .unit = items,
         .definition = u"时限已过仍未受理或者办结的。"_s + atEnd, .source = own, .measure = Measure::Share, .part = Open},
        {.figure = OpenPaused, .id = "open-paused", .chapter = open, .name = u"特别环节中"_s, .unit = items,
         .definition = u"现处于听证、检验、专家评审等特别环节，时限停止计算的。"_s + atEnd, .source = licensing + u"第四十五条"_s,
         .measure = Measure::Share, .part = Open},
        {.figure = OpenWithoutLimit, .id = "open-without-limit", .chapter = open, .name = u"无时限"_s, .unit = items,
         .definition = u"指南没有时限的；后来撤回、退件的事项在其撤回、退件之前的时点也列入此项。"_s + atEnd, .source = own,
         .measure = Measure::Share, .part = Open},
        {.figure = Deliveries, .id = "deliveries", .chapter = delivery, .name = u"送达"_s, .unit = items,
         .definition = u"期内送达办理结果（含不予受理决定书）的联办事项数。同一结果两次送达的，只计第一次。"_s, .source = rule},
        {.figure = DeliveriesAtWindow, .id = "deliveries-at-window", .chapter = delivery, .name = u"窗口领取"_s, .unit = items,
         .definition = u"在出证窗口领取的。"_s, .source = rule, .measure = Measure::Share, .part = Deliveries},
        {.figure = DeliveriesByCourier, .id = "deliveries-by-courier", .chapter = delivery, .name = u"寄递"_s, .unit = items,
         .definition = u"交寄的，按交寄时刻计日。"_s, .source = rule, .measure = Measure::Share, .part = Deliveries},
        {.figure = DeliveriesElectronic, .id = "deliveries-electronic", .chapter = delivery, .name = u"电子送达"_s, .unit = items,
         .definition = u"以电子证照送达的。"_s, .source = rule, .measure = Measure::Share, .part = Deliveries},
        {.figure = DeliveriesByMachine, .id = "deliveries-by-machine", .chapter = delivery, .name = u"自助领取"_s, .unit = items,
         .definition = u"由自助设备领取的。"_s, .source = rule, .measure = Measure::Share, .part = Deliveries},
        {.figure = ExemptMaterials, .id = "exempt-materials", .chapter = relief, .name = u"免提交材料"_s, .unit = papers,
         .definition = u"期内收件的办件中，核验结论为免提交（数据共享、电子证照、已存材料）的材料份数；占比的分母为这些办件要求的材料份数，合并后同一材料只算一份。"_s,
         .source = rule, .measure = Measure::Share},
        {.figure = VisitsSaved, .id = "visits-saved", .chapter = relief, .name = u"少跑次数"_s, .unit = u"次"_s,
         .definition = u"与逐个部门办理相比少跑的次数。比较基准：每个部门申请跑一次、领取跑一次。收件时，窗口收件计部门数减一，线上申请计部门数；"
                       u"送达时，一次窗口或者自助领取计所领结果的部门数减一，一次寄递或者电子送达计部门数。更正、告知、补交不计。"_s, .source = own},
        {.figure = WindowMinutesMedian, .id = "window-minutes-median", .chapter = time, .name = u"窗口用时（中位数）"_s, .unit = minutes,
         .definition = u"首次到窗口的用时：从开案到收件或者首份告知书（以先到的为准），整分钟，舍去秒数，计于结束之日。线上申请的，以及不在同一天结束的，不计。"_s
             + nearestRank, .source = own, .measure = Measure::Minutes},
        {.figure = WindowMinutesP90, .id = "window-minutes-p90", .chapter = time, .name = u"窗口用时（九成以内）"_s, .unit = minutes,
         .definition = u"同上，第90百分位。"_s + nearestRank, .source = own, .measure = Measure::Minutes},
        {.figure = OutcomeMinutesMedian, .id = "outcome-minutes-median", .chapter = time, .name = u"收件到办结（中位数）"_s, .unit = minutes,
         .definition = u"期内办结的联办事项从收件到决定经过的自然时间，含节假日和特别环节，整分钟，舍去秒数。"_s + nearestRank, .source = own,
         .measure = Measure::Minutes},
        {.figure = OutcomeMinutesP90, .id = "outcome-minutes-p90", .chapter = time, .name = u"收件到办结（九成以内）"_s, .unit = minutes,
         .definition = u"同上，第90百分位。"_s + nearestRank, .source = own, .measure = Measure::Minutes},
        {.figure = Reprints, .id = "reprints", .chapter = quality, .name = u"补打"_s, .unit = u"次"_s,
         .definition = u"期内要求打印第二份及以后的打印次数，打印失败的不计；按窗口和要求打印的时刻计，按人员统计时归收件人员。"_s, .source = own},
        {.figure = Ratings, .id = "ratings", .chapter = quality, .name = u"好差评"_s, .unit = u"次"_s,
         .definition = u"期内收到的评价数。评价由中心端记录，窗口没有时显示“—”。"_s, .source = u"国办发〔2019〕51号"_s},
        {.figure = BadRatings, .id = "bad-ratings", .chapter = quality, .name = u"其中差评"_s, .unit = u"次"_s,
         .definition = u"评价为不满意、非常不满意的。"_s, .source = u"国办发〔2019〕51号"_s, .measure = Measure::Share, .part = Ratings},
        {.figure = ReceiptsPrinted, .id = "receipts-printed", .chapter = quality, .name = u"本窗口打印的收件回执"_s, .unit = cases,
         .definition = u"期内本窗口打印机已打出收件回执的办件数，同一天内重复打印只计一次。"_s, .source = own},
        {.figure = ReceiptDifferences, .id = "receipt-differences", .chapter = quality, .name = u"对账差异"_s, .unit = cases,
         .definition = u"其中中心端没有收件记录的，加上中心端有本窗口回执而本窗口清单没有的。没有与中心端核对过的日子显示“—”。应为零。"_s,
         .source = own, .measure = Measure::Share, .mustBeZero = true, .part = ReceiptsPrinted},
    };
}

}

const QList<Term> &glossary()
{
    static const QList<Term> all = terms();
    return all;
}

}
