#pragma once

#include "core/domain/agenda.h"

#include <QObject>
#include <QTimer>

namespace guides {
class Shelf;
}
namespace journal {
class Journal;
}

namespace desk {

/// What a case can be found by; person data, cleaned as typed at the window.
struct FoundBy {
    QStringList names; ///< persons and enterprises, the applicant first
    QStringList identities; ///< numbers of identity documents and credit codes
    QStringList phones;
    QStringList subjects; ///< names of those concerned (当事人) who are not the applicant; at most the first three
    bool operator==(const FoundBy &) const = default;
};
FoundBy foundByOf(const domain::Case &file, const domain::Guide &guide);
/// Its subjects as lists show them, masked; empty when the case concerns nobody but the applicant.
QString maskedSubjects(const FoundBy &foundBy);
/// The form in which the journal seals it, and back; what is damaged comes back empty.
QByteArray toBytes(const FoundBy &foundBy);
FoundBy foundByFrom(const QByteArray &bytes);

/// Sees to it that every case leaves in the journal what is to be done next and what it is found by, and tells of each that was
/// written. Cases of an older program, and open cases after a change of guides, calendars or hours, follow in slices while
/// nobody works. All that is handed in outlives it.
class CaseBook final : public QObject
{
    Q_OBJECT

public:
    CaseBook(journal::Journal &journal, const guides::Shelf &shelf, const domain::ClockRules &rules,
             const domain::HallRules &hall = {}, QObject *parent = nullptr);
    ~CaseBook() override;

    /// Makes what is missing or out of date now instead of in slices.
    base::Result<> catchUp();
    /// False while cases may still be missing from lists.
    bool isComplete() const { return !m_slices.isActive(); }

signals:
    /// An act on a case was written; its tasks may be others now.
    void written(const domain::Case &file, const desk::FoundBy &foundBy);
    /// Something was missing of a case, or out of date, and is there now.
    void caughtUp(const domain::Case &file, const desk::FoundBy &foundBy);
    /// Nothing is missing any more.
    void completed();

private:
    void refreshSlice();

    journal::Journal &m_journal;
    QTimer m_slices;
};

}
