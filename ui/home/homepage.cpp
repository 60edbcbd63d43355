#include "ui/home/homepage.h"

#include "core/domain/casenumber.h"
#include "core/domain/prefillcode.h"
#include "ui/cases/casedelegate.h"
#include "ui/cases/casesmodel.h"
#include "ui/home/findingdelegate.h"
#include "ui/home/findingsmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/section.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QShortcut>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFindings = 200;
constexpr int longestQuery = 200;

/// A part of the page: its head and, under it, a list or the words that stand for an empty one.
Card *makePart(QWidget *parent, SectionHeader *head, QStackedLayout *stack)
{
    auto *card = new Card(parent);
    card->body()->setContentsMargins(1, theme::space(3), 1, 1);
    card->body()->setSpacing(0);
    head->setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(2));
    card->body()->addWidget(head);
    card->body()->addWidget(hairline(card));
    card->body()->addLayout(stack, 1);
    return card;
}

void prepareList(QListView &list, QAbstractItemModel *model, const QString &accessibleName)
{
    list.setModel(model);
    list.setAccessibleName(accessibleName);
    list.setMouseTracking(true);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setResizeMode(QListView::Adjust);
}

}

HomePage::HomePage(const desk::FindMatter &matters, QWidget *parent) :
    QWidget(parent), m_matters(matters), m_findings(new FindingsModel(this)), m_cases(new CasesModel(this)),
    m_field(new SearchField(tr("Find a matter or a case"),
                            tr("Name, pinyin or initials of the matter; or type or scan a case number"),
                            SearchField::Size::Big, this)),
    m_message(new InlineMessage(this)), m_findingsHead(new SectionHeader(tr("Matters"), this)),
    m_findingsList(new QListView(this)), m_noFindings(new EmptyState(u"search"_s, QString(), QString(), this)),
    m_findingsStack(new QStackedLayout), m_unfinishedHead(new SectionHeader(tr("Unfinished cases"), this)),
    m_unfinishedList(new QListView(this)), m_unfinishedStack(new QStackedLayout)
{
    m_field->setMaxLength(longestQuery);
    auto *title = new QLabel(tr("What shall be done?"), this);
    theme::dress(*title, theme::Type::Title);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(theme::space(4));
    parts->addWidget(buildFindings(), 5);
    parts->addWidget(buildUnfinished(), 3);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addWidget(title);
    layout->addWidget(m_field);
    layout->addWidget(m_message);
    layout->addLayout(parts, 1);
    layout->addWidget(keyLine({{u"↑ / ↓"_s, tr("choose")},
                               {u"Enter"_s, tr("open")},
                               {u"F6"_s, tr("consult only, no case")},
                               {u"Tab"_s, tr("to the unfinished cases")},
                               {u"Esc"_s, tr("clear")},
                               {u"F1"_s, tr("all keys")}},
                              this));
    setFocusProxy(m_field);

    connect(m_field, &QLineEdit::textChanged, this, &HomePage::search);
    connect(m_field, &SearchField::stepRequested, this, &HomePage::step);
    connect(m_field, &QLineEdit::returnPressed, this, &HomePage::openCurrent);
    connect(m_findingsList, &QListView::doubleClicked, this, &HomePage::openCurrent);
    connect(m_unfinishedList, &QListView::doubleClicked, this, &HomePage::resumeCurrent);
    auto *consult = new QShortcut(Qt::Key_F6, this);
    consult->setContext(Qt::WidgetWithChildrenShortcut);
    connect(consult, &QShortcut::activated, this, &HomePage::consultOnCurrent);
    search({});
    showUnfinished({}, {});
}

QWidget *HomePage::buildFindings()
{
    prepareList(*m_findingsList, m_findings, tr("Matters"));
    m_findingsList->setItemDelegate(new FindingDelegate(m_findingsList));
    // The focus stays in the field, a click in the list only chooses; the chosen row is lit while the field has the focus.
    m_findingsList->setFocusPolicy(Qt::NoFocus);
    m_findingsList->setFocusProxy(m_field);
    connect(qApp, &QApplication::focusChanged, m_findingsList->viewport(), qOverload<>(&QWidget::update));
    m_findingsStack->addWidget(m_findingsList);
    m_findingsStack->addWidget(m_noFindings);
    return makePart(this, m_findingsHead, m_findingsStack);
}

QWidget *HomePage::buildUnfinished()
{
    prepareList(*m_unfinishedList, m_cases, tr("Unfinished cases"));
    m_unfinishedList->setItemDelegate(new CaseDelegate(m_unfinishedList));
    m_unfinishedList->installEventFilter(this);
    m_unfinishedStack->addWidget(m_unfinishedList);
    m_unfinishedStack->addWidget(new EmptyState(u"check"_s, tr("Nothing is unfinished on this PC"),
                                                tr("Every case is kept here from its first answer until it is filed."), this));
    return makePart(this, m_unfinishedHead, m_unfinishedStack);
}

