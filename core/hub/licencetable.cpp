#include "core/base/delimited.h"
#include "core/base/text.h"
#include "core/hub/lookups.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

constexpr base::Delimited::Bounds tableBounds{.rows = 500'000, .columns = 50, .cell = 500};
constexpr qsizetype mostFaultsTold = 20;

struct LicenceColumn {
    enum Of { Kind, Number, Holder, Name, Mark, Issuer, From, Until, Materials, Count };
};
const std::array<QString, LicenceColumn::Count> columnNames{u"种类"_s, u"证件号码"_s, u"持有人"_s, u"证照名称"_s, u"标识"_s,
                                               u"颁发机关"_s, u"起始日"_s, u"截止日"_s, u"材料"_s};
const QString eLicence = u"电子证照"_s;
const QString sharedData = u"共享数据"_s;

/// Reads row after row; what is wrong is gathered with line and column.
class LicenceTable : private LicenceColumn
{
public:
    explicit LicenceTable(const base::Delimited &table)
    {
        const QStringList heads = table.rows.isEmpty() ? QStringList() : table.rows.first().cells;
        for (int column = 0; column < Count; ++column) {
            m_at[size_t(column)] = heads.indexOf(columnNames[size_t(column)]);
            if (m_at[size_t(column)] < 0 && column != Materials)
                m_faults << u"the first line has no column %1"_s.arg(columnNames[size_t(column)]);
        }
        for (const base::Delimited::Row &row : table.rows.mid(1)) {
            if (m_faults.size() < mostFaultsTold)
                take(row);
        }
    }
    const QList<Licence> &licences() const { return m_licences; }
    const QStringList &faults() const { return m_faults; }

private:
    QString cell(const base::Delimited::Row &row, Of column) const { return row.cells.value(m_at[column]); }
    void fault(const base::Delimited::Row &row, Of column, const QString &what)
    {
        m_faults << u"line %1, %2: %3"_s.arg(QString::number(row.line), columnNames[column], what);
    }
    QString word(const base::Delimited::Row &row, Of column)
    {
        const QString text = cell(row, column);
        if (text.isEmpty())
            fault(row, column, u"is empty"_s);
        return text;
    }
    QDate day(const base::Delimited::Row &row, Of column)
    {
        const QString text = cell(row, column);
        if (text.isEmpty() || (column == Until && text == u"长期"))
            return {};
        const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
        if (!date.isValid())
            fault(row, column, u"is no day (YYYY-MM-DD)"_s);
        return date;
    }
    void take(const base::Delimited::Row &row)
    {
        static const QRegularExpression between(u"[\\s、,;]+"_s);
        const QString kind = cell(row, Kind);
        if (kind != eLicence && kind != sharedData)
            fault(row, Kind, u"is neither %1 nor %2"_s.arg(eLicence, sharedData));
        Licence licence{.isShared = kind == sharedData,
                        .number = base::normalizedCode(word(row, Number)),
                        .holder = word(row, Holder),
                        .name = word(row, Name),
                        .code = word(row, Mark),
                        .issuer = word(row, Issuer),
                        .from = day(row, From),
                        .until = day(row, Until),
                        .materials = cell(row, Materials).split(between, Qt::SkipEmptyParts)};
        if (licence.from.isValid() && licence.until.isValid() && licence.until < licence.from)
            fault(row, Until, u"is before its beginning"_s);
        m_licences << licence;
    }

    std::array<qsizetype, Count> m_at{};
    QList<Licence> m_licences;
    QStringList m_faults;
};

}

base::Result<QList<Licence>> licencesFrom(const QByteArray &table)
{
    const auto fail = [](const QString &what) { return base::Fail({base::Error::Kind::Document, what, {}}); };
    const std::optional<QString> text = base::textOfFile(table);
    if (!text)
        return fail(u"is no text in UTF-8, UTF-16 or GB 18030"_s);
    const base::Delimited read = base::readDelimited(*text, tableBounds);
    if (read.isTooLarge)
        return fail(u"has more than %1 lines or %2 columns"_s.arg(tableBounds.rows).arg(tableBounds.columns));
    if (read.openQuote > 0)
        return fail(u"line %1 has a quote that does not end"_s.arg(read.openQuote));
    const LicenceTable licences(read);
    if (!licences.faults().isEmpty())
        return fail(licences.faults().join(u'\n'));
    return licences.licences();
}

}
