#pragma once

#include "core/domain/case.h"

namespace domain {

// Which papers a case has. A paper is issued by an act and is made from the case as it stood then. Papers that follow the intake
// (papersOfIntake()) can be had at any time of it; one that was printed stays as it was printed, and when the intake goes on after
// that, the next print is another edition: number counts them.

/// Whether \a paper of \a file has come into being: only what was issued is printed, and then as often as anybody wants.
bool isIssued(const Case &file, const PaperRef &paper);

/// Every paper of \a file that may be printed now, by kind and number.
QList<PaperRef> papersOf(const Case &file);

/// The papers of \a kind that \a file has, without those that a later one has taken the place of: the last notice, the last letter, the
/// last edition of the form.
QList<PaperRef> papersInForce(const Case &file, PaperKind kind);
/// When \a paper came into being: the moment of the act that it is about; null when \a file has none such.
QDateTime madeAt(const Case &file, const PaperRef &paper);

/// Application form, cover sheet and the letters that an applicant signs.
const QList<PaperKind> &papersOfIntake();
/// Which edition of \a kind the next print would be, from 1.
int editionOf(const Case &file, PaperKind kind);

/// The legal number of \a paper that stands; null: none was given, or it was voided.
const PaperNumber *numberOf(const Case &file, const PaperRef &paper);
/// When a number of \a paper was voided last; null: never. A print after that is a first print again.
QDateTime lastVoided(const Case &file, const PaperRef &paper);

}
