#include "core/guides/checklistnews.h"

#include "core/domain/plan.h"
#include "core/guides/comparison.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::Plan;

namespace {

/// Walks through two plans of one case.
class PlanNews
{
public:
    PlanNews(const Plan &own, const Plan &now) : m_own(own), m_now(now) { }

    QStringList lines()
    {
        compareQuestions();
        compareItems();
        compareMaterials();
        compareFields();
        return std::move(m_lines);
    }

private:
    void compareQuestions()
    {
        const auto idOf = [](const Plan::Question &question) { return question.situation.id; };
        const auto nameOf = [](const Plan::Question &question) { return cited(question.situation.question); };
        each(m_own.questions, m_now.questions, idOf, nameOf, u"要询问"_s, u"不再询问"_s,
             [&](const Plan::Question &own, const Plan::Question &now) {
                 if (own.situation.question != now.situation.question || own.situation.options != now.situation.options
                     || own.situation.kind != now.situation.kind || own.situation.unit != now.situation.unit)
                     m_lines.append(u"情形问题%1有修改"_s.arg(nameOf(now)));
             });
    }

    void compareItems()
    {
        const auto idOf = [](const Plan::ItemLine &line) { return line.item.id; };
        const auto nameOf = [](const Plan::ItemLine &line) { return u"事项"_s + cited(line.item.name); };
        each(chosen(m_own.items), chosen(m_now.items), idOf, nameOf, u"要办理"_s, u"不再办理"_s,
             [&](const Plan::ItemLine &own, const Plan::ItemLine &now) {
                 const auto pathsOf = [](const Plan::ItemLine &line) {
                     QStringList paths;
                     for (const domain::Path &path : line.paths)
                         paths << path.id + u' ' + path.name;
                     return paths;
                 };
                 if (own.item.name != now.item.name)
                     m_lines.append(u"%1改名为%2"_s.arg(nameOf(own), cited(now.item.name)));
                 if (pathsOf(own) != pathsOf(now))
                     m_lines.append(nameOf(now) + u"的办理方式有修改"_s);
             });
    }

    void compareMaterials()
    {
        const auto idOf = [](const Plan::MaterialLine &line) { return line.material.id; };
        const auto nameOf = [](const Plan::MaterialLine &line) {
            return u"材料%1（%2）"_s.arg(cited(line.material.name), line.itemNames.join(u"、"_s));
        };
        each(m_own.materials, m_now.materials, idOf, nameOf, u"要提交"_s, u"不再需要"_s,
             [&](const Plan::MaterialLine &own, const Plan::MaterialLine &now) {
                 for (const Difference &difference : differencesBetween(own.material, now.material)) {
                     if (difference.changesChecklist)
                         m_lines.append(difference.text);
                 }
                 if (own.itemIds != now.itemIds)
                     m_lines.append(u"材料%1用于的事项由%2改为%3"_s.arg(cited(now.material.name), cited(own.itemNames.join(u"、"_s)),
                                                                cited(now.itemNames.join(u"、"_s))));
                 if (own.notes != now.notes)
                     m_lines.append(now.notes.isEmpty()
                                        ? u"材料%1不再有补充说明"_s.arg(cited(now.material.name))
                                        : u"材料%1的补充说明改为%2"_s.arg(cited(now.material.name), cited(now.notes.join(u"；"_s))));
             });
    }

    void compareFields()
    {
        const auto idOf = [](const Plan::FieldLine &line) { return line.field.id; };
        const auto nameOf = [](const Plan::FieldLine &line) { return u"填写项"_s + cited(line.field.label); };
        each(m_own.fields, m_now.fields, idOf, nameOf, u"要填写"_s, u"不再填写"_s,
             [&](const Plan::FieldLine &own, const Plan::FieldLine &now) {
                 if (own.field.label != now.field.label || own.field.kind != now.field.kind
                     || own.field.required != now.field.required || own.field.choices != now.field.choices)
                     m_lines.append(nameOf(now) + u"有修改"_s);
             });
    }

    static QList<Plan::ItemLine> chosen(QList<Plan::ItemLine> items)
    {
        items.removeIf([](const Plan::ItemLine &line) { return !line.chosen; });
        return items;
    }

    template <class Line, class IdOf, class NameOf, class Both>
    void each(const QList<Line> &own, const QList<Line> &now, IdOf idOf, NameOf nameOf, const QString &added,
              const QString &removed, Both both)
    {
        const auto find = [&](const QList<Line> &lines, const QString &id) {
            const auto it = std::ranges::find(lines, id, idOf);
            return it == lines.end() ? nullptr : &*it;
        };
        for (const Line &line : now) {
            if (const Line *before = find(own, idOf(line)))
                both(*before, line);
            else
                m_lines.append(added + nameOf(line));
        }
        for (const Line &line : own) {
            if (!find(now, idOf(line)))
                m_lines.append(removed + nameOf(line));
        }
    }

    const Plan &m_own;
    const Plan &m_now;
    QStringList m_lines;
};

}

QStringList checklistNews(const domain::Case &file, const domain::Guide &own, const domain::Guide &now, QDate day)
{
    const Plan before = domain::planOf(file, own, day);
    const Plan after = domain::planOf(file, now, day);
    return PlanNews(before, after).lines();
}

}