void HomePage::showUnfinished(const QList<desk::CaseLine> &lines, const QDateTime &now)
{
    m_cases->show(lines, now);
    m_unfinishedHead->setCaption(lines.isEmpty() ? QString() : tr("%n case(s)", nullptr, static_cast<int>(lines.size())));
    m_unfinishedStack->setCurrentIndex(lines.isEmpty() ? 1 : 0);
    if (!lines.isEmpty())
        m_unfinishedList->setCurrentIndex(m_cases->index(0, 0));
}

void HomePage::setOwnWindow(const QString &window)
{
    m_cases->setOwnWindow(window);
}

void HomePage::tell(InlineMessage::Level level, const QString &what, const QString &whatToDo)
{
    m_message->tell(level, what, whatToDo);
}

void HomePage::findAgain()
{
    search(m_field->text());
}

void HomePage::startOver()
{
    m_message->dismiss();
    m_field->clear();
    m_field->setFocus();
}

void HomePage::comeBack()
{
    m_message->dismiss();
    m_field->setFocus();
    m_field->selectAll();
}

void HomePage::search(const QString &text)
{
    m_message->dismiss();
    const auto number = domain::readCaseNumber(text);
    const auto code = domain::readPrefillCode(text);
    const QList<desk::MatterLine> matters = code ? QList<desk::MatterLine>() : m_matters.find(text.simplified(), mostFindings);
    m_findings->show(number ? number->text() : QString(), matters);
    const int found = static_cast<int>(matters.size());
    const QString count = text.isEmpty() ? tr("%n matter(s)", nullptr, found) : tr("%n found", nullptr, found);
    m_findingsHead->setCaption(number ? QString() : count);
    if (text.isEmpty())
        m_noFindings->setTexts(u"warning"_s, tr("No guide pack is loaded"),
                               tr("Without one no matter can be taken in. Ask whoever looks after this PC to put it in place."));
    else if (code)
        m_noFindings->setTexts(u"online"_s, tr("Filled in at home: code %1").arg(domain::groupedPrefillCode(*code)),
                               tr("Enter fetches it from the hub and opens the case."));
    else
        m_noFindings->setTexts(u"search"_s, tr("Nothing fits “%1”").arg(text),
                               tr("Try fewer letters or another word. A case number has 24 characters."));
    const bool hadKeys = m_field->hasFocus();
    m_findingsStack->setCurrentIndex(m_findings->rowCount() > 0 ? 0 : 1);
    if (hadKeys)
        m_field->setFocus(); // the list that is hidden gives up the focus, and with it that of the field, its proxy
    m_findingsList->setCurrentIndex(m_findings->index(0));
    m_findingsList->scrollToTop();
}

void HomePage::step(int rows)
{
    const int last = m_findings->rowCount() - 1;
    if (last >= 0)
        m_findingsList->setCurrentIndex(m_findings->index(qBound(0, m_findingsList->currentIndex().row() + rows, last)));
}

void HomePage::openCurrent()
{
    if (const auto code = domain::readPrefillCode(m_field->text())) {
        emit prefillCodeEntered(*code);
        return;
    }
    const QModelIndex current = m_findingsList->currentIndex();
    if (!current.isValid())
        return;
    const QString number = current.data(FindingsModel::NumberRole).toString();
    if (number.isEmpty())
        emit openRequested(current.data(FindingsModel::MatterRole).value<desk::MatterLine>().ref);
    else
        emit numberEntered(m_field->text());
}

void HomePage::consultOnCurrent()
{
    const QVariant matter = m_findingsList->currentIndex().data(FindingsModel::MatterRole);
    if (matter.isValid())
        emit consultRequested(matter.value<desk::MatterLine>().ref);
    else
        m_message->tell(InlineMessage::Level::Info, tr("A consultation is about a matter."),
                        tr("Choose one in the list, then F6. A case is opened with Enter."));
}

void HomePage::resumeCurrent()
{
    const QString id = m_cases->idAt(m_unfinishedList->currentIndex());
    if (!id.isEmpty())
        emit resumeRequested(id);
}

bool HomePage::keyInUnfinished(QKeyEvent &press)
{
    if (press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter) {
        resumeCurrent();
        return true;
    }
    if (press.key() == Qt::Key_Escape) {
        m_field->setFocus();
        return true;
    }
    const bool typed = !press.text().isEmpty() && press.text().front().isPrint()
        && !press.modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (!typed)
        return false;
    // Whoever types wants to search, wherever the focus is.
    m_field->setFocus();
    m_field->insert(press.text());
    return true;
}

bool HomePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && keyInUnfinished(static_cast<QKeyEvent &>(*event)))
        return true;
    return QWidget::eventFilter(watched, event);
}
