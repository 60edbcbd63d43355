#include "core/codes/drawncode.h"

namespace codes {

using namespace Qt::StringLiterals;

namespace {

bool isDarkAt(const QrCode &code, int x, int y)
{
    return y < code.size() && code.modules().pixelIndex(x, y) == 1;
}

}

QString drawnInText(const QrCode &code)
{
    const int size = code.size();
    QString text;
    for (int y = 0; y < size; y += 2) {
        text += u"\u001b[97;40m"_s; // white on black
        for (int x = 0; x < size; ++x) {
            const bool upper = isDarkAt(code, x, y);
            const bool lower = isDarkAt(code, x, y + 1);
            text += upper ? (lower ? u' ' : u'▄') : (lower ? u'▀' : u'█');
        }
        text += u"\u001b[0m\n"_s;
    }
    return text;
}

QByteArray drawnAsSvg(const QrCode &code, int side)
{
    QString path;
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x) {
            if (isDarkAt(code, x, y))
                path += u"M%1 %2h1v1h-1z"_s.arg(x).arg(y);
        }
    }
    return u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1mm\" height=\"%1mm\" viewBox=\"0 0 %2 %2\" shape-rendering=\"crispEdges\">"
           "<rect width=\"%2\" height=\"%2\" fill=\"#fff\"/><path d=\"%3\" fill=\"#000\"/></svg>\n"_s.arg(side)
               .arg(code.size())
               .arg(path)
               .toUtf8();
}

}
