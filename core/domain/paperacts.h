#pragma once

#include "core/domain/case.h"

namespace domain {

// The acts of a case that papers are about, in the order in which they happened: the number in a PaperRef counts them from 1.

/// What went into one pair of hands at one moment.
struct DeliveryAct {
    Delivery delivery;
    QStringList items; ///< ids
    bool operator==(const DeliveryAct &) const = default;
};
QList<DeliveryAct> deliveriesOf(const Case &file);

/// Materials that were brought after they had been deferred (容缺), by the moment at which they came.
QStringList suppliesOf(const Case &file);

/// Since when the result of \a item can be fetched; null: it cannot.
QDateTime readyAt(const CaseItem &item);
/// Items whose result waits to be fetched or was fetched, by the moment at which it was there. A result on paper has to be at the
/// issuance window; an electronic one is ready with the decision.
QStringList readyResultsOf(const Case &file);

}
