#include "ui/consult/listpanel.h"

#include "ui/sheet/sheetpreview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/paperpreview.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 2; ///< of what is open; the paper has all of it

QPushButton *listAct(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(true);
    return button;
}

}

ListPanel::ListPanel(QWidget *parent)
    : StepCard(3, tr("Personal list"), u"F4"_s, parent), m_headline(new QLabel(this)), m_explanation(new QLabel(this)),
      m_goThere(new KeyButton(u"F7"_s, tr("go there"), this)), m_print(listAct(tr("Print  Ctrl+P"), this)),
      m_save(listAct(tr("Save as PDF  Ctrl+S"), this)), m_case(listAct(tr("Make it a case  F9"), this)),
      m_preview(new PaperPreview(this))
{
    theme::dress(*m_headline, theme::Type::Strong);
    theme::dress(*m_explanation, theme::Type::Caption, theme::Colour::Muted);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setAlignment(Qt::AlignTop);
    // Always as high as it can become, so that the paper does not jump at each answer.
    m_explanation->setFixedHeight(int(mostLines) * QFontMetrics(m_explanation->font()).lineSpacing() + 2);

    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space(2));
    head->addWidget(m_headline, 1);
    head->addWidget(m_goThere);
    for (QPushButton *act : {m_print, m_save, m_case})
        head->addWidget(act);
    body()->addLayout(head);
    body()->addWidget(m_explanation);
    body()->addWidget(m_preview, 1);
    setFocusPolicy(Qt::ClickFocus);
    connect(m_goThere, &KeyButton::clicked, this, &ListPanel::goToOpenRequested);
    const auto on = [this](QPushButton *act, void (ListPanel::*wanted)()) {
        connect(act, &QPushButton::clicked, this, [this, wanted] {
            restOn(*m_preview, *this); // Enter once more would do it twice
            emit(this->*wanted)();
        });
    };
    on(m_print, &ListPanel::printRequested);
    on(m_save, &ListPanel::saveRequested);
    on(m_case, &ListPanel::caseRequested);
}

void ListPanel::show(const desk::Consultation &consultation)
{
    const QList<domain::Refusal> open = consultation.open();
    const int count = int(open.size());
    const bool catalogueOnly = consultation.guide().matter.status == domain::MatterStatus::Catalogue;
    m_isWhole = open.isEmpty();
    m_goThere->setVisible(!m_isWhole);
    m_case->setVisible(!catalogueOnly);
    theme::setKind(*m_print, m_isWhole ? theme::Kind::Primary : theme::Kind::Normal);

    m_headline->setText(!m_isWhole          ? tr("Still open: %n", nullptr, count)
                            : catalogueOnly ? tr("Items and departments")
                                            : tr("The list is whole"));
    QStringList lines;
    if (catalogueOnly)
        lines << tr("No case can be opened: of this matter only the official catalogue is known. Hand out the list.");
    else if (m_isWhole)
        lines << tr("Only what applies to this person: print it, or go on with it as a case.");
    const qsizetype named = qMin(mostLines - lines.size(), open.size());
    for (const domain::Refusal &point : open.first(named))
        lines << words::sentence(point);
    if (open.size() > named)
        lines.last() += u' ' + tr("and %n more", nullptr, int(open.size() - named));
    m_explanation->setText(lines.join(u'\n'));
    setState(m_isWhole ? State::Done : State::Open, m_isWhole ? tr("ready to print") : tr("%n open", nullptr, count));
}

void ListPanel::preview(const base::Result<papers::Paper> &paper)
{
    showPaper(*m_preview, paper);
}

void ListPanel::takeFocus()
{
    if (m_isWhole)
        m_print->setFocus(Qt::ShortcutFocusReason);
    else
        restOn(*m_preview, *this);
}

QString ListPanel::headline() const
{
    return m_headline->text();
}

QString ListPanel::explanation() const
{
    return m_explanation->text();
}
