#pragma once

#include "core/base/result.h"

#include <QWidget>

/// What is shown instead of the counter when it cannot start: what is wrong, where, and what to do.
class Problem final : public QWidget
{
    Q_OBJECT

public:
    explicit Problem(const base::Error &error);
};
