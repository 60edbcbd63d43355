#pragma once

#include "core/domain/guide.h"

namespace domain {

/// \a condition of \a matter as a part of a Chinese sentence, e.g. “营业面积？”不少于200平方米; empty when it always holds.
/// \a names are those of the parameters.
QString conditionWords(const Condition &condition, const Matter &matter, const Parameters &parameters,
                       const QMap<QString, QString> &names);
/// The same, with the parameters of \a pack.
inline QString conditionWords(const Condition &condition, const Matter &matter, const GuidePack &pack)
{
    return conditionWords(condition, matter, pack.parameters, pack.parameterNames);
}

}
