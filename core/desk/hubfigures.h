#pragma once

#include "core/reports/figures.h"

#include <QObject>

#include <functional>
#include <optional>

namespace desk {

class HubLink;

/// Figures that only the hub has: ratings, and those of all halls together.
class HubFigures final
{
public:
    /// \a link outlives it.
    explicit HubFigures(HubLink &link) : m_link(link) { }

    /// Nothing: no answer that can be used, or this window belongs to no hub.
    using Answered = std::function<void(const std::optional<reports::Report> &)>;
    /// Asks for \a span of the hall of this window, or of the whole \a city; \a done is called once, later, unless \a context is gone then.
    void ask(const reports::Span &span, bool city, QObject *context, Answered done);

private:
    HubLink &m_link;
};

/// Puts the ratings that \a hub has beside those figures of \a report, of the same span at this hall, that they belong to.
void addRatings(reports::Report &report, const reports::Report &hub);

}
