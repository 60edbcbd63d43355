#pragma once

#include "core/domain/events.h"

namespace hub {

/// What others are told of a fact.
struct Tiding {
    QString item; ///< id; empty: the whole case
    QString what; ///< case.filed, item.accepted …: as resources/openapi/departments.json has them
};

/// Everything that \a fact is to those who do not see the case; mostly nothing.
QList<Tiding> tidingsOf(const domain::Fact &fact);

/// Whether facts of this type may be something to them, without reading one.
bool isTold(const QByteArray &type);

}
