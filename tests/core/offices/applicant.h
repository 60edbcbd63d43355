#pragma once

#include "core/domain/guide.h"
#include "core/domain/refusal.h"

#include <QMap>

/// What a synthetic applicant answers and writes.
namespace applicant {

using namespace Qt::StringLiterals;

/// A value that is right in \a field.
inline QString valueOf(const domain::Field &field)
{
    using Kind = domain::Field::Kind;
    static const QMap<Kind, QString> values{{Kind::PersonName, u"测试·样例"_s},        {Kind::Phone, u"13800138000"_s},
                                            {Kind::Date, u"20261101"_s},                {Kind::Number, u"3300"_s},
                                            {Kind::CreditCode, u"91350100M000100Y43"_s}, {Kind::IdNumber, u"11010519491231002X"_s}};
    return field.kind == Kind::Choice ? field.choices.value(0) : values.value(field.kind, u"样例路77号"_s);
}

/// An answer to \a situation.
inline QString answerOf(const domain::Situation &situation)
{
    return situation.options.isEmpty() ? u"1"_s : situation.options.constFirst().id;
}

}
