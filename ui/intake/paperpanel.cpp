#include "ui/intake/paperpanel.h"

#include "ui/sheet/sheetpreview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/paperpreview.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using domain::Refusal;

namespace {

/// The two acts are buttons of equal width that Enter presses, too.
QPushButton *actButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

bool onlyLetters(const QList<Refusal> &reasons)
{
    return !reasons.isEmpty() && std::ranges::all_of(reasons, [](const Refusal &r) {
        return r.why == Refusal::Why::LetterMissing || r.why == Refusal::Why::LetterNotSigned;
    });
}

bool onlyNothingToCorrect(const QList<Refusal> &reasons)
{
    return std::ranges::all_of(reasons, [](const Refusal &r) { return r.why == Refusal::Why::NothingToCorrect; });
}

}

PaperPanel::PaperPanel(QWidget *parent)
    : StepCard(5, tr("Paper"), QStringLiteral("F6"), parent), m_headline(new QLabel(this)),
      m_sentence(new QLabel(this)), m_goThere(new KeyButton(QStringLiteral("F7"), tr("go there"), this)),
      m_issue(actButton(tr("One-time notice  F8"), this)), m_file(actButton(tr("File and receipt  F9"), this)),
      m_extra(actButton({}, this)), m_told(new QLabel), m_reading(new QScrollArea(this)), m_prints(new QLabel(this)), m_preview(new PaperPreview(this))
{
    theme::dress(*m_headline, theme::Type::Strong);
    theme::dress(*m_sentence, theme::Type::Caption, theme::Colour::Muted);
    theme::dress(*m_prints, theme::Type::Caption, theme::Colour::Muted);
    theme::dress(*m_told, theme::Type::Caption);
    m_told->setWordWrap(true);
    m_told->setAlignment(Qt::AlignTop);
    m_reading->setWidget(m_told);
    m_reading->setWidgetResizable(true);
    m_reading->setFrameShape(QFrame::NoFrame);
    m_reading->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reading->setFocusPolicy(Qt::NoFocus);
    m_told->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignTop);
    m_sentence->setFixedHeight(2 * QFontMetrics(m_sentence->font()).lineSpacing() + 2);

    auto *open = new QHBoxLayout;
    open->addWidget(m_headline, 1);
    open->addWidget(m_goThere);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(theme::space(2));
    acts->addWidget(m_issue);
    acts->addWidget(m_file);
    body()->addLayout(open);
    body()->addWidget(m_sentence);
    body()->addLayout(acts);
    body()->addWidget(m_extra);
    body()->addWidget(m_reading, 3);
    body()->addWidget(m_prints);
    body()->addWidget(m_preview, 1);
    setFocusPolicy(Qt::ClickFocus);
    connect(m_goThere, &KeyButton::clicked, this, &PaperPanel::goToOpenRequested);
    connect(m_issue, &QPushButton::clicked, this, &PaperPanel::issueRequested);
    connect(m_file, &QPushButton::clicked, this, &PaperPanel::fileRequested);
    connect(m_extra, &QPushButton::clicked, this, &PaperPanel::extraRequested);
}

void PaperPanel::show(const domain::Case &file, const QList<Refusal> &toNotice, const QList<Refusal> &toFiling,
                      const Extras &extras)
{
    const bool letters = onlyLetters(toFiling);
    m_waitsForSignature = letters && extras.toPrint.isEmpty();
    m_canFile = toFiling.isEmpty() || (letters && !m_waitsForSignature);
    m_canIssue = toNotice.isEmpty();
    const bool intake = file.stage == domain::Stage::Intake;
    theme::setKind(*m_file, m_canFile ? theme::Kind::Primary : theme::Kind::Normal);
    theme::setKind(*m_issue, m_canIssue ? theme::Kind::Primary : theme::Kind::Normal);
    m_issue->setVisible(intake);
    m_file->setVisible(intake);
    m_goThere->setVisible(intake && !m_canFile && !letters);
    m_file->setText(letters ? tr("Print the letter  F9") : tr("File and receipt  F9"));
    m_extra->setText(intake ? tr("The applicant has signed  F11") : tr("Accept %n item(s) here  F11", nullptr, extras.toAccept));
    m_extra->setVisible(intake ? m_waitsForSignature : extras.toAccept > 0);
    theme::setKind(*m_extra, theme::Kind::Primary);
    if (m_waitsForSignature)
        theme::setKind(*m_file, theme::Kind::Normal);
    m_reading->setVisible(intake && m_waitsForSignature);
    m_told->setText(extras.consequences);
    if (intake && letters)
        showLetters(extras);
    else
        showOpen(file, toNotice, toFiling);
    showPrints(file);
}

