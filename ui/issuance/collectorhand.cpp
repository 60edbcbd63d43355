#include "ui/issuance/collectorhand.h"

#include "core/domain/collectors.h"
#include "ui/cards/cardline.h"
#include "ui/cards/cardwords.h"
#include "ui/case/actform.h"
#include "ui/signing/signaturedialog.h"
#include "ui/words/words.h"

using Level = InlineMessage::Level;
using Match = domain::CollectorCheck::Match;

CollectorHand::CollectorHand(CardLine &line, ActForm &form, QObject *parent) : QObject(parent), m_line(line), m_form(form) { }

void CollectorHand::setWork(const desk::CaseWork *work)
{
    m_work = work;
    m_signed.reset();
    m_ink.clear();
    m_line.end();
}

void CollectorHand::readCard()
{
    if (!m_work || m_line.answerYes())
        return;
    m_line.read(tr("collector"), [this](const domain::PersonCard &card) {
        if (m_work)
            take(card);
    });
}

void CollectorHand::take(const domain::PersonCard &card)
{
    const domain::CollectorCheck check = domain::checkCollector(m_work->plan(), card);
    const auto says = [this, card, check] {
        fill(card, check.relation);
        switch (check.match) {
        case Match::Entitled:
            m_line.tell(Level::Done, tr("The card is that of the %1. Compare the face with it.").arg(check.relation));
            break;
        case Match::ByName:
            m_line.tell(Level::Info, tr("The name is that of the %1; the case has no number to compare.").arg(check.relation),
                        tr("Compare the face with the card."));
            break;
        case Match::OtherNumber:
            m_line.tell(Level::Warning, tr("Somebody of this name is in the case, but with another number: it may be another person."),
                        tr("Nothing is handed over without an authority."));
            break;
        case Match::Stranger:
            m_line.tell(Level::Warning, tr("Nobody of the case has this card: relation and authority are needed."),
                        tr("Fill in both, and keep the letter of authority."));
            break;
        }
    };
    QList<domain::CardValue> against;
    const ActAnswers typed = m_form.answers();
    for (const auto &[id, value] : {std::pair{actfield::collector, card.name}, {actfield::identity, card.number}}) {
        if (const QString now = typed.value(id).trimmed(); !now.isEmpty() && now != value)
            against.append({id, m_form.label(id), now, value, true});
    }
    if (against.isEmpty())
        says();
    else
        m_line.ask(tr("The form says something else than the card: %1").arg(cardwords::contradictions(against)),
                   tr("Esc keeps what was typed."), says);
}

void CollectorHand::fill(const domain::PersonCard &card, const QString &relation)
{
    m_form.fill(actfield::collector, card.name);
    m_form.fill(actfield::identity, card.number);
    m_form.fill(actfield::relation, relation); // left open for whom the case does not name
}

void CollectorHand::sign(domain::DeliverItems delivery)
{
    if (!m_work)
        return;
    if (delivery.delivery.way != domain::Collection::Window) {
        m_form.refuse(tr("Only what is handed over at the window is signed for here."));
        return;
    }
    delivery.delivery.signedFor = true;
    if (const QList<domain::Refusal> against = m_work->obstaclesTo(domain::LifeCommand(delivery)); !against.isEmpty()) {
        m_form.refuse(against);
        return;
    }
    QStringList results;
    for (const QString &id : std::as_const(delivery.items)) {
        const domain::Plan::ItemLine *line = m_work->plan().item(id);
        if (line)
            results << (line->item.outcome.isEmpty() ? line->item.name : line->item.outcome);
    }
    const SignatureWish wish{words::name(domain::PaperKind::DeliveryRecord), delivery.delivery.collector,
                             tr("Received: %1").arg(results.join(QStringLiteral("、")))};
    askSignature(&m_form, wish, [this, delivery](const QByteArray &png) {
        if (!m_work)
            return;
        m_form.fill(actfield::isSigned, actfield::yes);
        m_signed = delivery;
        m_ink = png;
        m_line.tell(Level::Done, tr("Signed by hand. Enter hands over and records both."));
    });
}

bool CollectorHand::isOutdated(const domain::DeliverItems &delivery) const
{
    return m_signed && (m_signed->items != delivery.items || m_signed->delivery != delivery.delivery);
}

std::optional<QByteArray> CollectorHand::signatureFor(const domain::DeliverItems &delivery)
{
    if (!isOutdated(delivery))
        return m_signed ? std::optional(m_ink) : std::nullopt;
    m_signed.reset();
    m_ink.clear();
    return {};
}
