#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace papers {

/// Whether \a form has the shape that forms/README.md describes: every key known and of its type, nothing needed missing, every
/// template closed. The place of an error is \a file and the path inside it, e.g. "form.json: blocks[2].columns[0].share".
base::Result<> checkFormShape(const QJsonObject &form, const QString &file);

}
