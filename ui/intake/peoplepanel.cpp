#include "ui/intake/peoplepanel.h"

#include "ui/intake/listmodel.h"
#include "ui/intake/listwords.h"
#include "ui/intake/peoplemodel.h"
#include "ui/intake/peopletableview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keyhint.h"
#include "ui/words/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QLabel *panelLine(QWidget *parent)
{
    auto *line = new QLabel(parent);
    theme::dress(*line, theme::Type::Caption, theme::Colour::Muted);
    line->setWordWrap(true);
    line->setTextFormat(Qt::PlainText);
    return line;
}

QList<domain::Person> personsOf(const domain::Plan::RosterLine &line)
{
    QList<domain::Person> people;
    for (const domain::Plan::PersonLine &person : line.people)
        people.append(person.person);
    return people;
}

}

PeoplePanel::PeoplePanel(QWidget *parent)
    : StepCard(0, tr("List of people"), u"Ctrl+L"_s, parent), m_people(new PeopleModel(this)), m_list(new ListModel(this)),
      m_view(new PeopleTableView(this)), m_tabs(panelLine(this)), m_foot(panelLine(this))
{
    m_view->setModel(m_people);
    m_view->setAccessibleName(tr("List of people"));
    theme::dress(*m_tabs, theme::Type::Strong);
    body()->addWidget(m_tabs);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_foot);
    body()->addWidget(keyLine({{u"Enter"_s, tr("edit, next")},
                               {u"Del"_s, tr("remove")},
                               {u"Ctrl+D"_s, tr("read card")},
                               {u"Ctrl+V"_s, tr("paste a list")},
                               {u"Ctrl+O"_s, tr("list from a file")},
                               {u"Esc"_s, tr("back")}},
                              this));
    setFocusProxy(m_view);
    connect(m_people, &PeopleModel::given, this, &PeoplePanel::give);
    connect(m_view, &PeopleTableView::pastePressed, this, &PeoplePanel::paste);
    connect(m_view, &PeopleTableView::removePressed, this, &PeoplePanel::removeCurrent);
    connect(m_view, &PeopleTableView::enterPressed, this, &PeoplePanel::takeOver);
    connect(m_view, &PeopleTableView::cellChanged, this, &PeoplePanel::showFoot);
}

void PeoplePanel::show(const domain::Plan &plan, domain::Stage stage, QDate today)
{
    m_rosters = plan.rosters;
    m_today = today;
    m_readOnly = stage != domain::Stage::Intake;
    if (!current())
        m_roster = m_rosters.isEmpty() ? QString() : m_rosters.front().roster.id;
    showRoster();
}

const domain::Plan::RosterLine *PeoplePanel::current() const
{
    const auto it = std::ranges::find_if(m_rosters, [&](const auto &line) { return line.roster.id == m_roster; });
    return it == m_rosters.end() ? nullptr : &*it;
}

int PeoplePanel::currentRow() const
{
    return looks() ? -1 : m_view->currentIndex().row();
}

bool PeoplePanel::looks() const
{
    return m_view->model() == m_list;
}

void PeoplePanel::showRoster()
{
    const domain::Plan::RosterLine *line = current();
    if (!line) {
        goBack();
        return;
    }
    m_people->show(*line, m_readOnly);
    m_view->fitColumns();
    QStringList tabs;
    for (const domain::Plan::RosterLine &roster : std::as_const(m_rosters)) {
        const QString tab = tr("%1 %n", nullptr, int(roster.people.size())).arg(roster.roster.title);
        tabs << (roster.roster.id == m_roster ? u"▸ "_s + tab : tab);
    }
    m_tabs->setText(tabs.join(u"   "_s));
    const auto open = std::ranges::count_if(line->people, [](const auto &p) { return !p.faults.isEmpty() || p.twice; });
    setState(open > 0 ? State::Open : State::Done, open > 0 ? tr("%n open", nullptr, int(open)) : tr("done"));
    showFoot();
}

void PeoplePanel::open(const QString &roster, int number, const QString &field)
{
    if (m_rosters.isEmpty())
        return;
    goBack();
    const auto now = std::ranges::find_if(m_rosters, [&](const auto &line) { return line.roster.id == m_roster; });
    if (!roster.isEmpty())
        m_roster = roster;
    else if (isVisible() && now != m_rosters.end())
        m_roster = (now + 1 == m_rosters.end() ? m_rosters.front() : *(now + 1)).roster.id;
    showRoster();
    m_view->setCurrentIndex(m_people->cellOf(number, field));
    m_view->setFocus(Qt::ShortcutFocusReason);
}

