#include "ui/issuance/resultpane.h"

#include "core/domain/casenumber.h"
#include "core/domain/codes.h"
#include "ui/issuance/shelfface.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/keybutton.h"
#include "ui/words/lifewords.h"
#include "ui/words/peoplewords.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using domain::ShelfState;

namespace {

QLabel *wrapped(theme::Type type, theme::Colour colour, QWidget *parent)
{
    auto *label = new QLabel(parent);
    theme::dress(*label, type, colour);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}

ResultPane::ResultPane(QWidget *parent) :
    QWidget(parent), m_name(wrapped(theme::Type::Strong, theme::Colour::Text, this)),
    m_whose(wrapped(theme::Type::Caption, theme::Colour::Muted, this)), m_state(new Badge({}, this)),
    m_hint(wrapped(theme::Type::Caption, theme::Colour::Muted, this)), m_facts(new QWidget(this)), m_scroll(new QScrollArea(this))
{
    auto *facts = new QVBoxLayout(m_facts);
    facts->setContentsMargins(0, 0, theme::space(2), 0);
    facts->setSpacing(theme::space(1));
    m_result = addPart(tr("Result"));
    m_collection = addPart(tr("Collection"));
    m_custody = addPart(tr("Where it was"));
    m_citizen = addPart(tr("What the citizen knows"));
    facts->addStretch(1);
    m_scroll->setWidget(m_facts);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setText(tr("Nothing is erased: a mistaken arrival is put right by a move (F3)."));

    auto *keys = new QGridLayout;
    keys->setSpacing(theme::space(1));
    for (int i = 0; i < issuanceActs; ++i) {
        const auto act = IssuanceAct(i);
        auto *button = new KeyButton(QKeySequence(keyOf(act)).toString(), issuanceWord(act), this);
        connect(button, &KeyButton::clicked, this, [this, act] { emit wanted(act); });
        keys->addWidget(button, i / 2, i % 2, Qt::AlignLeft);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(2));
    layout->addWidget(m_name);
    layout->addWidget(m_state, 0, Qt::AlignLeft);
    layout->addWidget(m_whose);
    layout->addWidget(m_scroll, 100);
    layout->addStretch(1); // while nothing is chosen
    layout->addWidget(m_hint);
    layout->addLayout(keys);
    clear();
}

QLabel *ResultPane::addPart(const QString &title)
{
    auto *head = wrapped(theme::Type::Caption, theme::Colour::Muted, m_facts);
    head->setText(title);
    auto *body = wrapped(theme::Type::Body, theme::Colour::Text, m_facts);
    body->setContentsMargins(0, 0, 0, theme::space(2));
    body->setAccessibleName(title);
    m_facts->layout()->addWidget(head);
    m_facts->layout()->addWidget(body);
    return body;
}

void ResultPane::fill(QLabel *part, const QStringList &lines)
{
    QStringList said = lines;
    said.removeAll(QString());
    part->setText(said.isEmpty() ? tr("nothing yet") : said.join(u'\n'));
}

namespace {

QStringList resultLines(const desk::ShelfEntry &entry)
{
    const domain::ShelfResult &result = entry.result;
    QStringList lines{result.level.isEmpty() ? result.department : result.department + u"  "_s + result.level};
    if (result.refusal)
        lines << ResultPane::tr("a refusal: handed over like a result");
    if (!result.certificate.isEmpty())
        lines << ResultPane::tr("Certificate %1").arg(result.certificate);
    if (!result.eLicence.isEmpty())
        lines << ResultPane::tr("E-licence %1").arg(result.eLicence);
    if (!result.onPaper)
        lines << ResultPane::tr("only electronic: nothing has to arrive");
    return lines;
}

/// What stands against handing everything over together.
QStringList openItems(const CaseView &view)
{
    QStringList open;
    for (const auto &[line, item] : view.items) {
        const bool onPaper = !item.outcome || item.outcome->physical;
        if (!item.isEnded())
            open << ResultPane::tr("open: %1").arg(line.item.name);
        else if (item.hasResult() && !item.delivery && onPaper && item.custody.isEmpty())
            open << ResultPane::tr("to come: %1").arg(line.item.name);
    }
    return open;
}

QStringList collectionLines(const desk::ShelfEntry &entry, const CaseView &view)
{
    QStringList lines{words::choice(view.file.life.collection)};
    if (!view.file.life.collection.address.isEmpty())
        lines << view.file.life.collection.address;
    if (entry.result.together && entry.state != ShelfState::ToProve)
        lines += openItems(view);
    return lines;
}

QStringList citizenLines(const CaseView &view, const domain::CaseItem &item)
{
    QStringList lines;
    for (const domain::Contact &contact : view.file.life.contacts) {
        if (contact.about == domain::Contact::About::Result || contact.about == domain::Contact::About::Refusal)
            lines << ResultPane::tr("Told of %1 %2 %3").arg(words::name(contact.about), words::name(contact.way), words::moment(contact.at))
                    + (contact.words.isEmpty() ? QString() : u": "_s + contact.words);
    }
    if (item.delivery) {
        const domain::Delivery &delivery = *item.delivery;
        QStringList parts{ResultPane::tr("Handed over %1 %2").arg(words::name(delivery.way), words::moment(delivery.at))};
        if (!delivery.collector.isEmpty())
            parts << domain::maskedName(delivery.collector) + u" ("_s + delivery.relation + u')';
        parts << delivery.authority << delivery.company << delivery.tracking;
        parts.removeAll(QString());
        lines << parts.join(u", "_s);
    }
    return lines;
}

}

void ResultPane::show(const desk::ShelfEntry &entry, const CaseView *view)
{
    m_name->setText(entry.result.name);
    m_state->setFace(shelfFace(entry.state));
    m_state->show();
    m_whose->setText((entry.applicant.isEmpty() ? tr("applicant not entered") : words::applicantFor(entry.applicant, entry.subjects)) + u"  ·  "_s
                     + domain::groupedNumber(entry.number) + u'\n' + entry.matter);
    fill(m_result, resultLines(entry));
    const auto *item = view ? view->item(entry.result.item) : nullptr;
    if (!item)
        return;
    QStringList chain;
    for (const domain::Custody &custody : item->second.custody)
        chain << words::custody(custody);
    fill(m_collection, collectionLines(entry, *view));
    fill(m_custody, chain);
    fill(m_citizen, citizenLines(*view, item->second));
    m_scroll->show();
}

void ResultPane::clear()
{
    m_name->setText(tr("No result is chosen"));
    m_whose->setText(tr("Scan a number, or walk the list with the arrows."));
    m_state->hide();
    m_scroll->hide();
}

QString ResultPane::text() const
{
    QStringList texts{m_name->text(), m_state->face().text, m_whose->text()};
    if (!m_scroll->isHidden())
        texts << m_result->text() << m_collection->text() << m_custody->text() << m_citizen->text();
    return texts.join(u'\n');
}
