#include "core/desk/peopleimport.h"

#include "core/base/text.h"
#include "core/sheets/rowsbook.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace desk {

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

bool isNumberOfPerson(const Field &field)
{
    return field.kind == Field::Kind::IdNumber || field.kind == Field::Kind::CreditCode;
}

/// A heading as it is compared: no spaces, stars, colons, nothing in brackets.
QString plainHeading(const QString &heading)
{
    static const QRegularExpression noise(u"（[^）]*）|\\([^)]*\\)|[\\s*＊:：、/]"_s);
    return heading.normalized(QString::NormalizationForm_KC).toLower().remove(noise);
}

/// What people write over a column of this kind.
const QStringList &usualHeadings(Field::Kind kind)
{
    static const QStringList none;
    static const QStringList names{u"姓名"_s, u"名字"_s, u"员工姓名"_s, u"职工姓名"_s, u"人员姓名"_s, u"name"_s};
    static const QStringList identities{u"身份证"_s,       u"身份证号"_s,         u"身份证号码"_s,   u"身份证件号码"_s,
                                        u"公民身份号码"_s, u"居民身份证号码"_s,   u"居民身份证号"_s, u"证件号"_s,
                                        u"证件号码"_s,     u"有效身份证件号码"_s, u"idnumber"_s};
    static const QStringList phones{u"手机"_s,     u"手机号"_s,   u"手机号码"_s, u"电话"_s, u"电话号码"_s,
                                    u"联系电话"_s, u"联系方式"_s, u"移动电话"_s, u"phone"_s};
    static const QStringList codes{u"统一社会信用代码"_s, u"信用代码"_s};
    switch (kind) {
    case Field::Kind::PersonName:
        return names;
    case Field::Kind::IdNumber:
        return identities;
    case Field::Kind::Phone:
        return phones;
    case Field::Kind::CreditCode:
        return codes;
    default:
        return none;
    }
}

/// The column of \a roster that \a heading means; null: none.
const Field *columnFor(const QString &heading, const Plan::RosterLine &roster)
{
    const QString plain = plainHeading(heading);
    if (plain.isEmpty())
        return nullptr;
    const auto found = [&](auto fits) {
        const auto it = std::ranges::find_if(roster.columns, fits);
        return it == roster.columns.end() ? nullptr : &*it;
    };
    const auto label = [](const Field &field) { return plainHeading(field.label); };
    const QString title = plainHeading(roster.roster.title);
    if (const Field *same = found([&](const Field &f) { return label(f) == plain || label(f) == title + plain; }))
        return same;
    if (const Field *usual = found([&](const Field &f) { return usualHeadings(f.kind).contains(plain); }))
        return usual;
    const auto part = [&](const Field &f) { return plain.size() >= 3 && (label(f).contains(plain) || plain.contains(label(f))); };
    return std::ranges::count_if(roster.columns, part) == 1 ? found(part) : nullptr;
}

/// Looks at one list.
class ListReader
{
public:
    ListReader(const PeopleTable &table, const Plan::RosterLine &roster, QDate day) :
        m_rows(table.rows), m_roster(roster), m_day(day)
    {
    }

    PeopleImport read()
    {
        if (!m_rows.isEmpty())
            readHeadings();
        if (m_rows.isEmpty() && !m_list.trouble)
            m_list.trouble = {ListTrouble::Why::Empty, {}};
        if (m_list.trouble)
            return m_list;
        knowTheEntered();
        for (const PeopleTable::Row &row : std::as_const(m_rows))
            m_list.people.append(personOf(row));
        const qsizetype together = m_roster.people.size() + m_list.people.size();
        if (together > mostPeople)
            m_list.trouble = {ListTrouble::Why::TooMany, QString::number(together)};
        return m_list;
    }

private:
    /// A first row without anybody's number, one of whose cells says what a column is.
    bool hasHeadings() const
    {
        const PeopleTable::Row &first = m_rows.front();
        const bool hasNumber = std::ranges::any_of(first.cells, [&](const TableCell &cell) {
            return std::ranges::any_of(m_roster.columns, [&](const Field &column) {
                return isNumberOfPerson(column) && !cell.text.isEmpty()
                    && fieldFault(column, fieldValue(column, cell.text), m_day) == FieldFault::None;
            });
        });
        return !hasNumber && std::ranges::any_of(first.cells, [&](const TableCell &cell) { return columnFor(cell.text, m_roster); });
    }

