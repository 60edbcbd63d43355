#include "ui/intake/verdictstrip.h"

#include "ui/widgets/keybutton.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using domain::VerdictKind;

namespace {

constexpr int mostPoints = 9;

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

/// A choice that the mouse can take without taking the keyboard.
QPushButton *quietButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    theme::setKind(*button, theme::Kind::Quiet);
    button->setFont(theme::font(theme::Type::Caption));
    button->setFocusPolicy(Qt::NoFocus);
    button->setVisible(true); // counts for the size of the strip at once
    return button;
}

}

QString VerdictStrip::keysOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Exempt:
        return tr("↑↓ source");
    case VerdictKind::NotConforming:
        return tr("digit: this one");
    default:
        return tr("↑↓ day");
    }
}

VerdictStrip::VerdictStrip(QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_sourceRow(new QHBoxLayout), m_identifier(new QLineEdit(this)),
      m_due(new QDateEdit(this)), m_pointRows(new QVBoxLayout), m_reason(new QLineEdit(this)), m_keys(new QLabel(this))
{
    theme::dress(*m_title, theme::Type::Strong);
    theme::dress(*m_keys, theme::Type::Caption, theme::Colour::Muted);
    m_identifier->setPlaceholderText(tr("number of the licence or of the look-up"));
    m_identifier->setAccessibleName(m_identifier->placeholderText());
    m_identifier->setMaxLength(120);
    m_due->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_due->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_due->setAccessibleName(tr("to be brought by"));
    m_reason->setAccessibleName(tr("other reason"));
    m_reason->setMaxLength(200);

    auto *confirm = new KeyButton(QStringLiteral("Enter"), tr("confirm"), this);
    auto *back = new KeyButton(QStringLiteral("Esc"), tr("back"), this);
    connect(confirm, &KeyButton::clicked, this, &VerdictStrip::give);
    connect(back, &KeyButton::clicked, this, &VerdictStrip::cancelled);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space(2));
    head->addWidget(m_title);
    head->addLayout(m_sourceRow);
    head->addStretch();
    head->addWidget(m_keys);
    head->addWidget(confirm);
    head->addWidget(back);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space(3));
    line->addWidget(m_identifier, 1);
    line->addWidget(m_due);
    line->addStretch();
    m_pointRows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(1));
    layout->addLayout(head);
    layout->addLayout(line);
    layout->addLayout(m_pointRows);
    layout->addWidget(m_reason);
    layout->addStretch();
    setFocusPolicy(Qt::StrongFocus);
}

void VerdictStrip::ask(VerdictKind kind, const domain::Plan::MaterialLine &line,
                       const std::optional<domain::Verdict> &before, QDate latest)
{
    const bool again = before && before->kind == kind;
    m_verdict = again ? *before : domain::Verdict{};
    m_verdict.kind = kind;
    m_title->setText(tr("%1: %2").arg(words::name(kind), line.material.name));
    listSources(line.material);
    listCheckpoints(line.material);
    m_identifier->setText(m_verdict.identifier);
    m_due->setDate(again ? m_verdict.due : latest);
    m_reason->setText(m_verdict.reason);
    m_reason->setPlaceholderText(m_points.isEmpty() ? tr("what is wrong, in words for the citizen")
                                                    : tr("0 other reason: what is wrong, in words for the citizen"));
    showKind();
    firstEditor()->setFocus(Qt::ShortcutFocusReason);
    m_due->setCurrentSection(QDateTimeEdit::DaySection);
}

void VerdictStrip::showKind()
{
    const VerdictKind kind = m_verdict.kind;
    const bool isPoint = kind == VerdictKind::NotConforming;
    m_identifier->setVisible(kind == VerdictKind::Exempt);
    m_due->setVisible(kind == VerdictKind::Deferred);
    m_reason->setVisible(isPoint);
    m_keys->setText(keysOf(kind));
}

QWidget *VerdictStrip::firstEditor()
{
    switch (m_verdict.kind) {
    case VerdictKind::Exempt:
        return m_identifier;
    case VerdictKind::Deferred:
        return m_due;
    default:
        return m_points.isEmpty() ? static_cast<QWidget *>(m_reason) : this;
    }
}

void VerdictStrip::listSources(const domain::Material &material)
{
    clear(m_sourceRow);
    m_sources.clear();
    if (m_verdict.kind != VerdictKind::Exempt)
        return;
    std::ranges::copy_if(material.acquisition, std::back_inserter(m_sources),
                         [](auto way) { return way != domain::Material::Acquisition::Applicant; });
    if (!m_sources.contains(m_verdict.from) && !m_sources.isEmpty())
        m_verdict.from = m_sources.front();
    for (const auto way : std::as_const(m_sources)) {
        auto *button = quietButton(words::name(way), this);
        button->setCheckable(true);
        button->setChecked(way == m_verdict.from);
        m_sourceRow->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, way] { step(int(m_sources.indexOf(way) - m_sources.indexOf(m_verdict.from))); });
    }
}

void VerdictStrip::listCheckpoints(const domain::Material &material)
{
    clear(m_pointRows);
    m_points = m_verdict.kind == VerdictKind::NotConforming
        ? material.checkpoints.first(qMin(mostPoints, int(material.checkpoints.size())))
        : QList<domain::Checkpoint>{};
    for (int i = 0; i < m_points.size(); ++i) {
        auto *button = new KeyButton(QString::number(i + 1), m_points[i].fault, this);
        button->setVisible(true); // counts for the size of the strip at once
        m_pointRows->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &KeyButton::clicked, this, [this, i] { giveCheckpoint(i); });
    }
}

void VerdictStrip::step(int sources)
{
    if (m_sources.isEmpty())
        return;
    const int count = int(m_sources.size());
    const int next = (int(m_sources.indexOf(m_verdict.from)) + sources + count) % count;
    m_verdict.from = m_sources[next];
    for (int i = 0; i < m_sourceRow->count(); ++i)
        static_cast<QPushButton *>(m_sourceRow->itemAt(i)->widget())->setChecked(i == next);
}

void VerdictStrip::give()
{
    m_verdict.identifier = m_verdict.kind == VerdictKind::Exempt ? m_identifier->text() : QString();
    m_verdict.due = m_verdict.kind == VerdictKind::Deferred ? m_due->date() : QDate();
    m_verdict.checkpoint.clear();
    m_verdict.reason = m_verdict.kind == VerdictKind::NotConforming ? m_reason->text() : QString();
    emit given(m_verdict);
}

void VerdictStrip::giveCheckpoint(int index)
{
    m_verdict.checkpoint = m_points[index].id;
    m_verdict.reason.clear();
    emit given(m_verdict);
}

bool VerdictStrip::event(QEvent *event)
{
    // While the strip asks, Esc leaves the strip and not the page.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void VerdictStrip::keyPressEvent(QKeyEvent *event)
{
    const int digit = hasFocus() && event->text().size() == 1 ? event->text()[0].digitValue() : -1;
    switch (event->key()) {
    case Qt::Key_Escape:
        emit cancelled();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        give();
        return;
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_Down:
        step(1);
        return;
    default:
        break;
    }
    if (digit == 0)
        m_reason->setFocus(Qt::ShortcutFocusReason);
    else if (digit > 0 && digit <= m_points.size())
        giveCheckpoint(digit - 1);
    else
        QFrame::keyPressEvent(event);
}
