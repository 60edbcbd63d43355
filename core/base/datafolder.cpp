#include "core/base/datafolder.h"

#include <QCoreApplication>
#include <QDir>

namespace base {

QString dataFolder()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/yichuang"));
}

}
