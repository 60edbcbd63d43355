#pragma once

#include "core/people/passwords.h"

namespace offices {

using people::isPassword;
using people::keptForm;
using people::PasswordCost;

/// A password to hand over once: five groups of four letters and digits that nobody confuses (100 bits).
QString oneTimePassword();

/// Why \a password may not be the one of the account \a name, in Chinese; empty: it may. 12 to 128 characters, not all of one, without the name.
QString faultOfPassword(const QString &password, const QString &name);

}
