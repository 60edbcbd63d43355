#include "ui/case/casepage.h"

#include "core/domain/issuedpapers.h"
#include "core/domain/oversightrules.h"
#include "core/domain/signatures.h"
#include "ui/case/actspane.h"
#include "ui/case/casehead.h"
#include "ui/case/caserows.h"
#include "ui/case/itemspane.h"
#include "ui/case/leasewords.h"
#include "ui/signing/signaturedialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int middleWidth = theme::space(92);
constexpr int rightWidth = theme::space(86);
constexpr int shownFor = 30'000; ///< ms: a whole number, unless Esc comes first

}

CasePage::CasePage(QWidget *parent)
    : QWidget(parent), m_head(new CaseHead(this)), m_items(new ItemsPane(this)),
      m_materials(new RowsPane(tr("Materials"), u"F3"_s, RowShape::OneLine, tr("This case needs no material."), this)),
      m_clocks(
          new RowsPane(tr("Clocks"), u"F4"_s, RowShape::TwoLines, tr("No deadline is known for this case."), this)),
      m_time(new RowsPane(tr("Time line"), u"F5"_s, RowShape::Wrapped, tr("The acts of this case could not be read."),
                          this)),
      m_citizen(new RowsPane(tr("Citizen and papers"), u"F6"_s, RowShape::TwoLines, {}, this)),
      m_acts(new ActsPane(this)), m_offer(new InlineMessage(this, InlineMessage::Escape::LeftToOwner)),
      m_hide(new QTimer(this))
{
    m_hide->setSingleShot(true);
    m_hide->setInterval(shownFor);
    connect(m_hide, &QTimer::timeout, m_offer, &InlineMessage::dismiss);
    layOut();
    connectPanes();
    setUpKeys();
}

CasePage::~CasePage()
{
    show(nullptr);
}

void CasePage::layOut()
{
    auto *left = new QVBoxLayout;
    left->addWidget(m_items, 3);
    left->addWidget(m_materials, 2);
    auto *middle = new QVBoxLayout;
    middle->addWidget(m_clocks, 2);
    middle->addWidget(m_time, 3);
    auto *right = new QVBoxLayout;
    right->addWidget(m_acts);
    right->addWidget(m_citizen, 1);
    auto *columns = new QHBoxLayout;
    columns->addLayout(left, 1);
    columns->addLayout(middle);
    columns->addLayout(right);
    for (QWidget *card : std::initializer_list<QWidget *>{m_clocks, m_time})
        card->setFixedWidth(middleWidth);
    for (QWidget *card : std::initializer_list<QWidget *>{m_acts, m_citizen})
        card->setFixedWidth(rightWidth);
    for (QBoxLayout *box : std::initializer_list<QBoxLayout *>{left, middle, right, columns})
        box->setSpacing(theme::space(2));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(3), theme::space(2), theme::space(3), theme::space(3));
    layout->setSpacing(theme::space(2));
    layout->addWidget(m_head);
    layout->addWidget(m_offer);
    layout->addLayout(columns, 1);
    setFocusProxy(m_items);
}

void CasePage::connectPanes()
{
    connect(m_head, &CaseHead::leaveRequested, this, &CasePage::leaveRequested);
    connect(m_head, &CaseHead::scansRequested, this, &CasePage::scansRequested);
    connect(m_head, &CaseHead::copyCardRequested, this, &CasePage::copyCardRequested);
    connect(m_items, &ItemsPane::chosen, this, &CasePage::showActs);
    connect(m_acts, &ActsPane::wanted, this, &CasePage::want);
    connect(m_acts, &ActsPane::askingChanged, this, &CasePage::asking);
    connect(m_offer, &InlineMessage::offerTaken, this, [this] {
        if (m_offered)
            emit printRequested(*m_offered);
    });
    connect(this, &CasePage::printRequested, m_offer, &InlineMessage::dismiss);
    connect(m_acts, &ActsPane::lacked, this, [this](domain::Duty duty, const std::function<void()> &again) {
        const QString caseId = m_work->file().id;
        emit lacked(duty, caseId, [this, caseId, again] {
            if (m_work && m_work->file().id == caseId)
                again();
        });
    });
    connect(m_citizen, &RowsPane::taken, this, [this](const QString &id) {
        if (const auto paper = paperOf(id))
            emit printRequested(*paper);
    });
}

