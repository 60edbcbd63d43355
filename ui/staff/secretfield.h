#pragma once

#include "core/people/passwords.h"

class QLineEdit;

/// Fields in which passwords and PINs are typed.
namespace secretfield {

/// What stands in \a edit.
people::Typed typedIn(const QLineEdit &edit);
/// Overwrites what stands in \a edit, and empties it with its history. What Qt copied while it was typed is not reached.
void forget(QLineEdit &edit);

}
