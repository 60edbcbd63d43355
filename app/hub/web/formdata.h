#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>

namespace web {

/// A form with a file (multipart/form-data, RFC 7578).
struct FormData {
    QHash<QString, QString> fields;
    QByteArray file; ///< of the one field that is a file; what it is called elsewhere is not looked at
};

/// Reads \a body by its \a contentType. Error::Document for what no page of ours sends: no boundary, parts without a name or inside of one
/// another, more than ten of them, two files, a field of more than 200 bytes or that is no plain text.
base::Result<FormData> formDataIn(const QByteArray &contentType, const QByteArray &body);

}
