#include "app/hub/web/guidewords.h"

#include "core/base/text.h"

#include <QUrl>

namespace web {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestAnswer = 40;
constexpr qsizetype mostChanges = 30;

QString encoded(const QString &word)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(word, "+"));
}

QJsonObject questionWords(const domain::Plan::Question &question, const offices::Choices &choices)
{
    const domain::Situation &situation = question.situation;
    const bool isNumber = situation.kind == domain::Situation::Kind::Number;
    QJsonArray options;
    for (const domain::Situation::Option &option : situation.options)
        options << QJsonObject{{"situation"_L1, situation.id},
                               {"id"_L1, option.id},
                               {"label"_L1, option.label},
                               {"chosen"_L1, option.id == question.answer}};
    return {{"id"_L1, situation.id},
            {"question"_L1, situation.question},
            {"help"_L1, situation.help},
            {"number"_L1, isNumber},
            {"unit"_L1, situation.unit},
            {"typed"_L1, isNumber ? choices.answers.value(situation.id) : QString()},
            {"open"_L1, question.answer.isEmpty()},
            {"options"_L1, options}};
}

QJsonObject itemWords(const domain::Plan::ItemLine &line, bool isDropped)
{
    QJsonArray paths;
    for (const domain::Path &path : line.paths)
        paths << QJsonObject{{"item"_L1, line.item.id},
                             {"id"_L1, path.id},
                             {"label"_L1, path.name},
                             {"chosen"_L1, path.id == line.path}};
    return {{"id"_L1, line.item.id},
            {"name"_L1, line.item.name},
            {"department"_L1, line.item.department},
            {"dropped"_L1, isDropped},
            {"paths"_L1, line.paths.size() > 1 ? paths : QJsonArray()}};
}

}

QString addressOf(const domain::GuideRef &ref)
{
    return u"/g/%1/%2/%3"_s.arg(encoded(ref.pack), encoded(ref.version), encoded(ref.matter));
}

QString applyAddressOf(const domain::GuideRef &ref)
{
    return u"/apply"_s + addressOf(ref).mid(2);
}

QJsonObject packWords(const offices::PackLine &pack)
{
    return {{"address"_L1, "/p/"_L1 + encoded(pack.id)}, {"packTitle"_L1, pack.title},       {"region"_L1, pack.region},
            {"audience"_L1, pack.audience},              {"count"_L1, pack.matters.size()}, {"version"_L1, pack.version}};
}

void addStatus(QJsonObject &words, domain::MatterStatus status)
{
    words.insert("sample"_L1, status == domain::MatterStatus::Sample);
    words.insert("catalogueOnly"_L1, status == domain::MatterStatus::Catalogue);
}

QJsonObject matterWords(const offices::PackLine &pack, const offices::MatterLine &matter)
{
    QJsonObject words{{"address"_L1, addressOf({pack.id, pack.version, matter.id})},
                      {"name"_L1, matter.name},
                      {"lead"_L1, matter.lead},
                      {"items"_L1, matter.items}};
    addStatus(words, matter.status);
    return words;
}

QJsonObject hitWords(const guides::MatterHit &hit)
{
    QJsonObject words{{"address"_L1, addressOf(hit.ref)}, {"name"_L1, hit.name},     {"lead"_L1, hit.lead},
                      {"region"_L1, hit.region},          {"audience"_L1, hit.audience}, {"items"_L1, hit.items},
                      {"because"_L1, hit.because}};
    addStatus(words, hit.status);
    return words;
}

QJsonObject guideWords(const offices::FoundGuide &found, const QList<guides::Difference> &changes, QDate today)
{
    const domain::Guide &guide = found.guide;
    QJsonArray told;
    for (const guides::Difference &change : changes.mid(0, mostChanges))
        told << QJsonObject{{"text"_L1, change.text}};
    const bool isFuture = !found.inForce && found.from > today;
    QJsonObject words{{"address"_L1, addressOf(guide.ref)},
                      {"name"_L1, guide.matter.name},
                      {"packTitle"_L1, guide.packTitle},
                      {"packAddress"_L1, "/p/"_L1 + encoded(guide.ref.pack)},
                      {"version"_L1, guide.ref.version},
                      {"old"_L1, !found.inForce && !isFuture},
                      {"future"_L1, isFuture},
                      {"fromDay"_L1, found.from.toString(u"yyyy年M月d日"_s)},
                      {"newerAddress"_L1, found.newer.pack.isEmpty() ? QString() : addressOf(found.newer)},
                      {"newerVersion"_L1, found.newer.version},
                      {"changes"_L1, told},
                      {"hasChanges"_L1, !told.isEmpty()},
                      {"moreChanges"_L1, changes.size() > mostChanges},
                      {"mayApply"_L1, found.inForce && guide.matter.status != domain::MatterStatus::Catalogue},
                      {"applyAddress"_L1, applyAddressOf(guide.ref)}};
    addStatus(words, guide.matter.status);
    return words;
}

offices::Choices choicesIn(const Fields &query)
{
    offices::Choices choices;
    for (const QString &name : query.names()) {
        const QString value = base::cleanLine(query.value(name), longestAnswer);
        const QString subject = name.mid(2);
        if (value.isEmpty() || subject.isEmpty())
            continue;
        if (name.startsWith("a."_L1))
            choices.answers.insert(subject, value);
        else if (name.startsWith("d."_L1))
            choices.dropped << subject;
        else if (name.startsWith("p."_L1))
            choices.paths.insert(subject, value);
    }
    return choices;
}

QString queryOf(const offices::Choices &choices, const domain::Guide &guide)
{
    QStringList parts;
    const auto add = [&](const char *kind, const QString &name, const QString &value) {
        if (!value.isEmpty())
            parts << QLatin1String(kind) + encoded(name) + u'=' + encoded(value);
    };
    for (const domain::Situation &situation : guide.matter.situations)
        add("a.", situation.id, choices.answers.value(situation.id));
    for (const domain::Item &item : guide.matter.items) {
        add("d.", item.id, choices.dropped.contains(item.id) ? u"1"_s : QString());
        add("p.", item.id, choices.paths.value(item.id));
    }
    return parts.join(u'&');
}

QJsonObject listWords(const offices::PersonalList &list, const offices::Choices &choices)
{
    QJsonArray questions;
    for (const domain::Plan::Question &question : list.plan.questions)
        questions << questionWords(question, choices);
    QJsonArray items;
    for (const domain::Plan::ItemLine &line : list.plan.items) {
        const bool isDropped = choices.dropped.contains(line.item.id);
        if (line.chosen || (isDropped && line.applies == domain::Truth::Yes))
            items << itemWords(line, isDropped);
    }
    QJsonArray refused;
    for (const domain::Refusal &refusal : list.refused) {
        if (refusal.why == domain::Refusal::Why::UnknownAnswer || refusal.why == domain::Refusal::Why::ItemsExclude)
            refused << QJsonObject{{"subject"_L1, refusal.subject}, {"excludes"_L1, refusal.why == domain::Refusal::Why::ItemsExclude}};
    }
    return {{"questions"_L1, questions}, {"chosenItems"_L1, items}, {"refused"_L1, refused}, {"whole"_L1, list.isWhole}};
}

}
