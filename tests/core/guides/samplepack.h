#pragma once

#include <QByteArray>
#include <QJsonObject>

/// A small sound pack that uses every key of the format.
QJsonObject samplePack();

/// \a json with the value at \a path (e.g. "matters[0].items[1].when") put to \a value; an undefined one takes it out.
QJsonValue withValue(const QJsonValue &json, const QString &path, const QJsonValue &value);

/// \a text as JSON; what is no document of its own (a number, a text) may stand alone.
QJsonValue jsonOf(const QByteArray &text);

/// Where something stands in \a json, which itself stands at \a path: every value of it.
QStringList pathsIn(const QJsonValue &json, const QString &path = {});

QByteArray bytesOf(const QJsonObject &pack);
