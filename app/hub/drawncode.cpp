#include "app/hub/drawncode.h"

#include <QBitArray>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

/// Row by row, set where dark.
QBitArray modulesOf(const codes::QrCode &code)
{
    QBitArray modules(code.size() * code.size());
    for (const codes::QrCode::Run &run : code.runs())
        modules.fill(true, run.y * code.size() + run.x, run.y * code.size() + run.x + run.length);
    return modules;
}

}

QString drawnInText(const codes::QrCode &code)
{
    const QBitArray modules = modulesOf(code);
    const int size = code.size();
    QString text;
    for (int y = 0; y < size; y += 2) {
        text += u"\u001b[97;40m"_s; // white on black
        for (int x = 0; x < size; ++x) {
            const bool upper = modules[y * size + x];
            const bool lower = y + 1 < size && modules[(y + 1) * size + x];
            text += upper ? (lower ? u' ' : u'▄') : (lower ? u'▀' : u'█');
        }
        text += u"\u001b[0m\n"_s;
    }
    return text;
}

QByteArray drawnAsSvg(const codes::QrCode &code, int side)
{
    QString path;
    for (const codes::QrCode::Run &run : code.runs())
        path += u"M%1 %2h%3v1h-%3z"_s.arg(run.x).arg(run.y).arg(run.length);
    return u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1mm\" height=\"%1mm\" viewBox=\"0 0 %2 %2\" shape-rendering=\"crispEdges\">"
           "<rect width=\"%2\" height=\"%2\" fill=\"#fff\"/><path d=\"%3\" fill=\"#000\"/></svg>\n"_s.arg(side)
               .arg(code.size())
               .arg(path)
               .toUtf8();
}

}
