#include "core/domain/factbody.h"

namespace domain {

QString momentText(const QDateTime &moment)
{
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

}
