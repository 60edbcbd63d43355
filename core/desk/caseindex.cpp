#include "core/desk/caseindex.h"

#include "core/domain/codes.h"

#include <algorithm>
#include <bit>
#include <unordered_set>

namespace desk {

using namespace Qt::StringLiterals;
using guides::Spelling;

namespace {

constexpr qsizetype shortestCode = 4;
constexpr size_t longestMask = 63; // letters of a query whose positions fit into the bits of one number
constexpr qsizetype deadToCompact = 1000;

/// The plain letters of a number, as they are compared.
std::string codeOf(const std::u32string &letters)
{
    std::string code;
    for (const char32_t c : letters) {
        if (c < 128)
            code += char(c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c);
    }
    return code;
}

std::string valuesText(const QStringList &values)
{
    std::string text = "\n";
    for (const QString &value : values)
        text += codeOf(guides::plainLetters(value)) + '\n';
    return text;
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Where a query can have got to after a letter, as bits; computed when a letter is met first.
class Steps
{
public:
    Steps(const std::vector<Spelling::Letter> &letters, std::u32string query) :
        m_letters(letters), m_query(std::move(query)), m_known(letters.size() * m_query.size(), unknown)
    {
    }
    /// What a letter can do, as flags: be the first, be the only one, be the second.
    enum Role : char { Begins = 1, Whole = 2, Continues = 4 };
    /// By code. Most letters of most names can do nothing, which spares looking at them.
    std::vector<char> roles()
    {
        std::vector<char> roles(m_letters.size());
        quint64 behindFirst = 0;
        for (quint32 code = 0; code < roles.size(); ++code) {
            const quint64 reached = from(code, 0);
            behindFirst |= reached;
            roles[code] = char((reached ? Begins : 0) | (reached >> m_query.size() ? Whole : 0));
        }
        for (size_t at = 1; at < m_query.size(); ++at) {
            for (quint32 code = 0; code < roles.size() && (behindFirst >> at & 1); ++code)
                roles[code] = char(roles[code] | (from(code, at) ? Continues : 0));
        }
        return roles;
    }
    /// Whether the whole query fits the letters of a name from \a letter on.
    bool fit(const quint32 *letter)
    {
        const quint64 whole = quint64(1) << m_query.size();
        for (quint64 reached = 1; *letter != 0 && reached != 0; ++letter) {
            quint64 next = 0;
            for (; reached != 0; reached &= reached - 1)
                next |= from(*letter, size_t(std::countr_zero(reached)));
            if (next & whole)
                return true;
            reached = next;
        }
        return false;
    }
    quint64 from(quint32 code, size_t at)
    {
        quint64 &known = m_known[code * m_query.size() + at];
        if (known == unknown) {
            known = 0;
            guides::eachReach(m_letters[code], m_query, at, [&](size_t end) { known |= quint64(1) << end; });
        }
        return known;
    }

private:
    static constexpr quint64 unknown = 1; // no letter leads back to the beginning
    const std::vector<Spelling::Letter> &m_letters;
    const std::u32string m_query;
    std::vector<quint64> m_known;
};

}

/// Takes rows until there are enough; each once, where it was found first.
class CaseIndex::Collector
{
public:
    Collector(const CaseIndex &index, int most) : m_index(index), m_most(size_t(std::max(most, 0))) { }

