#include "core/guides/proseshape.h"

#include "core/guides/objectreader.h"
#include "core/guides/provenanceshape.h"

#include <QUrl>

namespace guides {

using namespace Qt::StringLiterals;
using domain::Collection;
using domain::Letter;
using domain::Sample;
using domain::Way;

namespace {

/// Longer than any special step takes, in working days.
constexpr int mostStepDays = 1000;

Way shapeWay(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {.kind = object.word<Way::Kind>("kind"_L1, words::wayKinds),
            .place = object.id("place"_L1, Need::Optional),
            .address = object.text("address"_L1, Need::Optional),
            .note = object.text("note"_L1, Need::Optional)};
}

Sample::Row shapeSampleRow(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {object.text("label"_L1), object.text("value"_L1, Need::Optional)};
}

Letter::Blank shapeBlank(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {object.id("id"_L1), object.text("label"_L1), object.text("example"_L1, Need::Optional)};
}

/// A page may offer it to be opened, so it must be an address of the web and nothing else.
QString shapeLink(ObjectReader &object, Inspection &inspection)
{
    const QString link = object.text("link"_L1, Need::Optional);
    const QUrl url(link, QUrl::StrictMode);
    const bool isWeb = (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty();
    if (!link.isEmpty() && !isWeb)
        inspection.faultAt("link"_L1, u"%1 is no address of the web (https://…)"_s.arg(quoted(link)));
    return link;
}

}

domain::Place shapePlace(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {.id = object.id("id"_L1),
            .name = object.text("name"_L1),
            .address = object.text("address"_L1, Need::Optional),
            .hours = object.text("hours"_L1, Need::Optional),
            .phone = object.text("phone"_L1, Need::Optional),
            .note = object.text("note"_L1, Need::Optional),
            .provenance = shapeProvenance(object, inspection, Need::Required)};
}

Sample shapeSample(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {.id = object.id("id"_L1),
            .title = object.text("title"_L1),
            .rows = object.list<Sample::Row>("rows"_L1, shapeSampleRow),
            .note = object.text("note"_L1, Need::Optional),
            .link = shapeLink(object, inspection),
            .provenance = shapeProvenance(object, inspection, Need::Required)};
}

Letter shapeLetter(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {.id = object.id("id"_L1),
            .kind = object.word<Letter::Kind>("kind"_L1, words::letterKinds),
            .title = object.text("title"_L1),
            .paragraphs = object.texts("paragraphs"_L1),
            .blanks = object.list<Letter::Blank>("blanks"_L1, shapeBlank),
            .provenance = shapeProvenance(object, inspection, Need::Required)};
}

domain::Service shapeService(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {.ways = object.list<Way>("ways"_L1, shapeWay),
            .collection = object.words<Collection>("collection"_L1, words::collections),
            .consultation = object.texts("consultation"_L1),
            .complaints = object.texts("complaints"_L1),
            .progress = object.texts("progress"_L1)};
}

domain::Attention shapeAttention(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {.appointment = object.text("appointment"_L1, Need::Optional),
            .inPerson = object.text("inPerson"_L1, Need::Optional),
            .allParties = object.text("allParties"_L1, Need::Optional),
            .photos = object.text("photos"_L1, Need::Optional)};
}

domain::Mistake shapeMistake(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {.wrong = object.text("wrong"_L1),
            .right = object.text("right"_L1),
            .provenance = shapeProvenance(object, inspection, Need::Optional)};
}

domain::Faq shapeFaq(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {.question = object.text("question"_L1),
            .answer = object.text("answer"_L1),
            .provenance = shapeProvenance(object, inspection, Need::Optional)};
}

domain::SpecialStep shapeSpecialStep(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    return {.name = object.text("name"_L1),
            .days = object.whole("days"_L1, 0, mostStepDays, -1),
            .note = object.text("note"_L1, Need::Optional)};
}

}
