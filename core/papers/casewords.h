#pragma once

#include "core/papers/casepapers.h"

#include <QJsonArray>
#include <QJsonObject>

namespace papers {

// Words that the papers of a case share; what they mean: forms/README.md.

/// 2026年11月21日 14:05; empty for no moment.
QString momentWords(const QDateTime &moment);
/// The words that every paper of a case may use.
QJsonObject commonFacts(const CaseFacts &from);
/// Who issued the paper and when: clerk, at, day.
void addAct(QJsonObject &facts, const QDateTime &at, const QString &clerk);
/// Numbers in full, for a paper that is handed to the person or goes to the department: applicantIdFull, applicantPhoneFull.
void addNumbersInFull(QJsonObject &facts, const domain::Case &file);
/// When it was filed and until when it is to be with the departments: filedAt, filedDay, pushDue; empty before.
void addFiling(QJsonObject &facts, const domain::Case &file);

/// One material and what was found about it.
QJsonObject materialRow(const domain::Plan::MaterialLine &line, const domain::Verdict &verdict);
/// All materials (materials, materialCount, complete), and by themselves those that are promised (deferredMaterials,
/// committedMaterials) with their counts.
void addMaterials(QJsonObject &facts, const CaseFacts &from);
/// Says of each row whether another follows: more.
QJsonArray linked(QJsonArray rows);
/// byWindow, byCourier, byElectronic, byMachine: exactly one.
void addWay(QJsonObject &facts, domain::Collection way);

}
