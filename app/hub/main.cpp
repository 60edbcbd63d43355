#include "app/hub/commandline.h"
#include "app/hub/serving.h"

#include <QCoreApplication>
#include <QTextStream>

#include <ctime>

int main(int argc, char *argv[])
{
    qputenv("TZ", "CST-8"); // periods and papers count in Beijing time, wherever the server believes to be; needs no table of zones
    tzset();
    hub::Signals told; // before there is any thread
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    return hub::runHub(QCoreApplication::arguments().mid(1), told, out, err);
}
