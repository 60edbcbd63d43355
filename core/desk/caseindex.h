#pragma once

#include "core/desk/casebook.h"
#include "core/desk/textcolumn.h"
#include "core/guides/spelledtext.h"

#include <memory>
#include <unordered_map>

namespace desk {

/// A case as it goes into the index.
struct IndexedCase {
    QString id;
    QString number;
    domain::GuideRef guide;
    QString matter; ///< name
    domain::Stage stage = domain::Stage::Intake;
    QDateTime openedAt;
    FoundBy foundBy;
};

/// By what a case was found; the order is that of the hits.
enum class FoundIn { Number, Identity, Phone, NameStart, Name, Matter };

/// A case that fits what was typed. Person data only masked.
struct CaseHit {
    QString caseId;
    QString number;
    domain::GuideRef guide;
    QString matter; ///< name
    QString applicant; ///< masked
    QString subjects; ///< masked: whom it concerns, when it is not the applicant
    domain::Stage stage = domain::Stage::Intake;
    QDateTime openedAt;
    FoundIn in = FoundIn::Number;
    bool operator==(const CaseHit &) const = default;
};

/// All cases in memory, in columns of text that are looked through from the newest back. About 290 bytes a case.
class CaseIndex final
{
public:
    explicit CaseIndex(std::shared_ptr<const guides::Pinyin> pinyin);

    /// Puts \a entry in as the newest, in the place of what was there of the same id.
    void put(const IndexedCase &entry);
    /// Takes a case out; nothing when it is not there.
    void remove(const QString &caseId);
    bool contains(const QString &caseId) const { return rowOf(caseId).has_value(); }
    qsizetype size() const { return qsizetype(m_rows.size()) - m_dead; }
    /// Memory in use, in bytes.
    qsizetype bytes() const;

    /// At most \a most cases: those that hold four or more letters and digits of \a query in the number, an identity number or a
    /// phone number, then those of a name (characters, pinyin, initials or a mixture), then those of a matter; the newest first each.
    QList<CaseHit> find(const QString &query, int most) const;
    /// At most \a most cases of the matter \a guide (of any version) with exactly this identity number or credit code, the newest
    /// first.
    QList<CaseHit> withIdentity(const QString &identity, const domain::GuideRef &guide, int most) const;
    /// As withIdentity(), with any of \a identities; the time does not depend on how many they are.
    QList<CaseHit> withAnyIdentity(const QStringList &identities, const domain::GuideRef &guide, int most) const;

private:
    struct Row {
        qint64 openedAt = 0;
        quint32 matter = 0;
        domain::Stage stage = domain::Stage::Intake;
        bool dead = false; ///< a newer row has taken its place
    };
    struct Matter {
        domain::GuideRef guide;
        QString name;
        guides::Spelling spelling;
    };
    class Collector;

    std::optional<quint32> rowOf(const QString &caseId) const;
    quint32 matterOf(const IndexedCase &entry);
    void appendNames(const QStringList &names);
    quint32 letterCode(char32_t letter);
    CaseHit hitOf(size_t row, FoundIn in) const;
    void collectCodes(const std::u32string &query, Collector &hits) const;
    void collectNames(const std::u32string &query, Collector &hits) const;
    void collectMatters(const std::u32string &query, Collector &hits) const;
    /// Of a name that fits from \a start on as far as 63 letters can say.
    bool isWholeFit(size_t start, const std::u32string &query) const;
    /// Drops the dead rows.
    void compact();

    std::shared_ptr<const guides::Pinyin> m_pinyin;
    std::vector<Row> m_rows; ///< the newest last
    TextColumn m_ids, m_numbers, m_identities, m_phones;
    TextColumn m_applicants, m_subjects; ///< masked
    std::vector<quint32> m_names; ///< codes of letters; 0 behind each name
    std::vector<quint32> m_nameBegins{0}; ///< of each row, and the end
    std::vector<guides::Spelling::Letter> m_letters; ///< by code
    std::unordered_map<char32_t, quint32> m_codes;
    std::vector<Matter> m_matters;
    std::unordered_multimap<size_t, quint32> m_rowsById; ///< by hash
    qsizetype m_dead = 0;
};

}
