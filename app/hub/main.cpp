#include "app/hub/commandline.h"
#include "app/hub/serving.h"

#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char *argv[])
{
    hub::Signals told; // before there is any thread
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    return hub::runHub(QCoreApplication::arguments().mid(1), told, out, err);
}
