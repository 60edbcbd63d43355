#include "core/sheets/jsonpath.h"

namespace sheets {

QJsonValue valueAt(const QJsonObject &object, const QString &key)
{
    const qsizetype dot = key.indexOf(u'.');
    if (dot < 0)
        return object.value(key);
    return valueAt(object.value(key.first(dot)).toObject(), key.sliced(dot + 1));
}

void putAt(QJsonObject &object, const QString &key, const QJsonValue &value)
{
    const qsizetype dot = key.indexOf(u'.');
    if (dot < 0) {
        object.insert(key, value);
        return;
    }
    QJsonObject inner = object.value(key.first(dot)).toObject();
    putAt(inner, key.sliced(dot + 1), value);
    object.insert(key.first(dot), inner);
}

}
