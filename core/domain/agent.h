#pragma once

#include "core/domain/fieldcheck.h"

namespace domain {

// Who acts for the applicant (代理人) has a letter of authority (授权委托书) that names what for and until when (Civil Code,
// article 165). A guide that asks for agent-name by its situations asks for the letter too; for all others there is the agent of
// the rule, which any case may have. A guide may name agents of one side (卖方代理人): each has a letter with scope and validity too.

inline const QString agentNameField = QStringLiteral("agent-name");
inline const QString agentScopeField = QStringLiteral("agent-scope");
inline const QString agentUntilField = QStringLiteral("agent-until");
/// Filled in: an agent acts although the guide does not ask about one. Never shown as a field.
inline const QString agentActsField = QStringLiteral("agent-acts");
/// What stands in agent-until when the letter ends with the matter.
inline const QString untilDone = QStringLiteral("办结");

/// Name, number and phone of the agent, scope and validity of the letter.
const QList<Field> &agentFields();
/// Scope and validity of the letter of an agent for one side whom \a name, a field of the guide, names: seller-agent-name gives
/// seller-agent-scope and seller-agent-until. Nothing for other fields.
QList<Field> letterFields(const Field &name);
/// Whether \a field is the validity of a letter, agent-until or that of one side.
bool isAgentUntil(const Field &field);
/// The letter where the guide knows none.
const Material &agentLetter();
/// Puts those fields, those of each side's agent, and the letter beside what \a guide has of its own.
void addAgentRule(Guide &guide);

/// What is wrong with the validity of a letter, seen on \a day: a date that is not over, or untilDone.
FieldFault validityFault(const QString &value, QDate day);

/// What an agent coming or going means in a case: an answer, where the guide asks about it and the other answer is clear, else
/// the field agent-acts. Nothing when only the clerk can answer.
struct AgentSwitch {
    QString situation; ///< empty: it is the field
    QString whenActing;
    QString whenNot; ///< empty where the answer is to be chosen
};
AgentSwitch agentSwitch(const Guide &guide);

}
