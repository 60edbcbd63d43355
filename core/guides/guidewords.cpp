#include "core/guides/guidewords.h"

#include "core/guides/formatwords.h"

namespace guides {

using namespace Qt::StringLiterals;

QString wordFor(domain::MatterStatus status)
{
    switch (status) {
    case domain::MatterStatus::Sample:
        return u"样例：材料等依法律和常识整理，不是官方指南"_s;
    case domain::MatterStatus::Official:
        return u"官方指南"_s;
    case domain::MatterStatus::Catalogue:
        break;
    }
    return u"仅有清单，未编制材料"_s;
}

QString wordFor(domain::Confidence confidence)
{
    return chineseFor<domain::Confidence>(confidence, words::confidences);
}

QString wordFor(domain::Situation::Kind kind)
{
    return chineseFor<domain::Situation::Kind>(kind, words::situationKinds);
}

QString wordFor(domain::Material::Form form)
{
    return chineseFor<domain::Material::Form>(form, words::forms);
}

QString wordFor(domain::Material::Acquisition acquisition)
{
    return chineseFor<domain::Material::Acquisition>(acquisition, words::acquisitions);
}

QString wordFor(domain::Field::Kind kind)
{
    return chineseFor<domain::Field::Kind>(kind, words::fieldKinds);
}

QString wordFor(domain::Field::Role role)
{
    return chineseFor<domain::Field::Role>(role, words::roles);
}

QString wordFor(domain::Way::Kind kind)
{
    return chineseFor<domain::Way::Kind>(kind, words::wayKinds);
}

QString wordFor(domain::Collection collection)
{
    return chineseFor<domain::Collection>(collection, words::collections);
}

QString wordFor(domain::Letter::Kind kind)
{
    return chineseFor<domain::Letter::Kind>(kind, words::letterKinds);
}

QString wordForMark(QChar mark)
{
    return mark == u'*' ? u"国家事项（*）"_s : mark == u'#' ? u"省级事项（#）"_s : u"无标记"_s;
}

QString wordForDays(int days)
{
    return days < 0 ? u"未知"_s : days == 0 ? u"即时"_s : u"%1个工作日"_s.arg(days);
}

QString wordForDay(QDate day, const QString &none)
{
    return day.isNull() ? none : day.toString(Qt::ISODate);
}

}