void PaperPanel::showOpen(const domain::Case &file, const QList<Refusal> &toNotice, const QList<Refusal> &toFiling)
{
    const int open = int(toFiling.size());
    if (file.stage == domain::Stage::Filed) {
        say(tr("Filed %1").arg(file.filing->at.toString(QStringLiteral("yyyy-MM-dd HH:mm"))),
            tr("To be pushed to the departments by %1. Ctrl+P prints the receipt again.")
                .arg(file.filing->pushDue.toString(QStringLiteral("HH:mm"))));
        setState(State::Done, tr("receipt"));
    } else if (file.stage != domain::Stage::Intake) {
        say(words::name(file.stage), words::sentence(toFiling.value(0)));
        setState(State::Waiting, {});
    } else if (toFiling.isEmpty()) {
        say(tr("Everything is in order"), tr("File the case and print the receipt."));
        setState(State::Done, tr("receipt, draft"));
    } else if (toNotice.isEmpty()) {
        say(tr("Gaps to tell: one-time notice"), words::sentence(toFiling.front()));
        setState(State::Open, tr("notice, draft"));
    } else {
        say(tr("Still open: %n", nullptr, open),
            words::sentence(onlyNothingToCorrect(toNotice) ? toFiling.front() : toNotice.front()));
        setState(State::Open, tr("draft"));
    }
}

void PaperPanel::showLetters(const Extras &extras)
{
    if (m_waitsForSignature)
        say(tr("Read out, then let sign"), tr("To sign: %1").arg(extras.toSign.join(tr(", "))));
    else
        say(tr("A letter is to be signed before filing"),
            tr("To print: %1").arg(extras.toPrint.join(tr(", "))));
    setState(State::Open, tr("letter"));
}

void PaperPanel::showPrints(const domain::Case &file)
{
    m_prints->setVisible(!file.prints.isEmpty());
    if (file.prints.isEmpty())
        return;
    const domain::PrintAct &last = file.prints.back();
    const QString paper = words::name(last.paper.kind);
    switch (last.state) {
    case domain::PrintAct::State::Requested:
        m_prints->setText(tr("%1: handed to the printer …").arg(paper));
        break;
    case domain::PrintAct::State::Spooled:
        if (last.job > 0) {
            m_prints->setText(tr("%1: is being printed").arg(paper));
            break;
        }
        [[fallthrough]]; // saved as a file
    case domain::PrintAct::State::Printed:
    case domain::PrintAct::State::Confirmed:
        m_prints->setText(tr("%1: given out at %2").arg(paper, last.at.toString(QStringLiteral("HH:mm"))));
        break;
    case domain::PrintAct::State::Failed:
        m_prints->setText(tr("%1: not printed. Look after the printer, then Ctrl+P.").arg(paper));
        break;
    }
    const bool failed = last.state == domain::PrintAct::State::Failed;
    theme::dress(*m_prints, theme::Type::Caption, failed ? theme::Colour::Bad : theme::Colour::Muted);
}

void PaperPanel::say(const QString &headline, const QString &sentence)
{
    m_headline->setText(headline);
    m_sentence->setText(sentence);
}

void PaperPanel::preview(const base::Result<papers::Paper> &paper)
{
    showPaper(*m_preview, paper);
}

void PaperPanel::takeFocus()
{
    if (m_canFile)
        m_file->setFocus(Qt::ShortcutFocusReason);
    else if (m_waitsForSignature)
        m_extra->setFocus(Qt::ShortcutFocusReason);
    else if (m_canIssue)
        m_issue->setFocus(Qt::ShortcutFocusReason);
    else
        restOnPreview();
}

void PaperPanel::restOnPreview()
{
    restOn(*m_preview, *this);
}

QString PaperPanel::headline() const
{
    return m_headline->text();
}