QShortcut *CasePage::key(const QKeySequence &sequence, const std::function<void()> &act)
{
    auto *shortcut = new QShortcut(sequence, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
    return shortcut;
}

void CasePage::setUpKeys()
{
    const std::array<std::pair<Qt::Key, QWidget *>, 5> panes{{{Qt::Key_F2, m_items},
                                                              {Qt::Key_F3, m_materials},
                                                              {Qt::Key_F4, m_clocks},
                                                              {Qt::Key_F5, m_time},
                                                              {Qt::Key_F6, m_citizen}}};
    for (const auto &[paneKey, pane] : panes)
        m_letters << key(paneKey, [pane] { pane->setFocus(Qt::ShortcutFocusReason); });
    m_letters << key(Qt::Key_F7, [this] { m_acts->turn(); });
    for (int i = 0; i < actCount; ++i) {
        const Act act = static_cast<Act>(i);
        m_letters << key(entryOf(act).key, [this, act] {
            m_focusBefore = QApplication::focusWidget();
            m_acts->begin(act);
        });
    }
    for (int digit = 1; digit <= 9; ++digit)
        m_letters << key(QKeySequence(Qt::Key_0 + digit), [this, digit] { m_items->chooseNumber(digit); });
    key(Qt::Key_F12, [this] { emit scansRequested(); });
    m_letters << key(Qt::Key_Escape, [this] {
        if (m_offer->isVisible())
            m_offer->dismiss();
        else
            emit leaveRequested();
    });
    m_letters << key(Qt::CTRL | Qt::Key_B, [this] { signByHand(); });
    key(Qt::CTRL | Qt::Key_R, [this] {
        if (m_work)
            emit ratingRequested(m_work->file().number);
    });
    const domain::PaperRef receipt{domain::PaperKind::FilingReceipt};
    key(Qt::CTRL | Qt::Key_P, [this, receipt] { emit printRequested(m_offered.value_or(receipt)); });
    key(Qt::CTRL | Qt::Key_S, [this, receipt] { emit saveRequested(m_offered.value_or(receipt)); });
}

void CasePage::show(desk::CaseWork *work)
{
    if (m_work)
        disconnect(m_work, nullptr, this, nullptr);
    m_work = work;
    m_acts->close();
    m_offered.reset();
    m_offer->dismiss();
    if (!m_work)
        return;
    connect(m_work, &desk::CaseWork::changed, this, &CasePage::refresh);
    refresh();
    m_items->setFocus(Qt::OtherFocusReason);
}

void CasePage::refresh()
{
    m_view = viewOf(*m_work, m_units);
    m_head->show(m_view);
    m_items->show(m_view);
    m_materials->show(materialRows(m_view));
    m_clocks->show(clockRows(m_view));
    m_time->show(timeRows(m_view));
    m_citizen->show(citizenRows(m_view));
    showActs();
}

void CasePage::showActs()
{
    m_acts->show(m_view, m_items->current(),
                 [work = m_work](const domain::Command &command) { return work->obstaclesTo(command); });
}

void CasePage::want(const domain::Command &command)
{
    const auto *life = std::get_if<domain::LifeCommand>(&command);
    const auto *delivery = life ? std::get_if<domain::DeliverItems>(life) : nullptr;
    if (!delivery || !m_lease || !m_work->obstaclesTo(command).isEmpty()) {
        perform(command); // which says what speaks against it
        return;
    }
    if (m_lease->isAsking())
        return;
    m_acts->wait(leasewords::asking());
    m_lease->ask(m_work->file().id, delivery->items, m_work, [this, command](const desk::HandoverLease::Outcome &outcome) {
        if (outcome.answer == desk::HandoverLease::Answer::Granted)
            perform(command);
        else
            m_acts->fail(leasewords::sentence(outcome));
    });
}

void CasePage::perform(const domain::Command &command)
{
    const QList<domain::PaperRef> before = domain::papersOf(m_work->file());
    if (const desk::Done done = m_work->perform(command); done) {
        m_acts->close();
        offerPaper(before, command);
    } else {
        m_acts->fail(done.error().error ? words::sentence(*done.error().error)
                                        : words::sentence(done.error().refusals.front()));
    }
}

void CasePage::offerPaper(const QList<domain::PaperRef> &before, const domain::Command &command)
{
    const auto *life = std::get_if<domain::LifeCommand>(&command);
    m_hide->stop();
    m_offered.reset();
    if (const auto *look = life ? std::get_if<domain::RecordNumberLook>(life) : nullptr) {
        showNumber(look->number);
        return;
    }
    if (life && std::holds_alternative<domain::HandOverPaper>(*life))
        m_offered = domain::PaperRef{domain::PaperKind::HandoverSheet};
    for (const domain::PaperRef &paper : domain::papersOf(m_work->file())) {
        if (!before.contains(paper))
            m_offered = paper;
    }
    if (!m_offered) {
        m_offer->dismiss();
        return;
    }
    m_offer->tell(InlineMessage::Level::Info, tr("%1: ready to print.").arg(words::name(m_offered->kind)),
                  tr("Ctrl+P prints it, Ctrl+S saves it as PDF; F6 lists all papers."));
    m_offer->offer(tr("Print"));
}

void CasePage::showNumber(const QString &number)
{
    m_offer->offer({}); // what was offered to print is on the list of papers
    for (const domain::HiddenNumber &each : domain::hiddenNumbers(m_view.file, m_view.plan)) {
        if (each.id == number)
            m_offer->tell(InlineMessage::Level::Info, tr("%1: %2").arg(each.label, each.value),
                          tr("The look is on record with its reason. Esc hides the number; it hides itself after half a minute."));
    }
    m_hide->start();
}

void CasePage::signByHand()
{
    const auto chosen = m_citizen->isAncestorOf(QApplication::focusWidget()) ? paperOf(m_citizen->currentId()) : std::nullopt;
    const domain::PaperRef paper
        = chosen ? *chosen : m_offered.value_or(domain::PaperRef{domain::PaperKind::FilingReceipt});
    if (!m_work || !domain::isSigned(paper.kind)) {
        m_offer->tell(InlineMessage::Level::Info, words::sentence(domain::Refusal{domain::Refusal::Why::NothingToSign, {}, {}}));
        return;
    }
    askSignature(this, {words::name(paper.kind), domain::applicantName(m_work->file()), {}}, [this, paper](const QByteArray &png) {
        if (!m_work)
            return;
        const desk::Done done = m_work->performSigned(domain::GiveSignature{paper, {}}, png);
        if (!done) {
            m_acts->fail(done.error().error ? words::sentence(*done.error().error)
                                            : words::sentence(done.error().refusals.front()));
            return;
        }
        m_hide->stop();
        m_offered = paper;
        m_offer->tell(InlineMessage::Level::Done, tr("%1: signed by hand.").arg(words::name(paper.kind)),
                      tr("Ctrl+P prints it with the signature."));
        m_offer->offer(tr("Print"));
    });
}

/// While a form asks, letters are answers; afterwards the keys go where they went before.
void CasePage::asking(bool begins)
{
    for (QShortcut *letter : std::as_const(m_letters))
        letter->setEnabled(!begins);
    if (begins)
        return;
    if (m_lease)
        m_lease->cancel();
    (m_focusBefore ? m_focusBefore.data() : static_cast<QWidget *>(m_items))->setFocus(Qt::OtherFocusReason);
}
