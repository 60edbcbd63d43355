#include "core/papers/testpage.h"

#include "core/papers/paperfacts.h"

#include <QJsonArray>

namespace papers {

using namespace Qt::StringLiterals;

base::Result<Paper> testPage(const FormFolder &forms, const base::HallSettings &hall, const QString &printer,
                             const QString &tray, const QDateTime &at, bool onRoll)
{
    const QString words = u"一件事一次办 0123456789 ABC"_s;
    QJsonObject facts{{u"printer"_s, printer},
                      {u"tray"_s, tray.isEmpty() ? u"由打印机选择"_s : tray},
                      {u"at"_s, at.toString(u"yyyy-MM-dd HH:mm:ss"_s)},
                      {u"samples"_s, QJsonArray{QJsonObject{{u"name"_s, u"五号"_s}, {u"text"_s, words}},
                                                QJsonObject{{u"name"_s, u"五号"_s}, {u"text"_s, words.repeated(3)}}}}};
    addHall(facts, hall);
    return filled(forms, onRoll ? u"test-page-80"_s : u"test-page"_s, facts);
}

}
