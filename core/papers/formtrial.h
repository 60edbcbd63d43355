#pragma once

#include "core/papers/forms.h"

namespace papers {

/// Fills \a form from a made-up case (or guide) that has one of everything, so that a word it does not have is found when the
/// program starts and not when somebody waits for the paper. Words inside a repeated part of a paper about a guide are only found
/// when such a guide is printed.
base::Result<> tryForm(const Form &form);

}
