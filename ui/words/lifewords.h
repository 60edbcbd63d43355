#pragma once

#include "core/domain/agenda.h"
#include "core/domain/deadlines.h"
#include "core/domain/events.h"

#include <QString>

/// The clerk's words for what becomes of a case after its filing.
namespace words {

QString name(domain::CaseItem::State state);
QString name(domain::Collection way);
QString name(domain::Contact::About about);
QString name(domain::Contact::Way way);
QString name(domain::JointReview::Kind kind);
QString name(domain::Deadline::Kind kind);
/// What came of asking for a licence.
QString name(domain::LookUp::Outcome outcome);
/// What is to be done.
QString name(domain::Task::Kind kind);
QString name(domain::Urgency urgency);

/// How the results are wanted: together or each, and by which way.
QString choice(const domain::CollectionChoice &choice);

/// Who has a result since when, where it lies and from whom it came.
QString custody(const domain::Custody &custody);

/// What happened, for the time line of a case. Names of items and materials are those of \a guide; persons are masked, and what
/// was typed about them is left out.
QString sentence(const domain::Fact &fact, const domain::Guide &guide);

/// A moment as it is written at the counter, e.g. 2026-11-26 09:30; empty for a null one.
QString moment(const QDateTime &at);

}
