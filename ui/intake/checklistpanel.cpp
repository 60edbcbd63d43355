#include "ui/intake/checklistpanel.h"

#include "core/domain/decide.h"
#include "core/domain/licencerules.h"
#include "ui/intake/checklistmodel.h"
#include "ui/intake/checklistview.h"
#include "ui/widgets/keybutton.h"
#include "ui/intake/materialnotes.h"
#include "ui/intake/verdictlook.h"
#include "ui/intake/verdictstrip.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

using domain::VerdictKind;

namespace {

constexpr int belowHeight = 76; ///< at least, for notes or strip

/// Whether a verdict of \a kind on \a material has more to be told, so that the strip asks first. What the guide does not allow
/// goes straight to the desk, which refuses it in words.
bool needsMore(VerdictKind kind, const domain::Material &material)
{
    switch (kind) {
    case VerdictKind::Exempt:
        return material.exemptable();
    case VerdictKind::Deferred:
        return material.deferrable;
    case VerdictKind::NotConforming:
        return true;
    case VerdictKind::Committed:
    case VerdictKind::OriginalSeen:
    case VerdictKind::CopyKept:
    case VerdictKind::Missing:
        return false;
    }
    Q_UNREACHABLE();
}

/// Whether the guide does not offer \a kind for \a material.
bool notOffered(VerdictKind kind, const domain::Material &material)
{
    if (kind == VerdictKind::Committed)
        return !material.committable;
    const bool asksMore = kind == VerdictKind::Exempt || kind == VerdictKind::Deferred;
    return asksMore && !needsMore(kind, material);
}

}

ChecklistPanel::ChecklistPanel(QWidget *parent)
    : StepCard(4, tr("Checklist"), QStringLiteral("F5"), parent), m_model(new ChecklistModel(this)),
      m_view(new ChecklistView(this)), m_empty(new QLabel(this)), m_keys(makeKeys()), m_notes(new MaterialNotes(this)),
      m_strip(new VerdictStrip(this)), m_lookUpStrip(new LookUpStrip(this))
{
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Checklist of materials"));
    theme::dress(*m_empty, theme::Type::Body, theme::Colour::Muted);
    m_empty->setText(tr("No materials yet: they follow from the situations and the items."));
    m_empty->setAlignment(Qt::AlignTop);
    for (QWidget *below : std::initializer_list<QWidget *>{m_notes, m_strip, m_lookUpStrip}) {
        below->setMinimumHeight(belowHeight);
        below->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    }
    m_strip->hide();
    m_lookUpStrip->hide();
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_keys);
    body()->addWidget(m_notes);
    body()->addWidget(m_strip);
    body()->addWidget(m_lookUpStrip);
    connect(m_view, &ChecklistView::verdictKeyPressed, this, &ChecklistPanel::begin);
    connect(m_view, &ChecklistView::takeBackPressed, this, &ChecklistPanel::takeBack);
    connect(m_view, &ChecklistView::rowChanged, this, &ChecklistPanel::showNotes);
    connect(m_view, &ChecklistView::enterPressed, this, [this](int row) {
        if (m_model->nextOpen(row) < 0)
            emit passed();
        else
            m_view->goTo(m_model->nextOpen(row));
    });
    connect(m_strip, &VerdictStrip::given, this, &ChecklistPanel::give);
    connect(m_strip, &VerdictStrip::cancelled, this, &ChecklistPanel::closeStrip);
    connect(m_view, &ChecklistView::lookUpPressed, this, &ChecklistPanel::beginLookUp);
    connect(m_lookUpStrip, &LookUpStrip::chosen, this, &ChecklistPanel::holderChosen);
    connect(m_lookUpStrip, &LookUpStrip::stopped, this, [this] {
        leaveLookUp();
        emit lookUpStopped();
    });
    connect(m_lookUpStrip, &LookUpStrip::keyPassed, this, [this](QKeyEvent *event) {
        m_view->setFocus(Qt::OtherFocusReason);
        QCoreApplication::sendEvent(m_view, event);
    });
}

QWidget *ChecklistPanel::makeKeys()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(1));
    for (const VerdictKey &key : verdictKeys) {
        auto *button = new KeyButton(QChar(char16_t(key.digit)), keyWord(key.kind), row);
        m_verdictKeys << button;
        layout->addWidget(button);
        connect(button, &KeyButton::clicked, this, [this, kind = key.kind] {
            if (m_view->currentRow() >= 0)
                begin(m_view->currentRow(), kind);
        });
    }
    m_lookUpKey = new KeyButton(QStringLiteral("8"), tr("look up"), row);
    layout->addWidget(m_lookUpKey);
    connect(m_lookUpKey, &KeyButton::clicked, this, [this] { beginLookUp(m_view->currentRow()); });
    layout->addStretch();
    auto *back = new KeyButton(QStringLiteral("⌫"), tr("take back"), row);
    layout->addWidget(back);
    connect(back, &KeyButton::clicked, this, [this] { takeBack(m_view->currentRow()); });
    return row;
}

void ChecklistPanel::show(const domain::Plan &plan, const domain::Case &file, QDate today,
                          const domain::WorkCalendar &calendar)
{
    m_plan = plan;
    m_today = today;
    m_calendar = calendar;
    const int row = m_view->currentRow();
    const QString at = row >= 0 ? m_model->line(row).material.id : QString();
    m_model->show(plan.materials, file.verdicts);
    if (m_view->currentRow() < 0)
        m_view->goTo(qMax(0, m_model->rowOf(at)));
    if (!m_asked.isEmpty() && m_model->rowOf(m_asked) < 0)
        closeStrip();
    const int count = m_model->rowCount();
    const int open = m_model->openCount();
    const int gaps = m_model->gapCount();
    m_view->setVisible(count > 0);
    m_keys->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    if (open > 0)
        setState(State::Open, tr("%1 of %2 checked").arg(count - open).arg(count));
    else if (gaps > 0)
        setState(State::Open, tr("%n gap(s)", nullptr, gaps));
    else
        setState(count > 0 ? State::Done : State::Waiting, count > 0 ? tr("all in order") : tr("nothing asked yet"));
    fitRows();
    showNotes(m_view->currentRow());
}