bool PeoplePanel::goBack()
{
    clearRefusal();
    if (!looks())
        return false;
    m_view->setModel(m_people);
    showRoster();
    m_view->setCurrentIndex(m_people->cellOf(0, {}));
    return true;
}

void PeoplePanel::showFoot()
{
    const desk::PeopleImport &list = m_list->list();
    if (!looks()) {
        m_foot->setText(m_people->faultAt(m_view->currentIndex()));
        return;
    }
    QStringList parts{tr("%n people in the list", nullptr, int(list.people.size()))};
    if (!list.ignored().isEmpty())
        parts << tr("not taken: %1").arg(list.ignored().join(u"、"_s));
    if (list.faulty() == 0)
        parts << tr("Enter takes all of them over in one step.");
    else
        parts << tr("%n with a fault. Ctrl+Enter takes the others over, Ctrl+E gives these back as a file.", nullptr,
                    int(list.faulty()));
    m_foot->setText(parts.join(u" · "_s));
}

void PeoplePanel::give(int row, const QString &field, const QString &value)
{
    QList<domain::Person> people = personsOf(m_people->line());
    if (row >= people.size())
        people.append(domain::Person{});
    domain::Person &person = people[std::min<qsizetype>(row, people.size() - 1)];
    person.values.insert(field, value);
    clearRefusal();
    emit wanted(domain::ListPeople{m_roster, people});
}

void PeoplePanel::removeCurrent()
{
    QList<domain::Person> people = personsOf(m_people->line());
    const int row = m_view->currentIndex().row();
    if (looks() || m_readOnly || row < 0 || row >= people.size())
        return;
    people.removeAt(row);
    clearRefusal();
    emit wanted(domain::ListPeople{m_roster, people});
}

void PeoplePanel::paste()
{
    lookAtText(QGuiApplication::clipboard()->text());
}

void PeoplePanel::lookAtText(const QString &text)
{
    const base::Result<desk::PeopleTable> table = desk::tableOfText(text);
    const bool isOneCell = table && table->rows.size() == 1 && table->rows.front().cells.size() == 1;
    if (isOneCell && !looks() && m_view->currentIndex().isValid())
        m_people->setData(m_view->currentIndex(), table->rows.front().cells.front().text, Qt::EditRole);
    else
        lookAt(table);
}

void PeoplePanel::lookAtFile(const QString &path)
{
    lookAt(desk::tableInFile(path));
}

void PeoplePanel::lookAt(const base::Result<desk::PeopleTable> &table)
{
    const domain::Plan::RosterLine *line = current();
    if (!line || m_readOnly)
        return;
    if (!table) {
        refuse(table.error().detail);
        return;
    }
    const desk::PeopleImport list = desk::lookAtList(*table, *line, m_today);
    if (list.trouble) {
        refuse(listwords::sentence(*list.trouble));
        return;
    }
    clearRefusal();
    m_list->show(list, line->columns);
    m_view->setModel(m_list);
    m_view->fitColumns();
    m_view->setCurrentIndex(m_list->index(0, 0));
    m_view->setFocus(Qt::OtherFocusReason);
    const qsizetype faulty = list.faulty();
    setState(faulty > 0 ? State::Open : State::Done, faulty > 0 ? tr("%n faulty", nullptr, int(faulty)) : tr("in order"));
    showFoot();
}

void PeoplePanel::takeOver(bool soundOnly)
{
    if (!looks() || !current())
        return;
    const desk::PeopleImport list = m_list->list();
    if (list.faulty() > 0 && !soundOnly) {
        refuse(tr("%n people have a fault, nothing was taken over. Ctrl+Enter takes the others, Ctrl+E gives these back as a file.",
                  nullptr, int(list.faulty())));
        return;
    }
    const QList<domain::Person> people = personsOf(*current()) + list.sound();
    goBack();
    emit wanted(domain::ListPeople{m_roster, people});
    m_view->setCurrentIndex(m_people->index(m_people->rowCount() - 1, 0));
}

void PeoplePanel::giveBack()
{
    if (!looks() || m_list->list().faulty() == 0)
        return;
    const base::Result<QByteArray> book = desk::faultyRows(m_list->list(), m_list->reasons());
    if (book)
        emit rowsToSave(*book, tr("to-correct.xlsx"));
    else
        refuse(words::sentence(book.error()));
}
