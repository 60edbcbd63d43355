#include "core/wire/parts.h"

namespace wire {

using namespace Qt::StringLiterals;

namespace {

constexpr Words<domain::Standing, 3> standings{{
    {domain::Standing::Stands, "accepted"_L1},
    {domain::Standing::InConflict, "accepted_conflict"_L1},
    {domain::Standing::Disputed, "disputed"_L1},
}};

}

void put(QJsonObject &json, const Writer &writer)
{
    json.insert("dev"_L1, writer.device);
    json.insert("inc"_L1, writer.incarnation);
}

Writer writerIn(Fields &fields)
{
    return {fields.word("dev"_L1), fields.count("inc"_L1, 1, std::numeric_limits<int>::max())};
}

void put(QJsonObject &json, const domain::Judgement &judgement)
{
    json.insert("verdict"_L1, wordOf(standings, judgement.standing));
    if (!judgement.code.isEmpty())
        json.insert("code"_L1, judgement.code);
}

domain::Judgement judgementIn(Fields &fields)
{
    return {valueOf(standings, fields, "verdict"_L1), fields.textIfAny("code"_L1)};
}

}
