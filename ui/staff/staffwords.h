#pragma once

#include "core/desk/staffdesk.h"

/// The words about signing in.
namespace staffwords {

/// Why somebody is not let in.
QString sentence(const desk::SignInTrouble &trouble);
/// What to do about it; may be empty.
QString whatToDo(const desk::SignInTrouble &trouble);
/// Why \a fault is one; empty for none.
QString sentence(people::StaffBook::PinFault fault);
/// A post by its word, as it is called; the word itself where it is none.
QString post(const QString &word);

}
