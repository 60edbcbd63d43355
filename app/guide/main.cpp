#include "app/guide/commandline.h"

#include "core/base/datafolder.h"

#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    return runGuide(QCoreApplication::arguments().mid(1), base::dataFolder() + QStringLiteral("/guides"), out, err);
}
