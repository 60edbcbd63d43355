#pragma once

#include "core/domain/guide.h"

namespace guides {

/// The Chinese words for the values of a guide, for texts that are read by those who write guides.
QString wordFor(domain::Confidence confidence);
QString wordFor(domain::MatterStatus status);
QString wordFor(domain::Situation::Kind kind);
QString wordFor(domain::Material::Form form);
QString wordFor(domain::Material::Acquisition acquisition);
QString wordFor(domain::Field::Kind kind);
QString wordFor(domain::Field::Role role);
QString wordFor(domain::Way::Kind kind);
QString wordFor(domain::Collection collection);
QString wordFor(domain::Letter::Kind kind);
/// The mark of a matter: national, provincial, none.
QString wordForMark(QChar mark);
/// A term in working days; below 0 it is not known, 0 is at once.
QString wordForDays(int days);
/// A day as YYYY-MM-DD; \a none when it is not set.
QString wordForDay(QDate day, const QString &none);

}