    void readHeadings()
    {
        if (!hasHeadings()) {
            for (const Field &column : m_roster.columns) {
                m_list.headings << column.label;
                m_list.fields << column.id;
            }
            return;
        }
        for (const TableCell &cell : m_rows.takeFirst().cells) {
            const Field *column = columnFor(cell.text, m_roster);
            if (column && m_list.fields.contains(column->id) && !m_list.trouble)
                m_list.trouble = {ListTrouble::Why::SameColumnTwice, cell.text};
            m_list.headings << cell.text;
            m_list.fields << (column ? column->id : QString());
        }
        if (!m_list.fields.contains(m_roster.columns.front().id) && !m_list.trouble)
            m_list.trouble = {ListTrouble::Why::NoName, m_roster.columns.front().label};
    }

    /// By what two rows are the same person: the number; the name where a roster asks for no number.
    QString keyOf(const QMap<QString, QString> &values) const
    {
        const auto number = std::ranges::find_if(m_roster.columns, isNumberOfPerson);
        return values.value(number == m_roster.columns.end() ? m_roster.columns.front().id : number->id);
    }

    void knowTheEntered()
    {
        for (const Plan::PersonLine &line : m_roster.people) {
            if (const QString key = keyOf(line.person.values); !key.isEmpty())
                m_lineOf.insert(key, 0);
        }
    }

    ListedPerson personOf(const PeopleTable::Row &row)
    {
        ListedPerson person{.line = row.line, .cells = {}, .values = {}, .faults = {}};
        for (const TableCell &cell : row.cells)
            person.cells << cell.text;
        for (const Field &column : m_roster.columns) {
            const qsizetype at = m_list.fields.indexOf(column.id);
            const TableCell cell = at < 0 ? TableCell{} : row.cells.value(at);
            take(cell, column, at < 0 ? column.label : m_list.headings[at], person);
        }
        for (qsizetype at = m_list.headings.size(); at < row.cells.size(); ++at) {
            if (!row.cells[at].text.isEmpty()) {
                person.faults.append({RowFault::Why::Field, QString::number(at + 1), FieldFault::Malformed, 0});
                break;
            }
        }
        findTwin(person);
        return person;
    }

    void take(const TableCell &cell, const Field &column, const QString &heading, ListedPerson &person) const
    {
        const QString value = fieldValue(column, cell.text);
        if (!value.isEmpty())
            person.values.insert(column.id, value);
        if (cell.harm != TableCell::Harm::None) {
            const bool isFormula = cell.harm == TableCell::Harm::Formula;
            person.faults.append({isFormula ? RowFault::Why::Formula : RowFault::Why::LostDigits, heading, {}, 0});
        } else if (const FieldFault fault = personFault(column, value, m_day); fault != FieldFault::None) {
            person.faults.append({RowFault::Why::Field, heading, fault, 0});
        }
    }

    void findTwin(ListedPerson &person)
    {
        const QString key = keyOf(person.values);
        if (key.isEmpty())
            return;
        const auto known = m_lineOf.constFind(key);
        if (known == m_lineOf.constEnd())
            m_lineOf.insert(key, person.line);
        else
            person.faults.append(
                {*known == 0 ? RowFault::Why::EnteredAlready : RowFault::Why::TwiceInList, {}, {}, *known});
    }

    QList<PeopleTable::Row> m_rows;
    const Plan::RosterLine &m_roster;
    const QDate m_day;
    PeopleImport m_list;
    QHash<QString, int> m_lineOf; ///< number of a person → line; 0: entered already
};

}

QStringList PeopleImport::ignored() const
{
    QStringList left;
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (fields[i].isEmpty() && !headings[i].isEmpty())
            left << headings[i];
    }
    return left;
}

qsizetype PeopleImport::faulty() const
{
    return std::ranges::count_if(people, [](const ListedPerson &person) { return !person.faults.isEmpty(); });
}

QList<Person> PeopleImport::sound() const
{
    QList<Person> list;
    for (const ListedPerson &person : people) {
        if (person.faults.isEmpty())
            list.append({.number = 0, .values = person.values});
    }
    return list;
}

PeopleImport lookAtList(const PeopleTable &table, const Plan::RosterLine &roster, QDate day)
{
    return ListReader(table, roster, day).read();
}

base::Result<QByteArray> faultyRows(const PeopleImport &list, const QStringList &reasons)
{
    QList<QStringList> rows;
    for (qsizetype i = 0; i < list.people.size(); ++i) {
        if (list.people[i].faults.isEmpty())
            continue;
        QStringList row = list.people[i].cells.mid(0, list.headings.size());
        while (row.size() < list.headings.size())
            row << QString();
        rows.append(row << reasons.value(i));
    }
    return sheets::writeRows(u"需更正"_s, QStringList(list.headings) << u"问题"_s, rows);
}

}
