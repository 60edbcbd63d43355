#pragma once

#include "core/domain/case.h"
#include "core/domain/merging.h"

#include <QString>

/// The clerk's words for acts of which neither knew the other.
namespace words {

/// What a conflict is about: the name of the field, material or item; persons are not named.
QString subject(const domain::Conflict &conflict, const domain::Guide &guide);
/// What happened, in one sentence.
QString sentence(const domain::Conflict &conflict, const domain::Guide &guide);
/// One of the two values of a conflict of a field or a verdict, as it may be shown: names and numbers of persons masked.
QString value(const domain::Conflict &conflict, const QString &value, const domain::Guide &guide);
/// The two answers to “what counts?”: what is shown, and the other.
QString shownChoice(const domain::Conflict &conflict, const domain::Guide &guide);
QString otherChoice(const domain::Conflict &conflict, const domain::Guide &guide);

/// How an act stands, for the time line; empty where nothing is to be said.
QString name(domain::Standing standing);

}
