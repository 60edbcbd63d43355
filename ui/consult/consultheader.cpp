#include "ui/consult/consultheader.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/keybutton.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;
using domain::MatterStatus;

namespace {

constexpr int leastNameWidth = theme::space(60);

}

ConsultHeader::ConsultHeader(QWidget *parent)
    : QWidget(parent), m_matter(new QLabel(this)), m_state(new Badge({}, this)),
      m_undo(new KeyButton(u"Ctrl+Z"_s, tr("undo"), this)),
      m_startOver(new KeyButton(u"Ctrl+N"_s, tr("next citizen"), this))
{
    theme::dress(*m_matter, theme::Type::Title);
    auto *leave = new KeyButton(u"Esc"_s, tr("leave"), this);
    auto *note = new QLabel(
        tr("No case: nothing is stored and no number is used. After Esc it is kept until another consultation begins."), this);
    theme::dress(*note, theme::Type::Caption, theme::Colour::Muted);

    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space(3));
    head->addWidget(m_matter);
    head->addWidget(new Badge({tr("Consultation"), BadgeFace::Look::Accent, u"question"_s}, this));
    head->addWidget(m_state);
    head->addStretch();
    for (KeyButton *key : {m_undo, m_startOver, leave})
        head->addWidget(key);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(1), 0, theme::space(1), 0);
    layout->setSpacing(theme::space(1));
    layout->addLayout(head);
    layout->addWidget(note);
    connect(m_undo, &KeyButton::clicked, this, &ConsultHeader::undoRequested);
    connect(m_startOver, &KeyButton::clicked, this, &ConsultHeader::startOverRequested);
    connect(leave, &KeyButton::clicked, this, &ConsultHeader::leaveRequested);
}

void ConsultHeader::show(const desk::Consultation &consultation)
{
    const domain::Matter &matter = consultation.guide().matter;
    m_matter->setText(matter.name);
    m_matter->setToolTip(matter.name);
    // A very long name gives way in a small window; its tooltip has all of it.
    m_matter->setMinimumWidth(qMin(m_matter->sizeHint().width(), leastNameWidth));
    const bool isSample = matter.status == MatterStatus::Sample;
    m_state->setFace({isSample ? tr("Sample guide") : tr("Catalogue only"), BadgeFace::Look::Warn, u"info"_s});
    m_state->setToolTip(
        isSample ? tr("The materials of this guide come from law and general knowledge, not from the department.")
                 : tr("Of this matter only the items and departments of the official catalogue are known."));
    m_state->setVisible(matter.status != MatterStatus::Official);
    m_undo->setVisible(consultation.canUndo());
    m_startOver->setVisible(!consultation.choices().isEmpty());
}
