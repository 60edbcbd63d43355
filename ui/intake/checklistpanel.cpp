#include "ui/intake/checklistpanel.h"

#include "core/domain/decide.h"
#include "ui/intake/checklistmodel.h"
#include "ui/intake/checklistview.h"
#include "ui/intake/materialnotes.h"
#include "ui/intake/verdictlook.h"
#include "ui/intake/verdictstrip.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

using domain::VerdictKind;

namespace {

constexpr int belowHeight = 92;

/// Whether a verdict of \a kind on \a material has more to be told, so that the strip asks first. What the guide does not allow
/// goes straight to the desk, which refuses it in words.
bool needsMore(VerdictKind kind, const domain::Material &material)
{
    switch (kind) {
    case VerdictKind::Exempt: return material.exemptable();
    case VerdictKind::Deferred: return material.deferrable;
    case VerdictKind::Committed: return material.committable;
    case VerdictKind::NotConforming: return true;
    case VerdictKind::OriginalSeen:
    case VerdictKind::CopyKept:
    case VerdictKind::Missing: return false;
    }
    Q_UNREACHABLE();
}

}

ChecklistPanel::ChecklistPanel(QWidget *parent) :
    StepCard(4, tr("Checklist"), QStringLiteral("F5"), parent), m_model(new ChecklistModel(this)),
    m_view(new ChecklistView(this)), m_empty(new QLabel(this)), m_keys(makeKeys()), m_below(new QStackedWidget(this)),
    m_notes(new MaterialNotes(this)), m_strip(new VerdictStrip(this))
{
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Checklist of materials"));
    theme::dress(*m_empty, theme::Type::Body, theme::Colour::Muted);
    m_empty->setText(tr("No materials yet: they follow from the situations and the items."));
    m_empty->setAlignment(Qt::AlignTop);
    m_below->addWidget(m_notes);
    m_below->addWidget(m_strip);
    m_below->setFixedHeight(belowHeight);
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_keys);
    body()->addWidget(m_below);
    setFocusProxy(m_view);
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
}

QWidget *ChecklistPanel::makeKeys()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(1));
    const auto add = [&](const QString &text) {
        auto *button = new QPushButton(text, row);
        theme::setKind(*button, theme::Kind::Quiet);
        button->setFont(theme::font(theme::Type::Caption));
        button->setFocusPolicy(Qt::NoFocus);
        layout->addWidget(button);
        return button;
    };
    for (const VerdictKey &key : verdictKeys) {
        const QPushButton *button = add(QStringLiteral("%1 %2").arg(QChar(char16_t(key.digit)), words::name(key.kind)));
        connect(button, &QPushButton::clicked, this, [this, kind = key.kind] {
            if (m_view->currentRow() >= 0)
                begin(m_view->currentRow(), kind);
        });
    }
    layout->addStretch();
    connect(add(tr("⌫ take back")), &QPushButton::clicked, this, [this] { takeBack(m_view->currentRow()); });
    return row;
}

void ChecklistPanel::show(const domain::Plan &plan, const domain::Case &file, QDate today)
{
    m_plan = plan;
    m_today = today;
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
    for (QWidget *widget : {static_cast<QWidget *>(m_view), m_keys, static_cast<QWidget *>(m_below)})
        widget->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    if (open > 0)
        setState(State::Open, tr("%1 of %2 checked").arg(count - open).arg(count));
    else if (gaps > 0)
        setState(State::Open, tr("%n gap(s)", nullptr, gaps));
    else
        setState(count > 0 ? State::Done : State::Waiting, count > 0 ? tr("all in order") : tr("nothing asked yet"));
    showNotes(m_view->currentRow());
}

void ChecklistPanel::takeFocus(const QString &material)
{
    closeStrip();
    const int row = m_model->rowOf(material);
    m_view->goTo(row >= 0 ? row : m_model->nextOpen(m_view->currentRow() - 1));
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void ChecklistPanel::begin(int row, VerdictKind kind)
{
    clearRefusal();
    const domain::Plan::MaterialLine line = m_model->line(row);
    m_asked = line.material.id;
    if (!needsMore(kind, line.material)) {
        domain::Verdict verdict;
        verdict.kind = kind;
        give(verdict);
        return;
    }
    m_below->setCurrentWidget(m_strip);
    m_strip->ask(kind, line, m_model->verdict(row), domain::latestDeferral(m_plan, m_asked, m_today));
    m_below->setFixedHeight(qMax(belowHeight, m_strip->sizeHint().height()));
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
    emit wanted(domain::TakeBackVerdict{m_model->line(row).material.id});
}

void ChecklistPanel::closeStrip()
{
    m_asked.clear();
    clearRefusal();
    if (m_below->currentWidget() == m_notes)
        return;
    const bool hadFocus = m_strip->hasFocus() || m_strip->isAncestorOf(focusWidget());
    m_below->setCurrentWidget(m_notes);
    m_below->setFixedHeight(belowHeight);
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
}

void ChecklistPanel::showNotes(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_notes->show(m_model->line(row));
    else
        m_notes->showNothing();
    if (row >= 0 && !m_asked.isEmpty() && m_model->line(row).material.id != m_asked)
        closeStrip();
}
