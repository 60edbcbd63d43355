#include "ui/intake/caseheader.h"

#include "core/domain/casenumber.h"
#include "ui/widgets/keybutton.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

BadgeFace stageFace(domain::Stage stage)
{
    switch (stage) {
    case domain::Stage::Intake:
        return {words::name(stage), BadgeFace::Look::Accent, u"intake"_s};
    case domain::Stage::Filed:
        return {words::name(stage), BadgeFace::Look::Good, u"filed"_s};
    case domain::Stage::Abandoned:
        return {words::name(stage), BadgeFace::Look::Neutral, u"cross"_s};
    }
    Q_UNREACHABLE();
}

}

CaseHeader::CaseHeader(QWidget *parent)
    : QWidget(parent), m_matter(new QLabel(this)), m_number(new QLabel(this)), m_stage(new Badge({}, this)),
      m_sample(new Badge({tr("Sample guide"), BadgeFace::Look::Warn, u"info"_s}, this)), m_notices(new Badge({}, this)), m_online(new Badge({}, this)),
      m_undo(new KeyButton(u"Ctrl+Z"_s, tr("undo"), this)), m_copyCard(new KeyButton(u"Ctrl+K"_s, tr("copy card"), this))
{
    theme::dress(*m_matter, theme::Type::Title);
    theme::dress(*m_number, theme::Type::Body, theme::Colour::Muted);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sample->setToolTip(
        tr("The materials of this guide come from law and general knowledge, not from the department."));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space(1), 0, theme::space(1), 0);
    layout->setSpacing(theme::space(3));
    layout->addWidget(m_matter);
    for (Badge *badge : {m_stage, m_online, m_notices, m_sample})
        layout->addWidget(badge);
    layout->addWidget(m_number);
    layout->addStretch();
    layout->addWidget(m_undo);
    layout->addWidget(m_copyCard);
    auto *scans = new KeyButton(u"F12"_s, tr("pictures"), this);
    layout->addWidget(scans);
    connect(scans, &KeyButton::clicked, this, &CaseHeader::scansRequested);
    auto *leave = new KeyButton(u"Esc"_s, tr("leave, all is saved"), this);
    layout->addWidget(leave);
    connect(m_copyCard, &KeyButton::clicked, this, &CaseHeader::copyCardRequested);
    connect(m_undo, &KeyButton::clicked, this, &CaseHeader::undoRequested);
    connect(leave, &KeyButton::clicked, this, &CaseHeader::leaveRequested);
}

void CaseHeader::show(const domain::Case &file, const domain::Guide &guide, const domain::ClockRules &rules, bool canUndo)
{
    m_matter->setText(guide.matter.name);
    m_matter->setToolTip(guide.matter.name);
    m_number->setText(domain::groupedNumber(file.number));
    m_stage->setFace(stageFace(file.stage));
    m_sample->setVisible(guide.matter.status == domain::MatterStatus::Sample);
    m_notices->setFace({tr("%n notice(s)", nullptr, int(file.notices.size())), BadgeFace::Look::Warn, u"paper"_s});
    m_notices->setVisible(!file.notices.isEmpty());
    showOnline(file.life, rules);
    m_undo->setVisible(canUndo);
    m_copyCard->setVisible(file.stage == domain::Stage::Filed);
}

/// A clerk sees at once that nobody stands at the window, and how long the applicant may wait.
void CaseHeader::showOnline(const domain::CaseLife &life, const domain::ClockRules &rules)
{
    const QDateTime until = !life.awaitsReview ? QDateTime() : domain::twoHours(domain::Deadline::Kind::OnlineReview, life.submittedAt, rules).due;
    m_online->setFace(life.awaitsReview
                          ? BadgeFace{tr("Online since %1, look at it until %2").arg(words::moment(life.submittedAt), words::moment(until)),
                                      BadgeFace::Look::Warn, u"online"_s}
                          : BadgeFace{tr("Came online"), BadgeFace::Look::Neutral, u"online"_s});
    m_online->setToolTip(tr("The applicant sent it over the pages: the pictures are copies (F12). Compare them with the originals when "
                            "the results are collected."));
    m_online->setVisible(life.submittedAt.isValid());
}
