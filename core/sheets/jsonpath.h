#pragma once

#include <QJsonObject>
#include <QJsonValue>

namespace sheets {

/// The value under \a key of \a object; behind a dot, that of the object within it. Undefined when there is none.
QJsonValue valueAt(const QJsonObject &object, const QString &key);

/// \a object with \a value under \a key, as above; objects on the way are made.
void putAt(QJsonObject &object, const QString &key, const QJsonValue &value);

}
