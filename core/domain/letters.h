#pragma once

#include "core/domain/plan.h"

#include <array>

namespace domain {

// The letters an applicant signs before filing: 容缺受理承诺书 for what is brought later, 告知承诺书 in place of a proof. A letter is
// issued (its content is fixed, it can be printed), its consequences are told, it is signed. It binds while it says exactly what is
// promised: a verdict, a day or the applicant's name that changes afterwards makes it void, and another one is issued.

/// Every kind, in the order in which they are handed out.
inline constexpr std::array letterKinds{Letter::Kind::Deferral, Letter::Kind::Commitment};

/// What the applicant promises now and has to sign for, in the order of \a plan. Verdicts that say themselves that they were signed
/// for (an older program wrote them) are left out.
QList<Promise> promisesOf(const Case &file, const Plan &plan, Letter::Kind kind);

/// The last letter of \a kind if it says exactly what is promised now by whom; null: none was issued, or something changed.
const IssuedLetter *letterInForce(const Case &file, const Plan &plan, Letter::Kind kind);

/// Kinds of letters that are needed now: without one in force, or, \a orSignature, with one that is not signed.
QList<Letter::Kind> lettersWanted(const Case &file, const Plan &plan, bool orSignature);

/// What the clerk reads out before the applicant signs: the paragraphs of the guide's letter that hold for everybody, else what the
/// rules say of every such letter (国办发〔2020〕42号).
QString consequencesOf(Letter::Kind kind, const Guide &guide);

/// The paper on which \a letter is signed.
PaperRef paperOf(const IssuedLetter &letter);

/// 容缺受理承诺书 or 告知承诺书.
QString titleOf(Letter::Kind kind, const Guide &guide);

}
