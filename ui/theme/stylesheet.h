#pragma once

#include <QString>

namespace theme {

/// The style sheet of the program with the colours of theme::colour() filled in.
QString styleSheet();

}
