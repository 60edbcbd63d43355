#include "ui/case/casehead.h"

#include "core/domain/casenumber.h"
#include "core/domain/codes.h"
#include "core/domain/parties.h"
#include "ui/case/caserows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/keybutton.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

/// The applicant, and whom it concerns when that is somebody else.
QString peopleOf(const CaseView &view)
{
    const QString applicant = domain::applicantName(view.file);
    QList<domain::Party> subjects = domain::subjectsOf(domain::partiesOf(view.plan));
    subjects.removeIf([&](const domain::Party &subject) { return subject.name == applicant; });
    if (subjects.isEmpty())
        return domain::maskedName(applicant);
    const QString first = subjects.front().title + u' ' + domain::maskedName(subjects.front().name);
    return subjects.size() == 1
        ? CaseHead::tr("%1 for %2").arg(domain::maskedName(applicant), first)
        : CaseHead::tr("%1 for %2 and %n more", nullptr, int(subjects.size()) - 1).arg(domain::maskedName(applicant), first);
}

}

CaseHead::CaseHead(QWidget *parent)
    : QWidget(parent), m_matter(new QLabel(this)),
      m_sample(new Badge({tr("Sample guide"), BadgeFace::Look::Warn, u"info"_s}, this)), m_number(new QLabel(this)),
      m_applicant(new QLabel(this)), m_standing(new QLabel(this)), m_next(new Badge({}, this))
{
    theme::dress(*m_matter, theme::Type::Title);
    theme::dress(*m_number, theme::Type::Body, theme::Colour::Muted);
    theme::dress(*m_applicant, theme::Type::Body);
    theme::dress(*m_standing, theme::Type::Strong);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {m_matter, m_number, m_applicant, m_standing})
        label->setTextFormat(Qt::PlainText);
    auto *leave = new KeyButton(u"Esc"_s, tr("leave, all is saved"), this);
    connect(leave, &KeyButton::clicked, this, &CaseHead::leaveRequested);
    auto *copyCard = new KeyButton(u"Ctrl+K"_s, tr("copy card"), this);
    connect(copyCard, &KeyButton::clicked, this, &CaseHead::copyCardRequested);
    auto *scans = new KeyButton(u"F12"_s, tr("pictures"), this);
    connect(scans, &KeyButton::clicked, this, &CaseHead::scansRequested);

    auto *above = new QHBoxLayout;
    above->setSpacing(theme::space(3));
    above->addWidget(m_matter);
    above->addWidget(m_sample);
    above->addWidget(m_number);
    above->addWidget(m_applicant);
    above->addStretch();
    above->addWidget(copyCard);
    above->addWidget(scans);
    above->addWidget(leave);
    auto *below = new QHBoxLayout;
    below->setSpacing(theme::space(3));
    below->addWidget(m_standing);
    below->addWidget(m_next);
    below->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(1), 0, theme::space(1), 0);
    layout->setSpacing(theme::space(1));
    layout->addLayout(above);
    layout->addLayout(below);
}

void CaseHead::show(const CaseView &view)
{
    m_matter->setText(view.guide.matter.name);
    m_sample->setVisible(view.guide.matter.status == domain::MatterStatus::Sample);
    m_number->setText(domain::groupedNumber(view.file.number));
    m_applicant->setText(peopleOf(view));
    m_standing->setText(standingOf(view));
    m_next->setFace(nextClockFace(view));
    m_next->setVisible(!m_next->face().text.isEmpty());
}

QString CaseHead::standing() const
{
    return m_standing->text();
}
