#include "ui/guides/guidelist.h"

#include "ui/guides/filterbar.h"
#include "ui/home/findingdelegate.h"
#include "ui/home/findingsmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/section.h"

#include <QApplication>
#include <QListView>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestQuery = 200;

}

GuideList::GuideList(const desk::GuideReading &reading, QWidget *parent) :
    QWidget(parent), m_reading(reading), m_findings(new FindingsModel(this)),
    m_field(new SearchField(tr("Find a guide"), tr("Name, pinyin, item, material …"), SearchField::Size::Normal, this)),
    m_filters(new FilterBar(this)), m_head(new SectionHeader(tr("Guides"), this)), m_list(new QListView(this)),
    m_nothing(new EmptyState(u"search"_s, QString(), QString(), this)), m_stack(new QStackedLayout)
{
    m_field->setMaxLength(longestQuery);
    m_list->setModel(m_findings);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setAccessibleName(tr("Guides"));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    // As on the home page: the focus stays in the field, and the chosen row is lit while the field has it.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFocusProxy(m_field);
    connect(qApp, &QApplication::focusChanged, m_list->viewport(), qOverload<>(&QWidget::update));

    auto *card = new Card(this);
    card->body()->setContentsMargins(1, theme::space(3), 1, 1);
    card->body()->setSpacing(0);
    m_head->setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(2));
    card->body()->addWidget(m_head);
    card->body()->addWidget(hairline(card));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_nothing);
    card->body()->addLayout(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(2));
    layout->addWidget(m_field);
    layout->addWidget(m_filters);
    layout->addWidget(card, 1);
    setFocusProxy(m_field);

    connect(m_field, &QLineEdit::textChanged, this, &GuideList::find);
    connect(m_field, &SearchField::stepRequested, this, &GuideList::step);
    connect(m_field, &QLineEdit::returnPressed, this, &GuideList::readRequested);
    connect(m_filters, &FilterBar::changed, this, &GuideList::find);
    connect(m_list, &QListView::doubleClicked, this, &GuideList::readRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &GuideList::currentChanged);
    find();
}

std::optional<desk::MatterLine> GuideList::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(index.data(FindingsModel::MatterRole).value<desk::MatterLine>()) : std::nullopt;
}

void GuideList::find()
{
    const desk::GuideBrowser::Findings findings = m_reading.find(m_field->text().simplified(), m_filters->filter());
    m_filters->show(findings);
    const bool hadKeys = m_field->hasFocus();
    m_findings->show({}, findings.lines);
    showCount(int(findings.lines.size()));
    if (hadKeys)
        m_field->setFocus(); // the list that is hidden gives up the focus, and with it that of the field, its proxy
    m_list->setCurrentIndex(m_findings->index(0));
    m_list->scrollToTop();
    if (findings.lines.isEmpty())
        emit currentChanged();
}

void GuideList::showCount(int found)
{
    const bool narrowed = !m_field->text().isEmpty() || !m_filters->filter().isEmpty();
    m_head->setCaption(narrowed ? tr("%n found", nullptr, found) : tr("%n matter(s)", nullptr, found));
    if (!m_filters->filter().isEmpty())
        m_nothing->setTexts(u"search"_s, tr("Nothing fits these filters"), tr("F6 takes all filters off."));
    else if (narrowed)
        m_nothing->setTexts(u"search"_s, tr("Nothing fits “%1”").arg(m_field->text()), tr("Try fewer letters or another word."));
    else
        m_nothing->setTexts(u"warning"_s, tr("No guide pack is loaded"), tr("Import one with F8."));
    m_stack->setCurrentIndex(found > 0 ? 0 : 1);
}

void GuideList::refresh()
{
    const std::optional<desk::MatterLine> before = current();
    find();
    for (int row = 0; before && row < m_findings->rowCount(); ++row) {
        const auto ref = m_findings->index(row).data(FindingsModel::MatterRole).value<desk::MatterLine>().ref;
        if (ref.pack == before->ref.pack && ref.matter == before->ref.matter)
            m_list->setCurrentIndex(m_findings->index(row));
    }
}

void GuideList::step(int rows)
{
    const int last = m_findings->rowCount() - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_findings->index(qBound(0, m_list->currentIndex().row() + rows, last)));
}

void GuideList::goToFilters()
{
    m_filters->findChild<QWidget *>()->setFocus(Qt::ShortcutFocusReason);
}

void GuideList::clearFilters()
{
    m_filters->clear();
    m_field->setFocus(Qt::ShortcutFocusReason);
}