    bool isFull() const { return m_found.size() >= m_most; }
    bool has(size_t row) const
    {
        return std::ranges::any_of(m_found, [&](const auto &found) { return found.first == row; });
    }
    /// False when there are enough.
    bool take(size_t row, FoundIn in)
    {
        if (!isFull() && !m_index.m_rows[row].dead && !has(row))
            m_found.emplace_back(row, in);
        return !isFull();
    }
    QList<CaseHit> hits() const
    {
        QList<CaseHit> hits;
        for (const auto &[row, in] : m_found)
            hits.append(m_index.hitOf(row, in));
        return hits;
    }
    size_t most() const { return m_most; }

private:
    const CaseIndex &m_index;
    size_t m_most;
    std::vector<std::pair<size_t, FoundIn>> m_found;
};

CaseIndex::CaseIndex(std::shared_ptr<const guides::Pinyin> pinyin) : m_pinyin(std::move(pinyin))
{
    m_letters.emplace_back(U'\0', QList<QByteArray>()); // ends a name, fits nothing
}

std::optional<quint32> CaseIndex::rowOf(const QString &caseId) const
{
    const auto [first, last] = m_rowsById.equal_range(qHash(caseId));
    const QByteArray id = caseId.toUtf8();
    const auto isMeant = [&](const auto &entry) { return m_ids.row(entry.second) == std::string_view(id.constData(), size_t(id.size())); };
    const auto found = std::find_if(first, last, isMeant);
    return found == last ? std::nullopt : std::optional(found->second);
}

void CaseIndex::remove(const QString &caseId)
{
    const std::optional<quint32> old = rowOf(caseId);
    if (!old)
        return;
    m_rows[*old].dead = true;
    ++m_dead;
    const auto [first, last] = m_rowsById.equal_range(qHash(caseId));
    m_rowsById.erase(std::find_if(first, last, [&](const auto &known) { return known.second == *old; }));
}

void CaseIndex::put(const IndexedCase &entry)
{
    remove(entry.id);
    m_rowsById.emplace(qHash(entry.id), quint32(m_rows.size()));
    m_rows.push_back({entry.openedAt.toMSecsSinceEpoch(), matterOf(entry), entry.stage, false});
    m_ids.append(entry.id.toStdString());
    m_numbers.append(codeOf(guides::plainLetters(entry.number)) + '\n');
    m_identities.append(valuesText(entry.foundBy.identities));
    m_phones.append(valuesText(entry.foundBy.phones));
    m_applicants.append(domain::maskedName(entry.foundBy.names.value(0)).toStdString());
    m_subjects.append(maskedSubjects(entry.foundBy).toStdString());
    appendNames(entry.foundBy.names);
    if (m_dead > deadToCompact && m_dead * 4 > qsizetype(m_rows.size()))
        compact();
}

quint32 CaseIndex::matterOf(const IndexedCase &entry)
{
    const auto known = std::ranges::find(m_matters, entry.guide, &Matter::guide);
    if (known != m_matters.end())
        return quint32(known - m_matters.begin());
    m_matters.push_back({entry.guide, entry.matter, guides::spelled(entry.matter, *m_pinyin)});
    return quint32(m_matters.size() - 1);
}

void CaseIndex::appendNames(const QStringList &names)
{
    for (const QString &name : names) {
        for (const char32_t letter : guides::plainLetters(name))
            m_names.push_back(letterCode(letter));
        m_names.push_back(0);
    }
    m_nameBegins.push_back(quint32(m_names.size()));
}

quint32 CaseIndex::letterCode(char32_t letter)
{
    const auto [known, isNew] = m_codes.try_emplace(letter, quint32(m_letters.size()));
    if (isNew) {
        const Spelling spelling = guides::spelled(QString::fromUcs4(&letter, 1), *m_pinyin);
        m_letters.emplace_back(letter, spelling.letters.isEmpty() ? QList<QByteArray>() : spelling.letters.first().readings);
    }
    return known->second;
}

qsizetype CaseIndex::bytes() const
{
    constexpr size_t nodeBytes = 40; // of the table of ids
    size_t bytes = m_rows.capacity() * sizeof(Row) + (m_names.capacity() + m_nameBegins.capacity()) * sizeof(quint32)
        + m_rowsById.size() * nodeBytes + m_rowsById.bucket_count() * sizeof(void *);
    for (const TextColumn *column : {&m_ids, &m_numbers, &m_identities, &m_phones, &m_applicants, &m_subjects})
        bytes += column->bytes();
    return qsizetype(bytes);
}

CaseHit CaseIndex::hitOf(size_t row, FoundIn in) const
{
    const Matter &matter = m_matters[m_rows[row].matter];
    return {.caseId = textOf(m_ids.row(row)),
            .number = textOf(m_numbers.row(row)).chopped(1),
            .guide = matter.guide,
            .matter = matter.name,
            .applicant = textOf(m_applicants.row(row)),
            .subjects = textOf(m_subjects.row(row)),
            .stage = m_rows[row].stage,
            .openedAt = QDateTime::fromMSecsSinceEpoch(m_rows[row].openedAt),
            .in = in};
}

QList<CaseHit> CaseIndex::find(const QString &query, int most) const
{
    Collector hits(*this, most);
    const std::u32string letters = guides::typedLetters(query);
    if (letters.empty() || most <= 0)
        return {};
    collectCodes(letters, hits);
    if (!hits.isFull())
        collectNames(letters, hits);
    if (!hits.isFull())
        collectMatters(letters, hits);
    return hits.hits();
}

void CaseIndex::collectCodes(const std::u32string &query, Collector &hits) const
{
    const std::string code = codeOf(query);
    const bool isCode = code.size() == query.size() && code.size() >= shortestCode
        && std::ranges::any_of(code, [](char c) { return c >= '0' && c <= '9'; });
    if (!isCode)
        return;
    const auto collect = [&](const TextColumn &column, FoundIn in) {
        if (!hits.isFull())
            column.eachWith(code, [&](size_t row) { return hits.take(row, in); });
    };
    collect(m_numbers, FoundIn::Number);
    collect(m_identities, FoundIn::Identity);
    collect(m_phones, FoundIn::Phone);
}

void CaseIndex::collectNames(const std::u32string &query, Collector &hits) const
{
    Steps steps(m_letters, query.substr(0, longestMask));
    const std::vector<char> roles = steps.roles();
    const char *role = roles.data();
    const quint32 *names = m_names.data();
    std::vector<size_t> inside; // rows where it fits, but at no start of a name
    size_t row = m_rows.size(); // of the last place where it fitted
    for (size_t at = m_names.size(); at > 0 && !hits.isFull(); --at) {
        const char first = role[names[at - 1]];
        const bool mayFit = (first & Steps::Whole) || ((first & Steps::Begins) && (role[names[at]] & Steps::Continues));
        if (!mayFit || !steps.fit(names + at - 1) || !isWholeFit(at - 1, query))
            continue;
        while (m_nameBegins[row] >= at)
            --row;
        if (at == 1 || names[at - 2] == 0)
            hits.take(row, FoundIn::NameStart);
        else if (inside.size() < hits.most() && !m_rows[row].dead && (inside.empty() || inside.back() != row))
            inside.push_back(row);
    }
    for (const size_t found : inside)
        hits.take(found, FoundIn::Name);
}

bool CaseIndex::isWholeFit(size_t start, const std::u32string &query) const
{
    if (query.size() <= longestMask)
        return true;
    Spelling spelling;
    for (size_t at = start; m_names[at] != 0; ++at)
        spelling.letters.append(m_letters[m_names[at]]);
    return spelling.find(query) == 0;
}

void CaseIndex::collectMatters(const std::u32string &query, Collector &hits) const
{
    std::vector<char> fits(m_matters.size());
    std::ranges::transform(m_matters, fits.begin(), [&](const Matter &matter) { return matter.spelling.find(query) >= 0; });
    if (std::ranges::find(fits, 1) == fits.end())
        return;
    for (size_t row = m_rows.size(); row > 0; --row) {
        if (fits[m_rows[row - 1].matter] && !hits.take(row - 1, FoundIn::Matter))
            return;
    }
}

QList<CaseHit> CaseIndex::withIdentity(const QString &identity, const domain::GuideRef &guide, int most) const
{
    Collector hits(*this, most);
    const std::string code = codeOf(guides::typedLetters(identity));
    if (code.size() < shortestCode || most <= 0)
        return {};
    const std::string whole = '\n' + code + '\n';
    m_identities.eachWith(code, [&](size_t row) {
        const domain::GuideRef &other = m_matters[m_rows[row].matter].guide;
        const bool fits = other.pack == guide.pack && other.matter == guide.matter
            && m_identities.row(row).find(whole) != std::string_view::npos;
        return !fits || hits.take(row, FoundIn::Identity);
    });
    return hits.hits();
}

QList<CaseHit> CaseIndex::withAnyIdentity(const QStringList &identities, const domain::GuideRef &guide, int most) const
{
    Collector hits(*this, most);
    std::unordered_set<std::string> codes;
    for (const QString &identity : identities) {
        if (std::string code = codeOf(guides::typedLetters(identity)); code.size() >= shortestCode)
            codes.insert(std::move(code));
    }
    const auto isOne = [&](std::string_view value) { return codes.contains(std::string(value)); };
    for (size_t row = m_rows.size(); row-- > 0 && !codes.empty() && !hits.isFull();) {
        const domain::GuideRef &other = m_matters[m_rows[row].matter].guide;
        if (other.matter != guide.matter || other.pack != guide.pack)
            continue;
        std::string_view values = m_identities.row(row);
        for (size_t end = values.find('\n', 1); end != std::string_view::npos; end = values.find('\n', 1)) {
            if (isOne(values.substr(1, end - 1))) {
                hits.take(row, FoundIn::Identity);
                break;
            }
            values.remove_prefix(end);
        }
    }
    return hits.hits();
}

void CaseIndex::compact()
{
    CaseIndex fresh(m_pinyin);
    fresh.m_letters = std::move(m_letters);
    fresh.m_codes = std::move(m_codes);
    fresh.m_matters = std::move(m_matters);
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].dead)
            continue;
        fresh.m_rowsById.emplace(qHash(textOf(m_ids.row(row))), quint32(fresh.m_rows.size()));
        fresh.m_rows.push_back(m_rows[row]);
        fresh.m_ids.append(m_ids.row(row));
        fresh.m_numbers.append(m_numbers.row(row));
        fresh.m_identities.append(m_identities.row(row));
        fresh.m_phones.append(m_phones.row(row));
        fresh.m_applicants.append(m_applicants.row(row));
        fresh.m_subjects.append(m_subjects.row(row));
        fresh.m_names.insert(fresh.m_names.end(), m_names.begin() + m_nameBegins[row], m_names.begin() + m_nameBegins[row + 1]);
        fresh.m_nameBegins.push_back(quint32(fresh.m_names.size()));
    }
    *this = std::move(fresh);
}

}
