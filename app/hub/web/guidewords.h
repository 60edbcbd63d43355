#pragma once

#include "app/hub/web/asked.h"
#include "core/offices/guidestand.h"
#include "core/offices/personallist.h"

#include <QJsonArray>
#include <QJsonObject>

namespace web {

// What pages about guides are filled with.

/// /g/PACK/VERSION/MATTER: as the codes on papers have it (papers::guideCode()).
QString addressOf(const domain::GuideRef &ref);
/// Where one applies on it online, likewise.
QString applyAddressOf(const domain::GuideRef &ref);
QJsonObject packWords(const offices::PackLine &pack);
QJsonObject matterWords(const offices::PackLine &pack, const offices::MatterLine &matter);
QJsonObject hitWords(const guides::MatterHit &hit);
/// sample, catalogueOnly: one of them or none.
void addStatus(QJsonObject &words, domain::MatterStatus status);
/// address, name, packTitle, version, status, and what became of the version: old, future, newerAddress, newerVersion; changes.
QJsonObject guideWords(const offices::FoundGuide &found, const QList<guides::Difference> &changes, QDate today);

/// What the query of a list says: a.SITUATION=ANSWER, d.ITEM=1 for one that is not wanted, p.ITEM=PATH.
offices::Choices choicesIn(const Fields &query);
/// The same as a query, without the question mark; only what the matter knows.
QString queryOf(const offices::Choices &choices, const domain::Guide &guide);
/// The questions with their answers, the items with their paths, what was not understood.
QJsonObject listWords(const offices::PersonalList &list, const offices::Choices &choices);

}
