#pragma once

#include "core/desk/worklist.h"
#include "ui/widgets/casemarks.h"
#include "ui/widgets/pagedmodel.h"

/// The first pages of a work list under a filter; further ones are read when a view asks for more.
class WorkModel final : public PagedModel<desk::WorkList>
{
    Q_OBJECT

public:
    enum Role {
        LineRole = Qt::UserRole, ///< desk::WorkLine
        DueRole, ///< the words for its end
        MarkedRole, ///< bool
        DetailRole, ///< what else is to be known of the end
    };

    /// \a list and \a clock outlive the model.
    WorkModel(const desk::WorkList &list, const base::Clock &clock, QObject *parent = nullptr);

    /// Reads again, under \a filter, the first page and at least \a least lines.
    void read(const desk::WorkFilter &filter, int least = 0);
    /// The row of the same task of the same case; -1 when it is not among the rows.
    int rowOf(const desk::WorkLine &line) const;

    const CaseMarks &marks() const { return m_marks; }
    void setMarks(const CaseMarks &marks);
    /// The cases of the rows in their order, each once, of at most \a most rows; further pages are read for it.
    QStringList casesShown(int most);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString spoken(const desk::WorkLine &line) const;

    const desk::WorkList &m_list;
    const base::Clock &m_clock;
    QDateTime m_now;
    CaseMarks m_marks;
};
