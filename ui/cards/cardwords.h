#pragma once

#include "core/devices/cardreader.h"
#include "core/domain/cardfill.h"

namespace cardwords {

/// What is wrong, and what to do.
QString sentence(const devices::CardTrouble &trouble);
QString sentence(domain::CardFault fault, const domain::PersonCard &card);
/// “姓名 张三 → 李四”, one for each value that is another; numbers in full, for they are compared.
QString contradictions(const QList<domain::CardValue> &values);

}
