#include "core/reports/figures.h"

namespace reports {

using namespace Qt::StringLiterals;

QString DataState::words() const
{
    const QString moment = u"yyyy年M月d日 HH:mm"_s;
    QString words;
    if (hub)
        words = u"数据截至 %1（中心端，时间以中心端为准）"_s.arg(asOf.toString(moment));
    else if (lastContact.isValid())
        words = u"本机数据，截至 %1；未与中心端核对，最后联系 %2"_s.arg(asOf.toString(moment), lastContact.toString(moment));
    else
        words = u"本机数据，截至 %1；未与中心端核对"_s.arg(asOf.toString(moment));
    if (unsent > 0)
        words += u"；本机另有 %1 条记录尚未上报"_s.arg(unsent);
    if (uncounted > 0)
        words += u"；%1 件办件缺少对应版本的办事指南，未计入"_s.arg(uncounted);
    return words + u"。"_s;
}

}