void ChecklistPanel::resizeEvent(QResizeEvent *event)
{
    StepCard::resizeEvent(event);
    fitRows();
}

void ChecklistPanel::fitRows()
{
    constexpr int head = theme::space(12);
    m_view->fitRows(height() - head - m_keys->sizeHint().height() - belowHeight);
}

void ChecklistPanel::takeFocus(const QString &material)
{
    closeStrip();
    const int row = m_model->rowOf(material);
    // The list grew while the situations were answered; whoever comes to it fresh begins at its top.
    const bool fresh = !m_view->hasFocus() && m_model->openCount() == m_model->rowCount();
    m_view->goTo(row >= 0 ? row : m_model->nextOpen(fresh ? -1 : m_view->currentRow() - 1));
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void ChecklistPanel::begin(int row, VerdictKind kind)
{
    clearRefusal();
    const domain::Plan::MaterialLine line = m_model->line(row);
    m_asked = line.material.id;
    if (!m_waits)
        leaveLookUp(); // what was told is over with another verdict
    if (!needsMore(kind, line.material)) {
        domain::Verdict verdict;
        verdict.kind = kind;
        give(verdict);
        return;
    }
    showBelow(m_strip);
    const QDate latest = domain::latestDeferral(m_plan, m_asked, m_today, m_calendar);
    m_strip->ask(kind, line, m_model->verdict(row), latest);
}

void ChecklistPanel::give(const domain::Verdict &verdict)
{
    clearRefusal();
    const QString material = m_asked;
    emit wanted(domain::GiveVerdict{material, verdict});
    if (!refusal().isEmpty())
        return;
    closeStrip();
    const int row = m_model->rowOf(material);
    if (const int next = m_model->nextOpen(row); next >= 0)
        m_view->goTo(next);
    m_view->setFocus(Qt::OtherFocusReason);
}

void ChecklistPanel::takeBack(int row)
{
    if (row < 0)
        return;
    clearRefusal();
    if (!m_waits)
        leaveLookUp();
    emit wanted(domain::TakeBackVerdict{m_model->line(row).material.id});
}

void ChecklistPanel::closeStrip()
{
    m_asked.clear();
    clearRefusal();
    if (m_strip->isHidden())
        return;
    const bool hadFocus = m_strip->hasFocus() || m_strip->isAncestorOf(focusWidget());
    showBelow(m_notes);
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
}

void ChecklistPanel::showNotes(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_notes->show(m_model->line(row));
    else
        m_notes->showNothing();
    dimKeys(row);
    if (m_strip->isHidden())
        showBelow(!m_lookedUp.isEmpty() && materialAt(row) == m_lookedUp ? static_cast<QWidget *>(m_lookUpStrip) : m_notes);
    if (row >= 0 && !m_asked.isEmpty() && m_model->line(row).material.id != m_asked)
        closeStrip();
}

void ChecklistPanel::dimKeys(int row)
{
    if (row < 0)
        return;
    const domain::Material &material = m_model->line(row).material;
    for (std::size_t i = 0; i < verdictKeys.size(); ++i)
        m_verdictKeys[qsizetype(i)]->setDimmed(notOffered(verdictKeys[i].kind, material));
    m_lookUpKey->setDimmed(domain::lookUpWays(material).isEmpty());
}

QString ChecklistPanel::materialAt(int row) const
{
    return row >= 0 && row < m_model->rowCount() ? m_model->line(row).material.id : QString();
}

/// Notes, verdict or look-up: one of them stands below the list.
void ChecklistPanel::showBelow(QWidget *part)
{
    for (QWidget *below : std::initializer_list<QWidget *>{m_notes, m_strip, m_lookUpStrip})
        below->setVisible(below == part);
}

void ChecklistPanel::beginLookUp(int row)
{
    closeStrip();
    if (row >= 0)
        emit lookUpWanted(materialAt(row));
}

void ChecklistPanel::chooseHolder(const QString &material, const QString &title, const QStringList &holders)
{
    m_lookedUp = material;
    showBelow(m_lookUpStrip);
    m_lookUpStrip->choose(title, holders);
}

void ChecklistPanel::waitForLookUp(const QString &material, const QString &text)
{
    m_lookedUp = material;
    m_waits = true;
    showBelow(m_lookUpStrip);
    m_lookUpStrip->wait(text);
}

void ChecklistPanel::endLookUp(const QString &material, LookUpStrip::Mood mood, const QString &text)
{
    const bool isHere = materialAt(m_view->currentRow()) == material;
    const bool hadFocus = m_lookUpStrip->hasFocus();
    m_lookedUp = isHere ? material : QString();
    m_waits = false;
    m_lookUpStrip->tell(mood, text);
    if (isHere && m_strip->isHidden())
        showBelow(m_lookUpStrip);
    else if (mood == LookUpStrip::Mood::Bad)
        refuse(text);
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
}

void ChecklistPanel::leaveLookUp()
{
    m_lookedUp.clear();
    m_waits = false;
    const bool hadFocus = m_lookUpStrip->hasFocus();
    if (!m_lookUpStrip->isHidden())
        showBelow(m_notes);
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
}
