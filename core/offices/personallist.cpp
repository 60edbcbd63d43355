#include "core/offices/personallist.h"

#include "core/domain/commands.h"
#include "core/domain/decide.h"

#include <algorithm>

namespace offices {

using namespace domain;

namespace {

/// Answers and choices set no limit and meet none.
const ClockRules noClocks;

/// A case that stands for what one person said, and is never opened.
class Imagined
{
public:
    Imagined(const Guide &guide, const QDateTime &now)
        : m_guide(guide), m_now(now), m_case(apply(Case{}, {now, {}, CaseOpened{QStringLiteral("list"), {}, guide.ref}}))
    {
    }

    void perform(const Command &command)
    {
        const Ruling<QList<Fact>> ruling = decide(m_case, command, m_guide, noClocks, m_now);
        if (!ruling) {
            m_refused += ruling.error();
            return;
        }
        for (const Fact &fact : *ruling)
            m_case = apply(std::move(m_case), {m_now, {}, fact});
    }

    PersonalList list() const
    {
        using Why = Refusal::Why;
        const QList<Refusal> open = obstaclesToFiling(m_case, m_guide, noClocks, m_now);
        const bool asks = std::ranges::any_of(open, [](const Refusal &reason) {
            return reason.why == Why::SituationOpen || reason.why == Why::PathOpen || reason.why == Why::ItemsExclude
                || reason.why == Why::NothingChosen;
        });
        return {planOf(m_case, m_guide, m_now.date()), m_refused, !asks};
    }

private:
    const Guide &m_guide;
    const QDateTime m_now;
    Case m_case;
    QList<Refusal> m_refused;
};

}

PersonalList personalListOf(const Guide &guide, const Choices &choices, const QDateTime &now)
{
    Imagined imagined(guide, now);
    for (const Situation &situation : guide.matter.situations) {
        if (const QString answer = choices.answers.value(situation.id); !answer.isEmpty())
            imagined.perform(AnswerSituation{situation.id, answer});
    }
    for (const QString &item : choices.dropped)
        imagined.perform(DropItem{item});
    for (auto path = choices.paths.begin(); path != choices.paths.end(); ++path)
        imagined.perform(ChoosePath{path.key(), path.value()});
    return imagined.list();
}

}
