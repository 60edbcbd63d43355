#include "core/papers/paperfacts.h"

namespace papers {

using namespace Qt::StringLiterals;

QString dayText(QDate day)
{
    return day.toString(u"yyyy年M月d日"_s);
}

QString countWord(int count)
{
    return count > 0 ? QString::number(count) : QString();
}

void addHall(QJsonObject &facts, const base::HallSettings &hall)
{
    facts.insert(u"hall"_s, hall.hallName);
    facts.insert(u"window"_s, hall.windowName);
    facts.insert(u"phone"_s, hall.phone);
    facts.insert(u"address"_s, hall.address);
    facts.insert(u"officeHours"_s, hall.officeHours);
    facts.insert(u"online"_s, !hall.publicUrl.isEmpty());
}

void addGuide(QJsonObject &facts, const domain::Guide &guide)
{
    facts.insert(u"matter"_s, guide.matter.name);
    facts.insert(u"lead"_s, guide.matter.lead);
    facts.insert(u"sample"_s, guide.matter.status == domain::MatterStatus::Sample);
    facts.insert(u"packTitle"_s, guide.packTitle);
    facts.insert(u"packVersion"_s, guide.ref.version);
    facts.insert(u"sourceDocument"_s, guide.sourceDocument);
}

base::Result<Paper> filled(const FormFolder &forms, const QString &id, const QJsonObject &facts)
{
    const Form *form = forms.form(id);
    if (!form)
        return base::Fail({base::Error::Kind::Document, u"no such form"_s, id});
    return form->fill(facts);
}

}
