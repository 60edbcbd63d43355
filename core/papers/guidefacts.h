#pragma once

#include "core/papers/guidepapers.h"

#include <QJsonArray>
#include <QJsonObject>

namespace papers {

// A guide as words for forms; which there are and what they mean: forms/README.md. What is no longer law on the day of printing
// is left out, what will be has its first day beside it.

/// Of the whole matter: head, service, attention, questions, hall.
QJsonObject matterFacts(const GuideFacts &from);
/// Items with paths and times, special steps, boxes of the flow chart, the promise for the whole.
void addItems(QJsonObject &facts, const GuideFacts &from);
/// Materials with what each is for, the one form, samples, letters.
void addMaterialsAndForms(QJsonObject &facts, const GuideFacts &from);

/// A condition in words; empty: always.
QString whenText(const domain::Condition &condition, const domain::Guide &guide);
/// Whether a row is law on \a day or later.
bool isCurrent(const domain::Provenance &provenance, QDate day);
/// official, high, medium, low; worked: somebody worked it out; from, until: texts, from only when it is after \a day.
void addProvenance(QJsonObject &row, const domain::Provenance &provenance, QDate day);
/// Each text as a row: text; more when it is not the last.
QJsonArray textRows(const QStringList &texts);
/// promised, statutory: days as text, empty when 0 or unknown; promisedAtOnce, statutoryAtOnce.
void addDays(QJsonObject &row, int promised, int statutory);
/// shared, eLicence, held, applicant: what \a material may come from; exemptable; formShown, formKept, formCopy, formFilled,
/// formElectronic; originals, copies (texts).
void addSources(QJsonObject &row, const domain::Material &material);

}
