#include "ui/guides/guidereader.h"

#include "ui/sheet/sheetpreview.h"
#include "ui/guides/versioncompare.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paperpreview.h"
#include "ui/widgets/section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;
using Leaf = desk::GuideReading::Leaf;

namespace {

constexpr int walkingPause = 120; // ms: shorter than the steps of a person who reads, longer than those of a key held down

QPushButton *headButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

}

GuideReader::GuideReader(const desk::GuideReading &reading, QWidget *parent) :
    QWidget(parent), m_reading(reading), m_name(new QLabel(this)), m_facts(new QLabel(this)), m_preview(new PaperPreview(this)),
    m_compare(new VersionCompare(reading, this)), m_stack(new QStackedLayout)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(walkingPause);
    connect(&m_pause, &QTimer::timeout, this, &GuideReader::showNow);
    auto *card = new Card(this);
    card->body()->setContentsMargins(1, theme::space(3), 1, 1);
    card->body()->setSpacing(theme::space(2));
    card->body()->addLayout(buildHead());
    card->body()->addLayout(buildActs());
    card->body()->addWidget(hairline(card));
    card->body()->setSpacing(theme::space(2));
    m_stack->addWidget(m_preview);
    m_stack->addWidget(m_compare);
    card->body()->addLayout(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    setView(View::Full);
    showNow();
}

QLayout *GuideReader::buildHead()
{
    theme::dress(*m_name, theme::Type::Section);
    theme::dress(*m_facts, theme::Type::Caption, theme::Colour::Muted);
    for (QLabel *label : {m_name, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme::space(4), 0, theme::space(4), 0);
    head->setSpacing(0);
    head->addWidget(m_name);
    head->addWidget(m_facts);
    return head;
}

QLayout *GuideReader::buildActs()
{
    m_views = {headButton(tr("Full guide  F2"), this), headButton(tr("Leaflet  F3"), this), headButton(tr("Compare  F4"), this)};
    m_acts = {headButton(tr("Consult  F7"), this), headButton(tr("Start a case  Ctrl+Enter"), this)};
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme::space(4), 0, theme::space(4), 0);
    row->setSpacing(theme::space(2));
    for (int i = 0; i < int(m_views.size()); ++i) {
        QPushButton *button = m_views[size_t(i)];
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, i] {
            setView(m_view); // the button is pressed in only by what is really shown
            emit viewRequested(View(i));
        });
        row->addWidget(button);
    }
    row->addStretch(1);
    for (QPushButton *button : m_acts)
        row->addWidget(button);
    connect(m_acts[0], &QPushButton::clicked, this, &GuideReader::consultRequested);
    connect(m_acts[1], &QPushButton::clicked, this, &GuideReader::openRequested);
    return row;
}

void GuideReader::show(const std::optional<desk::MatterLine> &line)
{
    m_line = line;
    m_pause.start();
}

void GuideReader::setView(View view)
{
    const bool isOther = std::exchange(m_view, view) != view;
    for (int i = 0; i < int(m_views.size()); ++i)
        m_views[size_t(i)]->setChecked(View(i) == view);
    if (isOther)
        showNow();
}

Leaf GuideReader::leaf() const
{
    return m_view == View::Concise ? Leaf::Concise : Leaf::Full;
}

void GuideReader::takeFocus()
{
    if (m_pause.isActive())
        showNow();
    m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void GuideReader::showNow()
{
    m_pause.stop();
    m_name->setVisible(m_line.has_value());
    m_facts->setVisible(m_line.has_value());
    for (QPushButton *button : m_acts)
        button->setEnabled(m_line.has_value());
    m_stack->setCurrentIndex(m_line && m_view == View::Compare ? 1 : 0);
    if (!m_line) {
        m_preview->showNothing(tr("No guide is chosen"), tr("Find one at the left."));
        return;
    }
    m_name->setText(m_line->name);
    m_facts->setText(tr("%1, %2, lead %3, version %4").arg(m_line->region, m_line->audience, m_line->lead, m_line->ref.version));
    if (m_view == View::Compare)
        m_compare->show(m_line->ref);
    else
        showPaper(*m_preview, m_reading.paper(m_line->ref, leaf()));
}
