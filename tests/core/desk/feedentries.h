#pragma once

#include "core/journal/envelope.h"
#include "core/journal/feed.h"
#include "tests/core/desk/hall.h"

/// Our own opening of \a work as the hub gives it back, in the first place.
inline journal::FeedEntry openingOf(const Hall &hall, const desk::CaseWork &work)
{
    const journal::Journal &journal = hall.profile->journal();
    const journal::Envelope envelope{.caseId = work.file().id,
                                     .device = journal.identity().device,
                                     .incarnation = journal.identity().incarnation,
                                     .seq = 1,
                                     .prev = journal::Hash(journal::hashSize, '\0'),
                                     .parents = {},
                                     .guideVersion = work.file().guide.version,
                                     .event = journal.historyOf(work.file().id)->first().event};
    return {.hubSeq = 1, .bytes = journal::canonicalBytes(envelope)};
}
