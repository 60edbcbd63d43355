#include "ui/issuance/issuancepage.h"

#include "ui/case/actform.h"
#include "ui/case/leasewords.h"
#include "ui/issuance/collectorhand.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/words/words.h"

// IssuancePage: one act on one result, and the question to the hub that goes before a hand-over.

void IssuancePage::giveToOne()
{
    const domain::LifeCommand command = commandOf(*m_asking, scene(), m_form->answers());
    const auto *handed = std::get_if<domain::DeliverItems>(&command);
    if (!handed)
        record(command);
    else if (!m_issuance.isAskingLease())
        handOver(*handed);
}

void IssuancePage::handOver(const domain::DeliverItems &delivery)
{
    if (m_hand->isOutdated(delivery)) {
        m_hand->signatureFor(delivery); // given up
        m_form->fill(actfield::isSigned, {});
        m_form->refuse(tr("The form was changed after the signature: have it signed once more (Ctrl+B)."));
        return;
    }
    if (const auto obstacles = m_work->obstaclesTo(domain::LifeCommand(delivery)); !obstacles.isEmpty()) {
        m_form->refuse(obstacles); // the hub need not be asked
        return;
    }
    m_form->wait(leasewords::asking());
    m_issuance.askLease(m_targets.first().caseId, delivery, this, [this, delivery](const desk::HandoverLease::Outcome &outcome) {
        const auto now = entered();
        if (outcome.answer != desk::HandoverLease::Answer::Granted)
            m_form->refuse(leasewords::sentence(outcome));
        else if (!now || now->items != delivery.items || now->delivery != delivery.delivery)
            m_form->refuse(tr("The form was changed while the hub was asked: press Enter once more."));
        else
            record(domain::LifeCommand(delivery));
    });
}

void IssuancePage::record(const domain::LifeCommand &command)
{
    const QString caseId = m_targets.first().caseId;
    const auto *handed = std::get_if<domain::DeliverItems>(&command);
    const std::optional<QByteArray> ink = handed ? m_hand->signatureFor(*handed) : std::nullopt;
    const desk::Done done = ink ? m_issuance.handOver(caseId, *handed, *ink) : m_issuance.perform(caseId, command);
    if (!done) {
        if (done.error().error)
            m_form->refuse(words::sentence(*done.error().error));
        else
            m_form->refuse(done.error().refusals);
        return;
    }
    const QString word = issuanceWord(*m_asking);
    m_handedNumber = handed ? m_targets.first().number : QString();
    endAsking();
    m_message->tell(InlineMessage::Level::Done, tr("%1: recorded.").arg(word),
                    handed && m_rates ? tr("Ctrl+R opens the rating pad, if the citizen wants to rate.") : QString());
    if (handed && handed->delivery.way == domain::Collection::Window && !wasPrintedToSign(*handed))
        emit recordRequested(caseId);
}
