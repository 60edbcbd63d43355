#include "app/guide/clocktext.h"

using namespace Qt::StringLiterals;
using domain::Deadline;
using domain::Guide;
using domain::Plan;
using domain::Situation;
using domain::Truth;

namespace {

bool isAnswer(const Situation &situation, const QString &answer)
{
    bool isNumber = false;
    const double number = answer.toDouble(&isNumber);
    return situation.kind == Situation::Kind::Number ? isNumber && number >= 0 : situation.option(answer) != nullptr;
}

QString choicesOf(const Situation &situation)
{
    if (situation.kind == Situation::Kind::Number)
        return situation.id + u"=数字（"_s + situation.unit + u'）';
    QStringList options;
    for (const Situation::Option &option : situation.options)
        options << u"%1（%2）"_s.arg(option.id, option.label);
    return situation.id + u'=' + options.join(u" | "_s);
}

base::Result<void> checkAnswers(const Guide &guide, const domain::Answers &answers)
{
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const Situation *situation = guide.matter.situation(it.key());
        if (!situation)
            return base::Fail({base::Error::Kind::Document, u"the matter asks no “%1”"_s.arg(it.key()), guide.ref.matter});
        if (!isAnswer(*situation, it.value()))
            return base::Fail({base::Error::Kind::Document,
                               u"“%1” is no answer; there are: %2"_s.arg(it.value(), choicesOf(*situation)), it.key()});
    }
    return {};
}

QString nameOf(const Deadline &deadline, const Plan &plan)
{
    const Plan::ItemLine *line = plan.item(deadline.item);
    const QString item = line ? line->item.name : QString();
    switch (deadline.kind) {
    case Deadline::Kind::Push:
        return u"推送各联办部门、纸质材料递送牵头部门（2小时）"_s;
    case Deadline::Kind::OnlineReview:
        return u"线上申请审查（2小时）"_s;
    case Deadline::Kind::Acceptance:
        return u"受理或不予受理"_s;
    case Deadline::Kind::ItemPromise:
        return item + u" 承诺办结"_s;
    case Deadline::Kind::ItemStatutory:
        return item + u" 法定时限"_s;
    case Deadline::Kind::MatterPromise:
        break;
    }
    return u"“一件事”承诺办结（最长路径）"_s;
}

QString dueText(const Deadline &deadline)
{
    const bool isMoment = deadline.kind == Deadline::Kind::Push || deadline.kind == Deadline::Kind::OnlineReview;
    QString text = deadline.due.toString(isMoment ? u"yyyy-MM-dd HH:mm"_s : u"yyyy-MM-dd"_s);
    if (!isMoment)
        text += deadline.days == 0 ? u"（即时）"_s : u"（%1个工作日）"_s.arg(deadline.days);
    if (deadline.provisional)
        text += u"【暂定：跨入尚无放假安排的年份】"_s;
    return text;
}

/// The items that were counted without a promise, because the guide gives none.
QString unknownText(const Plan &plan)
{
    const QMap<QString, int> ends = plan.promisedEnds();
    QString text;
    for (const Plan::ItemLine &line : plan.items) {
        if (line.chosen && ends.value(line.item.id) < 0)
            text += line.item.name + u" 承诺办结：指南未给出时限\n"_s;
    }
    return text;
}

QString openText(const Plan &plan)
{
    QStringList lines;
    for (const Plan::ItemLine &line : plan.items) {
        if (line.applies == Truth::Unknown)
            lines << u"  "_s + line.item.name;
    }
    if (lines.isEmpty())
        return {};
    lines.prepend(u"情形未定、未计入的事项："_s);
    lines << u"请回答："_s;
    for (const Plan::Question &question : plan.questions) {
        if (question.answer.isEmpty())
            lines << u"  %1 %2"_s.arg(choicesOf(question.situation), question.situation.question);
    }
    return lines.join(u'\n') + u'\n';
}

}

base::Result<QString> clockText(const Guide &guide, const ClockQuestion &question, const domain::ClockRules &rules)
{
    if (const base::Result<void> sound = checkAnswers(guide, question.answers); !sound)
        return base::Fail(sound.error());
    domain::Case file;
    file.answers = question.answers;
    const Plan plan = domain::planOf(file, guide, question.filed.date());
    domain::CaseTimes times{.filed = question.filed, .pushed = {}, .accepted = {}};
    for (const Plan::ItemLine &line : plan.items) {
        if (!question.accepted.isNull())
            times.accepted.insert(line.item.id, question.accepted);
    }
    QString text = u"%1（%2 %3）\n收件：%4\n"_s.arg(guide.matter.name, guide.ref.pack, guide.ref.version,
                                                   question.filed.toString(u"yyyy-MM-dd HH:mm"_s));
    for (const Deadline &deadline : domain::deadlinesOf(plan, times, rules))
        text += nameOf(deadline, plan) + u"："_s + dueText(deadline) + u'\n';
    return text + unknownText(plan) + openText(plan);
}
