#include "core/sheets/reasons.h"

#include <QList>
#include <QRegularExpression>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

/// %1, %2 … stand for the same words in both.
struct Reason {
    QStringView english;
    QStringView chinese;
};

constexpr Reason reasons[]{
    {u"is missing", u"没有填写"},
    {u"is empty", u"没有填写"},
    {u"is missing: the matter is more than catalogue rows", u"没有填写：状态不是“仅清单”的，必须写明来源"},
    {u"is missing: the matter tells more than catalogue rows",
     u"没有填写：有申请条件、常见错误或常见问题的，必须写明来源"},
    {u"%1 is expected here, not %2", u"内容的类型不对"},
    {u"nested deeper than %1 levels", u"层次超过 %1 层"},
    {u"a whole number is expected here", u"应为整数"},
    {u"%1 is no day written yyyy-MM-dd", u"%1应为日期，如 2026-11-21"},
    {u"%1 is not between %2 and %3", u"%1不在 %2 与 %3 之间"},
    {u"%1 is not between 1949 and 2199", u"%1不在 1949 年与 2199 年之间"},
    {u"has more than %1 entries", u"多于 %1 项"},
    {u"is longer than %1 characters", u"超过 %1 个字"},
    {u"has a line break, a tab or another invisible character", u"含有换行、制表符或其他不可见的字符"},
    {u"has a space at its begin or end", u"开头或末尾有空格"},
    {u"%1 is no id: up to 64 of a–z 0–9 -, not beginning with -",
     u"%1不是编号：应为小写字母、数字和连字符，最多 64 个，不以连字符开头"},
    {u"stands twice in the list", u"重复"},
    {u"%1 stands twice in this list", u"%1重复"},
    {u"%1 has not six digits (GB/T 2260)", u"%1应为六位数字（GB/T 2260）"},
    {u"%1 is no version: one to four numbers with dots", u"%1应为一至四个数字，用点分开，如 2026.11.1"},
    {u"is before “from”", u"早于起始日期"},
    {u"%1 is no address of the web (https://…)", u"%1不是网址，应以 https:// 开头"},
    {u"a paper is asked for in no original and no copy", u"纸质材料的原件份数和复印件份数不能都是 0"},
    {u"a choice needs two or more", u"类型为“选择”的，至少要有两个"},
    {u"only a choice has choices", u"类型不是“选择”的，不填可选值"},
    {u"a number has no options", u"类型为“数字”的，没有选项"},
    {u"a choice has no unit", u"类型为“选择”的，不填单位"},
    {u"a number needs its unit", u"类型为“数字”的，必须填写单位"},
    {u"no blank %1 in this letter", u"“承诺书空白”表中没有这份承诺书的 %1"},
    {u"no paragraph uses %1", u"正文中没有 %1"},
    {u"%1 does not follow %2", u"序号 %1 不大于上一行的 %2"},
    {u"only a pack with a “base” drops something", u"只有填写了“基础指南包”的，才能填写"},
    {u"is this pack itself", u"不能是本指南包自己"},
    {u"no sample %1 in this pack", u"“样本”表中没有 %1"},
    {u"no place %1 in this pack", u"“地点”表中没有 %1"},
    {u"no material %1 in this pack", u"“材料”表中没有 %1"},
    {u"no field %1 in this pack", u"“字段”表中没有 %1"},
    {u"no parameter %1 in this pack", u"“参数”表中没有 %1"},
    {u"no item %1 in this matter", u"这件事中没有事项 %1"},
    {u"no path %1 in this item", u"这个事项没有办理方式 %1"},
    {u"no item of this matter asks for the field %1", u"这件事没有事项需要字段 %1"},
    {u"the field %1 stands in two rosters or twice in one", u"字段 %1只能在一个名单中出现一次"},
    {u"the first is to be the name of a person", u"第一个字段应是人员姓名"},
    {u"no situation %1 in this matter", u"这件事中没有情形 %1"},
    {u"situation %1 has no option %2", u"情形 %1没有选项 %2"},
    {u"situation %1 asks for a number, not for an option", u"情形 %1的类型是“数字”，应写成 情形≥数 或 情形<数"},
    {u"situation %1 asks for an option, not for a number", u"情形 %1的类型是“选择”，应写成 情形=选项"},
    {u"the condition of field %1 does not fit: %2", u"字段 %1的适用条件在这件事中不成立：%2"},
    {u"no other item is in the group %1", u"互斥组 %1中没有其他事项"},
    {u"is not of confidence official, but the matter is of status official", u"状态为“正式”的，可信程度必须是“官方”"},
    {u"waits for itself: %1", u"前后循环：%1"},
    {u"%1 is none of: %2", u"%1不在可选的词中，应为：%2"},
    {u"a condition has one of: answer all any not", u"不是条件"},
    {u"key is not known here", u"不认识的内容"},
    {u"and more faults, not listed", u"还有更多问题，未列出"},
};

struct Pattern {
    QRegularExpression english;
    QString chinese;
};

QList<Pattern> patterns()
{
    static const QRegularExpression argument(u"%[0-9]"_s);
    QList<Pattern> patterns;
    for (const Reason &reason : reasons) {
        QString pattern;
        qsizetype from = 0;
        const QString english = reason.english.toString();
        for (const QRegularExpressionMatch &match : argument.globalMatch(english)) {
            pattern += QRegularExpression::escape(english.sliced(from, match.capturedStart() - from)) + u"(.*?)"_s;
            from = match.capturedEnd();
        }
        pattern += QRegularExpression::escape(english.sliced(from));
        patterns.append({QRegularExpression(QRegularExpression::anchoredPattern(pattern)), reason.chinese.toString()});
    }
    return patterns;
}

}

QString chineseReason(const QString &reason)
{
    static const QList<Pattern> known = patterns();
    for (const Pattern &pattern : known) {
        const QRegularExpressionMatch match = pattern.english.match(reason);
        if (!match.hasMatch())
            continue;
        QString chinese = pattern.chinese;
        for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
            // The reason of a condition stands within the reason of its field.
            chinese.replace(u'%' + QString::number(i), chineseReason(match.captured(i)));
        }
        return chinese;
    }
    return reason;
}

}
