#pragma once

#include "core/desk/casework.h"
#include "core/domain/personcard.h"

#include <QObject>

#include <optional>

class ActForm;
class CardLine;

/// Whoever collects a result, while its hand-over is asked about: Ctrl+D reads their identity card, fills in who they are and says how
/// they stand to the case; Ctrl+B has them sign by hand. Neither is recorded before the act.
class CollectorHand final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    CollectorHand(CardLine &line, ActForm &form, QObject *parent = nullptr);

    /// The form asks about a hand-over of \a work now; null: no more.
    void setWork(const desk::CaseWork *work);

    void readCard();
    /// Has \a delivery, as the form says it, signed, if the rule allows it.
    void sign(domain::DeliverItems delivery);
    /// The signature that was given for exactly this \a delivery; nothing: none. One for another delivery is given up.
    std::optional<QByteArray> signatureFor(const domain::DeliverItems &delivery);
    /// Whether a signature was given for something else than \a delivery.
    bool isOutdated(const domain::DeliverItems &delivery) const;

private:
    void take(const domain::PersonCard &card);
    void fill(const domain::PersonCard &card, const QString &relation);

    CardLine &m_line;
    ActForm &m_form;
    const desk::CaseWork *m_work = nullptr;
    std::optional<domain::DeliverItems> m_signed;
    QByteArray m_ink;
};
