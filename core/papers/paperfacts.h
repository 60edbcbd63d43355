#pragma once

#include "core/base/settings.h"
#include "core/domain/guide.h"
#include "core/papers/forms.h"

#include <QDate>

namespace papers {

// Words that papers of all kinds share.

/// 2026年11月21日.
QString dayText(QDate day);
/// A count as a word: empty for none.
QString countWord(int count);
void addHall(QJsonObject &facts, const base::HallSettings &hall);
void addGuide(QJsonObject &facts, const domain::Guide &guide);
/// The form \a id filled; Error::Document when there is none.
base::Result<Paper> filled(const FormFolder &forms, const QString &id, const QJsonObject &facts);

}
